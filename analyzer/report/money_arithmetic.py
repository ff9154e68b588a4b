"""The arithmetic behind the money: each figure in the sums that it comes from, down to the currency unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analyzer.i18n import translate
from analyzer.numbers import format_number, format_share
from analyzer.opportunity.returns import MONTHS, paced_months
from analyzer.report import money_words as words

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.opportunity.cash import CashFlow
    from analyzer.opportunity.money import Money

_TOP_ADOPTION = 1.0


def arithmetic(money: Money, cash: CashFlow | None, language: str) -> list[str]:
    """Return how the central figures of the money come about, one sentence each; none where nothing is counted.

    :param cash: of the roadmap; ``None`` if it builds nothing.
    """
    case = money.total
    if case is None:
        return []
    value, build, run, net = (getattr(case, name).central for name in ("value", "build", "run", "net"))
    in_use = paced_months(money.pace, MONTHS)
    freed, spent = value / 12 * in_use, build + run / 12 * MONTHS
    told = [] if cash is None else [_paid_back(cash, language)]
    told.append(
        translate(
            "Three-year return: {value} a year ÷ 12 × {months} months at full pace (of 36, by the ramp-up) = {freed}; "
            "less {run} a year × 3 and {build} to build leaves {net}; {net} ÷ {build} = {share}.",
            language,
            months=format_number(in_use, language, 1),
            freed=_exact(freed, money, language),
            net=_exact(net, money, language),
            share=words.format_return(case.three_year_return.central, language),
            **_amounts(money, language),
        )
    )
    told.append(
        translate(
            "Doing nothing: ({value} − {run}) ÷ 12 = {waiting} a month.",
            language,
            waiting=_exact(case.waiting.central, money, language),
            **_amounts(money, language),
        )
    )
    told.append(
        translate(
            "Break-even: at an adoption of {adoption} the three years free {freed} and cost {build} + {run} × 3 = "
            "{spent}; {adoption} × {spent} ÷ {freed} = {needed}.",
            language,
            adoption=format_share(money.adoption, language, 1),
            freed=_exact(freed, money, language),
            spent=_exact(spent, money, language),
            needed=format_share(case.break_even.central, language, 1)
            if case.break_even.central <= _TOP_ADOPTION
            else words.format_adoption(case.break_even.central, language),
            **_amounts(money, language),
        )
    )
    return told


def _amounts(money: Money, language: str) -> dict[str, str]:
    assert money.total is not None, "asked for only where something is counted"
    return {name: _exact(getattr(money.total, name).central, money, language) for name in ("value", "build", "run")}


def _exact(amount: float, money: Money, language: str) -> str:
    return words.format_exact_money(round(amount), money.costs.currency, language)


def _paid_back(cash: CashFlow, language: str) -> str:
    """Say in which month the sum rises above nothing for good, and how far into it."""
    months, currency = months_as_shown(cash), cash.costs.currency
    so_far = months["so_far"].to_numpy()
    below = np.flatnonzero(so_far < 0)
    deepest = int(so_far.argmin())
    facts = {
        "lowest": words.format_exact_money(min(0, int(so_far[deepest])), currency, language),
        "bottom": deepest + 1,
        "last": words.format_exact_money(int(so_far[-1]), currency, language),
    }
    if not len(below) or below[-1] == len(so_far) - 1:
        return translate(
            "Along the roadmap: the sum of all months is lowest after month {bottom}, {lowest}, and {last} after month "
            "36.",
            language,
            **facts,
        )
    month = int(below[-1])
    return translate(
        "Along the roadmap: the sum of all months is lowest after month {bottom}, {lowest}; after month {month} it is "
        "still {missing}, and month {next} leaves {left}: paid back after {month} + {short} ÷ {left} = {months} "
        "months; {last} are left after month 36.",
        language,
        month=month + 1,
        next=month + 2,
        missing=words.format_exact_money(int(so_far[month]), currency, language),
        short=words.format_exact_money(-int(so_far[month]), currency, language),
        left=words.format_exact_money(int(months["left"].iloc[month + 1]), currency, language),
        months=format_number(cash.payback.central, language, 1),
        **facts,
    )


def months_as_shown(cash: CashFlow) -> pd.DataFrame:
    """Return the months of a roadmap's money in whole units that add up as they are shown.

    :returns: one row a month: ``month``, ``saved``, ``running``, ``building``, ``left`` (saved - running - building)
        and ``so_far`` (the sum of what is left). What rounding leaves over comes in with a later month.
    """
    months = cash.months[["month"]].copy()
    for name in ("saved", "running", "building"):
        # Rounded where they stand in the sum so far, so that no month's rounding adds up to more than one unit.
        so_far = np.round(cash.months[name].cumsum().to_numpy(dtype="float64"))
        months[name] = np.diff(so_far, prepend=0.0).astype("int64")
    months["left"] = months["saved"] - months["running"] - months["building"]
    months["so_far"] = months["left"].cumsum()
    return months
