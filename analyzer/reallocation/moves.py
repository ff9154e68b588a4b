"""The moves of a plan as a frame, and how two plans differ."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analyzer.reallocation.groups import Group
from analyzer.reallocation.rules import AMBASSADOR, MINUTES_PER_QUARTER_HOUR, PLAN_KINDS, Place, PlanRules
from analyzer.reallocation.solve import Solution

KEY = ["role", "team", "to_role", "to_team", "activity"]
"""What makes a move the same one in another plan."""

COLUMNS = (
    *KEY,
    "kind",
    "minutes_per_week",
    "title_fr",
    "title_en",
    "fit",
    "value",
    "why",
    "function",
    "near_task",
    "pinned",
)
"""Columns of :attr:`analyzer.reallocation.Plan.moves`; help names the receiving role, all else stays in its role."""

_TEXTS = [*KEY, "kind", "title_fr", "title_en", "why", "function", "near_task"]


def moves_of(solution: Solution, groups: Sequence[Group], rules: PlanRules) -> pd.DataFrame:
    """Return the moves of a solution.

    :returns: :data:`COLUMNS`, one row a move, by team and role, then in the order of :data:`PLAN_KINDS`, largest first;
        minutes are whole quarter-hours a week for all people of the role together.
    """
    pinned = {pin.place for pin in rules.pins}
    rows: list[dict[str, object]] = []
    for candidate, size in solution.amounts.items():
        place = candidate.place(groups)
        rows.append(
            {
                **place.model_dump(),
                "kind": candidate.kind,
                "minutes_per_week": size * MINUTES_PER_QUARTER_HOUR,
                "title_fr": candidate.title_fr,
                "title_en": candidate.title_en,
                "fit": candidate.fit,
                "value": candidate.value,
                "why": candidate.why,
                "function": candidate.function,
                "near_task": candidate.near_task,
                "pinned": place in pinned,
            }
        )
    for group, size in solution.ambassadors.items():
        place = Place(role=groups[group].role, team=groups[group].team, activity=AMBASSADOR)
        minutes = size * MINUTES_PER_QUARTER_HOUR
        rows.append({**place.model_dump(), "kind": "developing", "minutes_per_week": minutes, "pinned": False})
    return in_order(pd.DataFrame(rows, columns=list(COLUMNS)))


def in_order(moves: pd.DataFrame) -> pd.DataFrame:
    """Return moves in the order of :func:`moves_of`, with the types of their columns."""
    typed = moves.astype(
        {
            **dict.fromkeys(_TEXTS, "str"),
            "minutes_per_week": "int64",
            "fit": "float64",
            "value": "float64",
            "pinned": "bool",
        }
    )
    ranked = typed.assign(
        _kind=typed["kind"].map({kind: place for place, kind in enumerate(PLAN_KINDS)}),
        _helper=typed["activity"] == AMBASSADOR,
        _size=-typed["minutes_per_week"],
    )
    order = ["team", "role", "_kind", "_helper", "_size", "activity", "to_team", "to_role"]
    return ranked.sort_values(order, kind="stable")[list(COLUMNS)].reset_index(drop=True)


def difference(moves: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """Return what changed from one plan to another.

    :param moves: the moves now; ``before``: those of the other plan.
    :returns: one row a move that is not the same in both: its key, ``kind``, titles, ``minutes_before`` and
        ``minutes_now`` a week (0 where it is not in that plan), in the order of the moves.
    """
    names = [*KEY, "kind", "title_fr", "title_en"]
    now = moves[[*names, "minutes_per_week"]].rename(columns={"minutes_per_week": "minutes_now"})
    then = before[[*names, "minutes_per_week"]].rename(columns={"minutes_per_week": "minutes_before"})
    both = now.merge(then[[*KEY, "minutes_before"]], on=KEY, how="left")
    gone = then.merge(now[[*KEY, "minutes_now"]], on=KEY, how="left")
    gone = gone[gone["minutes_now"].isna()]
    found = pd.concat([both, gone], ignore_index=True)
    found = found.fillna({"minutes_now": 0, "minutes_before": 0}).astype({"minutes_now": int, "minutes_before": int})
    changed = found[found["minutes_now"] != found["minutes_before"]]
    return changed[[*names, "minutes_before", "minutes_now"]].reset_index(drop=True)
