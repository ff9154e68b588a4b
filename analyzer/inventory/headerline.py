"""The header of a grid: the line that names the columns, with the groups above it and the units below it taken in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.inventory.calendarheaders import COMES_BACK
from analyzer.inventory.durations import read_duration
from analyzer.inventory.fields import IGNORE, TIME_FIELDS
from analyzer.inventory.frequencies import read_frequency
from analyzer.inventory.grids import Cell, Grid, as_text
from analyzer.inventory.headers import (
    LONGEST_HEADER,
    TICKED,
    WEAK_WORD,
    HeaderMeaning,
    names_period_only,
    read_header,
)
from analyzer.inventory.roleheaders import header_of_roles, names_role, names_roles_below
from analyzer.inventory.sections import is_rate
from analyzer.inventory.text import fold, parse_number
from analyzer.inventory.worktexts import reads_as_work
from analyzer.inventory.worktime import WorkTime

HEADER_SEARCH_ROWS = 60
"""Rows from the top among which the header is looked for."""

_UNIT_CELL = re.compile(
    r"\(.{1,60}\)|\[.{1,60}\]|(?:en |in )?(?:min|mins|mn|minutes?|h|heures?|hours?|jours?|days?|nb|%)"
    r"|(?:nb|x|fois|times|h|min) ?(?:/|par|per) ?\w{1,8}|(?:ex|eg|e\.g\.|par exemple|for example)\b.{0,60}"
)
"""A cell of a second header line: a unit or a hint."""


_FEWEST_BELOW, _FIGURES, _FEW_WORDS = 2, 0.8, 5
"""Rows below a line that names columns by its form, share of figures in one of them, words of a name; judgement."""

_ONE_TIME = 0.5
"""Score of a line whose only known header is one of a time, without doubt: any other line that is one is surer."""

_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands.

    :param index: index of the header line in the grid, -1 if there is none.
    :param last: index of its last line: a line of units or hints below it belongs to it.
    :param cells: its texts, hints below included.
    :param has_task: whether a column of tasks is named.
    """

    index: int
    last: int
    cells: tuple[Cell, ...] = ()
    has_task: bool = False


def find_header(grid: Grid, chosen_row: int | None) -> Header:
    """Return the header of a grid.

    The line is taken whose cells name the most fields: two at least, or the task without doubt.

    :param grid: one sheet or text file.
    :param chosen_row: row that the user says, as the spreadsheet shows it; 0 for no header; None to search.
    """
    if chosen_row == 0:
        return Header(-1, -1)
    if chosen_row is not None:
        index = min(chosen_row - grid.first_row, len(grid.rows) - 1)
        return _header_at(grid, max(index, 0))
    best, best_score = -1, 0.0
    for index, row in enumerate(grid.rows[:HEADER_SEARCH_ROWS]):
        score = header_score(row)
        if score > best_score:
            best, best_score = index, score
    if best < 0:
        best = header_of_roles(grid.rows[:HEADER_SEARCH_ROWS], HEADER_SEARCH_ROWS)
    if best < 0:
        best = _line_above_figures(grid.rows[:HEADER_SEARCH_ROWS])
    return _header_at(grid, best) if best >= 0 else Header(-1, -1)


def _line_above_figures(rows: Sequence[Sequence[Cell]]) -> int:
    """Return the index of the first line of several cells if it names columns by its form alone, else -1.

    It does where nothing but a few words stand in it, none of them work or a time, and figures below one of them.
    """
    filled = [index for index, row in enumerate(rows) if sum(cell != "" for cell in row) > 1]
    if len(filled) <= _FEWEST_BELOW:
        return -1
    names = [(place, cell) for place, cell in enumerate(rows[filled[0]]) if cell != ""]
    below = [rows[index] for index in filled[1:]]
    if not all(isinstance(cell, str) and _may_name(cell) for _, cell in names):
        return -1
    figures = [sum(place < len(row) and _is_figure(row[place]) for row in below) for place, _ in names]
    return filled[0] if max(figures) >= _FIGURES * len(below) else -1


def _may_name(text: str) -> bool:
    """Say whether a text can name a column: short, no number, no time and no work."""
    short = len(text.split()) <= _FEW_WORDS and not any(sign.isdigit() for sign in text)
    if not short or reads_as_work(text):
        return False
    times = read_duration(text, WorkTime()).status, read_frequency(text, WorkTime()).status
    return all(status == "unreadable" for status in times)


def _is_figure(cell: Cell) -> bool:
    """Say whether a cell is a number, a date or a duration."""
    if not isinstance(cell, str):
        return True
    return (
        parse_number(cell) is not None
        or _DATE.match(cell) is not None
        or (read_duration(cell, WorkTime()).status == "read")
    )


def _meanings(row: Sequence[Cell]) -> list[HeaderMeaning]:
    texts = [cell for cell in row if isinstance(cell, str) and 0 < len(cell) <= LONGEST_HEADER]
    return [meaning for meaning in map(read_header, texts) if meaning is not None]


def header_score(row: Sequence[Cell]) -> float:
    """Return how much a row looks like a header: the confidences of the different fields it names; 0 if too few."""
    filled = [cell for cell in row if cell != ""]
    if len(filled) == 1 and isinstance(filled[0], str) and is_rate(filled[0]):
        return 0.0  # "Tâches quotidiennes" heads the tasks below it, not a column
    best: dict[str, float] = {}
    for meaning in _meanings(filled[:200]):
        if meaning.field not in TICKED:
            best[meaning.field] = max(best.get(meaning.field, 0.0), meaning.confidence)
    named = {field: confidence for field, confidence in best.items() if field != IGNORE}
    numbers = sum(not isinstance(cell, str) or cell[:1].isdigit() for cell in filled)
    if len(best) == 1 and named.get("task", 0.0) >= 0.95 and not numbers:
        return 1.0  # the only column, or beside headers that say nothing ("Colonne1")
    times = [confidence for field, confidence in named.items() if field in TIME_FIELDS]
    if len(best) == 1 and len(filled) > 1 and not numbers and times == [1.0]:
        return _ONE_TIME  # "Contrôle; Périodicité; Organisme": nobody's task is called so
    if len(best) < 2 or not named or numbers * 2 > len(filled):
        return 0.0
    return sum(named.values()) + 0.2 * (len(best) - len(named)) + (1.0 if "task" in named else 0.0)


def _header_at(grid: Grid, index: int) -> Header:
    """Return the header whose line is ``index``, with a line of units or hints below it taken in."""
    cells = _named_by_groups(grid, index)
    last = index
    below = grid.rows[index + 1] if index + 1 < len(grid.rows) else []
    if names_roles_below(cells, below):
        named = [*cells, *[""] * (len(below) - len(cells))]
        roles = [below[place] if place < len(below) else "" for place in range(len(named))]
        cells = [role if role != "" else cell for cell, role in zip(named, roles, strict=True)]
        last, below = index + 1, []
    filled = [cell for cell in below if cell != ""]
    if filled and all(isinstance(cell, str) and _UNIT_CELL.fullmatch(fold(cell)) for cell in filled):
        task_places = [place for place, cell in enumerate(cells) if _is_task_header(cell) and place < len(below)]
        if not any(below[place] != "" and as_text(below[place])[0] not in "([" for place in task_places):
            last = index + 1
            cells += [""] * (len(below) - len(cells))
            for place, hint in enumerate(below):
                if hint != "" and not _is_task_header(cells[place]):
                    text = as_text(hint)
                    cells[place] = f"{as_text(cells[place])} {text if text[0] in '([' else f'({text})'}".strip()
    has_task = any(_is_task_header(cell) for cell in cells)
    return Header(index, last, tuple(cells), has_task)


def _named_by_groups(grid: Grid, index: int) -> list[Cell]:
    """Return the cells of a header line, those that say nothing named by the group above them: "Temps" over "Unitaire".

    Groups are the cells of the line above where it has several, or where the first column has none. One that names a
    time lends its name to the columns below it that are nothing but a period ("Heures" over "par semaine", "par an"),
    else to the first of them, unless one of its columns names a time itself.
    """
    cells = list(grid.rows[index])
    above = grid.rows[index - 1] if index > 0 else []
    groups = [place for place, cell in enumerate(above) if cell != ""]
    for begin, end in (
        zip(groups, [*groups[1:], len(cells)], strict=True) if groups and (len(groups) > 1 or groups[0]) else ()
    ):
        named = read_header(as_text(above[begin]))
        if named is None or named.field not in TIME_FIELDS or named.confidence <= WEAK_WORD:
            continue
        periods = [place for place in range(begin, min(end, len(cells))) if names_period_only(as_text(cells[place]))]
        if periods and named.field != "occurrences_per_week":
            for place in periods:
                cells[place] = f"{as_text(above[begin])} {as_text(cells[place])}"
            continue
        if sum(isinstance(cell, str) and names_role(cell) for cell in cells[begin:end]) > 1:
            continue  # roles below "Temps (h)": each column keeps its name
        below = [read_header(as_text(cell)) for cell in cells[begin:end]]
        for place, meaning in enumerate(below, begin):
            if meaning is not None and meaning.field in COMES_BACK and named.unit in ("minutes", "hours"):
                cells[place] = f"{as_text(cells[place])} ({named.unit})"
        silent = [
            begin + place for place, meaning in enumerate(below) if meaning is None and cells[begin + place] != ""
        ]
        if silent and not any(meaning is not None and meaning.field in TIME_FIELDS for meaning in below):
            cells[silent[0]] = f"{as_text(above[begin])} {as_text(cells[silent[0]])}"
    return cells


def _is_task_header(cell: Cell) -> bool:
    meaning = read_header(cell) if isinstance(cell, str) else None
    return meaning is not None and meaning.field == "task"
