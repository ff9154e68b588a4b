"""What must come before what, among use cases that are to be built.

- *first of its kind*: the first use case of a kind of solution puts the tool, the access and the know-how in place;
  the others of that kind follow it, and take less to build (``costs.py``, ``follow_up_share``).
- *data first*: a report or a forecast waits until what it reports on is captured, where the same team has both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

CAPTURES = ("capture",)
REPORTS = ("reporting", "predictive")
"""Solutions that feed on captured data."""

Reason = Literal["first_of_kind", "data_first", "readiness", "safeguards"]


@dataclass(frozen=True)
class Dependency:
    """``before`` must be finished when ``after`` begins."""

    before: str
    after: str
    reason: Reason


def first_of_kind(cases: pd.DataFrame) -> Mapping[str, str]:
    """Return the use case that comes first, by kind of solution.

    :param cases: rows of :func:`~analyzer.opportunity.value.use_case_table`, the first to take up on top; of each kind
        the uppermost comes first.
    """
    firsts = cases.drop_duplicates("solution")
    return dict(zip(firsts["solution"], firsts["use_case_key"], strict=True))


def dependencies(cases: pd.DataFrame) -> list[Dependency]:
    """Return what must come before what, in the order of ``cases``.

    Of several captures in a team the uppermost counts: with it the team's data begin to come in. There is never a
    circle: captures wait for captures only, and reports for captures and reports.

    :param cases: rows of :func:`~analyzer.opportunity.value.use_case_table` that are to be built, the first on top.
    """
    firsts = first_of_kind(cases)
    captures: dict[str, str] = {}
    for key, solution, teams in zip(cases["use_case_key"], cases["solution"], cases["teams"], strict=True):
        if solution in CAPTURES:
            for team in teams:
                captures.setdefault(team, key)
    found = []
    for key, solution, teams in zip(cases["use_case_key"], cases["solution"], cases["teams"], strict=True):
        if firsts[solution] != key:
            found.append(Dependency(firsts[solution], key, "first_of_kind"))
        if solution in REPORTS:
            feeding = dict.fromkeys(captures[team] for team in teams if team in captures)
            found.extend(Dependency(capture, key, "data_first") for capture in feeding)
    return found
