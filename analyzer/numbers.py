"""Numbers as readers see them: never without a unit, in the language's own marks, no finer than they are known.

Minutes are the unit of every frame; people read hours. One rule for every amount of time that is shown:

- on cards, in sentences, tables and charts it is a duration as people write it, "3 h 10 min" ("3 h 10" in French), by
  :func:`format_duration`; a total reads the same wherever it stands;
- a column that ends in its total is rounded by :mod:`analyzer.ui.components.added`: the total as its card has it, its
  parts to five minutes (to the minute below an hour, and where one would vanish), so that they add up as shown;
- a limit, and what is compared with it, is written to the minute, by :func:`to_the_minute`: 37.5 h are "37 h 30 min";
  so is what a plan decides, in whole quarter-hours: it is no estimate, and adds up everywhere as it stands;
- columns to sort, to type into or to export hold numbers, with the unit in the header, in the reader's decimal sign;
- what was measured or written each time stays a number of minutes, as it was given.
"""

from __future__ import annotations

import math
from decimal import Decimal

from babel.numbers import format_decimal, format_percent

from analyzer.i18n import translate

NO_BREAK = "\u00a0"
MINUS = "\u2212"
_FINE_UP_TO = 20 * 60
"""From 20 hours on, minutes are noise: whole hours are written."""


def format_count(value: float, language: str) -> str:
    """Return a whole number with the language's thousands mark ("1,250" or "1 250")."""
    return format_decimal(round(value), format="#,##0", locale=language)


def format_number(value: float, language: str, digits: int = 1) -> str:
    """Return a decimal number with at most ``digits`` decimals ("3.5" or "3,5")."""
    pattern = "#,##0" + ("." + "#" * digits if digits else "")
    return format_decimal(value, format=pattern, locale=language)


def format_share(share: float, language: str, digits: int = 0) -> str:
    """Return a share of 1 as a percentage ("12%" or "12 %" with its narrow space)."""
    pattern = "#,##0" + ("." + "#" * digits if digits else "")
    if language == "fr":
        return format_percent(share, format=pattern + "\u202f%", locale=language)
    return format_percent(share, format=pattern + "%", locale=language)


def format_duration(minutes: float | None, language: str) -> str:
    """Return minutes as people write them: "45 min", "3 h 10 min", "1,250 h"; "not known" for a missing value.

    Below an hour to the minute, below 20 hours to five minutes, from there on to the hour.
    """
    if minutes is None or math.isnan(minutes):
        return translate("not known", language)
    return to_the_minute(shown_minutes(minutes), language)


def shown_minutes(minutes: float) -> int:
    """Return the minutes that :func:`format_duration` writes."""
    size = abs(minutes)
    step = 1 if size < 59.5 else 60 if size >= _FINE_UP_TO else 5
    return step * round(size / step) * (-1 if minutes < 0 else 1)


def format_difference(first: float, second: float, language: str) -> str:
    """Return how much longer the second of two durations is, with its sign: exactly what stands between the two as
    :func:`format_duration` writes them, so that a reader who takes one from the other finds it."""
    between = shown_minutes(second) - shown_minutes(first)
    return ("+" if between > 0 else "") + to_the_minute(between, language)


def format_points(first: float, second: float, language: str, digits: int = 1) -> str:
    """Return how many percentage points the second of two shares has more, with its sign: what stands between the two
    as :func:`format_share` writes them."""
    one, other = (round(Decimal(str(share)) * 100, digits) for share in (first, second))
    between = float(other - one)
    sign = "+" if between > 0 else MINUS if between < 0 else ""
    facts = {"sign": sign, "points": format_number(abs(between), language, digits)}
    if one_or_many(between, language) == 1:
        return translate("{sign}{points} point", language, **facts)
    return translate("{sign}{points} points", language, **facts)


def one_or_many(value: float, language: str) -> int:
    """Return 1 where a number that need not be whole asks for the singular, else 2: French uses it below two."""
    return 1 if (abs(value) < 2 if language == "fr" else abs(value) == 1) else 2


def to_the_minute(minutes: float, language: str) -> str:
    """Return a duration without rounding it any further: a limit, a part of a total that must add up."""
    whole = round(minutes)
    sign = MINUS if whole < 0 else ""
    hours, rest = divmod(abs(whole), 60)
    if not hours:
        return f"{sign}{rest}{NO_BREAK}min"
    whole_hours = f"{sign}{format_count(hours, language)}{NO_BREAK}h"
    if not rest:
        return whole_hours
    return f"{whole_hours}{NO_BREAK}{rest:02d}" if language == "fr" else f"{whole_hours}{NO_BREAK}{rest}{NO_BREAK}min"


def labelled(name: object, value: object, language: str) -> str:
    """Return "name: value" with the colon that the language has."""
    return f"{name}{NO_BREAK if language == 'fr' else ''}: {value}"


def format_range(low: float | None, high: float | None, language: str) -> str:
    """Return two durations as a range ("11 to 39 min", "45 min to 2 h 10 min"); one alone if both read the same."""
    first, last = format_duration(low, language), format_duration(high, language)
    if first == last:
        return first
    for unit in (f"{NO_BREAK}min", f"{NO_BREAK}h"):
        if first.endswith(unit) and last.endswith(unit) and first.count(NO_BREAK) == last.count(NO_BREAK) == 1:
            first = first.removesuffix(unit)  # "45 min to 2 h 10 min" keeps both
    return translate("{low} to {high}", language, low=first, high=last)
