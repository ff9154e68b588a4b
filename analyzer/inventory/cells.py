"""Single cells as numbers and times, whatever type the spreadsheet gave them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analyzer.inventory.grids import Cell
from analyzer.inventory.text import MOST, NUMBER, fold, parse_number, to_float

if TYPE_CHECKING:
    from analyzer.inventory.columnmatch import ColumnMatch

_RANGE = re.compile(rf"{NUMBER}\s*(?:-|a|to)\s*({NUMBER})")
_PEOPLE = re.compile(rf"({NUMBER})(?:\s*(?:-|a|to)\s*({NUMBER}))?\s*(?:x\s*)?(?:[a-z].*|\(.*)?$")
_TIME_UNIT = r"(?:h|j|mn|(?:min|heure|hour|hr|j|jour|day|sec|sem|week|mois|month|ans|annee|year)[a-z]*)"
_THINGS = re.compile(rf"({NUMBER}) ?(?!{_TIME_UNIT}\b)[a-z]{{3,}}(?: [a-z]+)?")
"""What a column of volumes counts, said beside the number: "26 tickets", "40 appels clients"; no time."""

_MONTHS = {
    "jan": 1, "janv": 1, "fev": 2, "fevr": 2, "feb": 2, "mar": 3, "mars": 3, "avr": 4, "apr": 4, "mai": 5, "may": 5,
    "juin": 6, "jun": 6, "juil": 7, "jul": 7, "aout": 8, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_DATE_AS_TEXT = re.compile(rf"([0-3]?\d)-({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?")
"""How spreadsheets write "5-10" into a CSV file once they have taken it for a date."""

EPOCH = dt.datetime(1899, 12, 31)
"""Day 0 of a time above 24 hours that a spreadsheet shows as a date."""


def cell_at(row: Sequence[Cell], match: ColumnMatch | None) -> Cell:
    """Return the cell of a column, "" if there is no such column or the row ends before it."""
    return row[match.position] if match is not None and match.position < len(row) else ""


def ends_at(row: Sequence[Cell], match: ColumnMatch | None) -> tuple[Cell, Cell]:
    """Return the cell of a column, and that of the most where the column holds the least of a range; "" for none."""
    return cell_at(row, match), cell_at(row, match.upper if match is not None else None)


def different_cells(rows: Sequence[Sequence[Cell]], match: ColumnMatch) -> set[Cell]:
    """Return the different cells of a column."""
    return {row[match.position] for row in rows if match.position < len(row)}


def number_in(cell: Cell) -> float | None:
    """Return the number a cell is, :data:`~analyzer.inventory.text.MOST` at most either way, or None."""
    if isinstance(cell, str):
        return parse_number(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(max(min(cell, MOST), -MOST))
    return None


def bare_number(cell: Cell) -> float | None:
    """Return the number of a cell without a unit, the upper end of a range of such numbers, or None."""
    number = number_in(cell)
    if number is not None or not isinstance(cell, str):
        return number
    match = _RANGE.fullmatch(fold(cell))
    return to_float(match.group(1)) if match else None


def day_and_month(cell: Cell) -> tuple[int, int] | None:
    """Return day and month of a date, also of one that was saved as text ("05-oct", "10-May"), or None."""
    if isinstance(cell, dt.date):
        return cell.day, cell.month
    match = _DATE_AS_TEXT.fullmatch(fold(cell)) if isinstance(cell, str) else None
    return (int(match.group(1)), _MONTHS[match.group(2)]) if match else None


def people_in(cell: Cell) -> float | None:
    """Return the number of people that a cell names ("2", "2-3 pers.", "1,5 ETP"), or None."""
    number = number_in(cell)
    if number is not None or not isinstance(cell, str):
        return number
    match = _PEOPLE.match(fold(cell))
    return None if match is None else (to_float(match.group(1)) + to_float(match.group(2) or match.group(1))) / 2


def things_in(cell: Cell) -> float | None:
    """Return the number of things that a cell counts by name ("26 tickets"), or None."""
    match = _THINGS.fullmatch(fold(cell)) if isinstance(cell, str) else None
    return to_float(match.group(1)) if match else None


def minutes_of_time(cell: dt.time | dt.timedelta) -> float:
    """Return the minutes of a cell that the spreadsheet keeps as a time of day or a duration."""
    if isinstance(cell, dt.timedelta):
        return round(cell.total_seconds() / 60, 2)
    return round(cell.hour * 60 + cell.minute + (cell.second + cell.microsecond / 1e6) / 60, 2)
