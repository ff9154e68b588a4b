"""What stands around a name: what the words beside it are, and which of them make it a person's."""

from __future__ import annotations

import re
from itertools import pairwise

from analyzer.inventory.personal.lexicon import CLEAR, MID, PLACE, PRODUCT, WORD, Lexicon, lexicon
from analyzer.inventory.personal.tokens import CAPITAL, LETTER, LOWER, UPPER, Token, tokens_of
from analyzer.inventory.text import word_set

_NEAR = frozenset({" ", "\u00a0", "\u202f"})
_ENDS_SENTENCE = re.compile(r"[.!?•|\n]|^\s*[-–*]\s*$")
_BETWEEN_NAMES = re.compile(r"\s?(?:,|/|&|\+|;)\s?")
_AND = frozenset({"et", "and", "ou", "or", "puis", "then"})
_PARTICLES_ANY = word_set("van von vander el al ben bin di da das dos den der ter mac abu ould ait")
_PARTICLES_IRISH = word_set("ni nic ui mhic")
_PARTICLES_FRENCH = word_set("de du des la le les saint st")
_VOWEL = re.compile("[aeiouy]")
_GAELIC = re.compile(r"M[cC][A-Z][A-Za-z]{3,}|O['’][A-Z][A-Za-z]{3,}")
"""Surnames that their spelling shows: "McAllister", "O'Shaughnessy"."""
_LONGEST_ACRONYM = 4
_OWN = word_set("my our his her their your mon ma notre son sa leur votre le la the l'")
_ADVERBS = word_set("up back again aussi encore")
_ARTICLES = word_set("le la the l'")
_MINE = word_set("assistant assistante manager chef responsable")
"""Nouns for a person that are functions and programs too, so that they count only as somebody's."""
_GIVEN_TO = 8
"""Words between a verb such as "envoyer" and its "à", at most: "envoyer la convocation à l'entretien à Romain"."""
_PLAIN_CAPITALS = 2
"""Plain words with a capital that make a headline, the first of the text among them, at least; judgement."""
_FILED_UNDER = 3
"""Words between a noun such as "sinistre" and the surname behind, and itself, at most; judgement."""
_APPOSITION = re.compile(r" \(|, | : |: ")
DATES = word_set("may june april august mai avril mar jan noel")


class Surroundings:
    """The words of one text, and the questions that are asked about a name among them.

    :param text: one cell.
    :param known: folded names that are surely persons'.
    """

    def __init__(self, text: str, known: frozenset[str]) -> None:
        self.text = text
        self.known = known
        self.lexicon: Lexicon = lexicon()
        self.tokens: list[Token] = tokens_of(text)
        self._near = [text[token.end : following.whole_start] in _NEAR for token, following in pairwise(self.tokens)]
        self.all_upper = len(self.tokens) > 1 and all(
            token.shape == UPPER for token in self.tokens if len(token.low) >= 3
        )
        plain = [token for token in self.tokens if len(token.low) >= 3 and not self._is_name(token.low)]
        capitals = sum(token.shape != LOWER for token in plain)
        self.headline = self.all_upper or (
            len(plain) >= 3
            and capitals >= 0.9 * len(plain)
            and sum(token.shape == CAPITAL and self.is_word(token.low) for token in plain) >= _PLAIN_CAPITALS
        )
        """Whether capitals say nothing here: nearly every word has one, and not names alone."""
        self.brands = self._brands()

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next one."""
        return self.text[self.tokens[index].end : self.tokens[index + 1].whole_start]

    def near(self, index: int) -> bool:
        """Whether nothing but a space parts a word from the next one."""
        return 0 <= index < len(self._near) and self._near[index]

    def before(self, index: int) -> str:
        """Return the word right before, folded, "" if there is none or a sign parts them."""
        if self.tokens[index].elided:
            return self.tokens[index].elided
        return self.tokens[index - 1].low if index and self.near(index - 1) else ""

    def after(self, index: int) -> str:
        """Return the word right behind, folded, with its elided article ("s'occupe"), "" if there is none."""
        if not self.near(index):
            return ""
        following = self.tokens[index + 1]
        return following.elided + following.low

    def has(self, kind: str, word: str) -> bool:
        """Whether a word is in a list of words.toml."""
        return word in self.lexicon.around[kind]

    def is_word(self, low: str) -> bool:
        """Whether a folded word is one that tasks are told in, or one that stands behind names."""
        return low in self.lexicon.words or low in self.lexicon.around["stop"]

    def sureness(self, index: int) -> str | None:
        """Return how sure it is that a capitalised word is a given name, None if it is none."""
        token = self.tokens[index]
        if token.shape in (LOWER, LETTER) or index in self.brands:
            return None
        if token.low in self.known and not self.all_upper:
            return CLEAR
        sure = self.given(token.low)
        if token.shape == UPPER and not self.all_upper and len(token.low) <= _LONGEST_ACRONYM:
            return WORD if sure in (CLEAR, MID) else None  # "report to LIS"
        return sure

    def given(self, low: str) -> str | None:
        """Return how sure a folded word is a given name, composed ones included ("jean-pierre")."""
        sure = self.lexicon.given.get(low)
        if sure is None and "-" in low:
            parts = low.split("-")
            kinds = [self.lexicon.given.get(part) for part in parts]
            if len(parts) == 2 and all(kinds) and not {PLACE, PRODUCT} & set(kinds):
                return CLEAR
            if len(parts) == 2 and kinds[0] == CLEAR:
                return MID  # "Marie-Thé"
            if len(parts) == 2 and CLEAR in kinds:
                return WORD  # "Mei-Ling Zhao": no list knows all composed names
        return sure

    def surname(self, index: int) -> str | None:
        """Return CLEAR for a known surname, WORD for one that is a word or firm too, None otherwise."""
        token = self.tokens[index]
        if token.shape in (LOWER, LETTER) or index in self.brands or token.low in self.lexicon.around["stop"]:
            return None
        if token.low in self.lexicon.surnames or _GAELIC.fullmatch(token.text) or self._is_feminine(token.low):
            return CLEAR
        if token.low in self.lexicon.word_surnames:
            return WORD
        parts = token.low.split("-")
        lists = self.lexicon.surnames, self.lexicon.word_surnames
        both = len(parts) == 2 and all(any(part in names for names in lists) for part in parts)
        return CLEAR if both else None

    def _is_feminine(self, low: str) -> bool:
        """Whether a word is a Slavic surname as women bear it: "Lewandowska", "Ivanova"."""
        if low.endswith(("ska", "cka")):
            return f"{low[:-1]}i" in self.lexicon.surnames
        return low.endswith(("ova", "eva")) and low[:-1] in self.lexicon.surnames

    def may_be_surname(self, index: int) -> bool:
        """Whether a word behind a given name or a title can be the surname."""
        token = self.tokens[index]
        if token.shape in (LOWER, LETTER) or index in self.brands or self.has("stop", token.low):
            return False
        if self.surname(index):
            return True
        function = any(self.has("function", part) for part in token.low.split("-"))
        if token.elided or self.headline or self.given(token.low) == PLACE or function:
            return False
        if token.shape == UPPER:
            return len(token.low) > 3 and _VOWEL.search(token.low) is not None
        return True

    def begins_sentence(self, index: int) -> bool:
        """Whether a word is the first of its sentence, so that its capital says nothing."""
        if index == 0:
            return True
        return _ENDS_SENTENCE.search(self.gap(index - 1)) is not None and len(self.tokens[index - 1].low) > 2

    def is_person_here(self, index: int) -> bool:
        """Whether the words before make a name a person's: "avec", "ask", "demander à"."""
        before = self.before(index)
        if before in _ADVERBS:
            before = self.before(index - 1)  # "chase up Delroy", "call back Ms Bell"
        if self.has("person_before", before) or self.text[: self.tokens[index].start].endswith(
            ("@", "cc ", "cc: ", "Cc: ")
        ):
            return True
        if self.is_somebodys(index):
            return True
        if index and self.has("person_noun", self.tokens[index - 1].low) and _APPOSITION.fullmatch(self.gap(index - 1)):
            return True
        if before in ("of", "de", "d'") and self.near(index - 2) and not self.tokens[index].elided:
            return self.has("person_noun", self.tokens[index - 2].low)  # "the parents of Maisie"
        return before in ("a", "to") and index > 1 and any(
            self.has("give", self.tokens[place].low) for place in range(max(0, index - _GIVEN_TO), index - 1)
        )  # fmt: skip

    def is_somebodys(self, index: int) -> bool:
        """Whether a noun for a person with its owner stands before: "my assistant Yusra", "la voisine Odile"."""
        if index < 2 or not self.near(index - 2) or self.tokens[index - 2].low not in _OWN:
            return False
        noun = self.before(index)
        return self.has("person_noun", noun) or (noun in _MINE and self.tokens[index - 2].low not in _ARTICLES)

    def may_be_person_here(self, index: int) -> bool:
        """Whether a capitalised word after "par", "for" and the like is a person rather than not."""
        low = self.tokens[index].low
        return not self.headline and low not in DATES and self.has("person_perhaps", self.before(index))

    def is_filed_here(self, index: int) -> bool:
        """Whether the name stands behind what a person has or is: "congés Lamarque", "sinistre auto Lamarque"."""
        place = index
        if index and self.gap(index - 1).strip() == ":" and index + 1 == len(self.tokens):
            return self.has("file_of", self.tokens[index - 1].low)  # "deposit: Kowalski"
        while place > max(0, index - _FILED_UNDER) and self.near(place - 1) and not self.tokens[place].elided:
            place -= 1
            if self.has("file_of", self.tokens[place].low):
                return True
            if self.tokens[place].shape == CAPITAL or self.has("before_name", self.tokens[place].low):
                return False
        return False

    def is_linked(self, first: int, second: int) -> bool:
        """Whether two words stand in one list: "Julie, Karim", "Julie et Karim"."""
        if not 0 <= first < second < len(self.tokens):
            return False
        if second == first + 1:
            return _BETWEEN_NAMES.fullmatch(self.gap(first)) is not None
        return second == first + 2 and self.tokens[first + 1].low in _AND and self.near(first) and self.near(first + 1)

    def is_joined(self, first: int, second: int) -> bool:
        """Whether nothing but "et", "and" or the like stands between two words."""
        return 0 <= first == second - 2 and self.is_linked(first, second)

    def particles(self, index: int) -> int:
        """Return the place behind the particles of a surname that begin at ``index`` ("de la", "van den")."""
        place = index
        while place < len(self.tokens) - 1 and place < index + 3 and self.near(place):
            low = self.tokens[place].low
            irish = low in _PARTICLES_IRISH and self.tokens[place].shape == CAPITAL
            if not irish and low not in _PARTICLES_ANY and low not in _PARTICLES_FRENCH:
                break
            place += 1
        return place

    def takes_surname(self, particle: int, surname: int) -> bool:
        """Whether a surname with particles is one: after a small "de" it must be known, for towns stand there."""
        first = self.tokens[particle]
        if not self.may_be_surname(surname):
            return False
        if first.low in _PARTICLES_FRENCH and first.shape == LOWER:
            return self.surname(surname) is not None or (self.tokens[surname].shape == UPPER and not self.all_upper)
        return True

    def _is_name(self, low: str) -> bool:
        return low in self.lexicon.surnames or self.lexicon.given.get(low) == CLEAR

    def _brands(self) -> frozenset[int]:
        """Return the places of words that are part of a firm's or product's name."""
        found: set[int] = set()
        words = tuple(token.low for token in self.tokens)
        for index, token in enumerate(self.tokens):
            first, *rest = token.low.split("-")
            for phrase in self.lexicon.brands.get(first, ()):
                if rest:  # "Jean-Moulin"
                    if (first, *rest[: len(phrase) - 1]) == phrase:
                        found.add(index)
                elif phrase == (first, "s") and token.possessive:
                    found.add(index)
                elif token.shape != LOWER and words[index : index + len(phrase)] == phrase:
                    found.update(range(index, index + len(phrase)))
        return frozenset(found)


__all__ = ["CLEAR", "DATES", "MID", "PLACE", "PRODUCT", "WORD", "Surroundings"]
