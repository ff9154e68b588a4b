"""One value in several columns, told from one that is given twice: "Heures" and "Minutes", "Par mois", "Par an"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from analyzer.inventory.cells import number_in
from analyzer.inventory.grids import Cell


class TimedColumn(Protocol):
    """What is asked of a column: where it stands, what it holds and in which unit."""

    @property
    def position(self) -> int:
        """Place of the column, from 0."""

    @property
    def field(self) -> str:
        """Its field."""

    @property
    def unit(self) -> str | None:
        """Unit that its header names."""

    @property
    def period(self) -> str | None:
        """Period that its header names."""


def is_part(column: TimedColumn, columns: Sequence[TimedColumn], rows: Sequence[Sequence[Cell]]) -> bool:
    """Say whether a column holds the minutes beside the hours of another one, or the hours beside its minutes.

    They are parts of one time where the hours are whole, the minutes below 60, and the minutes not the same time again.

    :param columns: all columns of the table.
    :param rows: its rows below the header; a sample is enough.
    """
    if column.field != "minutes_per_occurrence" or column.unit not in ("hours", "minutes"):
        return False
    other_unit = "minutes" if column.unit == "hours" else "hours"
    other = next((one for one in columns if one.field == column.field and one.unit == other_unit), None)
    if other is None:
        return False
    hours, minutes = (column, other) if column.unit == "hours" else (other, column)
    pairs = [(_number(row, hours.position), _number(row, minutes.position)) for row in rows]
    both = [(hour, minute) for hour, minute in pairs if hour and minute]
    parted = all((hour or 0.0).is_integer() and 0 <= (minute or 0.0) < 60 for hour, minute in pairs)
    return parted and not (both and all(abs(hour * 60 - minute) < 1 for hour, minute in both))


def is_alternative(column: TimedColumn, columns: Sequence[TimedColumn], rows: Sequence[Sequence[Cell]]) -> bool:
    """Say whether a row fills either this column or another one of its field in another period, never two of them.

    Where rows fill both, "par semaine" and "par mois" are one time in two units: only one of them counts.

    :param columns: all columns of the table.
    :param rows: its rows below the header; a sample is enough.
    """
    if column.field not in ("minutes_per_week", "occurrences_per_week") or column.period is None:
        return False
    places = [one.position for one in columns if one.field == column.field and one.period is not None]
    periods = {one.period for one in columns if one.position in places}
    if len(periods) < 2 or len(periods) < len(places) or column.unit in ("percent", "fte"):
        return False
    return all(sum(place < len(row) and row[place] != "" for place in places) <= 1 for row in rows)


def _number(row: Sequence[Cell], place: int) -> float | None:
    return number_in(row[place]) if place < len(row) else None
