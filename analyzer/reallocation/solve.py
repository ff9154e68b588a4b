"""Solving the programme: parts that do not depend on each other apart, each within the gap and the time allowed.

HiGHS (``scipy.optimize.milp``) is deterministic: the same programme gives the same answer. The programme depends on
names and numbers only, never on the order of rows, and activities of equal worth are told apart by a worth so small
that all of them together never outweigh a thousandth of a point. Only where time runs out could a slower machine stop
earlier; the plan then says so.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from scipy.optimize import milp
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from analyzer.errors import UsageError
from analyzer.numbers import format_number
from analyzer.reallocation.candidates import Candidate
from analyzer.reallocation.groups import Group
from analyzer.reallocation.infeasible import Shortfall, relaxed
from analyzer.reallocation.large import LARGE, Answer, solve_large
from analyzer.reallocation.model import FloatArray, Model, build
from analyzer.reallocation.rules import MONTHS_PER_YEAR, PlanRules

MEDIUM = 4_000
"""Unknowns from which a part need not be solved closer than :data:`_MEDIUM_GAP`: the last thousandths take longest."""
_MEDIUM_GAP = 5e-3
_SHORTEST = 0.05
"""Seconds that a part gets at least: most take a hundredth of one."""
_TIE = 1e-3
"""Largest sum of the worths that only tell equals apart; whole points are compared."""
_FEASIBLE, _INFEASIBLE = 0, 2
"""Values of ``milp``'s ``status``; others mean that time ran out."""


@dataclass(frozen=True)
class Solution:
    """What the search found.

    ``amounts``: quarter-hours a week by candidate, only what is not 0. ``ambassadors``: the same by group.
    ``value``: points x quarter-hours, higher is better. ``bound``: no plan can be worth more. ``complete``: whether the
    search ended before its time. ``shortfalls``: what had to give way because the rules contradict each other.
    """

    amounts: Mapping[Candidate, int]
    ambassadors: Mapping[int, int]
    value: float
    bound: float
    complete: bool
    shortfalls: tuple[Shortfall, ...] = ()

    @property
    def gap(self) -> float:
        """Share of the best possible value that this plan may lack, 0..1."""
        return max(0.0, (self.bound - self.value) / self.bound) if self.bound > 0 else 0.0


def solve(
    groups: Sequence[Group], candidates: Sequence[Candidate], rules: PlanRules, months: int = MONTHS_PER_YEAR
) -> Solution:
    """Return the best plan that the rules allow, or the nearest one where they contradict each other.

    :param groups: roles of teams.
    :param candidates: as :func:`analyzer.reallocation.candidates.candidates_of` gives them.
    :param months: months from the start until the plan stands.
    :raises UsageError: if no plan was found in the time allowed.
    """
    until = time.monotonic() + rules.seconds
    found = [
        _solve_part(build(part, groups, candidates, rules, months), rules, until)
        for part in _parts(groups, candidates, rules)
    ]
    return Solution(
        amounts={candidate: size for one in found for candidate, size in one.amounts.items()},
        ambassadors={group: size for one in found for group, size in one.ambassadors.items()},
        value=sum(one.value for one in found),
        bound=sum(one.bound for one in found),
        complete=all(one.complete for one in found),
        shortfalls=tuple(shortfall for one in found for shortfall in one.shortfalls),
    )


def _parts(groups: Sequence[Group], candidates: Sequence[Candidate], rules: PlanRules) -> list[list[int]]:
    """Return the groups that depend on each other, by help or by the ambassadors of their team."""
    links = [(c.giver, c.receiver) for c in candidates if c.receiver is not None]
    if rules.ambassador_share > 0:
        first: dict[str, int] = {}
        links += [(first.setdefault(group.team or "", place), place) for place, group in enumerate(groups)]
    size = len(groups)
    rows, columns = zip(*links, strict=True) if links else ((), ())
    graph = coo_array((np.ones(len(links)), (np.array(rows, int), np.array(columns, int))), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    parts: dict[int, list[int]] = {}
    for place, label in enumerate(labels):
        parts.setdefault(int(label), []).append(place)
    return [part for part in parts.values() if any(groups[member].budget > 0 for member in part)]


def _solve_part(model: Model, rules: PlanRules, until: float) -> Solution:
    """Solve one part; where it cannot be, relax what stands in the way as little as possible and solve again."""
    found, shortfalls = _search(model, rules, until)
    if found.x is None:
        raise UsageError(
            "No plan was found within {seconds} seconds: allow more time, or plan one team at a time.",
            seconds=partial(format_number, rules.seconds),
        )
    sizes = np.rint(found.x).astype(int)
    value = float(np.array(model.worth) @ np.where(model.whole, sizes, found.x))
    bound = max(value, -float(found.mip_dual_bound)) if found.mip_dual_bound is not None else value
    return Solution(
        amounts={candidate: int(sizes[at]) for at, candidate in model.candidates.items() if sizes[at] > 0},
        ambassadors={group: int(sizes[at]) for at, group in model.ambassadors.items() if sizes[at] > 0},
        value=value,
        bound=value if bound - value < 2 * _TIE else bound,
        complete=found.status == _FEASIBLE,
        shortfalls=shortfalls,
    )


def _search(model: Model, rules: PlanRules, until: float) -> tuple[Any, tuple[Shortfall, ...]]:
    """Return what was found, named as scipy names it, and what had to give way."""
    worths, shortfalls = _worths(model), tuple[Shortfall, ...]()
    if len(worths) > LARGE:
        answer = solve_large(model, worths, rules, until)
        return answer, answer.shortfalls
    found = _run(model, worths, rules, until)
    if found.status == _INFEASIBLE:
        model, shortfalls = relaxed(model, rules, until)
        found = _run(model, worths, rules, until)
    if found.status != _FEASIBLE and not shortfalls and len(worths) > MEDIUM:
        found = _better(found, solve_large(model, worths, rules, until))
    return found, shortfalls


def _better(found: Any, other: Answer) -> Any:
    """Return the better of two answers, with the closer bound."""
    if other.x is None or other.mip_dual_bound is None or (found.x is not None and found.fun <= other.fun):
        return found
    return replace(other, mip_dual_bound=max(other.mip_dual_bound, found.mip_dual_bound or -np.inf))


def _run(model: Model, worths: FloatArray, rules: PlanRules, until: float) -> Any:
    """Run HiGHS on a model."""
    gap = max(rules.gap, _MEDIUM_GAP) if len(worths) > MEDIUM else rules.gap
    return milp(
        -worths,
        integrality=np.array(model.whole),
        bounds=model.bounds(),
        constraints=model.constraints(),
        options={"mip_rel_gap": gap, "time_limit": max(until - time.monotonic(), _SHORTEST)},
    )


def _worths(model: Model) -> FloatArray:
    """Return the worths with what tells equals apart: the earlier by name is worth a little more."""
    worths = np.array(model.worth)
    most = sum(high for high, worth in zip(model.high, model.worth, strict=True) if worth > 0)
    amounts = sorted(model.candidates)
    step = _TIE / max(most * len(amounts), 1.0)
    for rank, place in enumerate(amounts):
        worths[place] += step * (len(amounts) - rank)
    return worths
