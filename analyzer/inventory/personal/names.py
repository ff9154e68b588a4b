"""Names of persons in a text, French and English, told by lists of names and by the words around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from analyzer.inventory.personal.extent import ends_name, first_word, last_word, particle_before
from analyzer.inventory.personal.initials import after_initials
from analyzer.inventory.personal.kinds import PERSON, Finding
from analyzer.inventory.personal.lexicon import CLEAR, MID, PLACE, PRODUCT, WORD, folded
from analyzer.inventory.personal.relations import (
    begins_event,
    behind_capital_particle,
    belongs,
    is_asked_for,
    is_of_a_family,
    is_opposed,
    is_where_one_buys,
)
from analyzer.inventory.personal.small import small_name
from analyzer.inventory.personal.surroundings import DATES, Surroundings
from analyzer.inventory.personal.things import is_firm, is_place_or_thing, is_title_of_work
from analyzer.inventory.personal.titles import after_title
from analyzer.inventory.personal.tokens import CAPITAL, LETTER, LOWER, UPPER
from analyzer.inventory.personal.unknown import is_unknown_behind, is_unknown_surname, unknown_name

_HANDLE = re.compile(r"[\w.-]*\w")
_LETTERS = re.compile(r"[a-z](?:-[a-z])?")
_BEGINS_ENTRY = re.compile(r" ?[:;] | [-–—] ")
_ENDS_ENTRY = re.compile(r"\.?\s*(?:;|$)")
_LONG_ENOUGH = 4


def find_persons(text: str, known: Collection[str] = ()) -> Iterator[Finding]:
    """Return the names of persons in a text, without titles ("Mme", "Mr") and possessive "'s".

    :param text: one cell.
    :param known: folded names that are surely persons', whole or word by word.
    """
    return _Reader(Surroundings(text, frozenset(known))).persons()


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
        before = self.tokens[first - 1].low if first else ""
        if self.tokens[first].elided and (before == "famille" or self.around.has("person", before)):
            start = self.tokens[first].whole_start  # "M. d'Ormesson", and no "heures d'Abdou"
        if text[start - 1 : start] == "@":
            handle = _HANDLE.match(text, start)
            end = handle.end() if handle else end
        elif self.tokens[last].shape == LETTER and text[end : end + 1] == ".":
            end += 1
        key = " ".join(re.findall(r"[^\W\d_]+", folded(text[start:end])))
        return Finding(PERSON, start, end, key)

    def _person(self, index: int) -> tuple[int, int] | None:
        """Return first and last word of the person that begins at ``index``, if one does."""
        token = self.tokens[index]
        if self.around.has("person", token.low):
            titled = after_title(self.around, index)
            if titled is not None:
                return titled
        if token.shape == LETTER or _LETTERS.fullmatch(token.low):
            return after_initials(self.around, index, self.last)
        if token.shape == LOWER:
            return small_name(self.around, index, self.last)
        return (
            self._surname_comma_given(index)
            or self._given_first(index)
            or self._surname_first(index)
            or self._surname_comma_initial(index)
            or self._surname_alone(index)
            or unknown_name(self.around, index, self.last)
        )

    # Given names

    def _given_first(self, index: int) -> tuple[int, int] | None:
        around = self.around
        sure = around.sureness(index)
        if sure is None:
            return None
        last = last_word(around, index)
        if (
            is_place_or_thing(around, index, last)
            or is_firm(around, index, last)
            or is_title_of_work(around, index, last)
        ):
            return None
        if sure == WORD and around.begins_sentence(index) and self._begins_name(index, last):
            return None  # a verb before a whole name
        if not (sure == CLEAR or self._is_person(index, sure) or self._has_surname(index, last, sure)):
            return None
        if first_word(around, index, self.last) == last and is_where_one_buys(self.around, index):
            return None
        return first_word(around, index, self.last), last

    def _begins_name(self, verb: int, last: int) -> bool:
        """Whether another name begins behind a verb that is a name too: "Chase Gareth Pemberton", "Chase D. Patel"."""
        around, index = self.around, verb + 1
        if around.has("person_before", self.tokens[verb].low):
            return last > verb
        return last > index and around.sureness(index) == CLEAR

    def _is_person(self, index: int, sure: str) -> bool:  # noqa: PLR0911 - one rule a line
        """Whether a given name that is a word, a place or a product too is a person here."""
        around, token = self.around, self.tokens[index]
        if sure == PRODUCT or (sure == PLACE and self._is_listed_with_a_town(index)):
            return False
        if around.is_person_here(index) or around.is_linked(self.last, index):
            return True
        if sure != PLACE and token.low not in DATES and belongs(self.around, index):
            return True
        follower = around.after(index)
        if follower == "to" and around.has("makes_do", around.before(index)) and token.shape == CAPITAL:
            return True
        acts = around.has("does", follower) and token.low not in DATES and index + 2 < len(self.tokens)
        if sure in (MID, WORD) and acts and not around.has("article", around.before(index)):
            return True
        if sure == PLACE or around.headline or self._is_listed_with_a_word(index):
            return False
        if around.may_be_person_here(index):
            return True
        if any(around.is_linked(index, other) and around.sureness(other) == CLEAR for other in (index + 1, index + 2)
               if other < len(self.tokens)):  # fmt: skip
            return True
        inside = not around.begins_sentence(index)
        owner = token.possessive and index + 1 < len(self.tokens)
        if token.possessive and (inside or (owner and sure == MID and self.tokens[index + 1].shape == LOWER)):
            return True
        article = around.has("article", around.before(index)) and self.tokens[index - 1].text != "à"
        return sure == MID and inside and token.shape == CAPITAL and not article

    def _is_listed_with_a_word(self, index: int) -> bool:
        """Whether the name stands behind a word that could have been one and was none: "Basil and Rosemary"."""
        around = self.around
        return any(
            other >= 0 and other != self.last and around.is_linked(other, index)
            and around.sureness(other) in (WORD, PLACE, PRODUCT)
            for other in (index - 1, index - 2)
        )  # fmt: skip

    def _is_listed_with_a_town(self, index: int) -> bool:
        """Whether a town or product stands beside the name of a town: "avec Paris et Lyon"."""
        around = self.around
        return any(
            0 <= other < len(self.tokens) and around.is_linked(*sorted((index, other)))
            and around.sureness(other) in (PLACE, PRODUCT)
            for other in (index - 2, index - 1, index + 1, index + 2)
        )  # fmt: skip

    def _has_surname(self, first: int, last: int, sure: str) -> bool:  # noqa: PLR0911 - one rule a line
        """Whether what follows a doubtful given name is surely a surname."""
        if last == first:
            return False
        around, second = self.around, self.tokens[last]
        if second.shape == LETTER:
            return sure in (MID, WORD, PRODUCT) and around.text[second.end : second.end + 1] == "."
        if around.surname(last) == CLEAR:
            return True
        if around.surname(last) == WORD:
            return sure in (MID, PLACE) and not around.headline
        if around.sureness(last) == CLEAR:
            return sure != PLACE
        if sure not in (MID, WORD):
            return False
        return (second.shape == UPPER and not around.all_upper) or is_unknown_surname(around, first, last)

    # Surnames, and names that no list knows

    def _surname_first(self, index: int) -> tuple[int, int] | None:
        around = self.around
        if around.surname(index) != CLEAR or not around.near(index) or is_firm(around, index, index + 1):
            return None
        following = self.tokens[index + 1]
        if following.shape == LETTER and around.text[following.end : following.end + 1] == "." and not around.all_upper:
            return index, index + 1
        sure = around.sureness(index + 1)
        in_register = self.tokens[index].shape == UPPER and following.shape == CAPITAL and ends_name(around, index + 1)
        if (
            (sure in (CLEAR, MID) or (sure == WORD and in_register))
            and not around.headline
            and not is_place_or_thing(around, index, index + 1)
        ):
            return particle_before(around, index), last_word(around, index + 1)
        return None

    def _surname_comma_given(self, index: int) -> tuple[int, int] | None:
        """Return a name that begins an entry as in a register: "HERNANDEZ, Luis", "Absence - HERNANDEZ, Luis"."""
        around, token = self.around, self.tokens[index]
        follower = index + 1
        if around.all_upper or follower == len(self.tokens) or around.gap(index) != ", ":
            return None
        if token.shape != UPPER and not (self._is_surname_only(index) and ends_name(around, follower)):
            return None
        begins = index == 0 or _BEGINS_ENTRY.fullmatch(around.gap(index - 1)) is not None
        surname = around.surname(index) == CLEAR or (around.may_be_surname(index) and len(token.low) > _LONG_ENOUGH)
        given = around.sureness(follower) in (CLEAR, MID)
        given = given or (token.shape == UPPER and around.surname(follower) == CLEAR and ends_name(around, follower))
        given = given and self.tokens[follower].shape == CAPITAL
        return (index, last_word(around, follower)) if begins and surname and given else None

    def _is_surname_only(self, index: int) -> bool:
        return self.around.surname(index) == CLEAR and self.around.given(self.tokens[index].low) is None

    def _surname_comma_initial(self, index: int) -> tuple[int, int] | None:
        """Return a name of a register with its initial behind: "Late payers: Dunstable, F; Achterberg, L"."""
        around = self.around
        if index + 1 == len(self.tokens) or around.gap(index) != ", " or self.tokens[index + 1].shape != LETTER:
            return None
        begins = index == 0 or around.gap(index - 1).strip() in (":", ";", ".;") or around.is_filed_here(index)
        ends = _ENDS_ENTRY.match(around.text, self.tokens[index + 1].end) is not None
        return (index, index + 1) if begins and ends and around.may_be_surname(index) else None

    def _surname_alone(self, index: int) -> tuple[int, int] | None:  # noqa: PLR0911 - one rule a line
        around = self.around
        if (last := behind_capital_particle(self.around, index)) > index:
            named = around.is_person_here(index) or around.has("file_of", around.before(index))
            return (index, last) if named and not is_firm(around, index, last) else None
        kind = around.surname(index)
        if kind is None:
            unknown = is_of_a_family(self.around, index) or is_opposed(self.around, index)
            return (index, index) if unknown and not is_firm(around, index, index) else None
        if is_firm(around, index, index) or is_place_or_thing(around, index, index):
            return None
        if around.sureness(index) in (PLACE, PRODUCT) and self._is_listed_with_a_town(index):
            return None
        before = around.before(index)
        if (
            before == "famille"
            or (before == "the" and around.after(index) == "family")
            or is_of_a_family(self.around, index)
        ):
            return index, index
        if kind == WORD and is_asked_for(self.around, index):
            return index, index
        if kind == WORD or is_where_one_buys(self.around, index):
            return None
        named = (
            around.is_person_here(index)
            or around.may_be_person_here(index)
            or around.is_filed_here(index)
            or (before in ("a", "to") and around.has("letter", self.tokens[index - 2].low))
            or (around.has("holds_office", before) and self.tokens[index].shape == CAPITAL)
            or (around.is_linked(self.last, index) and not around.headline)
            or (before == "the" and around.has("of_a_person", around.after(index)))
            or (around.begins_sentence(index) and around.has("does", around.after(index)))
            or belongs(self.around, index)
            or begins_event(self.around, index)
            or is_opposed(self.around, index)
        )
        if not named or (around.headline and not around.is_person_here(index)):
            return None
        last = index + is_unknown_behind(around, index)
        return None if is_firm(around, index, last) else (index, last)
