"""What the tasks of a list are about, read once and used by all parts of this room.

A task is read twice: by the encoder, which works across languages but was trained to tell apart what can be automated
rather than what is spoken of, and by its words. Both together tell which trade a task belongs to and which tasks of two
roles are near to each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.reallocation.words import hashed_words
from analyzer.scoring import Scorer, load_scorer
from analyzer.scoring.as_read import as_read
from analyzer.scoring.text import clean

FloatArray = npt.NDArray[np.float32]
Progress = Callable[[float], None]

_MEANING_SHARE = 0.5
"""Share of a closeness that comes from the encoder, the rest from words (judgement; words alone miss a translation)."""
_MEANING_FROM, _MEANING_TO = 0.1, 0.5
"""Cosine of two tasks from which they have something in common, and from which they are the same work told otherwise
(judgement)."""
_CHUNK = 1024


@dataclass(frozen=True, eq=False)
class Meaning:
    """The tasks of a frame as vectors.

    :ivar texts: cleaned texts, one a row of the frame.
    :ivar vectors: unit vectors, shape (rows, dimensions), encoder and words side by side: their cosine is near 0 for
        tasks that have nothing in common, near 1 for the same work.
    """

    texts: list[str]
    vectors: FloatArray


def read_meaning(frame: pd.DataFrame, scorer: Scorer | None = None, progress: Progress | None = None) -> Meaning:
    """Read the tasks of a frame.

    :param frame: one row a task, with ``task``.
    :param scorer: whose encoder reads; the shipped one if none is given.
    :param progress: called with the share done, 0..1.
    :raises ModelError: if a model file is missing or altered.
    """
    texts = [clean(str(text)) for text in frame["task"]]
    unique = sorted(set(texts))
    place = {text: i for i, text in enumerate(unique)}
    rows = np.array([place[text] for text in texts], int)
    vectors = unique_vectors(unique, scorer or load_scorer(), progress)
    return Meaning(texts, vectors[rows])


def nearness(cosine: FloatArray) -> FloatArray:
    """Return how near tasks are, 0..1, from the cosine of their vectors."""
    result: FloatArray = np.clip((cosine - _MEANING_FROM) / (_MEANING_TO - _MEANING_FROM), 0.0, 1.0)
    return result


def unique_vectors(texts: list[str], scorer: Scorer, progress: Progress | None = None) -> FloatArray:
    """Return the vectors of different cleaned texts, encoder and words side by side, of length 1."""
    parts = []
    for start in range(0, len(texts), _CHUNK):
        parts.append(scorer.encoder.encode([as_read(text) for text in texts[start : start + _CHUNK]]))
        if progress is not None:
            progress(min(start + _CHUNK, len(texts)) / len(texts))
    encoded = np.vstack(parts) if parts else np.zeros((0, scorer.reference.vectors.shape[1]), np.float32)
    # What all tasks have in common is taken off: what is left is near 0 for any two of them.
    meant = _unit(encoded - scorer.reference.vectors.mean(axis=0))
    said = hashed_words(texts)
    return np.hstack([np.sqrt(_MEANING_SHARE) * meant, np.sqrt(1.0 - _MEANING_SHARE) * said]).astype(np.float32)


def _unit(vectors: FloatArray) -> FloatArray:
    scaled: FloatArray = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return scaled
