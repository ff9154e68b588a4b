"""Columns headed by the days of the week that are not ticked: times day by day, or counts beside a time each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.inventory.fields import IGNORE
from analyzer.inventory.headers import WEEKDAY
from analyzer.inventory.problems import Problem
from analyzer.inventory.profile import MOSTLY, ColumnProfile

if TYPE_CHECKING:
    from analyzer.inventory.columns import ColumnMatch

_FEWEST = 3
"""Days from which on they are taken for the days of one week; judgement: one column may be a date or a name."""


def with_weekdays(
    matches: Sequence[ColumnMatch], profiles: Sequence[ColumnProfile], problems: list[Problem]
) -> list[ColumnMatch]:
    """Return the matches with days of the week settled, and tell how they were taken.

    Numbers are counts where another column says how long each time, else times that add up to those of the week. Where
    how often, or the time of the week, stands elsewhere, the days say it again and are not used.

    :param matches: what the headers propose; days without ticks as ``WEEKDAY``.
    :param profiles: what the values look like, by column.
    :param problems: what is told is added here.
    """
    days = [match for match in matches if match.field == WEEKDAY]
    told = [match for match in days if profiles[match.position].numbers + profiles[match.position].durations >= MOSTLY]
    fields = {match.field for match in matches}
    result = [replace(match, field=IGNORE, confidence=0.0) if match in days else match for match in matches]
    if len(told) < _FEWEST or fields & {"occurrences_per_week", "minutes_per_week"}:
        return result
    counts = "minutes_per_occurrence" in fields and not any(match.unit for match in told)
    field = "occurrences_per_week" if counts else "minutes_per_week"
    for match in told:
        result[match.position] = replace(match, field=field, ticked=True)
    facts = {"header": ", ".join(match.header for match in told), "field": field}
    problems.append(Problem("column_guessed", facts=facts))
    return result
