"""A text as a line of words that may be exchanged, with all that stands between them kept as it was."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache

from analyzer.scoring.wording.files import small_words

WORD = re.compile(r"([^\W\d_]+)")
APOSTROPHES = ("'", "’")
_ELIDED = {"d": "de", "l": "le", "qu": "que", "jusqu": "jusque", "lorsqu": "lorsque", "puisqu": "puisque", "n": "ne"}
_JOINING = ("et", "ou", "and", "or")
_UNDECOMPOSED = str.maketrans("łøđıœæ", "lodioa")
_FRENCH = small_words("french")
_ENGLISH = small_words("english")
_VOWELS = ("a", "e", "i", "o", "u")
_MUTE_H = ("homm", "hote", "herit", "huiss", "habit", "hospital", "histor", "hygien", "honor")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the word in small letters without accents."""
    word = word.lower()
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word.translate(_UNDECOMPOSED))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def in_case_of(word: str, model: str) -> str:
    """Return ``word`` with a capital, or all in capitals, where ``model`` is."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def begins_with_vowel(word: str) -> bool:
    """Say whether French words are elided before the word: "l'homme", "le héros"."""
    plain = fold(word)
    return plain.startswith(_VOWELS) or plain.startswith(_MUTE_H)


class Table(dict[str, str]):
    """Entries of one or several words, each with what is read in its place; words are parted by spaces."""

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first word of each entry."""
        return frozenset(entry.split(" ", 1)[0] for entry in self)


class Line:
    """The words of a text and the gaps around them: ``gaps[i]`` stands before ``words[i]``, the last gap at the end."""

    def __init__(self, text: str) -> None:
        parts = WORD.split(text)
        self.gaps = parts[0::2]
        self.words = parts[1::2]
        self.lower = [word.lower() for word in self.words]
        self.changed = [False] * len(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def __str__(self) -> str:
        return "".join(gap + word for gap, word in zip(self.gaps, self.words, strict=False)) + self.gaps[-1]

    @cached_property
    def french(self) -> bool:
        """Whether the text's small words, or failing these its accents, are French."""
        balance = sum((word in _FRENCH) - (word in _ENGLISH) for word in self.lower)
        return balance > 0 or (balance == 0 and any(not word.isascii() for word in self.words))

    def put(self, at: int, word: str) -> None:
        """Exchange one word (the new one may hold a space or a hyphen)."""
        if word != self.words[at]:
            self.words[at] = word
            self.lower[at] = word.lower()
            self.changed[at] = True

    def cut(self, start: int, end: int) -> None:
        """Take words out, each with the gap before it (at the very beginning of the text: after it)."""
        first = 1 if start == 0 else start
        del self.gaps[first : first + end - start]
        del self.words[start:end], self.lower[start:end], self.changed[start:end]

    def drop(self, at: int) -> None:
        """Take one word out with the gap behind it."""
        del self.gaps[at + 1], self.words[at], self.lower[at], self.changed[at]

    def put_span(self, start: int, end: int, word: str) -> None:
        """Exchange the words from ``start`` to before ``end`` for one."""
        if end - start > 1:
            self.cut(start + 1, end)
        self.put(start, word)

    def before(self, at: int, distance: int = 1) -> str:
        """Return the word in small letters ``distance`` places before, or "" if there is none."""
        return self.lower[at - distance] if at >= distance else ""

    def after(self, at: int, distance: int = 1) -> str:
        """Return the word in small letters ``distance`` places after, or "" if there is none."""
        return self.lower[at + distance] if at + distance < len(self.lower) else ""

    def longest(self, at: int, table: Table, most: int = 3) -> tuple[str, int] | None:
        """Return the longest entry of ``table`` that begins at a word, and where it ends.

        In the text a hyphen or an apostrophe may stand where the entry has a space.
        """
        if self.lower[at] not in table.first_words:
            return None
        found = None
        key = ""
        for end in range(at, min(at + most, len(self.words))):
            if end > at and self.gaps[end] not in (" ", "-", *APOSTROPHES):
                break
            key = self.lower[end] if end == at else f"{key} {self.lower[end]}"
            if key in table:
                found = (key, end + 1)
        return found

    def begins_sentence(self, at: int) -> bool:
        """Say whether a word stands first in the text or in a sentence or list item of it."""
        gap = self.gaps[at]
        return at == 0 or (gap != "-" and any(c in ".!?:;•–—-\n" for c in gap))

    def unelide(self, at: int) -> None:
        """Write out what is elided before a word: "d'X" becomes "de X"."""
        if at > 0 and self.gaps[at] in APOSTROPHES and self.lower[at - 1] in _ELIDED:
            self.put(at - 1, in_case_of(_ELIDED[self.lower[at - 1]], self.words[at - 1][:1] or ""))
            self.gaps[at] = " "
            self.contract(at - 1)

    def contract(self, at: int) -> int:
        """Join "de le" and "à le", where "le" stands at a place, to "du" and "au"; return where the word after it is.

        "a" is read as "à" behind an infinitive: "expliquer a la cliente".
        """
        mistyped = self.before(at) == "a" and self.before(at, 2).endswith(("er", "ir", "re"))
        if self.lower[at] == "le" and self.gaps[at] == " " and (mistyped or self.before(at) in ("de", "à")):
            joined = "du" if self.before(at) == "de" else "au"
            self.put(at - 1, in_case_of(joined, self.words[at - 1]))
            self.cut(at, at + 1)
            return at
        return at + 1

    def join_repeated(self, but: str) -> None:
        """Write once what the exchange has made the same: "clients et clients", "they/they", "un ou un stagiaire".

        :param but: a word of which two that "and" joins stay two.
        """
        at = 0
        while at < len(self):
            end = self._repeated(at, but)
            if end:
                self.cut(at + 1, end)
            else:
                at += 1

    def _repeated(self, at: int, but: str) -> int:
        """Return where the repetition of a word ends, or 0 if it is not repeated."""
        for other in range(at + 1, min(at + 4, len(self))):
            if self.lower[other] != self.lower[at] or not (self.changed[at] or self.changed[other]):
                continue
            gaps = self.gaps[at + 1 : other + 1]
            if other == at + 1:
                return other + 1 if gaps[0].strip() in ("/", "·") else 0
            if any(gap != " " for gap in gaps) or self.lower[at + 1] not in _JOINING or self.words[at] == but:
                return 0
            if other == at + 2 or self.lower[at + 2] == self.before(at):
                return other + 1
        return 0
