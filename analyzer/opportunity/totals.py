"""Totals by role, team, use case and lane, and how many people stand behind them.

Central totals are the sums of their rows. Low and high ends come from the draws, group by group: the ends of rows are
never added, because not everything goes badly, or well, at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.opportunity.assumptions import DAYS_PER_WEEK, Assumptions
from analyzer.opportunity.columns import Coded, FloatArray
from analyzer.opportunity.draws import TAIL, Draws
from analyzer.opportunity.lanes import LANES
from analyzer.opportunity.local_facts import EVERYBODY
from analyzer.opportunity.simulate import Range
from analyzer.opportunity.staff import Staff

MONTHS_PER_YEAR = 12
"""A month is a twelfth of a working year, so that twelve of them make one."""

GROUPINGS = ("role", "team", "use_case", "lane")
ENDS = ("low", "central", "high")
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Groups(Coded):
    """One grouping of a list, and what no assumption changes of its groups: arrays of one value a group, in the order
    of ``names``; ``minutes_per_week`` are hundredths."""

    tasks: IntArray
    tasks_without_time: IntArray
    headcount: FloatArray
    minutes_per_week: FloatArray


def grouped(by: Coded, minutes: pd.Series, staff: Staff) -> Groups:
    """Count what stands in each group.

    :param by: the groups of the tasks.
    :param minutes: minutes a week of each task, missing where unknown.
    :param staff: the people behind the tasks.
    """
    return Groups(
        by.codes,
        by.names,
        np.bincount(by.codes, minlength=len(by)),
        by.sums(np.isnan(minutes.to_numpy(dtype=np.float64)).astype(np.float64)).astype(np.int64),
        staff.headcounts(by.codes, len(by)),
        np.round(by.sums(minutes.fillna(0.0).to_numpy(dtype=np.float64)), 2),
    )


def with_people(groups: Mapping[str, Groups], stated: Mapping[str, float]) -> dict[str, Groups]:
    """Return groupings with the people that somebody counted in the place of those found in the list.

    A role, path or use case keeps the people found, but no more than there are in all.

    :param groups: by grouping, "total" and "team" among them.
    :param stated: people by team, and in all under :data:`~analyzer.opportunity.local_facts.EVERYBODY`.
    """
    if not stated:
        return dict(groups)
    teams = groups["team"]
    named = [stated.get(name) if isinstance(name, str) else None for name in teams.names]
    by_team = np.array([found if said is None else said for said, found in zip(named, teams.headcount, strict=True)])
    found_in_all = float(groups["total"].headcount.sum())
    moved = float((by_team - teams.headcount).sum())  # who is in two teams is one person in all
    in_all = stated.get(EVERYBODY, max(1.0, found_in_all + moved))
    if len(teams) == 1 and named[0] is None:
        by_team = np.full(1, in_all)
    result = {by: replace(one, headcount=np.minimum(one.headcount, in_all)) for by, one in groups.items()}
    result["team"] = replace(teams, headcount=np.minimum(by_team, in_all))
    result["total"] = replace(groups["total"], headcount=np.full(len(groups["total"]), in_all))
    return result


def everything(rows: int) -> Coded:
    """Return the grouping that has one group."""
    return Coded(np.zeros(rows, dtype=np.intp), pd.Index(["total"]))


def rounded_down(minutes: FloatArray) -> FloatArray:
    """Cut minutes to hundredths: figures with two decimals add up as they are shown, and never exceed what they are
    part of."""
    return np.floor(minutes * 100 + 1e-6) / 100


def total_range(total: Draws) -> Range:
    """Return the 5th and 95th percentile of the draws of everything."""
    low, high = np.quantile(total.astype(np.float64), [TAIL, 1 - TAIL])
    return Range(np.array([low]), np.array([high]))


def totals_of(by: str, groups: Groups, freed: FloatArray, ends: Range, assumptions: Assumptions) -> pd.DataFrame:
    """Return the totals of one grouping.

    :param by: "total" or one of :data:`GROUPINGS`.
    :param freed: central minutes a week that each task frees.
    :param ends: ranges of minutes a week, in the order of the groups.
    :returns: see :meth:`analyzer.opportunity.HoursEstimate.totals`.
    """
    result = pd.DataFrame({by: groups.names})
    for name in ("tasks", "tasks_without_time", "headcount", "minutes_per_week"):
        result[name] = getattr(groups, name)
    # Whole hundredths are added, so that the sum is exact and does not depend on the order of the rows.
    central = groups.sums(np.round(freed * 100)) / 100
    low, high = rounded_down(ends.low), rounded_down(ends.high)
    _add_rates(
        result, {"low": np.minimum(low, central), "central": central, "high": np.maximum(high, central)}, assumptions
    )
    return result.drop(columns="total") if by == "total" else _sorted(result, by)


def _add_rates(result: pd.DataFrame, freed: Mapping[str, FloatArray], assumptions: Assumptions) -> None:
    """Add the minutes freed, and what they are per person per day, as a share, and by year; without people or time it
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
    """Put the group that frees most first, of equals the first by name; lanes stay in their own order."""
    freed = result["minutes_freed_central"].to_numpy(dtype="float64")
    order = [LANES.index(lane) for lane in result["lane"]] if by == "lane" else -freed
    return result.take(np.argsort(np.asarray(order), kind="stable")).reset_index(drop=True)
