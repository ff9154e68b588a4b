"""Columns that no header names: what they hold is told by what is in them, and said."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.inventory.fields import IGNORE, TIME_FIELDS
from analyzer.inventory.headers import period_alone, read_header
from analyzer.inventory.problems import Problem
from analyzer.inventory.profile import MOSTLY, SAMPLE_CELLS, ColumnProfile

if TYPE_CHECKING:
    from analyzer.inventory.columnmatch import ColumnMatch

_MORE_THAN_TIMES = 2.5
"""Words from which on, on average, a column holds more than times; judgement."""

_FEW_PEOPLE = 0.3
"""Share of first names up to which a column named like one of persons may list something else; judgement."""

GUESS_CONFIDENCE = 0.5
"""Confidence of a field that only the content tells."""


def guessed(
    matches: list[ColumnMatch], profiles: Sequence[ColumnProfile], problems: list[Problem]
) -> list[ColumnMatch]:
    """Fill fields that no header names from columns that nothing else claims, by what is in them."""
    result = list(matches)
    held = {match.field for match in matches}

    def free() -> list[ColumnMatch]:
        return [match for match in result if match.field == IGNORE and match.confidence == 0.0 and not match.corrected]

    def give(match: ColumnMatch, field: str, period: str | None = None) -> None:
        result[match.position] = replace(match, field=field, confidence=GUESS_CONFIDENCE, period=period or match.period)
        problems.append(Problem("column_guessed", facts={"header": match.header, "field": field}))

    under_period = [(match, period) for match in free() if (period := period_alone(match.header)) is not None]
    if len(under_period) == 1 and not held & {"occurrences_per_week", "minutes_per_week"}:
        # "Par semaine" beside a duration counts the times; with durations in it, it is the time itself.
        column, period = under_period[0]
        profile = profiles[column.position]
        if profile.numbers >= MOSTLY and "minutes_per_occurrence" in held:
            give(column, "occurrences_per_week", period)
        elif profile.durations >= MOSTLY and "minutes_per_occurrence" not in held:
            give(column, "minutes_per_week", period)
        held = {one.field for one in result}
    if "minutes_per_week" not in held and not held & {"occurrences_per_week", "minutes_per_occurrence"}:
        weekly = [match for match in free() if profiles[match.position].weekly >= MOSTLY]
        if weekly:
            give(weekly[0], "minutes_per_week")
            held.add("minutes_per_week")
    if "minutes_per_week" not in held:
        for field in ("occurrences_per_week", "minutes_per_occurrence"):
            # "Chaque matin, je relève les compteurs", "Ouvrir (20 min)" are tasks where nothing else can be.
            only = [] if "task" in held else [one for one in free() if profiles[one.position].letters >= MOSTLY]
            likely = [
                (_share(profiles[match.position], field), match)
                for match in free()
                if field not in held and not (only == [match] and profiles[match.position].words >= _MORE_THAN_TIMES)
            ]
            share, match = max(likely, key=lambda pair: pair[0], default=(0.0, None))
            if match is not None and share >= MOSTLY:
                give(match, field)
    if "role" not in held:
        # Without a header, of the table or of the column, roles are told by the words for them.
        named = any(match.confidence > GUESS_CONFIDENCE for match in matches)
        roles = [
            match
            for match in free()
            if profiles[match.position].work >= MOSTLY > profiles[match.position].words / 4
            if not named or match.header.startswith("[")
        ]
        if roles and ("task" in held or len(_may_be_task(result, free(), profiles)) > 1):
            give(max(roles, key=lambda match: profiles[match.position].work), "role")
    if "task" not in held:
        texts = _may_be_task(result, free(), profiles)
        if texts:
            give(max(texts, key=lambda match: _likely_tasks(profiles[match.position])), "task")
    return result


def _may_be_task(
    matches: Sequence[ColumnMatch], free: Sequence[ColumnMatch], profiles: Sequence[ColumnProfile]
) -> list[ColumnMatch]:
    """Return the columns that may be the task: those that nothing claims and notes, else a "Name" that is nobody's
    beside times."""
    texts = [match for match in free if profiles[match.position].letters >= MOSTLY]
    texts += [match for match in matches if match.field == "notes" and match.confidence < 1.0 and not match.corrected]
    if texts or not any(match.field in TIME_FIELDS for match in matches):
        return texts
    named = [match for match in matches if match.field in ("person", "role") and not match.corrected]
    return [match for match in named if _says_name(match.header) and profiles[match.position].people < _FEW_PEOPLE]


def _says_name(header: str) -> bool:
    meaning = read_header(header)
    return meaning is not None and meaning.field == "person"


def _share(profile: ColumnProfile, field: str) -> float:
    return profile.frequencies if field == "occurrences_per_week" else profile.durations


def _likely_tasks(profile: ColumnProfile) -> float:
    """Return how much a column of texts looks like tasks: several words, nearly all different."""
    distinct = profile.different / max(min(profile.filled, SAMPLE_CELLS), 1)
    return min(profile.words, 12.0) * distinct + 0.01 * math.sqrt(profile.filled)


def without_numbers_as_tasks(proposed: list[ColumnMatch], profiles: Sequence[ColumnProfile]) -> list[ColumnMatch]:
    """Return the proposals without a task column of mere numbers ("Tâche" for "N° de tâche"), if another can be it."""

    def is_numbered(match: ColumnMatch) -> bool:
        return match.field == "task" and not match.corrected and profiles[match.position].numbers >= MOSTLY

    others = [match for match in proposed if match.field in ("task", IGNORE) and not is_numbered(match)]
    if not any(profiles[match.position].letters >= MOSTLY for match in others):
        return proposed
    return [replace(match, field=IGNORE, confidence=0.0) if is_numbered(match) else match for match in proposed]


def task_beside_roles(
    proposed: list[ColumnMatch], profiles: Sequence[ColumnProfile], problems: list[Problem]
) -> list[ColumnMatch]:
    """Return the proposals with one of two columns of roles as the task where nothing else can be: "Job", "Role"."""
    roles = [match for match in proposed if match.field == "role" and not match.corrected]
    free = [match for match in proposed if match.field in ("task", "notes", IGNORE) and not match.corrected]
    if len(roles) < 2 or any(match.field == "task" or profiles[match.position].letters >= MOSTLY for match in free):
        return proposed
    found = min(roles, key=lambda match: (profiles[match.position].work, -_likely_tasks(profiles[match.position])))
    problems.append(Problem("column_guessed", facts={"header": found.header, "field": "task"}))
    taken = replace(found, field="task", confidence=GUESS_CONFIDENCE)
    return [taken if match is found else match for match in proposed]
