"""Very large parts: planned some roles at a time, with all the others held where they are.

The start is a plan that any list has: the floors, what people pinned, and all else given back. Then blocks of roles are
planned again one after the other, first team by team, then together with the roles that they could help, so that no
round makes the plan worse. The programme without whole numbers is solved beside it: it tells who should help whom, and
what no plan can exceed. The plan keeps every rule; what it may lack is its gap.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy.optimize import milp

from analyzer.reallocation.infeasible import Shortfall, relaxed
from analyzer.reallocation.model import FloatArray, Model, Row
from analyzer.reallocation.rules import PlanRules

LARGE = 15_000
"""Unknowns from which a part is solved this way: 200 roles with 40 activities each, all tied together, have fewer."""

_ROLES = 40
"""Roles that are planned together: a block of them takes less than a second."""
_GAP = 2e-3
"""Gap within which a block is solved; the gap of the whole plan is told from the bound."""
_SHORTEST = 1.0
"""Seconds that a block gets at least."""
_TOLERANCE = 1e-5
_FOUND, _STOPPED, _INFEASIBLE = 0, 1, 2
"""Values of ``milp``'s ``status``."""


@dataclass(frozen=True)
class Answer:
    """What a search found, named as scipy names it; ``x`` is ``None`` where it found nothing.

    ``shortfalls``: what had to give way because the rules contradict each other.
    """

    x: FloatArray | None
    fun: float | None
    mip_dual_bound: float | None
    status: int
    shortfalls: tuple[Shortfall, ...] = ()


def solve_large(model: Model, worths: FloatArray, rules: PlanRules, until: float) -> Answer:
    """Solve a large part, block by block.

    :param worths: worth of each unknown, with what tells equals apart.
    :param until: when to stop, on the clock of ``time.monotonic``; a round of blocks that has begun is ended.
    """
    model = replace(model, rows=list(model.rows))
    loose = _without_whole_numbers(model, worths, until)
    search, complete = _Search(model, worths, rules, until), True
    for number, blocks in enumerate(_rounds(model, loose.x)):
        complete = number == 0 or time.monotonic() < until
        if not complete:
            break
        # At first help goes where it should go, not to whoever asks in the first block.
        search.go(blocks, _help_at_most(model, loose.x) if number == 0 else np.array(model.high))
    if search.shortfalls:
        loose = _without_whole_numbers(model, worths, until)
    if not search.holds() or loose.x is None:
        return Answer(None, None, None, _STOPPED)
    worth, status = float(worths @ search.x), _FOUND if complete else _STOPPED
    return Answer(search.x, -worth, float(loose.fun), status, tuple(search.shortfalls.values()))


class _Search:
    """A plan that is made better block by block; ``x`` holds it."""

    def __init__(self, model: Model, worths: FloatArray, rules: PlanRules, until: float) -> None:
        self.model, self.worths, self.rules, self.until = model, worths, rules, until
        self.x = _start(model)
        self.shortfalls: dict[tuple[Any, ...], Shortfall] = {}
        self._rows_of: list[list[int]] = [[] for _ in self.x]
        for at, row in enumerate(model.rows):
            for place in row.coefficients:
                self._rows_of[place].append(at)

    def go(self, blocks: Sequence[Sequence[int]], high: FloatArray) -> None:
        """Plan each block of roles again; ``high``: most of each unknown."""
        block_of = {group: number for number, block in enumerate(blocks) for group in block}
        unknowns: list[list[int]] = [[] for _ in blocks]
        for place, owner in enumerate(self.model.owners):
            unknowns[block_of[owner]].append(place)
        for places in unknowns:
            self._again(places, high)

    def holds(self, at: Sequence[int] | None = None) -> bool:
        """Return whether the plan keeps every row, or every one of some."""
        rows = self.model.rows if at is None else [self.model.rows[place] for place in at]
        return all(row.low - _TOLERANCE <= _sum(row, self.x) <= row.high + _TOLERANCE for row in rows)

    def _again(self, places: Sequence[int], high: FloatArray) -> None:
        """Plan some unknowns again; where no plan keeps the rules, those that stand in the way are loosened."""
        at = sorted({row for place in places for row in self._rows_of[place]})
        part, stood = self._part(places, at, high), self.holds(at)
        found = self._run(part, places)
        if found.x is None and found.status == _INFEASIBLE:
            loosened, shortfalls = relaxed(part, self.rules, self.until)
            for place, now, before in zip(at, loosened.rows, part.rows, strict=True):
                row = self.model.rows[place]
                self.model.rows[place] = replace(
                    row,
                    low=row.low + (now.low - before.low if np.isfinite(row.low) else 0.0),
                    high=row.high + (now.high - before.high if np.isfinite(row.high) else 0.0),
                )
            self.shortfalls |= {(one.rule, one.group, one.candidate): one for one in shortfalls}
            found = self._run(loosened, places)
        if found.x is not None:
            planned = np.where(np.array(part.whole), np.rint(found.x), found.x)
            if not stood or self.worths[places] @ planned > self.worths[places] @ self.x[places]:
                self.x[places] = planned

    def _part(self, places: Sequence[int], at: Sequence[int], high: FloatArray) -> Model:
        """Return the programme of some unknowns, with all others held where they are."""
        new = {place: number for number, place in enumerate(places)}
        rows = []
        for row in (self.model.rows[place] for place in at):
            mine = {new[place]: value for place, value in row.coefficients.items() if place in new}
            held = sum(value * self.x[place] for place, value in row.coefficients.items() if place not in new)
            rows.append(replace(row, coefficients=mine, low=row.low - held, high=row.high - held))
        return Model(
            low=[self.model.low[place] for place in places],
            high=[float(high[place]) for place in places],
            worth=[self.model.worth[place] for place in places],
            rows=rows,
            candidates={new[place]: one for place, one in self.model.candidates.items() if place in new},
            whole=[self.model.whole[place] for place in places],
            owners=[self.model.owners[place] for place in places],
        )

    def _run(self, part: Model, places: Sequence[int]) -> Any:
        seconds = max(self.until - time.monotonic(), _SHORTEST)
        return milp(
            -self.worths[places],
            integrality=np.array(part.whole),
            bounds=part.bounds(),
            constraints=part.constraints(),
            options={"mip_rel_gap": max(self.rules.gap, _GAP), "time_limit": seconds},
        )


def _sum(row: Row, x: FloatArray) -> float:
    return float(sum(value * x[place] for place, value in row.coefficients.items()))


def _without_whole_numbers(model: Model, worths: FloatArray, until: float) -> Any:
    """Return the best there could be if amounts need not be whole."""
    seconds = max(until - time.monotonic(), _SHORTEST)
    return milp(-worths, bounds=model.bounds(), constraints=model.constraints(), options={"time_limit": seconds})


def _start(model: Model) -> FloatArray:
    """Return the plan to begin with: what is pinned, the floor of learning, and all else given back."""
    x = np.zeros(len(model.worth))
    left: dict[int, float] = {}
    least: dict[int, float] = {}
    for row in model.rows:
        if row.rule == "pin":
            x[next(iter(row.coefficients))] = row.low
        elif row.rule == "budget":
            left[model.owners[next(iter(row.coefficients))]] = row.low
        elif row.rule == "learning" and row.coefficients:
            least[model.owners[next(iter(row.coefficients))]] = row.low
    pinned = {place for place, size in enumerate(x) if size}
    for place in pinned:
        left[model.owners[place]] -= x[place]
    for kind in ("learning", "relief"):
        for place, candidate in model.candidates.items():
            if candidate.kind == kind and place not in pinned:
                wanted = least[candidate.giver] if kind == "learning" else np.inf
                x[place] = max(0.0, min(left[candidate.giver], wanted))
                left[candidate.giver] -= x[place]
    return x


def _help_at_most(model: Model, loose: FloatArray | None) -> FloatArray:
    """Return the most of each unknown when help goes only where it goes without whole numbers."""
    high = np.array(model.high)
    if loose is not None:
        helps = [place for place, candidate in model.candidates.items() if candidate.receiver is not None]
        high[helps] = np.ceil(loose[helps] - _TOLERANCE)
    return high


def _rounds(model: Model, loose: FloatArray | None) -> Iterator[list[list[int]]]:
    """Yield blocks of roles: by teams, by who could help whom, and by teams again."""
    everybody = sorted(set(model.owners))
    by_team = [
        owner
        for row in model.rows
        if row.rule == "ambassadors"
        for owner in dict.fromkeys(model.owners[place] for place in row.coefficients)
    ]
    ordered = list(dict.fromkeys([*by_team, *everybody]))
    teams = [ordered[start : start + _ROLES] for start in range(0, len(ordered), _ROLES)]
    yield teams
    yield _helping(everybody, _ties(model, loose))
    yield teams


def _ties(model: Model, loose: FloatArray | None) -> dict[int, list[int]]:
    """Return for each role those that it could help or be helped by, the most helped one first."""
    ties: dict[int, list[tuple[float, int]]] = {}
    for place, candidate in model.candidates.items():
        if candidate.receiver is not None:
            size = 0.0 if loose is None else -float(loose[place])
            ties.setdefault(candidate.giver, []).append((size, candidate.receiver))
            ties.setdefault(candidate.receiver, []).append((size, candidate.giver))
    return {group: [other for _, other in sorted(pairs)] for group, pairs in ties.items()}


def _helping(groups: Sequence[int], ties: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """Return blocks of roles that could help each other: each begins with one role and goes on to those tied to it."""
    left, blocks, block = dict.fromkeys(groups), [], list[int]()
    for first in groups:
        queue = deque([first])
        while queue:
            group = queue.popleft()
            if group not in left:
                continue
            del left[group]
            block.append(group)
            queue.extend(ties.get(group, ()))
            if len(block) == _ROLES:
                blocks.append(block)
                block = []
                break
    return [*blocks, block] if block else blocks
