"""Whether a column headed "Qui" or "Owner" holds roles or people, where no list knows its words: told by its shape.

Roles are few, come again, and are written like words ("tourier", "Clerk of works", "vendeuses"); people have names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analyzer.inventory.grids import Cell
from analyzer.inventory.personal.lexicon import CLEAR, lexicon
from analyzer.inventory.profile import WORK_WORDS, ColumnProfile
from analyzer.inventory.text import clean, fold, word_set

_ENOUGH = 0.5
"""Share of the different values that must look like words for roles; judgement."""

_MOST_NAMES = 0.5
"""Names there may be for each value that looks like a role: "Fournier" is both; judgement."""

_AGAIN = 0.7
"""Different values for each cell up to which values come again; judgement."""

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
