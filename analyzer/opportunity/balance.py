"""Work that a roadmap adds, and work that it takes away, quarter by quarter.

Building and learning are work too: they count from the quarter in which they are done, hours freed only from the month
in which a use case is in use, following the ramp-up. ``workload.py`` warns where the one runs ahead of the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analyzer.i18n import translate
from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.ramp import pace_of
from analyzer.opportunity.totals import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate
    from analyzer.opportunity.schedule import Step

MONTHS_A_QUARTER = 3


@dataclass(frozen=True)
class Quarter:
    """One quarter, counted from 0: days of building, hours of building and of learning added, hours taken away, also by
    month."""

    number: int
    days: float
    hours_building: float
    hours_learning: float
    hours_freed: float
    freed_by_month: tuple[float, ...] = ()

    @property
    def hours_added(self) -> float:
        """Hours of work that the plan asks for."""
        return self.hours_building + self.hours_learning


@dataclass(frozen=True)
class QuarterDate:
    """A quarter of a year; ``quarter`` is 1 to 4."""

    year: int
    quarter: int

    def name(self, after: int, language: str) -> str:
        """Return the name of the quarter that comes ``after`` quarters later: "Q1 2027", "T1 2027"."""
        years, quarter = divmod(self.quarter - 1 + after, 4)
        return translate("Q{quarter} {year}", language, quarter=quarter + 1, year=self.year + years)


def next_quarter(day: date) -> QuarterDate:
    """Return the quarter after the one that a day lies in: what is planned today begins then."""
    quarter = (day.month - 1) // MONTHS_A_QUARTER + 1
    return QuarterDate(day.year + quarter // 4, quarter % 4 + 1)


def balance(
    steps: Sequence[Step],
    training: Mapping[str, float],
    cases: pd.DataFrame,
    estimate: HoursEstimate,
    quarters: int,
) -> tuple[Quarter, ...]:
    """Reckon what is added and taken away in each quarter.

    Days fall evenly between a step's start and finish; people learn in the quarter in which a build ends; from then on,
    or from the end of the pilot, hours are freed.

    :param steps: steps of the roadmap; their ``start`` and ``finish`` count quarters from 0.
    :param training: hours of learning by use-case key.
    :param cases: table of use cases with ``use_case_key`` and ``hours_per_year_central``.
    """
    hours_a_year = dict(zip(cases["use_case_key"], cases["hours_per_year_central"], strict=True))
    days, learning = np.zeros(quarters), np.zeros(quarters)
    freed_by_month = np.zeros(quarters * MONTHS_A_QUARTER)
    for step in steps:
        for number in range(quarters):
            overlap = min(step.finish, number + 1) - max(step.start, number)
            if overlap > 0:
                days[number] += step.days * overlap / (step.finish - step.start)
        if step.kind == "build":
            learning[min(int(np.ceil(step.finish)) - 1, quarters - 1)] += training.get(step.key, 0.0)
    for key, shares in shares_in_use(steps, estimate, len(freed_by_month)).items():
        freed_by_month += float(hours_a_year[key]) / MONTHS_PER_YEAR * shares
    freed = freed_by_month.reshape(quarters, MONTHS_A_QUARTER).sum(axis=1)
    per_day = estimate.assumptions.hours_per_day
    return tuple(
        Quarter(
            number,
            float(days[number]),
            float(days[number] * per_day),
            float(learning[number]),
            float(freed[number]),
            tuple(freed_by_month[number * MONTHS_A_QUARTER : (number + 1) * MONTHS_A_QUARTER].tolist()),
        )
        for number in range(quarters)
    )


def shares_in_use(steps: Sequence[Step], estimate: HoursEstimate, months: int) -> dict[str, FloatArray]:
    """Return how much of its full saving each use case that is built frees in each month, 0..1.

    It is in use from the day on which its build ends, or its pilot, and follows the ramp-up from there.

    :param steps: steps of the roadmap.
    :param months: how many months from the beginning.
    :returns: by use-case key, shape (months,); what is never built is left out: it frees nothing.
    """
    in_use: dict[str, float] = {}
    for step in steps:
        if step.kind in ("build", "pilot"):
            in_use[step.key] = max(step.finish, in_use.get(step.key, 0.0))
    pace = pace_of(estimate)
    return {key: _reached(begun, pace, months) for key, begun in in_use.items()}


def _reached(begun: float, pace: FloatArray, months: int) -> FloatArray:
    """Return the share that one use case reaches in each month; of the month in which it begins only the rest counts.

    :param begun: quarters from the beginning to the day it is in use.
    """
    reached = np.zeros(months)
    for month in range(months):
        since = month - begun * MONTHS_A_QUARTER
        if since > -1:
            reached[month] = pace[min(int(max(since, 0)), len(pace) - 1)] * min(1.0, since + 1)
    return reached
