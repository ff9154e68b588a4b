"""A column of the source and the field that it was taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """One column of the source and the field it was taken for.

    :param position: place of the column, from 0.
    :param header: its name as shown and as corrections name it: the header's text, "[C]" for a column without one, with
        " (2)" behind the second of two alike.
    :param field: a field of :data:`~analyzer.inventory.FIELDS`, or "ignore".
    :param confidence: 0..1; 1 where the user said so.
    :param unit: unit that the header names ("minutes", "hours", "days", "percent", "fte"), or None.
    :param period: period that the header names, or None.
    :param total: whether the header speaks of a total.
    :param ticked: whether the column is ticked or counted under a header that is a period ("Quotidien").
    :param corrected: whether the user chose the field.
    :param upper: the column of the most where this one holds the least of a range, or None.
    :param is_upper: whether the column is such an ``upper`` itself.
    """

    position: int
    header: str
    field: str
    confidence: float
    unit: str | None = None
    period: str | None = None
    total: bool = False
    ticked: bool = False
    corrected: bool = False
    upper: ColumnMatch | None = None
    is_upper: bool = False


def column_of(matches: Sequence[ColumnMatch], field: str) -> ColumnMatch | None:
    """Return the first column that holds ``field``, or None."""
    return next((match for match in matches if match.field == field), None)


def columns_of(matches: Sequence[ColumnMatch], field: str) -> list[ColumnMatch]:
    """Return all columns that hold ``field``."""
    return [match for match in matches if match.field == field]
