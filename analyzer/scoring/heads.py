"""From a vector to readings: the served form of the heads that scikit-learn fitted.

Every head is linear in the closeness of a text (RBF kernel) to a thousand landmark tasks; those that most depends on
are linear in the text's words as well. So the heads are a few arrays in ``heads.safetensors``, and a matrix product
gives every reading; scikit-learn is needed to fit them (:mod:`analyzer.training.heads`), not to use them.

What is learned from two kinds of source is read twice: by labels of labour-market *statements* (O*NET: "Prepare and
maintain records of ...") and by our ratings of *everyday* texts ("pointage BL/factures"). A text's manner decides how
much each reading counts.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load

from analyzer.errors import ModelError
from analyzer.scoring.manifest import Manifest
from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS, LEVEL_VALUES, OVERSIGHTS, RUBRIC, SOLUTIONS, VALUES
from analyzer.scoring.words import words_of

FloatArray = npt.NDArray[np.float32]

_TWICE = {
    "level": len(LEVEL_VALUES) - 1,
    "assistance": 1,
    "repetitiveness": 1,
    "physical": 1,
    "interpersonal": 1,
    "activity": len(ACTIVITIES),
}
MANNERS = ("statement", "everyday")

LAYOUT: dict[str, int] = {
    **{f"{name}_{manner}": size for manner in MANNERS for name, size in _TWICE.items()},
    "manner": 1,
    "recognised": 1,
    "rubric": len(RUBRIC),
    "solution": len(SOLUTIONS),
    "oversight": len(OVERSIGHTS),
    "value": len(VALUES),
    "flags": len(FLAGS),
}
"""Heads and the number of outputs of each, in the order of the columns of the weights."""

WORDED = (
    "level_statement",
    "assistance_statement",
    "level_everyday",
    "assistance_everyday",
    "repetitiveness_everyday",
    "recognised",
    "repetitiveness_statement",
)
"""Heads that go by words as well; the columns of their word weights stand in this order."""

_SURELY_STATEMENT = 0.75
"""Manner from which how often a task is done goes by what job holders told of statements, more and more up to 1: they
told of few, and a user's text that is only somewhat like a statement is read better as an everyday one."""


@dataclass(frozen=True)
class Readings:
    """What the heads say of ``n`` vectors.

    :ivar level: probabilities of T0 to T4, shape (n, 5).
    :ivar assistance: 0..100; likewise ``repetitiveness``, ``physical``, ``interpersonal``, all from the text alone.
    :ivar statement: how much the text is written like a labour-market statement, 0..1.
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
    statement: FloatArray
    recognised: FloatArray
    rubric: FloatArray
    activity: FloatArray
    solution: FloatArray
    oversight: FloatArray
    value: FloatArray
    flags: FloatArray

    @classmethod
    def joined(cls, parts: Sequence[Readings]) -> Readings:
        """Return the readings of several parts as one."""
        return cls(**{field.name: np.concatenate([getattr(p, field.name) for p in parts]) for field in fields(cls)})


class Heads:
    """The heads, tied to the encoder whose vectors they were fitted on.

    :raises ModelError: if the file is missing, altered, of another layout, or fitted on another encoder.
    """

    def __init__(self, manifest: Manifest) -> None:
        content = manifest.read("heads.safetensors")
        arrays = {name: values.astype(np.float32) for name, values in load(content).items()}
        self.about = _metadata(content)
        if self.about.get("encoder") != manifest.encoder_hash:
            raise ModelError(
                "The heads in “{folder}” belong to another encoder: install the matching models.",
                folder=manifest.folder,
            )
        # A head that was fitted anew alone stands in a part of its own, behind the others.
        word_weights = np.hstack([arrays[name] for name in sorted(arrays) if name.startswith("word_weights")])
        same_words = word_weights.shape[1] == len(worded_columns())
        if json.loads(self.about.get("layout", "{}")) != LAYOUT or not same_words:
            raise ModelError(
                "The heads in “{folder}” have another layout: install the matching models.", folder=manifest.folder
            )
        self._kernel = Kernel(arrays["centre"], arrays["landmarks"], float(arrays["gamma"][0]))
        self._weights = arrays["weights"]
        self._bias = arrays["bias"]
        self._rarity = arrays["rarity"]
        self._word_weights = word_weights
        self._interval = arrays["interval"]
        self.familiar_from, self.familiar_to = (float(value) for value in arrays["familiar"])

    def read(self, vectors: FloatArray, texts: Sequence[str]) -> Readings:
        """Return all readings.

        :param vectors: unit vectors of shape (n, dimensions).
        :param texts: the texts that the encoder made them of.
        """
        out = self._kernel.features(vectors) @ self._weights + self._bias
        out[:, worded_columns()] += words_of(texts).read(self._rarity, self._word_weights)
        parts = split_columns(out)
        statement = sigmoid(parts["manner"])
        surely = surely_statement(statement)

        def mixed(name: str, statement: FloatArray = statement) -> FloatArray:
            values = [parts[f"{name}_{manner}"] for manner in MANNERS]
            if name == "level":
                values = [level_probabilities(sigmoid(value)) for value in values]
            elif name == "activity":
                values = [softmax(value) for value in values]
            result: FloatArray = statement * values[0] + (1.0 - statement) * values[1]
            return result

        return Readings(
            level=mixed("level"),
            assistance=_percent(mixed("assistance")),
            repetitiveness=_percent(mixed("repetitiveness", surely)),
            physical=_percent(mixed("physical")),
            interpersonal=_percent(mixed("interpersonal")),
            statement=statement[:, 0],
            recognised=sigmoid(parts["recognised"])[:, 0],
            rubric=np.clip(parts["rubric"], 0.0, 4.0),
            activity=mixed("activity"),
            solution=softmax(parts["solution"]),
            oversight=softmax(parts["oversight"]),
            value=softmax(parts["value"]),
            flags=sigmoid(parts["flags"]),
        )

    def interval(self, automatability: FloatArray, statement: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return low and high ends of the 90 % interval of automatability, 0..100.

        :param automatability: expected values, shape (n,).
        :param statement: :attr:`Readings.statement`, shape (n,).
        """
        return interval_at(self._interval, automatability, statement)


class Kernel:
    """Closeness of vectors to landmark tasks: ``exp(-gamma * squared distance)`` of directions from the centre.

    :param centre: mean vector of the texts fitted on, shape (dimensions,).
    :param landmarks: unit directions from the centre, shape (landmarks, dimensions).
    """

    def __init__(self, centre: FloatArray, landmarks: FloatArray, gamma: float) -> None:
        self.centre, self.landmarks, self.gamma = centre, landmarks, gamma

    def features(self, vectors: FloatArray) -> FloatArray:
        """Return the closeness of each vector to each landmark, shape (n, landmarks)."""
        distance = 2.0 - 2.0 * (directions(vectors, self.centre) @ self.landmarks.T)
        result: FloatArray = np.exp(-self.gamma * distance).astype(np.float32)
        return result


def directions(vectors: FloatArray, centre: FloatArray) -> FloatArray:
    """Return the unit directions of the vectors as seen from ``centre``."""
    moved = vectors - centre
    result: FloatArray = (moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return result


def worded_columns() -> list[int]:
    """Return the columns of the heads of :data:`WORDED`, in their order."""
    return [first_column(name) + place for name in WORDED for place in range(LAYOUT[name])]


def first_column(name: str) -> int:
    """Return the first column of a head."""
    names = list(LAYOUT)
    return sum(LAYOUT[before] for before in names[: names.index(name)])


def split_columns(out: FloatArray) -> dict[str, FloatArray]:
    """Return the columns of each head of :data:`LAYOUT`."""
    parts: dict[str, FloatArray] = {}
    at = 0
    for name, size in LAYOUT.items():
        parts[name] = out[:, at : at + size]
        at += size
    return parts


def surely_statement(statement: FloatArray) -> FloatArray:
    """Return how much a text's repetitiveness goes by statements, 0..1, for how much it is written like one."""
    surely: FloatArray = np.clip((statement - _SURELY_STATEMENT) / (1.0 - _SURELY_STATEMENT), 0.0, 1.0)
    return surely.astype(np.float32, copy=False)


INTERVAL_AT = np.linspace(0.0, 100.0, 11, dtype=np.float32)
"""Automatability at which the reach of the interval was set; between them it is interpolated."""


def interval_at(reach: FloatArray, automatability: FloatArray, statement: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the ends of the 90 % interval.

    :param reach: points below and above the expected value at :data:`INTERVAL_AT`, shape (2 manners, 2, 11).
    """
    ends = []
    for side, sign in ((0, -1.0), (1, 1.0)):
        each = [np.interp(automatability, INTERVAL_AT, reach[manner, side]) for manner in range(len(MANNERS))]
        ends.append(automatability + sign * (statement * each[0] + (1.0 - statement) * each[1]))
    low, high = (np.clip(end, 0.0, 100.0).astype(np.float32) for end in ends)
    return low, high


def _metadata(content: bytes) -> dict[str, str]:
    """Return the text entries of a safetensors file (its header is JSON behind a length of 8 bytes)."""
    length = int.from_bytes(content[:8], "little")
    metadata: dict[str, str] = json.loads(content[8 : 8 + length]).get("__metadata__", {})
    return metadata


def level_probabilities(reached: FloatArray) -> FloatArray:
    """Turn the probabilities of reaching T1, T2, T3, T4 into those of T0 to T4.

    :param reached: shape (n, 4); a higher level is never likelier than a lower one is taken to be.
    :returns: shape (n, 5), rows add to 1.
    """
    falling = np.minimum.accumulate(reached, axis=1)
    edges = np.hstack([np.ones((len(falling), 1)), falling, np.zeros((len(falling), 1))])
    result: FloatArray = (edges[:, :-1] - edges[:, 1:]).astype(np.float32)
    return result


def expected(probabilities: FloatArray) -> FloatArray:
    """Return the automatability, 0..100, that level probabilities (n, 5) stand for."""
    result: FloatArray = probabilities @ np.array(LEVEL_VALUES, np.float32)
    return result


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
