"""The columns this room reads from the scores frame, brought into a form that can be counted with."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.errors import UsageError

FloatArray: TypeAlias = npt.NDArray[np.float64]
BoolArray: TypeAlias = npt.NDArray[np.bool_]
Codes: TypeAlias = npt.NDArray[np.intp]
"""For each task the number 0, 1, … of the group it belongs to."""


@dataclass(frozen=True, eq=False)
class Coded:
    """A column whose different values were told apart once, so that what depends on them is looked up once a value.

    ``codes``: for each task the place of its value in ``names``; a missing value is one of the names.
    """

    codes: Codes
    names: pd.Index

    @classmethod
    def of(cls, column: pd.Series) -> Self:
        """Number the values of a column 0, 1, … in their order; a missing one comes last."""
        codes, names = pd.factorize(column, sort=True, use_na_sentinel=False)
        return cls(codes.astype(np.intp), pd.Index(names))

    def __len__(self) -> int:
        return len(self.names)

    def numbers(self, values: Mapping[str, float], default: float) -> FloatArray:
        """Return for each task the number that belongs to its value."""
        return np.array([values.get(name, default) for name in self.names], dtype=np.float64)[self.codes]

    def texts(self, values: Mapping[str, str], default: str) -> pd.Series:
        """Return for each task the text that belongs to its value."""
        known = pd.Series([values.get(name, default) for name in self.names], dtype="str")
        return known.take(self.codes).reset_index(drop=True)

    def among(self, values: Collection[str]) -> BoolArray:
        """Tell which tasks have one of some values."""
        return np.array([name in values for name in self.names], dtype=np.bool_)[self.codes]

    def sums(self, values: FloatArray) -> FloatArray:
        """Add up the tasks of each value."""
        added: FloatArray = np.bincount(self.codes, weights=values, minlength=len(self.names)).astype(np.float64)
        return added


NUMBERS = (
    "repetitiveness",
    "automatability",
    "automatability_low",
    "automatability_high",
    "assistance",
    "physical",
    "interpersonal",
)
"""Score columns of 0..100."""

CODES = ("activity", "solution", "oversight", "flags", "work_key", "task", "language")
"""Text columns that are read."""

TIME = ("minutes_per_week", "headcount")

NEW_COLUMNS = (
    "lane",
    "family",
    "share_freed_low",
    "share_freed_central",
    "share_freed_high",
    "minutes_freed_low",
    "minutes_freed_central",
    "minutes_freed_high",
    "effort",
    "priority",
    "use_case",
    "use_case_key",
    "family_rule",
    "oversight_needed",
    "uncertain",
    "adoption",
    "review",
    "evidence_origin",
    "week_factor",
)
"""What the room adds; the last seven open the arithmetic of a row: minutes_per_week x share_freed_central x adoption x
(1 - review) x week_factor = minutes_freed_central, unless the time is unknown. ``week_factor`` is 1 unless the role
declares more than its people work."""


def counted(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the columns that are read, without gaps.

    :param scores: one row a task, with the columns of the scores frame.
    :returns: RangeIndex; numbers as float64, a missing score as 0 and a missing confidence as 0 (nothing is freed by
        what is not known), text as "" where missing, ``headcount`` at least a person unless stated lower; ``role``,
        ``team`` and ``person`` as they are; ``minutes_per_week`` NaN where unknown.
    :raises UsageError: if a column is missing.
    """
    for column in (*NUMBERS, "confidence", *CODES, *TIME):
        if column not in scores.columns:
            raise UsageError("The scores have no column “{column}”: score the tasks first.", column=column)
    frame = pd.DataFrame(index=pd.RangeIndex(len(scores)))
    unknown = _numbers(scores["automatability"]).isna()
    for column in NUMBERS:
        frame[column] = _numbers(scores[column]).fillna(0.0).clip(0.0, 100.0)
    frame.loc[unknown, ["automatability_low", "automatability_high"]] = 0.0
    frame["automatability_low"] = frame[["automatability_low", "automatability"]].min(axis=1)
    frame["automatability_high"] = frame[["automatability_high", "automatability"]].max(axis=1)
    frame["confidence"] = _numbers(scores["confidence"]).fillna(0.0).clip(0.0, 1.0)
    for column in CODES:
        frame[column] = _text(scores[column]).fillna("")
    frame["work_key"] = frame["work_key"].where(frame["work_key"] != "", frame["task"])
    minutes = _numbers(scores["minutes_per_week"])
    frame["minutes_per_week"] = minutes.where(minutes >= 0)
    headcount = _numbers(scores["headcount"])
    frame["headcount"] = headcount.where(headcount > 0, 1.0)
    for column in ("role", "team", "person"):
        frame[column] = (
            _text(scores[column]) if column in scores.columns else pd.Series(pd.NA, frame.index, dtype="str")
        )
    stated = scores["overridden"].reset_index(drop=True) if "overridden" in scores.columns else False
    frame["overridden"] = pd.Series(stated, index=frame.index).fillna(False).astype(bool)
    return frame


def _numbers(column: pd.Series) -> pd.Series:
    values = pd.to_numeric(column, errors="coerce").astype("float64").reset_index(drop=True)
    return values.where(np.isfinite(values))


def _text(column: pd.Series) -> pd.Series:
    return column.astype("str").reset_index(drop=True)
