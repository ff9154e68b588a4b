"""What a day, a week and a month of work are, and the words that name such periods in both languages.

A week is 5 days, a month 52/12 weeks, a quarter 13 weeks, a year 52 weeks. How long a day and a half-day last is the
user's to say (:class:`WorkTime`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DAYS_PER_WEEK = 5.0
WEEKS_PER_QUARTER = 13.0
WEEKS_PER_YEAR = 52.0
MINUTES_PER_WEEK_LIMIT = 7200.0
"""Minutes a week that no head can exceed (five days of 24 hours)."""

PER_WEEK = {
    "day": DAYS_PER_WEEK,
    "week": 1.0,
    "fortnight": 0.5,
    "month": 12 / WEEKS_PER_YEAR,
    "two_months": 6 / WEEKS_PER_YEAR,
    "quarter": 1 / WEEKS_PER_QUARTER,
    "half_year": 2 / WEEKS_PER_YEAR,
    "year": 1 / WEEKS_PER_YEAR,
}
"""How many of each period there are in a week."""

PERIOD_WORDS = {
    "day": r"(?:jours?|journees?|jrs?|days?|workdays?|weekdays?|(?:working|business|work) days?|jours? ouvr\w+)",
    "fortnight": r"(?:quinzaines?|fortnights?)",
    "two_months": r"(?:bimestres?)",
    "quarter": r"(?:trimestres?|trim|quarters?|qtrs?)",
    "half_year": r"(?:semestres?|half[- ]years?|semesters?)",
    "week": r"(?:semaines?|sem|weeks?|wks?|wk)",
    "month": r"(?:mois|months?|mths?|mth)",
    "year": r"(?:ans?|annees?|years?|yrs?|yr|annum)",
}
"""Pattern of the words for each period, folded."""

SHORT_PERIODS = {
    "j": "day", "d": "day", "s": "week", "w": "week", "m": "month", "t": "quarter", "q": "quarter", "a": "year",
    "y": "year",
}  # fmt: skip
"""One letter after a slash ("2/j", "1/m")."""

PERIOD = "(?:" + "|".join(PERIOD_WORDS.values()) + r")(?![a-z])"
"""Pattern of any word for a period, folded."""

_PERIODS = [(name, re.compile(pattern)) for name, pattern in PERIOD_WORDS.items()]


@dataclass(frozen=True, slots=True)
class WorkTime:
    """How long the working day is.

    :param hours_per_day: hours in one "day" of work, above 0 and up to 24.
    :param hours_per_half_day: hours in one "half-day".
    """

    hours_per_day: float = 7.0
    hours_per_half_day: float = 3.5

    @property
    def hours_per_week(self) -> float:
        """Hours in one week of work."""
        return self.hours_per_day * DAYS_PER_WEEK


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a week something happens.

    :param low: lower end, in times a week; equal to ``high`` unless a range was given.
    :param high: upper end.
    :param counted: whether the text itself counts ("3x/semaine", "lundi et jeudi"), not only names a period ("hebdo").
    :param doubtful: whether the text could be meant in another way, or something of it was left aside.
    """

    low: float
    high: float
    counted: bool = False
    doubtful: bool = False


def period_named(word: str) -> str | None:
    """Return the period ("day" … "year") that a folded word names, or None."""
    for name, pattern in _PERIODS:
        if pattern.fullmatch(word):
            return name
    return SHORT_PERIODS.get(word)


def every_days_per_week(days: float) -> float:
    """Return how often a week something happens that is done every ``days`` days.

    Up to a week the days are working days ("every other day" is 2.5 a week); from a week on they are calendar days, and
    "tous les quinze jours", "tous les huit jours" keep their French meaning of two weeks and one week.
    """
    if days < 7:
        return max(DAYS_PER_WEEK / days, 1.0)
    if days in (8, 15):
        return 7 / (days - 1)
    return 7 / days
