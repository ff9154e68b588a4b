"""Names of persons in a text, French and English, told by lists of names and by the words around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from analyzer.inventory.personal.kinds import PERSON, Finding
from analyzer.inventory.personal.lexicon import CLEAR, MID, PLACE, PRODUCT, WORD, folded, lexicon
from analyzer.inventory.personal.surroundings import Surroundings
from analyzer.inventory.personal.tokens import CAPITAL, LETTER, LOWER, UPPER

_WORD = re.compile(r"[^\W\d_]+")
_SHORT_TITLES = frozenset({"m", "me", "pr", "sir", "lady", "miss", "maitre", "drs", "doctor", "professor"})
"""Titles that are other words too: a known name must follow, or a full stop stand behind."""

_PLURAL_TITLES = frozenset({"mm", "mmes", "mlles", "messieurs", "mesdames", "drs"})
_HANDLE = re.compile(r"[\w.-]*\w")
_LETTERS = re.compile(r"[a-z](?:-[a-z])?")
_LONG_ENOUGH = 4


def find_persons(text: str, known: Collection[str] = ()) -> Iterator[Finding]:
    """Yield the names of persons in a text, without titles ("Mme", "Mr") and possessive "'s".

    :param text: one cell.
    :param known: folded names that are surely persons', whole or word by word.
    """
    if any(_is_telling(word, known) for word in _WORD.findall(text)):
        yield from _Reader(Surroundings(text, frozenset(known))).persons()


def _is_telling(word: str, known: Collection[str]) -> bool:
    """Whether a word makes a closer look worth it: most texts have none such."""
    words, low = lexicon(), folded(word)
    if low in words.around["person"] or low in known or words.given.get(low) == CLEAR:
        return True
    return word[0].isupper() and (
        len(word) == 1 or low in words.given or low in words.surnames or low in words.word_surnames
    )


class _Reader:
    """Goes through the words of a text once, from left to right."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.tokens = around.tokens
        self.last = -2
        """Last word of the person before."""

    def persons(self) -> Iterator[Finding]:
        index = 0
        while index < len(self.tokens):
            span = self._person(index)
            if span is None:
                index += 1
                continue
            first, last = span
            self.last = last
            yield self._finding(first, last)
            index = last + 1

    def _finding(self, first: int, last: int) -> Finding:
        start, end = self.tokens[first].start, self.tokens[last].end
        text = self.around.text
        if text[start - 1 : start] == "@":
            handle = _HANDLE.match(text, start)
            end = handle.end() if handle else end
        elif self.tokens[last].shape == LETTER and text[end : end + 1] == ".":
            end += 1
        key = " ".join(re.findall(r"[^\W\d_]+", folded(text[start:end])))
        return Finding(PERSON, start, end, key)

    def _person(self, index: int) -> tuple[int, int] | None:
        """Return first and last word of the person that begins at ``index``, if one does."""
        if self.around.has("person", self.tokens[index].low):
            titled = self._after_title(index)
            if titled is not None:
                return titled
        if self.tokens[index].shape == LETTER or _LETTERS.fullmatch(self.tokens[index].low):
            return self._initials(index)
        if self.tokens[index].shape == LOWER:
            return (index, index) if self._is_small_name(index) else None
        return self._given_first(index) or self._surname_first(index) or self._surname_alone(index)

    # Titles

    def _after_title(self, index: int) -> tuple[int, int] | None:  # noqa: PLR0911, PLR0912 - one rule a line
        around, title = self.around, self.tokens[index]
        place = index + 1
        if (
            place >= len(self.tokens)
            or not re.fullmatch(r"\.?[ \u00a0\u202f]?", around.gap(index))
            or not around.gap(index)
        ):
            return None
        following = self.tokens[place]
        if following.low in ("et", "and", "ou", "&") and place + 1 < len(self.tokens):
            return None  # "M. et Mme Durand": the second title takes the name
        dotted = around.gap(index).startswith(".")
        if title.low == "m" and title.shape != LETTER:
            return None
        first = place
        while place < len(self.tokens) - 1 and self.tokens[place].shape == LETTER and "." in around.gap(place):
            place += 1  # initials
        if place > first and around.may_be_surname(place):
            return first, self._extended(place)
        place = first
        behind = around.particles(place)
        if behind > place and not (following.shape == LOWER and following.low in ("le", "la", "les")):
            named = around.surname(behind) or around.given(self.tokens[behind].low) is not None
            named = bool(named) or around.may_be_surname(behind)
            if named and not around.has("function", self.tokens[behind].low):
                return place, self._extended(behind)
        if following.elided and following.elided != "d'":
            return None
        doubtful = title.low in _SHORT_TITLES and not (dotted and title.low in ("m", "pr"))
        if doubtful and not (around.sureness(place) or around.surname(place)):
            return None
        if following.shape == LOWER:
            if behind > place:  # "M. le Directeur", "M. le Corre"
                return (place, behind) if around.surname(behind) == CLEAR else None
            small = title.low not in _SHORT_TITLES and (
                following.low in around.lexicon.surnames or around.lexicon.given.get(following.low) == CLEAR
            )
            return (place, place) if small else None
        if following.shape == LETTER:
            ends = around.text[following.end : following.end + 1]
            return (place, place) if ends in (".", "") or ends in ",;)" else None
        if around.has("function", following.low) or around.has("stop", following.low) or place in around.brands:
            return None
        if following.shape == UPPER and len(following.low) < 3 and not around.surname(place):
            return None
        last = self._extended(place)
        return None if around.is_firm(place, last) and last == place and title.low == "maison" else (place, last)

    # Given names

    def _given_first(self, index: int) -> tuple[int, int] | None:
        around = self.around
        sure = around.sureness(index)
        if sure is None:
            return None
        last = self._extended(index)
        if around.is_place_or_thing(index, last) or around.is_firm(index, last):
            return None
        if not (sure == CLEAR or self._is_person(index, sure) or self._has_surname(index, last, sure)):
            return None
        return self._with_surname_before(index), last

    def _is_person(self, index: int, sure: str) -> bool:  # noqa: PLR0911 - one rule a line
        """Whether a given name that is a word, a place or a product too is a person here."""
        around, token = self.around, self.tokens[index]
        if sure == PRODUCT:
            return False
        if around.is_person_here(index) or around.is_linked(self.last, index):
            return True
        follower = around.after(index)
        if sure in (MID, WORD) and around.has("does", follower) and not around.has("article", around.before(index)):
            return True
        if sure == PLACE or around.headline:
            return False
        if around.may_be_person_here(index):
            return True
        if any(around.is_linked(index, other) and around.sureness(other) == CLEAR for other in (index + 1, index + 2)
               if other < len(self.tokens)):  # fmt: skip
            return True
        inside = not around.begins_sentence(index)
        if token.possessive and inside:
            return True
        return sure == MID and inside and token.shape == CAPITAL and not around.has("article", around.before(index))

    def _has_surname(self, first: int, last: int, sure: str) -> bool:
        """Whether what follows a doubtful given name is surely a surname."""
        if last == first:
            return False
        around, second = self.around, self.tokens[last]
        if second.shape == LETTER:
            return sure in (MID, WORD) and around.text[second.end : second.end + 1] == "."
        if around.surname(last) == CLEAR:
            return True
        if around.surname(last) == WORD:
            return sure in (MID, PLACE) and not around.headline
        if around.sureness(last) == CLEAR:
            return sure != PLACE
        return sure in (MID, WORD) and second.shape == UPPER and not around.all_upper

    def _extended(self, index: int) -> int:  # noqa: PLR0911 - one rule a line
        """Return the last word of a name: further given names, initials, particles and the surname behind it."""
        around, place = self.around, index
        while around.near(place) and not self.tokens[place].possessive:
            following = place + 1
            token = self.tokens[following]
            if token.shape == LETTER:
                rest = around.text[token.end : token.end + 1]
                return following if rest in (".", "", ",", ")", ";", "/") else place
            if around.has("stop", token.low) and around.surname(following) is None:
                behind = around.particles(following)
                return self._extended_by(place, following, behind)
            if token.elided:
                taken = token.elided == "d'" and (
                    around.text[token.whole_start].isupper() or around.surname(following) is not None
                )
                return following if taken and around.given(token.low) is None else place
            if around.sureness(following) in (CLEAR, MID, WORD) and around.surname(following) is None:
                place = following
                continue
            behind = around.particles(following)
            if behind > following:
                return self._extended_by(place, following, behind)
            if not around.may_be_surname(following):
                return place
            place = following
            doubled = around.near(place) and around.surname(place + 1) == CLEAR and not self.tokens[place].possessive
            return place + 1 if doubled else place
        return place

    def _extended_by(self, place: int, particle: int, surname: int) -> int:
        if surname == particle or not self.around.takes_surname(particle, surname):
            return place
        return surname

    def _with_surname_before(self, index: int) -> int:
        """Return where a name begins whose surname comes first: "DURAND Julie"."""
        around = self.around
        if not around.near(index - 1) or index - 1 == self.last:
            return index
        kind = around.surname(index - 1)
        if kind == CLEAR and not around.headline:
            return index - 1
        written = self.tokens[index - 1].shape == UPPER and not around.all_upper
        return index - 1 if kind == WORD and (written or around.has("file_of", around.before(index - 1))) else index

    # Surnames and initials

    def _surname_first(self, index: int) -> tuple[int, int] | None:
        around = self.around
        if around.surname(index) != CLEAR or not around.near(index) or around.has("firm_before", around.before(index)):
            return None
        following = self.tokens[index + 1]
        if following.shape == LETTER and around.text[following.end : following.end + 1] == "." and not around.all_upper:
            return index, index + 1
        if (
            around.sureness(index + 1) in (CLEAR, MID)
            and not around.headline
            and not around.is_place_or_thing(index, index + 1)
        ):
            return index, self._extended(index + 1)
        return None

    def _surname_alone(self, index: int) -> tuple[int, int] | None:
        around = self.around
        kind = around.surname(index)
        if kind is None or around.is_firm(index, index) or around.is_place_or_thing(index, index):
            return None
        before = around.before(index)
        if before == "famille" or (before == "the" and around.after(index) == "family"):
            return index, index
        if kind == WORD:
            return None
        named = (
            around.is_person_here(index)
            or around.may_be_person_here(index)
            or around.has("file_of", before)
            or (around.is_linked(self.last, index) and not around.headline)
            or (before == "the" and around.after(index) in ("file", "account", "case", "family", "claim", "estate"))
        )
        return (index, index) if named and not (around.headline and not around.is_person_here(index)) else None

    def _initials(self, index: int) -> tuple[int, int] | None:
        around, place = self.around, index
        if index and self.tokens[index - 1].shape == LETTER and "." in around.gap(index - 1):
            return None
        while (
            place < len(self.tokens) - 1
            and self.tokens[place].shape == LETTER
            and re.fullmatch(r"\. ?-?|-", around.gap(place))
        ):
            place += 1
        if place - index == 2 and not around.may_be_surname(place) and around.particles(place) == place:
            place -= 1  # "J.D. et Julie"
        letters = "".join(token.low for token in self.tokens[index:place])
        named = around.is_person_here(index) or around.may_be_person_here(index)
        if self.tokens[place].shape == LETTER:  # "vu par J.D."
            letters += self.tokens[place].low
            dotted = around.text[self.tokens[place].end : self.tokens[place].end + 1] == "."
            alone = 2 <= len(letters) <= 3 and dotted and named and not around.has("dotted", letters)
            return (index, place) if alone else None
        if place == index:
            return self._unspaced_initials(index)
        surname = around.particles(place)
        surname = surname if surname < len(self.tokens) and around.may_be_surname(surname) else place
        if (
            not around.may_be_surname(surname)
            or around.is_place_or_thing(index, surname)
            or around.is_firm(index, surname)
        ):
            return None
        sure = around.surname(surname) == CLEAR or named or around.is_linked(self.last, index)
        return (index, self._extended(surname)) if sure else None

    def _unspaced_initials(self, index: int) -> tuple[int, int] | None:
        """Return a name such as "J-P Durand"."""
        around = self.around
        if "-" in self.tokens[index].low and around.near(index) and around.surname(index + 1) == CLEAR:
            return index, index + 1
        return None

    def _is_small_name(self, index: int) -> bool:
        """Whether a given name without capital is one: after "avec" or "@", and only if it is no word at all."""
        around, low = self.around, self.tokens[index].low
        if len(low) < _LONG_ENOUGH or around.given(low) != CLEAR:
            return low in around.known and around.is_person_here(index) and len(low) >= _LONG_ENOUGH
        if around.is_person_here(index) or around.is_linked(self.last, index):
            return not around.has("method_after", around.after(index))
        return len(low) > _LONG_ENOUGH and around.has("person_perhaps", around.before(index))


__all__ = ["PLACE", "WORD", "find_persons"]
