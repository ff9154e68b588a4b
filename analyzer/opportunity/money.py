"""Hours in money: what use cases cost, what the time they free is worth, and when the one pays for the other.

Time freed times the cost of an hour is what the time costs, not money in the bank: nothing is gained until somebody
decides what the hours become. Everything is drawn: the hours by the estimate's own draws, costs beside them
(``outlay.py``), and the central figure is the arithmetic of the central values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.costs import Amount, Costs, costs_of
from analyzer.opportunity.draws import TAIL, normal, two_piece
from analyzer.opportunity.hour_value import HourValue
from analyzer.opportunity.outlay import CostDraws, Outlay, people
from analyzer.opportunity.ramp import pace_of
from analyzer.opportunity.returns import (
    break_even_adoption,
    net_after_three_years,
    payback_months,
    three_year_return,
    waiting_per_month,
)
from analyzer.opportunity.totals import ENDS
from analyzer.opportunity.value import use_case_table, with_keys
from analyzer.opportunity.worth import weighed

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate

CASE_DRAWS = 2_000
"""Draws for a single use case: chance moves the ends of its range by about 2 %."""
IN_A_FILE = 200
"""Use cases that a file holds with ranges of their own, the first of the table: more take seconds to draw."""


@dataclass(frozen=True)
class BusinessCase:
    """Money of some use cases together, each low, central, high, in the currency of the costs.

    ``value``: what the time freed in a year costs today. ``build``: once, training included. ``run``: a year.
    ``net``: what is left after three years. ``payback``: months, infinite beyond ten years. ``three_year_return``: net
    as a share of build. ``waiting``: what each month of doing nothing costs. ``break_even``: adoption at which three
    years bring what they cost; above 1 it cannot be reached.
    """

    value: Amount
    build: Amount
    run: Amount
    net: Amount
    payback: Amount
    three_year_return: Amount
    waiting: Amount
    break_even: Amount


@dataclass(frozen=True, eq=False)
class Money:
    """What an estimate is worth and costs.

    ``total``: of the use cases that pay for themselves within three years, those of one kind of solution together,
    ``None`` if there is none. ``cases``: every use case that frees something, the highest priority first, with
    ``use_case_key``, ``use_case``, ``solution``, ``hours_per_year``, ``pays`` (bool) and the central ``value``,
    ``build`` and ``run``; :meth:`in_full` reckons their ranges. ``counted`` and ``left_out``: how many use cases pay,
    and do not. ``hours``: hours a year that the total counts. ``adoption``: the one that they went by, on average.
    ``pace``: share of the full saving by month of use. ``paying``: keys of the use cases that pay.
    """

    total: BusinessCase | None
    cases: pd.DataFrame
    counted: int
    left_out: int
    hours: Amount
    costs: Costs
    adoption: float
    pace: FloatArray
    paying: frozenset[str]
    hour_value: HourValue = field(repr=False)
    outlays: Sequence[Outlay] = field(repr=False)
    _drawn: dict[int, BusinessCase] = field(default_factory=dict, repr=False)

    def in_full(self, cases: pd.DataFrame) -> list[BusinessCase]:
        """Return some use cases, each low, central and high; what was asked for once is not drawn again.

        :param cases: rows of :attr:`cases`.
        """
        drawn = CostDraws(self.costs, self.hour_value.estimate.assumptions.seed, CASE_DRAWS)
        places = [int(place) for place in cases.index]
        for at, place in enumerate(places):
            if place not in self._drawn:
                self._drawn[place] = _single(
                    self.hour_value, cases.iloc[at], place, self.outlays[place], drawn, self.pace
                )
        return [self._drawn[place] for place in places]


def estimate_money(estimate: HoursEstimate, costs: Costs | None = None) -> Money:
    """Put an estimate into money.

    A use case counts if it leaves something after three years, those of one kind of solution together (``worth.py``);
    the first of its kind, in the order of priority, bears the whole build.

    :param estimate: an estimate of hours freed; the cost of an hour that its facts state for a role counts for it.
    :param costs: the project's costs; the shipped ones if absent.
    """
    costs = costs or costs_of()
    frame, table = with_keys(estimate.frame), use_case_table(estimate)
    table = table[table["minutes_freed_central"] > 0].reset_index(drop=True)
    hours, heads = HourValue.of(frame, table, estimate, costs), people(frame)
    pace = pace_of(estimate)
    central = CostDraws(costs, 0, 1)
    worth_of = [(hours.value([place], None), hours.mean_hour([place], None)) for place in range(len(table))]

    def amounts(place: int, outlay: Outlay) -> tuple[FloatArray, FloatArray, FloatArray]:
        value, hour = worth_of[place]
        return value, central.build([outlay], hour), central.run([outlay])

    def left(place: int, outlay: Outlay) -> float:
        value, build, run = amounts(place, outlay)
        return float(net_after_three_years(value, run, build, pace)[0])

    worths = weighed(table, heads, left)
    outlays, paying = [worth.outlay for worth in worths], [worth.taken for worth in worths]
    reckoned = [[float(one[0]) for one in amounts(place, outlay)] for place, outlay in enumerate(outlays)]
    chosen = [place for place, pays in enumerate(paying) if pays]
    total = _total(hours, chosen, outlays, costs, pace) if chosen else None
    names = ["use_case_key", "use_case", "solution"]
    cases = table[[*names, *(f"minutes_freed_{end}" for end in ENDS)]].assign(
        hours_per_year=table["hours_per_year_central"],
        pays=np.array(paying, dtype=bool),
        **dict(zip(("value", "build", "run"), np.array(reckoned, dtype="float64").reshape(-1, 3).T, strict=True)),
    )
    return Money(
        total,
        cases,
        len(chosen),
        len(table) - len(chosen),
        hours.in_all(chosen),
        costs,
        adoption_of(estimate),
        pace,
        frozenset(table["use_case_key"].iloc[chosen]),
        hours,
        outlays,
    )


def _total(
    hours: HourValue, chosen: Sequence[int], outlays: Sequence[Outlay], costs: Costs, pace: FloatArray
) -> BusinessCase:
    """Reckon some use cases together, with the estimate's own draws of everything as the shape of their hours."""
    estimate, relative = hours.estimate, hours.relative_draws()
    summed: dict[str, Outlay] = {}
    for place in chosen:
        outlay = outlays[place]
        summed[outlay.solution] = summed[outlay.solution] + outlay if outlay.solution in summed else outlay
    drawn = CostDraws(costs, estimate.assumptions.seed, len(relative))
    return _reckoned(hours, chosen, list(summed.values()), relative, drawn, pace)


def _single(
    hours: HourValue, row: pd.Series, place: int, outlay: Outlay, drawn: CostDraws, pace: FloatArray
) -> BusinessCase:
    """Reckon one use case; its hours are drawn from its own range."""
    low, central, high = (float(row[f"minutes_freed_{end}"]) for end in ENDS)
    own = normal(drawn.seed, f"hours of {row['use_case_key']}", drawn.count)
    relative = np.maximum(two_piece(own, low, central, high).astype(np.float64), 0.0) / central
    return _reckoned(hours, [place], [outlay], relative, drawn, pace)


def _reckoned(
    hours: HourValue,
    places: Sequence[int],
    outlays: Sequence[Outlay],
    relative: FloatArray,
    drawn: CostDraws,
    pace: FloatArray,
) -> BusinessCase:
    """Reckon use cases once with the central values and once in every draw.

    :param relative: hours of each draw over the central hours.
    """
    adoption = adoption_of(hours.estimate)
    central, varied = (
        _figures(
            hours.value(places, costs.count) * share,
            costs.build(outlays, hours.mean_hour(places, costs.count)),
            costs.run(outlays),
            adopted,
            pace,
        )
        for costs, share, adopted in (
            (CostDraws(drawn.costs, drawn.seed, 1), np.ones(1), np.full(1, adoption)),
            (drawn, relative, _adoption(hours.estimate, adoption, drawn.count)),
        )
    )
    return BusinessCase(**{name: range_of(varied[name], float(central[name][0])) for name in central})


def _figures(
    value: FloatArray, build: FloatArray, run: FloatArray, adoption: FloatArray, pace: FloatArray
) -> Mapping[str, FloatArray]:
    return {
        "value": value,
        "build": build,
        "run": run,
        "net": net_after_three_years(value, run, build, pace),
        "payback": payback_months(value, run, build, pace),
        "three_year_return": three_year_return(value, run, build, pace),
        "waiting": waiting_per_month(value, run),
        "break_even": break_even_adoption(adoption, value, run, build, pace),
    }


def adoption_of(estimate: HoursEstimate) -> float:
    """Return the adoption of the hours freed on average: teams and families may differ in it."""
    frame = estimate.frame
    freed = frame["minutes_freed_central"].to_numpy(dtype="float64")
    if freed.sum() <= 0:
        return estimate.assumptions.adoption
    return float(np.average(frame["adoption"].to_numpy(dtype="float64"), weights=freed))


def _adoption(estimate: HoursEstimate, central: float, count: int) -> FloatArray:
    """Return the adoption that each draw of the estimate went by: the estimate draws it under the same name."""
    assumed, margin = estimate.assumptions.adoption, estimate.assumptions.adoption_margin
    drawn = two_piece(normal(estimate.assumptions.seed, "adoption", count), assumed - margin, assumed, assumed + margin)
    return np.clip(drawn.astype(np.float64), 0.0, 1.0) * (central / assumed if assumed > 0 else 1.0)


def range_of(drawn: FloatArray, central: float) -> Amount:
    """Return the 5th and the 95th percentile of draws around the central value; infinite values are allowed."""
    low, high = np.quantile(drawn, [TAIL, 1 - TAIL], method="inverted_cdf")
    return Amount(min(float(low), central), central, max(float(high), central))
