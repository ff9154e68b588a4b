"""Lists that are plainly none of tasks: customers, invoices, articles, people … told by their headers and their cells.

What speaks against a list of tasks is added up column by column (an e-mail address, a price, a date of birth), and what
speaks for one as well (a header that says "Task", how often, how long, texts that read as work). A list is another one
only where the first is more, so that a price, a date or a contact beside tasks does no harm. A sample of rows is looked
at, whatever the size of the file.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from analyzer.i18n import mark
from analyzer.inventory.calendarheaders import WEEKDAY, calendar_kind
from analyzer.inventory.columnmatch import ColumnMatch, column_of
from analyzer.inventory.fields import IGNORE, ROLE_COLUMN
from analyzer.inventory.grids import Cell, as_text
from analyzer.inventory.headers import TICKED, WEAK_WORD, read_header
from analyzer.inventory.otherlistwords import Concept, concept_of, concept_of_cells, is_date, is_figure
from analyzer.inventory.profile import MOSTLY, ColumnProfile, profile_column
from analyzer.inventory.table import Table
from analyzer.inventory.text import fold
from analyzer.inventory.worktexts import share_of_work
from analyzer.inventory.worktime import PERIOD

KINDS = {
    "contacts": mark("a list of customers, suppliers or contacts"),
    "directory": mark("a directory of phone numbers"),
    "people": mark("a list of people"),
    "invoices": mark("a list of invoices or payments"),
    "bank": mark("a bank statement"),
    "accounts": mark("accounts or a budget"),
    "expenses": mark("a list of expenses"),
    "prices": mark("a price list or catalogue"),
    "stock": mark("a list of articles or stock"),
    "food": mark("a menu or a recipe"),
    "orders": mark("a list of orders or deliveries"),
    "sales": mark("a list of sales opportunities"),
    "hours": mark("a record of hours or absences"),
    "calendar": mark("a calendar export"),
    "survey": mark("answers to a survey"),
    "assets": mark("a list of vehicles, devices or other property"),
    "log": mark("a log of tickets or events"),
    "timetable": mark("a timetable or a rota"),
    "fixtures": mark("a list of matches"),
    "figures": mark("a table of figures"),
    "other": mark("a list of something else"),
}
"""Kind of list -> its name in a sentence."""

SAMPLED_ROWS = 200
"""Rows that are looked at."""

_ENOUGH, _CLEAR, _HARDLY = 3.0, 2.0, 0.5
"""What must speak against a list of tasks, in all; and of headers alone, where less than the last speaks for it.
Judgement, as the weights below: held against the lists of both sorts in the tests."""

_HEADS_TASKS, _MOST_FIGURES = 1.0, 3.0
"""What a header such as "Customer" above the column that would be the task adds, and columns of figures at most."""

_TASK, _NAMED, _OFTEN, _LONG, _WEEKLY, _ROLE, _WORK = 6.0, 2.0, 4.0, 2.0, 3.0, 1.0, 4.0
"""What speaks for one: a header "Activity", one such as "Action", how often, how long, time per week, roles, and the
share of texts that read as work."""

_OFTEN_BY_CONTENT = 2.0
"""The same where only the cells say how often."""

_SURE, _LIKELY = 0.95, 0.9
_SAYS_LITTLE = frozenset({"libelle", "intitule", "designation", "objet", "sujet", "subject", "item", "description"})
"""Headers of tasks that head as many other things."""

_NAMED_BY = 1.5
"""What must speak for a kind of list before it is named."""

_TIMETABLE, _DAYS, _LITTLE_WORK = 5.0, 5, 0.3
"""What a timetable adds, the days of the week it has at least, and the share of its texts that may read as work."""

_FIGURES = "numbers"
_HEADER_ROWS = 12
_QUESTION_WORDS, _FEWEST_QUESTIONS = 4, 2
_PER_PERIOD = re.compile(rf"(?:/|\b(?:par|per|an?|each|chaque)\b) ?{PERIOD}")


def other_list(table: Table) -> str | None:
    """Return which other list a table is, a key of :data:`KINDS`; None if it can be one of tasks.

    :param table: header and columns found, rows not read yet.
    """
    task = column_of(table.matches, "task")
    named = _confidence(table, task)
    if (task is not None and task.corrected) or named == 1.0:
        return None
    if any(match.field == ROLE_COLUMN for match in table.matches):
        return None
    header, last = _header(table)
    body = table.grid.rows[last + 1 :][:SAMPLED_ROWS]
    width = max([len(header), *map(len, body)], default=0)
    columns = [[row[place] for row in body if place < len(row) and row[place] != ""] for place in range(width)]
    found = _concepts(header, columns, task)
    if named < _LIKELY:
        found += _figures(table, header, columns)
    against = sum(concept.weight for concept in found)
    if task is not None and task.position < len(header) and concept_of(as_text(header[task.position])) is not None:
        against += _HEADS_TASKS
    cells = [] if task is None or task.position >= width else columns[task.position]
    speaks_for = _for_tasks(table, header, task, named, cells)
    clear = speaks_for < _HARDLY and any(concept.weight >= _CLEAR and concept.name != _FIGURES for concept in found)
    if against < (_CLEAR if clear else _ENOUGH) or against <= speaks_for:
        return None
    return _kind(found)


def header_row_of(table: Table) -> int | None:
    """Return the row, as the spreadsheet shows it, of the header of another list where none was found for tasks."""
    _, index = _header(table)
    return table.grid.first_row + index if table.header.index < 0 <= index else None


def _confidence(table: Table, task: ColumnMatch | None) -> float:
    """Return how surely the header says "task": 0 if it was told by what is below it."""
    meaning = read_header(task.header) if task is not None and table.header.has_task else None
    return meaning.confidence if meaning is not None and meaning.field == "task" else 0.0


def _for_tasks(
    table: Table, header: Sequence[Cell], task: ColumnMatch | None, named: float, cells: Sequence[Cell]
) -> float:
    """Return what speaks for a list of tasks."""
    if task is None:
        return 0.0
    texts = list(dict.fromkeys(as_text(cell) for cell in cells if isinstance(cell, str)))
    total = _WORK * share_of_work(texts)
    if named >= _SURE:
        total += _TASK
    elif named >= _LIKELY and fold(task.header) not in _SAYS_LITTLE:
        total += _NAMED
    fields = {match.field for match in table.matches if match.confidence >= _LIKELY or match.corrected}
    profiles = {match.field: _profile(table, match) for match in table.matches if _may_be_time(table, match)}
    often, long = profiles.get("occurrences_per_week"), profiles.get("minutes_per_occurrence")
    counted = any(_names_period(match.header) for match in table.matches)
    if "occurrences_per_week" in fields or counted or any(_PER_PERIOD.search(fold(as_text(cell))) for cell in header):
        total += _OFTEN
    elif often is not None and often.frequencies >= MOSTLY:
        total += _OFTEN_BY_CONTENT  # days of the week stand in menus, too
    if long is not None and ("minutes_per_occurrence" in fields or long.durations >= MOSTLY):
        total += _LONG
    total += _WEEKLY if "minutes_per_week" in fields else 0.0
    return total + (_ROLE if "role" in fields else 0.0)


def _names_period(header: str) -> bool:
    """Say whether a header counts in a period ("Par mois", "Clients/semaine")."""
    meaning = read_header(header)
    return _PER_PERIOD.search(fold(header)) is not None or (meaning is not None and meaning.field in TICKED)


def _may_be_time(table: Table, match: ColumnMatch) -> bool:
    """Say whether the cells of a column can be times: dates and hours of the day read like some of them."""
    if concept_of(match.header) is not None:
        return False
    body = table.grid.rows[table.header.last + 1 :][:SAMPLED_ROWS]
    cells = [row[match.position] for row in body if match.position < len(row) and row[match.position] != ""]
    return sum(map(is_date, cells)) < MOSTLY * len(cells)


def _profile(table: Table, match: ColumnMatch) -> ColumnProfile:
    body = table.grid.rows[table.header.last + 1 :][:SAMPLED_ROWS]
    return profile_column([row[match.position] for row in body if match.position < len(row)])


def _header(table: Table) -> tuple[Sequence[Cell], int]:
    """Return the header of a table and its last line.

    Where none was found it is the line near the top that names most of another list, else a first line of words above
    numbers or dates.
    """
    if table.header.index >= 0:
        return table.header.cells, table.header.last
    rows = table.grid.rows
    best = -1
    most = 1  # one word alone may be a task
    for index, row in enumerate(rows[:_HEADER_ROWS]):
        filled = [cell for cell in row if cell != ""]
        named = sum(isinstance(cell, str) and concept_of(cell) is not None for cell in filled) + len(_days(row))
        if named > most and 2 * named >= len(filled):
            best, most = index, named
    if best < 0 and rows and len(rows[0]) > 1 and not any(map(is_figure, rows[0])):
        below = rows[1:SAMPLED_ROWS]
        counted = [sum(is_figure(cell) for cell in column) for column in zip(*_squared(below), strict=True)]
        best = 0 if below and max(counted, default=0) >= MOSTLY * len(below) else -1
    return (rows[best], best) if best >= 0 else ((), -1)


def _squared(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    width = max(map(len, rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _figures(table: Table, header: Sequence[Cell], columns: Sequence[Sequence[Cell]]) -> list[Concept]:
    """Return what columns of bare numbers below headers of no time add, and a column of numbers for each row."""
    times = {match.position for match in table.matches if match.field not in (IGNORE, "task")}
    plain_numbers = 0
    for place, cells in enumerate(columns):
        name = as_text(header[place]) if place < len(header) else ""
        told = place in times or not name or _names_period(name) or concept_of(name) is not None
        numbers = sum(is_figure(cell) and not isinstance(cell, dt.date) for cell in cells)
        plain_numbers += not told and len(cells) > 1 and numbers >= MOSTLY * len(cells)
    return [Concept(_FIGURES, min(float(plain_numbers), _MOST_FIGURES), ("figures",))] if plain_numbers else []


def _concepts(header: Sequence[Cell], columns: Sequence[Sequence[Cell]], task: ColumnMatch | None) -> list[Concept]:
    """Return what the columns name of another list, each once, a little heavier where several columns do."""
    found: dict[str, Concept] = {}
    questions = 0
    for place, cells in enumerate(columns):
        text = as_text(header[place]) if place < len(header) else ""
        named = concept_of(text) if text else None
        if named is None and cells:
            named = concept_of_cells(
                cells, is_task=task is not None and task.position == place, is_only=len(columns) == 1
            )
        if named is not None:
            before = found.get(named.name)
            again = replace(named, weight=named.weight + 1.0)
            found[named.name] = named if before is None else again
        questions += text.endswith("?") and len(text.split()) >= _QUESTION_WORDS and _says_nothing(text)
    if questions >= _FEWEST_QUESTIONS:
        found["questions"] = Concept("questions", float(questions), ("survey",))
    if _is_timetable(header, columns):
        found["timetable"] = Concept("timetable", _TIMETABLE, ("timetable",))
    return list(found.values())


def _is_timetable(header: Sequence[Cell], columns: Sequence[Sequence[Cell]]) -> bool:
    """Say whether days of the week head columns of lessons, names or codes of shifts: no times, marks or work."""
    days = [columns[place] for place in _days(header) if place < len(columns)]
    cells = [cell for column in days for cell in column]
    if len(days) < _DAYS or not cells:
        return False
    profile = profile_column(cells)
    times = profile.numbers + profile.durations + profile.ticks + profile.frequencies + profile.weekly
    texts = list(dict.fromkeys(as_text(cell) for cell in cells))
    return times < MOSTLY and share_of_work(texts) < _LITTLE_WORK


def _days(header: Sequence[Cell]) -> list[int]:
    """Return the places of a header that are days of the week."""
    return [
        place for place, cell in enumerate(header) if isinstance(cell, str) and calendar_kind(fold(cell)) == WEEKDAY
    ]


def _says_nothing(header: str) -> bool:
    """Say whether a header names no field of a list of tasks, one word of it at most."""
    meaning = read_header(header)
    return meaning is None or meaning.confidence <= WEAK_WORD


def _kind(found: Sequence[Concept]) -> str:
    """Return the kind of list that most speaks for: what comes first of a concept's kinds counts fully, others less."""
    votes = dict.fromkeys(KINDS, 0.0)
    for concept in found:
        for place, kind in enumerate(concept.kinds):
            votes[kind] += concept.weight * (1.0 if place == 0 else 0.7)
    best = max(KINDS, key=lambda kind: votes[kind])
    return best if votes[best] >= _NAMED_BY else "other"
