"""Fitting the heads with scikit-learn on the vectors of the served encoder.

All heads share the features of :func:`analyzer.scoring.heads.kernel_features`. O*NET's statements are many and
written by the labour office; our everyday tasks are few and written as users write, so each of them weighs more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.cluster import MiniBatchKMeans
from sklearn.linear_model import LogisticRegression, Ridge

from analyzer.scoring.heads import LAYOUT, kernel_features, level_probabilities, moments, sigmoid
from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS, LEVEL_VALUES, OVERSIGHTS, RUBRIC, SOLUTIONS, VALUES

FloatArray = npt.NDArray[np.float32]
LANDMARKS = 384
GAMMA = 8.0
EVERYDAY_WEIGHT = 4.0
COVERAGE = 0.90

PHYSICAL_ACTIVITIES = frozenset(
    {
        "Assisting and Caring for Others",
        "Controlling Machines and Processes",
        "Handling and Moving Objects",
        "Inspecting Equipment, Structures, or Materials",
        "Operating Vehicles, Mechanized Devices, or Equipment",
        "Performing General Physical Activities",
        "Repairing and Maintaining Mechanical Equipment",
    }
)
INTERPERSONAL_ACTIVITIES = frozenset(
    {
        "Assisting and Caring for Others",
        "Coaching and Developing Others",
        "Communicating with People Outside the Organization",
        "Communicating with Supervisors, Peers, or Subordinates",
        "Establishing and Maintaining Interpersonal Relationships",
        "Guiding, Directing, and Motivating Subordinates",
        "Performing for or Working Directly with the Public",
        "Providing Consultation and Advice to Others",
        "Resolving Conflicts and Negotiating with Others",
        "Selling or Influencing Others",
        "Training and Teaching Others",
    }
)


@dataclass(frozen=True)
class Sources:
    """The rows to fit on, with their vectors: O*NET, everyday (French rows, then the same in English), texts that are
    no tasks."""

    onet: pd.DataFrame
    onet_vectors: FloatArray
    everyday: pd.DataFrame
    everyday_vectors: FloatArray
    not_task_vectors: FloatArray

    def __post_init__(self) -> None:
        if len(self.everyday_vectors) != 2 * len(self.everyday):
            raise ValueError("everyday_vectors holds the French rows and then the English ones")

    def both(self, column: str) -> npt.NDArray[np.float64]:
        """Return a column of numbers of the everyday set, for the French and then the English rows."""
        return np.tile(self.everyday[column].to_numpy(float), 2)

    def codes(self, column: str) -> npt.NDArray[np.str_]:
        """Return a column of codes likewise."""
        return np.tile(self.everyday[column].to_numpy(str), 2)


def occurrence_rating(times_per_day: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Map job holders' answers (times a day) to the rubric's 0..4: weekly is 2, daily 3, ten times a day 4."""
    known = [0.004, 0.02, 0.05, 0.2, 1.0, 10.0]
    return np.interp(np.log(np.maximum(times_per_day, 1e-3)), np.log(known), [0.2, 0.8, 1.3, 2.0, 3.0, 4.0])


def share_of(activities: pd.Series, wanted: frozenset[str]) -> npt.NDArray[np.float64]:
    """Return the share of each task's activities that is in ``wanted``; NaN where none is known."""
    shares = [np.mean([a in wanted for a in held]) if isinstance(held, tuple) else np.nan for held in activities]
    return np.array(shares, float)


def fit_heads(fit: Sources, held: Sources, seed: int) -> dict[str, FloatArray]:
    """Fit all heads.

    :param fit: rows to fit on.
    :param held: rows kept apart, on which the levels are calibrated and the intervals are set.
    :returns: the arrays of ``heads.safetensors``, but for what concerns familiarity.
    """
    landmarks = _landmarks(np.vstack([fit.onet_vectors, fit.everyday_vectors]), seed)
    x_onet = kernel_features(fit.onet_vectors, landmarks, GAMMA)
    x_everyday = kernel_features(fit.everyday_vectors, landmarks, GAMMA)
    x_both = np.vstack([x_onet, x_everyday])
    weight = np.concatenate([np.ones(len(x_onet)), np.full(len(x_everyday), EVERYDAY_WEIGHT)])
    columns: dict[str, tuple[FloatArray, FloatArray]] = {}

    columns["level"] = _fit_levels(fit, x_both, weight)
    onet, both = fit.onet, fit.both
    exposure = 0.5 * onet["human"] + 0.25 * onet["gpt4"] + 0.25 * onet["gpt4_alt"]
    columns["assistance"] = _ridge(x_both, np.concatenate([exposure, both("assistance") / 4]), weight)
    repeated = 0.8 * occurrence_rating(onet["times_per_day"].to_numpy(float)) / 4 + 0.2 * onet["context_repeating"]
    columns["repetitiveness"] = _ridge(x_both, np.concatenate([repeated, both("repetitive") / 4]), weight)
    for name, wanted, item in (
        ("physical", PHYSICAL_ACTIVITIES, "physical"),
        ("interpersonal", INTERPERSONAL_ACTIVITIES, "relation"),
    ):
        columns[name] = _ridge(x_both, np.concatenate([share_of(onet["activities"], wanted), both(item) / 4]), weight)
    x_other = kernel_features(fit.not_task_vectors, landmarks, GAMMA)
    columns["recognised"] = _fit_recognised(x_onet, x_everyday, x_other)
    rubric = np.column_stack([both(item) for item in RUBRIC])
    model = Ridge(alpha=2.0).fit(x_everyday, rubric)
    columns["rubric"] = (model.coef_.T, model.intercept_)
    columns["activity"] = _fit_activity(onet, x_onet)
    for name, codes in (("solution", SOLUTIONS), ("oversight", OVERSIGHTS), ("value", VALUES)):
        columns[name] = _classes(x_everyday, fit.codes(name), codes)
    flags = [_binary(x_everyday, both(f"flag_{flag}"), c=1.0) for flag in FLAGS]
    columns["flags"] = (np.hstack([w for w, _ in flags]), np.concatenate([b for _, b in flags]))

    weights = np.hstack([columns[name][0] for name in LAYOUT]).astype(np.float32)
    bias = np.concatenate([columns[name][1] for name in LAYOUT]).astype(np.float32)
    arrays = {"landmarks": landmarks, "gamma": np.array([GAMMA], np.float32), "weights": weights, "bias": bias}
    return _calibrated(arrays, held)


def _landmarks(vectors: FloatArray, seed: int) -> FloatArray:
    centres = MiniBatchKMeans(LANDMARKS, random_state=seed, n_init=1, batch_size=4096).fit(vectors).cluster_centers_
    unit: FloatArray = (centres / np.linalg.norm(centres, axis=1, keepdims=True)).astype(np.float32)
    return unit


def _ridge(x: FloatArray, y: npt.ArrayLike, weight: FloatArray) -> tuple[FloatArray, FloatArray]:
    target = np.asarray(y, float)
    known = ~np.isnan(target)
    model = Ridge(alpha=2.0).fit(x[known], target[known], sample_weight=weight[known])
    return model.coef_.reshape(-1, 1), np.array([model.intercept_])


def _binary(
    x: FloatArray, y: npt.ArrayLike, weight: npt.ArrayLike | None = None, c: float = 1.0
) -> tuple[FloatArray, FloatArray]:
    model = LogisticRegression(C=c, max_iter=400).fit(x, np.asarray(y, int), sample_weight=weight)
    return model.coef_.T, model.intercept_


def _fit_levels(fit: Sources, x: FloatArray, weight: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Fit one classifier a threshold ("reaches T1", … "reaches T4").

    A rating between two levels (the mean of two raters) counts half for each.
    """
    level = np.concatenate([fit.onet["level"].to_numpy(float), fit.both("automatable")])
    lower, upper = np.floor(level), np.ceil(level)
    rows = np.concatenate([np.arange(len(x)), np.flatnonzero(upper > lower)])
    target = np.concatenate([lower, upper[upper > lower]])
    split = np.where(upper > lower, 0.5, 1.0)
    weights = np.concatenate([weight * split, (weight * split)[upper > lower]])
    fitted = [_binary(x[rows], target >= threshold, weights, c=3.0) for threshold in range(1, len(LEVEL_VALUES))]
    return np.hstack([w for w, _ in fitted]), np.concatenate([b for _, b in fitted])


def _fit_recognised(x_onet: FloatArray, x_everyday: FloatArray, x_other: FloatArray) -> tuple[FloatArray, FloatArray]:
    x = np.vstack([x_onet[::4], x_everyday, x_other])
    y = np.concatenate([np.ones(len(x) - len(x_other)), np.zeros(len(x_other))])
    share = len(x_other) / len(x)
    return _binary(x, y, np.where(y == 1, share, 1 - share) * 2, c=10.0)


def _fit_activity(onet: pd.DataFrame, x: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Fit the 37 activities; a task linked to several counts in parts for each."""
    rows, target, weight = [], [], []
    for row, held in enumerate(onet["activities"]):
        if isinstance(held, tuple):
            for name in held:
                rows.append(row)
                target.append(name)
                weight.append(1.0 / len(held))
    model = LogisticRegression(C=2.0, max_iter=150).fit(x[rows], target, sample_weight=weight)
    return _in_order(model, ACTIVITIES)


def _classes(x: FloatArray, y: npt.NDArray[np.str_], codes: tuple[str, ...]) -> tuple[FloatArray, FloatArray]:
    return _in_order(LogisticRegression(C=1.0, max_iter=400).fit(x, y), codes)


def _in_order(model: LogisticRegression, codes: tuple[str, ...]) -> tuple[FloatArray, FloatArray]:
    """Return weights and biases with the columns in the order of ``codes``; an unseen class gets a very low bias."""
    seen = list(model.classes_)
    weights = np.zeros((model.coef_.shape[1], len(codes)))
    bias = np.full(len(codes), -20.0)
    for column, code in enumerate(codes):
        if code in seen:
            weights[:, column] = model.coef_[seen.index(code)]
            bias[column] = model.intercept_[seen.index(code)]
    return weights, bias


def _calibrated(arrays: dict[str, FloatArray], held: Sources) -> dict[str, FloatArray]:
    """Calibrate the thresholds (Platt) on held rows, then set the factor of the 90 % interval (split conformal)."""
    vectors = np.vstack([held.onet_vectors, held.everyday_vectors])
    weight = np.concatenate([np.ones(len(held.onet)), np.full(len(held.everyday_vectors), EVERYDAY_WEIGHT)])
    level = np.concatenate([held.onet["level"].to_numpy(float), held.both("automatable")])
    x = kernel_features(vectors, arrays["landmarks"], GAMMA)
    thresholds = len(LEVEL_VALUES) - 1
    logits = x @ arrays["weights"][:, :thresholds] + arrays["bias"][:thresholds]
    for column in range(thresholds):
        reached = level >= column + 1 - 0.25
        slope, shift = _binary(logits[:, [column]], reached, weight, c=100.0)
        arrays["weights"][:, column] *= float(slope[0, 0])
        arrays["bias"][column] = arrays["bias"][column] * float(slope[0, 0]) + float(shift[0])
    logits = x @ arrays["weights"][:, :thresholds] + arrays["bias"][:thresholds]
    expected, spread = moments(level_probabilities(sigmoid(logits)))
    score = np.abs(level * 25.0 - expected) / spread
    order = np.argsort(score)
    reached_weight = np.cumsum(weight[order]) / weight.sum()
    factor = score[order][np.searchsorted(reached_weight, COVERAGE)]
    return {**arrays, "interval_factor": np.array([factor], np.float32)}
