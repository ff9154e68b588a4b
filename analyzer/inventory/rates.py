"""The rate that a phrase names: explicit counts first, then the calendar, adverbs, and bare names of periods."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import analyzer.inventory.frequencywords as words
from analyzer.inventory.calendarwords import calendar_rate, month_rate, weekday_rate
from analyzer.inventory.text import to_float
from analyzer.inventory.worktime import DAYS_PER_WEEK, PER_WEEK, Rate, WorkTime, every_days_per_week, period_named


def counted_rate(phrase: str, work_time: WorkTime) -> Rate | None:
    """Return the rate of a phrase that counts ("3x/semaine", "tous les 15 jours", "5j/7", "hourly"), or None.

    :param phrase: a folded text with its number words as digits.
    """
    return _first(_COUNTED, phrase, work_time)


def named_rate(phrase: str, work_time: WorkTime) -> Rate | None:
    """Return the rate of a phrase that names days or a period ("lun-ven", "hebdo x3", "chaque mois"), or None.

    :param phrase: a folded text with its number words as digits.
    """
    return _first(_NAMED, phrase, work_time)


def _first(
    readers: tuple[Callable[[str, WorkTime], Rate | None], ...], phrase: str, work_time: WorkTime
) -> Rate | None:
    rates = (read(phrase, work_time) for read in readers)
    return next((rate for rate in rates if rate is not None), None)


def _rates(match: re.Match[str], per_week: float) -> tuple[float, float]:
    """Return low and high of a match of ``words.RANGE``, each times ``per_week``; no number counts as one."""
    low = to_float(match.group("low") or "1")
    high = to_float(match.group("high") or match.group("low") or "1")
    return min(low, high) * per_week, max(low, high) * per_week


def _per_week_of(word: str) -> float:
    """Return how often a week the period, weekday or part of the day comes round that ``word`` names."""
    period = period_named(word)
    if period:
        return PER_WEEK[period]
    return DAYS_PER_WEEK if re.match(r"matin|soir", word) else 1.0


def _read_days_of_seven(phrase: str, _: WorkTime) -> Rate | None:
    match = words.DAYS_OF_SEVEN.search(phrase)
    if match is None or re.search(r"24\s*(?:h|/)", phrase) or words.PER_PERIOD.search(phrase[: match.start()]):
        return None
    days = float(match.group(1))
    return Rate(days, days, counted=True)


def _read_one_in(phrase: str, _: WorkTime) -> Rate | None:
    if match := words.EVERY_OTHER.search(phrase):
        per_week = _per_week_of(match.group("period")) / 2
    elif match := words.ONE_IN.search(phrase):
        per_week = _per_week_of(match.group("period")) / max(float(match.group("of")), 1.0)
    else:
        return None
    return Rate(per_week, per_week, counted=True)


def _read_every_n(phrase: str, work_time: WorkTime) -> Rate | None:
    match = words.EVERY_N.search(phrase)
    if match is None or (match.group().startswith("/") and not match.group("low")):
        return None
    rates: list[float] = []
    for digits in (match.group("n"), match.group("n_high") or match.group("n")):
        rate = _rate_of_every(to_float(digits), match.group("period"), work_time)
        if rate is None:
            return None
        rates += _rates(match, rate)
    return Rate(min(rates), max(rates), counted=True)


def _rate_of_every(count: float, word: str, work_time: WorkTime) -> float | None:
    """Return the rate of "every ``count`` ``word``", or None for a count of zero."""
    if count <= 0:
        return None
    if re.match(r"h(?![a-z])|h(?:eures?|ours?|rs?)\b", word):
        return work_time.hours_per_week / count
    if word.startswith("m") and re.match(r"mn|min", word):
        return work_time.hours_per_week * 60 / count
    period = period_named(word)
    if period is None:
        return None
    return every_days_per_week(count) if period == "day" else PER_WEEK[period] / count


def _read_per_half_day(phrase: str, _: WorkTime) -> Rate | None:
    match = words.PER_HALF_DAY.search(phrase)
    return None if match is None else Rate(*_rates(match, 2 * DAYS_PER_WEEK), counted=True)


def _read_per_period(phrase: str, work_time: WorkTime) -> Rate | None:
    """Read counts per period; "2 fois par jour, 3 jours par semaine" multiplies, "1/semaine + 1/mois" adds up."""
    if match := words.PER_HOUR.search(phrase):
        return Rate(*_rates(match, work_time.hours_per_week), counted=True)
    matches = list(words.PER_PERIOD.finditer(phrase)) or list(words.TIMES_PERIOD.finditer(phrase))
    if not matches:
        return None
    first = matches[0]
    low, high = _rates(first, PER_WEEK[period_named(first.group("period")) or "week"])
    # "1/2 par mois" may be a half, or one to two.
    doubtful = first.group("high") is not None and "/" in phrase[first.end("low") : first.start("high")]
    for previous, match in pairwise(matches):
        period = period_named(match.group("period")) or "week"
        next_low, next_high = _rates(match, PER_WEEK[period])
        between = phrase[previous.end() : match.start()]
        previous_period = period_named(previous.group("period"))
        if previous_period == "day" and period != "day" and re.search(r"\b(?:jours?|j|days?|d)\b", match.group()):
            low, high = low / DAYS_PER_WEEK * next_low, high / DAYS_PER_WEEK * next_high
        elif re.fullmatch(r"\s*(?:\+|&|et|and|puis|,)\s*", between):
            low, high = low + next_low, high + next_high
        else:
            doubtful = True
    return Rate(low, high, counted=True, doubtful=doubtful)


def _read_hourly(phrase: str, work_time: WorkTime) -> Rate | None:
    if words.HOURLY.search(phrase) is None:
        return None
    return Rate(work_time.hours_per_week, work_time.hours_per_week)


def _from_calendar(rate_of: Callable[[str], Rate | None]) -> Callable[[str, WorkTime], Rate | None]:
    """Return a reader of the calendar as one of the readers below."""
    return lambda phrase, _: rate_of(phrase)


def _read_adverb(phrase: str, _: WorkTime) -> Rate | None:
    rest, found = phrase, []
    for pattern, per_week, doubtful in words.ADVERBS:
        if match := pattern.search(rest):
            found.append((match.start(), per_week, doubtful))
            rest = rest[: match.start()] + " " * (match.end() - match.start()) + rest[match.end() :]
    if not found:
        return None
    found.sort()
    per_week, doubtful = found[0][1], found[0][2]
    low, high = per_week, per_week
    if len(found) > 1:
        rates = [rate for _, rate, _ in found]
        if re.search(r"\b(?:et|and)\b|[+&]", phrase):
            low = high = sum(rates)
        else:
            low, high = min(rates), max(rates)
        return Rate(low, high, doubtful=True)
    if count := re.search(rf"(?<![\d/]){words.RANGE}\s*(?:{words.TIMES})", phrase) or re.match(
        rf"{words.RANGE}(?=\s+[a-z])", phrase
    ):
        low, high = _rates(count, per_week)
        return Rate(low, high, counted=True, doubtful=doubtful)
    return Rate(low, high, doubtful=doubtful)


def _read_bare_period(phrase: str, _: WorkTime) -> Rate | None:
    """Read "chaque semaine", "tous les mois", "jour"; a period inside a longer sentence is not enough."""
    match = words.BARE.search(phrase)
    if match is None or words.PER_ITEM.match(phrase[: match.start()]):
        return None
    before = phrase[: match.start()].strip()
    if re.search(r"\d", phrase.replace(match.group(), "")) or len(phrase.split()) > len(match.group().split()) + 4:
        return None
    per_week = PER_WEEK[period_named(match.group("period")) or "week"]
    alone = match.group().strip() == match.group("period") and before != ""
    return Rate(per_week, per_week, doubtful=alone)


_COUNTED = (_read_days_of_seven, _read_one_in, _read_per_half_day, _read_every_n, _read_per_period, _read_hourly)
_NAMED = (
    _from_calendar(calendar_rate),
    _from_calendar(weekday_rate),
    _read_adverb,
    _from_calendar(month_rate),
    _read_bare_period,
)
