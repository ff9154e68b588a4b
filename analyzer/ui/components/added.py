"""Minutes in a column of a table that adds up as it is shown, down to the last digit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analyzer.numbers import format_duration, format_share, shown_minutes, to_the_minute
from analyzer.opportunity import rounded_parts
from analyzer.report.money_words import format_exact_money, money_step, shown_money

if TYPE_CHECKING:
    from collections.abc import Sequence

_PERCENT = 0.01
_FIVE = 5.0
"""The least number of minutes that a column of an hour or more shows: what a duration of some hours is written to."""


def added(minutes: Sequence[float], language: str, shown: slice | None = None, whole: float | None = None) -> list[str]:
    """Return the cells of a column, and the one of its total below them: the total as it reads everywhere.

    :param minutes: of each row; what is not known counts for nothing and is said to be unknown.
    :param shown: the rows of this page, all if absent; those of the other pages stand in one cell above the total.
    :param whole: what the total is shown as where it was opened from, in minutes.
    """
    *figures, total = added_minutes(minutes, whole)
    page = range(len(figures))[shown or slice(None)]
    cells = [
        format_duration(None, language) if math.isnan(minutes[at]) else to_the_minute(figures[at], language)
        for at in page
    ]
    if len(page) < len(figures):
        cells.append(to_the_minute(sum(figures) - sum(figures[at] for at in page), language))
    return [*cells, to_the_minute(total, language)]


def added_minutes(minutes: Sequence[float], whole: float | None = None) -> list[float]:
    """Return what the cells of such a column are shown as, in minutes.

    A total of 20 hours or more is written to the hour, its parts are not: all of them bear the difference, in
    proportion (at most half an hour in twenty, 2.5 per cent). Parts are written to five minutes, or to the minute where
    one of a minute or more would else be shown as nothing.
    """
    known = [0.0 if math.isnan(one) else float(one) for one in minutes]
    exact = sum(known)
    total = shown_minutes(exact) if whole is None else whole
    parts = [part * total / exact if exact else 0.0 for part in known]
    coarse = rounded_parts(parts, _FIVE)
    vanished = any(part >= 1 and not figure for part, figure in zip(parts, coarse, strict=True))
    figures = rounded_parts(parts, 1.0) if total < 60 or total % _FIVE or vanished else coarse
    return [*figures, total]


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
