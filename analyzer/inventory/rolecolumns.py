"""Tasks by roles: a table whose columns are headed by roles, read as one row for each task and role that a cell names.

Below a role stands the time it spends, how often it does the task, a cross, or a letter of a RACI chart (R does it, A
answers for it, C and I are asked or told).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analyzer.inventory.cells import bare_number, cell_at, number_in
from analyzer.inventory.columnmatch import ColumnMatch, columns_of
from analyzer.inventory.fields import ROLE_COLUMN
from analyzer.inventory.frequencywords import EMPTY
from analyzer.inventory.grids import Cell, Grid, as_text
from analyzer.inventory.headerline import Header
from analyzer.inventory.headers import unit_and_period
from analyzer.inventory.options import ReadingOptions
from analyzer.inventory.problems import Problem
from analyzer.inventory.profile import MOSTLY, RACI, TICKS, ColumnProfile, profile_column
from analyzer.inventory.roleheaders import names_person, role_named
from analyzer.inventory.text import fold, word_set
from analyzer.inventory.timecolumns import TimeColumns, likely_unit
from analyzer.inventory.timenotes import Note
from analyzer.inventory.timereading import TimeReading
from analyzer.inventory.times import TimeReader

_NOT_DONE = word_set("non no n 0 ✗ ✘ false faux") | EMPTY
"""Cells that say that a role has nothing to do with a task."""

_TITLES_ABOVE = 6
"""Lines above a header in which the unit of the whole table may stand; judgement."""

Part = tuple[str, bool, TimeReading, tuple[Note, ...]]
"""A role of one row or, if so said, a person, its time, and what is to be said of how it was read."""


@dataclass(slots=True)
class RoleColumns:
    """Reads the roles of a row and their times.

    :param matches: the columns headed by roles.
    :param base: reads what the row says outside these columns.
    :param readers: reads the time below each role; empty where marks say only who does the task.
    :param letters: whether the marks are letters of a RACI chart.
    :param problems: what was found and assumed for the table.
    """

    matches: list[ColumnMatch]
    base: TimeReader
    readers: list[TimeReader]
    letters: bool
    problems: list[Problem]

    def of_row(self, row: Sequence[Cell]) -> list[Part]:
        """Return the roles that a row names, [] if none."""
        filled = [(place, cell) for place, match in enumerate(self.matches) if _says(cell := cell_at(row, match))]
        if self.letters:
            filled = _doing(filled)
        marked = sum(not self.readers or _is_mark(cell) for _, cell in filled)
        beside = self.base.read(row)
        timed = any((beside.occurrences_per_week, beside.minutes_per_occurrence, beside.minutes_per_week))
        parts: list[Part] = []
        for place, cell in filled:
            name = role_named(self.matches[place].header)
            who = name, names_person(name)
            if self.readers and not _is_mark(cell):
                parts.append((*who, self.readers[place].read(row), ()))
            elif timed and marked > 1:
                parts.append((*who, shared_time(beside, marked), (("time_shared", {"count": marked}),)))
            else:
                parts.append((*who, beside, ()))
        return parts


def shared_time(time: TimeReading, among: int) -> TimeReading:
    """Return the part of a time that falls to one of several who share it evenly: the total stays."""
    often, weekly = time.occurrences_per_week, time.minutes_per_week
    return replace(
        time,
        occurrences_per_week=None if often is None else often / among,
        minutes_per_week=None if weekly is None else weekly / among,
    )


def role_columns(
    grid: Grid,
    header: Header,
    matches: Sequence[ColumnMatch],
    rows: Sequence[Sequence[Cell]],
    base: TimeReader,
    language: str,
) -> RoleColumns | None:
    """Return what reads the columns of a table that are headed by roles, None if there are none.

    :param grid: the sheet; a title above the table may say in which unit its numbers are.
    :param header: where its header stands.
    :param matches: its columns.
    :param rows: its task rows.
    :param base: reads what a row says outside these columns.
    :param language: "fr" or "en", of the tasks.
    """
    found = columns_of(matches, ROLE_COLUMN)
    if not found:
        return None
    cells = [cell for row in rows for match in found if _says(cell := cell_at(row, match))]
    profile = profile_column(cells)
    named = ", ".join(role_named(match.header) for match in found)
    options = base.options
    if profile.raci >= MOSTLY and profile.ticks < MOSTLY:
        said = Problem("roles_across_letters", sheet=grid.sheet, facts={"text": named})
        return RoleColumns(found, base, [], letters=True, problems=[said])
    if all(map(_is_mark, cells)):
        said = Problem("roles_across_marks", sheet=grid.sheet, facts={"text": named})
        return RoleColumns(found, base, [], letters=False, problems=[said])
    problems = [Problem("roles_across_times", sheet=grid.sheet, facts={"text": named})]
    readers = _readers(grid, header, found, cells, profile, base, language, problems, options)
    return RoleColumns(found, base, readers, letters=False, problems=problems)


def _readers(
    grid: Grid,
    header: Header,
    found: Sequence[ColumnMatch],
    cells: Sequence[Cell],
    profile: ColumnProfile,
    base: TimeReader,
    language: str,
    problems: list[Problem],
    options: ReadingOptions,
) -> list[TimeReader]:
    """Return a reader for each role, units and periods settled for all of them together, and tell what was assumed."""
    if profile.frequencies > profile.durations + profile.weekly and profile.frequencies >= profile.numbers:
        columns = [replace(base.columns, frequency=[_as(match, "occurrences_per_week")]) for match in found]
        return [TimeReader(one, options, language) for one in columns]
    unit, period = _stated(grid, header, found)
    numbers = [number for number in map(bare_number, cells) if number is not None]
    facts = {"header": ", ".join(match.header for match in found)}
    if numbers and unit is None:
        unit = likely_unit(numbers, weekly=True, daily=False)
        if options.duration_unit != "auto":
            unit = options.duration_unit
        else:
            problems.append(Problem("duration_unit_assumed", sheet=grid.sheet, facts={**facts, "unit": unit}))
    share = unit in ("percent", "fte")
    if numbers and period is None and not share:
        facts_of_period = {**facts, "period": options.number_period}
        problems.append(Problem("period_assumed", sheet=grid.sheet, facts=facts_of_period))
    full_week = 100.0 if unit == "percent" and numbers and max(numbers) > 1 else 1.0
    readers = []
    for match in found:
        weekly = replace(_as(match, "minutes_per_week"), unit=unit, period=period)
        columns_of_role = TimeColumns([], None, None, weekly, None, weekly_unit=unit, full_week=full_week)
        readers.append(TimeReader(columns_of_role, options, language))
    return readers


def _as(match: ColumnMatch, field: str) -> ColumnMatch:
    return replace(match, field=field, ticked=False)


def _stated(grid: Grid, header: Header, found: Sequence[ColumnMatch]) -> tuple[str | None, str | None]:
    """Return unit and period as the headers say them, else the lines above, else the name of the sheet."""
    begin = max(0, header.index - _TITLES_ABOVE)
    lines = grid.rows[begin : header.last + 1][::-1] if header.index >= 0 else []
    texts = [match.header for match in found]
    texts += [as_text(cell) for line in lines for cell in line if isinstance(cell, str)] + [grid.sheet or ""]
    unit = period = None
    for text in texts:
        named_unit, named_period = unit_and_period(text)
        unit, period = unit or named_unit, period or named_period
    return unit, period


def _says(cell: Cell) -> bool:
    if isinstance(cell, str):
        return fold(cell) not in _NOT_DONE
    return cell is not False and number_in(cell) != 0


def _is_mark(cell: Cell) -> bool:
    return cell is True or (isinstance(cell, str) and not cell.isdecimal() and fold(cell) in TICKS)


def _doing(filled: list[tuple[int, Cell]]) -> list[tuple[int, Cell]]:
    """Return the roles that do a task by the letters of a RACI chart: those with R, else those with A."""
    for letter in "ra":
        done = [one for one in filled if letter in re.findall(r"[a-z]", fold(as_text(one[1])))]
        if done:
            return done
    return [one for one in filled if not RACI.fullmatch(fold(as_text(one[1])))]
