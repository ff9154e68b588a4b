"""The columns of a table that tell time, and what their headers leave open, settled from their numbers once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from analyzer.inventory.cells import bare_number, cell_at, different_cells, number_in
from analyzer.inventory.columnmatch import ColumnMatch, column_of, columns_of
from analyzer.inventory.grids import Cell
from analyzer.inventory.options import ReadingOptions
from analyzer.inventory.problems import Problem

_LONGEST_DAY = 12
"""Numbers up to which the times of a day are hours; judgement."""

_SHARES = ("percent", "fte")


@dataclass(slots=True)
class TimeColumns:
    """The time columns of one table.

    :param frequency: how often; several if they are ticked ("Quotidien", "Hebdo").
    :param volume: how many each time, or None.
    :param duration: how long each time, or None.
    :param duration_part: the minutes of ``duration`` where it holds hours only, or the other way round, or None.
    :param unit_of_frequency: the period of the counts in ``frequency`` row by row ("month"), or None.
    :param unit_of_duration: the unit of its numbers row by row, or None.
    :param weekly: time per week or another period, or a share of the week, or None.
    :param headcount: how many people, or None.
    :param duration_unit: unit of bare numbers in ``duration`` ("minutes", "hours", "days"), None if there are none.
    :param weekly_unit: the same for ``weekly``.
    :param weekly_else: further columns like ``weekly``, with their units: other periods, of which a row fills one, or
        the days of the week, the months or the quarters, which add up.
    :param full_week: the number in ``weekly`` that stands for a full week: 100 for percentages, 1 for fractions.
    :param problems: what had to be assumed.
    """

    frequency: list[ColumnMatch]
    volume: ColumnMatch | None
    duration: ColumnMatch | None
    weekly: ColumnMatch | None
    headcount: ColumnMatch | None
    duration_part: ColumnMatch | None = None
    unit_of_frequency: ColumnMatch | None = None
    unit_of_duration: ColumnMatch | None = None
    duration_unit: str | None = None
    weekly_unit: str | None = None
    weekly_else: list[tuple[ColumnMatch, str | None]] = field(default_factory=list)
    full_week: float = 1.0
    problems: list[Problem] = field(default_factory=list)

    @property
    def positions(self) -> list[int]:
        """Places of the columns."""
        others = (
            self.unit_of_frequency, self.volume, self.duration, self.duration_part, self.unit_of_duration, self.weekly,
            self.headcount,
        )  # fmt: skip
        beside = (match for match, _ in self.weekly_else)
        found = [match for match in (*self.frequency, *others, *beside) if match is not None]
        return [place.position for match in found for place in (match, match.upper) if place is not None]


def settle_time_columns(
    matches: Sequence[ColumnMatch], rows: Sequence[Sequence[Cell]], options: ReadingOptions
) -> TimeColumns:
    """Return the time columns of a table with units and periods settled.

    :param matches: the columns of the table.
    :param rows: its task rows.
    :param options: the user's corrections and the length of a day.
    """
    matches = [match for match in matches if not match.is_upper]
    durations = columns_of(matches, "minutes_per_occurrence")
    columns = TimeColumns(
        frequency=columns_of(matches, "occurrences_per_week"),
        volume=column_of(matches, "volume"),
        duration=durations[0] if durations else None,
        duration_part=durations[1] if len(durations) > 1 else None,
        unit_of_frequency=column_of(matches, "frequency_unit"),
        unit_of_duration=column_of(matches, "duration_unit") if durations else None,
        weekly=column_of(matches, "minutes_per_week"),
        headcount=column_of(matches, "headcount"),
    )
    hours = options.work_time.hours_per_week
    _settle_full_time_equivalents(columns, hours)
    columns.duration_unit = _unit(columns, columns.duration, rows, options)
    beside = columns_of(matches, "minutes_per_week")[1:]
    by_day = columns.weekly is not None and columns.weekly.ticked  # the days of one week have one unit
    columns.weekly_unit = _unit(columns, columns.weekly, rows, options, beside if by_day else ())
    columns.weekly_else = [
        (match, columns.weekly_unit if by_day else _unit(columns, match, rows, options)) for match in beside
    ]
    _settle_shares(columns, rows, hours)
    _tell_periods(columns, rows, options)
    if columns.weekly is not None and columns.headcount is not None and not columns.weekly.total:
        columns.problems.append(Problem("time_per_person", facts={"header": columns.weekly.header}))
    if columns.volume is not None and columns.frequency:
        columns.problems.append(Problem("volume_multiplied", facts={"header": columns.volume.header}))
    return columns


def _settle_full_time_equivalents(columns: TimeColumns, hours: float) -> None:
    """Take full-time equivalents for people, or for a share of time where nothing else gives time."""
    match = columns.headcount
    if match is None or match.unit != "fte" or match.corrected:
        return
    has_time = (columns.frequency and columns.duration is not None) or columns.weekly is not None
    code = "fte_as_headcount" if has_time else "fte_as_time"
    columns.problems.append(Problem(code, facts={"header": match.header, "hours": hours}))
    if not has_time:
        columns.weekly, columns.headcount = match, None


def _unit(
    columns: TimeColumns,
    match: ColumnMatch | None,
    rows: Sequence[Sequence[Cell]],
    options: ReadingOptions,
    beside: Sequence[ColumnMatch] = (),
) -> str | None:
    """Return the unit of the bare numbers of a time column, and tell it where it had to be assumed.

    :param beside: further columns that have the same unit.
    """
    if match is None or match.unit is not None:
        return match.unit if match is not None and match.unit not in _SHARES else None
    # Where each row names its unit, only those that leave it open count.
    named = columns.unit_of_duration if match.field == "minutes_per_occurrence" else None
    left_open = rows if named is None else [row for row in rows if cell_at(row, named) == ""]
    both = [one for column in (match, *beside) for one in (column, column.upper) if one is not None]
    cells = set().union(*(different_cells(left_open, one) for one in both))
    numbers = [number for number in map(bare_number, cells) if number is not None]
    if not numbers:
        return None
    if options.duration_unit != "auto":
        return options.duration_unit
    # What is counted by the dozen is timed in minutes.
    counted = columns.volume is not None and match.field == "minutes_per_occurrence"
    daily = match.ticked and match.period == "week"  # the days of a week; months are ticked, too
    unit = "minutes" if counted else likely_unit(numbers, weekly=match.field == "minutes_per_week", daily=daily)
    columns.problems.append(Problem("duration_unit_assumed", facts={"header": match.header, "unit": unit}))
    return unit


def likely_unit(numbers: Sequence[float], *, weekly: bool, daily: bool) -> str:
    """Return "hours" for numbers that are too small, or too fractional, to be minutes, else "minutes"."""
    ordered = sorted(numbers)
    if daily:
        return "hours" if ordered[-1] <= _LONGEST_DAY else "minutes"
    if weekly:
        return "hours" if ordered[len(ordered) // 2] <= 40 else "minutes"
    fractional = any(not number.is_integer() for number in ordered)
    return "hours" if fractional and ordered[-1] <= 12 else "minutes"


def _settle_shares(columns: TimeColumns, rows: Sequence[Sequence[Cell]], hours: float) -> None:
    """Settle whether shares of the week are percentages or fractions of one."""
    match = columns.weekly
    if match is None or match.unit != "percent":
        return
    numbers = [number for number in map(number_in, different_cells(rows, match)) if number is not None]
    columns.full_week = 100.0 if numbers and max(numbers) > 1.0 else 1.0
    columns.problems.append(Problem("share_of_week", facts={"header": match.header, "hours": hours}))


def _tell_periods(columns: TimeColumns, rows: Sequence[Sequence[Cell]], options: ReadingOptions) -> None:
    """Tell which columns hold numbers whose period had to be assumed."""
    open_columns = [match for match in columns.frequency if not match.period]
    if columns.volume is not None and not columns.frequency:
        open_columns.append(columns.volume)
    if columns.weekly is not None and not columns.weekly.period and columns.weekly.unit not in _SHARES:
        open_columns.append(columns.weekly)
    for match in open_columns:
        named = columns.unit_of_frequency if match in columns.frequency else None
        left_open = rows if named is None else [row for row in rows if cell_at(row, named) == ""]
        if any(bare_number(cell) is not None for cell in different_cells(left_open, match)):
            facts = {"header": match.header, "period": options.number_period}
            columns.problems.append(Problem("period_assumed", facts=facts))
