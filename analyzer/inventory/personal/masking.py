"""Masks the personal data in the cells of a file, before anything else is done with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from analyzer.inventory.columnmatch import ColumnMatch, columns_of
from analyzer.inventory.deadline import check_time
from analyzer.inventory.delimited import ROWS_BETWEEN_CHECKS
from analyzer.inventory.grids import Cell, Grid, as_text
from analyzer.inventory.language import detect_language
from analyzer.inventory.layout import is_total
from analyzer.inventory.options import ReadingOptions
from analyzer.inventory.personal.lexicon import folded, lexicon
from analyzer.inventory.personal.masker import Masker
from analyzer.inventory.problems import Problem
from analyzer.inventory.rolecounts import everybody, people_in_role
from analyzer.inventory.table import Table, find_table

MOST_KNOWN = 5_000
"""Different words of the column of persons that are remembered as names."""

_ROWS_FOR_LANGUAGE = 200
"""Rows of each sheet by which the language of the labels is told."""

_LONG_NUMBER = 10**11
"""Numbers from which on a cell can hold a social security number that the spreadsheet took for a number."""

_NAME_WORD = re.compile(r"[^\W\d_]{4,}")


def masker_of(grids: Sequence[Grid], *, keep: bool) -> Masker:
    """Return the masker of a file, which speaks its language and gives no label that stands in it already.

    :param grids: all sheets of the file.
    :param keep: leave everything as it is written, on the user's word.
    """
    texts = (cell for grid in grids for row in grid.rows[:_ROWS_FOR_LANGUAGE] for cell in row if isinstance(cell, str))
    masker = Masker(detect_language(texts), keep=keep)
    for grid in grids:
        masker.reserve(grid.sheet or "")
        for row in grid.rows:
            for cell in row:
                if isinstance(cell, str) and "[" in cell:
                    masker.reserve(cell)
    return masker


def mask_sheet_names(grids: Iterable[Grid], masker: Masker) -> list[Problem]:
    """Mask the names of sheets in place, and say what was found: "Julie" is one where each person has a sheet."""
    problems = []
    for grid in grids:
        if grid.sheet:
            grid.sheet, counts = masker.mask(grid.sheet)
            problems += _told(None, grid.sheet, counts, masker)
    return problems


def mask_header(table: Table, options: ReadingOptions, masker: Masker) -> Table:
    """Mask the header of a sheet in place, and return its table with the columns that are named so.

    :param table: columns known and rows not read yet.
    :param options: the user's corrections; columns may be named in them as they are now.
    """
    grid, header = table.grid, table.header
    problems: list[Problem] = []
    changed = False
    for index in range(header.index, header.last + 1) if header.index >= 0 else ():
        for place, cell in enumerate(grid.rows[index]):
            if isinstance(cell, str) and cell:
                masked, counts = masker.mask(cell)
                problems += _told(grid.first_row + index, grid.sheet, counts, masker)
                _mask_lines(grid, cell, masked, masker)
                changed = changed or masked != cell
                grid.rows[index][place] = masked
    if changed:
        rejoined, table = table.rejoined, find_table(grid, options)
        table.rejoined = rejoined
    table.problems += problems
    return table


def mask_personal_data(grids: Iterable[Grid], tables: Sequence[Table], masker: Masker) -> list[Problem]:
    """Mask the rows of all sheets of a file in place, names in columns of persons left out, and say what was found.

    The column of persons is for itself: it is optional, and its names are shown nowhere unless asked. They help to find
    the same names in the texts.

    :param grids: all sheets, those that are not read included.
    :param tables: the sheets that are read, columns known and rows not read yet.
    :returns: a problem for each row and kind of the sheets read.
    """
    of_grid = {id(table.grid): table for table in tables}
    masker.known = frozenset(_known_names(tables))
    problems: list[Problem] = []
    for grid in grids:
        table = of_grid.get(id(grid))
        found = _mask_grid(grid, table, masker)
        for index, counts in found if table is not None else ():
            problems += _told(grid.first_row + index, grid.sheet, counts, masker)
    return problems


def _told(row: int | None, sheet: str | None, counts: Counter[str] | None, masker: Masker) -> list[Problem]:
    code = "personal_data_kept" if masker.keep else "personal_data"
    return [Problem(code, row, sheet, _facts(kind, count)) for kind, count in sorted((counts or Counter()).items())]


@lru_cache(maxsize=256)
def _facts(kind: str, count: int) -> Mapping[str, object]:
    return {"kind": kind, "count": count}


def _mask_grid(grid: Grid, table: Table | None, masker: Masker) -> list[tuple[int, Counter[str]]]:
    """Mask one sheet in place; returns the rows that hold personal data with the counts by kind."""
    header = range(table.header.index, table.header.last + 1) if table and table.header.index >= 0 else range(0)
    persons = {match.position for match in _person_columns(table)}
    found: list[tuple[int, Counter[str]]] = []
    for index, row in enumerate(grid.rows):
        if index % ROWS_BETWEEN_CHECKS == 0:
            check_time(index / len(grid.rows))
        if index in header:
            continue
        in_row: Counter[str] | None = None
        for place, cell in enumerate(row):
            if isinstance(cell, str):
                if not cell:
                    continue
                text = cell
            elif _is_long_number(cell):
                text = as_text(cell)
            else:
                continue
            masked, counts = masker.mask(text, names=place not in persons)
            if counts is not None:
                in_row = counts if in_row is None else in_row + counts
                if masked != text:
                    row[place] = masked
                    _mask_lines(grid, text, masked, masker)
        if in_row:
            found.append((index, in_row))
    return found


def _mask_lines(grid: Grid, text: str, masked: str, masker: Masker) -> None:
    """Mask the lines of a cell like the cell; they are forgotten where a line by itself hides less."""
    lines = grid.lines.pop(text, None) if masked != text else None
    if lines:
        apart = [masker.mask(line)[0] for line in lines]
        if " ".join(apart) == masked:
            grid.lines[masked] = apart


def _is_long_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) >= _LONG_NUMBER


def _person_columns(table: Table | None) -> list[ColumnMatch]:
    return columns_of(table.matches, "person") if table is not None else []


def _may_name(cell: str) -> bool:
    """Say whether a cell of persons may hold a name: not "équipe dépôt", "chauffeurs (3)" nor a total."""
    return not (is_total(cell) or everybody(cell) or people_in_role(cell))


def _known_names(tables: Sequence[Table]) -> set[str]:
    """Return the words of the columns of persons, folded, without those that say what somebody is."""
    no_name = lexicon().around["stop"] | lexicon().around["function"]
    known: set[str] = set()
    teams: set[str] = set()
    for table in tables:
        places = [match.position for match in _person_columns(table)]
        for row in table.grid.rows[table.header.last + 1 :] if places else []:
            for place in places:
                cell = row[place] if place < len(row) else ""
                if isinstance(cell, str) and cell and len(known) < MOST_KNOWN and _may_name(cell):
                    words = _NAME_WORD.findall(cell)
                    known.update(low for low in map(folded, words) if low not in no_name)
        for match in columns_of(table.matches, "team"):
            teams.update(
                folded(cell)
                for row in table.grid.rows[table.header.last + 1 :]
                if match.position < len(row) and isinstance(cell := row[match.position], str)
            )
    return known - teams  # "Chef d'atelier" among the persons makes no name of the team "Atelier"
