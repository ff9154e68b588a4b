"""Parts rounded for the eye add up to the total that is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.opportunity import rounded_parts


def test_the_part_that_lost_most_gets_the_step_that_is_missing():
    # 1.4 + 1.4 + 1.2 = 4.0, but 1 + 1 + 1 = 3: the first of the two that lost 0.4 becomes 2.
    assert rounded_parts([1.4, 1.4, 1.2], 1) == [2, 1, 1]


def test_tenths_of_an_hour_in_minutes():
    # 2.45 h + 1.15 h = 3.6 h: 2.4 + 1.1 leaves a tenth, which goes to the first.
    assert rounded_parts([147, 69], 6) == [150, 66]


def test_figures_that_are_round_stay_as_they_are():
    assert rounded_parts([0.3, 0.6, 0.1], 0.1) == pytest.approx([0.3, 0.6, 0.1])
    assert rounded_parts([], 6) == []


@given(parts=st.lists(st.floats(0, 1e5), max_size=40), step=st.sampled_from([0.1, 1.0, 5.0, 6.0]))
def test_parts_add_up_and_none_moves_by_a_whole_step(parts, step):
    shown = rounded_parts(parts, step)
    total = sum(parts)
    assert abs(sum(shown) - total) <= step / 2 + 1e-6 * max(1, total)
    assert all(abs(one - part) < step + 1e-6 for one, part in zip(shown, parts, strict=True))
