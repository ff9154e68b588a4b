"""Times that cannot be or are hardly so: below or at zero, beyond a day or a week, wrong by sixty times."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from analyzer.inventory.columnwise import codes_of, gathered, texts_at
from analyzer.inventory.problems import says
from analyzer.inventory.worktime import DAYS_PER_WEEK, MINUTES_PER_WEEK_LIMIT

Finding = tuple[str, tuple[int, ...], Mapping[str, object]]
"""Code, positions of the rows concerned, and the facts of the sentence."""

OVERFULL, FAR_LESS = 1.2, 0.4
"""Share of its week from which a role or person is asked about, and up to which it is."""

FEW_TASKS = 4
"""Tasks a role must list before it is asked why they fill so little: fewer are a mere extract."""

SHORT_MINUTES = 8.0
"""Median of durations up to which they may be hours: 1 to 8."""

_RARELY_SHORT, _FEWEST_RARE, _SHARE_RARE = 5.0, 2, 0.25
"""Minutes below which what is done once a week or less may be hours ("Site visit, weekly, 3"), and how many such tasks,
and which share of all, there must be before it is asked: one short check a week is nothing odd; judgement."""


_MOST_PEOPLE = 1000
"""People that one task may need before its numbers are rather wrong; judgement."""

_ROUNDED_OFF = 0.05
"""Part of a person that is not counted as one more; judgement."""


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
    tasks = frame["task"]
    negative = (often < 0) | (long < 0) | (heads < 0)
    never = ~negative & (often == 0)
    zero = ~negative & ~never & ((long == 0) | (heads == 0))
    for code, asked_about in (("time_negative", negative), ("never_done", never), ("time_zero", zero)):
        for place, task in _tasks_at(tasks, asked_about):
            yield code, (place,), {"task": task}
    usable = ~(negative | never | zero)
    stated = frame["minutes_per_week"].to_numpy(float) / np.where(heads > 0, heads, 1.0)
    per_head = np.where(np.isnan(often * long), stated, often * long)
    asked = ~usable
    for code, places, facts in _units(per_head, long, often, usable, week, tasks):
        asked[list(places)] = True
        yield code, places, facts
    for code, places, facts in _by_several(per_head, long, usable & ~asked, week, frame):
        asked[list(places)] = True
        yield code, places, facts
    impossible = ~asked & (per_head > MINUTES_PER_WEEK_LIMIT)
    for place, task in _tasks_at(tasks, impossible):
        asked[place] = True
        hours = round(float(per_head[place]) / 60 / DAYS_PER_WEEK, 2)
        yield "person_over_day", (place,), {"who": task, "hours": hours}
    counted = np.where(asked, 0.0, np.nan_to_num(per_head))
    yield from _people(frame, counted, week)
    yield from _roles(frame, counted, asked, week)


def _tasks_at(tasks: pd.Series, asked_about: np.ndarray) -> list[tuple[int, str]]:
    """Return position and text of the tasks of some rows."""
    places = np.flatnonzero(asked_about).tolist()
    return list(zip(places, texts_at(tasks, places), strict=True))


def _units(
    per_head: np.ndarray, long: np.ndarray, often: np.ndarray, usable: np.ndarray, week: float, tasks: pd.Series
) -> Iterator[Finding]:
    """Yield rows whose time looks sixty times too long or too short."""
    sixtieth = np.where(np.isnan(long), per_head, long) / 60
    # One task beyond a whole week, which is reasonable once its hours are minutes.
    reasonable = (per_head / 60 >= 1) & (per_head / 60 <= week * OVERFULL)
    too_long = usable & (per_head > week * OVERFULL) & reasonable & (sixtieth >= 1) & (often >= 1)
    for place, task in _tasks_at(tasks, too_long):
        hours = round(float(per_head[place]) / 60, 2)
        yield "unit_too_long", (place,), {"task": task, "hours": hours, "minutes": round(sixtieth[place], 1)}
    timed = usable & ~too_long & ~np.isnan(long)
    below = timed & (long < 1)
    known = long[timed]
    if len(known) >= FEW_TASKS and np.median(known) <= SHORT_MINUTES and float(np.nansum(per_head[timed])) * 60 <= (
        week * OVERFULL * max(1.0, len(known) / FEW_TASKS)
    ):  # fmt: skip
        below = timed & (long <= SHORT_MINUTES) & (often <= 2 * DAYS_PER_WEEK)
    rare = timed & (often <= 1) & (long < _RARELY_SHORT)
    if rare.sum() >= max(_FEWEST_RARE, _SHARE_RARE * len(known)):
        below |= rare
    below &= per_head * 60 <= week * OVERFULL  # "900 a day, 12 s" is said in seconds and meant so
    for place, task in _tasks_at(tasks, below):
        written = round(float(long[place]), 2)
        yield "unit_too_short", (place,), {"task": task, "minutes": written, "hours": written}


def _by_several(
    per_head: np.ndarray, long: np.ndarray, usable: np.ndarray, week: float, frame: pd.DataFrame
) -> Iterator[Finding]:
    """Yield tasks that one person cannot do in a week though each time fits into a day: several people do them."""
    alone = frame["person"].isna().to_numpy() & (frame["headcount"].to_numpy(float) == 1)
    few = per_head <= week * _MOST_PEOPLE  # beyond it the numbers are wrong, not the people
    several = usable & alone & few & (per_head > week * OVERFULL) & (long <= week / DAYS_PER_WEEK)
    for place, task in _tasks_at(frame["task"], several):
        needed = float(math.ceil(per_head[place] / week - _ROUNDED_OFF))
        hours = round(float(per_head[place]) / 60, 2)
        yield "task_over_week", (place,), {"task": task, "hours": hours, "week": week / 60, "people": needed}


def _people(frame: pd.DataFrame, per_head: np.ndarray, week: float) -> Iterator[Finding]:
    """Yield people whose tasks fill more than 24 hours a day, or more than their week."""
    named = np.flatnonzero(frame["person"].notna())
    codes, people = pd.factorize(frame["person"].iloc[named])
    minutes = np.bincount(codes, per_head[named], minlength=len(people))
    for code in np.flatnonzero(minutes > week * OVERFULL).tolist():
        places = named[codes == code]
        counted = tuple(places[per_head[places] > 0].tolist())
        facts = {"who": str(people[code]), "hours": round(minutes[code] / 60, 2), "week": week / 60}
        if minutes[code] > MINUTES_PER_WEEK_LIMIT:
            facts = {"who": facts["who"], "hours": round(minutes[code] / 60 / DAYS_PER_WEEK, 2)}
            yield "person_over_day", counted, facts
        else:
            yield "person_over_week", counted, facts


def _roles(frame: pd.DataFrame, per_head: np.ndarray, asked: np.ndarray, week: float) -> Iterator[Finding]:
    """Yield roles whose tasks fill more than their week, or far less; of roles with named people the people are asked.

    Tasks without a role are those of their team, or of the whole list, which is only asked how many people it is.

    Where several people stand behind the rows, their number multiplied the times: whether it should have is asked
    first, and always where that number stood beside the role ("Atelier (4 pers.)"), for then it may only say how many
    they are.

    A role of the same name in two teams is two roles.
    """
    has_role = (frame["role"].fillna("") != "").to_numpy()
    has_team = (frame["team"].fillna("") != "").to_numpy()
    lines = np.flatnonzero(frame["person"].isna().to_numpy())
    if not len(lines):
        return
    codes = codes_of(frame[["role", "team"]].iloc[lines])
    heads_of = frame["headcount"].to_numpy(float)
    heads, unknown = heads_of[lines], frame["minutes_per_week"].isna().to_numpy()[lines]
    tasks = np.bincount(codes)
    people = np.ones(len(tasks))
    np.fmax.at(people, codes, heads)
    share = np.bincount(codes, per_head[lines] * np.fmax(heads, 0.0)) / people / week
    in_doubt = np.bincount(codes, unknown | asked[lines])
    over = share > OVERFULL
    under = ~over & (tasks >= FEW_TASKS) & (share > 0) & (share < FAR_LESS) & (in_doubt == 0)
    beside = np.bincount(codes, _counted_beside(frame, lines)) > 0
    flagged = np.flatnonzero((over | under | beside)[codes])
    for places in gathered(codes_of(pd.DataFrame({"role": codes[flagged]})), flagged):
        code, rows = codes[places[0]], lines[places]
        counted = tuple(rows[per_head[rows] > 0].tolist())
        if not has_role[rows[0]] and not over[code]:
            continue
        who = frame["role" if has_role[rows[0]] else "team"].iloc[rows[0]]
        facts = {
            "who": who if isinstance(who, str) else "",
            "hours": round(share[code] * week / 60, 2),
            "week": week / 60,
        }
        several = tuple(place for place in counted if heads_of[place] > 1)
        if (over[code] or beside[code]) and several:
            yield "times_of_role", several, {**facts, "people": float(people[code])}
        elif over[code]:
            needed = float(math.ceil(share[code] * people[code] - _ROUNDED_OFF))
            kind = (
                "role_over_week" if has_role[rows[0]] else "team_over_week" if has_team[rows[0]] else "list_over_week"
            )
            yield kind, counted, {**facts, "people": needed}
        elif under[code]:
            yield "role_under_week", counted, facts


def _counted_beside(frame: pd.DataFrame, lines: np.ndarray) -> np.ndarray:
    """Say of some rows whether their number of people stood beside the role in its cell."""
    found = np.zeros(len(lines), dtype=bool)
    several = np.flatnonzero(frame["headcount"].to_numpy(float)[lines] > 1)
    for at, issues in zip(several.tolist(), texts_at(frame["issues"], lines[several].tolist()), strict=True):
        found[at] = says(issues, "headcount_from_role")
    return found
