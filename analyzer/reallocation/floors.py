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

    Each share is rounded up to whole quarter-hours. Where both do not fit, relief comes first and learning gets the
    rest: a role that frees a single quarter-hour has it back.

    :param budget: freed quarter-hours.
    :param relief: least share of relief, 0..1.
    :param learning: least share of learning, 0..1; together at most 1.
    """
    least_relief = min(up(relief * budget), budget)
    return least_relief, min(up(learning * budget), budget - least_relief)


@cache
def room(budget: int, relief: float, learning: float) -> int:
    """Return the most quarter-hours that may become something new beside both floors.

    It is what the floors leave in this budget, or in a larger one where that is less: one quarter-hour more of freed
    time may tip both floors over at once, and a role would begin less because it frees more. So it never begins what
    the next quarter-hour would take from it; that one is learned, or given back.

    :param budget: freed quarter-hours; ``relief`` and ``learning`` as in :func:`floors`.
    :returns: never less for a larger budget.
    """
    left, size, free = budget, budget, 1.0 - relief - learning
    # A larger budget leaves more than its free share less two quarter-hours: from some size on it cannot be the least.
    while left > 0 and size * free - 2 < left:
        left = min(left, size - up(relief * size) - up(learning * size))
        size += 1
    return max(left, 0)
