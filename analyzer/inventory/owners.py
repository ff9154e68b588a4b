"""Roles and people where a header leaves open which: a column headed "Qui" or "Owner", a column headed by a role.

Roles are few, come again, and are written like words ("tourier", "Clerk of works", "vendeuses"); people have names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.inventory.fields import IGNORE, OWNER, ROLE_COLUMN, TIME_FIELDS
from analyzer.inventory.grids import Cell
from analyzer.inventory.headers import read_header, unit_and_period
from analyzer.inventory.personal.lexicon import CLEAR, lexicon
from analyzer.inventory.problems import Problem
from analyzer.inventory.profile import MOSTLY, WORK_WORDS, ColumnProfile
from analyzer.inventory.roleheaders import counts_people, names_role, role_named, says_part_of_role
from analyzer.inventory.text import clean, fold, word_set

if TYPE_CHECKING:
    from analyzer.inventory.columnmatch import ColumnMatch

_ENOUGH = 0.5
"""Share of the different values that must look like words for roles; judgement."""

_MOST_NAMES = 0.5
"""Names there may be for each value that looks like a role: "Fournier" is both; judgement."""

_AGAIN = 0.7
"""Different values for each cell up to which values come again; judgement."""

_FEWEST_ROLES = 2
"""Columns headed by roles from which on a table is one of tasks by roles; judgement."""

_ROLE_CONFIDENCE = 0.75
"""Confidence in a column that is headed by a role; judgement: its cells speak for it as well."""

_MAY_BE_ROLE = frozenset({OWNER, "team", "headcount", "person"})
"""Fields that a header names and that numbers or crosses below it overrule: "Direction", "Agents"."""

_PARTICLES = word_set("de du des d' la le les van von der den di da del el al ben bin of the")
"""Small words that stand in names as well."""

_MONTHS = word_set("janvier fevrier february january september october november december fevr janv")

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
    doers_too = come_again or (profile.work > 0 and not named)  # beside one that is known, "Presser" is one as well
    kinds = sum(_reads_as_words(value) or (doers_too and _is_doer(value)) for value in values) / len(values)
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
    matches: Sequence[ColumnMatch],
    profiles: Sequence[ColumnProfile],
    problems: list[Problem],
    *,
    titles: Sequence[Cell],
) -> list[ColumnMatch]:
    """Return the matches with columns headed by roles as such: a number below "Comptable" is the time of accountants,
    not a number of people.

    Where the table has times of its own besides, or counts people, numbers can be anything: these columns are left
    out, which is told.

    :param matches: what the headers propose.
    :param profiles: what the values look like, by column.
    :param problems: what is told is added here.
    :param titles: what stands above the header: one may say that the numbers are people, or times.
    """
    as_proposed, matches = list(matches), _with_corner(matches, profiles)
    roles = [match for match in matches if _is_role_column(match, profiles[match.position])]
    timed_above = any(unit_and_period(cell)[0] for cell in titles if isinstance(cell, str))
    if not roles and timed_above:  # the title says that the numbers are times: of whom, the ends of words tell
        roles = [match for match in matches if _may_be_doer(match) and says_part_of_role(profiles[match.position])]
    names = {fold(role_named(match.header)) for match in roles}
    said = any(profiles[match.position].filled for match in roles)
    if not said or not names or any(match.field == "role" for match in matches):
        return as_proposed
    first, last = roles[0].position, roles[-1].position
    near = range(1, len(matches)) if timed_above else range(max(first - 1, 0), last + 2)
    roles += [
        match
        for match in matches
        if match.field == IGNORE
        and match.confidence == 0.0
        and says_part_of_role(profiles[match.position])
        and match not in roles
        and not _is_sum(match)
        if match.position in near and (timed_above or first < match.position < last or _is_doer(match.header))
    ]
    if len(roles) < _FEWEST_ROLES or (len(names) < _FEWEST_ROLES and not timed_above):
        return as_proposed
    timed = counts_people(titles) or any(
        match.field in TIME_FIELDS and match not in roles and not _is_sum(match) for match in matches
    )
    marked = all(max(profiles[match.position].ticks, profiles[match.position].raci) >= MOSTLY for match in roles)
    often = all(profiles[match.position].frequencies >= MOSTLY for match in roles)
    told = timed and not marked and not often
    if told:
        problems.append(Problem("roles_in_columns", facts={"text": ", ".join(match.header for match in roles)}))
    headers = {match.header for match in roles}
    problems[:] = [one for one in problems if one.facts.get("header") not in headers]
    field, confidence = (IGNORE, 1.0) if told else (ROLE_COLUMN, _ROLE_CONFIDENCE)
    return [
        match
        if match.corrected
        else replace(match, field=field, confidence=confidence, unit=None, period=None)
        if match in roles
        else replace(match, field=IGNORE, confidence=1.0)
        if _is_sum(match) and not told
        else match
        for match in matches
    ]


def _with_corner(matches: Sequence[ColumnMatch], profiles: Sequence[ColumnProfile]) -> list[ColumnMatch]:
    """Return the matches with the first column left open where its header asks who, its values are no roles, and no
    other one is the task: "Tâche \\ Poste", "Qui fait quoi" in the corner of a table of tasks by roles.
    """
    corner = next(iter(matches), None)
    if corner is None or corner.field not in ("role", "person") or corner.corrected:
        return list(matches)
    named = any(match.field == "task" for match in matches)
    if named or profiles[0].work >= _ENOUGH or profiles[0].people >= _ENOUGH:
        return list(matches)
    return [replace(corner, field=IGNORE, confidence=0.0), *matches[1:]]


def _may_be_doer(match: ColumnMatch) -> bool:
    """Say whether the header of a column out of use ends like a word for who does something; months do too."""
    free = match.field == IGNORE and match.confidence == 0.0 and not match.corrected
    return free and _is_doer(match.header) and fold(match.header).split()[0].rstrip(".") not in _MONTHS


def _is_sum(match: ColumnMatch) -> bool:
    return fold(match.header).split()[:1] == ["total"] and not match.corrected


def _is_role_column(match: ColumnMatch, profile: ColumnProfile) -> bool:
    meaning = read_header(match.header)
    measured = meaning is not None and meaning.field in TIME_FIELDS and bool(WORK_WORDS.search(fold(match.header)))
    free = match.field == IGNORE and match.confidence == 0.0
    may_be = free or measured or (meaning is not None and meaning.field in _MAY_BE_ROLE)
    if match.corrected:
        return match.field == ROLE_COLUMN
    return may_be and names_role(match.header) and (says_part_of_role(profile) or not profile.filled)
