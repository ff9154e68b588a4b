"""Which tasks are the same work, whoever does them: told by their wording, and checked by their meaning.

The encoder was trained to tell apart what can be automated, not what is spoken of: alone it would join tasks that are
only alike in kind. So two texts are taken to be the same work if they use nearly the same words, in any order, and mean
about the same; a task and its translation stay apart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from analyzer.scoring.text import comparison_key

FloatArray = npt.NDArray[np.float32]

SAME_WORDS = 82.0
"""Likeness of wording, 0..100 (``rapidfuzz.fuzz.token_sort_ratio``), from which texts may be the same work."""

SAME_MEANING = 0.80
"""Cosine that they must reach as well: "draw up" and "approve the contract" are alike in words only."""

MOST_TEXTS = 20_000
"""Above this many different texts only equal wording is grouped: comparing all with all would take minutes."""


def work_keys(texts: Sequence[str], vectors: FloatArray) -> list[str]:
    """Return a key a text that is equal for texts which are the same work.

    Texts are taken shortest first; each joins the earlier group whose first text is most like it, so that no chain of
    small differences joins what is far apart. The same texts give the same keys in any order.

    :param texts: different cleaned texts.
    :param vectors: their unit vectors, shape (len(texts), dimensions).
    """
    wording = [comparison_key(text) for text in texts]
    order = sorted(range(len(texts)), key=lambda i: (len(wording[i]), wording[i], texts[i]))
    leader_of: dict[str, int] = {}
    leaders: list[int] = []
    keys = [""] * len(texts)
    for i in order:
        leader = leader_of.get(wording[i])
        if leader is None and wording[i] and len(texts) <= MOST_TEXTS:
            leader = _most_alike(i, leaders, wording, vectors)
        if leader is None:
            leader = i
            leaders.append(i)
        leader_of[wording[i]] = leader
        keys[i] = _short_hash(wording[leader] or texts[leader])
    return keys


def _most_alike(row: int, leaders: list[int], wording: list[str], vectors: FloatArray) -> int | None:
    """Return the leader that is most like the text of ``row``, or None if none is alike enough."""
    alike = process.extract(
        wording[row],
        [wording[leader] for leader in leaders],
        scorer=fuzz.token_sort_ratio,
        score_cutoff=SAME_WORDS,
        limit=5,
    )
    close = [leaders[place] for _, _, place in alike if float(vectors[leaders[place]] @ vectors[row]) >= SAME_MEANING]
    return close[0] if close else None


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
