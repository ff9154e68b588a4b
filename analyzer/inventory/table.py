"""One sheet understood: its columns, its task rows with their values, and a reason for each row that is no task."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from analyzer.inventory.blocks import fill_down, fill_merged, rejoin_decimals
from analyzer.inventory.columnmatch import ColumnMatch, column_of
from analyzer.inventory.columns import match_columns, name_columns
from analyzer.inventory.deadline import check_time
from analyzer.inventory.delimited import ROWS_BETWEEN_CHECKS
from analyzer.inventory.facts import NO_FACTS
from analyzer.inventory.fields import IGNORE, plain
from analyzer.inventory.grids import Cell, Grid, as_text
from analyzer.inventory.headerline import HEADER_SEARCH_ROWS, Header, find_header
from analyzer.inventory.language import detect_language
from analyzer.inventory.layout import label_rows
from analyzer.inventory.options import ReadingOptions
from analyzer.inventory.problems import Problem
from analyzer.inventory.rolecolumns import role_columns
from analyzer.inventory.sections import read_headings
from analyzer.inventory.taskrows import RowReader, TaskRow, Texts
from analyzer.inventory.tasktexts import TaskTexts, tells_no_time
from analyzer.inventory.text import fold
from analyzer.inventory.timecolumns import settle_time_columns
from analyzer.inventory.times import TimeReader

ROWS_KEPT = 100
"""Rows of the grid that are kept for the preview once they are read."""

PROFILED_ROWS = 1_000
"""Rows below the header from which columns are told."""

_GROUPING = re.compile(
    r"\b(?:domaines?|domains?|macro-?process(?:us)?|process(?:us)?|categor(?:ie|y)|familles?|family|themes?"
    r"|thematiques?|areas?)\b"
)
"""Headers of columns by which people sort their tasks: where no column is a team, one of these may stand for it."""


@dataclass(slots=True, eq=False)
class Table:
    """One sheet understood.

    :param rows: rows of its used range, header lines not counted; one that names several roles counts once for each.
    :param tasks: its tasks in order.
    :param matches: its columns.
    :param problems: what was found, rows that are no task included.
    :param rejoined: index of a row -> number that its comma had cut in two.
    """

    grid: Grid
    header: Header
    matches: list[ColumnMatch]
    language: str = "en"
    rows: int = 0
    tasks: list[TaskRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rejoined: dict[int, str] = field(default_factory=dict)

    @property
    def has_task(self) -> bool:
        """Whether one of the columns holds the task."""
        return column_of(self.matches, "task") is not None

    @property
    def named_tasks(self) -> bool:
        """Whether the header, or the user, names the column of tasks; else it was told by its content."""
        task = column_of(self.matches, "task")
        return task is not None and (task.corrected or self.header.has_task)


def find_table(grid: Grid, options: ReadingOptions) -> Table:
    """Return the table of a grid with header and columns found, its rows not read yet."""
    chosen = _row_of_named(grid, options) if options.header_row is None else options.header_row
    header = find_header(grid, chosen)
    rejoined = rejoin_decimals(grid, header) if grid.comma_separated else {}
    body = grid.rows[header.last + 1 : header.last + 1 + PROFILED_ROWS]
    width = max([len(header.cells), *map(len, body)], default=0)
    if header.index >= 0:
        # What stands right of the last header on a few rows only is told row by row, not as a column.
        wide = [len(row) for row in body]
        while width > len(header.cells) and sum(length >= width for length in wide) * 5 < len(wide):
            width -= 1
    columns, unseen = _hidden_columns(grid, header, width, options)
    titles = [cell for row in grid.rows[: max(header.last, 0)] for cell in row if cell != ""]
    matches, problems = match_columns(header.cells, body, width, columns, titles)
    problems += unseen
    located = [Problem(problem.code, problem.row, grid.sheet, problem.facts) for problem in problems]
    return Table(grid, header, matches, problems=located, rejoined=rejoined)


def _row_of_named(grid: Grid, options: ReadingOptions) -> int | None:
    """Return the row that holds most of the headers that the user named; None if none of them stands near the top."""
    named = {plain(header) for header in options.columns if not header.startswith("[")} - {""}
    counts = [
        sum(isinstance(cell, str) and plain(cell) in named for cell in row) for row in grid.rows[:HEADER_SEARCH_ROWS]
    ]
    return grid.first_row + counts.index(max(counts)) if named and any(counts) else None


def _hidden_columns(
    grid: Grid, header: Header, width: int, options: ReadingOptions
) -> tuple[dict[str, str], list[Problem]]:
    """Return the columns that are settled, hidden ones that do not count among them, and what is said of these."""
    names = name_columns(header.cells, width)
    unseen = [names[place] for place in sorted(grid.hidden_columns) if place < width and _is_in_use(grid, place)]
    if not unseen:
        return dict(options.columns), []
    code = "columns_hidden" if options.use_hidden else "columns_hidden_left_out"
    said = Problem(code, sheet=grid.sheet, facts={"count": len(unseen), "text": ", ".join(unseen)})
    left_out = {} if options.use_hidden else dict.fromkeys(unseen, IGNORE)
    return left_out | dict(options.columns), [said]


def _is_in_use(grid: Grid, place: int) -> bool:
    return any(place < len(row) and row[place] != "" for row in grid.rows)


def _label_hidden(table: Table, labels: list[str | None], options: ReadingOptions) -> None:
    """Say which task rows are hidden, and label them as left out if the user chose so."""
    grid = table.grid
    unseen = [index for index in sorted(grid.hidden_rows) if index < len(labels) and labels[index] is None]
    if not unseen:
        return
    rows = ", ".join(str(grid.first_row + index) for index in unseen)
    code = "rows_hidden" if options.use_hidden else "rows_hidden_left_out"
    table.problems.append(Problem(code, sheet=grid.sheet, facts={"count": len(unseen), "text": rows}))
    if not options.use_hidden:
        for index in unseen:
            labels[index] = "row_hidden"


def read_rows(table: Table, options: ReadingOptions) -> None:
    """Read the rows of a table whose columns are known; ``table`` is filled in."""
    grid, header, matches = table.grid, table.header, table.matches
    told, merged = fill_merged(grid, header.last + 1, matches)
    table.problems += told
    labels = label_rows(grid, header, matches)
    table.problems += fill_down(grid, labels, matches, merged)
    _label_hidden(table, labels, options)
    task_rows = [row for row, label in zip(grid.rows, labels, strict=True) if label is None]
    named = [as_text(cell) for cell in header.cells if cell != ""]
    texts = Texts(matches)
    table.language = detect_language((texts.task(row) for row in task_rows), beside=named)
    headings = read_headings(grid, labels, matches, options.work_time, table.language)
    if headings is not None:
        code = "frequency_from_section" if headings.rates else f"{headings.whose}_from_section"
        facts = {"text": ", ".join(headings.rates)} if headings.rates else NO_FACTS
        table.problems.append(Problem(code, sheet=grid.sheet, facts=facts))
    columns = settle_time_columns(matches, task_rows, options)
    reader = TimeReader(columns, options, table.language)
    across = role_columns(grid, header, matches, task_rows, reader, table.language)
    table.problems += [Problem(problem.code, problem.row, grid.sheet, problem.facts) for problem in columns.problems]
    table.problems += across.problems if across else []
    table.rows = sum(label != "header" for label in labels)
    filled = {match.position for match in matches if match.field == IGNORE and _is_filled(table, match.position)}
    rows = RowReader(
        texts, reader, across, grid.lines, len(matches), task_rows[:PROFILED_ROWS], split=options.split_cells
    )
    if headings is not None:
        rows.rates, rows.whose = headings.rates, headings.whose
    if not across and tells_no_time(columns, task_rows):
        rows.in_text = TaskTexts(options, table.language)
    del task_rows
    nothing: list[Cell] = []
    for index, (row, label) in enumerate(zip(grid.rows, labels, strict=True)):
        number = grid.first_row + index
        if index % ROWS_BETWEEN_CHECKS == 0:
            check_time(index / len(labels))
        if label is None:
            tasks = rows.tasks(number, row, headings.above[index] if headings else None, table.rejoined.get(index))
            table.tasks += tasks
            table.rows += len(tasks) - 1
        elif label != "header":
            facts = NO_FACTS if label in ("blank", "repeated_header", "no_task") else {"text": _first_text(row)}
            table.problems.append(Problem(label, number, grid.sheet, facts))
        if index >= ROWS_KEPT:
            grid.rows[index] = nothing  # what is read need not be held twice: a file may have a million rows
    table.problems += _columns_told(table, filled)


def _first_text(row: Sequence[Cell]) -> str:
    return as_text(next(cell for cell in row if cell != ""))


def _code_of_unused(match: ColumnMatch, matches: Sequence[ColumnMatch]) -> str:
    groups = column_of(matches, "team") is None and _GROUPING.search(fold(match.header)) is not None
    return "column_groups" if groups else "column_ignored"


def _columns_told(table: Table, filled: set[int]) -> list[Problem]:
    """Return what is to be said of columns as a whole: not used, or missing for the hours.

    :param filled: places of the columns out of use that hold anything.
    """
    sheet, matches = table.grid.sheet, table.matches
    problems = [
        Problem(_code_of_unused(match, matches), sheet=sheet, facts={"header": match.header})
        for match in matches
        if match.field == "ignore" and not match.corrected and match.position in filled
        and not any(match.header in _told_elsewhere(other) for other in table.problems)
    ]  # fmt: skip
    if table.header.index < 0:
        problems.append(Problem("header_missing", sheet=sheet))
    if table.tasks and not any(task.time.minutes_per_week is not None for task in table.tasks):
        often = any(task.time.occurrences_per_week is not None for task in table.tasks)
        long = any(task.time.minutes_per_occurrence is not None for task in table.tasks)
        has_often = bool(column_of(matches, "occurrences_per_week") or column_of(matches, "volume"))
        has_long = column_of(matches, "minutes_per_occurrence") is not None
        if not has_often and not has_long and not often and not long:
            problems.append(Problem("time_columns_missing", sheet=sheet))
        elif not has_often and not often:
            problems.append(Problem("frequency_column_missing", sheet=sheet))
        elif not has_long and not long:
            problems.append(Problem("duration_column_missing", sheet=sheet))
    return problems


def _told_elsewhere(problem: Problem) -> list[str]:
    """Return the headers of columns that are not used for a reason that is told."""
    if problem.code == "column_twice":
        return [str(problem.facts["header"])]
    return str(problem.facts["text"]).split(", ") if problem.code == "roles_in_columns" else []


def _is_filled(table: Table, position: int) -> bool:
    return any(position < len(row) and row[position] != "" for row in table.grid.rows[table.header.last + 1 :])
