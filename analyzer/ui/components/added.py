"""Minutes in a column of a table that adds up as it is shown, down to the last digit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from analyzer.numbers import format_duration, format_share, shown_minutes, to_the_minute
from analyzer.opportunity import rounded_parts
from analyzer.report.money_words import format_exact_money, money_step, shown_money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.opportunity.columns import FloatArray

_PERCENT = 0.01
_HOUR, _FIVE = 60, 5.0
"""Minutes from which a duration is written to five of them."""
_LITTLE = 0.2
"""By what share of itself a figure may be off before others bear what is lacking."""


def added(
    minutes: Sequence[float],
    language: str,
    shown: slice | None = None,
    whole: float | None = None,
    *,
    others_bear: bool = False,
    stated: bool = False,
) -> list[str]:
    """Return the cells of a column, and the one of its total below them: the total as it reads everywhere.

    :param minutes: of each row; what is not known counts for nothing and is said to be unknown.
    :param shown: the rows of this page, all if absent; those of the other pages stand in one cell above the total.
    :param whole: what the total is shown as where it was opened from, in minutes.
    :param others_bear: whether the cell of the other pages takes what lacks to the total, if that is little to it, so
        that the rows of this page read exactly as they do elsewhere.
    :param stated: whether the minutes are the list's own, see :func:`added_minutes`.
    """
    *figures, total = added_minutes(minutes, whole, stated=stated)
    page = range(len(figures))[shown or slice(None)]
    if others_bear:
        as_read = _as_read([0.0 if math.isnan(one) else one for one in minutes], stated=stated)
        figures = _borne_by_others(figures, as_read, minutes, page, total)
    cells = [
        format_duration(None, language) if math.isnan(minutes[at]) else to_the_minute(figures[at], language)
        for at in page
    ]
    if len(page) < len(figures):
        cells.append(to_the_minute(sum(figures) - sum(figures[at] for at in page), language))
    return [*cells, to_the_minute(total, language)]


def stated_minutes(minutes: float) -> int:
    """Return the minutes that a time of the list is shown as: to five of them from an hour on, however long it is.

    Whoever knows three people of 1 h 30 min a day looks for 22 h 30 min.
    """
    step = 1 if minutes < _HOUR else int(_FIVE)
    return step * math.floor(minutes / step + 0.5)


def _as_read(minutes: Sequence[float], *, stated: bool) -> list[float]:
    return [float(stated_minutes(one) if stated else shown_minutes(one)) for one in minutes]


def sum_as_read(minutes: Sequence[float]) -> float:
    """Return what the parts of a total come to as each of them reads everywhere: for a table that stands beside another
    of the same parts, where a part that did not change must read alike in both."""
    return float(sum(shown_minutes(one) for one in minutes if not math.isnan(one)))


def added_minutes(minutes: Sequence[float], whole: float | None = None, *, stated: bool = False) -> list[float]:
    """Return what the cells of such a column are shown as, in minutes.

    Each part reads as it does on every other page. What then lacks to the total, as that is written, goes to the parts
    that were rounded most the other way: long ones by five minutes, short ones by one. (A total of 20 hours or
    more is written to the hour, its parts are not: half an hour in twenty at most.)

    :param stated: whether the minutes are the list's own: those and their total are written as :func:`stated_minutes`
        says, for what somebody wrote must be found again.
    """
    known = np.array([0.0 if math.isnan(one) else float(one) for one in minutes])
    total = _as_read([float(known.sum())], stated=stated)[0] if whole is None else whole
    figures = np.array(_as_read(known.tolist(), stated=stated), dtype="float64")
    return [*_made_to_add_up(figures, known, round(total - float(figures.sum()))).tolist(), total]


def _borne_by_others(
    figures: Sequence[float], as_read: Sequence[float], minutes: Sequence[float], page: range, total: float
) -> list[float]:
    """Return figures of which those of this page are as they read everywhere, if the others can bear the difference."""
    others = [at for at in range(len(figures)) if at not in page]
    exact = sum(minutes[at] for at in others if not math.isnan(minutes[at]))
    rest = total - sum(as_read[at] for at in page)
    if not others or abs(rest - exact) > _LITTLE * exact:
        return list(figures)
    kept = [as_read[at] if at in page else 0.0 for at in range(len(figures))]
    kept[others[0]] = rest
    return kept


def _made_to_add_up(figures: FloatArray, known: FloatArray, lacking: int) -> FloatArray:
    """Return figures that come to ``lacking`` minutes more (or fewer): those least off by it take one step each."""
    figures = figures.copy()
    while lacking:
        sign = 1 if lacking > 0 else -1
        free = (known > 0) & (figures + sign >= 0)
        steps = np.where(figures >= _HOUR, _FIVE, 1.0)
        off = np.abs(figures + sign * steps - known)
        able = free & (steps <= abs(lacking)) & (off <= _LITTLE * known)
        if not able.any():  # rather a long one to the minute than a short one by half
            if not free.any():
                break
            steps = np.ones_like(figures)
            off = np.abs(figures + sign - known)
            share = off / np.maximum(known, 1.0)
            able = free & (share <= max(_LITTLE, 2 * float(share[free].min())))
            off = share  # the longest first
        order = [at for at in np.argsort(off / steps, kind="stable") if able[at]]
        chosen = order[: int(np.searchsorted(np.cumsum(steps[order]), abs(lacking), side="right"))]
        figures[chosen] += sign * steps[chosen]
        lacking -= sign * round(float(steps[chosen].sum()))
    return figures


def added_money(amounts: Sequence[float], currency: str, language: str, shown: slice) -> list[str]:
    """Return the cells of a column of money, and the one of its total below them, as it reads on its card.

    A total is written to two digits, its parts to one more: they bear the difference in proportion (at most 5 per
    cent, where the total is just above a power of ten).

    :param amounts: of each row, 0 or more.
    :param shown: the rows of this page; those of the other pages stand in one cell above the total.
    """
    exact, total = sum(amounts), shown_money(sum(amounts))
    parts = [amount * total / exact if exact else 0.0 for amount in amounts]
    figures = rounded_parts(parts, max(1, money_step(exact) // 10))
    cells = figures[shown]
    if len(cells) < len(figures):
        cells = [*cells, total - sum(cells)]
    return [format_exact_money(cell, currency, language) for cell in [*cells, total]]


def added_shares(parts: Sequence[float], language: str) -> list[str]:
    """Return what share of their sum each part is, as percentages that add up to 100 as they are shown.

    :param parts: of one whole, 0 or more; "–" where there is none.
    """
    whole = sum(parts)
    if whole <= 0:
        return ["–"] * len(parts)
    return [format_share(share, language) for share in rounded_parts([part / whole for part in parts], _PERCENT)]
