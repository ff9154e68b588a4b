"""Words that writers of lists clip ("cdes fourn.", "chk supp. inv"), written out before the encoder reads them.

The encoder has met the frequent ones, but takes others for something else: "passer les cdes de réappro" for work by
hand (47 instead of 90 out of 100), "chk supp inv" for a repair. Only what stands for one word in French and English
together is listed (``workwords/shorthand.csv``, judgement); acronyms, and clipped words that the encoder has met six
times in training, are not. Where words of the calibration functions are clipped by the list, the rank correlation of
repetitiveness falls from .850 to .834 (105 French tasks) and from .815 to .779 (91 English ones); written out, it is
what it was.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

_SUCH = re.compile(r"\s+(?:qu|l)", re.IGNORECASE)
""" "Tel que", "tel quel", "tel l'inventaire": no telephone."""

_LISTED = Path(__file__).parent / "workwords" / "shorthand.csv"


def written_out(text: str) -> str:
    """Return the text with clipped words written out; the stop that may end one goes with it.

    A word in capitals among others is an acronym and stays ("MAJ" stays, "Maj" and "maj" do not).

    :param text: a cleaned text in small letters but for names and acronyms
        (:func:`analyzer.scoring.typing_habits.usually_typed`).
    """
    pattern, long = _listed()
    return pattern.sub(lambda found: _instead(found, long), text)


def _instead(found: re.Match[str], long: dict[str, str]) -> str:
    short = found["short"]
    if short.isupper() or (short.lower() == "tel" and _SUCH.match(found.string, found.end())):
        return found[0]
    word = long[short.lower()]
    return word[:1].upper() + word[1:] if short[0].isupper() else word


@cache
def _listed() -> tuple[re.Pattern[str], dict[str, str]]:
    with _LISTED.open(encoding="utf-8", newline="") as handle:
        long = {row["short"]: row["long"] for row in csv.DictReader(handle)}
    longest_first = sorted(long, key=len, reverse=True)
    parts = "|".join(re.escape(short) + (r"(?!\w)" if short[-1].isalnum() else "") for short in longest_first)
    return re.compile(rf"(?<![\w/])(?P<short>{parts})(?:\.(?=\s|$|[,;/)]))?", re.IGNORECASE), long
