"""Numbers with their units in a phrase about time, and how they are joined: "1h30 à 2h", "2 x 15 min", "10/15 min"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analyzer.inventory.durationwords import BOUNDS, FILLERS, MULTIPLIERS, RANGES, SUMS, UNITS
from analyzer.inventory.text import NUMBER, to_float

_TOKEN = re.compile(
    r"(?P<fraction>(?:\d+ )?\d+/\d+)|(?P<clock>\d{1,3}:\d{2}(?::\d{2})?)"
    rf"|(?P<number>{NUMBER})|(?P<word>[a-z]+)|(?P<mark>''|\S)"
)


@dataclass(slots=True)
class Quantity:
    """A number with or without a unit.

    :param unit: "second", "minute", "hour", "half_day", "day", "week", "month", or None.
    :param joined: how it is joined to the quantity before: "" (nothing between), "range", "plus" or "times".
    """

    value: float
    unit: str | None
    joined: str = ""


def find_quantities(phrase: str) -> tuple[list[Quantity], bool, bool]:
    """Return the quantities of a phrase in order, whether it gives a bound only, and whether words were left aside.

    :param phrase: a folded text with set phrases and number words in digits.
    """
    tokens = [(match.lastgroup or "", match.group()) for match in _TOKEN.finditer(phrase)]
    between = "entre" in phrase or "between" in phrase
    found: list[Quantity] = []
    joined, position, bound, other_words = "", 0, False, False
    while position < len(tokens):
        kind, token = tokens[position]
        if kind in ("number", "fraction", "clock"):
            added, position = _quantity(tokens, position)
            for index, quantity in enumerate(added):
                quantity.joined = "range" if index else joined
            found += added
            joined = ""
            continue
        position += 1
        bound = bound or token in BOUNDS
        if token in MULTIPLIERS:
            joined = "times"
        elif token in RANGES or (between and token in ("et", "and")):
            joined = "range" if found else ""
        elif token in SUMS:
            joined = "plus"
        elif kind == "word" and token not in FILLERS and token not in UNITS:
            other_words = True
    return _multiplied(found), bound, other_words


def _quantity(tokens: list[tuple[str, str]], position: int) -> tuple[list[Quantity], int]:
    """Return the quantity that begins at ``position`` (two of them for "10/15 min") and where reading goes on."""
    kind, token = tokens[position]
    following = [text for _, text in tokens[position + 1 : position + 4]] + ["", "", ""]
    unit = UNITS.get(following[0])
    after = position + (2 if unit else 1)
    if kind == "clock":
        hours, minutes, seconds = (float(part) for part in [*token.split(":"), "0"][:3])
        after = position + (2 if unit in ("hour", "minute") else 1)
        return [Quantity(hours * 60 + minutes + seconds / 60, "minute")], after
    if kind == "fraction":
        return _fraction(token, unit), after
    value = to_float(token)
    if unit == "hour" and (used := _smaller_after(following, "minute")):
        return [Quantity(value * 60 + float(following[1]), "minute")], after + used
    if unit == "minute" and (used := _smaller_after(following, "second")):
        return [Quantity(value + float(following[1]) / 60, "minute")], after + used
    if unit and re.fullmatch(r"[123]/[234]", following[1]):
        return [Quantity(value + _fraction(following[1], unit)[0].value, unit)], after + 1
    return [Quantity(value, unit)], after


def _fraction(token: str, unit: str | None) -> list[Quantity]:
    """Return "1 1/2" as one quantity, and "10/15" as the two ends of a range."""
    whole, _, fraction = token.rpartition(" ")
    above, below = (float(part) for part in fraction.split("/"))
    if above < below <= 4:
        return [Quantity(float(whole or 0) + above / below, unit)]
    return [Quantity(above, unit), Quantity(below, unit)]


def _smaller_after(following: list[str], smaller: str) -> int:
    """Return how many tokens after "1 h" belong to its minutes, or after "2 min" to its seconds: 0, 1 ("30") or 2.

    :param following: the tokens after the number; the first is its unit.
    :param smaller: the unit below.
    """
    part, after = following[1], following[2]
    if not re.fullmatch(r"[0-5]?\d", part):
        return 0
    unit = UNITS.get(after)
    if unit == smaller:
        return 2
    alone = len(part) == 2 or (smaller == "minute" and not after)
    return 1 if unit is None and alone and after not in MULTIPLIERS else 0


def _multiplied(quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with "2 x 15 min" made one."""
    result: list[Quantity] = []
    for quantity in quantities:
        previous = result[-1] if result else None
        if quantity.joined == "times" and previous and (previous.unit is None or quantity.unit is None):
            previous.value *= quantity.value
            previous.unit = previous.unit or quantity.unit
        else:
            result.append(quantity)
    return result
