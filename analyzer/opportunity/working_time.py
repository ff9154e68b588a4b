"""How long people work: ready-made weeks and years of France and the United Kingdom, and the week of each role.

Working time is a fact of the organisation, not a matter of caution: every scenario is reckoned with the same one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from analyzer.errors import UsageError
from analyzer.i18n import mark
from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.columns import Codes, FloatArray
from analyzer.opportunity.local_facts import LocalFacts, RoleFacts
from analyzer.opportunity.staff import Staff


@dataclass(frozen=True)
class WorkingTime:
    """A working week and year that many contracts share; ``name`` and ``source`` are texts to translate, ``currency``
    is that of the country's costs."""

    name: str
    hours_per_day: float
    leave_days: int
    public_holidays: int
    currency: str
    source: str

    @property
    def values(self) -> dict[str, float]:
        """The assumptions that it sets."""
        return {
            "hours_per_day": self.hours_per_day,
            "leave_days": self.leave_days,
            "public_holidays": self.public_holidays,
        }


WORKING_TIMES: Mapping[str, WorkingTime] = MappingProxyType(
    {
        "fr35": WorkingTime(
            mark("France, 35 h a week"),
            7.0,
            25,
            9,
            "EUR",
            mark("Code du travail, L3121-27 and L3141-3: 35 h a week and five weeks of leave; 9 holidays on weekdays."),
        ),
        "fr39": WorkingTime(
            mark("France, 39 h a week"),
            7.8,
            25,
            9,
            "EUR",
            mark("39 h with four hours of paid overtime a week; add to the leave the days off given in its place."),
        ),
        "uk": WorkingTime(
            mark("United Kingdom, 37.5 h a week"),
            7.5,
            20,
            8,
            "GBP",
            mark("Working Time Regulations 1998: 28 days off, of which 8 are bank holidays in England and Wales."),
        ),
    }
)

WORKING_TIME_FIELDS = ("hours_per_day", "leave_days", "public_holidays")
"""The assumptions that say how long people work."""

HOURS_PER_WEEK = (1.0, 60.0)
WORKING_SHARE = (0.05, 1.0)
COST_PER_HOUR = (0.0, 1000.0)
"""Least and most that can be said of a role: hours of a full week, part of it that is worked, cost of an hour."""


def usual_working_time(language: str) -> str:
    """Return the code of the working time that a project begins with where nothing was said: that of the country whose
    language its reader speaks."""
    return "uk" if language == "en" else "fr35"


def with_working_time(assumptions: Assumptions, source: Assumptions) -> Assumptions:
    """Return assumptions with the working time of others."""
    return assumptions.changed(**{name: getattr(source, name) for name in WORKING_TIME_FIELDS})


def working_time_of(assumptions: Assumptions) -> str | None:
    """Return the code of the ready-made working time that assumptions hold, or ``None`` if they hold another."""
    for code, ready in WORKING_TIMES.items():
        if all(abs(float(getattr(assumptions, name)) - value) < 1e-9 for name, value in ready.values.items()):
            return code
    return None


def checked_role(role: str, facts: Mapping[str, object]) -> RoleFacts:
    """Return what is said of a role once it can be.

    :param role: its name, for the sentence.
    :param facts: ``hours_per_week``, ``working_share`` and ``cost_per_hour``; left out or ``None`` where nothing is
        said.
    :raises UsageError: if there is a field of another name, or a value that cannot be.
    """
    limits = {"hours_per_week": HOURS_PER_WEEK, "working_share": WORKING_SHARE, "cost_per_hour": COST_PER_HOUR}
    numbers: dict[str, float] = {}
    for name, value in facts.items():
        if name not in limits:
            raise UsageError(
                "Nothing called “{name}” can be said of the role “{role}”: choose among {names}.",
                name=name,
                role=role,
                names=", ".join(limits),
            )
        if value is None:
            continue
        low, high = limits[name]
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise UsageError(
                "“{name}” of the role “{role}” cannot be “{value}”: give a number from {low} to {high}.",
                name=name,
                role=role,
                value=str(value),
                low=f"{low:g}",
                high=f"{high:g}",
            )
        numbers[name] = float(value)
    return RoleFacts(**numbers)


def weeks_of(staff: Staff, assumptions: Assumptions, facts: LocalFacts) -> FloatArray:
    """Return how many minutes a week the people of each role in a team work together, in the order of its units.

    A role of which nothing is said works the full week that is assumed for everybody.
    """
    weeks: FloatArray = np.array([week_of(role, assumptions, facts) for role in staff.units["role"]], dtype="float64")
    weeks *= staff.by_unit()
    return weeks


@dataclass(frozen=True)
class Weeks:
    """The week of the people behind tasks: ``unit`` is for each task the number of its role in a team, ``minutes`` how
    many a week the people of each unit work together."""

    unit: Codes
    minutes: FloatArray

    def factor(self, declared: FloatArray) -> FloatArray:
        """Return for each task what its role can do of what it declares: 1, or less where that is more than the week
        of its people. Such times are wrong somewhere; until somebody says where, no more counts than can be done.

        :param declared: minutes a week of each task.
        """
        by_unit = np.bincount(self.unit, weights=declared, minlength=len(self.minutes))
        factor = np.divide(self.minutes, by_unit, out=np.ones(len(self.minutes)), where=by_unit > self.minutes)
        return factor[self.unit]


def week_of(role: object, assumptions: Assumptions, facts: LocalFacts) -> float:
    """Return how many minutes a week one person of a role works.

    :param role: its name; anything but text where none is stated.
    """
    said = facts.roles.get(role, RoleFacts()) if isinstance(role, str) else RoleFacts()
    full = assumptions.minutes_per_week if said.hours_per_week is None else said.hours_per_week * 60
    return full * (1.0 if said.working_share is None else said.working_share)
