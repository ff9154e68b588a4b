"""The roadmap: which use case is built when, under what the organisation can take on.

Work is laid out on as many tracks as use cases may be built at once; each track does its part of the days of a quarter.
Whatever can begin earliest begins, the highest priority first, so that the same input always gives the same roadmap. A
use case is one block: its safeguards, its build, and for the first of all its pilot. It begins when everything that it
waits for is finished (``dependencies.py``, and the preparation of a team that is not ready). What does not end within
the horizon is *later*.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import pandas as pd

from analyzer.errors import UsageError
from analyzer.opportunity.balance import Quarter, balance
from analyzer.opportunity.costs import Costs, costs_of
from analyzer.opportunity.dependencies import Dependency, dependencies
from analyzer.opportunity.outlay import Ledger, Outlay, build_days, people, safeguards_days, training_hours
from analyzer.opportunity.pilot import Pilot, propose_pilot
from analyzer.opportunity.value import use_case_table, with_keys
from analyzer.opportunity.workload import WorkloadWarning, workload_warning

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate

PREPARATION_DAYS = 3.0
"""Days to prepare a team that is not ready: talk it over, train its lead, settle the rules (judgement)."""
NOT_READY = 0.9
"""A team whose answers lower adoption by a tenth or more is prepared first."""
SHORTEST_DAYS = 0.5
WEEKS_A_QUARTER = 13
YEARS_OF_USE = 3
"""A use case is left out if building, safeguards and learning take more hours than it frees in the years that such a
tool is in use."""
MOST_TAKEN = 300
"""Use cases laid out, the first of the table: more than anybody can look at, or build in three years."""


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


@dataclass(frozen=True, eq=False)
class Roadmap:
    """A roadmap.

    ``steps`` by their start. ``later``: use cases that do not fit in, by name, the first of them first. ``too_dear``:
    use cases that would take more hours than they give back. ``unpaid``: use cases left out because they do not pay for
    themselves in money. ``quarters``: work added and taken away. ``outlays``: what each use case that is built needs,
    by key, given what those before it have put in place.
    """

    steps: tuple[Step, ...]
    later: tuple[str, ...]
    too_dear: tuple[str, ...]
    quarters: tuple[Quarter, ...]
    capacity: Capacity
    unpaid: tuple[str, ...] = ()
    outlays: Mapping[str, Outlay] = field(default_factory=dict)

    @property
    def built(self) -> tuple[Step, ...]:
        """The builds, by their start."""
        return tuple(step for step in self.steps if step.kind == "build")

    def workload_warning(self, names: Sequence[str]) -> WorkloadWarning | None:
        """Return a warning if the plan adds work faster than it takes away.

        :param names: names of its quarters (:meth:`~analyzer.opportunity.balance.QuarterDate.name`).
        """
        freed, added = zip(*((one.hours_freed, one.hours_added) for one in self.quarters), strict=True)
        return workload_warning(freed, added, names)


@dataclass(frozen=True)
class _Block:
    """A use case to be placed: its days, and what it waits for."""

    key: str
    name: str
    safeguards: float
    build: float
    pilot_weeks: int
    rank: int
    waits_for: tuple[Dependency, ...]
    teams: tuple[str, ...]


def plan_roadmap(
    estimate: HoursEstimate,
    capacity: Capacity | None = None,
    *,
    cases: pd.DataFrame | None = None,
    costs: Costs | None = None,
    paying: Collection[str] | None = None,
) -> Roadmap:
    """Lay out the use cases of an estimate in quarters.

    :param estimate: an estimate of hours freed; use cases of "not now" are left out, and those that would take more
        hours than they give back in three years, the pilot excepted: it is there to find out.
    :param capacity: what can be taken on.
    :param cases: its :func:`~analyzer.opportunity.value.use_case_table`, if it is at hand.
    :param costs: they say how long building, safeguards and training take; the shipped ones if absent.
    :param paying: keys of the use cases that pay for themselves in money (``Money.paying``): the others are left out,
        the pilot excepted. All are built where money was not reckoned.
    """
    capacity, costs = capacity or Capacity(), costs or costs_of()
    cases = use_case_table(estimate) if cases is None else cases
    pilot = propose_pilot(estimate, cases, costs)
    wanted = _in_order(cases[cases["quadrant"] != "not_now"], pilot)
    trial = pilot.use_case_key if pilot is not None else None
    pays = wanted["use_case_key"].map(lambda key: paying is None or key in paying or key == trial).astype(bool)
    wanted, unpaid = wanted[pays], tuple(wanted.loc[~pays, "use_case"])
    works = _works(wanted, estimate, costs, pilot)
    worth = wanted["use_case_key"].isin(works)
    taken, beyond = wanted[worth].iloc[:MOST_TAKEN], wanted[worth].iloc[MOST_TAKEN:]
    steps, later = _placed(_blocks(taken, works, pilot), _unready_teams(estimate), capacity)
    learning = {key: work.learning for key, work in works.items()}
    quarters = balance(steps, learning, cases, estimate, capacity.quarters)
    names = (*(block.name for block in later), *beyond["use_case"])
    too_dear = tuple(wanted.loc[~worth, "use_case"])
    outlays = {step.key: works[step.key].outlay for step in steps if step.kind == "build"}
    return Roadmap(tuple(steps), names, too_dear, quarters, capacity, unpaid, outlays)


@dataclass(frozen=True)
class _Work:
    """What one use case takes: its outlay, and of it days of safeguards and of building, hours of learning."""

    outlay: Outlay
    safeguards: float
    build: float
    learning: float


def _works(wanted: pd.DataFrame, estimate: HoursEstimate, costs: Costs, pilot: Pilot | None) -> dict[str, _Work]:
    """Return what use cases take, by key, given what those before have put in place; those that take more than they
    give back are left out."""
    heads, ledger = people(with_keys(estimate.frame)), Ledger()
    works: dict[str, _Work] = {}
    columns = ("use_case_key", "solution", "flags", "hours_per_year_central")
    for key, solution, flags, freed in zip(*(wanted[column] for column in columns), strict=True):
        outlay = ledger.outlay(solution, flags, heads[key])
        built = max(build_days(outlay, costs), SHORTEST_DAYS)
        work = _Work(outlay, safeguards_days(outlay, costs), built, training_hours(outlay, costs))
        taken = (work.safeguards + work.build) * estimate.assumptions.hours_per_day + work.learning
        if taken <= freed * YEARS_OF_USE or (pilot is not None and pilot.use_case_key == key):
            ledger.put(solution, heads[key])
            works[key] = work
    return works


def _blocks(taken: pd.DataFrame, works: Mapping[str, _Work], pilot: Pilot | None) -> list[_Block]:
    waits: dict[str, list[Dependency]] = {}
    for dependency in dependencies(taken):
        waits.setdefault(dependency.after, []).append(dependency)
    return [
        _Block(
            key=key,
            name=name,
            safeguards=works[key].safeguards,
            build=works[key].build,
            pilot_weeks=pilot.weeks if pilot is not None and pilot.use_case_key == key else 0,
            rank=rank,
            waits_for=tuple(waits.get(key, ())),
            teams=teams,
        )
        for rank, (key, name, teams) in enumerate(
            zip(taken["use_case_key"], taken["use_case"], taken["teams"], strict=True)
        )
    ]


def _in_order(cases: pd.DataFrame, pilot: Pilot | None) -> pd.DataFrame:
    """Put the pilot first, then the others by priority, so that it also opens its kind of solution."""
    first = cases["use_case_key"] == (pilot.use_case_key if pilot is not None else None)
    return pd.concat([cases[first], cases[~first]]).reset_index(drop=True)


def _unready_teams(estimate: HoursEstimate) -> frozenset[str]:
    return frozenset(
        team for team, answers in estimate.facts.readiness.items() if team and answers.adoption_factor <= NOT_READY
    )


def _placed(blocks: Sequence[_Block], unready: frozenset[str], capacity: Capacity) -> tuple[list[Step], list[_Block]]:
    """Place blocks on tracks until nothing fits any more."""
    free = [0.0] * capacity.at_once
    finished: dict[str, float] = {}
    prepared: dict[str, float] = {}
    steps: list[Step] = []
    waiting = list(blocks)
    later: list[_Block] = []
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


def _after(block: _Block, finished: Mapping[str, float]) -> float:
    return max((finished[one.before] for one in block.waits_for), default=0.0)


def _steps_of(
    block: _Block,
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
