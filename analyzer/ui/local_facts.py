"""What a project's people said of their organisation, as the estimate takes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from analyzer.errors import UsageError
from analyzer.opportunity import LocalFacts, RoleFacts
from analyzer.opportunity.anchors import Carried
from analyzer.opportunity.measured import measured_families
from analyzer.opportunity.readiness import readiness_by_team
from analyzer.opportunity.weights import priorities_of
from analyzer.ui.anchors import PRIORITY, appeals_today, measurements_today
from analyzer.ui.plan import assumptions_of
from analyzer.ui.use_cases import usable_decisions
from analyzer.ui.work import work
from analyzer.workspace import choices, drop_choices, keep_choice, list_measurements

if TYPE_CHECKING:
    from collections.abc import Mapping

ROLE = "role"
"""Kind of choice that holds the facts of a role, by its name."""
PEOPLE = "people"
"""Kind of choice that holds how many people there are, by team and in all."""
MOST_PEOPLE = 1_000_000
READINESS = "readiness"
"""Kind of choice that holds what a team answered to the survey, by its name."""


def local_facts_of(project_id: str, carried: Carried | None = None) -> LocalFacts:
    """Return what is known of a project's organisation; nothing where nobody said anything.

    :param carried: which use cases are found under other keys than when something was said of them.
    """
    carried = Carried() if carried is None else carried
    priorities = priorities_of(choices(work(), project_id, PRIORITY))
    measured = measurements_today(list_measurements(work(), project_id), carried)
    return LocalFacts(
        roles=_roles(choices(work(), project_id, ROLE)),
        use_cases=usable_decisions(project_id),
        readiness=readiness_by_team(choices(work(), project_id, READINESS)),
        measured=measured_families(measured, assumptions_of(project_id)),
        priorities=replace(priorities, appeals=appeals_today(priorities.appeals, carried)),
        people=people_stated(project_id),
    )


def people_stated(project_id: str) -> dict[str, float]:
    """Return how many people somebody said there are: by team, and in all under ``EVERYBODY``."""
    kept = choices(work(), project_id, PEOPLE)
    return {name: float(count) for name, count in kept.items() if isinstance(count, int | float) and count >= 1}


def state_people(project_id: str, team: str, count: float | None) -> None:
    """Keep how many people a team has, or all together under ``EVERYBODY``; ``None`` goes back to those found.

    :raises UsageError: if there cannot be so many; then nothing is kept.
    """
    if count is None:
        drop_choices(work(), project_id, PEOPLE, [team])
        return
    if not 1 <= count <= MOST_PEOPLE:
        raise UsageError(
            "“{count}” people cannot be: give a number from 1 to {most}.", count=f"{count:g}", most=MOST_PEOPLE
        )
    keep_choice(work(), project_id, PEOPLE, team, float(count))


def _roles(kept: Mapping[str, Any]) -> dict[str, RoleFacts]:
    return {name: role_facts(values) for name, values in kept.items() if isinstance(values, dict)}


def role_facts(values: Mapping[str, Any]) -> RoleFacts:
    """Return the facts of one role from what is kept; a field that this version does not know is left aside."""
    known = {name: values.get(name) for name in ("hours_per_week", "working_share", "cost_per_hour")}
    numbers = {name: value for name, value in known.items() if isinstance(value, int | float)}
    return RoleFacts(**{name: float(value) for name, value in numbers.items() if not isinstance(value, bool)})
