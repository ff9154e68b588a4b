"""What an estimate warns of: codes and facts, put into words only where they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from babel.numbers import format_decimal

from analyzer.i18n import mark, translate, translate_plural
from analyzer.numbers import format_duration, format_range, to_the_minute
from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.evidence import Family
from analyzer.opportunity.families import NO_FAMILY
from analyzer.opportunity.ruler import measured_range
from analyzer.opportunity.staff import Staff

if TYPE_CHECKING:
    from analyzer.opportunity.prepared import PreparedTasks

MOST_PLACES = 40
"""Tasks of a warning that are named, those with most time first."""
SLACK = 1.005
"""A week is exceeded from half a per cent above it: 35 h come out as 35.1 h when months are turned into weeks."""

_PLURALS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "tasks_without_time": (
            mark("{count} task has no time: it counts for no hours until its frequency and duration are filled in."),
            mark(
                "{count} tasks have no time: they count for no hours until their frequency and duration are filled in."
            ),
        ),
        "repeated_rows": (
            mark(
                "{count} row repeats another of the same role: its {hours} a week are counted twice unless you "
                "exclude it."
            ),
            mark(
                "{count} rows repeat others of the same role: their {hours} a week are counted twice unless you "
                "exclude them."
            ),
        ),
        "not_understood": (
            mark(
                "{count} task was not understood ({hours} a week): nothing is counted for it until it is described in "
                "a few more words, or its score is set."
            ),
            mark(
                "{count} tasks were not understood ({hours} a week): nothing is counted for them until they are "
                "described in a few more words, or their scores are set."
            ),
        ),
        "uncertain_tasks": (
            mark(
                "The score of {count} task is uncertain ({hours} a week): half of what it could free is counted "
                "until you look at it."
            ),
            mark(
                "The scores of {count} tasks are uncertain ({hours} a week): half of what they could free is "
                "counted until you look at them."
            ),
        ),
        "no_evidence": (
            mark(
                "{count} task could run largely without a person ({hours} a week), but no study fits: nothing is "
                "counted for it, and only a trial of your own would tell."
            ),
            mark(
                "{count} tasks could run largely without a person ({hours} a week), but no study fits: nothing is "
                "counted for them, and only a trial of your own would tell."
            ),
        ),
        "nothing_measured": (
            mark(
                "{count} task ({hours} a week) is of a kind where studies found no time saved, such as meetings: "
                "nothing is counted for it."
            ),
            mark(
                "{count} tasks ({hours} a week) are of a kind where studies found no time saved, such as meetings: "
                "nothing is counted for them."
            ),
        ),
    }
)
_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "role_over_week": mark(
            "“{role}” declares {hours} a week a person, more than a week of {limit}: it is held to that week until "
            "its durations, frequencies and headcount are checked."
        ),
        "role_times_unclear": mark(
            "“{role}” declares {hours} a week for each of its {people} people, more than a week of {limit}: it is "
            "held to their weeks. If its times are those of the whole role, correct them or its headcount in the task "
            "list."
        ),
        "list_over_week": mark(
            "The tasks without a role add up to {hours} a week a person, more than a week of {limit}: they are "
            "held to that week until durations, frequencies and headcount are checked."
        ),
        "above_measured": mark(
            "{minutes} per person per day is more than studies have measured ({range}): take it as a hope, not as a "
            "plan."
        ),
        "below_measured": mark(
            "{minutes} per person per day is less than studies have measured ({range}): the list "
            "may cover only part of the week."
        ),
    }
)


@dataclass(frozen=True)
class HoursWarning:
    """One thing to know before the figures are used.

    ``code`` is one of: tasks_without_time, repeated_rows, not_understood, uncertain_tasks, no_evidence,
    nothing_measured, role_over_week, role_times_unclear, list_over_week, above_measured, below_measured. ``facts``
    holds numbers and names (hours a week, minutes a day). ``places``: positions in the frame of the tasks that it
    counts, those with most time first.
    """

    code: str
    facts: Mapping[str, str | int | float | None] = field(default_factory=dict)
    places: tuple[int, ...] = field(default=(), compare=False, repr=False)

    def message(self, language: str = "en") -> str:
        """Return the warning as one sentence in ``language`` ("en" or "fr")."""
        facts = self.facts
        shown: dict[str, object] = {
            name: format_decimal(round(fact, 1), locale=language) if isinstance(fact, float) else fact
            for name, fact in facts.items()
        }
        spoken = format_duration if self.code in _PLURALS else to_the_minute  # the others compare it with a limit
        for name, minutes in (("hours", 60), ("limit", 60), ("minutes", 1)):
            if name in facts:
                shown[name] = spoken(float(facts[name] or 0) * minutes, language)
        if "low" in facts:
            shown["range"] = format_range(float(facts["low"] or 0), float(facts["high"] or 0), language)
        if self.code in _PLURALS:
            singular, plural = _PLURALS[self.code]
            count = int(self.facts["count"] or 0)
            del shown["count"]
            return translate_plural(singular, plural, count, language, **shown)
        return translate(_SENTENCES[self.code], language, **shown)


def find_warnings(
    frame: pd.DataFrame,
    prepared: PreparedTasks,
    weeks: FloatArray,
    total: pd.Series,
    assumptions: Assumptions,
    evidence: Mapping[str, Family],
) -> list[HoursWarning]:
    """Return what there is to warn of, the gravest first.

    :param frame: opportunity frame.
    :param prepared: the same rows, as they were made ready.
    :param weeks: minutes a week that the people of each role in a team work together.
    :param total: the one row of the totals of everything.
    :param evidence: what is known of each family of work, here and by study.
    """
    tasks = prepared.tasks
    fruitless = [code for code, family in evidence.items() if family.central <= 0]
    timed = tasks["minutes_per_week"].notna()  # without a time nothing is counted whatever is understood: said once
    unnamed = ~tasks["family_rule"].str.startswith("named_")  # what a text names plainly is understood
    return [
        *_roles_over_week(prepared.minutes, prepared.staff, weeks),
        *_outside_measured(total, assumptions),
        *_counted("tasks_without_time", tasks, ~timed),
        *_counted("repeated_rows", tasks, pd.Series(prepared.repeated)),
        *_counted("not_understood", tasks, timed & unnamed & frame["uncertain"] & (frame["lane"] == "keep_human")),
        *_counted("uncertain_tasks", tasks, frame["uncertain"] & (frame["share_freed_central"] > 0)),
        *_counted("no_evidence", tasks, (frame["family"] == NO_FAMILY) & (frame["lane"] != "keep_human")),
        *_counted("nothing_measured", tasks, frame["family"].isin(fruitless)),
    ]


def _roles_over_week(minutes: FloatArray, staff: Staff, weeks: FloatArray) -> list[HoursWarning]:
    declared = staff.units.assign(minutes=np.bincount(staff.unit, weights=minutes, minlength=len(staff.units)))
    heads = staff.by_unit()
    declared = declared.assign(per_head=declared["minutes"] / heads, week=weeks / heads, heads=heads)
    over = declared[declared["per_head"] > declared["week"] * SLACK]
    found = []
    columns = (over[name] for name in ("role", "team", "per_head", "week", "heads"))
    for role, team, per_head, week, people in zip(*columns, strict=True):
        hours: dict[str, str | int | float | None] = {"hours": round(per_head / 60, 2), "limit": round(week / 60, 2)}
        named = {"role": None if pd.isna(role) else role, "team": None if pd.isna(team) else team}
        if named["role"] is None:
            found.append(HoursWarning("list_over_week", {**named, **hours}))
        elif people > 1:
            found.append(HoursWarning("role_times_unclear", {**named, **hours, "people": float(people)}))
        else:
            found.append(HoursWarning("role_over_week", {**named, **hours}))
    return found


def _outside_measured(total: pd.Series, assumptions: Assumptions) -> list[HoursWarning]:
    low, high = measured_range(assumptions)
    minutes = float(total["minutes_per_person_per_day_central"])
    if total["minutes_per_week"] == 0 or low <= minutes <= high:
        return []
    return [
        HoursWarning(
            "above_measured" if minutes > high else "below_measured", {"minutes": minutes, "low": low, "high": high}
        )
    ]


def _counted(code: str, tasks: pd.DataFrame, rows: pd.Series) -> list[HoursWarning]:
    count = int(rows.sum())
    if not count:
        return []
    hours = round(float(tasks.loc[rows, "minutes_per_week"].sum()) / 60, 2)
    largest = tasks.loc[rows, "minutes_per_week"].fillna(0.0).nlargest(MOST_PLACES).index
    return [HoursWarning(code, {"count": count, "hours": hours}, tuple(int(place) for place in largest))]
