"""Which assumptions a project goes by: a ready-made scenario, one that was saved, or the reader's own changes.

How long people work is no part of a scenario (``contract.py``): it holds in all of them.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from analyzer.errors import UsageError
from analyzer.i18n import LANGUAGES, mark, translate
from analyzer.opportunity import SCENARIOS, Assumptions, assumptions_for
from analyzer.opportunity.scenarios import SCENARIO_NAMES
from analyzer.opportunity.working_time import WORKING_TIME_FIELDS
from analyzer.ui.contract import working_time
from analyzer.ui.work import work
from analyzer.workspace import (
    Scenario,
    choose_scenario,
    current_scenario,
    delete_scenario,
    list_scenarios,
    rename_scenario,
    save_scenario,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analyzer.opportunity import ScenarioFile

_logger = logging.getLogger(__name__)

OWN = "own"
"""Name under which the present choice is kept in the workspace; what is saved under other names stays as it is."""

OWN_NAME = mark("As set now")


def chosen(project_id: str) -> tuple[str, dict[str, Any]]:
    """Return the scenario in use and what was changed of it."""
    held = current_scenario(work(), project_id)
    if held is None or held.base not in SCENARIOS:
        return "central", {}
    return held.base, _of_scenario(held.assumptions)


def assumptions_of(project_id: str) -> Assumptions:
    """Return the assumptions in use, with the project's working time; a change that this version cannot use is left
    aside, the others hold."""
    base, changes = chosen(project_id)
    return _assumptions(base, {**changes, **working_time(project_id)})


def left_aside(project_id: str) -> list[str]:
    """Return the names of the changes that are kept and cannot be used."""
    base, changes = chosen(project_id)
    return _unusable(base, {**changes, **working_time(project_id)})


def use(project_id: str, base: str, changes: dict[str, Any]) -> None:
    """Go by a scenario with changes; it is kept, also after a refresh.

    :raises UsageError: if an assumption cannot have its value; then nothing is kept.
    """
    assumptions_for(base, changes)
    save_scenario(work(), project_id, OWN, base, changes)


def saved(project_id: str) -> list[Scenario]:
    """Return the scenarios that were saved under a name."""
    return [one for one in list_scenarios(work(), project_id) if one.name != OWN and one.base in SCENARIOS]


def in_use(project_id: str) -> str:
    """Return what the project goes by: the id of a saved scenario, a ready-made one, or :data:`OWN`."""
    held = current_scenario(work(), project_id)
    if held is not None and held.name != OWN and held.base in SCENARIOS:
        return held.id
    base, changes = chosen(project_id)
    return OWN if changes else base


def use_saved(project_id: str, scenario_id: str) -> None:
    """Go by a scenario that was saved.

    :raises WorkspaceError: if it is no longer there.
    """
    choose_scenario(work(), project_id, scenario_id)


def keep_as(project_id: str, name: str) -> Scenario:
    """Save the assumptions in use under a name; a scenario of that name is replaced.

    :raises UsageError: if the name is that of a ready-made scenario.
    :raises WorkspaceError: if the name is empty, or the project is no longer there.
    """
    base, changes = chosen(project_id)
    return save_scenario(work(), project_id, _free(name), base, changes)


def rename(scenario_id: str, name: str) -> None:
    """Give a saved scenario another name.

    :raises UsageError: if the name is that of a ready-made scenario.
    :raises WorkspaceError: if the name is empty or taken, or the scenario is no longer there.
    """
    rename_scenario(work(), scenario_id, _free(name))


def remove(scenario_id: str) -> None:
    """Delete a saved scenario; a project that went by it goes by its choice before that one.

    :raises WorkspaceError: if it is no longer there.
    """
    delete_scenario(work(), scenario_id)


def take_over(project_id: str, file: ScenarioFile) -> Scenario:
    """Save a scenario that was read from a file, and go by it; the project keeps its own working time.

    :raises UsageError: if its name is that of a ready-made scenario.
    """
    return save_scenario(work(), project_id, _free(file.name), file.base, dict(file.changes))


def options(project_id: str, language: str) -> dict[str, tuple[str, Assumptions]]:
    """Return all that can be compared, with the project's working time in each: name in words and assumptions, by code
    or id."""
    contract = working_time(project_id)
    found = {code: (translate(SCENARIO_NAMES[code], language), _assumptions(code, contract)) for code in SCENARIOS}
    if in_use(project_id) == OWN:
        found[OWN] = (translate(OWN_NAME, language), assumptions_of(project_id))
    for one in saved(project_id):
        found[one.id] = (one.name, _assumptions(one.base, {**one.assumptions, **contract}))
    return found


def name_in_use(project_id: str, language: str) -> str:
    """Return what the assumptions in use are called, in words."""
    return options(project_id, language)[in_use(project_id)][0]


def _of_scenario(changes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in changes.items() if name not in WORKING_TIME_FIELDS}


def _assumptions(base: str, changes: Mapping[str, Any]) -> Assumptions:
    unusable = _unusable(base, changes)
    return assumptions_for(base, {name: value for name, value in changes.items() if name not in unusable})


def _unusable(base: str, changes: Mapping[str, Any]) -> list[str]:
    """Return the changes that no longer exist or cannot have their value: each is tried by itself, so that one does
    not take the others with it."""
    found = []
    for name, value in changes.items():
        try:
            assumptions_for(base, {name: value})
        except UsageError as error:
            _logger.warning("an assumption that was kept is left aside: %s", error)
            found.append(name)
    return found


def _free(name: str) -> str:
    """Return a name that stands for no ready-made scenario in any language."""
    ready = (*SCENARIO_NAMES.values(), OWN_NAME)
    words = {translate(one, language).casefold() for one in ready for language in LANGUAGES}
    taken = {OWN, *SCENARIOS, *words}
    if name.strip().casefold() in taken:
        raise UsageError("“{name}” is the name of a ready-made scenario: choose another name.", name=name.strip())
    return name
