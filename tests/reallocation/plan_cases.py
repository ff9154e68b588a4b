"""Small plans built by hand: groups, what they could do, and the search over both."""

from __future__ import annotations

import pandas as pd

from analyzer.reallocation.candidates import candidates_of
from analyzer.reallocation.groups import Group
from analyzer.reallocation.moves import moves_of
from analyzer.reallocation.pins import check_decisions
from analyzer.reallocation.rules import PlanRules
from analyzer.reallocation.solve import Solution, solve

WEEK = 2100.0
"""Minutes of one person's week of 35 hours."""

CALM = PlanRules(ambassador_share=0.0, gap=0.0)
"""The usual floors, no ambassadors, and the very best plan: what a reader can check by hand."""


def group(role: str = "Clerk", freed: float = 300.0, team: str | None = "Finance", **changes: float) -> Group:
    """Return one person whose list takes 30 hours of a week of 35."""
    values = {"headcount": 1.0, "week": WEEK, "declared": 1800.0, "tasks": 5, "without_time": 0, **changes}
    return Group(role=role, team=team, freed=freed, **values)  # type: ignore[arg-type]


def suggestion(code: str = "margins", kind: str = "problems", **changes: object) -> dict[str, object]:
    """Return one row of suggestions: an activity that fits the clerk fully, for 30 to 120 minutes a week."""
    row: dict[str, object] = {
        "role": "Clerk",
        "code": code,
        "source": "catalogue",
        "kind": kind,
        "title_fr": code,
        "title_en": code,
        "fit": 1.0,
        "value": 1.0,
        "why": "general",
        "function": "",
        "near_task": "",
        "shared": False,
        "minutes_low": 30.0,
        "minutes_typical": 120.0,
        "minutes_most": 120.0,
    }
    return {**row, **changes}


def close(*pairs: tuple[str, str, float]) -> pd.DataFrame:
    """Return closeness of pairs of roles."""
    return pd.DataFrame(list(pairs), columns=["role_a", "role_b", "closeness"])


def solved(
    groups: list[Group],
    suggestions: list[dict[str, object]],
    rules: PlanRules = CALM,
    closeness: pd.DataFrame | None = None,
) -> Solution:
    """Check the decisions and search, as the plan does."""
    near = close() if closeness is None else closeness
    candidates = candidates_of(groups, pd.DataFrame(suggestions, columns=list(suggestion())), near, rules)
    check_decisions(rules, groups, candidates, near)
    return solve(groups, candidates, rules)


def minutes(
    groups: list[Group],
    suggestions: list[dict[str, object]],
    rules: PlanRules = CALM,
    closeness: pd.DataFrame | None = None,
) -> dict[str, int]:
    """Return minutes a week by activity, for one giver or several without the same activity."""
    moves = moves_of(solved(groups, suggestions, rules, closeness), groups, rules)
    return dict(zip(moves["activity"], moves["minutes_per_week"].astype(int), strict=True))
