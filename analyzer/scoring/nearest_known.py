"""Which tasks of a list a new text is most like: by its words and its meaning together.

The encoder alone puts tasks of one kind together, and words alone miss another way of saying it: likeness is half that
of the words and half that of the meaning. Whether two are the same work is told as in the scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from analyzer.scoring.same_work import work_keys
from analyzer.scoring.text import comparison_key

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True)
class KnownTask:
    """A known text that is like a new one.

    :ivar place: its place among the known texts.
    :ivar likeness: 0..1, half of it from the words and half from the meaning.
    :ivar same: whether the two are taken to be the same work.
    """

    place: int
    likeness: float
    same: bool


def nearest_known(
    text: str, vector: FloatArray, known: Sequence[str], known_vectors: FloatArray, count: int = 3
) -> list[KnownTask]:
    """Return the known texts that are most like a text, the likest first.

    :param text: a cleaned text.
    :param vector: its unit vector, shape (dimensions,).
    :param known: different cleaned texts.
    :param known_vectors: their unit vectors, shape (len(known), dimensions).
    """
    if not known:
        return []
    wording = process.cdist(
        [comparison_key(text)], [comparison_key(one) for one in known], scorer=fuzz.token_sort_ratio
    )[0]
    likeness = (known_vectors @ vector + wording / 100) / 2
    best = [int(place) for place in np.argsort(-likeness, kind="stable")[:count]]
    *keys, own = work_keys([*(known[place] for place in best), text], np.vstack([known_vectors[best], vector]))
    return [
        KnownTask(place, float(likeness[place]), same=known[place] == text or key == own)
        for place, key in zip(best, keys, strict=True)
    ]
