"""Which use cases give back the hours that they take: building, safeguards and learning against what they free."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analyzer.opportunity.costs import Costs
from analyzer.opportunity.outlay import Outlay, build_days, people, safeguards_days, training_hours
from analyzer.opportunity.value import with_keys
from analyzer.opportunity.worth import weighed

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate

SHORTEST_DAYS = 0.5
YEARS_OF_USE = 2
"""A use case is left out if building, safeguards and learning take more hours than it frees, beside the others of its
kind of solution (``worth.py``), in the years that such a tool is in use before it has to be made anew (judgement: the
models it rests on change faster than that)."""


@dataclass(frozen=True)
class Work:
    """What one use case takes: its outlay, and of it days of safeguards and of building, hours of learning."""

    outlay: Outlay
    safeguards: float
    build: float
    learning: float


def works_worth(
    cases: pd.DataFrame, estimate: HoursEstimate, costs: Costs, always: Collection[str] = ()
) -> dict[str, Work]:
    """Return what use cases take, by key, given what those before have put in place; those that take more than they
    give back are left out.

    :param cases: rows of the :func:`~analyzer.opportunity.value.use_case_table`, in the order in which they would be
        built.
    :param always: keys of use cases that are kept whatever they take.
    """
    freed = (cases["hours_per_year_central"] * YEARS_OF_USE).tolist()

    def left(place: int, outlay: Outlay) -> float:
        work = _work(outlay, costs)
        taken = (work.safeguards + work.build) * estimate.assumptions.hours_per_day + work.learning
        return float(freed[place] - taken)

    worths = weighed(cases, people(with_keys(estimate.frame)), left, always)
    return {
        key: _work(worth.outlay, costs) for key, worth in zip(cases["use_case_key"], worths, strict=True) if worth.taken
    }


def _work(outlay: Outlay, costs: Costs) -> Work:
    built = max(build_days(outlay, costs), SHORTEST_DAYS)
    return Work(outlay, safeguards_days(outlay, costs), built, training_hours(outlay, costs))
