"""What is done in several roles or teams, and what it would save to solve it once."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.totals import ENDS


@dataclass(frozen=True)
class SharedWork:
    """The use cases that several roles or teams share.

    :ivar use_cases: how many there are.
    :ivar minutes_freed: central minutes a week that they could free together.
    :ivar places: in how many roles (of teams) they are done, all told: solved one by one, so many solutions.
    """

    use_cases: int
    minutes_freed: float
    places: int


def where_done(tasks: pd.DataFrame) -> pd.DataFrame:
    """Return what a use case takes and could free in each role of each team.

    The rows of one use case are the same work: what makes one of them free more makes the others free more too, so
    within it the ends of ranges may be added.

    :param tasks: opportunity frame.
    :returns: one row a use case, team and role, in the order of their keys: ``use_case_key``, ``use_case``, ``team``,
        ``role`` (missing where unknown), ``tasks``, ``minutes_per_week`` and ``minutes_freed_low/central/high`` (all
        per week; rows without a time count for none).
    """
    held = tasks.reindex(columns=["use_case_key", "use_case", "team", "role", "minutes_per_week", *_FREED])
    grouped = held.groupby(["use_case_key", "use_case", "team", "role"], dropna=False, sort=True)
    return grouped.agg(
        tasks=("minutes_per_week", "size"), **{name: (name, "sum") for name in ("minutes_per_week", *_FREED)}
    ).reset_index()


def shared_work(tasks: pd.DataFrame) -> SharedWork:
    """Sum up the use cases that stand in more than one role or team.

    :param tasks: opportunity frame.
    """
    places = where_done(tasks)
    several = places[places.duplicated("use_case_key", keep=False)]
    freed: FloatArray = several["minutes_freed_central"].to_numpy(dtype="float64")
    return SharedWork(several["use_case_key"].nunique(), float(freed.sum()), len(several))


_FREED = tuple(f"minutes_freed_{end}" for end in ENDS)
