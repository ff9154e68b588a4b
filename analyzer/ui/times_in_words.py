"""Times as people type them into rows and ideas ("1h30", "3x/semaine"), and as they are shown to be changed."""

from __future__ import annotations

from analyzer.errors import InputFileError
from analyzer.i18n import translate
from analyzer.inventory import parse_duration, parse_frequency
from analyzer.inventory.worktime import PER_WEEK, WEEKS_PER_YEAR, WorkTime
from analyzer.numbers import NO_BREAK, format_number, to_the_minute
from analyzer.ui.formats import missing

LONGEST_TIME = 20
"""Letters of a time: "1 hour 15 minutes" and some room."""

_WEEKLY, _MONTHLY = 0.95, 0.22
"""Times a week from which a frequency is said per week, and per month: once, and once a month, with some room."""


def times_a_week(text: str, work_time: WorkTime | None = None) -> float:
    """Return how many times a week a text stands for.

    :param work_time: how long a day is; 7 h unless given.
    :raises InputFileError: if it cannot be read as a frequency.
    """
    read = parse_frequency(text, work_time)
    if read is None:
        raise InputFileError(
            "“{text}” is not understood as a frequency: write for example “every day” or “3 times a week”.", text=text
        )
    return read


def minutes_each_time(text: str, work_time: WorkTime | None = None) -> float:
    """Return the minutes that a text stands for.

    :param work_time: what a day and a half-day are; 7 h and 3.5 h unless given.
    :raises InputFileError: if it cannot be read as a duration.
    """
    read = parse_duration(text, work_time)
    if read is None:
        raise InputFileError(
            "“{text}” is not understood as a duration: write for example “20 min” or “1 h 30 min”.", text=text
        )
    return read


def frequency_in_words(per_week: float, language: str, digits: int = 2) -> str:
    """Return a frequency as people say it: a week if it is about once or more, else a month or a year; "" for NaN."""
    if missing(per_week):
        return ""
    if per_week >= _WEEKLY or per_week <= 0:
        return translate("{number} a week", language, number=format_number(per_week, language, digits))
    if per_week == PER_WEEK["fortnight"]:
        return translate("every 2 weeks", language)
    number = per_week * WEEKS_PER_YEAR
    if per_week >= _MONTHLY:
        return translate("{number} a month", language, number=format_number(number / 12, language, digits))
    return translate("{number} a year", language, number=format_number(number, language, digits))


def duration_in_words(minutes: float, language: str) -> str:
    """Return a duration to the minute, as it can be typed in again: "45 min", "1 h 7 min", "7.5 min"; "" for NaN."""
    if missing(minutes):
        return ""
    minutes = round(minutes, 2)
    if minutes != int(minutes):
        return f"{format_number(minutes, language, 2)}{NO_BREAK}min"
    return to_the_minute(minutes, language)
