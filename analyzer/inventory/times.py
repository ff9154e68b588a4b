"""The time of a task from its cells: how often, how long, how many people, or a time per week stated as such."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

import analyzer.inventory.frequencywords as words
from analyzer.inventory.calendarwords import without_clock_times
from analyzer.inventory.cells import cell_at, day_and_month, ends_at, minutes_of_time, number_in, people_in, things_in
from analyzer.inventory.columnmatch import ColumnMatch
from analyzer.inventory.durations import DurationReading, read_duration
from analyzer.inventory.durationwords import COLUMN_UNITS, SPAN_OF_CLOCK, TIME_IN_TEXT
from analyzer.inventory.frequencies import FrequencyReading, once_in_period, read_frequency
from analyzer.inventory.grids import Cell, as_text
from analyzer.inventory.options import ReadingOptions
from analyzer.inventory.profile import TICKS
from analyzer.inventory.text import fold
from analyzer.inventory.timecolumns import TimeColumns
from analyzer.inventory.timenotes import Draft, duration_of_date, tell_duration, tell_frequency
from analyzer.inventory.timereading import TimeReading, finished
from analyzer.inventory.worktime import DAYS_PER_WEEK, PER_WEEK

_SAYS_BOTH = re.compile(r"\b(?:durees?|temps|duration|time|how long)\b")
"""Words of time in the header of a column that says how often: "Fréquence et durée"."""


class TimeReader:
    """Reads the time of the rows of one table; cells that are alike are read once.

    :param columns: its time columns.
    :param options: the user's corrections and the length of a day.
    :param language: "fr" or "en", for codes of one letter.
    """

    def __init__(self, columns: TimeColumns, options: ReadingOptions, language: str) -> None:
        self.columns = columns
        self.options = options
        self.work_time = options.work_time
        self.language = language
        day = options.work_time.hours_per_day * 60
        half_day = options.work_time.hours_per_half_day * 60
        self._minutes_in = {
            "seconds": 1 / 60,
            "second": 1 / 60,
            "hours": 60.0,
            "hour": 60.0,
            "days": day,
            "day": day,
            "half_day": half_day,
        }
        self._positions = columns.positions
        self._known: dict[tuple[Cell, ...], TimeReading] = {}

    def read(self, row: Sequence[Cell], people: float = 1.0) -> TimeReading:
        """Return the time of one row.

        :param people: people who do it where no column says how many.
        """
        key = (people, *(row[place] if place < len(row) else "" for place in self._positions))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._read(row, people)
        return known

    def _read(self, row: Sequence[Cell], said_elsewhere: float) -> TimeReading:
        draft = Draft(headcount=said_elsewhere)
        columns = self.columns
        for match in columns.frequency:
            cell = cell_at(row, match)
            if not self._read_all_day(cell, cell_at(row, columns.duration), draft):
                self._read_frequency(cell, match, cell_at(row, columns.unit_of_frequency), draft)
        self._read_duration(*ends_at(row, columns.duration), self._unit_of(row), draft)
        self._add_part(cell_at(row, columns.duration_part), columns.duration_part, draft)
        self._read_volume(cell_at(row, columns.volume), draft)
        if columns.weekly is not None:
            for match, unit in ((columns.weekly, columns.weekly_unit), *columns.weekly_else):
                self._read_weekly(*ends_at(row, match), match, unit, draft)
        people = cell_at(row, columns.headcount)
        if people != "":
            number = people_in(people)
            if number is None:
                draft.note("headcount_unreadable", people)
            draft.headcount = said_elsewhere if number is None else number
        return finished(draft, is_total=columns.weekly is not None and columns.weekly.total)

    def _read_frequency(self, cell: Cell, match: ColumnMatch, named: Cell, draft: Draft) -> None:
        """Read how often.

        :param named: what the row's cell in the column of periods says, "" if nothing.
        """
        if cell == "":
            return
        if match.ticked and (rate := _ticked_rate(cell, match)) is not None:
            draft.occurrences = (draft.occurrences or 0.0) + rate
            return
        if isinstance(cell, dt.date | dt.time | dt.timedelta):
            draft.note("date_unreadable", cell)
            return
        reading = self._frequency_of(cell, match, named)
        if self._read_both(as_text(cell), reading, draft):
            return
        if _SAYS_BOTH.search(fold(match.header)) and self.columns.duration is None:
            whole = read_duration(as_text(cell), self.work_time)
            if whole.status == "read" and whole.per_week is not None and not whole.doubtful:  # "1 jour par semaine"
                self._take_duration(cell, whole, draft)
                return
        if reading.status == "read":
            draft.occurrences = reading.middle
            tell_frequency(cell, reading, draft)
        elif reading.status in ("vague", "unreadable", "duration"):
            # "plusieurs fois dans la journée", "when I get a minute" name no time: one that is meant is counted.
            counted = reading.status != "vague" or re.search(r"\d", as_text(cell)) is not None
            whole = read_duration(as_text(cell) if counted else "", self.work_time)
            if whole.status in ("read", "share"):
                self._take_duration(cell, whole, draft)
            else:
                said = cell if named == "" else f"{as_text(cell)} {as_text(named)}"
                draft.note(self._why_no_rate(reading, as_text(said)), said)

    def _why_no_rate(self, reading: FrequencyReading, said: str) -> str:
        if reading.status != "vague":
            return "frequency_unreadable"
        return "frequency_vague" if once_in_period(said, self.work_time) is None else "frequency_uncounted"

    def _read_all_day(self, cell: Cell, duration: Cell, draft: Draft) -> bool:
        """Read "toute la journée" as every day and all day, which is told; returns whether the cell says that.

        Where a time of each time stands beside it ("all day", "3 min") nobody can know how many times that is: it is
        left open. A time of each day ("2 h par jour") is what the day takes.
        """
        said = words.ALL_DAY_EVERY_DAY.fullmatch(fold(cell)) if isinstance(cell, str) and cell else None
        if said is None:
            return False
        if duration != "":
            takes = read_duration(as_text(duration), self.work_time)
            if takes.per_week is not None:
                draft.occurrences = DAYS_PER_WEEK
                draft.note("frequency_read_as_day", cell, count=1.0)
            return takes.per_week is not None
        half = said["half_fr"] or said["half_en"]
        hours = self.work_time.hours_per_half_day if half else self.work_time.hours_per_day
        draft.occurrences, draft.minutes = DAYS_PER_WEEK, hours * 60
        draft.note("frequency_read_as_day", cell, count=1.0)
        draft.note("duration_read_as", cell, minutes=draft.minutes)
        return True

    def _read_both(self, text: str, reading: FrequencyReading, draft: Draft) -> bool:
        """Read a cell that says how often and how long ("3 x 15 min / jour", "hebdo, 2h"); returns whether it does.

        "15 min par jour" does not: it is a time per day, however often it is spent.
        """
        folded, _ = without_clock_times(fold(text))
        span = SPAN_OF_CLOCK.search(folded)
        time = span or TIME_IN_TEXT.search(folded)
        if time is None or (reading.status != "duration" and self.columns.duration is not None):
            return False
        once = int(words.PER_HALF_DAY.search(folded) is not None)  # "par demi-journée" stays: it says how often
        without = SPAN_OF_CLOCK.sub(" ", folded, count=1) if span else TIME_IN_TEXT.sub(" ", folded, count=once)
        rest = re.sub(r"[()\[\]]", " ", without).strip(" ,;:-+.")
        often = read_frequency(rest, self.work_time, self.language)
        if often.status != "read" or (not often.counted and words.PER.match(rest)):
            return False
        draft.occurrences = often.middle
        lasts = read_duration(time.group(), self.work_time)
        draft.minutes = lasts.middle
        if span:
            tell_duration(time.group(), lasts, draft)
        return True

    def _frequency_of(self, cell: Cell, match: ColumnMatch, named: Cell) -> FrequencyReading:
        """Return the reading of a cell, bare numbers counted in the period of the row, the header or the options."""
        number = number_in(cell)
        if number is not None:
            reading = FrequencyReading("number", number, number, counted=True)
        else:
            reading = read_frequency(as_text(cell), self.work_time, self.language)
            counted = things_in(cell) if reading.status == "unreadable" and (match.period or named != "") else None
            if counted is not None:  # "26 tickets" under "Tickets per week"
                reading = FrequencyReading("number", counted, counted, counted=True)
        if reading.status != "number" or reading.low is None or reading.high is None:
            return reading
        period = read_frequency(as_text(named), self.work_time, self.language)
        if period.status not in ("read", "empty"):
            return FrequencyReading("vague" if period.status == "vague" else "unreadable")
        rate = period.middle or PER_WEEK[match.period or self.options.number_period]
        return FrequencyReading("read", reading.low * rate, reading.high * rate, True, reading.doubtful)

    def _unit_of(self, row: Sequence[Cell]) -> str | None:
        """Return the unit of a bare number: that of its own row, else that of the column."""
        named = cell_at(row, self.columns.unit_of_duration)
        return (COLUMN_UNITS.get(fold(named)) if isinstance(named, str) else None) or self.columns.duration_unit

    def _add_part(self, cell: Cell, match: ColumnMatch | None, draft: Draft) -> None:
        """Add the minutes to the hours of a time that stands in two columns."""
        number = number_in(cell) if cell != "" else None
        if match is not None and number:
            draft.minutes = (draft.minutes or 0.0) + number * (60.0 if match.unit == "hours" else 1.0)

    def _read_duration(self, cell: Cell, upper: Cell, unit: str | None, draft: Draft) -> None:
        cell, reading = self._range_of(cell, upper, unit, draft)
        if reading is None or reading.status == "empty":
            return
        if reading.status in ("read", "share"):
            self._take_duration(cell, reading, draft)
        elif reading.status == "vague":
            draft.note("duration_vague", cell)
        else:
            often = read_frequency(as_text(cell), self.work_time, self.language)
            if often.status == "read" and draft.occurrences is None:
                draft.occurrences = often.middle
                tell_frequency(cell, often, draft)
            else:
                draft.note("duration_unreadable", cell)

    def _take_duration(self, cell: Cell, reading: DurationReading, draft: Draft) -> None:
        """Keep a duration: as time each time, or as time per week where the text names a period or a share."""
        if reading.middle is None:
            return
        if reading.status == "share":
            draft.weekly = reading.middle / 100 * self.work_time.hours_per_week * 60
        elif reading.per_week is not None:
            draft.weekly = reading.middle * reading.per_week
        else:
            draft.minutes = reading.middle
        tell_duration(cell, reading, draft)

    def _range_of(self, cell: Cell, upper: Cell, unit: str | None, draft: Draft) -> tuple[Cell, DurationReading | None]:
        """Return the reading of a time, from ``cell`` to ``upper`` where both say one, and what is told of it."""
        if cell == "" or upper == "":
            cell = upper if cell == "" else cell
            return cell, None if cell == "" else self._duration_of(cell, unit, draft)
        low, high = self._duration_of(cell, unit, draft), self._duration_of(upper, unit, draft)
        if low is None or high is None or low.status != "read" or high.status != "read":
            return (cell, low) if low is not None and low.status == "read" else (upper, high)
        ends = [end for reading in (low, high) for end in (reading.low, reading.high) if end is not None]
        told = f"{as_text(cell)} – {as_text(upper)}"
        return told, replace(low, low=min(ends), high=max(ends), doubtful=low.doubtful or high.doubtful)

    def _duration_of(self, cell: Cell, unit: str | None, draft: Draft) -> DurationReading | None:
        """Return the reading of a cell, bare numbers counted in ``unit``; None if the draft was told already."""
        if isinstance(cell, dt.time | dt.timedelta):
            minutes = minutes_of_time(cell)
            return DurationReading("read", minutes, minutes)
        factor = self._minutes_in.get(unit or "", 1.0)
        if isinstance(cell, dt.date) or (isinstance(cell, str) and day_and_month(cell) is not None):
            return duration_of_date(cell, factor, draft)
        number = number_in(cell)
        if number is not None:
            return DurationReading("read", number * factor, number * factor)
        reading = read_duration(as_text(cell), self.work_time)
        if reading.status == "number" and reading.low is not None and reading.high is not None:
            return DurationReading("read", reading.low * factor, reading.high * factor, doubtful=reading.doubtful)
        return reading

    def _read_volume(self, cell: Cell, draft: Draft) -> None:
        if cell == "":
            return
        number = number_in(cell)
        if number is None:
            reading = read_frequency(as_text(cell), self.work_time, self.language)
            if reading.status == "read" and draft.occurrences is None:
                draft.occurrences = reading.middle
                tell_frequency(cell, reading, draft)
                return
            number = reading.middle if reading.status == "number" else things_in(cell)
        if number is None:
            draft.note("frequency_unreadable", cell)
        elif draft.occurrences is not None:
            draft.occurrences *= number
        elif not self.columns.frequency:
            draft.occurrences = number * PER_WEEK[self.options.number_period]

    def _read_weekly(self, cell: Cell, upper: Cell, match: ColumnMatch, unit: str | None, draft: Draft) -> None:
        numbers = [number for number in (number_in(cell), number_in(upper)) if number is not None]
        if match.unit in ("percent", "fte") and numbers:
            share = sum(numbers) / len(numbers) / self.columns.full_week
            draft.weekly = share * self.work_time.hours_per_week * 60
            return
        cell, reading = self._range_of(cell, upper, unit, draft)
        if reading is None or reading.status == "empty":
            return
        if reading.status == "share":
            self._take_duration(cell, reading, draft)
        elif reading.status == "read" and reading.middle is not None:
            stated = PER_WEEK[match.period or self.options.number_period]
            times = stated if reading.per_week is None else reading.per_week
            draft.weekly = (draft.weekly or 0.0) + reading.middle * times
            tell_duration(cell, reading, draft)
        else:
            draft.note("duration_vague" if reading.status == "vague" else "duration_unreadable", cell)


def _ticked_rate(cell: Cell, match: ColumnMatch) -> float | None:
    """Return the rate of a tick or a count under a header that is a period."""
    per_week = PER_WEEK[match.period or "week"]
    if isinstance(cell, bool):
        return per_week if cell else 0.0
    if isinstance(cell, str) and fold(cell) in TICKS:
        return per_week
    number = number_in(cell)
    return None if number is None else number * per_week
