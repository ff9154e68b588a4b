"""Totals by role, team, use case and lane, and how many people stand behind them.

Central totals are the sums of their rows. Low and high ends come from the draws, group by group: the ends of rows are
never added, because not everything goes badly, or well, at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analyzer.opportunity.assumptions import DAYS_PER_WEEK, Assumptions
from analyzer.opportunity.columns import Codes, FloatArray
from analyzer.opportunity.draws import TAIL, Draws
from analyzer.opportunity.lanes import LANES
from analyzer.opportunity.simulate import Range
from analyzer.opportunity.staff import Staff

MONTHS_PER_YEAR = 12
"""A month is a twelfth of a working year, so that twelve of them make one."""

GROUPINGS = ("role", "team", "use_case", "lane")
ENDS = ("low", "central", "high")


def group_codes(frame: pd.DataFrame, by: str) -> tuple[Codes, pd.Index]:
    """Number the groups of a column 0, 1, … in the order of their keys; a missing key is a group of its own, the
    last."""
    codes, keys = pd.factorize(frame[by], sort=True, use_na_sentinel=False)
    return codes.astype(np.intp), pd.Index(keys)


def rounded_down(minutes: FloatArray) -> FloatArray:
    """Cut minutes to hundredths: figures with two decimals add up as they are shown, and never exceed what they are
    part of."""
    return np.floor(minutes * 100 + 1e-6) / 100


def total_range(total: Draws) -> Range:
    """Return the 5th and 95th percentile of the draws of everything."""
    low, high = np.quantile(total.astype(np.float64), [TAIL, 1 - TAIL])
    return Range(np.array([low]), np.array([high]))


def totals_of(
    frame: pd.DataFrame,
    tasks: pd.DataFrame,
    by: str,
    *,
    codes: Codes,
    keys: pd.Index,
    ends: Mapping[str, Range],
    staff: Staff,
    assumptions: Assumptions,
) -> pd.DataFrame:
    """Return the totals of one grouping.

    :param frame: rows of the opportunity frame.
    :param tasks: the same rows, counted.
    :param by: "total" or one of :data:`GROUPINGS`.
    :param codes: for each row the number of its group.
    :param keys: names of the groups.
    :param staff: the people behind the rows.
    :param ends: ranges of minutes a week by grouping, in the order of :func:`group_codes`.
    :returns: see :meth:`analyzer.opportunity.HoursEstimate.totals`.
    """
    size = len(keys)
    minutes = tasks["minutes_per_week"]
    result = pd.DataFrame({by: keys})
    result["tasks"] = np.bincount(codes, minlength=size)
    result["tasks_without_time"] = np.bincount(codes, weights=minutes.isna(), minlength=size).astype("int64")
    result["headcount"] = staff.headcounts(codes, size)
    result["minutes_per_week"] = np.round(np.bincount(codes, weights=minutes.fillna(0.0), minlength=size), 2)
    # Whole hundredths are added, so that the sum is exact and does not depend on the order of the rows.
    hundredths = np.round(frame["minutes_freed_central"].to_numpy(dtype="float64") * 100)
    central = np.bincount(codes, weights=hundredths, minlength=size) / 100
    low, high = rounded_down(ends[by].low), rounded_down(ends[by].high)
    freed = {"low": np.minimum(low, central), "central": central, "high": np.maximum(high, central)}
    _add_rates(result, freed, assumptions)
    if by == "total":
        return result.drop(columns="total")
    return _sorted(result, by)


def _add_rates(result: pd.DataFrame, freed: Mapping[str, FloatArray], assumptions: Assumptions) -> None:
    """Add the minutes freed, and what they are by person and day, as a share, and by year; without people or time it
    is 0."""
    for end in ENDS:
        result[f"minutes_freed_{end}"] = freed[end]
    heads = result["headcount"].to_numpy(dtype="float64")
    minutes = result["minutes_per_week"].to_numpy(dtype="float64")
    for end in ENDS:
        result[f"minutes_per_person_per_day_{end}"] = _ratio(freed[end] / DAYS_PER_WEEK, heads)
    for end in ENDS:
        result[f"share_{end}"] = _ratio(freed[end], minutes)
    for end in ENDS:
        result[f"hours_per_year_{end}"] = freed[end] / DAYS_PER_WEEK * assumptions.working_days_per_year / 60
    for end in ENDS:
        result[f"hours_per_month_{end}"] = result[f"hours_per_year_{end}"] / MONTHS_PER_YEAR


def _ratio(values: FloatArray, by: FloatArray) -> FloatArray:
    return np.divide(values, by, out=np.zeros_like(values), where=by > 0)


def _sorted(result: pd.DataFrame, by: str) -> pd.DataFrame:
    """Put the group that frees most first; lanes stay in their own order."""
    if by == "lane":
        order: Sequence[int] = [LANES.index(lane) for lane in result["lane"]]
        return result.iloc[np.argsort(order)].reset_index(drop=True)
    return result.sort_values(["minutes_freed_central", by], ascending=[False, True], kind="stable").reset_index(
        drop=True
    )
