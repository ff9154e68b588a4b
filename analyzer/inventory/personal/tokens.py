"""A text as words with what their letters look like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from analyzer.inventory.personal.lexicon import folded

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ELISION = re.compile(r"(?:[dlnsjcmt]|qu|jusqu|lorsqu|puisqu)['’](?=[^\W\d_])", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’][sS]$")

LOWER, CAPITAL, UPPER, LETTER = "lower", "capital", "upper", "letter"


@dataclass(slots=True)
class Token:
    """One word.

    :param text: as written, without elided article before and possessive behind.
    :param low: folded.
    :param shape: lower, capital (first letter), upper (all, two at least) or letter (one capital).
    :param elided: the elided article before it ("d'"), "" if none.
    :param whole_start: where it begins with its elided article.
    :param possessive: whether "'s" stands behind.
    """

    text: str
    low: str
    start: int
    end: int
    shape: str
    elided: str = ""
    whole_start: int = 0
    possessive: bool = False


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text in order."""
    return [_token(match.group(), match.start()) for match in _WORD.finditer(text)]


def _token(word: str, start: int) -> Token:
    text, low, shape, elided, before, possessive = _parts(word)
    begin = start + before
    return Token(text, low, begin, begin + len(text), shape, elided, start, possessive)


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> tuple[str, str, str, str, int, bool]:
    """Return text, low, shape, elided article, its length and possessive of a word; remembered, for words repeat."""
    before, elided, possessive = 0, "", False
    if "'" in word or "’" in word:
        elision = _ELISION.match(word)
        if elision and word[0] not in "MN":  # "N'Diaye" and "M'Barek" are one word
            elided = folded(elision.group())
            before = elision.end()
            word = word[before:]
        shortened = _POSSESSIVE.sub("", word)
        possessive = shortened != word
        word = shortened or word
    if not word[0].isupper():
        shape = LOWER
    elif len(word) == 1:
        shape = LETTER
    elif word.isupper() or (word.startswith("Mc") and word[2:].isupper()):
        shape = UPPER
    else:
        shape = CAPITAL
    return word, folded(word), shape, elided, before, possessive
