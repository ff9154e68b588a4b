"""From a vector to readings: the served form of the heads that scikit-learn fitted.

Every head is linear over the same features: the vector itself and its closeness (RBF kernel) to a few hundred
landmark tasks.
So the heads are three arrays in ``heads.safetensors``, and one matrix product gives every reading; scikit-learn is
needed to fit them (:mod:`analyzer.training.heads`), not to use them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load

from analyzer.errors import ModelError
from analyzer.scoring.manifest import Manifest
from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS, LEVEL_VALUES, OVERSIGHTS, RUBRIC, SOLUTIONS, VALUES

FloatArray = npt.NDArray[np.float32]

LAYOUT: dict[str, int] = {
    "level": len(LEVEL_VALUES) - 1,
    "assistance": 1,
    "repetitiveness": 1,
    "physical": 1,
    "interpersonal": 1,
    "recognised": 1,
    "rubric": len(RUBRIC),
    "activity": len(ACTIVITIES),
    "solution": len(SOLUTIONS),
    "oversight": len(OVERSIGHTS),
    "value": len(VALUES),
    "flags": len(FLAGS),
}
"""Heads and the number of outputs of each, in the order of the columns of the weights."""


@dataclass(frozen=True)
class Readings:
    """What the heads say of ``n`` vectors.

    :ivar level: probabilities of T0 to T4, shape (n, 5).
    :ivar assistance: 0..100; likewise ``repetitiveness``, ``physical``, ``interpersonal``, all from the text alone.
    :ivar recognised: probability that the text is a work task at all, 0..1.
    :ivar rubric: the rubric's items, 0..4, shape (n, 12).
    :ivar activity: probabilities, shape (n, 37); likewise ``solution`` (12), ``oversight`` (4), ``value`` (6).
    :ivar flags: probability of each flag on its own, shape (n, 6).
    """

    level: FloatArray
    assistance: FloatArray
    repetitiveness: FloatArray
    physical: FloatArray
    interpersonal: FloatArray
    recognised: FloatArray
    rubric: FloatArray
    activity: FloatArray
    solution: FloatArray
    oversight: FloatArray
    value: FloatArray
    flags: FloatArray


class Heads:
    """The heads, tied to the encoder whose vectors they were fitted on.

    :raises ModelError: if the file is missing, altered, of another layout, or fitted on another encoder.
    """

    def __init__(self, manifest: Manifest) -> None:
        content = manifest.read("heads.safetensors")
        arrays = load(content)
        self.about = _metadata(content)
        if self.about.get("encoder") != manifest.files["encoder.onnx"]:
            raise ModelError(
                "The heads in “{folder}” belong to another encoder: install the matching models.",
                folder=manifest.folder,
            )
        if json.loads(self.about.get("layout", "{}")) != LAYOUT:
            raise ModelError(
                "The heads in “{folder}” have another layout: install the matching models.", folder=manifest.folder
            )
        self._landmarks = arrays["landmarks"]
        self._weights = arrays["weights"]
        self._bias = arrays["bias"]
        self._gamma = float(arrays["gamma"][0])
        self.interval_factor = float(arrays["interval_factor"][0])
        self.familiar_from, self.familiar_to = (float(value) for value in arrays["familiar"])

    def features(self, vectors: FloatArray) -> FloatArray:
        """Return the vectors with their closeness to each landmark, shape (n, dimensions + landmarks)."""
        return kernel_features(vectors, self._landmarks, self._gamma)

    def read(self, vectors: FloatArray) -> Readings:
        """Return all readings of unit vectors of shape (n, dimensions)."""
        out = self.features(vectors) @ self._weights + self._bias
        parts: dict[str, FloatArray] = {}
        at = 0
        for name, size in LAYOUT.items():
            parts[name] = out[:, at : at + size]
            at += size
        return Readings(
            level=level_probabilities(sigmoid(parts["level"])),
            assistance=_percent(parts["assistance"]),
            repetitiveness=_percent(parts["repetitiveness"]),
            physical=_percent(parts["physical"]),
            interpersonal=_percent(parts["interpersonal"]),
            recognised=sigmoid(parts["recognised"])[:, 0],
            rubric=np.clip(parts["rubric"], 0.0, 4.0),
            activity=softmax(parts["activity"]),
            solution=softmax(parts["solution"]),
            oversight=softmax(parts["oversight"]),
            value=softmax(parts["value"]),
            flags=sigmoid(parts["flags"]),
        )


def _metadata(content: bytes) -> dict[str, str]:
    """Return the text entries of a safetensors file (its header is JSON behind a length of 8 bytes)."""
    length = int.from_bytes(content[:8], "little")
    metadata: dict[str, str] = json.loads(content[8 : 8 + length]).get("__metadata__", {})
    return metadata


def kernel_features(vectors: FloatArray, landmarks: FloatArray, gamma: float) -> FloatArray:
    """Return the vectors beside ``exp(-gamma * squared distance)`` to each landmark; all are unit vectors."""
    distance = 2.0 - 2.0 * (vectors @ landmarks.T)
    return np.hstack([vectors, np.exp(-gamma * distance)]).astype(np.float32)


def level_probabilities(reached: FloatArray) -> FloatArray:
    """Turn the probabilities of reaching T1, T2, T3, T4 into those of T0 to T4.

    :param reached: shape (n, 4); a higher level is never likelier than a lower one is taken to be.
    :returns: shape (n, 5), rows add to 1.
    """
    falling = np.minimum.accumulate(reached, axis=1)
    edges = np.hstack([np.ones((len(falling), 1)), falling, np.zeros((len(falling), 1))])
    result: FloatArray = (edges[:, :-1] - edges[:, 1:]).astype(np.float32)
    return result


def moments(probabilities: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return mean and standard deviation of the automatability, 0..100, that level probabilities (n, 5) stand for."""
    values = np.array(LEVEL_VALUES, np.float32)
    mean: FloatArray = probabilities @ values
    variance = probabilities @ values**2 - mean**2
    spread: FloatArray = np.sqrt(np.maximum(variance, 25.0))
    return mean, spread


def sigmoid(x: FloatArray) -> FloatArray:
    """Return the logistic function of ``x``."""
    result: FloatArray = (1.0 / (1.0 + np.exp(-np.clip(x, -30.0, 30.0)))).astype(np.float32)
    return result


def softmax(x: FloatArray) -> FloatArray:
    """Return the softmax of each row."""
    shifted = np.exp(x - x.max(axis=1, keepdims=True))
    result: FloatArray = (shifted / shifted.sum(axis=1, keepdims=True)).astype(np.float32)
    return result


def _percent(column: FloatArray) -> FloatArray:
    result: FloatArray = np.clip(column[:, 0] * 100.0, 0.0, 100.0).astype(np.float32)
    return result
