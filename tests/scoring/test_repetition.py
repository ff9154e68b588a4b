"""A stated frequency outweighs what the text suggests."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.scoring.repetition import STATED_WEIGHT, combined_repetitiveness, stated_repetitiveness


@pytest.mark.parametrize(
    ("times_a_week", "alike", "expected"),
    [(1.0, 2.0, 50.0), (5.0, 2.0, 70.0), (60.0, 4.0, 100.0), (0.02, 0.0, 0.0), (1.0, 4.0, 62.0)],
)
def test_anchor_points_of_the_scale(times_a_week: float, alike: float, expected: float) -> None:
    assert stated_repetitiveness(np.array([times_a_week]), np.array([alike]))[0] == pytest.approx(expected)


def test_the_text_keeps_a_quarter_of_the_weight() -> None:
    both = combined_repetitiveness(np.array([20.0, 20.0]), np.array([5.0, np.nan]), np.array([2.0, 2.0]))
    # daily work alike 2 is 70: 0.75 x 70 + 0.25 x 20 = 57.5; without a frequency the text alone counts
    assert both == pytest.approx([STATED_WEIGHT * 70 + (1 - STATED_WEIGHT) * 20, 20.0])


@given(st.floats(0.01, 200), st.floats(1.0, 10.0), st.floats(0, 100), st.floats(0, 4))
def test_more_often_is_never_less_repetitive(times: float, factor: float, text: float, alike: float) -> None:
    low, high = combined_repetitiveness(
        np.array([text, text]), np.array([times, times * factor]), np.array([alike] * 2)
    )
    assert 0.0 <= low <= high <= 100.0


def test_a_stated_duration_counts_a_little() -> None:
    times, alike, text = np.array([5.0] * 4), np.array([2.0] * 4), np.array([70.0] * 4)
    minutes = np.array([5.0, 50.0, 480.0, np.nan])
    short, middling, long, unknown = combined_repetitiveness(text, times, alike, minutes)
    assert (short, middling, long) == pytest.approx((70 + 0.75 * 5, 70.0, 70 - 0.75 * 5))
    assert unknown == middling


def test_a_duration_without_a_frequency_says_nothing() -> None:
    assert combined_repetitiveness(np.array([40.0]), np.array([np.nan]), np.array([2.0]), np.array([5.0])) == 40.0
