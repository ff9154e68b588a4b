"""How a role's and a team's time is spent before and after a plan: routine, judgement, relation, learning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from analyzer.reallocation.groups import Group
from analyzer.reallocation.kinds import ROUTINE, place_on_map
from analyzer.reallocation.rules import HELP

PARTS = ("routine", "judgement", "relation", "learning")
"""What working time is made of."""

PART_OF: Mapping[str, str] = MappingProxyType(
    {
        ROUTINE: "routine",
        "strategy": "judgement",
        "creativity": "judgement",
        "problems": "judgement",
        "relations": "relation",
        "developing": "relation",
        "learning": "learning",
    }
)
"""The part that each kind of the map counts for; relief is no work, and help is spread as the receiver's work is."""

BY = ("role", "team")


def before_after(
    frame: pd.DataFrame, groups: Sequence[Group], labels: pd.Series, moves: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Return the time of roles and of teams before and after a plan.

    :param frame: the estimate's frame; ``labels``: the place of each row's group in ``groups``.
    :param moves: the plan's moves.
    :returns: by "role" (a row a role of a team) and by "team": the key, ``headcount``, ``week`` (minutes of a full
        week of all people), ``without_time`` (tasks), ``load_before`` and ``load_after`` (minutes a week), and for each
        of :data:`PARTS` minutes a week ``<part>_before`` and ``<part>_after``. What is given back is the load that is
        not filled again.
    """
    spent = _today(frame, labels, len(groups))
    kept = spent - _today(frame, labels, len(groups), column="minutes_freed_central")
    after = kept + _moved(moves, groups, spent)
    received = _received(moves, groups)
    # Help takes over work of the receiving role as it is made up today.
    mix = spent / np.maximum(spent.sum(axis=1, keepdims=True), 1e-9)
    after = np.maximum(after - mix * received[:, None], 0.0)
    table = pd.DataFrame(
        {
            "role": pd.Series([group.role for group in groups], dtype="str"),
            "team": pd.Series([group.team for group in groups], dtype="str"),
            "headcount": [group.headcount for group in groups],
            "week": [group.week for group in groups],
            "without_time": [group.without_time for group in groups],
            "load_before": spent.sum(axis=1).round(2),
            "load_after": after.sum(axis=1).round(2),
        }
    )
    for place, part in enumerate(PARTS):
        table[f"{part}_before"] = spent[:, place].round(2)
        table[f"{part}_after"] = after[:, place].round(2)
    summed = table.drop(columns="role").groupby("team", dropna=False, sort=True).sum().reset_index()
    return {"role": table, "team": summed}


def _today(frame: pd.DataFrame, labels: pd.Series, size: int, column: str = "minutes_per_week") -> np.ndarray:
    """Return minutes a week by group and part, as the map places each task."""
    placed = place_on_map(frame)
    minutes = pd.to_numeric(frame[column], errors="coerce").fillna(0.0).to_numpy("float64")
    spent = np.zeros((size, len(PARTS)))
    for kind, part in PART_OF.items():
        np.add.at(spent[:, PARTS.index(part)], labels.to_numpy(), minutes * placed[kind].to_numpy("float64"))
    # The map gives whole tasks away: what rounding left over is routine.
    left = np.bincount(labels, weights=minutes, minlength=size) - spent.sum(axis=1)
    spent[:, PARTS.index("routine")] += left
    return spent


def _moved(moves: pd.DataFrame, groups: Sequence[Group], spent: np.ndarray) -> np.ndarray:
    """Return the minutes that the plan adds, by giver and part."""
    at = {group.key: place for place, group in enumerate(groups)}
    mix = spent / np.maximum(spent.sum(axis=1, keepdims=True), 1e-9)
    added = np.zeros((len(groups), len(PARTS)))
    for move in moves.to_dict("records"):
        giver = at[_key(move["role"], move["team"])]
        if move["kind"] == HELP:
            added[giver] += move["minutes_per_week"] * mix[at[_key(move["to_role"], move["to_team"])]]
        elif move["kind"] in PART_OF:
            added[giver, PARTS.index(PART_OF[move["kind"]])] += move["minutes_per_week"]
    return added


def _received(moves: pd.DataFrame, groups: Sequence[Group]) -> np.ndarray:
    at = {group.key: place for place, group in enumerate(groups)}
    received = np.zeros(len(groups))
    for move in moves[moves["kind"] == HELP].to_dict("records"):
        received[at[_key(move["to_role"], move["to_team"])]] += move["minutes_per_week"]
    return received


def _key(role: Any, team: Any) -> tuple[str | None, str | None]:
    return (None if pd.isna(role) else str(role), None if pd.isna(team) else str(team))
