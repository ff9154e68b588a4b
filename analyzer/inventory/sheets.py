"""Which sheets of a workbook are read: those that the user chose, or else all that read as tables of tasks."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.errors import InputFileError
from analyzer.i18n import mark
from analyzer.inventory.columnmatch import column_of
from analyzer.inventory.fields import ROLE_COLUMN, TIME_FIELDS
from analyzer.inventory.grids import Cell, Grid, Source
from analyzer.inventory.headers import read_header
from analyzer.inventory.options import ReadingOptions
from analyzer.inventory.problems import Problem
from analyzer.inventory.profile import profile_column
from analyzer.inventory.refusals import MOST_COLUMNS, refuse_many_columns
from analyzer.inventory.table import PROFILED_ROWS, Table

_SURE = 0.9
"""Confidence from which on a text is nothing but the name of a column; judgement."""


def chosen_grids(
    source: Source, written: Sequence[str | None], options: ReadingOptions, name: str
) -> tuple[list[Grid], list[Problem]]:
    """Return the sheets that the user chose, by their names as written or as masked, or else those not hidden.

    :param source: the file taken apart.
    :param written: the names of its sheets as the file has them.
    :param options: the user's choices.
    :param name: file name, for the sentence.
    :raises InputFileError: if no chosen sheet is there.
    """
    if options.sheets is not None and any(grid.sheet is not None for grid in source.grids):
        named = zip(source.grids, written, strict=True)
        grids = [grid for grid, title in named if grid.sheet in options.sheets or title in options.sheets]
        if not grids:
            sentence = mark("“{file}” has no sheet “{sheet}”: choose one of {choices}.")
            choices = ", ".join(dict.fromkeys(grid.sheet for grid in source.grids if grid.sheet))
            raise InputFileError(sentence, file=name, sheet=", ".join(options.sheets), choices=choices)
        return grids, list(source.problems)
    visible = [grid for grid in source.grids if not grid.hidden] or source.grids
    hidden = [Problem("sheet_hidden", facts={"name": grid.sheet}) for grid in source.grids if grid not in visible]
    narrow = [grid for grid in visible if grid.width <= MOST_COLUMNS]
    if not narrow:
        refuse_many_columns(visible[0].width, name)
    wide = [sheet_left_out(grid) for grid in visible if grid not in narrow]
    return narrow, [*source.problems, *hidden, *wide]


def tables_of_tasks(found: Sequence[Table], *, chosen: bool) -> tuple[list[Table], list[Problem]]:
    """Return the tables to read, and what is said of the sheets that are left out.

    A sheet whose header does not say "Task" is read like the others if its cells read as tasks with times: that
    another sheet has a better named header makes it no less a list.

    :param found: the tables of all sheets, columns known and rows not read yet.
    :param chosen: whether the user chose the sheets: they are read as long as a column can hold the task.
    """
    tables = [table for table in found if table.has_task]
    if not chosen and len(tables) > 1:
        sure = [table for table in tables if reads_as_tasks(table)]
        tables = sure or [max(tables, key=lambda table: len(table.grid.rows))]
    left_out = [table for table in found if table not in tables] if tables else []
    return tables, [sheet_left_out(table.grid) for table in left_out]


def reads_as_tasks(table: Table) -> bool:
    """Say whether a table is one of tasks: its header names them, or different texts of words stand beside times."""
    task = column_of(table.matches, "task")
    if task is None:
        return False
    body = table.grid.rows[table.header.last + 1 :][:PROFILED_ROWS]
    cells = [row[task.position] for row in body if task.position < len(row) and row[task.position] != ""]
    if table.named_tasks:
        return not _explains_columns(cells)
    return any(match.field in TIME_FIELDS | {ROLE_COLUMN} for match in table.matches) and profile_column(cells).is_prose


def _explains_columns(cells: Sequence[Cell]) -> bool:
    """Say whether what stands below "Task" are the names of the other columns, as on a page that explains them."""
    named = [read_header(cell) if isinstance(cell, str) else None for cell in cells]
    fields = {meaning.field for meaning in named if meaning is not None and meaning.confidence >= _SURE}
    return bool(TIME_FIELDS & fields) and 2 * sum(meaning is not None for meaning in named) > len(named)


def sheet_left_out(grid: Grid) -> Problem:
    """Return what is said of a sheet that is not read."""
    filled = sum(any(cell != "" for cell in row) for row in grid.rows)
    return Problem("sheet_left_out", facts={"name": grid.sheet or "", "count": filled})
