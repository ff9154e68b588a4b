"""How alike two tasks are, as far as what was said of one may be said of the other: nearly the same words, and meant
alike.

Words come first: the encoder was trained to tell apart what can be automated, so it puts unlike work of one kind
together. Its vectors are a check on them, that "enter" and "approve the invoices" are not one task. They are compared
with what the texts at hand have in common taken off: what is left lies near 0 for any two of them, near 1 for one and
the same, whichever encoder made them. A task and its translation share no words and stay apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from analyzer.scoring.text import comparison_key

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
Vectors = npt.NDArray[np.float32]

WORDS_FROM, WORDS_TO = 0.55, 0.85
"""Likeness of wording, 0..1, at which tasks begin to be alike and from which they are as alike as words can tell. It is
the mean of rapidfuzz's ``token_sort_ratio`` and ``token_set_ratio`` (the same words in any order; all words of one in
the other): two tasks of a team that have nothing in common reach 0.4 to 0.5, a task told with other endings or a few
words more 0.8 to 1."""

MEANING_FROM, MEANING_TO = 0.5, 0.9
"""Centred cosine, -1..1, between which the meaning bears the wording out: below, nothing is alike; above, wording alone
counts. Look-alikes ("draw up" and "sign the contract") mostly stay below the first."""

_LEAST_SORTED = 50.0
"""``token_sort_ratio`` below which no pair is looked at further: one of the two is then a fragment of the other."""
_USUAL_WEIGHT = 30.0
"""Texts that the usual vector counts for in the centre: a list shorter than that says little about what its tasks
share."""
_CHUNK = 4096


@dataclass(frozen=True)
class Pairs:
    """Texts that are alike, as three arrays of one length.

    :ivar text: places among the texts.
    :ivar known: places among the known texts.
    :ivar value: how alike, above 0, at most 1.
    """

    text: IntArray
    known: IntArray
    value: FloatArray


def wording_pairs(texts: Sequence[str], known: Sequence[str], *, equal_only: bool = False) -> Pairs:
    """Return the pairs whose wording is alike enough to ask for their meaning.

    :param texts: cleaned texts.
    :param known: cleaned texts that they are compared with.
    :param equal_only: only equal wording counts (for lists so long that comparing all with all would take minutes).
    :returns: ``value`` is the likeness of wording, from :data:`WORDS_FROM` to 1; 1 only for equal wording.
    """
    keys, known_keys = [comparison_key(text) for text in texts], [comparison_key(text) for text in known]
    found = list((_equal if equal_only else _alike)(keys, known_keys))
    places = np.array([(text, of) for text, of, _ in found], np.int64).reshape(-1, 2)
    return Pairs(places[:, 0], places[:, 1], np.array([value for _, _, value in found], float))


def _equal(keys: list[str], known: list[str]) -> Iterator[tuple[int, int, float]]:
    places: dict[str, list[int]] = {}
    for place, key in enumerate(known):
        if key:
            places.setdefault(key, []).append(place)
    for i, key in enumerate(keys):
        yield from ((i, place, 1.0) for place in places.get(key, ()))


def _alike(keys: list[str], known: list[str]) -> Iterator[tuple[int, int, float]]:
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        in_order = process.cdist(
            chunk, known, scorer=fuzz.token_sort_ratio, score_cutoff=_LEAST_SORTED, dtype=np.float32
        )
        for row, place in zip(*np.nonzero(in_order), strict=True):
            one, other = chunk[row], known[place]
            if one == other and one:
                yield start + int(row), int(place), 1.0
            elif (value := (float(in_order[row, place]) + fuzz.token_set_ratio(one, other)) / 200.0) > WORDS_FROM:
                # What is not word for word the same leaves its meaning to be asked for.
                yield start + int(row), int(place), min(value, 0.999)


def centre(vectors: Vectors, usual: Vectors | None = None) -> Vectors:
    """Return what the texts at hand have in common, to be taken off before their meanings are compared.

    :param vectors: their unit vectors, shape (n, dimensions); n may be 0 where ``usual`` is given.
    :param usual: the mean vector of tasks in general, shape (dimensions,); it outweighs a short list.
    """
    if usual is None:
        mean: Vectors = vectors.mean(axis=0)
        return mean
    weighed: Vectors = (vectors.sum(axis=0) + _USUAL_WEIGHT * usual) / (len(vectors) + _USUAL_WEIGHT)
    return weighed


def likeness(wording: Pairs, vectors: Vectors, known_vectors: Vectors, middle: Vectors) -> Pairs:
    """Return how alike the pairs are, words and meaning together; those that are not are left out.

    :param wording: from :func:`wording_pairs`.
    :param vectors: unit vectors of the texts, shape (texts, dimensions); only those that ``wording`` names are read.
    :param known_vectors: unit vectors of the known texts.
    :param middle: from :func:`centre`.
    :returns: ``value`` is 1 for the same words, whatever their vectors say, else the share that the words reach of the
        way from :data:`WORDS_FROM` to :data:`WORDS_TO` times that which the centred cosine reaches of its own.
    """
    ones, others = _centred(vectors[wording.text], middle), _centred(known_vectors[wording.known], middle)
    meaning = np.einsum("ij,ij->i", ones, others).astype(float)
    value = _reached(wording.value, WORDS_FROM, WORDS_TO) * _reached(meaning, MEANING_FROM, MEANING_TO)
    value = np.where(wording.value >= 1.0, 1.0, value)
    alike = value > 0.0
    return Pairs(wording.text[alike], wording.known[alike], value[alike])


def _centred(vectors: Vectors, middle: Vectors) -> Vectors:
    moved = vectors - middle
    scaled: Vectors = moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
    return scaled


def _reached(values: FloatArray, start: float, end: float) -> FloatArray:
    reached: FloatArray = np.clip((values - start) / (end - start), 0.0, 1.0)
    return reached
