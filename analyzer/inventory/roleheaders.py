"""Headers that are roles: what they name, and the lines of them that say "Task" nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analyzer.inventory.fields import OWNER, TIME_FIELDS
from analyzer.inventory.firstnames import FIRST_NAMES
from analyzer.inventory.grids import Cell
from analyzer.inventory.headers import LONGEST_HEADER, read_header, unit_and_period, without_measures
from analyzer.inventory.personal.kinds import LABEL
from analyzer.inventory.profile import MOSTLY, WORK_WORDS, ColumnProfile, profile_column
from analyzer.inventory.text import fold, word_set

_LONGEST_ROLE = 4
"""Words of a header up to which it can be a role; judgement."""

_LONGEST_NAME = 3
"""Words of a header up to which it can be a person's name; judgement."""

_COUNTING = word_set("nb nbre nombre number no n° # effectif effectifs headcount etp fte ftes count total")
"""First words of headers that count people: "Nb agents"."""

_PEOPLE = re.compile(
    r"\b(?:effectifs?|headcount|staff(?:ing)?|(?:nombre|nb|nbre) de personnes|number of (?:people|persons|employees))\b"
)

_FEWEST_ROLES = 2
"""Roles side by side that make a line a header; judgement."""


def role_named(header: str) -> str:
    """Return the role that a header names, without its measure: "Comptable (h/mois)" -> "Comptable"."""
    return without_measures(header) or header


def names_role(text: str) -> bool:
    """Say whether a text is a person or a role: few words, of which the first or the last is one for a role."""
    if names_person(text):
        return True
    words = fold(role_named(text)).replace("-", " ").split()
    if not words or words[0] in _COUNTING:
        return False
    return len(words) <= _LONGEST_ROLE and any(WORK_WORDS.fullmatch(word) for word in (words[0], words[-1]))


def names_person(text: str) -> bool:
    """Say whether a header is a person's first name, with or without the last one, or the label in its place."""
    named = role_named(text)
    words = fold(named).split()
    label = LABEL.fullmatch(named)
    return label is not None or (0 < len(words) <= _LONGEST_NAME and words[0] in FIRST_NAMES)


def says_part_of_role(profile: ColumnProfile) -> bool:
    """Say whether the values of a column can be the part of one role in the tasks: times, rates, crosses, letters."""
    read = profile.numbers + profile.durations + profile.weekly + profile.frequencies + profile.shares
    return max(read, profile.ticks, profile.raci) >= MOSTLY


def counts_people(titles: Sequence[Cell]) -> bool:
    """Say whether one of the titles of a table says that its numbers are people ("Effectif par poste")."""
    texts = [cell for cell in titles if isinstance(cell, str) and len(cell) <= LONGEST_HEADER]
    return any(_PEOPLE.search(fold(text)) and unit_and_period(text)[0] is None for text in texts)


def header_of_roles(rows: Sequence[Sequence[Cell]], below: int) -> int:
    """Return the index of the line whose cells are roles, right of a first one that may say nothing, -1 if none is.

    Texts stand below the first cell, and parts in tasks below each role.

    :param rows: the first rows of a grid.
    :param below: how many of them are looked at below a line.
    """
    for index, row in enumerate(rows):
        roles = [place for place, cell in enumerate(row[1:], 1) if isinstance(cell, str) and names_role(cell)]
        filled = [place for place, cell in enumerate(row[1:], 1) if cell != ""]
        if len(roles) < _FEWEST_ROLES or 2 * len(roles) < len(filled):
            continue
        body = rows[index + 1 : index + 1 + below]
        first = profile_column([line[0] for line in body if line])
        parts = [profile_column([line[place] for line in body if place < len(line)]) for place in roles]
        if first.letters >= MOSTLY and first.work < MOSTLY and all(map(says_part_of_role, parts)):
            return index
    return -1


def names_roles_below(header: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Say whether the line below a header names roles for it: "Temps (h)" above "Comptable", "Assistante"."""
    filled = [(place, cell) for place, cell in enumerate(below) if cell != ""]
    roles = [cell for _, cell in filled if isinstance(cell, str) and len(cell) <= LONGEST_HEADER and names_role(cell)]
    over = [header[place] for place, _ in filled if place < len(header) and header[place] != ""]
    texts = all(isinstance(cell, str) and not any(sign.isdigit() for sign in cell) for _, cell in filled)
    if not texts or len(roles) < max(_FEWEST_ROLES, len(filled) / 2) or len(over) > 1:
        return False
    named = [read_header(cell) for cell in over if isinstance(cell, str)]
    return all(meaning is None or meaning.field in TIME_FIELDS | {"role", OWNER} for meaning in named)
