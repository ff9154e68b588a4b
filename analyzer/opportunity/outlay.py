"""What has to be paid for use cases: counted in builds, people and years, and drawn as money.

A kind of solution costs alike wherever it is used: in one draw its days, its licence and its training have one value
for all use cases of that kind. The first use case of a kind bears the whole build; a follower bears the part
``follow_up_share`` of days, running and training of people who know the tool already. A licence is paid once a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.costs import Amount, Costs
from analyzer.opportunity.draws import normal, two_piece
from analyzer.opportunity.safeguard_steps import safeguard_steps

Unit = tuple[str, str]
"""A role in a team; "" where the list names none."""


@dataclass(frozen=True)
class Outlay:
    """What one or several use cases of one kind of solution need, in units of the costs.

    ``firsts`` and ``followers``: use cases that come first of their kind, and the others. ``safeguard_days``: days that
    the steps of their flags take (``safeguard_steps.py``). ``learners``: people who learn the tool, and need a licence;
    ``users``: people who know it and learn one more use of it.
    """

    solution: str
    firsts: float = 0.0
    followers: float = 0.0
    safeguard_days: float = 0.0
    learners: float = 0.0
    users: float = 0.0

    def __add__(self, other: Outlay) -> Outlay:
        return Outlay(
            self.solution,
            self.firsts + other.firsts,
            self.followers + other.followers,
            self.safeguard_days + other.safeguard_days,
            self.learners + other.learners,
            self.users + other.users,
        )


@dataclass
class Ledger:
    """What is in place already: kinds of solution, and who knows each."""

    known: dict[str, dict[Unit, float]] = field(default_factory=dict)

    def outlay(self, solution: str, flags: str, units: Mapping[Unit, float]) -> Outlay:
        """Return what one more use case would need; nothing is put in place by asking."""
        held = self.known.get(solution)
        knowing = {unit: min(heads, (held or {}).get(unit, 0.0)) for unit, heads in units.items()}
        return Outlay(
            solution,
            firsts=float(held is None),
            followers=float(held is not None),
            safeguard_days=float(sum(step.days for step in safeguard_steps(flags, solution))),
            learners=sum(units.values()) - sum(knowing.values()),
            users=sum(knowing.values()),
        )

    def put(self, solution: str, units: Mapping[Unit, float]) -> None:
        """Put a use case in place: its kind of solution is there, its people know it."""
        held = self.known.setdefault(solution, {})
        for unit, heads in units.items():
            held[unit] = max(held.get(unit, 0.0), heads)


def people(frame: pd.DataFrame) -> dict[str, dict[Unit, float]]:
    """Return the people of each use case, by role in a team.

    :param frame: opportunity frame with ``use_case_key``.
    """
    rows = frame.assign(
        role=frame["role"].fillna(""), team=frame["team"].fillna(""), headcount=frame["headcount"].fillna(1.0)
    )
    groups = rows.groupby(["use_case_key", "role", "team"], sort=True)
    heads = groups["headcount"].max().to_frame("stated")
    heads["named"] = groups["person"].nunique() if "person" in rows.columns else 0
    found: dict[str, dict[Unit, float]] = {}
    for (key, role, team), stated, named in zip(heads.index, heads["stated"], heads["named"], strict=True):
        found.setdefault(str(key), {})[str(role), str(team)] = float(max(stated, named))
    return found


@dataclass(frozen=True, eq=False)
class CostDraws:
    """The costs of a project in ``count`` draws; 1 stands for the central values."""

    costs: Costs
    seed: int
    count: int
    _kept: dict[tuple[str, str], FloatArray] = field(default_factory=dict, repr=False)

    def drawn(self, solution: str, item: str) -> FloatArray:
        """Return the draws of one cost, never below 0; the same for the same name."""
        name = solution, item
        if name not in self._kept:
            self._kept[name] = drawn_amount(self.costs.of(*name), self.seed, f"cost {solution} {item}", self.count)
        return self._kept[name]

    def build(self, outlays: Iterable[Outlay], hour: FloatArray) -> FloatArray:
        """Return the money that building and training take, once; one value a draw."""
        total = np.zeros(self.count)
        rate, follow, safe = (self.drawn("any", item) for item in ("day_rate", "follow_up_share", "safeguards_factor"))
        for outlay in outlays:
            days = self.drawn(outlay.solution, "build_days") * (outlay.firsts + outlay.followers * follow)
            trained = outlay.learners + outlay.users * follow
            total += (days + safe * outlay.safeguard_days) * rate
            total += self.drawn(outlay.solution, "purchase") * outlay.firsts
            total += self.drawn(outlay.solution, "training_hours") * trained * hour
        return total

    def run(self, outlays: Iterable[Outlay]) -> FloatArray:
        """Return the money that running takes in a year; one value a draw."""
        total = np.zeros(self.count)
        rate, follow = self.drawn("any", "day_rate"), self.drawn("any", "follow_up_share")
        for outlay in outlays:
            days = self.drawn(outlay.solution, "run_days") * (outlay.firsts + outlay.followers * follow)
            total += days * rate + self.drawn(outlay.solution, "licence") * outlay.learners
        return total


def drawn_amount(amount: Amount, seed: int, name: str, count: int) -> FloatArray:
    """Return draws of a range by name, never below 0.

    :param count: number of draws; 1 stands for the central value itself.
    """
    if count == 1:
        return np.array([amount.central])
    drawn = two_piece(normal(seed, name, count), amount.low, amount.central, amount.high)
    return np.maximum(drawn, 0).astype(np.float64)


def build_days(outlay: Outlay, costs: Costs) -> float:
    """Return the central days of work that a use case takes to build, safeguards left out."""
    follow = costs.general("follow_up_share").central
    return costs.of(outlay.solution, "build_days").central * (outlay.firsts + outlay.followers * follow)


def safeguards_days(outlay: Outlay, costs: Costs) -> float:
    """Return the central days that its safeguards take."""
    return costs.general("safeguards_factor").central * outlay.safeguard_days


def training_hours(outlay: Outlay, costs: Costs) -> float:
    """Return the central hours that its people spend learning."""
    follow = costs.general("follow_up_share").central
    return costs.of(outlay.solution, "training_hours").central * (outlay.learners + outlay.users * follow)
