"""The roles of teams as a plan sees them: their people, their week, what they declare and what they free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.opportunity import HoursEstimate, LocalFacts
from analyzer.opportunity.columns import counted
from analyzer.opportunity.staff import staff_of
from analyzer.opportunity.totals import rounded_down
from analyzer.opportunity.working_time import weeks_of
from analyzer.reallocation.floors import quarters

TELLS_LOAD = 0.6
"""Share of the full week from which the listed work tells how loaded a role is (judgement): a list that holds less left
something out, and says nothing of the rest."""


def tells_load(listed: float, week: float) -> bool:
    """Return whether so many listed minutes of a week tell the load of whoever does them."""
    return week > 0 and listed >= TELLS_LOAD * week


@dataclass(frozen=True)
class Group:
    """The people of one role in one team; minutes are per week, for all of them together.

    ``role`` and ``team`` are ``None`` where the list names none. ``week``: their full working week. ``declared``: what
    their tasks take, as far as a time is stated. ``freed``: central estimate. ``budget``: whole quarter-hours of it.
    ``without_time``: tasks whose time is unknown.
    """

    role: str | None
    team: str | None
    headcount: float
    week: float
    declared: float
    freed: float
    tasks: int
    without_time: int

    @property
    def key(self) -> tuple[str | None, str | None]:
        """Role and team."""
        return self.role, self.team

    @property
    def budget(self) -> int:
        """Freed time in whole quarter-hours."""
        return quarters(self.freed)

    @property
    def above_week(self) -> float:
        """Minutes a week by which the declared load exceeds the week; 0 if it does not."""
        return max(0.0, self.declared - self.week)


def groups_of(estimate: HoursEstimate, facts: LocalFacts | None = None) -> list[Group]:
    """Return the roles of teams of an estimate, in the order of their names, missing names last.

    :param estimate: its frame and assumptions are read.
    :param facts: what people said of roles (hours a week, part time); the estimate's own if absent.
    """
    facts = estimate.facts if facts is None else facts
    tasks = counted(estimate.frame)
    staff = staff_of(tasks)
    size = len(staff.units)
    minutes = tasks["minutes_per_week"]
    # Whole hundredths are added, so that sums do not depend on the order of the rows.
    freed = np.round(estimate.frame["minutes_freed_central"].to_numpy(dtype="float64") * 100)
    declared = rounded_down(minutes.fillna(0.0).to_numpy(dtype="float64")) * 100
    sums = {
        "declared": np.bincount(staff.unit, weights=np.round(declared), minlength=size) / 100,
        "freed": np.bincount(staff.unit, weights=freed, minlength=size) / 100,
        "tasks": np.bincount(staff.unit, minlength=size),
        "without_time": np.bincount(staff.unit, weights=minutes.isna(), minlength=size),
    }
    people, weeks = staff.by_unit(), weeks_of(staff, estimate.assumptions, facts)
    found = []
    for place, (role, team) in enumerate(staff.units.itertuples(index=False, name=None)):
        found.append(
            Group(
                role=None if pd.isna(role) else str(role),
                team=None if pd.isna(team) else str(team),
                headcount=float(people[place]),
                week=float(weeks[place]),
                declared=float(sums["declared"][place]),
                freed=float(sums["freed"][place]),
                tasks=int(sums["tasks"][place]),
                without_time=int(sums["without_time"][place]),
            )
        )
    return sorted(found, key=lambda group: sort_key(group.key))


def labels_of(groups: Sequence[Group]) -> list[str]:
    """Return one name for each group, by which suggestions are made and found again; never shown.

    It is the name of the role, because that tells its trade, and the team's only where a role is in several teams.
    """
    names = [group.role or group.team or "" for group in groups]
    return [
        name if names.count(name) == 1 else f"{group.role or ''}|{group.team or ''}"
        for name, group in zip(names, groups, strict=True)
    ]


def by_group(frame: pd.DataFrame, groups: Sequence[Group]) -> pd.DataFrame:
    """Return a frame whose roles are the groups' labels, so that suggestions are made for each team's own work."""
    labels = pd.Series(labels_of(groups), dtype="str")
    return frame.assign(role=labels.loc[groups_of_rows(frame, groups)].to_numpy())


def groups_of_rows(frame: pd.DataFrame, groups: Sequence[Group]) -> pd.Series:
    """Return for each row of a frame the place of its group."""
    places = {group.key: place for place, group in enumerate(groups)}
    keys = zip(_named(frame, "role"), _named(frame, "team"), strict=True)
    return pd.Series([places[key] for key in keys], index=frame.index, dtype="int64")


def _named(frame: pd.DataFrame, column: str) -> list[str | None]:
    if column not in frame.columns:
        return [None] * len(frame)
    return [None if pd.isna(value) else str(value) for value in frame[column]]


def sort_key(key: tuple[str | None, ...]) -> tuple[tuple[bool, str], ...]:
    """Return what sorts names with the missing ones last."""
    return tuple((name is None, name or "") for name in key)
