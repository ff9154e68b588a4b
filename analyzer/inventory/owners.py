"""Roles and people where a header leaves open which: a column headed "Qui" or "Owner", a column headed by a role.

Roles are few, come again, and are written like words ("tourier", "Clerk of works", "vendeuses"); people have names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.inventory.fields import IGNORE, OWNER
from analyzer.inventory.grids import Cell
from analyzer.inventory.headers import read_header
from analyzer.inventory.personal.lexicon import CLEAR, lexicon
from analyzer.inventory.problems import Problem
from analyzer.inventory.profile import MOSTLY, WORK_WORDS, ColumnProfile
from analyzer.inventory.text import clean, fold, word_set

if TYPE_CHECKING:
    from analyzer.inventory.columns import ColumnMatch

_ENOUGH = 0.5
"""Share of the different values that must look like words for roles; judgement."""

_MOST_NAMES = 0.5
"""Names there may be for each value that looks like a role: "Fournier" is both; judgement."""

_AGAIN = 0.7
"""Different values for each cell up to which values come again; judgement."""

_FEWEST_ROLES = 2
"""Columns headed by roles from which on a table is one of tasks by roles; judgement."""

_PARTICLES = word_set("de du des d' la le les van von der den di da del el al ben bin of the")
"""Small words that stand in names as well."""

_TITLE = re.compile(r"(?:m\.|mr|mrs|ms|mme|mlle|monsieur|madame|dr)\b")
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\.? ?-?){1,3}")
_DOER = re.compile(
    r"[a-z]{3,}(?:eur|euse|trice|ier|iere|iste|icien|icienne|logue|ologist|ist|ician|[aiu]tor|er|or|man|woman|ant|ante|ent)s?"
)
""" "Tourier", "Negotiator": the ends of words for those who do something; surnames have them too."""


def holds_roles(cells: Sequence[Cell], profile: ColumnProfile) -> bool:
    """Say whether a column of owners holds roles, not people.

    :param cells: its cells; a sample is enough.
    :param profile: what they look like.
    """
    if profile.work >= _ENOUGH or (profile.work > profile.names and profile.work >= 0.3):
        return True
    filled = [clean(cell) for cell in cells if isinstance(cell, str) and cell]
    values = set(filled)
    if not values:
        return False
    named = sum(map(_is_named, values)) / len(values)
    come_again = len(values) > 1 and len(values) <= _AGAIN * len(filled)
    kinds = sum(_reads_as_words(value) or (come_again and _is_doer(value)) for value in values) / len(values)
    return kinds >= _ENOUGH and named <= _MOST_NAMES * kinds


def _is_named(value: str) -> bool:
    """Say whether a value holds what is a name, or nothing but initials."""
    folded = fold(value)
    if WORK_WORDS.search(folded):
        return False
    if _TITLE.match(folded) or _INITIALS.fullmatch(value):
        return True
    names = lexicon()
    return any(
        word in names.surnames or word in names.word_surnames or names.given.get(word) == CLEAR
        for word in re.findall(r"[a-z]+", folded)
        if word not in _PARTICLES
    )


def _reads_as_words(value: str) -> bool:
    """Say whether a value has a word in small letters, or a word for a role: names have capitals."""
    words = re.findall(r"[^\W\d_]+", value)
    return WORK_WORDS.search(fold(value)) is not None or any(
        word.islower() and len(word) > 1 and fold(word) not in _PARTICLES for word in words
    )


def _is_doer(value: str) -> bool:
    return any(_DOER.fullmatch(word) for word in re.findall(r"[a-z]+", fold(value)))


def with_roles_in_columns(
    matches: Sequence[ColumnMatch], profiles: Sequence[ColumnProfile], problems: list[Problem]
) -> list[ColumnMatch]:
    """Return the matches with columns headed by roles left out, and tell it: a number below "Comptable" is the time or
    the part of accountants, not a number of people.

    :param matches: what the headers propose.
    :param profiles: what the values look like, by column.
    :param problems: what is told is added here.
    """
    roles = [match for match in matches if _is_role_column(match, profiles[match.position])]
    if len(roles) < _FEWEST_ROLES or any(match.field == "role" for match in matches):
        return list(matches)
    problems.append(Problem("roles_in_columns", facts={"text": ", ".join(match.header for match in roles)}))
    return [replace(match, field=IGNORE, confidence=1.0) if match in roles else match for match in matches]


def _is_role_column(match: ColumnMatch, profile: ColumnProfile) -> bool:
    unknown = match.field == IGNORE and match.confidence == 0.0
    meaning = read_header(match.header)
    owner = meaning is not None and meaning.field == OWNER and match.field == "headcount"
    speaks_of_role = WORK_WORDS.search(fold(match.header)) is not None
    told = profile.numbers + profile.durations + profile.ticks >= MOSTLY
    return (unknown or owner) and speaks_of_role and told and not match.corrected
