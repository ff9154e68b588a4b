"""One time in two columns, its least and its most: "Durée min" and "Durée max", "Shortest time", "Longest time"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.inventory.headers import read_header
from analyzer.inventory.problems import Problem
from analyzer.inventory.text import fold

if TYPE_CHECKING:
    from analyzer.inventory.columnmatch import ColumnMatch

_LEAST = re.compile(
    r"\b(?:mini(?:mum|male?)?|min|least|lowest|low|basse?|shortest|plus court\w*|au moins|at least|from)\b\.?"
)
_MOST = re.compile(
    r"\b(?:maxi(?:mum|male?)?|max|most|highest|high|haute?|longest|plus long\w*|au plus|at most|to)\b\.?"
)
_TIMES = ("minutes_per_occurrence", "minutes_per_week")


def with_ranges(matches: Sequence[ColumnMatch], problems: list[Problem]) -> list[ColumnMatch]:
    """Return the matches with two columns joined whose headers differ by a word for the least and one for the most.

    The column of the least holds that of the most as its ``upper``; a row's time is a range from the one to the other.
    "Min" is no unit there: unit and period come from the rest of the header.

    :param matches: what the headers propose.
    :param problems: what is told is added here.
    """
    result = list(matches)
    least = [(match, rest) for match in matches if (rest := _without(_LEAST, match.header))]
    for upper in matches:
        others = _without(_MOST, upper.header)
        lower, common = next(
            ((match, shared) for match, rest in least if match is not upper and (shared := rest & others)),
            (None, set()),
        )
        meaning = read_header(min(common)) if common else None
        if lower is None or meaning is None or meaning.field not in _TIMES:
            continue
        if any(match.corrected and match.field != meaning.field for match in (lower, upper)):
            continue
        first, last = (
            replace(
                match,
                field=meaning.field,
                confidence=max(meaning.confidence, lower.confidence),
                unit=meaning.unit,
                period=meaning.period,
            )
            for match in (lower, upper)
        )
        most = replace(last, is_upper=True)
        result[lower.position], result[upper.position] = replace(first, upper=most), most
        problems.append(Problem("range_in_columns", facts={"header": lower.header, "other": upper.header}))
    return result


def _without(word: re.Pattern[str], header: str) -> set[str]:
    """Return what a header is without one word, for each such word in it: "min" is a unit, too ("Temps min (min)")."""
    folded = fold(header)
    rests = {f"{folded[: found.start()]} {folded[found.end() :]}" for found in word.finditer(folded)}
    return {" ".join(rest.split()) for rest in rests} - {""}
