"""The roadmap: which use case is built when, under what the organisation can take on.

The pilot comes first, then the others by priority, each with what those before have put in place; ``schedule.py``
places them on tracks. Each waits for what it depends on (``dependencies.py``) and for a team that is not ready. What
does not end within the horizon is *later*; what takes more than it gives back is left out. Every use case stands
somewhere (:attr:`Roadmap.standing`): none drops out in silence.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd

from analyzer.opportunity.balance import MONTHS_A_QUARTER, Quarter, balance
from analyzer.opportunity.costs import Costs, costs_of
from analyzer.opportunity.dependencies import Dependency, dependencies
from analyzer.opportunity.hours_back import Work, works_worth
from analyzer.opportunity.outlay import Outlay
from analyzer.opportunity.pilot import Pilot, propose_pilot
from analyzer.opportunity.ramp import RampUp
from analyzer.opportunity.schedule import Block, Capacity, Step, placed
from analyzer.opportunity.totals import ENDS, MONTHS_PER_YEAR
from analyzer.opportunity.value import use_case_table
from analyzer.opportunity.workload import WorkloadWarning, workload_warning

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate

NOT_READY = 0.9
"""A team whose answers lower adoption by a tenth or more is prepared first."""
MOST_TAKEN = 300
"""Use cases laid out, the first of the table: more than anybody can look at, or build in three years."""

Standing = Literal["pilot", "built", "later", "too_dear", "unpaid", "not_now", "frees_nothing"]
"""Where a use case stands in a roadmap, the nearest first: tried as the first pilot, built within the horizon, after
it, left out because it takes more hours than it frees or does not pay for itself, worth too little for what stands
against it, or nothing to free at all."""


@dataclass(frozen=True, eq=False)
class Roadmap:
    """A roadmap.

    ``steps`` by their start. ``later``: use cases that do not fit in, by name, the first of them first. ``too_dear``:
    use cases that would take more hours than they give back. ``unpaid``: use cases left out because they do not pay for
    themselves in money. ``quarters``: work added and taken away. ``outlays``: what each use case that is built needs,
    by key, given what those before it have put in place. ``standing``: where each use case of the estimate stands, by
    key, in the order of their priority.
    """

    steps: tuple[Step, ...]
    later: tuple[str, ...]
    too_dear: tuple[str, ...]
    quarters: tuple[Quarter, ...]
    capacity: Capacity
    unpaid: tuple[str, ...] = ()
    outlays: Mapping[str, Outlay] = field(default_factory=dict)
    standing: Mapping[str, Standing] = field(default_factory=dict)

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


def plan_roadmap(
    estimate: HoursEstimate,
    capacity: Capacity | None = None,
    *,
    cases: pd.DataFrame | None = None,
    costs: Costs | None = None,
    paying: Collection[str] | None = None,
    pilot: Pilot | None = None,
) -> Roadmap:
    """Lay out the use cases of an estimate in quarters.

    :param estimate: an estimate of hours freed; use cases of "not now" are left out, and those that would take more
        hours than they give back in two years, the pilot excepted: it is there to find out, and what proposes it says
        so.
    :param capacity: what can be taken on.
    :param cases: its :func:`~analyzer.opportunity.value.use_case_table`, if it is at hand.
    :param costs: they say how long building, safeguards and training take; the shipped ones if absent.
    :param paying: keys of the use cases that pay for themselves in money (``Money.paying``): the others are left out,
        the pilot excepted. All are built where nobody asked for money.
    :param pilot: its first pilot, if it is at hand.
    """
    capacity, costs = capacity or Capacity(), costs or costs_of()
    cases = use_case_table(estimate) if cases is None else cases
    pilot = pilot or propose_pilot(estimate, cases, costs, paying)
    trial = pilot.use_case_key if pilot is not None else None
    wanted = _in_order(cases[(cases["quadrant"] != "not_now") | (cases["use_case_key"] == trial)], pilot)
    pays = wanted["use_case_key"].map(lambda key: paying is None or key in paying or key == trial).astype(bool)
    wanted, unpaid = wanted[pays], wanted[~pays]
    works = works_worth(wanted, estimate, costs, () if trial is None else (trial,))
    worth = wanted["use_case_key"].isin(works)
    taken, beyond = wanted[worth].iloc[:MOST_TAKEN], wanted[worth].iloc[MOST_TAKEN:]
    steps, later = placed(_blocks(taken, works, pilot), _unready_teams(estimate), capacity)
    learning = {key: work.learning for key, work in works.items()}
    quarters = balance(steps, learning, cases, estimate, capacity.quarters)
    names = (*(block.name for block in later), *beyond["use_case"])
    too_dear = wanted[~worth]
    outlays = {step.key: works[step.key].outlay for step in steps if step.kind == "build"}
    apart: dict[Standing, Collection[str]] = {
        "built": outlays.keys(),
        "later": [*(block.key for block in later), *beyond["use_case_key"]],
        "too_dear": list(too_dear["use_case_key"]),
        "unpaid": list(unpaid["use_case_key"]),
    }
    standing = _standing(cases, apart, trial if trial in outlays else None)
    return Roadmap(
        tuple(steps),
        names,
        tuple(too_dear["use_case"]),
        quarters,
        capacity,
        tuple(unpaid["use_case"]),
        outlays,
        standing,
    )


def ramp_of(roadmap: Roadmap, estimate: HoursEstimate, months: int = MONTHS_PER_YEAR) -> RampUp:
    """Return what an estimate frees in its first months at the pace of a roadmap: what is built when it says so.

    The central hours are those of its quarters; low and high stand to them as those of the estimate do.

    :param months: how many months to return, no more than the roadmap looks ahead.
    """
    total = estimate.totals("total").iloc[0]
    full = tuple(float(total[f"hours_per_year_{end}"]) for end in ENDS)
    hours = np.array([freed for quarter in roadmap.quarters for freed in quarter.freed_by_month][:months])
    frame = pd.DataFrame({"month": range(1, len(hours) + 1)})
    frame["share"] = hours * MONTHS_PER_YEAR / full[1] if full[1] > 0 else 0.0
    for end, year in zip(ENDS, full, strict=True):
        frame[f"hours_{end}"] = hours * (year / full[1]) if full[1] > 0 else 0.0
    built = max((step.finish for step in roadmap.steps), default=0.0) * MONTHS_A_QUARTER
    return RampUp(frame, built + estimate.assumptions.ramp_up_months, (full[0], full[1], full[2]))


def _standing(cases: pd.DataFrame, apart: Mapping[Standing, Collection[str]], pilot: str | None) -> dict[str, Standing]:
    """Return where each use case stands; those of no part of the roadmap were not wanted in it."""
    found: dict[str, Standing] = {
        key: "not_now" if freed > 0 else "frees_nothing"
        for key, freed in zip(cases["use_case_key"], cases["minutes_freed_central"], strict=True)
    }
    found.update({key: standing for standing, keys in apart.items() for key in keys})
    if pilot is not None:
        found[pilot] = "pilot"
    return found


def standings(roadmap: Roadmap, cases: pd.DataFrame) -> pd.DataFrame:
    """Return what stands where, so that the roadmap adds up to all that could be freed.

    :param cases: the :func:`~analyzer.opportunity.value.use_case_table` that the roadmap was made of.
    :returns: one row for each standing that occurs, in the order of :data:`Standing`: ``standing``, ``use_cases`` (how
        many) and ``minutes_freed_central`` a week.
    """
    found = cases.assign(standing=cases["use_case_key"].map(roadmap.standing)).groupby("standing")
    table = pd.DataFrame({"use_cases": found.size(), "minutes_freed_central": found["minutes_freed_central"].sum()})
    ordered = table.reindex([one for one in get_args(Standing) if one in table.index])
    return ordered.rename_axis("standing").reset_index()


def _blocks(taken: pd.DataFrame, works: Mapping[str, Work], pilot: Pilot | None) -> list[Block]:
    waits: dict[str, list[Dependency]] = {}
    for dependency in dependencies(taken):
        waits.setdefault(dependency.after, []).append(dependency)
    return [
        Block(
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
