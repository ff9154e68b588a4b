"""What the page across roles rests on, computed once for each state of a project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from analyzer.i18n import translate
from analyzer.opportunity.likely_same import likely_same
from analyzer.reallocation import Meaning, read_meaning, role_closeness
from analyzer.reallocation.groups import groups_of
from analyzer.reallocation.plan import digest_of
from analyzer.ui.jobs import wait_for
from analyzer.ui.memory import memory
from analyzer.ui.use_cases import usable_decisions
from analyzer.ui.work import work

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.opportunity import HoursEstimate
    from analyzer.opportunity.local_facts import UseCaseDecisions
    from analyzer.reallocation.groups import Group
    from analyzer.ui.analysis import Analysis
    from analyzer.ui.jobs import Progress


_MOST_PERHAPS = 8


@dataclass(frozen=True, eq=False)
class Across:
    """Roles beside each other: their tasks as read, close pairs, the roles of teams, and the keys of pairs of use cases
    that may be the same work."""

    meaning: Meaning
    closeness: pd.DataFrame
    groups: list[Group]
    perhaps: list[tuple[str, str]]


def across_roles(analysis: Analysis, language: str) -> Across:
    """Return the view across roles; while tasks are being read, show how far it is and end this run.

    :raises ModelError: if the model cannot be used.
    """
    estimate = analysis.estimate
    groups = groups_of(estimate)
    decisions = usable_decisions(analysis.project.id)
    held = (work().name, analysis.project.id, digest_of(estimate, groups))
    kept, key = memory("across"), (*held, hash(str(decisions)))
    across = cast("Across | None", kept.get(key))
    if across is None:

        def read(progress: Progress) -> Across:
            return _read(estimate, groups, decisions, progress)

        across = wait_for(("across", *key), read, translate("Comparing the roles with each other…", language))
        kept.put(key, across)
    return cast("Across", across)


def _read(estimate: HoursEstimate, groups: list[Group], decisions: UseCaseDecisions, progress: Progress) -> Across:
    meaning = read_meaning(estimate.frame, progress=progress)
    perhaps = [(pair.one, pair.other) for pair in likely_same(estimate.frame, decisions, _MOST_PERHAPS)]
    return Across(meaning, role_closeness(estimate.frame, meaning), groups, perhaps)
