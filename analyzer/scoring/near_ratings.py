"""What the reference tasks nearest to a text were rated: a part of the scores that most depends on.

The heads draw one smooth surface through all ratings. A task that somebody rated, nearly as the text has it, says more
of that text than the surface does at its place; so three tenths of most readings are the mean of the reference tasks'
ratings, each weighted by its closeness (kernel regression of Nadaraya 1964 and Watson 1964).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from analyzer.scoring.heads import Readings, directions, surely_statement
from analyzer.scoring.vocabulary import LEVELS, OVERSIGHTS, RUBRIC, SOLUTIONS, VALUES

FloatArray = npt.NDArray[np.float32]

SHARE = 0.3
"""Part of a score that goes by the ratings of near tasks; with .45 the rank correlations on the calibration rows were
.003 apart at most."""
_WIDTH = 0.035
"""Cosine by which a reference task may be further away until it counts for a third (1/e); from .02 to .05 the mean of
six rank correlations on the calibration rows differed by .0015."""
TRAITS = {
    "solution": len(SOLUTIONS),
    "oversight": len(OVERSIGHTS),
    "value": len(VALUES),
    "rubric": len(RUBRIC),
}
"""What only everyday tasks were rated for, by the readings' names, and the number of columns of each. Flags are left to
the heads: they are rare, and what is near draws sure ones below the half from which they stand."""
_POINTS = 25.0
"""Points of 100 that one of the rubric's 4 stands for."""
_NEGLIGIBLE = 0.005
"""Part that a manner must have in a text for its reference tasks to be looked at."""
_AXES = 192
"""Principal axes along which texts are compared: they hold 98 % of how the reference tasks differ, at half the work of
all 384 (rank correlations on the calibration rows: .0002 lower)."""
_CHUNK, _PART = 256, 2048
"""Texts that are compared, and reference tasks that are put in place, at a time."""


@dataclass(frozen=True)
class NearRatings:
    """What the reference tasks near ``n`` texts were rated.

    :ivar level: shares of T0 to T4 among them, shape (n, 5).
    :ivar assistance: 0..100, shape (n,); likewise ``repetitiveness``.
    :ivar everyday: how much of a text is read by everyday tasks, 0..1, shape (n,).
    :ivar traits: what these were rated, by the names of :data:`TRAITS`, shape (n, columns) each; 0 where ``everyday``
        is 0.
    """

    level: FloatArray
    assistance: FloatArray
    repetitiveness: FloatArray
    everyday: FloatArray
    traits: dict[str, FloatArray]


class RatedTasks:
    """The reference tasks as what is near to them is rated by.

    An everyday task stands midway between its texts in all languages: that halves the work, and the rank correlations
    on the calibration rows are the same.

    :param vectors: unit vectors, shape (texts, dimensions): of labour-market statements, then of the everyday tasks in
        one language after the other.
    :param ratings: level 0..4, assistance 0..1 and repetitiveness 0..1 (NaN: not known), shape (texts, 3).
    :param traits: of the everyday tasks, the columns of :data:`TRAITS` beside each other, shape (tasks, columns).
    :param languages: in how many languages the everyday tasks stand.
    """

    def __init__(self, vectors: FloatArray, ratings: FloatArray, traits: FloatArray, languages: int = 1) -> None:
        statements = len(vectors) - languages * len(traits)
        middle = vectors[statements:].reshape(languages, len(traits), -1).mean(axis=0)
        vectors = np.vstack([vectors[:statements], directions(middle, np.zeros(middle.shape[1], np.float32))])
        ratings = ratings[: len(vectors)]
        self._centre = vectors.mean(axis=0)
        parts = np.array_split(vectors, -(-len(vectors) // _PART))  # a copy of all would be the most that memory holds
        spread = np.sum([away.T @ away for away in (directions(part, self._centre) for part in parts)], axis=0)
        self._axes = np.linalg.eigh(spread)[1][:, -_AXES:]
        self._places = np.vstack([directions(part, self._centre) @ self._axes for part in parts])
        told = ~np.isnan(ratings[:, 2])
        often = np.where(told, ratings[:, 2], 0.0) * 100.0
        of_all = np.column_stack([told, often, _level_shares(ratings[:, 0]), ratings[:, 1] * 100.0]).astype(np.float32)
        self._manners = slice(0, statements), slice(statements, len(vectors))
        self._values = of_all[:statements], np.hstack([of_all[statements:], traits])

    def near(self, vectors: FloatArray, statement: FloatArray) -> NearRatings:
        """Return what is near to texts was rated: the statements and the everyday texts each by the text's manner.

        :param vectors: unit vectors of the texts, shape (n, dimensions).
        :param statement: how much each text is written like a statement, 0..1, shape (n,).
        """
        # A manner that is not looked at has no say, however small its part.
        statement = np.where(statement < _NEGLIGIBLE, 0.0, np.where(statement > 1.0 - _NEGLIGIBLE, 1.0, statement))
        statement = statement.astype(np.float32)
        places = directions(vectors, self._centre) @ self._axes / _WIDTH
        found = []
        for rows, all_values, part in zip(self._manners, self._values, (statement, 1.0 - statement), strict=True):
            asked = np.flatnonzero(part)
            means = np.zeros((len(vectors), all_values.shape[1] - 1), np.float32)
            for start in range(0, len(asked), _CHUNK):
                some = asked[start : start + _CHUNK]
                means[some] = _means(places[some] @ self._places[rows].T, all_values)
            found.append(means)
        of_statements, of_everyday = found
        shared = of_statements.shape[1]
        often = surely_statement(statement)
        part = statement[:, None]
        mixed = part * of_statements + (1.0 - part) * of_everyday[:, :shared]
        ends = np.cumsum(list(TRAITS.values()))[:-1]
        return NearRatings(
            level=mixed[:, 1:-1],
            assistance=mixed[:, -1],
            repetitiveness=often * of_statements[:, 0] + (1.0 - often) * of_everyday[:, 0],
            everyday=1.0 - statement,
            traits=dict(zip(TRAITS, np.split(of_everyday[:, shared:], ends, axis=1), strict=True)),
        )


def mixed_with(readings: Readings, near: NearRatings) -> Readings:
    """Return readings of which :data:`SHARE` goes by what is near; less of it for what only everyday tasks were rated
    for, the more a text is like a statement."""
    rubric = near.traits["rubric"]
    traits = {
        **near.traits,
        "physical": rubric[:, RUBRIC.index("physical")] * _POINTS,
        "interpersonal": rubric[:, RUBRIC.index("relation")] * _POINTS,
    }
    return replace(
        readings,
        **{
            name: blended(getattr(readings, name), getattr(near, name))
            for name in ("level", "assistance", "repetitiveness")
        },
        **{name: blended(getattr(readings, name), values, near.everyday) for name, values in traits.items()},
    )


def blended(own: FloatArray, near: FloatArray, part: FloatArray | float = 1.0) -> FloatArray:
    """Return values, shape (n,) or (n, columns), of which :data:`SHARE` goes by what is near.

    :param part: what part of that share, 0..1, shape (n,) if it differs.
    """
    share = np.asarray(SHARE * part, np.float32)
    if share.ndim < own.ndim:
        share = share[..., None]
    result: FloatArray = (1.0 - share) * own + share * near
    return result


def _means(nearness: FloatArray, values: FloatArray) -> FloatArray:
    """Return the means of the reference tasks' values, the first of those that have one.

    :param nearness: logarithm of the weight of each task, shape (n, tasks); it is written over.
    :param values: whether each task has the first value, the first value, and all others, shape (tasks, 2 + m).
    :returns: shape (n, 1 + m).
    """
    nearness -= nearness.max(axis=1, keepdims=True)  # the means are the same, and no weight is too small to be told
    weight = np.exp(nearness, out=nearness)
    sums = weight @ values
    result: FloatArray = sums[:, 1:] / weight.sum(axis=1, keepdims=True)
    result[:, 0] = sums[:, 1] / np.maximum(sums[:, 0], np.finfo(np.float32).tiny)
    return result


def _level_shares(levels: FloatArray) -> FloatArray:
    """Return each level as shares of T0 to T4, shape (tasks, 5): one between two (raters differ) is some of both."""
    shares: FloatArray = np.maximum(0.0, 1.0 - np.abs(levels[:, None] - np.arange(len(LEVELS)))).astype(np.float32)
    return shares
