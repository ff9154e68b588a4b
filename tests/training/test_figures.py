"""The measures of the evaluation, on cases that can be worked out by hand."""

import numpy as np
import pandas as pd
import pytest

from analyzer.training.figures import calibration_error, coverage_by_tenth, covered, rank, three_grades


def test_rank_leaves_rows_without_truth_aside() -> None:
    assert rank([1, 2, 3, 99], [10, 20, 30, np.nan]) == 1.0
    assert rank([3, 2, 1], [10, 20, 30]) == -1.0


def test_an_interval_covers_its_ends() -> None:
    low, high = np.array([10.0, 10.0, 10.0]), np.array([20.0, 20.0, 20.0])
    assert covered([10, 20, 21], low, high).tolist() == [True, True, False]


def test_coverage_is_told_for_tenths_with_enough_rows() -> None:
    score = np.array([5.0, 5.0, 95.0, 100.0])
    low, high = score - 1, score + 1
    shares = coverage_by_tenth([5, 50, 95, 100], score, low, high, fewest=2)
    assert shares == {
        "interval covers, scores 0 to 10 (2 rows)": 0.5,
        "interval covers, scores 90 to 100 (2 rows)": 1.0,
    }


def test_probabilities_that_are_right_have_no_calibration_error() -> None:
    sure = np.eye(5)[[0, 1, 2, 3, 4] * 10]
    assert calibration_error(sure, [0, 1, 2, 3, 4] * 10) == 0.0


def test_an_error_is_as_large_as_the_probability_is_off() -> None:
    always_top = np.tile([0.0, 0.0, 0.0, 0.0, 1.0], (50, 1))
    assert calibration_error(always_top, [0] * 50) == 1.0


def test_three_grades() -> None:
    assert three_grades(pd.Series([0, 1, 1.5, 2.5, 3, 4])).tolist() == [0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize("level", [0.5, 1.5, 3.5])
def test_a_rating_between_two_levels_counts_in_parts(level: float) -> None:
    probabilities = np.zeros((20, 5))
    probabilities[:, int(level)] = 0.5
    probabilities[:, int(level) + 1] = 0.5
    assert calibration_error(probabilities, [level] * 20) == pytest.approx(0.0, abs=1e-9)
