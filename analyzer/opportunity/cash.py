"""Cash by month at the pace of the roadmap: what is spent while use cases are built, and what comes back once in use.

    a month's cash = value of the time freed in it - running - building
    paid back      = the month from which all cash since the beginning adds up to nothing or more, and stays so

Everything follows the roadmap's own steps. What building costs, training included, falls evenly on the days on which a
use case and its safeguards are built; a team's preparation takes days of the same people. Running is paid, and time is
freed, from the day on which the use case is in use, the pilot over; what is freed follows the ramp-up from there. A use
case's own payback (``money.py``) counts from that day; a budget counts from the first day of the roadmap.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analyzer.opportunity.balance import MONTHS_A_QUARTER, shares_in_use
from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.costs import Amount, Costs, costs_of
from analyzer.opportunity.hour_value import HourValue
from analyzer.opportunity.money import range_of
from analyzer.opportunity.outlay import CostDraws
from analyzer.opportunity.returns import LONGEST_PAYBACK, MONTHS
from analyzer.opportunity.totals import ENDS, MONTHS_PER_YEAR
from analyzer.opportunity.value import use_case_table, with_keys

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate
    from analyzer.opportunity.roadmap import Roadmap
    from analyzer.opportunity.schedule import Step


@dataclass(frozen=True, eq=False)
class CashFlow:
    """Money by month from the first day of a roadmap, in the currency of the costs.

    ``months``: three years, one row a month: ``month`` (1 is the first), central ``saved``, ``running`` and
    ``building``, and of the sum of all months so far ``so_far_low``, ``so_far_central``, ``so_far_high``. ``payback``:
    months from the beginning, infinite beyond ten years. ``advanced``: the most that is spent before it comes back.
    ``after_three_years``: the sum after 36 months. ``roadmap`` and ``costs``: what it rests on.
    """

    months: pd.DataFrame
    payback: Amount
    advanced: Amount
    after_three_years: Amount
    roadmap: Roadmap
    costs: Costs


def cash_flow(
    roadmap: Roadmap, estimate: HoursEstimate, costs: Costs | None = None, *, cases: pd.DataFrame | None = None
) -> CashFlow | None:
    """Follow the money of a roadmap month by month.

    :param roadmap: made of the same estimate and costs.
    :param cases: the estimate's :func:`~analyzer.opportunity.value.use_case_table`, if it is at hand.
    :returns: ``None`` if the roadmap builds nothing that frees time.
    """
    costs, cases = costs or costs_of(), use_case_table(estimate) if cases is None else cases
    table = cases[cases["use_case_key"].isin(list(roadmap.outlays)) & (cases["minutes_freed_central"] > 0)]
    table = table.reset_index(drop=True)
    if table.empty:
        return None
    steps = _Months.of(roadmap, estimate, table["use_case_key"].tolist())
    hours = HourValue.of(with_keys(estimate.frame), table, estimate, costs)
    seed, relative = estimate.assumptions.seed, hours.relative_draws()
    central = steps.flows(roadmap, hours, CostDraws(costs, seed, 1), np.ones(1))
    varied = steps.flows(roadmap, hours, CostDraws(costs, seed, len(relative)), relative)
    so_far, drawn = (np.cumsum(flows.cash, axis=1) for flows in (central, varied))
    shown = slice(0, MONTHS)
    months = pd.DataFrame(
        {
            "month": range(1, MONTHS + 1),
            "saved": central.saved[0, shown],
            "running": central.running[0, shown],
            "building": central.building[0, shown],
        }
    )
    ends = [range_of(drawn[:, month], float(so_far[0, month])) for month in range(MONTHS)]
    for end in ENDS:
        months[f"so_far_{end}"] = [getattr(amount, end) for amount in ends]
    return CashFlow(
        months,
        range_of(paid_back(varied.cash), float(paid_back(central.cash)[0])),
        range_of(_advanced(drawn), float(_advanced(so_far)[0])),
        ends[-1],
        roadmap,
        costs,
    )


def paid_back(cash: FloatArray) -> FloatArray:
    """Return the months after which what was spent has come back for good, within the month in proportion.

    :param cash: by draw and month. A later build may take the sum below nothing again: the last time counts.
    :returns: 0 where nothing was ever to be advanced, infinite where the last month still ends below nothing.
    """
    so_far = np.cumsum(cash, axis=1)
    months = cash.shape[1]
    below = so_far < -1e-9
    last = np.where(below.any(axis=1), months - 1 - np.argmax(below[:, ::-1], axis=1), -1)
    month = np.minimum(last + 1, months - 1)
    draws = np.arange(len(cash))
    part = -so_far[draws, last] / np.where(cash[draws, month] > 0, cash[draws, month], 1.0)
    paid: FloatArray = np.where(last < 0, 0.0, np.where(last == months - 1, np.inf, month + part))
    return paid


def _advanced(so_far: FloatArray) -> FloatArray:
    deepest: FloatArray = np.maximum(-so_far.min(axis=1), 0.0)
    return deepest


@dataclass(frozen=True, eq=False)
class _Flows:
    """Money by draw and month."""

    saved: FloatArray
    running: FloatArray
    building: FloatArray

    @property
    def cash(self) -> FloatArray:
        return self.saved - self.running - self.building


@dataclass(frozen=True, eq=False)
class _Months:
    """What happens in each month, by use case in the order of ``keys``; each array has the shape (keys, months).

    ``built``: parts of the build, which add up to 1. ``run``: parts of the month in use. ``reached``: parts of the full
    saving. ``prepared``: days of preparing teams, by month.
    """

    keys: list[str]
    built: FloatArray
    run: FloatArray
    reached: FloatArray
    prepared: FloatArray

    @classmethod
    def of(cls, roadmap: Roadmap, estimate: HoursEstimate, keys: list[str]) -> _Months:
        count = LONGEST_PAYBACK
        reached = shares_in_use(roadmap.steps, estimate, count)
        built = {key: np.zeros(count) for key in keys}
        in_use = dict.fromkeys(keys, 0.0)
        prepared = np.zeros(count)
        for step in roadmap.steps:
            if step.kind == "readiness":
                prepared += step.days * _spread(step, count)
            elif step.key in built:
                in_use[step.key] = max(in_use[step.key], step.finish * MONTHS_A_QUARTER)
                if step.kind != "pilot":
                    built[step.key] += step.days * _spread(step, count)
        number = np.arange(count)
        return cls(
            keys,
            np.array([built[key] / built[key].sum() for key in keys]),
            np.array([np.clip(number + 1 - in_use[key], 0.0, 1.0) for key in keys]),
            np.array([reached[key] for key in keys]),
            prepared,
        )

    def flows(self, roadmap: Roadmap, hours: HourValue, costs: CostDraws, relative: FloatArray) -> _Flows:
        """Return the money of every month, in as many draws as ``costs`` and ``relative`` have."""
        places = range(len(self.keys))
        # Stated costs of roles are certain, the hour of the others is drawn once for all of them.
        certain = hours.stated @ self.reached / MONTHS_PER_YEAR
        drawn = hours.hour(costs.count)[:, None] * (hours.unstated @ self.reached / MONTHS_PER_YEAR)
        hour = hours.mean_hour(places, costs.count)
        outlays = [[roadmap.outlays[key]] for key in self.keys]
        build = np.stack([costs.build(outlay, hour) for outlay in outlays], axis=1)
        run = np.stack([costs.run(outlay) for outlay in outlays], axis=1)
        prepared = costs.drawn("any", "day_rate")[:, None] * self.prepared
        return _Flows(
            relative[:, None] * (certain + drawn), run @ self.run / MONTHS_PER_YEAR, build @ self.built + prepared
        )


def _spread(step: Step, months: int) -> FloatArray:
    """Return which part of a step falls in each month."""
    start, finish = step.start * MONTHS_A_QUARTER, step.finish * MONTHS_A_QUARTER
    number = np.arange(months)
    overlap: FloatArray = np.clip(np.minimum(finish, number + 1) - np.maximum(start, number), 0.0, None)
    return overlap / (finish - start)
