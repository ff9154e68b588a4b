"""The plan as a mixed-integer linear programme, in whole quarter-hours a week.

Unknowns, for each role of a team: quarter-hours of each candidate, whether an activity is begun at all, quarter-hours
of ambassadors, and, for a role near or above its week, whether it takes on anything new. All freed time is placed: what
becomes nothing else is time given back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint
from scipy.sparse import csr_array

from analyzer.reallocation.candidates import BEYOND_TYPICAL, Candidate, asked_quarters
from analyzer.reallocation.floors import floors, quarters, room
from analyzer.reallocation.groups import Group
from analyzer.reallocation.rules import MONTHS_PER_YEAR, PlanRules

FEWEST_FOR_AMBASSADOR = 3
"""People of a team from which on somebody helps the others: two people show each other (judgement)."""

MOST_HELP = 0.5
"""Share of what a role can begin that may go to help for others where its own work has something worth more as well: a
role that only helps has freed time for everybody but itself (judgement)."""

_BELOW_ONE = 1e-3
"""Keeps a quarter-hour that is exactly reached from counting as begun only; on less, the solver may fail (its tolerance
is 1e-6)."""

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """One constraint: low <= coefficients x unknowns <= high.

    ``rule`` names what it holds (budget, relief, learning, ambassadors, change, week, need, pin, or "" for one that
    only ties unknowns together); ``group`` and ``candidate`` say for whom; ``team`` for a rule of a whole team.
    """

    coefficients: Mapping[int, float]
    low: float
    high: float
    rule: str = ""
    group: int | None = None
    candidate: Candidate | None = None
    team: str | None = None


@dataclass
class Model:
    """Unknowns with their bounds and worth, and the constraints on them.

    ``candidates``: the candidate of each unknown that is an amount, by its place. ``ambassadors``: the group of each
    unknown that is ambassadors' time. ``whole``: 1 for whole numbers, else 0, as scipy wants it. ``owners``: the group
    that each unknown is about.
    """

    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    worth: list[float] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    candidates: dict[int, Candidate] = field(default_factory=dict)
    ambassadors: dict[int, int] = field(default_factory=dict)
    whole: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)

    def unknown(self, owner: int, high: float, worth: float = 0.0, *, whole: bool = True) -> int:
        """Add an unknown from 0 to ``high`` and return its place."""
        self.low.append(0.0)
        self.owners.append(owner)
        self.whole.append(int(whole))
        self.high.append(high)
        self.worth.append(worth)
        return len(self.worth) - 1

    def bounds(self) -> Bounds:
        """Return the bounds of the unknowns."""
        return Bounds(np.array(self.low), np.array(self.high))

    def constraints(self) -> LinearConstraint:
        """Return the rows as one matrix."""
        places = [(row, place, value) for row, r in enumerate(self.rows) for place, value in r.coefficients.items()]
        rows, columns, values = (np.array(part) for part in zip(*places, strict=True))
        matrix = csr_array((values.astype(float), (rows, columns)), shape=(len(self.rows), len(self.worth)))
        return LinearConstraint(matrix, [row.low for row in self.rows], [row.high for row in self.rows])


def build(
    members: Sequence[int],
    groups: Sequence[Group],
    candidates: Sequence[Candidate],
    rules: PlanRules,
    months: int = MONTHS_PER_YEAR,
) -> Model:
    """Return the programme of some groups that depend on each other.

    :param members: places of the groups; candidates of other groups are not read.
    :param months: months from the start until the plan stands; the change of a person is limited for each.
    """
    model, mine, own = Model(), set(members), _Own()
    pins = {pin.place: quarters(pin.minutes_per_week) for pin in rules.pins}
    for candidate in candidates:
        if candidate.giver not in mine:
            continue
        budget, pin = groups[candidate.giver].budget, pins.get(candidate.place(groups))
        most = min(candidate.most, budget) if pin is None else max(pin, budget)
        place = model.unknown(candidate.giver, most, float(candidate.worth))
        model.candidates[place] = candidate
        if candidate.typical < most:
            beyond = model.unknown(
                candidate.giver, most - candidate.typical, -(1 - BEYOND_TYPICAL) * candidate.worth, whole=False
            )
            model.rows.append(Row({place: 1.0, beyond: -1.0}, -np.inf, candidate.typical))
        own.add(place, candidate)
        if pin is not None:
            own.pinned.add(place)
            model.rows.append(Row({place: 1.0}, pin, pin, "pin", candidate.giver, candidate))
    for member in members:
        _add_group(model, member, groups[member], own, rules=rules, months=months)
    asked = asked_quarters(groups, rules)
    for receiver, places in sorted(own.received.items()):
        model.rows.append(Row(dict.fromkeys(places, 1.0), -np.inf, asked[receiver], "need", receiver))
    _add_ambassadors(model, members, groups, own, rules)
    return model


class _Own:
    """The unknowns of each group, by what they are."""

    def __init__(self) -> None:
        self.new: dict[int, list[int]] = {}
        self.learning: dict[int, list[int]] = {}
        self.relief: dict[int, list[int]] = {}
        self.received: dict[int, list[int]] = {}
        self.ambassador: dict[int, int] = {}
        self.pinned: set[int] = set()

    def add(self, place: int, candidate: Candidate) -> None:
        """File an amount under its giver, and under its receiver."""
        kinds = {"learning": self.learning, "relief": self.relief}
        kinds.get(candidate.kind, self.new).setdefault(candidate.giver, []).append(place)
        if candidate.receiver is not None:
            self.received.setdefault(candidate.receiver, []).append(place)


def _add_group(model: Model, member: int, group: Group, own: _Own, *, rules: PlanRules, months: int) -> None:
    """Add the rules of one role of a team."""
    if group.budget == 0:
        return
    new = own.new.get(member, [])
    learning, relief = own.learning.get(member, []), own.relief.get(member, [])
    helper = own.ambassador[member] = model.unknown(member, group.budget)
    model.ambassadors[helper] = member
    everything = [*new, *learning, *relief, helper]
    model.rows.append(Row(dict.fromkeys(everything, 1.0), group.budget, group.budget, "budget", member))
    least_relief, least_learning = floors(group.budget, rules.relief_floor, rules.learning_floor)
    model.rows.append(Row(dict.fromkeys(relief, 1.0), least_relief, np.inf, "relief", member))
    model.rows.append(Row(dict.fromkeys(learning, 1.0), least_learning, np.inf, "learning", member))
    if not own.pinned.intersection(everything):  # what people pin may take all that the floors leave today
        most_new = room(group.budget, rules.relief_floor, rules.learning_floor)
        model.rows.append(Row(dict.fromkeys([*new, helper], 1.0), -np.inf, most_new))
        helps = [place for place in new if model.candidates[place].receiver is not None]
        if 0 < len(helps) < len(new):
            model.rows.append(Row(dict.fromkeys(helps, 1.0), -np.inf, np.ceil(MOST_HELP * most_new)))
    if new:
        most = quarters(min(months * rules.change_per_month, 1.0) * group.week)
        model.rows.append(Row(dict.fromkeys(new, 1.0), -np.inf, most, "change", member))
        _add_beginnings(model, [place for place in new if place not in own.pinned], len(new), rules)
    _add_week(model, member, group, own, least_learning=least_learning)


def _add_beginnings(model: Model, free: Sequence[int], begun: int, rules: PlanRules) -> None:
    """Add that an activity is either not begun, or begun with enough time, and only a few are.

    What people pinned is begun in any case, and leaves less room for others.
    """
    activities = []
    for place in free:
        started = model.unknown(model.owners[place], 1)
        # least x started <= amount <= most x started
        model.rows.append(Row({place: 1.0, started: -model.high[place]}, -np.inf, 0.0))
        model.rows.append(Row({place: 1.0, started: -float(model.candidates[place].least)}, 0.0, np.inf))
        if model.candidates[place].receiver is None:
            activities.append(started)
    if activities:
        pinned = begun - len(free)
        most = max(rules.most_activities - pinned, 0)
        model.rows.append(Row(dict.fromkeys(activities, 1.0), -np.inf, most))


def _add_week(model: Model, member: int, group: Group, own: _Own, *, least_learning: int) -> None:
    """Add that no role goes above its week.

    Freed time only takes the place of other work, so this binds where the declared load is above the week: there,
    freed time and help received bring it down first. A role that stays above its week takes on nothing new; the
    learning that its new tools need it keeps.
    """
    room = quarters(group.week - group.declared + group.freed)
    if room >= group.budget:
        return
    new = [*own.new.get(member, []), own.ambassador[member]]
    work = dict.fromkeys([*new, *own.learning.get(member, [])], 1.0)
    work.update(dict.fromkeys(own.received.get(member, []), -1.0))
    if room >= least_learning:
        model.rows.append(Row(work, -np.inf, room, "week", member))
        return
    fits = model.unknown(member, 1)  # whether, with the help it gets, the role has room for something new
    model.rows.append(Row({**dict.fromkeys(new, 1.0), fits: -float(group.budget)}, -np.inf, 0.0, "week", member))
    model.rows.append(Row({**work, fits: float(least_learning - room)}, -np.inf, least_learning, "week", member))


def _add_ambassadors(
    model: Model, members: Sequence[int], groups: Sequence[Group], own: _Own, rules: PlanRules
) -> None:
    """Add that in each team of three or more somebody has time to show the others how, in whole quarter-hours."""
    for team in sorted({groups[member].team or "" for member in members}):
        staff = [member for member in members if (groups[member].team or "") == team]
        if sum(groups[member].headcount for member in staff) < FEWEST_FOR_AMBASSADOR:
            continue
        row = {own.ambassador[member]: 1.0 for member in staff if member in own.ambassador}
        row.update({place: -rules.ambassador_share for member in staff for place in own.new.get(member, [])})
        if row and rules.ambassador_share > 0:
            model.rows.append(Row(row, -1 + _BELOW_ONE, np.inf, "ambassadors", staff[0], team=team))
