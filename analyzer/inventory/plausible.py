"""Times that cannot be or are hardly so: below or at zero, beyond a day or a week, wrong by sixty times."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from analyzer.inventory.worktime import DAYS_PER_WEEK, MINUTES_PER_WEEK_LIMIT

Finding = tuple[str, tuple[int, ...], Mapping[str, object]]
"""Code, positions of the rows concerned, and the facts of the sentence."""

OVERFULL, FAR_LESS = 1.2, 0.4
"""Share of its week from which a role or person is asked about, and up to which it is."""

FEW_TASKS = 4
"""Tasks a role must list before it is asked why they fill so little: fewer are a mere extract."""

SHORT_MINUTES = 8.0
"""Median of durations up to which they may be hours: 1 to 8."""


def find_implausible(frame: pd.DataFrame, hours_per_day: float = 7.0) -> Iterator[Finding]:
    """Yield what the times of a frame ask.

    A row is asked about once: what is wrong by sixty times is not also beyond the day, and rows whose unit is in
    question are left out of the sums of their role.

    :param frame: inventory frame, complete.
    :param hours_per_day: hours in one day of work; a week has five.
    """
    week = hours_per_day * 60 * DAYS_PER_WEEK
    often, long, heads = (
        frame[name].to_numpy(float) for name in ("occurrences_per_week", "minutes_per_occurrence", "headcount")
    )
    tasks = frame["task"].fillna("").tolist()
    negative = (often < 0) | (long < 0) | (heads < 0)
    for place in np.flatnonzero(negative).tolist():
        yield "time_negative", (place,), {"task": tasks[place]}
    never = ~negative & (often == 0)
    for place in np.flatnonzero(never).tolist():
        yield "never_done", (place,), {"task": tasks[place]}
    zero = ~negative & ~never & ((long == 0) | (heads == 0))
    for place in np.flatnonzero(zero).tolist():
        yield "time_zero", (place,), {"task": tasks[place]}
    usable = ~(negative | never | zero)
    stated = frame["minutes_per_week"].to_numpy(float) / np.where(heads > 0, heads, 1.0)
    per_head = np.where(np.isnan(often * long), stated, often * long)
    asked = ~usable
    for code, places, facts in _units(per_head, long, often, usable, week, tasks):
        asked[list(places)] = True
        yield code, places, facts
    impossible = ~asked & (per_head > MINUTES_PER_WEEK_LIMIT)
    for place in np.flatnonzero(impossible).tolist():
        asked[place] = True
        hours = round(float(per_head[place]) / 60 / DAYS_PER_WEEK, 1)
        yield "person_over_day", (place,), {"who": tasks[place], "hours": hours}
    counted = pd.Series(np.where(asked, 0.0, np.nan_to_num(per_head)))
    yield from _people(frame, counted, week)
    yield from _roles(frame, counted, asked, week)


def _units(
    per_head: np.ndarray, long: np.ndarray, often: np.ndarray, usable: np.ndarray, week: float, tasks: list[str]
) -> Iterator[Finding]:
    """Yield rows whose time looks sixty times too long or too short."""
    sixtieth = np.where(np.isnan(long), per_head, long) / 60
    # One task beyond a whole week, which is reasonable once its hours are minutes.
    reasonable = (per_head / 60 >= 1) & (per_head / 60 <= week * OVERFULL)
    too_long = usable & (per_head > week * OVERFULL) & reasonable & (sixtieth >= 1) & (often >= 1)
    for place in np.flatnonzero(too_long).tolist():
        hours = round(float(per_head[place]) / 60, 1)
        yield "unit_too_long", (place,), {"task": tasks[place], "hours": hours, "minutes": round(sixtieth[place], 1)}
    timed = usable & ~too_long & ~np.isnan(long)
    below = timed & (long < 1)
    known = long[timed]
    if len(known) >= FEW_TASKS and np.median(known) <= SHORT_MINUTES and float(np.nansum(per_head[timed])) * 60 <= (
        week * OVERFULL * max(1.0, len(known) / FEW_TASKS)
    ):  # fmt: skip
        below = timed & (long <= SHORT_MINUTES) & (often <= 2 * DAYS_PER_WEEK)
    for place in np.flatnonzero(below).tolist():
        yield "unit_too_short", (place,), {
            "task": tasks[place], "minutes": round(float(long[place]), 2), "hours": round(float(long[place]), 2)
        }  # fmt: skip


def _people(frame: pd.DataFrame, per_head: pd.Series, week: float) -> Iterator[Finding]:
    """Yield people whose tasks fill more than 24 hours a day, or more than their week."""
    named = frame["person"].reset_index(drop=True)
    for person, rows in per_head.groupby(named[named.notna()]):
        minutes, places = float(rows.sum()), tuple(int(place) for place in rows.index[rows > 0])
        if minutes > MINUTES_PER_WEEK_LIMIT:
            yield "person_over_day", places, {"who": person, "hours": round(minutes / 60 / DAYS_PER_WEEK, 1)}
        elif minutes > week * OVERFULL:
            yield "person_over_week", places, {"who": person, "hours": round(minutes / 60, 1), "week": week / 60}


def _roles(frame: pd.DataFrame, per_head: pd.Series, asked: np.ndarray, week: float) -> Iterator[Finding]:
    """Yield roles whose tasks fill more than their week, or far less; of roles with named people the people are asked.

    A role of the same name in two teams is two roles.
    """
    keys = frame[["role", "team"]].reset_index(drop=True).astype(object)
    keys = keys.where(keys.notna(), "").assign(person=frame["person"].notna().to_numpy())
    heads = frame["headcount"].to_numpy(float)
    unknown = frame["minutes_per_week"].isna().to_numpy()
    for (role, _team, has_person), rows in per_head.groupby([keys["role"], keys["team"], keys["person"]], sort=False):
        places = np.array(rows.index)
        if not role or has_person:
            continue
        people = max(1.0, float(np.nanmax(heads[places])))
        share = float((rows.to_numpy() * np.maximum(heads[places], 0.0)).sum()) / people / week
        hours, whole = round(share * week / 60, 1), week / 60
        counted = tuple(int(place) for place in places if per_head[place] > 0)
        if share > OVERFULL:
            facts = {"who": role, "hours": hours, "week": whole, "people": float(math.ceil(share * people - 0.05))}
            yield "role_over_week", counted, facts
        elif len(places) >= FEW_TASKS and 0 < share < FAR_LESS and not (unknown[places] | asked[places]).any():
            yield "role_under_week", counted, {"who": role, "hours": hours, "week": whole}
