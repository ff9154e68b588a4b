"""Sheets that are not one table with a task a row: tables side by side are parted, a list that runs across is turned.

Both are told by their headers alone, and only where nothing else can be meant: a key beside a table, or a page that
explains the columns one by one, stays what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analyzer.inventory.calendars import counted_events
from analyzer.inventory.fields import TIME_FIELDS
from analyzer.inventory.grids import Cell, Grid, Span
from analyzer.inventory.headerline import HEADER_SEARCH_ROWS, header_score
from analyzer.inventory.headers import WEAK_WORD, HeaderMeaning, read_header
from analyzer.inventory.problems import Problem
from analyzer.inventory.profile import MOSTLY, profile_column
from analyzer.inventory.roleheaders import header_of_roles, names_role

_FIRST_COLUMNS = 3
"""Columns among which the headers of a list that runs across are looked for; judgement: a margin and a number."""

_WIDEST = 200
"""Columns up to which a sheet can hold tables side by side, or a list that runs across; judgement."""


def arranged(grids: Sequence[Grid]) -> tuple[list[tuple[Grid, str | None]], list[Problem]]:
    """Return grids that are one table each with its tasks below one another, and what was done for it.

    Tables side by side keep the numbers of their rows, and are told apart by a number behind the name of the sheet; of
    a list that runs across, the columns are numbered instead. The events of a calendar are counted by their subjects.

    :param grids: the sheets of a file.
    :returns: the grids, each with the name of its sheet as the file has it.
    """
    result: list[tuple[Grid, str | None]] = []
    problems: list[Problem] = []
    for grid in grids:
        if calendar := counted_events(grid):
            result.append((calendar[0], grid.sheet))
            problems.append(calendar[1])
            continue
        parts = _parted(grid)
        if parts:
            for number, part in enumerate(parts, 1):
                part.sheet = f"{grid.sheet or ''} ({number})".strip()
            problems.append(Problem("tables_beside", sheet=grid.sheet, facts={"count": len(parts)}))
        elif turned := _turned(grid) or _roles_turned(grid):
            parts = [turned]
            problems.append(Problem("table_turned", sheet=grid.sheet))
        result += [(part, grid.sheet) for part in parts or [grid]]
    return result, problems


def _parted(grid: Grid) -> list[Grid]:
    """Return the tables of a grid that stand side by side, [] if there is one or none.

    Each has a header on the same row that names tasks and a time; where the same headers come again, or a blank
    column stands between, another begins.
    """
    for index, row in enumerate(grid.rows[:HEADER_SEARCH_ROWS]):
        if len(row) > _WIDEST:
            return []
        meanings = [read_header(cell) if isinstance(cell, str) else None for cell in row]
        if sum(_is_task(meaning) for meaning in meanings) < 2:
            continue
        begins = _begins(row, grid.rows[index + 1 :])
        ends = [*begins[1:], grid.width]
        if len(begins) > 1 and all(
            _names_tasks_and_times(meanings[begin:end]) for begin, end in zip(begins, ends, strict=True)
        ):
            return [_columns_of(grid, begin, end) for begin, end in zip(begins, ends, strict=True)]
    return []


def _begins(header: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> list[int]:
    """Return the columns where the tables below one header begin."""
    filled = [place for place, cell in enumerate(header) if cell != ""]
    again = [place for place in filled if header[place] == header[filled[0]]]
    width = again[1] - again[0] if len(again) > 1 else 0
    named = [[cell for cell in header[begin : begin + width] if cell != ""] for begin in again]
    if width and all(cells == named[0] for cells in named):
        return again
    return [
        place
        for place in filled
        if place == filled[0]
        or (header[place - 1] == "" and all(place > len(row) or row[place - 1] == "" for row in below))
    ]


def _is_task(meaning: HeaderMeaning | None) -> bool:
    return meaning is not None and meaning.field == "task" and meaning.confidence > WEAK_WORD


def _names_tasks_and_times(meanings: Sequence[HeaderMeaning | None]) -> bool:
    timed = any(meaning is not None and meaning.field in TIME_FIELDS for meaning in meanings)
    return timed and sum(_is_task(meaning) for meaning in meanings) == 1


def _columns_of(grid: Grid, begin: int, end: int) -> Grid:
    """Return some columns of a grid as a grid of their own."""
    rows = [row[begin:end] for row in grid.rows]
    for row in rows:
        while row and row[-1] == "":
            row.pop()
    return replace(
        grid,
        rows=rows,
        merged=[_moved(span, begin) for span in grid.merged if begin <= span[0][1] <= span[1][1] < end],
        hidden_columns=frozenset(place - begin for place in grid.hidden_columns if begin <= place < end),
    )


def _moved(span: Span, columns: int) -> Span:
    (top, left), (bottom, right) = span
    return (top, left - columns), (bottom, right - columns)


def _turned(grid: Grid) -> Grid | None:
    """Return the grid with rows for columns if its headers stand below one another in one of the first columns."""
    if len(grid.rows) > HEADER_SEARCH_ROWS or not 3 <= grid.width <= _WIDEST:
        return None
    if any(header_score(row) >= 2 for row in grid.rows):
        return None
    rows = [row + [""] * (grid.width - len(row)) for row in grid.rows]
    for place in range(min(_FIRST_COLUMNS, grid.width - 2)):
        named = [
            (index, meaning)
            for index, row in enumerate(rows)
            if isinstance(cell := row[place], str) and (meaning := read_header(cell)) is not None
        ]
        if _names_tasks_and_times([meaning for _, meaning in named]) and all(
            _holds_times(rows[index][place + 1 :]) for index, meaning in named if meaning.field in TIME_FIELDS
        ):
            first = named[0][0]  # a title above the headers heads no column
            across = [list(column)[first:] for column in zip(*rows, strict=True)][place:]
            hidden = frozenset(column - place for column in grid.hidden_columns if column >= place)
            unseen = frozenset(index - first for index in grid.hidden_rows if index >= first)
            return replace(grid, rows=across, first_row=1 + place, merged=[], hidden_rows=hidden, hidden_columns=unseen)
    return None


def _roles_turned(grid: Grid) -> Grid | None:
    """Return the grid with rows for columns if roles stand below one another and their tasks across the top."""
    filled = [index for index, row in enumerate(grid.rows) if len(row) > 1]
    if not filled or len(grid.rows) > HEADER_SEARCH_ROWS or not 3 <= grid.width <= _WIDEST:
        return None
    first = filled[0]  # a title above the tasks heads no column
    tasks = [cell for cell in grid.rows[first][1:] if isinstance(cell, str)]
    if any(header_score(row) for row in grid.rows) or any(map(read_header, tasks)):
        return None
    if 2 * sum(map(names_role, tasks)) > len(tasks):
        return None
    rows = [row + [""] * (grid.width - len(row)) for row in grid.rows[first:]]
    across = [list(column) for column in zip(*rows, strict=True)]
    across[0][0] = ""  # "Poste" in the corner heads the roles, which now stand across the top
    if header_of_roles(across, len(across)) != 0:
        return None
    hidden = frozenset(index - first for index in grid.hidden_rows if index >= first)
    return replace(grid, rows=across, merged=[], hidden_rows=grid.hidden_columns, hidden_columns=hidden)


def _holds_times(cells: Sequence[Cell]) -> bool:
    """Say whether the cells beside a header are times, and no explanation of it."""
    profile = profile_column(cells)
    return profile.filled > 1 and profile.frequencies + profile.durations + profile.numbers >= MOSTLY
