"""How close texts come to the reference tasks."""

import numpy as np
import pytest

from analyzer.scoring import Scorer


@pytest.fixture(scope="module")
def vectors(scorer: Scorer) -> np.ndarray:
    random = np.random.default_rng(3)
    known = scorer.reference.vectors[::600]
    moved = known + random.normal(size=known.shape).astype(np.float32) * np.linspace(0, 0.1, len(known))[:, None]
    return (moved / np.linalg.norm(moved, axis=1, keepdims=True)).astype(np.float32)


def nearest_five(scorer: Scorer, vectors: np.ndarray) -> np.ndarray:
    return np.sort(vectors @ scorer.reference.vectors.T, axis=1)[:, -5:].mean(axis=1)


def test_closeness_is_the_mean_cosine_of_the_five_nearest(scorer: Scorer, vectors: np.ndarray) -> None:
    np.testing.assert_allclose(scorer.reference.closeness(vectors), nearest_five(scorer, vectors), atol=1e-6)


def test_closeness_beyond_enough_may_be_left_open_but_not_that_it_is_enough(
    scorer: Scorer, vectors: np.ndarray
) -> None:
    whole = nearest_five(scorer, vectors)
    enough = float(np.median(whole))
    found = scorer.reference.closeness(vectors, enough)
    np.testing.assert_allclose(np.minimum(found, enough), np.minimum(whole, enough), atol=1e-6)
    assert (found <= whole + 1e-6).all()


def test_closeness_of_nothing(scorer: Scorer) -> None:
    assert scorer.reference.closeness(np.zeros((0, scorer.encoder.dimensions), np.float32)).shape == (0,)
