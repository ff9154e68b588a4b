"""Money and months as readers see them: no finer than they are known."""

from __future__ import annotations

import math

from babel.numbers import format_decimal

from analyzer.i18n import translate, translate_plural
from analyzer.numbers import MINUS, NO_BREAK, format_number, format_share
from analyzer.opportunity.costs import Amount
from analyzer.opportunity.returns import LONGEST_PAYBACK

_SIGNS = {"EUR": "€", "GBP": "£"}
_FINE_UP_TO = 100.0
"""Up to 100 an amount is written to the unit; above, two digits are all that a range supports."""


def format_money(amount: float, currency: str, language: str) -> str:
    """Return an amount with two significant digits ("€58,000", "58 000 €").

    :param currency: "EUR" or "GBP".
    """
    return _with_sign(shown_money(amount), "#,##0", currency, language)


def shown_money(amount: float) -> int:
    """Return the amount that :func:`format_money` writes."""
    step = money_step(amount)
    return round(amount / step) * step


def money_step(amount: float) -> int:
    """Return the least difference that an amount is written to."""
    return 10 ** (math.floor(math.log10(abs(amount))) - 1) if abs(amount) >= _FINE_UP_TO else 1


def currency_sign(currency: str) -> str:
    """Return the sign of a currency, for the head of a column."""
    return _SIGNS[currency]


def format_exact_money(amount: float, currency: str, language: str) -> str:
    """Return a unit price as it was entered, cents where there are any ("€38.70")."""
    return _with_sign(amount, "#,##0" if float(amount).is_integer() else "#,##0.00", currency, language)


def money_range(amount: Amount, currency: str, language: str) -> str:
    """Return the ends of a range of money ("€39,000 to €130,000")."""
    low, high = (format_money(end, currency, language) for end in (amount.low, amount.high))
    return low if low == high else translate("{low} to {high}", language, low=low, high=high)


def format_months(months: float, language: str) -> str:
    """Return a number of months; beyond ten years it is not said when."""
    if months > LONGEST_PAYBACK:
        return translate("not within ten years", language)
    shown = format_number(months, language, 0 if months >= 3 else 1)
    return translate_plural("{number} month", "{number} months", 1 if months < 1.5 else 2, language, number=shown)


def months_range(months: Amount, language: str) -> str:
    """Return the ends of a range of months ("7 to 29 months")."""
    low, high = format_months(months.low, language), format_months(months.high, language)
    if low == high:
        return low
    if months.high > LONGEST_PAYBACK:
        high = translate("more than ten years", language)
    elif months.low >= 3:
        low = format_number(months.low, language, 0)
    return translate("{low} to {high}", language, low=low, high=high)


def format_return(share: float, language: str) -> str:
    """Return a return as a percentage of what was spent ("365%"); without a limit where nothing was spent."""
    if math.isinf(share):
        return translate("nothing to spend", language) if share > 0 else translate("nothing comes back", language)
    return format_share(round(share, 1) if abs(share) >= 1 else share, language).replace("-", MINUS)


def return_range(share: Amount, language: str) -> str:
    """Return the ends of a range of returns."""
    low, high = format_return(share.low, language), format_return(share.high, language)
    return low if low == high else translate("{low} to {high}", language, low=low, high=high)


def format_adoption(share: float, language: str) -> str:
    """Return an adoption as a percentage; above 100 % it cannot be reached."""
    return format_share(share, language) if share <= 1 else translate("out of reach", language)


def adoption_range(share: Amount, language: str) -> str:
    """Return the ends of a range of adoptions."""
    low, high = format_adoption(share.low, language), format_adoption(share.high, language)
    if low == high:
        return low
    if share.high > 1 >= share.low:
        return translate("{low} at best, out of reach at worst", language, low=low)
    return translate("{low} to {high}", language, low=low, high=high)


def _with_sign(amount: float, pattern: str, currency: str, language: str) -> str:
    """Return a number with its currency's sign where the language puts it; the CLDR writes "£GB" in French, which
    nobody does."""
    minus = MINUS if amount < 0 else ""
    number, sign = format_decimal(abs(amount), format=pattern, locale=language), _SIGNS[currency]
    return f"{minus}{sign}{number}" if language == "en" else f"{minus}{number}{NO_BREAK}{sign}"
