"""What near reference tasks were rated enters the readings: weighted by closeness, each manner by its own tasks."""

from dataclasses import fields

import numpy as np
import pytest

from analyzer.scoring import Scorer
from analyzer.scoring.heads import Readings
from analyzer.scoring.near_ratings import SHARE, TRAITS, RatedTasks, mixed_with
from analyzer.scoring.vocabulary import OVERSIGHTS, RUBRIC, SOLUTIONS, VALUES

RULES, NONE = SOLUTIONS.index("rules"), SOLUTIONS.index("none")


def traits(solution: int, rubric: float) -> list[float]:
    """The traits of an everyday task: its solution, the first code of the others, all of the rubric alike."""
    kinds = [np.eye(len(SOLUTIONS))[solution], np.eye(len(OVERSIGHTS))[0], np.eye(len(VALUES))[0]]
    return [*np.concatenate(kinds), *([rubric] * len(RUBRIC))]


@pytest.fixture
def rated() -> RatedTasks:
    """Two statements (T0 and T4, only the second tells how often) and two everyday tasks (T1 and T2.5)."""
    vectors = np.array([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]], np.float32)
    ratings = np.array([[0, 0, np.nan], [4, 1, 0.8], [1, 0.25, 0.5], [2.5, 0.5, 1]], np.float32)
    return RatedTasks(vectors, ratings, np.array([traits(RULES, 1.0), traits(NONE, 3.0)], np.float32))


def readings(rows: int) -> Readings:
    widths = {"level": 5, "activity": 37, "flags": 6, **TRAITS}
    return Readings(
        **{
            field.name: np.zeros((rows, widths[field.name]) if field.name in widths else rows, np.float32)
            for field in fields(Readings)
        }
    )


def test_a_text_that_is_a_reference_task_is_rated_as_it_is(rated: RatedTasks) -> None:
    near = rated.near(np.eye(4, dtype=np.float32), np.array([1, 1, 0, 0], np.float32))
    wanted = [[1, 0, 0, 0, 0], [0, 0, 0, 0, 1], [0, 1, 0, 0, 0], [0, 0, 0.5, 0.5, 0]]
    np.testing.assert_allclose(near.level, wanted, atol=1e-3)
    np.testing.assert_allclose(near.assistance, [0, 100, 25, 50], atol=1e-2)
    np.testing.assert_allclose(near.everyday, [0, 0, 1, 1])
    np.testing.assert_allclose(near.traits["rubric"][2:, 0], [1, 3], atol=1e-2)
    np.testing.assert_allclose(near.traits["solution"][2:, [RULES, NONE]], np.eye(2), atol=1e-3)


def test_how_often_comes_from_tasks_of_which_it_is_told(rated: RatedTasks) -> None:
    near = rated.near(np.eye(4, dtype=np.float32)[:1], np.ones(1, np.float32))
    assert near.repetitiveness == pytest.approx([80])


def test_midway_between_two_tasks_both_count_alike(rated: RatedTasks) -> None:
    between = np.array([[0, 0, 1, 1]], np.float32) / np.sqrt(2, dtype=np.float32)
    near = rated.near(between, np.zeros(1, np.float32))
    np.testing.assert_allclose(near.level, [[0, 0.5, 0.25, 0.25, 0]], atol=1e-3)
    assert near.repetitiveness == pytest.approx([75], abs=0.1)


def test_a_text_of_both_manners_is_read_by_both(rated: RatedTasks) -> None:
    between = np.array([[0, 1, 1, 0]], np.float32) / np.sqrt(2, dtype=np.float32)
    near = rated.near(between, np.array([0.25], np.float32))
    np.testing.assert_allclose(near.level, [[0, 0.75, 0, 0, 0.25]], atol=1e-3)


def test_the_part_of_a_reading_that_goes_by_near_tasks(rated: RatedTasks) -> None:
    vectors, statement = np.eye(4, dtype=np.float32)[1:], np.array([1, 0, 0], np.float32)
    mixed = mixed_with(readings(3), rated.near(vectors, statement))
    np.testing.assert_allclose(mixed.level.sum(axis=1), [SHARE] * 3, atol=1e-5)
    np.testing.assert_allclose(mixed.assistance, [SHARE * 100, SHARE * 25, SHARE * 50], atol=1e-2)
    np.testing.assert_allclose(mixed.oversight[:, 0], [0, SHARE, SHARE], atol=1e-5)  # statements were not rated for it
    np.testing.assert_allclose(mixed.physical, [0, SHARE * 25, SHARE * 75], atol=1e-2)


def test_a_text_is_read_alike_alone_and_among_others(scorer: Scorer) -> None:
    vectors = scorer.reference.vectors[:: len(scorer.reference) // 600]
    statement = np.linspace(0, 1, len(vectors), dtype=np.float32)
    together = scorer.reference.rated.near(vectors, statement)
    for row in (0, 300, len(vectors) - 1):
        alone = scorer.reference.rated.near(vectors[[row]], statement[[row]])
        np.testing.assert_allclose(alone.level[0], together.level[row], atol=1e-4)
        np.testing.assert_allclose(alone.traits["rubric"][0], together.traits["rubric"][row], atol=1e-3)


def test_nothing_is_near_no_text(scorer: Scorer) -> None:
    near = scorer.reference.rated.near(np.zeros((0, scorer.encoder.dimensions), np.float32), np.zeros(0, np.float32))
    assert near.level.shape == (0, 5)


def test_an_everyday_task_stands_midway_between_its_texts() -> None:
    vectors = np.eye(5, dtype=np.float32)  # a statement, two tasks in French, the same in English
    ratings = np.array([[0, 0, 0], [1, 0.25, 0.5], [4, 1, 1], [1, 0.25, 0.5], [4, 1, 1]], np.float32)
    rated = RatedTasks(vectors, ratings, np.array([traits(RULES, 1.0), traits(NONE, 3.0)], np.float32), languages=2)
    near = rated.near(vectors[1:], np.zeros(4, np.float32))
    np.testing.assert_allclose(near.assistance, [25, 100, 25, 100], atol=1e-2)
    midway = (vectors[[1]] + vectors[[3]]) / np.sqrt(2, dtype=np.float32)
    np.testing.assert_allclose(rated.near(midway, np.zeros(1, np.float32)).level, [[0, 1, 0, 0, 0]], atol=1e-3)
