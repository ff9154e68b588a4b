"""Probabilities that mean what they say and intervals that hold: both set on rows that the heads were not fitted on."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from analyzer.scoring.heads import (
    INTERVAL_AT,
    LAYOUT,
    MANNERS,
    expected,
    first_column,
    interval_at,
)

FloatArray = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating]
COVERAGE = 0.90
_LEAST_FACTOR = {"statement": 0.85, "everyday": 1.0}
"""Ranges of everyday texts are never narrowed: three functions say less of the next one than occupations do."""
_TEXTS_A_TASK = {"statement": 1, "everyday": 2}
"""The French and the English of a task are wrong together: they say as much as one text."""
_NEAR, _CROWDED = 8.0, 5.0
"""Points of 100: rows this near to a place of the scale decide how far the interval reaches there, and rows this near
to one another make a crowd."""
_ALMOST_ALL = 0.99
_FEW = 60.0
"""Where fewer rows than this lie near, the nearest rows beyond count too."""


def level_calibration(
    outputs: dict[str, FloatArray], truth: dict[str, npt.NDArray[np.float64]]
) -> tuple[FloatArray, FloatArray]:
    """Return by how much to scale and shift the heads so that the probabilities of the levels are right on held-out
    rows (Platt).

    :param outputs: of all heads for held-out rows by manner, shape (n, columns).
    :param truth: their levels, 0..4, by manner.
    :returns: slope and shift of each column; 1 and 0 where it is none of a level's.
    """
    columns = sum(LAYOUT.values())
    slope, shift = np.ones(columns, np.float32), np.zeros(columns, np.float32)
    for manner in MANNERS:
        first = first_column(f"level_{manner}")
        for column in range(first, first + LAYOUT[f"level_{manner}"]):
            logits = outputs[manner][:, [column]]
            lower, part = np.floor(truth[manner]), truth[manner] % 1
            threshold = column - first + 1
            reached = np.concatenate([lower >= threshold, lower + 1 >= threshold])
            model = LogisticRegression(C=100.0).fit(
                np.vstack([logits, logits]), reached, sample_weight=np.concatenate([1 - part, part])
            )
            slope[column], shift[column] = float(model.coef_[0, 0]), float(model.intercept_[0])
    return slope, shift


def interval_reach(levels: dict[str, FloatArray], truth: dict[str, npt.NDArray[np.float64]]) -> FloatArray:
    """Return how far the 90 % interval reaches below and above the expected automatability, by place on the scale.

    Split conformal prediction, local in the expected value: at each place the shortest interval that holds nine in ten
    of what held-out rows near it were off, and more than nine in ten where there are few: of ``n`` rows, the place
    among them beyond which a further row falls one time in ten. Most everyday tasks lie in a crowd at the low end,
    which would say how far the interval reaches a good way above it: so it reaches as far as it does where rows in a
    crowd count less each, if that is further. One factor then brings the share of all rows to nine in ten.

    :param levels: probabilities of T0 to T4 as they are served, for held-out rows by manner, shape (n, 5).
    :param truth: their levels, 0..4.
    :returns: points of 100, shape (2 manners, 2 sides, 11 places of :data:`analyzer.scoring.heads.INTERVAL_AT`).
    """
    reach = np.zeros((len(MANNERS), 2, len(INTERVAL_AT)), np.float32)
    for row, manner in enumerate(MANNERS):
        mean = expected(levels[manner])
        off = truth[manner] * 25.0 - mean
        crowd = np.exp(-0.5 * ((mean[:, None] - mean) / _CROWDED) ** 2).sum(axis=1)
        for place, at in enumerate(INTERVAL_AT):
            near = _nearness(np.abs(mean - at))
            ways = [_reach_at(at, off, weight, _TEXTS_A_TASK[manner]) for weight in (near, near / crowd)]
            reach[row, :, place] = np.max(ways, axis=0)
        statement = np.full(len(mean), 1.0 - row, np.float32)
        reach[row] *= _stretch(reach, mean, truth[manner] * 25.0, statement, _LEAST_FACTOR[manner])
    return reach


def _reach_at(at: float, off: Floats, weight: Floats, texts_a_task: int) -> tuple[float, float]:
    """Return the reach below and above a place of the scale, by what rows were off and how much each of them counts."""
    tasks = weight.sum() ** 2 / (weight**2).sum() / texts_a_task
    return _shortest(off, weight, float(at), min(COVERAGE * (1.0 + 1.0 / tasks), _ALMOST_ALL))


def _nearness(distance: Floats) -> Floats:
    """Return weights that fall with the distance; the span widens until enough rows count."""
    span = _NEAR
    weight: Floats = np.exp(-0.5 * (distance / span) ** 2)
    while weight.sum() < min(_FEW, 0.5 * len(distance)):
        span *= 1.3
        weight = np.exp(-0.5 * (distance / span) ** 2)
    return weight


def _shortest(off: Floats, weight: Floats, at: float, share: float) -> tuple[float, float]:
    """Return the reach below and above ``at`` of the shortest interval on the scale that holds a share of the rows.

    Near an end of the scale all misses are left to the other side, where they narrow the interval.
    """
    best = (np.inf, 0.0, 0.0)
    for missed_below in np.linspace(0.0, 1 - share, 11):
        below = max(0.0, -_quantile(off, weight, missed_below))
        above = max(0.0, _quantile(off, weight, share + missed_below))
        best = min(best, (min(at + above, 100.0) - max(at - below, 0.0), below, above))
    return best[1], best[2]


def _quantile(values: Floats, weight: Floats, share: float) -> float:
    order = np.argsort(values)
    below = np.cumsum(weight[order]) / weight.sum()
    return float(values[order][min(int(np.searchsorted(below, share)), len(values) - 1)])


def _stretch(
    reach: FloatArray, mean: FloatArray, truth: npt.NDArray[np.float64], statement: FloatArray, least: float
) -> float:
    """Return the factor, ``least`` or more, at which the intervals cover their share of the rows."""
    factors = np.arange(least, 2.0, 0.01)
    covered = []
    for factor in factors:
        low, high = interval_at((reach * factor).astype(np.float32), mean, statement)
        covered.append(np.mean((truth >= low - 0.05) & (truth <= high + 0.05)))
    enough = np.flatnonzero(np.array(covered) >= COVERAGE)
    return float(factors[enough[0]]) if len(enough) else 2.0
