"""What help between roles could be, asked for or not: no list tells who needs help, its people do."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analyzer.reallocation.candidates import MOST_HELPED, Handed, closeness_of, how_close
from analyzer.reallocation.floors import quarters
from analyzer.reallocation.groups import Group, groups_of_rows
from analyzer.reallocation.handover import Handovers, Offer
from analyzer.reallocation.rules import MINUTES_PER_QUARTER_HOUR, PlanRules
from analyzer.reallocation.seats import seat_of
from analyzer.reallocation.trade import untrained

_NOTHING = Offer(0.0, 0.0)
_MOST_LOOKED_AT = 1_500
"""Of very many pairs only the closest are looked at, task by task: nobody reads on that far, and each takes a while."""


@dataclass(frozen=True)
class PossibleHelp:
    """One role that could help another.

    :ivar giver: place among the groups; ``receiver`` likewise.
    :ivar closeness: of the two, 0..1.
    :ivar minutes: a week at most, in whole quarter-hours: what the tasks take, or what the giver has to plan with.
    :ivar tasks: of the receiver, nearest to the giver's own first; empty where all are known: the same role in another
        team. ``learned``: those of them that the giver would be shown first.
    """

    giver: int
    receiver: int
    closeness: float
    minutes: int
    tasks: tuple[str, ...]
    learned: tuple[str, ...]


def offers(handovers: Handovers, groups: Sequence[Group], frame: pd.DataFrame) -> Handed:
    """Return what tells what one group could take over from another; there is no end to it for the same role.

    Who leads takes no work of those who do not: freed time of a lead is time for the team. Nobody takes the work of a
    trade that must be learned.
    """
    place = groups_of_rows(frame, groups).to_numpy()

    def offer(giver: int, receiver: int) -> Offer:
        role, other = groups[giver].role, groups[receiver].role
        if role is None or other is None:
            return _NOTHING
        if role == other:
            return Offer(math.inf, 1.0)
        if seat_of(role) == "lead" != seat_of(other) or untrained(role, other):
            return _NOTHING
        return handovers.offer(role, other, place == receiver)

    return offer


def possible_help(
    groups: Sequence[Group], closeness: pd.DataFrame, handovers: Handovers, frame: pd.DataFrame, rules: PlanRules
) -> tuple[PossibleHelp, ...]:
    """Return who could help whom if it were asked for, the closest first, each role by a few at most.

    :param closeness: pairs that are able to help each other (:func:`analyzer.reallocation.closeness.able_to_help`).
    """
    close, offer = closeness_of(closeness), offers(handovers, groups, frame)
    near: dict[str, set[str]] = {}
    for pair in close:
        for one in pair:
            near.setdefault(one, set()).update(pair)
    places: dict[str, list[int]] = {}
    for place, group in enumerate(groups):
        if group.role is not None:
            places.setdefault(group.role, []).append(place)
    pairs = sorted(
        (-how_near, receiver, giver)
        for receiver, needs in enumerate(groups)
        for role in near.get(needs.role or "", {needs.role} if needs.role else set())
        for giver in places.get(str(role), ())
        if giver != receiver and (how_near := how_close(groups[giver], needs, close)) >= rules.closeness_needed
    )
    found, helpers = [], Counter[int]()
    for nearness, receiver, giver in pairs[:_MOST_LOOKED_AT]:
        role, other = str(groups[giver].role), str(groups[receiver].role)
        if helpers[receiver] >= MOST_HELPED:
            continue
        size = quarters(min(offer(giver, receiver).minutes, groups[giver].freed))
        if size * MINUTES_PER_QUARTER_HOUR >= rules.smallest_move:
            helpers[receiver] += 1
            tasks, learned = ((), ()) if role == other else handovers.named(role, other)
            minutes = size * MINUTES_PER_QUARTER_HOUR
            found.append(PossibleHelp(giver, receiver, -nearness, minutes, tasks, learned))
    return tuple(sorted(found, key=lambda one: (-one.closeness, -one.minutes, one.receiver, one.giver)))
