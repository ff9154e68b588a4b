"""Columns that name the unit of the numbers in another one: "min" beside a duration, "month" beside a count.

Values alone do not decide: a department "HR" reads as hours and a site "J" as days. They count only with a header
that can mean a unit, or right beside the numbers under no header that says anything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.inventory.fields import IGNORE
from analyzer.inventory.problems import Problem
from analyzer.inventory.profile import MOSTLY, ColumnProfile
from analyzer.inventory.text import fold

if TYPE_CHECKING:
    from analyzer.inventory.columnmatch import ColumnMatch

_UNIT_HEADER = re.compile(r"\b(?:unites?|units?|uom|mesures?|measures?|echelle|scale)\b")
_PERIOD_HEADER = re.compile(
    r"\b(?:per|par|pour|periodes?|periods?|periodicites?|periodicity|basis|base|every|chaque|each|cycles?|rythme"
    r"|intervalles?|intervals?|unites?|units?)\b|^/$"
)
_NAMED, _GUESSED = 0.9, 0.5
"""Confidence where the header can mean a unit, and where only the place of the column says so."""

_MAY_BE_UNIT = frozenset({"team", "volume", IGNORE, "occurrences_per_week"})
"""Fields that a header proposes and that the values may overrule: "Unité" is also a team, "Units" also a volume."""


def with_units(
    matches: Sequence[ColumnMatch], profiles: Sequence[ColumnProfile], problems: list[Problem]
) -> list[ColumnMatch]:
    """Return the matches with columns of periods and of units of time recognised; each one found so is told.

    :param matches: what the headers propose.
    :param profiles: what the values look like, by column.
    :param problems: what is told is added here.
    """
    result = list(matches)
    if any(match.field == "frequency_unit" for match in result):
        result = _with_counts_for_period(result)
    count, period = _period_of_count(matches, profiles)
    if count is not None and period is not None:
        result[count.position] = replace(count, field="occurrences_per_week")
        result[period.position] = _taken(period, "frequency_unit", _PERIOD_HEADER, problems)
    for match in result:
        if _is_duration_unit(match, result, profiles):
            result[match.position] = _taken(match, "duration_unit", _UNIT_HEADER, problems)
    return result


def _with_counts_for_period(matches: list[ColumnMatch]) -> list[ColumnMatch]:
    """Take a volume for the frequency where a column names its period and no other one counts ("Nb", "Per what")."""
    if any(match.field == "occurrences_per_week" for match in matches):
        return matches
    return [
        replace(match, field="occurrences_per_week") if match.field == "volume" and not match.corrected else match
        for match in matches
    ]


def _taken(match: ColumnMatch, field: str, header: re.Pattern[str], problems: list[Problem]) -> ColumnMatch:
    problems.append(Problem("column_guessed", facts={"header": match.header, "field": field}))
    return replace(match, field=field, confidence=_NAMED if header.search(fold(match.header)) else _GUESSED)


def _period_of_count(
    matches: Sequence[ColumnMatch], profiles: Sequence[ColumnProfile]
) -> tuple[ColumnMatch | None, ColumnMatch | None]:
    """Return a column of counts and the one that says per what ("Times" and "Per"), or None twice.

    A volume beside a frequency in words is none: "monthly" with 40 is read as 40 a month as it is.
    """
    if any(match.field == "frequency_unit" for match in matches):
        return None, None
    counts = [
        match
        for match in matches
        if match.field in ("occurrences_per_week", "volume") and not match.period and not match.ticked
        if profiles[match.position].numbers >= MOSTLY
    ]
    found = []
    for match in matches:
        profile = profiles[match.position]
        if match.corrected or match.field not in _MAY_BE_UNIT or match.ticked or profile.periods < MOSTLY:
            continue
        for count in counts:
            distance = abs(count.position - match.position)
            if match is count or (count.field == "volume" and match.field == "occurrences_per_week"):
                continue
            named = match.field == "occurrences_per_week" or _PERIOD_HEADER.search(fold(match.header)) is not None
            if _is_duration_unit(match, matches, profiles) and distance > 1:
                continue  # "jour" beside a duration is how long, not how often
            if named or (distance == 1 and _says_nothing(match) and profile.frequencies >= MOSTLY):
                found.append((not named, count.field == "volume", distance, count, match))
    if not found:
        return None, None
    best = min(found, key=lambda one: (*one[:3], one[3].position, one[4].position))
    return best[3], best[4]


def _is_duration_unit(match: ColumnMatch, matches: Sequence[ColumnMatch], profiles: Sequence[ColumnProfile]) -> bool:
    """Say whether a column names the unit of durations: by its header, or right of numbers under an unknown header."""
    if match.corrected or match.field not in _MAY_BE_UNIT or profiles[match.position].units < MOSTLY:
        return False
    if match.field != "occurrences_per_week" and _UNIT_HEADER.search(fold(match.header)):
        return True
    before = matches[match.position - 1] if match.position else None
    return _says_nothing(match) and before is not None and before.field == "minutes_per_occurrence"


def _says_nothing(match: ColumnMatch) -> bool:
    return match.field == IGNORE and match.confidence == 0.0
