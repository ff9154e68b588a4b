"""The rows that the heads are fitted on, as features, and how a number or an ordinal is fitted on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge

from analyzer.scoring.heads import Kernel, directions
from analyzer.scoring.vocabulary import LEVEL_VALUES

FloatArray = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
LANDMARKS = 1024
GAMMA = 1.0
RIDGE = 0.5
DIAGONAL = 0.02
EVERYDAY_WEIGHT = {"statement": 0.1, "everyday": 6.0}
"""Weight of an everyday row against a statement, by the manner that a head reads for."""
WEIGHT_BESIDE_FEW = {"repetitiveness_statement": 0.003}
"""The same for heads whose statements are few: job holders told how often of 1,786 of the training rows, beside which
everyday rows at a tenth would have the say."""


@dataclass(frozen=True)
class Sources:
    """The rows to fit on, with the texts that the encoder read and their vectors: O*NET, everyday (French rows, then
    the same in English), texts that are no tasks."""

    onet: pd.DataFrame
    onet_texts: list[str]
    onet_vectors: FloatArray
    everyday: pd.DataFrame
    everyday_texts: list[str]
    everyday_vectors: FloatArray
    not_task_texts: list[str]
    not_task_vectors: FloatArray

    def __post_init__(self) -> None:
        if not len(self.everyday_vectors) == len(self.everyday_texts) == 2 * len(self.everyday):
            raise ValueError("everyday_vectors and everyday_texts hold the French rows and then the English ones")

    def both(self, column: str) -> npt.NDArray[np.float64]:
        """Return a column of numbers of the everyday set, for the French and then the English rows."""
        return np.tile(self.everyday[column].to_numpy(float), 2)

    def codes(self, column: str) -> npt.NDArray[np.str_]:
        """Return a column of codes likewise."""
        return np.tile(self.everyday[column].to_numpy(str), 2)


class Fitter:
    """The rows to fit on as features, and how each kind of head is fitted on them.

    :param seed: chooses the landmarks, half of them statements and half everyday texts.
    """

    def __init__(self, fit: Sources, seed: int) -> None:
        self.fit = fit
        vectors = np.vstack([fit.onet_vectors, fit.everyday_vectors])
        centre = vectors.mean(axis=0)
        random = np.random.default_rng(seed)
        chosen = [
            part[random.choice(len(part), min(LANDMARKS // 2, len(part)), replace=False)]
            for part in (fit.onet_vectors, fit.everyday_vectors)
        ]
        basis = directions(np.vstack(chosen), centre)
        self.kernel = Kernel(centre, basis, GAMMA)
        self._whitening = _whitening(np.exp(-GAMMA * (2.0 - 2.0 * basis @ basis.T)))
        self.onet = self.features(fit.onet_vectors)
        self.everyday = self.features(fit.everyday_vectors)
        self.both = np.vstack([self.onet, self.everyday])

    def features(self, vectors: FloatArray) -> FloatArray:
        """Return the whitened closeness to the landmarks, in which a ridge is a kernel ridge."""
        result: FloatArray = (self.kernel.features(vectors) @ self._whitening).astype(np.float32)
        return result

    def served(self, weights: FloatArray) -> FloatArray:
        """Return weights over the plain closeness for weights over the whitened one."""
        result: FloatArray = (self._whitening @ weights).astype(np.float32)
        return result

    def weight(self, name: str, manner: str) -> FloatArray:
        """Return the weight of each row of :attr:`both` for a head."""
        everyday = WEIGHT_BESIDE_FEW.get(f"{name}_{manner}", EVERYDAY_WEIGHT[manner])
        return np.concatenate([np.ones(len(self.onet)), np.full(len(self.everyday), everyday)])

    def number(self, name: str, onet: npt.ArrayLike, item: str, manner: str) -> tuple[FloatArray, FloatArray]:
        """Fit a number, 0..1: ``onet`` has it for the statements, ``item`` names it in the rubric (0..4)."""
        target = self.target(onet, item)
        known = ~np.isnan(target)
        weight = self.weight(name, manner)[known]
        model = Ridge(alpha=RIDGE).fit(self.both[known], target[known], sample_weight=weight)
        return model.coef_.reshape(-1, 1), np.array([model.intercept_])

    def target(self, onet: npt.ArrayLike, item: str) -> Floats:
        """Return a number, 0..1, for the rows of :attr:`both`; NaN where it is not known."""
        return np.concatenate([np.asarray(onet, float), self.fit.both(item) / 4])

    def levels(self, manner: str) -> tuple[FloatArray, FloatArray]:
        """Fit one classifier a threshold ("reaches T1", … "reaches T4"): an ordinal regression without parallel lines.

        A rating between two levels (the mean of two raters) counts in parts for each.
        """
        rows, target, weights = self.level_rows(manner)
        fitted = [binary(self.both[rows], target >= k, weights, c=10.0) for k in range(1, len(LEVEL_VALUES))]
        return np.hstack([w for w, _ in fitted]), np.concatenate([b for _, b in fitted])

    def level_rows(self, manner: str) -> tuple[npt.NDArray[np.int64], Floats, Floats]:
        """Return rows of :attr:`both`, their level and their weight; a rating between two levels stands twice."""
        level = np.concatenate([self.fit.onet["level"].to_numpy(float), self.fit.both("automatable")])
        weight = self.weight("level", manner)
        lower, upper = np.floor(level), np.ceil(level)
        between = np.flatnonzero(upper > lower)
        rows = np.concatenate([np.arange(len(level)), between])
        part = level - lower
        weights = np.concatenate([weight * (1 - part), (weight * part)[between]])
        return rows, np.concatenate([lower, upper[between]]), weights


def _whitening(among_landmarks: FloatArray) -> FloatArray:
    """Return the inverse square root of the landmarks' closeness to one another, shape (landmarks, landmarks).

    Nearly equal landmarks would give weights of a million and scores that depend on the last bit of a vector
    (scikit-learn's ``Nystroem`` does that); the small diagonal keeps both within bounds.
    """
    values, directions_ = np.linalg.eigh(among_landmarks.astype(np.float64) + DIAGONAL * np.eye(len(among_landmarks)))
    result: FloatArray = (directions_ / np.sqrt(values) @ directions_.T).astype(np.float32)
    return result


def binary(
    x: Any, y: npt.ArrayLike, weight: npt.ArrayLike | None = None, c: float = 1.0
) -> tuple[FloatArray, FloatArray]:
    """Fit whether something holds: weights, shape (features, 1), and bias, shape (1,), of a logistic regression.

    :param c: inverse strength of the regularisation.
    """
    model = LogisticRegression(C=c, max_iter=400).fit(x, np.asarray(y, int), sample_weight=weight)
    return model.coef_.T, model.intercept_
