"""Measured minutes as people write them without a header line: "20 min before, 12 min after", "1 h 30 → 45 min".

A line holds two quantities, the first before and the second after unless words say otherwise; a week before them is the
period. What is not plainly that is refused: a wrong pair would move every later estimate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.errors import UsageError

_QUANTITY = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*"
    r"(h(?:(?:eures?|ours?|rs?)\b)?(?:\s*\d{1,2}(?!\d|[.,]\d)(?:\s*(?:min(?:ute)?s?|mn)\b)?)?"
    r"|min(?:ute)?s?\b|mn\b|['’′]|sec(?:onde?)?s?\b|s\b)?",
    re.IGNORECASE,
)
_BEFORE, _AFTER = (re.compile(rf"\b({words})\b", re.IGNORECASE) for words in ("before|avant", "after|apr[eè]s"))
_PERIOD = re.compile(r"\b(?:week|wk|w|semaine|sem|s)\.?\s*\d{1,2}\b(?!\s*(?:[.,]\d|h|min))", re.IGNORECASE)
_SIGNED = re.compile(r"(?:^|[;:=(,]\s*|\b(?:before|avant|after|apr[eè]s|de|from|to|à)\s+)[-−–]\s*\d", re.IGNORECASE)


@dataclass(frozen=True)
class SaidPair:
    """What one line says: the texts of two quantities, what is written beside them, and their period."""

    before: str
    after: str
    beside: str
    period: str | None


def joined_lines(lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Put a line that says only the time before together with the next one, which says the time after."""
    joined: list[tuple[int, str]] = []
    for number, line in lines:
        alone = bool(joined) and bool(_BEFORE.search(joined[-1][1])) and not _AFTER.search(joined[-1][1])
        if alone and _AFTER.search(line) and not _BEFORE.search(line):
            joined[-1] = (joined[-1][0], f"{joined[-1][1]} ; {line}")
        else:
            joined.append((number, line))
    return joined


def said_pair(number: int, line: str) -> SaidPair:
    """Return the two quantities of a line.

    :param number: its place in the block, for the sentence.
    :raises UsageError: if there are not two, or a sign or a percentage stands among them.
    """
    text = re.sub(r"[\t|]", " ; ", line).strip(" ;")
    period = _PERIOD.search(text)
    rest = text if period is None else text[: period.start()] + text[period.end() :]
    found = list(_QUANTITY.finditer(rest))
    words = sorted(
        (match.start(), name)
        for name, word in (("before", _BEFORE), ("after", _AFTER))
        for match in word.finditer(rest)
    )
    order = [name for _, name in words]
    if len(found) != 2 or len(order) not in (0, 2) or len(set(order)) != len(order) or _odd(rest):
        raise UsageError(
            "Line {line}: the minutes before and after of a case are not plain: write them as “20 min before, 12 min "
            "after”, or name the columns in a header line.",
            line=number,
        )
    first, second = (match.group().strip() for match in found)
    if found[0].group(2) is None and found[1].group(2) is not None:
        # "From 20 to 12 minutes", "1 to 0.5 hours": the unit is said once, at the end.
        unit = re.sub(r"\d.*", "", found[1].group(2))
        first = f"{first} {unit}"
    if order == ["after", "before"]:
        first, second = second, first
    beside = _QUANTITY.sub(" ", rest)
    return SaidPair(first, second, re.sub(r"\s+", " ", beside).strip(), None if period is None else period.group())


def _odd(text: str) -> bool:
    return "%" in text or bool(_SIGNED.search(text))
