"""The heads are fitted, calibrated and served as one: on small tables whose truth is known."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analyzer.scoring.heads import (
    INTERVAL_AT,
    MANNERS,
    Kernel,
    expected,
    interval_at,
    level_probabilities,
    sigmoid,
    split_columns,
)
from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS, OVERSIGHTS, RUBRIC, SOLUTIONS, VALUES
from analyzer.training.fitter import Fitter, Sources
from analyzer.training.heads import fit_heads
from analyzer.training.word_heads import Mixed

DIMENSIONS = 12


def _vectors(truth: np.ndarray, manner: float, random: np.random.Generator) -> np.ndarray:
    """Unit vectors whose first value holds the level, 0..4, and whose second tells statements from everyday texts."""
    vectors = random.normal(0, 0.25, (len(truth), DIMENSIONS))
    vectors[:, 0] = truth / 2 - 1
    vectors[:, 1] = manner
    vectors[:, 2] = 3.0
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def _sources(rows: int, seed: int) -> Sources:
    random = np.random.default_rng(seed)
    level = np.round(random.uniform(0, 4, rows))
    ours = np.round(random.uniform(0, 4, rows) * 2) / 2
    onet = pd.DataFrame(
        {
            "human": level / 4,
            "gpt4": level / 4,
            "gpt4_alt": level / 4,
            "level": level,
            "times_per_day": np.where(level > 2, 5.0, 0.05),
            "activities": [(ACTIVITIES[i % len(ACTIVITIES)],) for i in range(rows)],
        }
    )
    everyday = pd.DataFrame(dict.fromkeys(RUBRIC, ours))
    for flag in FLAGS:
        everyday[f"flag_{flag}"] = (ours > 2).astype(float)
    for name, codes in (("solution", SOLUTIONS), ("oversight", OVERSIGHTS), ("value", VALUES)):
        everyday[name] = np.where(ours > 2, codes[0], codes[1])
    everyday["activities"] = [(ACTIVITIES[8] if mean > 2 else ACTIVITIES[3],) for mean in ours]
    noise = random.normal(0, 0.6, rows)
    both = np.vstack([_vectors(ours + noise, -1.0, random), _vectors(ours + noise, -1.0, random)])
    other = _vectors(random.uniform(0, 4, rows // 4), 0.0, random)
    other[:, 3] += 2.0
    other /= np.linalg.norm(other, axis=1, keepdims=True)
    statements, ours_ = _texts(level, random), _texts(ours, random)
    return Sources(
        onet,
        statements,
        _vectors(level + noise, 1.0, random),
        everyday,
        2 * ours_,
        both,
        ["confidentiel"] * len(other),
        other,
    )


def _texts(truth: np.ndarray, random: np.random.Generator) -> list[str]:
    """Texts of a word that tells, right three times in four, on which side of the middle the level is, and of a word
    that tells nothing."""
    side = np.where(random.random(len(truth)) < 0.75, truth > 2, truth <= 2)
    filler = random.choice(["dossier", "liste", "tableau"], len(truth))
    return [f"{'saisir' if high else 'rencontrer'} {word}" for high, word in zip(side, filler, strict=True)]


@pytest.fixture(scope="module")
def arrays() -> dict[str, np.ndarray]:
    return fit_heads(Fitter(_sources(400, 1), seed=3), _sources(1500, 2))


def _parts(arrays: dict[str, np.ndarray], vectors: np.ndarray, texts: list[str]) -> dict[str, np.ndarray]:
    kernel = Kernel(arrays["centre"], arrays["landmarks"], float(arrays["gamma"][0]))
    mixed = Mixed(arrays["weights"], arrays["bias"], arrays["rarity"], arrays["word_weights"])
    return split_columns(mixed.outputs(kernel.features(vectors), texts))


def test_the_served_arrays_find_the_truth_again(arrays: dict[str, np.ndarray]) -> None:
    fresh = _sources(300, 4)
    parts = _parts(arrays, fresh.onet_vectors, fresh.onet_texts)
    level = expected(level_probabilities(sigmoid(parts["level_statement"])))
    assert np.corrcoef(level, fresh.onet["level"])[0, 1] > 0.8
    everyday = _parts(arrays, fresh.everyday_vectors, fresh.everyday_texts)
    assert np.corrcoef(everyday["assistance_everyday"][:, 0], fresh.both("assistance"))[0, 1] > 0.8
    assert (everyday["manner"] < 0).mean() > 0.95
    assert (parts["manner"] > 0).mean() > 0.95
    assert (everyday["recognised"] > 0).mean() > 0.9
    assert (_parts(arrays, fresh.not_task_vectors, fresh.not_task_texts)["recognised"] < 0).mean() > 0.8


def test_words_move_a_score_the_way_that_their_texts_were_rated(arrays: dict[str, np.ndarray]) -> None:
    fresh = _sources(300, 7)
    low, high = (
        _parts(arrays, fresh.everyday_vectors, [f"{word} dossier"] * 600)["level_everyday"]
        for word in ("rencontrer", "saisir")
    )
    assert (low < high).all()


def test_the_few_statements_whose_frequency_was_told_are_not_outweighed_by_everyday_rows() -> None:
    rows = _sources(400, 8)
    like_statements = _vectors(rows.both("repetitive"), 1.0, np.random.default_rng(9))
    rows = replace(rows, everyday_vectors=like_statements)
    told = np.where(rows.onet["level"] > 2, 0.0, 1.0)  # the other way round than the everyday rows have it
    told[40:] = np.nan
    fitter = Fitter(rows, seed=3)
    likeness = {}
    for name in ("repetitiveness", "assistance"):  # the second is told of many, so that everyday rows weigh more there
        weights, _ = fitter.number(name, told, "repetitive", "statement")
        likeness[name] = np.corrcoef((fitter.onet @ weights)[:, 0], rows.onet["level"])[0, 1]
    assert likeness["repetitiveness"] < -0.6
    assert likeness["assistance"] > -0.3


@pytest.mark.parametrize("manner", MANNERS)
def test_intervals_cover_nine_in_ten_of_rows_never_seen(arrays: dict[str, np.ndarray], manner: str) -> None:
    fresh = _sources(1500, 5)
    statement = manner == "statement"
    vectors = fresh.onet_vectors if statement else fresh.everyday_vectors
    texts = fresh.onet_texts if statement else fresh.everyday_texts
    truth = (fresh.onet["level"].to_numpy(float) if statement else fresh.both("automatable")) * 25
    mean = expected(level_probabilities(sigmoid(_parts(arrays, vectors, texts)[f"level_{manner}"])))
    of = np.full(len(mean), float(statement), np.float32)
    low, high = interval_at(arrays["interval"], mean, of)
    assert 0.86 <= ((truth >= low - 0.05) & (truth <= high + 0.05)).mean() <= 0.95
    assert (low <= mean + 1e-3).all()
    assert (high >= mean - 1e-3).all()


def test_probabilities_of_reaching_a_level_are_as_often_right_as_they_say(arrays: dict[str, np.ndarray]) -> None:
    fresh = _sources(2000, 6)
    said = sigmoid(_parts(arrays, fresh.onet_vectors, fresh.onet_texts)["level_statement"])
    for threshold in range(4):
        reached = fresh.onet["level"].to_numpy() >= threshold + 1
        sure = said[:, threshold] > 0.5
        assert abs(said[sure, threshold].mean() - reached[sure].mean()) < 0.05


def test_between_two_places_of_the_scale_the_interval_is_interpolated() -> None:
    reach = np.zeros((2, 2, len(INTERVAL_AT)), np.float32)
    reach[0, 0] = np.linspace(0, 20, len(INTERVAL_AT))
    reach[1, 1] = 10.0
    low, high = interval_at(reach, np.array([50.0, 55.0, 95.0], np.float32), np.array([1.0, 0.5, 0.0], np.float32))
    assert low == pytest.approx([40.0, 49.5, 95.0], abs=1e-4)
    assert high == pytest.approx([50.0, 60.0, 100.0], abs=1e-4)
