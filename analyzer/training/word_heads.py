"""What the words of a text alone say of its scores, and how much of that goes into the heads.

A ridge (for numbers) or a logistic regression (for levels) on hashed words errs elsewhere than the heads on the vectors
do, so a mixture of both is nearer to the truth than either: on calibration and test rows by about half a hundredth of
rank correlation, whichever part is mixed in between a fifth and two fifths; how often a statement's work is done gains
one hundredth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from sklearn.linear_model import LogisticRegression, Ridge

from analyzer.scoring.heads import LAYOUT, WORDED, worded_columns
from analyzer.scoring.vocabulary import LEVEL_VALUES
from analyzer.scoring.words import PLACES, Words, words_of

if TYPE_CHECKING:
    from analyzer.training.fitter import Fitter

FloatArray = npt.NDArray[np.float32]

WORD_SHARE = {name: 0.5 if name == "recognised" else 0.3 for name in WORDED}
"""Part of each head that goes by words alone; more of whether a text is a task, because another language shows in its
words."""
RIDGE = 3.0
STRENGTH = 3.0
"""Inverse strength of the regularisation of a level's logistic regression."""


@dataclass(frozen=True)
class Mixed:
    """The served weights of all heads: over the closeness to landmarks, and over words for those that go by words."""

    weights: FloatArray
    bias: FloatArray
    rarity: FloatArray
    word_weights: FloatArray

    def outputs(self, features: FloatArray, texts: list[str]) -> FloatArray:
        """Return the outputs of all heads, shape (n, columns).

        :param features: closeness to the landmarks, shape (n, landmarks).
        """
        out: FloatArray = features @ self.weights + self.bias
        out[:, worded_columns()] += words_of(texts).read(self.rarity, self.word_weights)
        return out

    def scaled(self, slope: FloatArray, shift: FloatArray) -> Mixed:
        """Return the weights whose outputs are ``slope`` times these, plus ``shift``, column by column."""
        worded = slope[worded_columns()]
        return replace(
            self,
            weights=self.weights * slope,
            bias=self.bias * slope + shift,
            word_weights=(self.word_weights * worded).astype(np.float16),
        )


def with_words(
    fitter: Fitter, weights: FloatArray, bias: FloatArray, numbers: Mapping[str, tuple[npt.ArrayLike, str]]
) -> Mixed:
    """Fit the heads of :data:`analyzer.scoring.heads.WORDED` on words, and mix them in.

    :param weights: of all heads over the closeness, shape (landmarks, columns); ``bias`` likewise.
    :param numbers: by name what O*NET says of a number, 0..1, and the rubric's item.
    """
    tasks = [*fitter.fit.onet_texts, *fitter.fit.everyday_texts]
    words = words_of([*tasks, *fitter.fit.not_task_texts])
    rarity = _rarity(words)
    x = csr_array(
        (words.weigh(rarity), words.places, np.concatenate([[0], words.ends])), shape=(len(words.ends), PLACES)
    )
    x.sum_duplicates()
    fitted = {"recognised": _recognised(x, len(tasks))}
    for head in WORDED:
        if head in fitted:
            continue
        name, manner = head.split("_")
        if name == "level":
            fitted[head] = _levels(fitter, x, manner)
            continue
        target = fitter.target(*numbers[name])
        known = np.flatnonzero(~np.isnan(target))
        model = Ridge(alpha=RIDGE, solver="sparse_cg").fit(
            x[known], target[known], sample_weight=fitter.weight(name, manner)[known]
        )
        fitted[head] = model.coef_.reshape(-1, 1), np.array([model.intercept_])
    columns = worded_columns()
    share = np.concatenate([np.full(LAYOUT[name], WORD_SHARE[name]) for name in WORDED])
    mixed_weights, mixed_bias = weights.copy(), bias.copy()
    mixed_weights[:, columns] *= 1.0 - share
    mixed_bias[columns] *= 1.0 - share
    mixed_bias[columns] += share * np.concatenate([fitted[name][1] for name in WORDED])
    word_weights = share * np.hstack([fitted[name][0] for name in WORDED])
    return Mixed(mixed_weights, mixed_bias, rarity, word_weights.astype(np.float16))


def _recognised(x: csr_array, tasks: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Fit whether a text is a task at all: the first ``tasks`` rows are, the others are not."""
    model = LogisticRegression(C=STRENGTH, max_iter=300, class_weight="balanced")
    model.fit(x, np.arange(x.shape[0]) < tasks)
    return model.coef_.T, model.intercept_


def _rarity(words: Words) -> FloatArray:
    """Return the weight of each place: the rarer among the texts, the more it tells (inverse document frequency)."""
    texts = len(words.ends)
    place_in_text = np.unique(np.repeat(np.arange(texts), words.counts) * PLACES + words.places)
    held = np.bincount(place_in_text % PLACES, minlength=PLACES)
    result: FloatArray = (np.log((1 + texts) / (1 + held)) + 1).astype(np.float32)
    return result


def _levels(fitter: Fitter, x: csr_array, manner: str) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    rows, level, weight = fitter.level_rows(manner)
    weights, bias = np.zeros((PLACES, LAYOUT[f"level_{manner}"])), np.zeros(LAYOUT[f"level_{manner}"])
    for threshold in range(1, len(LEVEL_VALUES)):
        model = LogisticRegression(C=STRENGTH, max_iter=300).fit(x[rows], level >= threshold, sample_weight=weight)
        weights[:, threshold - 1], bias[threshold - 1] = model.coef_[0], model.intercept_[0]
    return weights, bias
