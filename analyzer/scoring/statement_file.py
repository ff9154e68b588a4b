"""Reading the file that O*NET publishes as "Task Statements": text, workbook or CSV, its columns variously named."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from analyzer.errors import InputFileError
from analyzer.inventory.grids import Cell, Grid, as_text
from analyzer.inventory.options import ReadingOptions
from analyzer.inventory.reading import load_bytes, read_source
from analyzer.scoring.statements import Statements
from analyzer.settings import settings

_HEADERS = {
    "occupation": ("onetsoccode", "onetsoc", "soccode", "soc", "onetcode", "occupationcode"),
    "number": ("taskid", "onettaskid", "idtask", "tasknumber", "taskno"),
    "statement": ("taskstatement", "statement", "task", "taskdescription", "tasktext"),
}
"""What the columns are called without case, spaces and signs, the likeliest first."""
_HEADER_WITHIN = 20
_OCCUPATION = re.compile(r"\d\d-\d{4}(\.\d\d)?")


def read_statements(path: Path, known: Collection[str]) -> Statements:
    """Read the statements of the tasks that are known.

    :param path: the file as published (.txt, .xlsx), or saved from it as CSV.
    :param known: O*NET's numbers of the reference tasks.
    :raises InputFileError: if the file cannot be read, has not the columns, or holds none of the tasks.
    """
    limits = settings()
    data = load_bytes(path, limits.max_file_mb, path.name)
    source = read_source(data, path.name, ReadingOptions(), limits.max_file_mb, limits.max_rows)
    tables = [table for table in map(_table, source.grids) if table is not None]
    if not tables:
        raise InputFileError(
            "“{file}” has no columns “O*NET-SOC Code”, “Task ID” and “Task”: choose the file that O*NET publishes as "
            "“Task Statements”.",
            file=path.name,
        )
    texts = {number: text for table in tables for number, text in _rows(*table) if number in known}
    if not texts:
        raise InputFileError(
            "“{file}” has none of the O*NET tasks that are known here: choose the file that O*NET publishes as “Task "
            "Statements”.",
            file=path.name,
        )
    return Statements(path.name, dt.datetime.now().astimezone().date(), texts)


def _table(grid: Grid) -> tuple[Sequence[list[Cell]], dict[str, int]] | None:
    """Return the rows below the header and the place of each column, or None if a column is not there."""
    for index, row in enumerate(grid.rows[:_HEADER_WITHIN]):
        names = [re.sub(r"[\W_]", "", as_text(cell)).casefold() for cell in row]
        places = {
            column: names.index(name)
            for column, variants in _HEADERS.items()
            if (name := next((variant for variant in variants if variant in names), None)) is not None
        }
        if len(places) == len(_HEADERS):
            return grid.rows[index + 1 :], places
    return None


def _rows(rows: Sequence[list[Cell]], places: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Yield number and statement of each row that is one of O*NET's: other lists number their tasks too."""
    for row in rows:
        if len(row) > max(places.values()):
            occupation, number, text = (as_text(row[places[name]]) for name in _HEADERS)
            if _OCCUPATION.fullmatch(occupation) and text:
                yield number.removesuffix(".0"), text
