"""What a role says of how often its tasks come back: the same words are routine at a switchboard and not in a
management.

Learned from the occupations whose job holders told how often they do each task (O*NET): where these tasks recur more,
or less, than their words let expect, the difference is the occupation's. A role takes it over from the occupations
whose names mean the same, by a Gaussian process over the names (French and English): nothing for a role that is like
none of them, a few points at most for any. Only the repetitiveness moves; for the other scores a role told nothing
about held-out occupations (:mod:`analyzer.training.role_context`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load, save

from analyzer.errors import ModelError
from analyzer.scoring.compact import packed, unpacked
from analyzer.scoring.manifest import Manifest
from analyzer.scoring.neutral import neutral
from analyzer.scoring.text import clean
from analyzer.scoring.typing_habits import usually_typed

FloatArray = npt.NDArray[np.float32]

FILE = "roles.safetensors"
MOST_POINTS = 4.0
"""Points of 100 that a role may move the repetitiveness by: held-out occupations hardly moved it further."""
GAMMA = 3.0
"""How fast the likeness of two names falls with their distance (kernel exp(-GAMMA·distance²)). From 2 to 4 held-out
occupations gain alike, and the French and English names of a role agree best."""

_UNLIKE, _LIKE = 0.80, 0.87
"""Cosine to the nearest name up to which a role is like none ("zzz", "Paul", "Team 1" come to 0.80), and from which it
is wholly like one: the encoder lays all short texts near to one another, so that the process alone would not tell."""

_ASIDE = re.compile(r"\([^)]*\)|\b[hHfFmM] ?/ ?[hHfFwWxX]\b")


def role_as_read(role: str) -> str:
    """Return a role as the encoder reads it: without what stands in brackets, "h/f", gender and capitals."""
    return usually_typed(neutral(clean(_ASIDE.sub(" ", role)))).lower()


class RoleContext:
    """How many points of repetitiveness a role adds or takes, tied to the encoder that reads its name.

    :raises ModelError: if the file is missing, altered, or made with another encoder.
    """

    def __init__(self, manifest: Manifest) -> None:
        arrays = load(manifest.read(FILE))
        about = json.loads(arrays["about"].tobytes().decode("utf-8"))
        if about["encoder"] != manifest.encoder_hash:
            raise ModelError(
                "The role names in “{folder}” belong to another encoder: install the matching models.",
                folder=manifest.folder,
            )
        self._occupations: list[str] = about["occupations"]
        self._names = unpacked(arrays)
        self._weights = arrays["weights"]

    def points(self, vectors: FloatArray) -> FloatArray:
        """Return the points that roles add to the repetitiveness, -4..4, shape (n,).

        :param vectors: of the roles as :func:`role_as_read` gives them, shape (n, dimensions).
        """
        found: FloatArray = 100.0 * (likeness(vectors, self._names) @ self._weights)
        closest = (vectors @ self._names.T).max(axis=1)
        like = ((closest - _UNLIKE) / (_LIKE - _UNLIKE)).clip(0.0, 1.0)
        points: FloatArray = like * found.clip(-MOST_POINTS, MOST_POINTS)
        return points

    def nearest(self, vector: FloatArray) -> str:
        """Return the title of the occupation whose name is nearest to a role's (O*NET, in English)."""
        return self._occupations[int((self._names @ vector).argmax())]


def likeness(some: FloatArray, others: FloatArray) -> FloatArray:
    """Return how alike names are, 0..1, for unit vectors: shape (some, others)."""
    result: FloatArray = np.exp(-GAMMA * (2.0 - 2.0 * some @ others.T)).astype(np.float32)
    return result


def role_context_bytes(
    vectors: FloatArray, weights: FloatArray, occupations: Sequence[str], encoder_hash: str
) -> bytes:
    """Return the content of ``roles.safetensors``.

    :param vectors: of the names, shape (n, dimensions).
    :param weights: of each name, shape (n,): their sum over likeness gives shares of the scale.
    :param occupations: title of the occupation that each name stands for.
    """
    about = json.dumps({"encoder": encoder_hash, "occupations": list(occupations)}, ensure_ascii=False)
    return save(
        {
            **packed(vectors),
            "weights": weights.astype(np.float32),
            "about": np.frombuffer(about.encode("utf-8"), np.uint8).copy(),
        }
    )
