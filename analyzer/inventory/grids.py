"""What every file format is turned into before anything is understood of it: grids of plain cells."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from analyzer.inventory.problems import Problem
from analyzer.inventory.text import clean

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta
"""One cell; an empty one is ""."""

Span = tuple[tuple[int, int], tuple[int, int]]
"""Merged cells: first and last (row, column), counted from 0."""


@dataclass(slots=True, eq=False)
class Grid:
    """One sheet or text file.

    :param rows: cells by row; texts are clean (see :func:`~analyzer.inventory.text.clean`), rows may differ in length.
    :param sheet: name of the sheet, None for a text file.
    :param first_row: row of ``rows[0]`` as the spreadsheet shows it.
    :param hidden: whether the sheet is hidden.
    :param merged: merged cells.
    :param hidden_rows: indexes of rows that are not shown.
    :param hidden_columns: places of columns that are not shown.
    :param listed: indexes of the first and the last line with a bullet or a number, if a letter may stand around them.
    :param comma_separated: whether a comma parts its columns, so that a decimal comma may have cut a number.
    :param lines: text of a cell -> its lines, for cells of several lines.
    :param again: indexes of rows of a calendar that are counted with an earlier one of the same subject.
    """

    rows: list[list[Cell]]
    sheet: str | None = None
    first_row: int = 1
    hidden: bool = False
    merged: list[Span] = field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    listed: tuple[int, int] | None = None
    comma_separated: bool = False
    lines: dict[str, list[str]] = field(default_factory=dict)
    again: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """Cells of the longest row."""
        return max((len(row) for row in self.rows), default=0)


@dataclass(slots=True)
class Source:
    """A file taken apart.

    :param grids: its sheets in order, or the one grid of a text file.
    :param encoding: text encoding, None for a workbook.
    :param delimiter: column delimiter, None for a workbook and for a list with one task a line.
    :param problems: what had to be assumed on the way.
    """

    grids: list[Grid]
    encoding: str | None = None
    delimiter: str | None = None
    problems: list[Problem] = field(default_factory=list)


MOST_KEPT = 50_000
"""Different texts that are remembered: where nearly all differ, remembering them costs more than it spares."""


class Cleaner:
    """Cleans cells, each different text once: a file of a million rows repeats most of its cells."""

    def __init__(self) -> None:
        self._cleaned: dict[str, str] = {}
        self.lines: dict[str, list[str]] = {}
        """Cleaned text -> its lines, for the texts of several lines."""

    def row(self, cells: list[Cell]) -> list[Cell]:
        """Return a row with its texts cleaned and its blank end cut off."""
        cleaned: list[Cell] = [self.text(cell) if isinstance(cell, str) else cell for cell in cells]
        while cleaned and cleaned[-1] == "":
            cleaned.pop()
        return cleaned

    def text(self, text: str) -> str:
        """Return one text cleaned; equal texts are one object in memory."""
        known = self._cleaned.get(text)
        if known is None:
            known = clean(text)
            if "\n" in text and len(self.lines) < MOST_KEPT:
                lines = [line for line in map(clean, text.splitlines()) if line]
                if len(lines) > 1:
                    self.lines[known] = lines
            if len(self._cleaned) < MOST_KEPT:
                self._cleaned[text] = known
        return known


def as_text(cell: Cell) -> str:
    """Return a cell as the text a user sees: whole numbers without decimals, dates in ISO form."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)
