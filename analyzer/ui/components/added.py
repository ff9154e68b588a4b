"""Minutes in a column of a table that adds up as it is shown, down to the last digit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analyzer.numbers import NO_BREAK, format_count, format_duration, format_number, format_share
from analyzer.opportunity import rounded_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

_PERCENT = 0.01
_TENTH = 6.0
"""Minutes in a tenth of an hour: the least that a column of more than an hour shows."""


def added(minutes: Sequence[float], language: str, shown: int | None = None) -> list[str]:
    """Return the cells of a column, and the one of its total below them.

    All are written in the unit of the whole column: hours with one decimal, or minutes where all together is below an
    hour.

    :param minutes: of each row; what is not known counts for nothing and is said to be unknown.
    :param shown: rows that stand on their own; the others are put together in one cell above the total.
    """
    known = [0.0 if math.isnan(one) else float(one) for one in minutes]
    rest = [] if shown is None or len(known) <= shown else [sum(known[shown:])]
    parts = known[: len(known) - len(known[shown:])] + rest if rest else known
    in_hours = sum(parts) >= 60
    figures = rounded_parts(parts, _TENTH if in_hours else 1.0)
    cells = [_written(figure, language, in_hours=in_hours) for figure in [*figures, sum(figures)]]
    for place, one in enumerate(minutes[: len(parts) - len(rest)]):
        if math.isnan(one):
            cells[place] = format_duration(None, language)
    return cells


def added_shares(parts: Sequence[float], language: str) -> list[str]:
    """Return what share of their sum each part is, as percentages that add up to 100 as they are shown.

    :param parts: of one whole, 0 or more; "–" where there is none.
    """
    whole = sum(parts)
    if whole <= 0:
        return ["–"] * len(parts)
    return [format_share(share, language) for share in rounded_parts([part / whole for part in parts], _PERCENT)]


def _written(minutes: float, language: str, *, in_hours: bool) -> str:
    if in_hours:
        return f"{format_number(minutes / 60, language)}{NO_BREAK}h"
    return f"{format_count(minutes, language)}{NO_BREAK}min"
