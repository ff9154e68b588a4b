"""Which assumptions a project goes by: a ready-made scenario, or the reader's own changes to one."""

from __future__ import annotations

from typing import Any

from analyzer.errors import UsageError
from analyzer.i18n import mark
from analyzer.opportunity import SCENARIOS, Assumptions, assumptions_for
from analyzer.ui.work import work
from analyzer.workspace import current_scenario, save_scenario

OWN = "own"
"""Name under which the present choice is kept in the workspace."""

SCENARIO_NAMES = {"cautious": mark("Cautious"), "central": mark("Central"), "ambitious": mark("Ambitious")}


def chosen(project_id: str) -> tuple[str, dict[str, Any]]:
    """Return the scenario in use and what was changed of it."""
    held = current_scenario(work(), project_id)
    if held is None or held.base not in SCENARIOS:
        return "central", {}
    return held.base, dict(held.assumptions)


def assumptions_of(project_id: str) -> Assumptions:
    """Return the assumptions in use; changes that this version no longer knows are left aside."""
    base, changes = chosen(project_id)
    try:
        return assumptions_for(base, changes)
    except UsageError:
        return assumptions_for(base)


def use(project_id: str, base: str, changes: dict[str, Any]) -> None:
    """Go by a scenario with changes; it is kept, also after a refresh.

    :raises UsageError: if an assumption cannot have its value; then nothing is kept.
    """
    assumptions_for(base, changes)
    save_scenario(work(), project_id, OWN, base, changes)
