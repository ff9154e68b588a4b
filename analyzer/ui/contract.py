"""How long the people of a project work: a fact of the organisation, kept beside its scenarios and the same in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.opportunity import WORKING_TIMES, Assumptions
from analyzer.opportunity.working_time import WORKING_TIME_FIELDS, usual_working_time
from analyzer.ui.work import work
from analyzer.workspace import choices, current_scenario, keep_choice, keep_choices

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONTRACT = "contract"
"""Kind of choice that holds day, leave and holidays."""
_MONEY, _CURRENCY = "money", "currency"


def working_time(project_id: str) -> dict[str, float]:
    """Return the working time of a project, by assumption; nothing where nobody said anything.

    Before it was kept here it stood among the changes of a scenario: those of the one in use still hold.
    """
    kept = choices(work(), project_id, _CONTRACT)
    if not kept:
        scenario = current_scenario(work(), project_id)
        kept = {} if scenario is None else dict(scenario.assumptions)
    return {name: kept[name] for name in WORKING_TIME_FIELDS if name in kept}


def keep_working_time(project_id: str, values: Mapping[str, float]) -> None:
    """Keep some of day, leave and holidays.

    :raises UsageError: if one of them cannot be; then nothing is kept.
    """
    checked = Assumptions().changed(**{**working_time(project_id), **values})
    keep_choices(work(), project_id, _CONTRACT, {name: getattr(checked, name) for name in WORKING_TIME_FIELDS})


def begin(project_id: str, language: str) -> None:
    """Give a new project the working time and the currency of the country that its reader's language stands for."""
    ready = WORKING_TIMES[usual_working_time(language)]
    keep_working_time(project_id, ready.values)
    keep_choice(work(), project_id, _MONEY, _CURRENCY, ready.currency)
