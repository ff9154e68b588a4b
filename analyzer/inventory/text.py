"""Texts and numbers as people type them: cleaning what is kept, folding what is compared, reading a number."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufffc\ufffd]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control marks, and halves of letters that stand alone, which no file can be written with."""

_SPACES = re.compile(r"\s+")
_NOT_ASCII = re.compile("[^\x00-\x7f]+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_NO_SUCH = b"\x00"
"""No letter of a clean text."""

_FRACTIONS = {"½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3"}
_LIKE = str.maketrans(
    {
        **dict.fromkeys("’‘´`ʼ′", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("×✕✖", "x"),
        "″": "''",
        "”": '"',
        "“": '"',
        "œ": "oe",
        "æ": "ae",
        **dict(zip("łøđðıŧħ", "loddith", strict=True)),
        "ß": "ss",
        "þ": "th",
        "≈": "~",
        "≃": "~",
        "≤": "<",
        "≥": ">",
        **_FRACTIONS,
    }
)

NUMBER = r"\d+(?:[.,]\d+)?"
"""Pattern of an unsigned number without thousands separators, decimal point or comma."""

MOST = 1e15
"""What larger numbers are read as: no time is near it, and products of it are still numbers."""

LONGEST_TEXT = 200
"""Letters of a cell up to which it is read as a time; what is longer is prose."""

_GROUPED = re.compile(r"(?<![\d.,])(\d{1,3})((?:[ '.,]\d{3})+)(?![\d]|[.,]\d{3})")
_AMBIGUOUS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])")

NUMBER_WORDS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
"""Small numbers in words, both languages, folded."""

_DOZENS = {
    "dizaine": "10", "douzaine": "12", "quinzaine": "15", "vingtaine": "20", "trentaine": "30", "quarantaine": "40",
    "cinquantaine": "50", "centaine": "100",
}  # fmt: skip
_DOZEN = re.compile(rf"\b(?:une )?({'|'.join(_DOZENS)}) (?:de |d')(?!jour)|\b(?:une )?(dizaine|vingtaine|trentaine)\b")
_BY_COUNT = (
    (re.compile(r"\bhalf a dozen\b"), "6"),
    (re.compile(r"\b(?:an? |one )?dozen(?: of)?\b"), "12"),
    (re.compile(r"\b(?:a |one )?couple (?:of )?(?=\w)"), "2 "),
)
_TENS_AND_ONES = re.compile(
    r"\b(vingt|trente|quarante|cinquante|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?: et |[- ])"
    r"(une?|deux|trois|quatre|cinq|six|sept|huit|neuf|one|two|three|four|five|seven|eight|nine)\b"
)
_NUMBER_WORD = re.compile(r"\b(" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r")\b")


def alternatives(words: str) -> str:
    """Return the inside of a pattern that matches any of the words (or small patterns) of a text."""
    return "|".join(words.split())


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text, for vocabularies that are read more easily as one."""
    return frozenset(words.split())


def clean(text: str) -> str:
    """Return ``text`` as it is kept: composed letters, no invisible or control marks, single spaces, no outer space.

    Line breaks become spaces. Formulas and markup stay as the plain text they are.
    """
    if text.isprintable() and "  " not in text and (text.isascii() or _is_plain(text)):
        return text.strip()
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return _SPACES.sub(" ", _CONTROL.sub("", text)).strip()


def _is_plain(text: str) -> bool:
    """Say whether a printable text is composed and holds none of the few printable signs that are taken out."""
    try:
        text.encode("latin-1")  # of its printable letters none is in parts or taken out: the quickest way to tell
    except UnicodeEncodeError:
        return unicodedata.is_normalized("NFC", text) and _INVISIBLE.search(text) is None
    return True


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return ``text`` as it is compared: clean, lower case, without accents, one kind of apostrophe, dash and cross.

    The fractions ½ ¼ ¾ ⅓ ⅔ come out as "1/2" and so on, with a space before them.
    """
    text = clean(text).lower()
    if text.isascii():
        return text
    try:
        plain = text.encode("latin-1").translate(_latin_letters())
    except UnicodeEncodeError:
        plain = _NO_SUCH
    if _NO_SUCH not in plain:
        return plain.decode("latin-1")
    return _SPACES.sub(" ", _NOT_ASCII.sub(_plain_letters, text)).strip()


@cache
def _latin_letters() -> bytes:
    """Return what each letter of Latin-1 is folded to; :data:`_NO_SUCH` for one that becomes several."""
    folded = [_without_accents(chr(code)) for code in range(128, 256)]
    plain = (letters.encode("latin-1") if len(letters) == 1 else _NO_SUCH for letters in folded)
    return bytes(range(128)) + b"".join(plain)


def _plain_letters(match: re.Match[str]) -> str:
    return _without_accents(match.group())


@lru_cache(maxsize=4096)
def _without_accents(letters: str) -> str:
    """Return a few letters that stand together without accents; remembered, for there are few such groups."""
    return _ACCENTS.sub("", unicodedata.normalize("NFD", letters.translate(_LIKE)))


def spell_out(folded: str) -> str:
    """Return a folded text with its small number words as digits ("deux fois" -> "2 fois", "une vingtaine" -> "20")."""
    folded = _TENS_AND_ONES.sub(lambda match: str(NUMBER_WORDS[match.group(1)] + NUMBER_WORDS[match.group(2)]), folded)
    folded = _DOZEN.sub(lambda match: _DOZENS[match.group(1) or match.group(2)] + " ", folded)
    for pattern, digits in _BY_COUNT:
        folded = pattern.sub(digits, folded)
    return _NUMBER_WORD.sub(lambda match: str(NUMBER_WORDS[match.group(1)]), folded)


def join_thousands(folded: str) -> str:
    """Return a folded text with the thousands separators of its numbers taken out ("1 200" and "1,200" -> "1200").

    A group of exactly three digits after a space, apostrophe, point or comma is read as thousands, unless the number
    begins with 0 ("0,250"); :func:`has_ambiguous_number` tells where that was a choice.
    """

    def joined(match: re.Match[str]) -> str:
        head, groups = match.groups()
        return match.group() if head == "0" else head + re.sub(r"\D", "", groups)

    return _GROUPED.sub(joined, folded)


def has_ambiguous_number(text: str) -> bool:
    """Say whether a number in ``text`` could be thousands in one language and decimals in the other ("1,200")."""
    return _AMBIGUOUS.search(text) is not None


def to_float(digits: str) -> float:
    """Return the value of what :data:`NUMBER` matched, :data:`MOST` at most."""
    return min(float(digits.replace(",", ".")), MOST)


def parse_number(text: str) -> float | None:
    """Return the number that ``text`` is, or None if it is anything else.

    Decimal comma or point, thousands by space, apostrophe, comma or point, a sign, and the letter k for thousands are
    understood ("1 200", "1.200,5", "1,200.5", "-3", "12k").
    """
    folded = join_thousands(fold(text))
    match = re.fullmatch(rf"([+-]?)\s*({NUMBER}|[.,]\d+)\s*(k?)", folded)
    if match is None:
        return None
    value = min(to_float(match.group(2)) * (1000 if match.group(3) else 1), MOST)
    return -value if match.group(1) == "-" else value
