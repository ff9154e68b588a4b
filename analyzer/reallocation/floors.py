"""How shares of freed time become whole quarter-hours, so that more freed time never leaves less for new work."""

from __future__ import annotations

from functools import cache
from math import ceil, floor

from analyzer.reallocation.rules import MINUTES_PER_QUARTER_HOUR

_ROUNDING = 1e-9
"""Shares such as 0.1 are no exact binary numbers: 0.1 x 30 must not become 4."""


def quarters(minutes: float) -> int:
    """Return the whole quarter-hours in some minutes; what is left over stays unplanned."""
    return floor(minutes / MINUTES_PER_QUARTER_HOUR + _ROUNDING)


def up(value: float) -> int:
    """Return a number of quarter-hours rounded up to a whole one."""
    return ceil(value - _ROUNDING)


def floors(budget: int, relief: float, learning: float) -> tuple[int, int]:
    """Return the least quarter-hours of relief and of learning in a budget.

    Each share is rounded up. One quarter-hour more of freed time may tip both over at once; one activity would then
    lose a quarter-hour because a role freed more. In that case learning waits for the next quarter-hour: it is never
    short of its share by more than one.

    :param budget: freed quarter-hours.
    :param relief: least share of relief, 0..1.
    :param learning: least share of learning, 0..1; together at most 1.
    :returns: both floors; what they leave never falls when the budget grows.
    """
    least_relief = min(up(relief * budget), budget)
    return least_relief, min(up(learning * budget), budget - _left(budget, relief, learning) - least_relief)


@cache
def _left(budget: int, relief: float, learning: float) -> int:
    """Return what the floors leave at most in a budget or in any smaller one."""
    most = 0
    for size in range(budget + 1):
        most = max(most, size - up(relief * size) - up(learning * size))
    return most
