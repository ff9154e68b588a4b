"""Placing the use cases of a roadmap on tracks, quarter after quarter, until nothing fits any more.

There are as many tracks as use cases may be built at once; each does its part of the days of a quarter. Whatever can
begin earliest begins, the first in order before others, so that the same input always gives the same schedule. A use
case is one block: the preparation of teams that are not ready, its safeguards, its build, and where it is tried its
pilot. It begins when everything that it waits for is finished.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from analyzer.errors import UsageError
from analyzer.opportunity.dependencies import Dependency

PREPARATION_DAYS = 3.0
"""Days to prepare a team that is not ready: talk it over, train its lead, settle the rules (judgement)."""
WEEKS_A_QUARTER = 13

StepKind = Literal["readiness", "safeguards", "build", "pilot"]


@dataclass(frozen=True)
class Capacity:
    """What the organisation can take on.

    ``days_per_quarter``: days of work of those who build, 1 to 2,000; by default 30, half of one person's quarter.
    ``at_once``: use cases under way at the same time, 1 to 10. ``quarters``: how far the roadmap looks, 1 to 12.
    """

    days_per_quarter: float = 30.0
    at_once: int = 2
    quarters: int = 8

    def __post_init__(self) -> None:
        for name, value, least, most in (
            ("days_per_quarter", self.days_per_quarter, 1, 2000),
            ("at_once", self.at_once, 1, 10),
            ("quarters", self.quarters, 1, 12),
        ):
            if not isinstance(value, int | float) or not least <= value <= most:
                raise UsageError(
                    "The capacity “{name}” cannot be “{value}”: give a number from {least} to {most}.",
                    name=name,
                    value=str(value),
                    least=least,
                    most=most,
                )

    @property
    def days_per_track(self) -> float:
        """Days a quarter that one use case under way gets."""
        return self.days_per_quarter / self.at_once


@dataclass(frozen=True)
class Step:
    """One bar of the timeline; ``start`` and ``finish`` count quarters from the beginning, ``track`` from 0.

    ``kind``: "readiness" (``name`` is the team), "safeguards", "build" or "pilot" (``name`` is the use case). ``days``:
    of those who build; none while a pilot runs.
    """

    kind: StepKind
    key: str
    name: str
    days: float
    start: float
    finish: float
    track: int
    waits_for: tuple[Dependency, ...] = ()


@dataclass(frozen=True)
class Block:
    """A use case to be placed.

    ``safeguards`` and ``build``: days of those who build. ``pilot_weeks``: 0 where none is tried. ``rank``: its place
    in order, 0 first. ``waits_for``: what must be finished before. ``teams``: those that must be ready.
    """

    key: str
    name: str
    safeguards: float
    build: float
    pilot_weeks: int
    rank: int
    waits_for: tuple[Dependency, ...]
    teams: tuple[str, ...]


def placed(blocks: Sequence[Block], unready: frozenset[str], capacity: Capacity) -> tuple[list[Step], list[Block]]:
    """Place blocks on tracks until nothing fits any more.

    :param unready: teams that are prepared before the first use case that concerns them.
    :returns: the steps by their start, and the blocks that do not end within the horizon by their rank.
    """
    free = [0.0] * capacity.at_once
    finished: dict[str, float] = {}
    prepared: dict[str, float] = {}
    steps: list[Step] = []
    waiting = list(blocks)
    later: list[Block] = []
    while waiting:
        ready = [block for block in waiting if all(one.before in finished for one in block.waits_for)]
        if not ready:  # all the rest wait for something that does not fit in
            later.extend(waiting)
            break
        track = min(range(capacity.at_once), key=lambda place: (free[place], place))
        block = min(ready, key=lambda one: (max(free[track], _after(one, finished)), one.rank))
        waiting.remove(block)
        added = _steps_of(block, unready - prepared.keys(), track, free[track], finished, prepared, capacity)
        if added[-1].finish > capacity.quarters + 1e-9:
            later.append(block)
            continue
        steps.extend(added)
        free[track] = finished[block.key] = added[-1].finish
        prepared.update({step.key: step.finish for step in added if step.kind == "readiness"})
    later.sort(key=lambda block: block.rank)
    steps.sort(key=lambda step: (step.start, step.track, step.finish))
    return steps, later


def _after(block: Block, finished: Mapping[str, float]) -> float:
    return max((finished[one.before] for one in block.waits_for), default=0.0)


def _steps_of(
    block: Block,
    unready: frozenset[str],
    track: int,
    free: float,
    finished: Mapping[str, float],
    prepared: Mapping[str, float],
    capacity: Capacity,
) -> list[Step]:
    """Return the steps of a block from the moment it can begin: teams to prepare, safeguards, build, pilot."""
    begun = [prepared[team] for team in block.teams if team in prepared]
    now = max(free, _after(block, finished), *begun) if begun else max(free, _after(block, finished))
    waits = list(block.waits_for)
    parts: list[tuple[StepKind, str, str, float]] = [
        ("readiness", team, team, PREPARATION_DAYS) for team in block.teams if team in unready
    ]
    waits += [Dependency(team, block.key, "readiness") for team in block.teams if team in unready or team in prepared]
    if block.safeguards > 0:
        parts.append(("safeguards", block.key, block.name, block.safeguards))
    parts.append(("build", block.key, block.name, block.build))
    steps = []
    for kind, key, name, days in parts:
        finish = now + days / capacity.days_per_track
        own = () if kind == "readiness" else tuple(waits)
        steps.append(Step(kind, key, name, days, now, finish, track, own))
        now = finish
        if kind == "safeguards":
            waits.append(Dependency(key, key, "safeguards"))
    if block.pilot_weeks:
        # The track is kept for it: who builds looks on, and nothing of the same kind starts before it is judged.
        finish = now + block.pilot_weeks / WEEKS_A_QUARTER
        steps.append(Step("pilot", block.key, block.name, 0.0, now, finish, track, tuple(waits)))
    return steps
