"""Columns headed by the days of the week, the months or the quarters of the year: times or counts one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.inventory.calendarheaders import MONTH, QUARTER, WEEKDAY, is_march
from analyzer.inventory.fields import IGNORE
from analyzer.inventory.problems import Problem
from analyzer.inventory.profile import MOSTLY, ColumnProfile

if TYPE_CHECKING:
    from analyzer.inventory.columnmatch import ColumnMatch

_FEWEST = {WEEKDAY: 3, MONTH: 12, QUARTER: 4}
"""Columns from which on they are taken for those of one week or year; judgement for the days: one column may be a date
or a name. Of a year without all its months nobody can tell what the others hold."""


def with_calendar_columns(
    matches: Sequence[ColumnMatch], profiles: Sequence[ColumnProfile], problems: list[Problem]
) -> list[ColumnMatch]:
    """Return the matches with days, months and quarters settled, and tell how they were taken.

    Numbers are counts where another column says how long each time, else times that add up to those of the week or the
    year; marks are counts of one. Where how often, or the time of the week, stands elsewhere, they say it again and are
    not used.

    :param matches: what the headers propose; days without ticks as ``WEEKDAY``, months as ``MONTH`` and so on.
    :param profiles: what the values look like, by column.
    :param problems: what is told is added here.
    """
    matches = _with_march(matches)
    fields = {match.field for match in matches}
    said_elsewhere = fields & {"occurrences_per_week", "minutes_per_week"}
    result = [replace(match, field=IGNORE, confidence=0.0) if match.field in _FEWEST else match for match in matches]
    for kind, fewest in _FEWEST.items():
        told = [match for match in matches if match.field == kind and _is_told(profiles[match.position], kind)]
        if len(told) < fewest or said_elsewhere or not any(profiles[match.position].filled for match in told):
            continue
        marked = any(profiles[match.position].ticks for match in told)
        counts = "minutes_per_occurrence" in fields and not any(match.unit for match in told)
        if marked and not counts:
            continue
        field = "occurrences_per_week" if counts else "minutes_per_week"
        for match in told:
            result[match.position] = replace(match, field=field, ticked=True)
        facts = {"header": ", ".join(match.header for match in told), "field": field}
        problems.append(Problem("column_guessed", facts=facts))
        return result
    return result


def _with_march(matches: Sequence[ColumnMatch]) -> list[ColumnMatch]:
    """Return the matches with "Mar" as March where the eleven other months stand beside it: alone it is "mardi"."""
    months = sum(match.field == MONTH for match in matches)
    if months != _FEWEST[MONTH] - 1:
        return list(matches)
    march = [match for match in matches if (match.field == WEEKDAY or match.ticked) and is_march(match.header)]
    if len(march) != 1:
        return list(matches)
    (found,) = march
    as_month = replace(found, field=MONTH, period="year", ticked=False)
    return [as_month if match is found else match for match in matches]


def _is_told(profile: ColumnProfile, kind: str) -> bool:
    """Return whether a column holds numbers or times, or marks under a month or a quarter; an empty month is 0."""
    marks = 0.0 if kind == WEEKDAY else profile.ticks
    empty = kind != WEEKDAY and profile.filled == 0
    return empty or profile.numbers + profile.durations + marks >= MOSTLY
