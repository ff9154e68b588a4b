"""Minutes in a column of a table that adds up as it is shown, down to the last digit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analyzer.numbers import format_duration, format_share, shown_minutes, to_the_minute
from analyzer.opportunity import rounded_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

_PERCENT = 0.01
_FIVE = 5.0
"""The least number of minutes that a column of an hour or more shows: what a duration of some hours is written to."""


def added(minutes: Sequence[float], language: str, shown: int | None = None, whole: float | None = None) -> list[str]:
    """Return the cells of a column, and the one of its total below them: the total as it reads everywhere.

    :param minutes: of each row; what is not known counts for nothing and is said to be unknown.
    :param shown: rows that stand on their own; the others are put together in one cell above the total.
    :param whole: what the total is shown as where it was opened from, in minutes.
    """
    figures = added_minutes(minutes, shown, whole)
    cells = [to_the_minute(figure, language) for figure in figures]
    for place, one in enumerate(minutes[:shown]):
        if math.isnan(one):
            cells[place] = format_duration(None, language)
    return cells


def added_minutes(minutes: Sequence[float], shown: int | None = None, whole: float | None = None) -> list[float]:
    """Return what the cells of such a column are shown as, in minutes.

    A total of 20 hours or more is written to the hour, its parts are not: all of them bear the difference, in
    proportion (at most half an hour in twenty, 2.5 per cent).
    """
    known = [0.0 if math.isnan(one) else float(one) for one in minutes]
    parts = known if shown is None or len(known) <= shown else [*known[:shown], sum(known[shown:])]
    exact = sum(parts)
    total = shown_minutes(exact) if whole is None else whole
    step = _FIVE if total >= 60 else 1.0
    return [*rounded_parts([part * total / exact if exact else 0.0 for part in parts], step), total]


def added_shares(parts: Sequence[float], language: str) -> list[str]:
    """Return what share of their sum each part is, as percentages that add up to 100 as they are shown.

    :param parts: of one whole, 0 or more; "–" where there is none.
    """
    whole = sum(parts)
    if whole <= 0:
        return ["–"] * len(parts)
    return [format_share(share, language) for share in rounded_parts([part / whole for part in parts], _PERCENT)]
