"""The measures that :mod:`analyzer.training.evaluate` takes, one function each."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import spearmanr

Floats = npt.NDArray[np.floating]


def rank(measured: npt.ArrayLike, truth: npt.ArrayLike) -> float:
    """Return Spearman's rank correlation over the rows whose truth is known."""
    wanted = np.asarray(truth, float)
    known = ~np.isnan(wanted)
    return round(float(spearmanr(np.asarray(measured, float)[known], wanted[known]).statistic), 3)


def share(right: npt.ArrayLike) -> float:
    """Return the share of true values."""
    return round(float(np.mean(np.asarray(right, float))), 3)


def mean_difference(first: Floats, second: Floats) -> float:
    """Return the mean absolute difference, to a tenth."""
    return round(float(np.abs(first - second).mean()), 1)


def covered(truth: npt.ArrayLike, low: Floats, high: Floats) -> npt.NDArray[np.bool_]:
    """Tell for each row whether its truth lies in the interval."""
    wanted = np.asarray(truth, float)
    result: npt.NDArray[np.bool_] = (wanted >= low - 0.05) & (wanted <= high + 0.05)
    return result


def coverage_by_tenth(truth: npt.ArrayLike, score: Floats, low: Floats, high: Floats, fewest: int) -> dict[str, float]:
    """Return the share covered in each tenth of the scale of scores, for tenths that hold at least ``fewest`` rows."""
    inside = covered(truth, low, high)
    tenth = np.minimum(score // 10, 9).astype(int)
    return {
        f"interval covers, scores {10 * t} to {10 * t + 10} ({int((tenth == t).sum())} rows)": share(inside[tenth == t])
        for t in range(10)
        if (tenth == t).sum() >= fewest
    }


def calibration_error(probabilities: Floats, level: npt.ArrayLike, bins: int = 10) -> float:
    """Return how far the probability of reaching a level is from how often it is reached (expected calibration error).

    Averaged over the four thresholds T1 to T4, in equally filled bins; 0.03 says three in a hundred off.

    :param probabilities: of T0 to T4, shape (n, 5).
    :param level: 0..4; a value between two levels counts in parts for each.
    """
    truth = np.asarray(level, float)
    errors = []
    for threshold in range(1, probabilities.shape[1]):
        said = probabilities[:, threshold:].sum(axis=1)
        reached = np.clip(truth - threshold + 1, 0.0, 1.0)
        parts = np.array_split(np.argsort(said), bins)
        errors.append(sum(len(p) * abs(said[p].mean() - reached[p].mean()) for p in parts) / len(truth))
    return round(float(np.mean(errors)), 3)


def three_grades(rating: pd.Series) -> Floats:
    """Return ratings 0..4 as low (to 1), middle and high (from 3): 0, 1, 2."""
    result: Floats = np.digitize(rating.to_numpy(float), [1.01, 2.99]).astype(float)
    return result
