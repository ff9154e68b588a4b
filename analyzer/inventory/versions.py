"""Two readings of what may be one list: is one a newer version of the other, and what changed between them?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.inventory.text import fold

Doers = dict[str, dict[str, set[str]]]
"""Of each task, the folded roles and teams that do it."""

LEAST_SHARED = 3
"""Tasks that two lists must have in common before one is taken for a version of the other; judgement."""

_MOSTLY = 0.5
"""Share of the shorter list's tasks that must stand in the other, and of these that nobody else must do; judgement."""

_SAME_TIME = 0.5
"""Minutes a week by which two times may differ and be the same: hours written with one decimal."""


@dataclass(frozen=True)
class Difference:
    """What became of a list, by positions in its two frames.

    :param same: how many tasks stand in both, with the same role, team and time a week.
    :param changed: tasks that stand in both with another role, team or time: their places before and after.
    :param added: tasks that only the later list has, by place.
    :param gone: tasks that only the earlier list has, by place.
    """

    same: int
    changed: tuple[tuple[int, int], ...]
    added: tuple[int, ...]
    gone: tuple[int, ...]

    @property
    def shared(self) -> int:
        """How many tasks stand in both."""
        return self.same + len(self.changed)

    @property
    def nothing_changed(self) -> bool:
        """Whether both say the same."""
        return not (self.changed or self.added or self.gone)


def is_version(before: pd.DataFrame, after: pd.DataFrame) -> bool:
    """Say whether two inventory frames are mostly the same list: the same tasks, done by the same roles and teams.

    What one of them does not say contradicts nothing; equal tasks of two teams are the work of two teams.
    """
    return bool(versions_among([before, after]))


def versions_among(frames: Sequence[pd.DataFrame]) -> list[tuple[int, int]]:
    """Return which inventory frames are mostly the same list, as in :func:`is_version`.

    :param frames: the lists, the earlier ones first.
    :returns: pairs of places, earlier and later, by the later one.
    """
    doers = [_doers(frame) for frame in frames]
    return [(i, j) for j in range(len(frames)) for i in range(j) if _mostly_same(doers[i], doers[j])]


def _mostly_same(of_before: Doers, of_after: Doers) -> bool:
    shared = of_before.keys() & of_after.keys()
    if len(shared) < max(LEAST_SHARED, _MOSTLY * min(len(of_before), len(of_after))):
        return False
    agreeing = sum(
        all(_agree(one[field], other[field]) for field in ("role", "team"))
        for one, other in ((of_before[task], of_after[task]) for task in shared)
    )
    return agreeing >= _MOSTLY * len(shared)


def difference(before: pd.DataFrame, after: pd.DataFrame) -> Difference:
    """Return what changed between two inventory frames; rows are found again by task, role and team, else by task.

    :param before: the earlier list, with ``task``, ``role``, ``team`` and ``minutes_per_week`` (NaN: not known).
    :param after: the later one.
    """
    left, right = _lines(before), _lines(after)
    rest_left, rest_right = left, right
    found = []
    for named in (["task", "owner"], ["task"]):
        met = _numbered(rest_left, named).merge(
            _numbered(rest_right, named), on=[*named, "nth"], suffixes=("_before", "_after")
        )
        found.append(met[["place_before", "place_after"]])
        rest_left = rest_left[~rest_left["place"].isin(met["place_before"])]
        rest_right = rest_right[~rest_right["place"].isin(met["place_after"])]
    pairs = pd.concat(found).sort_values("place_after").to_numpy()
    one, other = left.iloc[pairs[:, 0]], right.iloc[pairs[:, 1]]
    times, others = one["minutes"].to_numpy(), other["minutes"].to_numpy()
    alike = (one["owner"].to_numpy() == other["owner"].to_numpy()) & np.isclose(
        times, others, rtol=0, atol=_SAME_TIME, equal_nan=True
    )
    return Difference(
        same=int(alike.sum()),
        changed=tuple((int(at_before), int(at_after)) for at_before, at_after in pairs[~alike]),
        added=tuple(rest_right["place"].tolist()),
        gone=tuple(rest_left["place"].tolist()),
    )


def _lines(frame: pd.DataFrame) -> pd.DataFrame:
    owner = _folded(frame["role"]) + "\x1f" + _folded(frame["team"])
    return pd.DataFrame(
        {
            "task": _folded(frame["task"]),
            "owner": owner,
            "minutes": frame["minutes_per_week"].to_numpy("float64"),
            "place": np.arange(len(frame)),
        }
    )


def _folded(texts: pd.Series) -> pd.Series:
    """Return texts as they are compared, "" where there is none; each different text is folded once."""
    different = {text: fold(text) for text in texts.dropna().unique()}
    return pd.Series([different.get(text, "") for text in texts], dtype="str")


def _numbered(lines: pd.DataFrame, named: list[str]) -> pd.DataFrame:
    """Return lines with how many of the same name came before each: the second of one list meets the other's second."""
    return lines.assign(nth=lines.groupby(named, sort=False).cumcount())[[*named, "nth", "place"]]


def _doers(frame: pd.DataFrame) -> Doers:
    """Return who does each task of a list: folded roles and teams, without those not named."""
    found: Doers = defaultdict(lambda: {"role": set(), "team": set()})
    columns = (_folded(frame[name]) for name in ("task", "role", "team"))
    for task, role, team in zip(*columns, strict=True):
        if task:
            found[task]["role"] |= {role} - {""}
            found[task]["team"] |= {team} - {""}
    return found


def _agree(one: set[str], other: set[str]) -> bool:
    return not one or not other or bool(one & other)
