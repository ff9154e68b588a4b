"""Which column holds which field: by its header first, then by what is in it, and always as the user says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analyzer.inventory.calendarcolumns import with_calendar_columns
from analyzer.inventory.calendarheaders import MONTH, QUARTER, WEEKDAY
from analyzer.inventory.columnguesses import GUESS_CONFIDENCE, guessed, task_beside_roles, without_numbers_as_tasks
from analyzer.inventory.columnmatch import ColumnMatch
from analyzer.inventory.fields import IGNORE, OWNER, SEVERAL, plain
from analyzer.inventory.frequencies import read_frequency
from analyzer.inventory.grids import Cell, as_text
from analyzer.inventory.headers import COUNTED, TICKED, WEAK_WORD, HeaderMeaning, read_header
from analyzer.inventory.owners import holds_roles, with_roles_in_columns
from analyzer.inventory.parts import is_alternative, is_part
from analyzer.inventory.problems import Problem
from analyzer.inventory.profile import MOSTLY, SAMPLE_CELLS, ColumnProfile, profile_column
from analyzer.inventory.ranges import with_ranges
from analyzer.inventory.unitcolumns import with_units
from analyzer.inventory.worktime import WorkTime

_SAYS_TITLE, _HARDLY = 0.9, 0.2
"""Confidence of a header such as "Title"; share of words for roles below which it heads something else (judgement)."""

_ROLES_FOR_PEOPLE = 0.5
"""Share of values that speak of a role from which a column headed "Collaborateur" holds roles; judgement."""


def name_columns(cells: Sequence[Cell], width: int) -> list[str]:
    """Return a name for each column: its header, or its letter in brackets, each name once."""
    names: list[str] = []
    for position in range(width):
        text = as_text(cells[position]) if position < len(cells) else ""
        name = text or f"[{_letters(position)}]"
        count, candidate = 2, name
        while candidate in names:
            candidate, count = f"{name} ({count})", count + 1
        names.append(candidate)
    return names


def match_columns(
    header_cells: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    width: int,
    corrections: Mapping[str, str],
    titles: Sequence[Cell] = (),
) -> tuple[list[ColumnMatch], list[Problem]]:
    """Return one match a column, in order, and what had to be guessed.

    :param header_cells: cells of the header line; empty if there is none.
    :param rows: rows below the header; a sample is enough.
    :param width: number of columns.
    :param titles: what stands above the header.
    :param corrections: header -> field or "ignore", as the user said; headers are compared without case and accents.
    """
    names = name_columns(header_cells, width)
    columns = [[row[place] for row in rows if place < len(row)] for place in range(width)]
    profiles = [profile_column(cells) for cells in columns]
    said = {_key(header): field for header, field in corrections.items()}
    problems: list[Problem] = []
    proposed = []
    for position, name in enumerate(names):
        chosen = said.get(_key(name))
        meaning = read_header(as_text(header_cells[position])) if position < len(header_cells) else None
        if chosen is None:
            proposed.append(_proposed(position, name, meaning, columns[position], profiles[position], problems))
        else:
            proposed.append(_chosen(position, name, meaning, chosen))
    proposed = with_ranges(proposed, problems)
    proposed = with_units(with_calendar_columns(proposed, profiles, problems), profiles, problems)
    proposed = with_roles_in_columns(proposed, profiles, problems, titles=titles)
    parts = {
        match.position
        for match in proposed
        if match.is_upper or is_part(match, proposed, rows) or is_alternative(match, proposed, rows)
    }
    proposed = task_beside_roles(without_numbers_as_tasks(proposed, profiles), profiles, problems)
    matches = _one_each(proposed, parts, problems)
    return guessed(matches, profiles, problems), problems


def _key(header: str) -> str:
    return plain(header) or header


def _chosen(position: int, name: str, meaning: HeaderMeaning | None, field: str) -> ColumnMatch:
    """Return the match that the user chose; unit and period still come from the header."""
    if meaning is None:
        return ColumnMatch(position, name, field, 1.0, corrected=True)
    ticked = meaning.field in TICKED and field == "occurrences_per_week"
    return ColumnMatch(position, name, field, 1.0, meaning.unit, meaning.period, meaning.total, ticked, corrected=True)


def _proposed(
    position: int,
    header: str,
    meaning: HeaderMeaning | None,
    cells: Sequence[Cell],
    profile: ColumnProfile,
    problems: list[Problem],
) -> ColumnMatch:
    """Return what a header proposes, once it is held against the column's values."""
    if meaning is None:
        return ColumnMatch(position, header, IGNORE, 0.0)
    field, confidence, ticked = meaning.field, meaning.confidence, False
    if field in TICKED and confidence <= WEAK_WORD and profile.ticks < MOSTLY:
        return _named_by_period(position, header, cells, problems)
    titles = (
        field == "role" and confidence <= _SAYS_TITLE and profile.work < _HARDLY
    )  # "Titre": of tasks, not of people
    if (titles or (field in ("role", "team") and confidence <= WEAK_WORD)) and profile.is_prose:
        return ColumnMatch(position, header, IGNORE, 0.0)  # "Le boulot du service": the word is not what it heads
    if field == OWNER and profile.numbers >= MOSTLY:
        field = "headcount"  # "Agents: 2"
    elif field == OWNER:
        field = "role" if holds_roles(cells, profile) else "person"
        problems.append(Problem(f"owner_as_{field}", facts={"header": header}))
        confidence = 0.7
    elif field == "person" and profile.work >= _ROLES_FOR_PEOPLE and not profile.people:
        field = "role"  # "Collaborateur: Gestionnaire de paie"
        problems.append(Problem("owner_as_role", facts={"header": header}))
        confidence = 0.7
    elif field == "role" and profile.people >= MOSTLY and profile.names >= MOSTLY:
        field = "person"  # "Poste: Marie Dupont": whoever wrote it meant the person
        problems.append(Problem("owner_as_person", facts={"header": header}))
        confidence = 0.7
    elif field in (MONTH, QUARTER) or (field == WEEKDAY and not profile.ticks):
        return ColumnMatch(position, header, field, confidence, meaning.unit, meaning.period)
    elif field in TICKED:
        field, ticked = "occurrences_per_week", True
    elif field == COUNTED:
        if profile.counts < MOSTLY:
            return ColumnMatch(position, header, IGNORE, 0.0)
        field = "occurrences_per_week"
        problems.append(Problem("column_guessed", facts={"header": header, "field": field}))
    elif (other := _contradicted(field, profile)) is not None:
        field, confidence = other, GUESS_CONFIDENCE
        problems.append(Problem("column_guessed", facts={"header": header, "field": field}))
    return ColumnMatch(position, header, field, confidence, meaning.unit, meaning.period, meaning.total, ticked)


def _contradicted(field: str, profile: ColumnProfile) -> str | None:
    """Return what a column of times holds by its values where its header says the other: how often, or how long."""
    if field == "minutes_per_occurrence" and profile.frequencies >= MOSTLY and profile.durations < 0.2:
        return "occurrences_per_week"
    if field == "occurrences_per_week" and profile.durations >= MOSTLY and profile.frequencies < 0.2:
        return "minutes_per_occurrence"
    return None


def _named_by_period(position: int, header: str, cells: Sequence[Cell], problems: list[Problem]) -> ColumnMatch:
    """Return the match of a column headed by nothing but a period, without ticks: how often if its values say so, days
    by their first letters included ("Jours": "L, Me, V"), else it may be a date.
    """
    texts = list(dict.fromkeys(cell for cell in cells if isinstance(cell, str) and cell))[:SAMPLE_CELLS]
    read = sum(read_frequency(text, WorkTime(), "fr").status == "read" for text in texts)
    if read < MOSTLY * max(len(texts), 1):
        return ColumnMatch(position, header, IGNORE, 0.0)
    problems.append(Problem("column_guessed", facts={"header": header, "field": "occurrences_per_week"}))
    return ColumnMatch(position, header, "occurrences_per_week", WEAK_WORD)


def _one_each(proposed: list[ColumnMatch], parts: set[int], problems: list[Problem]) -> list[ColumnMatch]:
    """Return the proposals with each field given to its most certain column; a second task column becomes notes.

    :param parts: positions of the columns that go with another one of their field.
    """
    best: dict[str, ColumnMatch] = {}
    for match in sorted(proposed, key=lambda match: (not match.corrected, -match.confidence, match.position)):
        best.setdefault(match.field, match)
    matches = []
    for match in proposed:
        first = best[match.field]
        several = match.field in SEVERAL | {IGNORE} or (match.ticked and first.ticked) or match.position in parts
        if match is first or several:
            matches.append(match)
        elif match.field == "task":
            matches.append(replace(match, field="notes", confidence=GUESS_CONFIDENCE))
        else:
            problems.append(Problem("column_twice", facts={"header": match.header, "field": match.field}))
            matches.append(replace(match, field=IGNORE))
    return matches


def _letters(position: int) -> str:
    """Return the letters a spreadsheet gives to a column, counted from 0."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
