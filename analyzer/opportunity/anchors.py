"""What was said of a use case follows it when its key changes: a task reworded, rows added, two lists joined.

A use case is known by a key made of its work, and wish, pain, measurements and risks are kept under that key. Beside
them stands an *anchor*: the rows that the use case had, each with its mark (wording, role and team), its work key and
its words. When the key stands in the list no longer, each of these rows votes for the use case it belongs to now:

1. the one that has a row of the same mark; else
2. the one that has the same work, in another role or team; else
3. the one of a row that nobody anchored, in the same role and team, whose words are likely to be the same work
   (``likely_same.py``): a task told in other words.

The use case with most votes takes over if at least half of the rows vote for it. Otherwise nothing is carried over, and
what was said is kept: it holds again once such tasks come back.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

import pandas as pd

from analyzer.opportunity.likely_same import how_alike
from analyzer.opportunity.use_case_keys import row_marks

MOST_ROWS = 60
"""Rows that an anchor holds, those with most minutes first."""
LEAST_PART = 0.5
"""Part of an anchor's rows that must vote for a use case (judgement: below, it is another one)."""

Fate = Literal["gone", "spread"]


@dataclass(frozen=True)
class AnchorRow:
    """A row of a use case: mark, work key, words, and in which role and team ("" where none is stated)."""

    mark: str
    work: str
    words: str
    role: str = ""
    team: str = ""


@dataclass(frozen=True)
class Anchor:
    """A use case as it was when something was said of it."""

    key: str
    name: str
    rows: tuple[AnchorRow, ...]


@dataclass(frozen=True)
class Move:
    """A use case that is found under another key: the name it had, its key and name now, and how many rows voted."""

    name: str
    key: str
    name_now: str
    votes: int


@dataclass(frozen=True)
class Carried:
    """What became of anchored use cases whose key is not in the list, by that key.

    ``moved``: found again. ``lost``: name and fate of the others; "gone" if no row of them was found, "spread" if no
    use case has half of them.
    """

    moved: Mapping[str, Move] = field(default_factory=dict)
    lost: Mapping[str, tuple[str, Fate]] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """Text that is equal where all of it is equal."""
        return json.dumps(asdict(self), sort_keys=True)

    def today(self, key: str) -> str:
        """Return the key under which a use case stands today."""
        return self.moved[key].key if key in self.moved else key

    def before(self, key: str) -> list[str]:
        """Return the keys that a use case of today had before, the one with most votes first."""
        found = [(-move.votes, old) for old, move in self.moved.items() if move.key == key]
        return [old for _, old in sorted(found)]


def anchors_of(tasks: pd.DataFrame, keys: Collection[str]) -> dict[str, Anchor]:
    """Return the anchors of use cases as they stand.

    :param tasks: frame with ``use_case_key``, ``use_case``, ``work_key``, ``task``, ``role``, ``team`` and
        ``minutes_per_week``.
    :param keys: use cases; those that are not in the list are left out.
    """
    rows = tasks[tasks["use_case_key"].isin(list(keys))]
    rows = rows.assign(mark=row_marks(rows)).sort_values(["minutes_per_week", "mark"], ascending=[False, True])
    rows = rows.drop_duplicates(["use_case_key", "mark"])
    return {
        str(key): Anchor(
            str(key), str(of_case["use_case"].iloc[0]), tuple(map(_row, _records(of_case.head(MOST_ROWS))))
        )
        for key, of_case in rows.groupby("use_case_key", sort=True)
    }


def carry_over(anchors: Mapping[str, Anchor], tasks: pd.DataFrame) -> Carried:
    """Find again the use cases whose key is not in the list.

    :param anchors: by key.
    :param tasks: the list as it stands, the columns of :func:`anchors_of`.
    """
    present = set(tasks["use_case_key"])
    absent = [anchors[key] for key in sorted(anchors) if key not in present]
    if not absent:
        return Carried()
    known = _Today.of(tasks, {row.mark for anchor in anchors.values() for row in anchor.rows})
    moved, lost = {}, {}
    for anchor in absent:
        votes = Counter(key for row in anchor.rows if (key := known.vote(row)) is not None)
        key, count = min(votes.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
        if count and count >= LEAST_PART * len(anchor.rows):
            moved[anchor.key] = Move(anchor.name, key, known.names[key], count)
        else:
            lost[anchor.key] = (anchor.name, "spread" if count else "gone")
    return Carried(moved, lost)  # type: ignore[arg-type]


def as_kept(anchor: Anchor) -> dict[str, Any]:
    """Return an anchor as plain values."""
    return asdict(anchor) | {"rows": [asdict(row) for row in anchor.rows]}


def read_anchor(kept: object) -> Anchor | None:
    """Return an anchor from what :func:`as_kept` gave; ``None`` if it is nothing of the kind."""
    try:
        values: Any = kept
        rows = tuple(AnchorRow(**{name: str(value) for name, value in row.items()}) for row in values["rows"])
        return Anchor(str(values["key"]), str(values["name"]), rows)
    except (TypeError, KeyError, AttributeError):
        return None


@dataclass(frozen=True)
class _Today:
    """The list as it stands: use case by mark and by work, and the rows nobody anchored by role and team."""

    names: Mapping[str, str]
    by_mark: Mapping[str, str]
    by_work: Mapping[str, str]
    new: Mapping[tuple[str, str], list[tuple[str, str]]]

    @classmethod
    def of(cls, tasks: pd.DataFrame, anchored: Collection[str]) -> _Today:
        marks = row_marks(tasks)
        keys = tasks["use_case_key"].astype(str).tolist()
        new: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for key, mark, row in zip(keys, marks, _records(tasks), strict=True):
            if mark not in anchored:
                new[_text(row["role"]), _text(row["team"])].append((str(row["task"]), key))
        return cls(
            dict(zip(keys, tasks["use_case"].astype(str), strict=True)),
            dict(zip(marks, keys, strict=True)),
            dict(zip(tasks["work_key"].astype(str), keys, strict=True)),
            new,
        )

    def vote(self, row: AnchorRow) -> str | None:
        """Return the use case that a row belongs to now, if one can be told."""
        if row.mark in self.by_mark:
            return self.by_mark[row.mark]
        if row.work in self.by_work:
            return self.by_work[row.work]
        found = [(how_alike(row.words, words), key) for words, key in self.new.get((row.role, row.team), [])]
        alike = [(-likeness, key) for likeness, key in found if likeness > 0]
        return min(alike)[1] if alike else None


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    names = ["task", "role", "team", "work_key"] + (["mark"] if "mark" in rows.columns else [])
    return [dict(zip(names, values, strict=True)) for values in zip(*(rows[name] for name in names), strict=True)]


def _row(row: Mapping[str, Any]) -> AnchorRow:
    return AnchorRow(str(row["mark"]), str(row["work_key"]), str(row["task"]), _text(row["role"]), _text(row["team"]))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
