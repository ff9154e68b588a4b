"""When no plan can keep all rules: which ones stand in the way, by how much, and the nearest plan that can be.

Each rule gets a slack, a number of quarter-hours by which it may be missed, and the least sum of slacks is looked for.
Where several rules could give way, the one that people care least about does: time of ambassadors first, what they
pinned themselves last.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, hstack

from analyzer.errors import UsageError
from analyzer.numbers import format_number
from analyzer.reallocation.candidates import Candidate
from analyzer.reallocation.model import Model
from analyzer.reallocation.rules import PlanRules

PRICES: Mapping[str, float] = {
    "ambassadors": 1.0,
    "learning": 1.2,
    "change": 1.4,
    "need": 1.6,
    "relief": 1.8,
    "week": 2.0,
    "pin": 4.0,
}
"""What a quarter-hour missed of each rule counts (judgement): a pin counts most, because a person decided it."""


@dataclass(frozen=True)
class Shortfall:
    """A rule that cannot be kept.

    ``rule``: one of :data:`PRICES`. ``group``: place of the role of a team. ``quarters``: by how much it is missed, in
    quarter-hours a week. ``candidate``: the pinned move, for pins. ``team``: for ambassadors.
    """

    rule: str
    group: int
    quarters: int
    candidate: Candidate | None = None
    team: str | None = None


def relaxed(model: Model, rules: PlanRules, until: float) -> tuple[Model, tuple[Shortfall, ...]]:
    """Return the programme with its rules loosened just enough that a plan exists, and what had to give way.

    :raises UsageError: if no plan exists even so, or none was found in time.
    """
    price = np.array([PRICES.get(row.rule, np.inf) for row in model.rows])
    slack = np.flatnonzero(np.isfinite(price))
    rows = model.constraints()
    # One unknown that lifts a row to its low end, one that lowers it to its high end.
    lifts = csr_array((np.ones(len(slack)), (slack, np.arange(len(slack)))), shape=(len(model.rows), len(slack)))
    matrix = hstack([rows.A, lifts, -lifts], format="csr")
    size = len(model.worth)
    found = milp(
        np.concatenate([np.zeros(size), price[slack], price[slack]]),
        integrality=np.concatenate([np.array(model.whole), np.zeros(2 * len(slack))]),
        bounds=Bounds(
            np.concatenate([np.array(model.low), np.zeros(2 * len(slack))]),
            np.concatenate([np.array(model.high), np.full(2 * len(slack), np.inf)]),
        ),
        constraints=LinearConstraint(matrix, rows.lb, rows.ub),
        options={"mip_rel_gap": rules.gap, "time_limit": max(until - time.monotonic(), 1.0)},
    )
    if found.x is None:
        raise UsageError(
            "No plan was found within {seconds} seconds: allow more time, or plan one team at a time.",
            seconds=partial(format_number, rules.seconds),
        )
    up, down = found.x[size : size + len(slack)], found.x[size + len(slack) :]
    loosened = list(model.rows)
    shortfalls: dict[tuple[str, int, Candidate | None], Shortfall] = {}
    for row, lifted, lowered in zip(slack, up, down, strict=True):
        if lifted < _NOTHING and lowered < _NOTHING:
            continue
        rule = model.rows[row]
        loosened[row] = replace(rule, low=rule.low - lifted - _NOTHING, high=rule.high + lowered + _NOTHING)
        short = Shortfall(rule.rule, rule.group or 0, round(max(lifted, lowered) + 0.49), rule.candidate, rule.team)
        key = (short.rule, short.group, short.candidate)
        if short.quarters == 0:  # what keeps a whole quarter-hour from counting as reached, and nothing that is missed
            continue
        if key not in shortfalls or shortfalls[key].quarters < short.quarters:
            shortfalls[key] = short
    return replace(model, rows=loosened), tuple(shortfalls.values())


_NOTHING = 1e-6
"""Slack that is only the solver's tolerance."""
