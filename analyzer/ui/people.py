"""What the page across roles rests on, computed once for each state of a project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from analyzer.i18n import translate
from analyzer.reallocation import Meaning, read_meaning, role_closeness
from analyzer.reallocation.groups import groups_of
from analyzer.reallocation.plan import digest_of
from analyzer.ui.jobs import wait_for
from analyzer.ui.memory import memory
from analyzer.ui.work import work

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.opportunity import HoursEstimate
    from analyzer.reallocation.groups import Group
    from analyzer.ui.analysis import Analysis
    from analyzer.ui.jobs import Progress


@dataclass(frozen=True, eq=False)
class Across:
    """Roles beside each other: their tasks as read, the pairs that are close, and the roles of teams."""

    meaning: Meaning
    closeness: pd.DataFrame
    groups: list[Group]


def across_roles(analysis: Analysis, language: str) -> Across:
    """Return the view across roles; while tasks are being read, show how far it is and end this run.

    :raises ModelError: if the model cannot be used.
    """
    estimate = analysis.estimate
    groups = groups_of(estimate)
    kept, key = memory("across"), (work().name, analysis.project.id, digest_of(estimate, groups))
    across = cast("Across | None", kept.get(key))
    if across is None:

        def read(progress: Progress) -> Across:
            return _read(estimate, groups, progress)

        across = wait_for(("across", *key), read, translate("Comparing the roles with each other…", language))
        kept.put(key, across)
    return cast("Across", across)


def _read(estimate: HoursEstimate, groups: list[Group], progress: Progress) -> Across:
    meaning = read_meaning(estimate.frame, progress=progress)
    return Across(meaning, role_closeness(estimate.frame, meaning), groups)
