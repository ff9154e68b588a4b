"""Task texts as the encoder reads them: cleaned, and compared without regard to how they were typed."""

from __future__ import annotations

import html
import re
import unicodedata
from itertools import filterfalse

MAX_CHARACTERS = 600
"""Longest task text that is read; what follows is cut off (the encoder itself reads its first 96 pieces)."""

_MARKUP = re.compile(r"<[^<>]{0,200}>")
# "M." is no list mark but a French title.
_LIST_MARK = re.compile(r"^\s*(?:[-–—•*·▪◦‣>]+|\(?\d{1,3}[.)]|[a-zA-Z]\)|[a-zA-LN-Z]\.)\s+")
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w]+")


def clean(text: str) -> str:
    """Return the text without markup, control and zero-width characters, list marks and doubled spaces.

    :param text: any text, of any length.
    :returns: at most :data:`MAX_CHARACTERS` characters; "" if nothing readable is left.
    """
    text = unicodedata.normalize("NFKC", html.unescape(text[: 4 * MAX_CHARACTERS]))
    text = _MARKUP.sub(" ", text)
    if not text.isprintable():  # hardly any text, and looking at each of its characters takes longest
        text = "".join(map(_readable, text))
    return _SPACES.sub(" ", _LIST_MARK.sub("", text)).strip()[:MAX_CHARACTERS]


def comparison_key(text: str) -> str:
    """Return the text in lower case without accents and punctuation, so that the same words compare equal."""
    decomposed = unicodedata.normalize("NFKD", clean(text).casefold())
    plain = "".join(filterfalse(unicodedata.combining, decomposed))
    return _NOT_WORD.sub(" ", plain).strip()


def _readable(character: str) -> str:
    """Return a character, or what stands for one that is never part of a word."""
    # Cf holds zero-width and direction marks, Cc control characters.
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "" if category in ("Cf", "Co", "Cs") else character
