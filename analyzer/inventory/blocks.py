"""Cells put right before rows are read: merged cells, roles written once a block, headings as teams, cut decimals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from analyzer.inventory.columns import ColumnMatch
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


def fill_merged(grid: Grid, first: int, matches: Sequence[ColumnMatch]) -> list[Problem]:
    """Copy the value of merged cells to the rows they span, for the fields that it can hold for; the grid is changed.

    :param first: index of the first row below the header.
    """
    fields = {match.position: match for match in matches if match.field in _SHARED}
    counts: dict[int, int] = {}
    for (top, left), (bottom, right) in grid.merged:
        if top < first or left != right or left not in fields or bottom <= top or top >= len(grid.rows):
            continue
        value = grid.rows[top][left] if left < len(grid.rows[top]) else ""
        if value == "":
            continue
        for row in grid.rows[top + 1 : bottom + 1]:
            if any(cell != "" for cell in row):
                _put(row, left, value)
                counts[left] = counts.get(left, 0) + 1
    return [
        Problem("merged_filled", sheet=grid.sheet, facts={"header": fields[position].header, "count": count})
        for position, count in sorted(counts.items())
    ]


def fill_down(grid: Grid, labels: Sequence[str | None], matches: Sequence[ColumnMatch]) -> list[Problem]:
    """Copy a role, team or person to the tasks below it where the column is written once a block; the grid is changed.

    That is so where the first task has a value, many of the others are blank, and no value follows itself: who fills in
    every row repeats values, who writes once a block does not.
    """
    tasks = [row for row, label in zip(grid.rows, labels, strict=True) if label is None]
    once_a_block = [
        match
        for match in matches
        if match.field in _BLOCK
        and (_headings(grid, labels, match.position) or _is_written_once(tasks, match.position))
    ]
    starts = {tuple(_starts(tasks, match.position)) for match in once_a_block}
    # A number of people belongs to the block only if it begins where the role or team does.
    once_a_block += [
        match for match in matches if match.field == "headcount" and tuple(_starts(tasks, match.position)) in starts
    ]
    problems = []
    for match in once_a_block:
        count = _fill(grid, labels, match.position)
        problems.append(Problem("filled_down", sheet=grid.sheet, facts={"header": match.header, "count": count}))
    return problems


def _is_written_once(tasks: Sequence[Sequence[Cell]], place: int) -> bool:
    """Say whether a column looks as if it were written on the first row of a block only."""
    values = [row[place] if place < len(row) else "" for row in tasks]
    blank = sum(value == "" for value in values)
    repeats = any(one == other != "" for one, other in pairwise(values))
    return bool(values) and values[0] != "" and _LEAST_BLANK * len(values) <= blank < len(values) and not repeats


def _starts(tasks: Sequence[Sequence[Cell]], place: int) -> list[int]:
    """Return the indexes of the tasks that have a value in a column."""
    return [index for index, row in enumerate(tasks) if place < len(row) and row[place] != ""]


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
