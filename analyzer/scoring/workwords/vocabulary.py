"""The words of work that stand for one concept in French and in English, and how telling each concept is.

``concepts.csv`` was written by hand (judgement) and holds what is done (acts: enter, approve, chase …) and what it is
done to. ``learned.csv`` was learned from the two languages of the everyday-task set
(``python -m analyzer.training.work_words``): words that stand for one another there, and in how many texts each concept
occurs. Words that neither knows stand for themselves.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analyzer.scoring.text import comparison_key
from analyzer.scoring.workwords.stems import stem, words
from analyzer.scoring.workwords.tools import without_tool

HERE = Path(__file__).parent
ACT, LIGHT = "act", "light"
EXCLUSIVE = ("party", "document", "period", "side")
"""Kinds of which one excludes another: work for suppliers is not that for customers, monthly work not weekly work."""
UNKNOWN = "."
"""Begins the concept of a word that stands for itself."""

SURROUNDINGS = ("period", "tool")
"""Kinds that say when and with what it is done."""
_SURROUNDINGS_MATTER = 0.3
"""Weight of when, with what and how many beside what the work is about (judgement)."""
_RARE = 1.5
"""Texts that a concept which was never met counts as."""
_LONGEST_PHRASE = 3
_SALARIED = re.compile(r"\bsalariés\b", re.IGNORECASE)
"""Without its accent, the French word for employees would be the English one for their pay."""


@dataclass(frozen=True)
class Vocabulary:
    """What words stand for.

    :ivar by_word: concepts of a whole word, acts first; a word such as "order" has two.
    :ivar by_stem: concept of a stem, where all its words agree.
    :ivar by_phrase: concept of two or three stems in a row.
    :ivar with_particle: verbs with a small word that makes them another verb ("work out"), and the one word that they
        are read as.
    :ivar kind: kind of a concept: :data:`ACT`, :data:`LIGHT` (of no weight), "tool", "thing", or one of
        :data:`EXCLUSIVE`.
    :ivar language: "fr" or "en" of words that only one of the two lists.
    :ivar texts: in how many of the training texts a concept occurs.
    :ivar all_texts: how many there were.
    """

    by_word: Mapping[str, tuple[str, ...]]
    by_stem: Mapping[str, str]
    by_phrase: Mapping[tuple[str, ...], str]
    with_particle: Mapping[str, str]
    kind: Mapping[str, str]
    language: Mapping[str, str]
    texts: Mapping[str, int]
    all_texts: int

    def concepts(self, text: str) -> frozenset[str]:
        """Return what a text is about, whatever tool it is done with; empty if it has no word."""
        return frozenset(self.in_order(without_tool(text)))

    def in_order(self, text: str) -> list[str]:
        """Return the concepts of a text in the order of its words."""
        found = self._words(text)
        stems = [stem(word) for word in found]
        concepts, place = [], 0
        while place < len(found):
            length, concept = self._at(found, stems, place)
            if self.kind.get(concept) != LIGHT:
                concepts.append(concept)
            place += length
        return concepts

    def spoken(self, text: str) -> str | None:
        """Return the language, "fr" or "en", of most known words of a text; ``None`` if they do not tell."""
        votes = [self.language[word] for word in self._words(text) if word in self.language]
        french, english = votes.count("fr"), votes.count("en")
        return None if french == english else "fr" if french > english else "en"

    def is_act(self, concept: str) -> bool:
        """Whether a concept is something done."""
        return self.kind.get(concept) == ACT

    def weight(self, concept: str) -> float:
        """Return how telling a concept is, 0..1: 1 for what was never met, less for what many texts speak of."""
        if not self.all_texts:
            return 1.0
        rarest = math.log(self.all_texts / _RARE)
        weight = max(0.0, math.log(self.all_texts / max(self.texts.get(concept, 0), _RARE)) / rarest)
        beside = self.kind.get(concept) in SURROUNDINGS or concept[1:].isdigit()
        return weight * _SURROUNDINGS_MATTER if beside else weight

    def _words(self, text: str) -> list[str]:
        """Return the words of a text, a verb and its particle as one: "work out" is not "work"."""
        written = _SALARIED.sub("salarié", text.replace("œ", "oe"))
        spoken = f" {comparison_key(written)} "
        for phrase, word in self.with_particle.items():
            if phrase in spoken:
                spoken = spoken.replace(phrase, f" {word} ")
        return words(spoken)

    def _at(self, found: list[str], stems: list[str], place: int) -> tuple[int, str]:
        for length in range(_LONGEST_PHRASE, 1, -1):
            phrase = tuple(stems[place : place + length])
            if len(phrase) == length and phrase in self.by_phrase:
                return length, self.by_phrase[phrase]
        known = self.by_word.get(found[place])
        if known:
            # "Order supplies" begins with what is done, "enter the order" ends with what it is done to.
            return 1, known[0] if place == 0 else known[-1]
        return 1, self.by_stem.get(stems[place], UNKNOWN + stems[place])


def read_vocabulary(learned: bool = True) -> Vocabulary:
    """Read the vocabulary.

    :param learned: with ``learned.csv``; without it, only what was written by hand.
    """
    rows = _rows(HERE / "concepts.csv")
    kind = {row["concept"]: row["kind"] for row in rows}
    by_word: dict[str, tuple[str, ...]] = {}
    by_phrase: dict[tuple[str, ...], str] = {}
    by_stem: dict[str, set[str]] = {}
    with_particle: dict[str, str] = {}
    for concept, entry in _entries(rows):
        parts = words(entry)
        if len(parts) == 1 and " " in entry:
            parts = [comparison_key(entry).replace(" ", "")]
            with_particle[f" {comparison_key(entry)} "] = parts[0]
        if len(parts) > 1:
            by_phrase[tuple(stem(part) for part in parts)] = concept
            continue
        [word] = parts
        by_word[word] = tuple(sorted({*by_word.get(word, ()), concept}, key=lambda one: (kind[one] != ACT, one)))
        by_stem.setdefault(stem(word), set()).add(concept)
    listed = {name: {word for row in rows for word in words(row[name].replace("_", " "))} for name in ("fr", "en")}
    language = dict.fromkeys(listed["fr"] - listed["en"], "fr") | dict.fromkeys(listed["en"] - listed["fr"], "en")
    stems = {one: next(iter(concepts)) for one, concepts in by_stem.items() if len(concepts) == 1}
    texts: dict[str, int] = {}
    if learned:
        for row in _rows(HERE / "learned.csv"):
            texts[row["concept"]] = int(row["texts"])
            stems |= dict.fromkeys(row["stems"].split(), row["concept"])
    return Vocabulary(by_word, stems, by_phrase, with_particle, kind, language, texts, texts.pop("", 0))


@cache
def vocabulary() -> Vocabulary:
    """Return the shipped vocabulary, read once a process."""
    return read_vocabulary()


def _entries(rows: Iterable[Mapping[str, str]]) -> Iterable[tuple[str, str]]:
    for row in rows:
        for entry in (*row["fr"].split(), *row["en"].split()):
            yield row["concept"], entry.replace("_", " ")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
