"""Frequencies in words, French and English: "3x/semaine", "hebdo", "tous les 15 jours", "bimensuel", "twice a day"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import analyzer.inventory.frequencywords as words
from analyzer.inventory.calendarwords import initials_rate, without_clock_times
from analyzer.inventory.rates import counted_rate, named_rate
from analyzer.inventory.text import LONGEST_TEXT, NUMBER, fold, join_thousands, spell_out, to_float
from analyzer.inventory.worktime import DAYS_PER_WEEK, PER_WEEK, WorkTime

FrequencyStatus = Literal["read", "number", "vague", "duration", "unreadable", "empty"]


@dataclass(frozen=True, slots=True)
class FrequencyReading:
    """What a text says about how often.

    :param status: "read" (``low`` and ``high`` are times a week), "number" (a number without a period: ``low`` and
        ``high`` are that number), "vague" (words that give no number, such as "ad hoc"), "duration" (it says how long,
        not how often), "unreadable", "empty".
    :param low: lower end, equal to ``high`` unless a range was given.
    :param high: upper end.
    :param counted: whether the text itself counts ("3x/semaine"), not only names a period ("hebdo").
    :param doubtful: whether the text could be meant in another way, or something of it was left aside.
    """

    status: FrequencyStatus
    low: float | None = None
    high: float | None = None
    counted: bool = False
    doubtful: bool = False

    @property
    def middle(self) -> float | None:
        """Midpoint of the range."""
        return None if self.low is None or self.high is None else (self.low + self.high) / 2


def parse_frequency(text: str, work_time: WorkTime | None = None, language: str | None = None) -> float | None:
    """Return how many times a week ``text`` stands for, or None where it gives no rate.

    A number without a period is times a week; a range is its midpoint.

    :param text: one cell, French or English.
    :param work_time: how long a day is ("toutes les heures"); 7 h unless given.
    :param language: "fr" or "en" where known; it settles single letters ("Q"), and lets days be read by their first
        letters ("M/W/F").
    """
    reading = read_frequency(text, work_time or WorkTime(), language)
    return reading.middle if reading.status in ("read", "number") else None


def once_in_period(text: str, work_time: WorkTime) -> float | None:
    """Return the times a week that once in the period is which ``text`` names without a count; None if it names none.

    "Plusieurs fois par jour" is 5 times what is not said.

    :param text: one cell, French or English.
    :param work_time: how long a day is.
    """
    folded = fold(text)
    if words.UNCOUNTED.search(folded) is None:
        return None
    once = read_frequency(words.UNCOUNTED.sub("1 x", folded, count=1), work_time)
    return once.middle if once.status == "read" else None


def read_frequency(text: str, work_time: WorkTime, language: str | None = None) -> FrequencyReading:
    """Return everything that ``text`` says about how often; see :class:`FrequencyReading`."""
    folded = fold(text)
    reading = _read_special(folded, language)
    if reading is not None:
        return reading
    rest, clocks = without_clock_times(folded)
    reading = _read_folded(rest, work_time) if rest else FrequencyReading("read", DAYS_PER_WEEK, DAYS_PER_WEEK)
    if clocks and reading.status == "read" and not reading.counted and reading.low and reading.high:
        many = clocks > 1 or not rest  # "tous les jours a 9h" leaves no doubt
        return FrequencyReading("read", reading.low * clocks, reading.high * clocks, counted=many, doubtful=many)
    if reading.status != "read" and language is not None and (rate := initials_rate(text, language)) is not None:
        return FrequencyReading("read", rate.low, rate.high, rate.counted, rate.doubtful)
    return reading


def _read_folded(folded: str, work_time: WorkTime) -> FrequencyReading:
    outside = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", folded).strip()
    first = _read_phrase(_normal(outside), work_time) if outside else FrequencyReading("empty")
    if outside == folded or first.status == "number" or (first.status == "read" and first.counted):
        return first
    # "per ticket (40/week)", "quotidien (3x)": the brackets say what the text before them does not.
    second = _read_phrase(_normal(re.sub(r"[()\[\]]", " ", folded)), work_time)
    if first.status == "read":
        return second if second.status == "read" and second.counted else first
    return second if second.status in ("read", "vague") else first


def _read_special(folded: str, language: str | None) -> FrequencyReading | None:
    """Return the reading of what is no phrase: an open cell, "never", a code of one letter, prose."""
    if folded in words.EMPTY:
        return FrequencyReading("empty")
    if words.NEVER.fullmatch(folded):
        return FrequencyReading("read", 0.0, 0.0)
    if len(folded) == 1 and folded.isalpha():
        return _read_letter(folded, language)
    return FrequencyReading("unreadable") if len(folded) > LONGEST_TEXT else None


def _normal(folded: str) -> str:
    """Return a folded text with counts as digits before "x" and without words of approximation."""
    text = words.APPROXIMATE.sub(" ", folded)
    for pattern, meant in words.SHORTHAND:
        text = pattern.sub(meant, text)
    for word, digits in words.ONCE.items():
        text = re.sub(rf"\b{word}\b", digits, text)
    text = spell_out(join_thousands(text))
    text = re.sub(rf"({NUMBER}) ?k\b", lambda match: f"{to_float(match.group(1)) * 1000:g}", text)
    text = words.TIMES_IN_N.sub(r"1 x tous les \g<n> ", text)
    text = re.sub(r"(\d)aines? (?:de |d')?", r"\1 ", text)
    text = re.sub(r"(\d+) ?\+(?= ?(?:x|fois|times|/|per|par|a)\b|/)", r">\1", text)
    text = re.sub(rf"(?<!\d)(?<!\d )(?:\bx|\*) ?({NUMBER})(?![\d]*\s*(?:x|fois))", r"\1 x", text)
    return re.sub(r"\s+", " ", text).strip(" .;:,")


def _read_phrase(phrase: str, work_time: WorkTime) -> FrequencyReading:
    """Return the reading of a normalised phrase: explicit rates first, then names of periods, then a bare number."""
    if words.ALL_DAY.fullmatch(phrase) or (words.UNCOUNTED.search(phrase) and not re.search(r"\d", phrase)):
        return FrequencyReading("vague")
    if words.HALF_DAY.search(phrase) and not words.PER_HALF_DAY.search(phrase):
        return _read_beside_half_day(words.HALF_DAY.sub(" ", phrase).strip(" ,;:-+"), work_time)
    rate = None if words.DAY_OF_MONTH.search(phrase) else counted_rate(phrase, work_time)
    if rate is None and re.search(rf"{NUMBER}\s*{words.TIME_UNIT}", phrase):
        return FrequencyReading("duration")
    rate = rate or named_rate(phrase, work_time)
    if rate is not None:
        doubtful = rate.doubtful or words.LIMITS.search(phrase) is not None
        return FrequencyReading("read", rate.low, rate.high, rate.counted, doubtful)
    return _read_number(phrase) or _read_without_rate(phrase)


def _read_beside_half_day(rest: str, work_time: WorkTime) -> FrequencyReading:
    """Return what is said beside a half-day: "quarterly, half a day" says how often, "1/2 journée par semaine" not."""
    beside = FrequencyReading("duration") if not rest or words.PER.match(rest) else _read_phrase(rest, work_time)
    return beside if beside.status == "read" else FrequencyReading("duration")


def _read_number(phrase: str) -> FrequencyReading | None:
    """Return the reading of a number or a range of numbers without a period, or None."""
    if re.match(r"24 ?h? ?/ ?(?:7|24)", phrase):
        return None
    if match := re.fullmatch(rf"{words.RANGE}\s*(?:{words.TIMES})?", phrase):
        low = to_float(match.group("low"))
        high = to_float(match.group("high") or match.group("low"))
        return FrequencyReading("number", min(low, high), max(low, high), counted=True, doubtful="/" in phrase)
    if negative := re.fullmatch(rf"-\s*({NUMBER})", phrase):
        value = -to_float(negative.group(1))
        return FrequencyReading("number", value, value, counted=True)
    return None


def _read_without_rate(phrase: str) -> FrequencyReading:
    if words.VAGUE.search(phrase) or words.UNCOUNTED.search(phrase) or words.PER_ITEM.match(phrase):
        return FrequencyReading("vague")
    return _read_mistyped(phrase)


def _read_letter(letter: str, language: str | None) -> FrequencyReading:
    """Read a code of one letter: J H M T A, D W M Q Y; "Q" is daily in French and quarterly in English."""
    if letter == "q" and language is not None:
        per_week = DAYS_PER_WEEK if language == "fr" else PER_WEEK["quarter"]
    elif letter in words.LETTERS:
        per_week = PER_WEEK[words.LETTERS[letter]]
    else:
        return FrequencyReading("empty" if letter == "x" else "unreadable")
    return FrequencyReading("read", per_week, per_week, doubtful=True)


def _read_mistyped(phrase: str) -> FrequencyReading:
    """Read a single adverb with a slip of the finger ("hebdomadère", "weeklly")."""
    from rapidfuzz import process  # noqa: PLC0415  (loaded only where a text was not understood)
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    for word in phrase.split()[:3]:
        if len(word) >= 5 and (
            best := process.extractOne(word, list(words.TYPED), scorer=OSA.distance, score_cutoff=2)
        ):
            per_week = words.TYPED[best[0]]
            return FrequencyReading("read", per_week, per_week, doubtful=True)
    return FrequencyReading("unreadable")
