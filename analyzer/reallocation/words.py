"""The words of a task: what trade it speaks of, and which other tasks speak of the same.

Counted once from the everyday set, which is shipped with the application in both languages.
"""

from __future__ import annotations

import csv
import zlib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analyzer.scoring.text import comparison_key

FloatArray = npt.NDArray[np.float32]

STEM = 6
"""Letters that are kept of a word: "facture", "factures" and "facturation" begin alike."""
_SHORTEST = 3
_HOLDING = """
all and apres are aux avant avec before chaque comes des dont each entre est for from has into jour les
leur leurs mise nor nos not nous one ont our out own par pas pour qui quoi sans ses soi son sont sur
that the their them they une vers vous week what when where who why with without you your
"""
SAY_NOTHING = frozenset(_HOLDING.split())
"""Stems of words that hold sentences together: rare in task titles, which are short, and yet no sign of a common
subject. "Rendez-vous" is one word, not two."""
_DIMENSIONS = 512
_EVERYDAY = Path(__file__).parents[1] / "training" / "everyday" / "tasks.csv"
_PULL = 4.0
"""Tasks of the usual mix that a function counts for in addition: a word seen once says little (judgement)."""


def stems(text: str) -> list[str]:
    """Return the beginnings of a text's words, without accents, in their order; words of one or two letters are left
    out."""
    return [word[:STEM] for word in comparison_key(text).split() if len(word) >= _SHORTEST]


@cache
def everyday_functions() -> tuple[str, ...]:
    """Return the functions of the everyday set, in the order of their codes."""
    return tuple(sorted({row["function"] for row in _everyday()}))


def function_evidence(texts: Sequence[str]) -> npt.NDArray[np.float64]:
    """Return how much the words of each text speak for each function (naive Bayes).

    :returns: shape (texts, functions), log-likelihood ratio to the usual mix of functions: 0 for a text whose words say
        nothing.
    """
    place, table = _word_table()
    evidence = np.zeros((len(texts), len(everyday_functions())))
    for row, text in enumerate(texts):
        known = [place[stem] for stem in _once(text) if stem in place]
        if known:
            evidence[row] = table[known].sum(axis=0)
    return evidence


def hashed_words(texts: Sequence[str]) -> FloatArray:
    """Return the words of each text as a vector of length 1 (or 0), shape (texts, 512): rare words weigh most.

    Each stem has a place and a sign by its checksum, so that any two texts can be compared, whatever their words.
    """
    known, unseen = _rarity()
    vectors = np.zeros((len(texts), _DIMENSIONS), np.float32)
    for row, text in enumerate(texts):
        for stem in _once(text):
            code = zlib.crc32(stem.encode())
            vectors[row, code % _DIMENSIONS] += (1.0 if code & 0x10000 else -1.0) * known.get(stem, unseen)
    result: FloatArray = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return result


def rarity(words: Sequence[str]) -> npt.NDArray[np.float64]:
    """Return how rare each stem is in everyday tasks: the logarithm of all texts over those that hold it."""
    known, unseen = _rarity()
    return np.array([known.get(stem, unseen) for stem in words])


def _once(text: str) -> tuple[str, ...]:
    """Return the different stems of a text in their order: a sum of floats depends on it in its last digits."""
    return tuple(dict.fromkeys(stems(text)))


@cache
def _everyday() -> tuple[dict[str, str], ...]:
    with _EVERYDAY.open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


@cache
def _everyday_stems() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the stems of each everyday task in its two languages."""
    return tuple((frozenset(stems(row["fr"])), frozenset(stems(row["en"]))) for row in _everyday())


@cache
def _word_table() -> tuple[dict[str, int], npt.NDArray[np.float64]]:
    """Return the place of each stem, and the log ratio of its share in each function to its share in all."""
    functions = everyday_functions()
    place: dict[str, int] = {}
    seen: list[tuple[int, int]] = []
    size = np.zeros(len(functions))
    for row, said in zip(_everyday(), _everyday_stems(), strict=True):
        function = functions.index(row["function"])
        size[function] += 1
        # A task counts once for each of its words, in whichever of its two languages they stand.
        both = sorted(set().union(*said))
        seen.extend((place.setdefault(stem, len(place)), function) for stem in both)
    counts = np.zeros((len(place), len(functions)))
    np.add.at(counts, tuple(np.array(seen).T), 1.0)
    usual = counts.sum(axis=1, keepdims=True) / size.sum()
    return place, np.log((counts + _PULL * usual) / (size + _PULL) / usual)


@cache
def _rarity() -> tuple[dict[str, float], float]:
    """Return how rare each stem is among everyday tasks (log of all over those that hold it), and an unseen one."""
    held = Counter(stem for both in _everyday_stems() for said in both for stem in said)
    texts = 2 * len(_everyday())
    return {stem: float(np.log(texts / count)) for stem, count in held.items()}, float(np.log(texts))
