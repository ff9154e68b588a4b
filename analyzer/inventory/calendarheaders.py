"""Headers that are a day of the week, a month or a quarter of the year, in French and English."""

from __future__ import annotations

import re

from analyzer.inventory.calendarwords import MONTH_NAMES
from analyzer.inventory.text import fold

WEEKDAY = "weekday"
"""A header that is a day of the week."""

MONTH, QUARTER = "month_of_year", "quarter_of_year"
"""Headers that are a month ("Janv.", "March 2026") or a quarter ("T1", "Q3")."""

COMES_BACK = {WEEKDAY: "week", MONTH: "year", QUARTER: "year"}
"""The period in which each of them comes back."""

_MARCH = r"mar(?:s|ch)?"
_YEAR = r"\.?(?:[ '/-]*(?:20)?\d\d)?"
_PATTERNS = {
    WEEKDAY: re.compile(
        r"(?:lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?"
        r"|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?"
    ),
    MONTH: re.compile(rf"(?:{MONTH_NAMES}|{_MARCH}|sep){_YEAR}"),
    QUARTER: re.compile(
        r"(?:[tq] ?[1-4]|(?:trimestre|quarter) [1-4]|(?:1er|[2-4]e(?:me)?) trimestre|(?:1st|2nd|3rd|4th) quarter)"
        rf"{_YEAR}"
    ),
}


def calendar_kind(folded: str) -> str | None:
    """Return :data:`WEEKDAY`, :data:`MONTH` or :data:`QUARTER` for a folded header that is nothing else, else None.

    "Mar" is a day here: only the other months beside it make it one (:func:`is_march`).
    """
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.fullmatch(folded)), None)


def is_march(header: str) -> bool:
    """Say whether a header can be the third month: "Mar" alone is "mardi" as well."""
    return re.fullmatch(_MARCH + _YEAR, fold(header)) is not None
