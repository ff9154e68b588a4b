"""Which tasks are the same work, whoever does them and in whichever of the two languages."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from analyzer.scoring.text import comparison_key

FloatArray = npt.NDArray[np.float32]

SAME_WORK = 0.90
"""Cosine from which two texts are taken to be the same work (chosen on the French and English pairs of the everyday
set)."""

MOST_TEXTS = 20_000
"""Above this many different texts only equal wording is grouped: comparing all with all would take minutes."""


def work_keys(texts: Sequence[str], vectors: FloatArray, threshold: float = SAME_WORK) -> list[str]:
    """Return a key a text that is equal for texts which are the same work.

    Texts are taken shortest first; each joins the closest earlier group whose first text is at least ``threshold``
    close, so
    that no chain of small differences joins what is far apart. The same texts give the same keys in any order.

    :param texts: different cleaned texts.
    :param vectors: their unit vectors, shape (len(texts), dimensions).
    """
    wording = [comparison_key(text) for text in texts]
    order = sorted(range(len(texts)), key=lambda i: (len(wording[i]), wording[i], texts[i]))
    leader_of: dict[str, int] = {}
    leaders: list[int] = []
    keys = [""] * len(texts)
    leader_vectors = np.empty_like(vectors)
    for i in order:
        leader = leader_of.get(wording[i])
        if leader is None and leaders and len(texts) <= MOST_TEXTS:
            cosines = leader_vectors[: len(leaders)] @ vectors[i]
            best = int(np.argmax(cosines))
            leader = leaders[best] if cosines[best] >= threshold else None
        if leader is None:
            leader = i
            leader_vectors[len(leaders)] = vectors[i]
            leaders.append(i)
        leader_of[wording[i]] = leader
        keys[i] = _short_hash(wording[leader] or texts[leader])
    return keys


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
