"""Fitting the heads with scikit-learn on the vectors of the served encoder.

All heads share the features of :class:`analyzer.scoring.heads.Kernel` (Nyström's approximation of kernel regression);
the scores that most depends on are mixed with what the texts' words alone say (:mod:`analyzer.training.word_heads`).
O*NET's statements are many and written by the labour office; our everyday tasks are fewer and written as users write.
Both are fitted together, twice: once leaning to the statements and once to the everyday tasks.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge

from analyzer.scoring.heads import (
    LAYOUT,
    MANNERS,
    Kernel,
    first_column,
    level_probabilities,
    sigmoid,
    split_columns,
)
from analyzer.scoring.near_ratings import RatedTasks, blended
from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS, OVERSIGHTS, RUBRIC, SOLUTIONS, VALUES
from analyzer.training.calibration import interval_reach, level_calibration
from analyzer.training.fitter import RIDGE, Fitter, Sources, binary
from analyzer.training.word_heads import Mixed, with_words

FloatArray = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
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


def occurrence_rating(times_per_day: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Map job holders' answers (times a day) to the rubric's 0..4: weekly is 2, daily 3, ten times a day 4."""
    known = [0.004, 0.02, 0.05, 0.2, 1.0, 10.0]
    return np.interp(np.log(np.maximum(times_per_day, 1e-3)), np.log(known), [0.2, 0.8, 1.3, 2.0, 3.0, 4.0])


def share_of(activities: pd.Series, wanted: frozenset[str]) -> npt.NDArray[np.float64]:
    """Return the share of each task's activities that is in ``wanted``; NaN where none is known."""
    shares = [np.mean([a in wanted for a in held]) if isinstance(held, tuple) else np.nan for held in activities]
    return np.array(shares, float)


def fit_heads(fitter: Fitter, held: Sources) -> dict[str, FloatArray]:
    """Fit all heads.

    :param fitter: holds the rows to fit on.
    :param held: rows kept apart, on which the levels are calibrated and the intervals are set.
    :returns: the arrays of ``heads.safetensors``, but for what concerns familiarity.
    """
    fit, onet = fitter.fit, fitter.fit.onet
    columns: dict[str, tuple[FloatArray, FloatArray]] = {}
    exposure = 0.7 * onet["human"] + 0.15 * onet["gpt4"] + 0.15 * onet["gpt4_alt"]
    numbers: dict[str, tuple[npt.ArrayLike, str]] = {
        "assistance": (exposure, "assistance"),
        "repetitiveness": (occurrence_rating(onet["times_per_day"].to_numpy(float)) / 4, "repetitive"),
        "physical": (share_of(onet["activities"], PHYSICAL_ACTIVITIES), "physical"),
        "interpersonal": (share_of(onet["activities"], INTERPERSONAL_ACTIVITIES), "relation"),
    }
    for manner in MANNERS:
        columns[f"level_{manner}"] = fitter.levels(manner)
        for name, (known, item) in numbers.items():
            columns[f"{name}_{manner}"] = fitter.number(name, known, item, manner)
    everyday = np.concatenate([np.zeros(len(fitter.onet)), np.ones(len(fitter.everyday))])
    columns["manner"] = binary(fitter.both, everyday == 0, _balanced(everyday), c=3.0)
    other = fitter.features(fit.not_task_vectors)
    genuine = np.concatenate([np.ones(len(fitter.both)), np.zeros(len(other))])
    weights, bias = binary(np.vstack([fitter.both, other]), genuine, _balanced(genuine), c=30.0)
    columns["recognised"] = (weights, bias)
    rubric = Ridge(alpha=RIDGE).fit(fitter.everyday, np.column_stack([fit.both(item) for item in RUBRIC]))
    columns["rubric"] = (rubric.coef_.T, rubric.intercept_)
    columns["activity_statement"] = _fit_activity(onet["activities"], fitter.onet)
    columns["activity_everyday"] = _fit_activity([*fit.everyday["activities"]] * 2, fitter.everyday)
    for name, codes in (("solution", SOLUTIONS), ("oversight", OVERSIGHTS), ("value", VALUES)):
        model = LogisticRegression(C=10.0, max_iter=400).fit(fitter.everyday, fit.codes(name))
        columns[name] = _in_order(model, codes)
    flags = [binary(fitter.everyday, fit.both(f"flag_{flag}"), c=10.0) for flag in FLAGS]
    columns["flags"] = (np.hstack([w for w, _ in flags]), np.concatenate([b for _, b in flags]))

    weights = np.hstack([columns[name][0] for name in LAYOUT])
    bias = np.concatenate([columns[name][1] for name in LAYOUT]).astype(np.float32)
    mixed = with_words(fitter, fitter.served(weights), bias, numbers)
    mixed = mixed.scaled(np.ones_like(bias), _lenience(fitter.kernel, mixed, held))
    truth = {"statement": held.onet["level"].to_numpy(float), "everyday": held.both("automatable")}
    slope, shift = level_calibration(_outputs(fitter.kernel, mixed, held), truth)
    mixed = mixed.scaled(slope, shift)
    return {
        "centre": fitter.kernel.centre,
        "landmarks": fitter.kernel.landmarks,
        "gamma": np.array([fitter.kernel.gamma], np.float32),
        "weights": mixed.weights,
        "bias": mixed.bias,
        "rarity": mixed.rarity,
        "word_weights": mixed.word_weights,
        "interval": interval_reach(_levels(fitter, mixed, held), truth),
    }


def reference_ratings(fit: Sources) -> FloatArray:
    """Return how the tasks fitted on were rated, statements first: level 0..4, assistance and repetitiveness 0..1 (NaN
    where nobody told it), shape (tasks, 3)."""
    onet = fit.onet
    exposure = 0.5 * onet["human"] + 0.25 * onet["gpt4"] + 0.25 * onet["gpt4_alt"]
    often = occurrence_rating(onet["times_per_day"].to_numpy(float)) / 4
    ours = [fit.both("automatable"), fit.both("assistance") / 4, fit.both("repetitive") / 4]
    result: FloatArray = np.vstack(
        [np.column_stack([onet["level"], exposure, often]), np.column_stack(ours)],
    ).astype(np.float32)
    return result


def reference_traits(everyday: pd.DataFrame) -> FloatArray:
    """Return what everyday tasks were rated besides, in the columns of :data:`analyzer.scoring.near_ratings.TRAITS`."""
    kinds = [
        everyday[name].to_numpy(str)[:, None] == np.array(codes)
        for name, codes in (("solution", SOLUTIONS), ("oversight", OVERSIGHTS), ("value", VALUES))
    ]
    result: FloatArray = np.hstack([*kinds, everyday[[*RUBRIC]].to_numpy(np.float32)]).astype(np.float32)
    return result


def _levels(fitter: Fitter, mixed: Mixed, held: Sources) -> dict[str, FloatArray]:
    """Return the probabilities of the levels of held-out rows as they are served, by manner."""
    fit = fitter.fit
    vectors = np.vstack([fit.onet_vectors, fit.everyday_vectors])
    rated = RatedTasks(vectors, reference_ratings(fit), reference_traits(fit.everyday), languages=2)
    asked = {"statement": held.onet_vectors, "everyday": held.everyday_vectors}
    levels = {}
    for manner, outputs in _outputs(fitter.kernel, mixed, held).items():
        own = level_probabilities(sigmoid(split_columns(outputs)[f"level_{manner}"]))
        statement = np.full(len(own), float(manner == "statement"), np.float32)
        levels[manner] = blended(own, rated.near(asked[manner], statement).level)
    return levels


def _outputs(kernel: Kernel, mixed: Mixed, held: Sources) -> dict[str, FloatArray]:
    """Return all outputs for held-out rows, by manner."""
    return {
        "statement": mixed.outputs(kernel.features(held.onet_vectors), held.onet_texts),
        "everyday": mixed.outputs(kernel.features(held.everyday_vectors), held.everyday_texts),
    }


def _lenience(kernel: Kernel, mixed: Mixed, held: Sources) -> FloatArray:
    """Return by how much to raise the logit of "recognised", and 0 for all others, so that 99 in 100 held-out everyday
    tasks reach a half.

    A real task taken for none loses its score, which costs its user more than a stray title that gets one.
    """
    logits = _outputs(kernel, mixed, held)["everyday"][:, first_column("recognised")]
    shift = np.zeros_like(mixed.bias)
    shift[first_column("recognised")] = max(0.0, -float(np.quantile(logits, 0.01)))
    return shift


def _balanced(of: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return weights that let both classes of a 0/1 target count alike."""
    share = of.mean()
    weight: npt.NDArray[np.float64] = np.where(of == 1, 0.5 / share, 0.5 / (1 - share))
    return weight


def _fit_activity(activities: Iterable[object], x: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Fit the 37 activities; a task of several counts in parts for each."""
    rows, target, weight = [], [], []
    for row, held in enumerate(activities):
        if isinstance(held, tuple):
            for name in held:
                rows.append(row)
                target.append(name)
                weight.append(1.0 / len(held))
    model = LogisticRegression(C=10.0, max_iter=300).fit(x[rows], target, sample_weight=weight)
    return _in_order(model, ACTIVITIES)


def _in_order(model: LogisticRegression, codes: tuple[str, ...]) -> tuple[FloatArray, FloatArray]:
    """Return weights and biases with the columns in the order of ``codes``; an unseen class gets a very low bias."""
    seen = list(model.classes_)
    coefficients, intercepts = model.coef_, model.intercept_
    if len(seen) == 2:
        # Of two classes scikit-learn keeps the difference; halves of it give the same probabilities.
        coefficients = np.vstack([-coefficients, coefficients]) / 2
        intercepts = np.concatenate([-intercepts, intercepts]) / 2
    weights = np.zeros((coefficients.shape[1], len(codes)))
    bias = np.full(len(codes), -20.0)
    for column, code in enumerate(codes):
        if code in seen:
            weights[:, column] = coefficients[seen.index(code)]
            bias[column] = intercepts[seen.index(code)]
    return weights, bias
