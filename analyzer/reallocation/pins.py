"""What people decided about single moves, checked before the search: one sentence where it cannot be meant so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from analyzer.errors import UsageError
from analyzer.reallocation.candidates import Candidate, closeness_of, how_close
from analyzer.reallocation.groups import Group
from analyzer.reallocation.rules import HELP, MINUTES_PER_QUARTER_HOUR, Pin, PlanRules


def check_decisions(
    rules: PlanRules, groups: Sequence[Group], candidates: Sequence[Candidate], closeness: pd.DataFrame
) -> None:
    """Check pins, forbidden moves and needs against each other and against the list.

    Pins that ask for more than a role frees are no contradiction: the search says by how much.

    :raises UsageError: for the first one that cannot be.
    """
    known = {group.key: group for group in groups}
    possible = {candidate.place(groups) for candidate in candidates}
    forbidden = set(rules.forbidden)
    counted = Counter(pin.place for pin in rules.pins)
    for need in rules.needs:
        if (need.role, need.team) not in known:
            raise _no_group(need.role, need.team)
    for pin in rules.pins:
        names = {"activity": pin.activity, "role": spoken(pin.role, pin.team)}
        if (pin.role, pin.team) not in known:
            raise _no_group(pin.role, pin.team)
        if counted[pin.place] > 1:
            raise UsageError("“{activity}” is pinned twice for {role}: keep one of the two.", **names)
        if pin.place in forbidden:
            raise UsageError("“{activity}” is both pinned and forbidden for {role}: take one back.", **names)
        if pin.minutes_per_week % MINUTES_PER_QUARTER_HOUR:
            raise UsageError(
                "{minutes} minutes of “{activity}” for {role} are not whole quarter-hours: choose a multiple of 15.",
                minutes=pin.minutes_per_week,
                **names,
            )
        if pin.place not in possible:
            raise _impossible(pin, known, closeness, rules, names)


def spoken(role: str | None, team: str | None) -> str:
    """Return a role of a team in an error's sentence."""
    return " · ".join(name for name in (role, team) if name) or "?"


def _impossible(
    pin: Pin,
    known: dict[tuple[str | None, str | None], Group],
    closeness: pd.DataFrame,
    rules: PlanRules,
    names: dict[str, str],
) -> UsageError:
    """Return why a pinned move is none that the search could make."""
    giver = known[(pin.role, pin.team)]
    if giver.budget == 0:
        return UsageError("{role} frees no time, so “{activity}” cannot be pinned there: take the pin back.", **names)
    if pin.activity != HELP:
        return UsageError(
            "“{activity}” is none of the activities suggested for {role}: pin one of those, or take the pin back.",
            **names,
        )
    receiver = known.get((pin.to_role, pin.to_team))
    if receiver is None:
        return _no_group(pin.to_role, pin.to_team)
    other = spoken(pin.to_role, pin.to_team)
    close = how_close(giver, receiver, closeness_of(closeness))
    if close < rules.closeness_needed:
        return UsageError(
            "{role} and {other} are not close enough in their work to help each other: lower the closeness needed, or "
            "take the pin back.",
            role=names["role"],
            other=other,
        )
    return UsageError(
        "{other} asks for no help: say how much time it needs, or take the pin of {role} back.",
        role=names["role"],
        other=other,
    )


def _no_group(role: str | None, team: str | None) -> UsageError:
    return UsageError(
        "The list has no role “{role}”, which a decision of the plan names: take the decision back.",
        role=spoken(role, team),
    )
