"""The first year: hours grow month by month until everybody who will work the new way does.

Use grows evenly from nothing on the first day to its full extent after the months assumed, so that a month's share is
the mean over its days: with 6 months to full use the first month reaches 1/12, the second 3/12, the sixth 11/12, and
the first year frees three quarters of a full one. A team that is less ready takes longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.totals import ENDS, MONTHS_PER_YEAR

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate
    from analyzer.opportunity.local_facts import LocalFacts

LONGEST_RAMP = 48
"""Months of ramp-up looked at: after them a team is where it will be."""


@dataclass(frozen=True, eq=False)
class RampUp:
    """The first months.

    ``months``: one row a month: ``month`` (1 is the first), ``share`` reached of full use (0..1, weighted by what each
    team could free), ``hours_low``, ``hours_central``, ``hours_high`` freed in that month. ``months_to_full``: months
    until every team is there. ``full_year``: hours, low, central and high, of a year in full use.
    """

    months: pd.DataFrame
    months_to_full: float
    full_year: tuple[float, float, float]

    def hours(self, first: int) -> tuple[float, float, float]:
        """Return the hours, low, central and high, that the first months free together.

        :param first: how many: 1 for the first month, 3 for the first quarter, 12 for the first year.
        """
        low, central, high = (float(self.months[f"hours_{end}"].head(first).sum()) for end in ENDS)
        return low, central, high


def ramp_up(estimate: HoursEstimate, months: int = MONTHS_PER_YEAR) -> RampUp:
    """Return what an estimate frees in its first months.

    :param months: how many months to return.
    """
    teams = estimate.prepared.groups["team"]
    to_full = np.array([months_to_full(team, estimate) for team in teams.names])
    weights = teams.sums(estimate.frame["minutes_freed_central"].to_numpy(dtype="float64"))
    weights = weights / weights.sum() if weights.sum() > 0 else np.full(len(weights), 1 / max(1, len(weights)))
    shares = [
        float(sum(weight * share_reached(month, full) for weight, full in zip(weights, to_full, strict=True)))
        for month in range(1, months + 1)
    ]
    total = estimate.totals("total").iloc[0]
    frame = pd.DataFrame({"month": range(1, months + 1), "share": shares})
    for end in ENDS:
        frame[f"hours_{end}"] = frame["share"] * float(total[f"hours_per_month_{end}"])
    low, central, high = (float(total[f"hours_per_year_{end}"]) for end in ENDS)
    return RampUp(frame, float(to_full.max(initial=0.0)), (low, central, high))


def pace_of(estimate: HoursEstimate) -> FloatArray:
    """Return the share of the full saving that each month after the start brings, 0..1."""
    return ramp_up(estimate, LONGEST_RAMP).months["share"].to_numpy(dtype=np.float64)


def share_reached(month: int, months: float) -> float:
    """Return the mean share of full use over one month, 0..1.

    :param month: 1 is the first.
    :param months: months from the first day to full use; 0 means at once.
    """
    start = float(month - 1)
    if start >= months:
        return 1.0
    until = min(float(month), months)  # use grows up to here; from here to the end of the month it is full
    return (until - start) * (start + until) / 2 / months + (month - until)


def months_to_full(team: object, estimate: HoursEstimate) -> float:
    """Return how many months a team takes to full use: the assumption, moved by its readiness."""
    return estimate.assumptions.ramp_up_months * _factor(team, estimate.facts)


def _factor(team: object, facts: LocalFacts) -> float:
    answers = facts.readiness.get(team if isinstance(team, str) else "", facts.readiness.get(""))
    return answers.ramp_up_factor if answers is not None else 1.0
