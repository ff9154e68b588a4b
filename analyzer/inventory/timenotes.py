"""What is noted while the time of a row is read: where one way of several was taken, and what was not understood."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from analyzer.inventory.cells import EPOCH, day_and_month
from analyzer.inventory.durations import DurationReading
from analyzer.inventory.frequencies import FrequencyReading
from analyzer.inventory.grids import Cell, as_text
from analyzer.inventory.text import has_ambiguous_number
from analyzer.inventory.worktime import PER_WEEK

Note = tuple[str, dict[str, object]]
"""Code and facts of a problem whose row is not known yet."""


@dataclass(slots=True)
class Draft:
    """A reading while it is put together; ``weekly`` is the time per week that is stated."""

    occurrences: float | None = None
    minutes: float | None = None
    weekly: float | None = None
    headcount: float = 1.0
    notes: list[Note] = field(default_factory=list)

    def note(self, code: str, cell: Cell, **facts: object) -> None:
        """Add what is to be said of a cell."""
        self.notes.append((code, {"text": as_text(cell), **facts}))


def spoken_rate(per_week: float) -> tuple[str, float]:
    """Return the period and count by which a rate is said most simply (10 a week: 2 per day; 0.5: per two weeks)."""
    if per_week >= 5 and (per_week / 5).is_integer():
        return "day", per_week / 5
    if per_week >= 1:
        return "week", round(per_week, 2)
    if abs(per_week - 0.5) < 1e-9:
        return "fortnight", 1.0
    period = "month" if per_week >= PER_WEEK["month"] - 1e-9 else "year"
    return period, round(per_week / PER_WEEK[period], 2)


def tell_frequency(cell: Cell, reading: FrequencyReading, draft: Draft) -> None:
    """Note how a frequency was read where that was a choice."""
    text = as_text(cell)
    if reading.middle is None:
        return
    if has_ambiguous_number(text):
        draft.note("number_ambiguous", text)
    if reading.doubtful:
        period, count = spoken_rate(reading.middle)
        draft.note(f"frequency_read_as_{period}", text, count=count)
    elif reading.low != reading.high:
        draft.note("frequency_range", text)


def tell_duration(cell: Cell, reading: DurationReading, draft: Draft) -> None:
    """Note how a duration was read where that was a choice."""
    if isinstance(cell, str) and has_ambiguous_number(cell):
        draft.note("number_ambiguous", cell)
    if reading.doubtful:
        draft.note("duration_read_as", cell, minutes=reading.middle)
    elif reading.low != reading.high:
        draft.note("duration_range", cell, low=reading.low, high=reading.high)


def duration_of_date(cell: dt.date | str, factor: float, draft: Draft) -> DurationReading | None:
    """Read "5-10" that a spreadsheet turned into 5 October: day and month are the ends, whichever is which."""
    if isinstance(cell, dt.datetime) and cell.year <= EPOCH.year + 1:
        minutes = round((cell - EPOCH).total_seconds() / 60, 2)
        return DurationReading("read", minutes, minutes)
    written = day_and_month(cell)
    text = cell if isinstance(cell, str) else cell.strftime("%Y-%m-%d")
    low, high = sorted(written or (0, 0))
    if high <= 4 or low == high:  # "1/2" may have been half a day
        draft.note("date_unreadable", text)
        return None
    draft.note("date_as_range", text, low=low, high=high)
    middle = (low + high) / 2 * factor
    return DurationReading("read", middle, middle)
