"""A quick look at the words of a text: most texts hold nothing that makes a closer look for personal data worth it."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from analyzer.inventory.personal.addresses import WAY_WORD
from analyzer.inventory.personal.lexicon import folded, lexicon
from analyzer.inventory.personal.numbers import CUSTOMERS_WORD, PERSONS_WORD
from analyzer.inventory.personal.small import ASKS
from analyzer.inventory.text import word_set

NAME, WAY, PERSON_NUMBER, _ADDRESSED, _CUSTOMER, _NUMBERED = 1, 2, 4, 8, 16, 32
"""What a word may announce: a name, a postal address, the number of a person."""

_WORD = re.compile(r"[^\W\d_]+")
_TWO_CAPITALS = re.compile(r"[ (][A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ][\w'’-]+ [A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ]")
_NUMBER_WORDS = word_set("n no nos numero numeros number numbers id")


def marks_of(text: str, known: Collection[str] = ()) -> int:
    """Return what the words of a text announce, the bits :data:`NAME`, :data:`WAY` and :data:`PERSON_NUMBER` added up.

    :param text: one cell.
    :param known: folded names that are surely persons'.
    """
    marks = 0
    words = _WORD.findall(text)
    for mark in set(map(_marks, words)):
        marks |= mark
    if marks & _ADDRESSED and not marks & NAME and _TWO_CAPITALS.search(text):
        marks |= NAME  # "appeler Zubaïda Kharroubi", whom no list knows
    if marks & _CUSTOMER and (marks & _NUMBERED or "#" in text):
        marks |= PERSON_NUMBER
    if known and not marks & NAME and any(folded(word) in known for word in words):
        marks |= NAME
    return marks


@lru_cache(maxsize=1 << 16)
def _marks(word: str) -> int:
    """Return what one word announces; remembered, for the words of a list of tasks repeat."""
    return (
        (NAME if _may_be_named(word) else 0)
        | (WAY if WAY_WORD.fullmatch(word) else 0)
        | (PERSON_NUMBER if PERSONS_WORD.search(word) else 0)
        | (_ADDRESSED if folded(word) in lexicon().around["person_before"] else 0)
        | (_CUSTOMER if CUSTOMERS_WORD.search(word) else 0)
        | (_NUMBERED if folded(word) in _NUMBER_WORDS else 0)
    )


def _may_be_named(word: str) -> bool:
    words, low = lexicon(), folded(word)
    if low in ASKS:
        return True  # what stands behind is somebody, though it is a word: "ask mark in the warehouse"
    if low in ("famille", "chez") or low in words.around["person"] or words.is_small_name(low):
        return True
    if not word[0].isupper():
        return words.is_small_surname(low)
    named = low in words.given or low in words.surnames or low in words.word_surnames
    return named or len(word) == 1 or low.removesuffix("s") in words.surnames
