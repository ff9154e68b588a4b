"""Cells put right before rows are read: merged cells, roles written once a block, headings as teams, cut decimals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from analyzer.inventory.columnmatch import ColumnMatch
from analyzer.inventory.grids import Cell, Grid
from analyzer.inventory.headerline import Header
from analyzer.inventory.problems import Problem

_SHARED = frozenset({"task", "role", "team", "person", "occurrences_per_week", "headcount"})
"""Fields whose merged cells hold for each row; a time merged over several tasks would be counted several times."""

_BLOCK = ("role", "team", "person")
_LEAST_BLANK = 0.3
_DECIMALS = re.compile(r"\d{1,2}(?: ?(?:h|j|min|heures?|hours?|jours?|days?))?")


def rejoin_decimals(grid: Grid, header: Header) -> dict[int, str]:
    """Put numbers together again that an unquoted comma cut in two ("1,5" in a file with commas between columns).

    That is done in rows with one cell more than the header where just one pair of neighbours can be such a number; the
    grid is changed.

    :returns: index of the row -> the number.
    """
    rejoined: dict[int, str] = {}
    width = len(header.cells)
    for index, row in enumerate(grid.rows[header.last + 1 :], header.last + 1):
        if header.index < 0 or len(row) != width + 1:
            continue
        pairs = [
            place
            for place, (whole, part) in enumerate(pairwise(row))
            if isinstance(whole, str) and isinstance(part, str) and whole.isdecimal() and _DECIMALS.fullmatch(part)
        ]
        if len(pairs) == 1:
            place = pairs[0]
            rejoined[index] = f"{row[place]},{row[place + 1]}"
            row[place : place + 2] = [rejoined[index]]
    return rejoined


def fill_merged(grid: Grid, first: int, matches: Sequence[ColumnMatch]) -> tuple[list[Problem], dict[int, set[int]]]:
    """Copy the value of merged cells to the rows they span, for the fields that it can hold for; the grid is changed.

    :param first: index of the first row below the header.
    :returns: what is told, and by place of the column the indexes of the rows whose cell was filled.
    """
    fields = {match.position: match for match in matches if match.field in _SHARED}
    filled: dict[int, set[int]] = {}
    for (top, left), (bottom, right) in grid.merged:
        if top < first or left != right or left not in fields or bottom <= top or top >= len(grid.rows):
            continue
        value = grid.rows[top][left] if left < len(grid.rows[top]) else ""
        if value == "":
            continue
        for index, row in enumerate(grid.rows[top + 1 : bottom + 1], top + 1):
            if any(cell != "" for cell in row):
                _put(row, left, value)
                filled.setdefault(left, set()).add(index)
    problems = [
        Problem("merged_filled", sheet=grid.sheet, facts={"header": fields[position].header, "count": len(rows)})
        for position, rows in sorted(filled.items())
    ]
    return problems, filled


def fill_down(
    grid: Grid, labels: Sequence[str | None], matches: Sequence[ColumnMatch], merged: Mapping[int, Set[int]]
) -> list[Problem]:
    """Copy a role, team or person to the tasks below it where the column is written once a block; the grid is changed.

    That is so where the first task has a value, many of the others are blank, and no value follows itself: who fills in
    every row repeats values, who writes once a block does not.

    :param merged: the rows that merged cells filled, by place of the column (:func:`fill_merged`): nobody wrote these.
    """
    once_a_block, starts = [], []
    for match in matches:
        if match.field in _BLOCK:
            written = _written(grid, labels, match.position, merged)
            if _headings(grid, labels, match.position) or _is_written_once(written):
                once_a_block.append(match)
                starts.append(_starts(written))
    # A number of people belongs to the block only if it begins where the role or team does.
    once_a_block += [
        match
        for match in matches
        if match.field == "headcount" and _starts(_written(grid, labels, match.position, merged)) in starts
    ]
    counts = [(match.header, _fill(grid, labels, match.position)) for match in once_a_block]
    return [
        Problem("filled_down", sheet=grid.sheet, facts={"header": header, "count": count})
        for header, count in counts
        if count
    ]


def _written(grid: Grid, labels: Sequence[str | None], place: int, merged: Mapping[int, Set[int]]) -> list[Cell]:
    """Return what somebody wrote in a column for each task, "" for nothing."""
    filled = merged.get(place, frozenset())
    return [
        row[place] if place < len(row) and index not in filled else ""
        for index, (row, label) in enumerate(zip(grid.rows, labels, strict=True))
        if label is None
    ]


def _is_written_once(values: Sequence[Cell]) -> bool:
    """Say whether the values of a column look as if they stood on the first row of a block only."""
    blank = sum(value == "" for value in values)
    repeats = any(one == other != "" for one, other in pairwise(values))
    return bool(values) and values[0] != "" and _LEAST_BLANK * len(values) <= blank < len(values) and not repeats


def _starts(values: Sequence[Cell]) -> list[int]:
    """Return the indexes of the tasks that have a value in a column."""
    return [index for index, value in enumerate(values) if value != ""]


def _headings(grid: Grid, labels: Sequence[str | None], place: int) -> bool:
    """Say whether values of this column stand in rows of their own above the tasks."""
    return any(
        label == "section" and place < len(row) and row[place] != ""
        for row, label in zip(grid.rows, labels, strict=True)
    )


def _fill(grid: Grid, labels: Sequence[str | None], place: int) -> int:
    current: Cell = ""
    count = 0
    for row, label in zip(grid.rows, labels, strict=True):
        if label not in (None, "section"):
            continue
        value = row[place] if place < len(row) else ""
        if value != "":
            current = value
        elif label is None and current != "":
            _put(row, place, current)
            count += 1
    return count


def _put(row: list[Cell], place: int, value: Cell) -> None:
    row.extend([""] * (place + 1 - len(row)))
    row[place] = value
