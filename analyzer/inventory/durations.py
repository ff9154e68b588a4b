"""Durations in words, French and English: "1h30", "45 mn", "1/2 journée", "5-10 min", "2h par semaine", "~15'"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from analyzer.inventory.durationwords import ADVERBS, ARTICLES, BRACKETED, EMPTY, PER_ITEM, PERIODIC, PHRASES, VAGUE
from analyzer.inventory.quantities import Quantity, find_quantities
from analyzer.inventory.text import LONGEST_TEXT, NUMBER, fold, join_thousands, spell_out, to_float
from analyzer.inventory.worktime import DAYS_PER_WEEK, PER_WEEK, WorkTime, every_days_per_week, period_named

DurationStatus = Literal["read", "number", "share", "vague", "unreadable", "empty"]


_COUNTED_THINGS = re.compile(r"[(\[]\s*\d+ [a-z]")
"""The count of what a time is taken for, in brackets behind it."""


@dataclass(frozen=True, slots=True)
class DurationReading:
    """What a text says about time.

    :param status: "read" (``low`` and ``high`` are minutes), "number" (a number without a unit: ``low`` and ``high``
        are that number), "share" (a percentage of one's time), "vague" (words without a number), "unreadable", "empty".
    :param low: lower end, equal to ``high`` unless a range was given.
    :param high: upper end.
    :param per_week: how many a week there are of the period that the text names ("2h par mois": 12/52), else None.
    :param doubtful: whether something of the text had to be read one way or left aside.
    """

    status: DurationStatus
    low: float | None = None
    high: float | None = None
    per_week: float | None = None
    doubtful: bool = False

    @property
    def middle(self) -> float | None:
        """Midpoint of the range."""
        return None if self.low is None or self.high is None else (self.low + self.high) / 2


def parse_duration(text: str, work_time: WorkTime | None = None) -> float | None:
    """Return the minutes that ``text`` stands for, or None where it gives none.

    A number without a unit is minutes; a range is its midpoint; a text that names a period as well ("2h par semaine")
    gives the minutes each time that period comes round.

    :param text: one cell, French or English.
    :param work_time: what a day and a half-day are (7 h and 3.5 h unless given).
    """
    reading = read_duration(text, work_time or WorkTime())
    return reading.middle if reading.status in ("read", "number") else None


def read_duration(text: str, work_time: WorkTime) -> DurationReading:
    """Return everything that ``text`` says about time; see :class:`DurationReading`."""
    folded = fold(text)
    special = _read_special(folded)
    if special is not None:
        return special
    outside = re.sub(r"\([^)]*\)|\[[^\]]*\]", _kept_bracket, folded)
    if not re.search(r"\d|heure|hour|journee|day|morning|afternoon|matinee|midi", outside):
        outside = re.sub(r"[()\[\]]", " ", folded)
    negative = re.match(r"-\s*\d", outside) is not None
    phrase = spell_out(join_thousands(outside.removeprefix("-") if negative else outside)).strip()
    for pattern, replacement in PHRASES:
        phrase = pattern.sub(replacement, phrase)
    phrase, per_week = _take_period(phrase)
    reading = _quantities_read(PER_ITEM.sub("", phrase) or phrase, work_time)
    if reading.low is None or reading.high is None:
        return DurationReading("vague") if VAGUE.search(phrase) else reading
    if per_week is not None and reading.status == "number":
        return DurationReading("unreadable")  # "3 par semaine" says how often, not how long
    low, high = (-reading.high, -reading.low) if negative else (reading.low, reading.high)
    # "1 h per resident (24 residents)": whether it is done once for all of them is not said, so the reading is.
    counted = PER_ITEM.search(phrase) is not None and _COUNTED_THINGS.search(folded) is not None
    return replace(reading, low=low, high=high, per_week=per_week, doubtful=reading.doubtful or counted)


def _kept_bracket(match: re.Match[str]) -> str:
    """Return what is kept of a text in brackets: a unit or a multiplier ("20 (min)", "20 min (x2)"), else nothing."""
    inside = match.group()[1:-1].strip()
    return f" {inside} " if BRACKETED.fullmatch(inside) else " "


def _read_special(folded: str) -> DurationReading | None:
    """Return the reading of what is no phrase: an open cell, prose, a share of one's time."""
    if folded in EMPTY:
        return DurationReading("empty")
    if len(folded) > LONGEST_TEXT:
        return DurationReading("unreadable")
    share = re.match(rf"[~<>]?\s*({NUMBER})(?:\s*(?:-|a|to)\s*({NUMBER}))?\s*%", folded)
    if share is None:
        return None
    low, high = to_float(share.group(1)), to_float(share.group(2) or share.group(1))
    return DurationReading("share", min(low, high), max(low, high), doubtful=folded[0] in "<>")


def _take_period(phrase: str) -> tuple[str, float | None]:
    """Return the phrase without its period ("2 h par mois" -> "2 h") and how many such periods a week has."""
    for match in PERIODIC.finditer(phrase):
        before = phrase[: match.start()].rstrip()
        period = period_named(match.group("period"))
        # "1 j a 2 semaines" is a range, not a rate: a count needs "every".
        if period is None or (not before and match.group("per").strip() in ARTICLES):
            continue
        count = match.group("count")
        # "1/4 journee" is a fraction, "to a day" the end of a range.
        if count and (
            match.group("per").strip() in ARTICLES or (match.group("per")[0] == "/" and before[-1:].isdigit())
        ):
            continue
        if re.search(r"(?:\bto|\ba|\bou|\bor|-)$", before):
            continue
        times = float(count) if count else 1.0
        per_week = every_days_per_week(times) if period == "day" and times > 1 else PER_WEEK[period] / max(times, 1.0)
        return (before + " " + phrase[match.end() :]).strip(), per_week
    for pattern, period in ADVERBS:
        if adverb := pattern.search(phrase):
            return (phrase[: adverb.start()] + " " + phrase[adverb.end() :]).strip(), PER_WEEK[period]
    return phrase, None


def _quantities_read(phrase: str, work_time: WorkTime) -> DurationReading:
    """Return the reading of a phrase that names no period."""
    quantities, doubtful, other_words = find_quantities(phrase)
    if not quantities:
        return DurationReading("unreadable")
    if all(quantity.unit is None for quantity in quantities):
        values = [quantity.value for quantity in quantities]
        if not other_words and (len(values) == 1 or (len(values) == 2 and quantities[1].joined == "range")):
            return DurationReading("number", min(values), max(values), doubtful=doubtful)
        return DurationReading("unreadable")
    return _summed(quantities, doubtful or other_words, _minutes_of(work_time))


def _minutes_of(work_time: WorkTime) -> dict[str, float]:
    day = work_time.hours_per_day * 60
    return {
        "second": 1 / 60,
        "minute": 1.0,
        "hour": 60.0,
        "half_day": work_time.hours_per_half_day * 60,
        "day": day,
        "week": day * DAYS_PER_WEEK,
        "month": day * DAYS_PER_WEEK / PER_WEEK["month"],
    }


def _summed(quantities: list[Quantity], doubtful: bool, minutes_of: dict[str, float]) -> DurationReading:
    """Return the sum of the quantities that have a unit, a range counting from its lower to its upper end."""
    low = high = 0.0
    last: tuple[float, float] = (0.0, 0.0)
    pending: Quantity | None = None
    previous_unit: str | None = None
    for quantity in quantities:
        if quantity.unit is None:
            doubtful = doubtful or pending is not None
            pending = quantity
            continue
        minutes = quantity.value * minutes_of[quantity.unit]
        start = minutes
        if quantity.joined == "range" and pending is not None:
            start = pending.value * minutes_of[quantity.unit]
            if start > minutes:  # "30-1h": the first number has the unit below
                start = pending.value
        elif quantity.joined == "range" and previous_unit is not None:
            start, low, high = last[0], low - last[0], high - last[1]
            if quantity.unit == previous_unit == "hour" and start >= 7 * 60 and minutes > start:
                # "8h-12h" is a slot of the day, four hours long.
                start = minutes = minutes - start
                doubtful = True
        elif pending is not None or (quantity.joined == "" and previous_unit is not None):
            smaller = previous_unit is not None and minutes_of[quantity.unit] < minutes_of[previous_unit]
            doubtful = doubtful or pending is not None or not smaller
        last = (min(start, minutes), max(start, minutes))
        low, high = low + last[0], high + last[1]
        pending, previous_unit = None, quantity.unit
    return DurationReading("read", low, high, doubtful=doubtful or pending is not None)
