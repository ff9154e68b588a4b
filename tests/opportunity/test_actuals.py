"""Estimate against actual: paired differences with a t interval, beside what the evidence alone had promised."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_minutes import Minutes

from analyzer.opportunity import Assumptions, estimate_hours
from analyzer.opportunity.actuals import Span, actual_of, actuals, expected_share, paired_interval, standing_of

CENTRAL = Assumptions(draws=200)


def pairs(*minutes, **changes):
    return [Minutes(minutes_before=before, minutes_after=after, **changes) for before, after in minutes]


def test_the_interval_by_hand():
    # Differences 2, 4, 6, 8: mean 5, s = sqrt((9 + 1 + 1 + 9) / 3) = 2.582, t(3) at 95 % = 2.3534:
    # 5 +- 2.3534 x 2.582 / 2 = 5 +- 3.038.
    interval = paired_interval(np.array([2.0, 4.0, 6.0, 8.0]))
    assert (interval.low, interval.central, interval.high) == pytest.approx((1.962, 5.0, 8.038), abs=1e-3)


def test_shares_are_taken_of_the_mean_minutes_before():
    # Before 10 and 30, mean 20; freed 4 and 6, mean 5: 25 %. s = 1.4142, t(1) = 6.3138: 5 +- 6.3138: -6.6 to 56.6 %.
    actual = actual_of("a", pairs((10, 6), (30, 24)), None)
    assert (actual.minutes_before, actual.minutes_freed.central, actual.share.central) == (20, 5, 0.25)
    assert (actual.share.low, actual.share.high) == pytest.approx((-0.0657, 0.5657), abs=1e-4)


def test_one_measurement_has_no_interval_and_says_so():
    actual = actual_of("a", pairs((10, 6)), Span(0.1, 0.2, 0.3))
    assert actual.share == Span(0.4, 0.4, 0.4)
    assert actual.verdict == "one"


@pytest.mark.parametrize(
    ("after", "count", "verdict"),
    [
        (6.0, 4, "few"),
        (6.0, 5, "more"),  # 40 % of the time, the estimate said 20 %
        (8.0, 5, "as_estimated"),
        (9.9, 5, "less"),
    ],
)
def test_the_verdict_asks_whether_the_estimate_lies_in_the_interval(after, count, verdict):
    # After differs by a tenth of a minute from case to case, so the interval is narrow.
    measured = pairs(*((10, after + (0.1 if case % 2 else -0.1)) for case in range(count)))
    assert actual_of("a", measured, Span(0.1, 0.2, 0.3)).verdict == verdict


def test_the_expected_share_is_that_of_a_case_done_the_new_way(make_scores, make_task):
    # Capture at place 1: 40 / 60 / 80 %, capped at 75 % since each result is reviewed; checking takes 37 %:
    # 0.4 x 0.63 = 0.252, 0.6 x 0.63 = 0.378, 0.75 x 0.63 = 0.4725.
    frame = estimate_hours(make_scores(make_task()), CENTRAL).frame
    expected = expected_share(frame)
    assert (expected.low, expected.central, expected.high) == pytest.approx((0.252, 0.378, 0.4725))


def test_a_use_case_stands_where_its_minutes_stand(make_scores, make_task):
    # Place 1 for 600 min and 45 / 75 = 0.6 for 200 min: (600 x 1 + 200 x 0.6) / 800 = 0.9. Each is reviewed: checked 1.
    tasks = (make_task(), make_task("Other", automatability=45.0, minutes_per_week=200.0))
    standing = standing_of(estimate_hours(make_scores(*tasks), CENTRAL).frame, CENTRAL)
    assert (standing.family, standing.place, standing.checked) == ("data_entry", pytest.approx(0.9), 1.0)


def test_safeguards_and_doubt_are_part_of_the_place(make_scores, make_task):
    # Safety leaves half: place 1 x 0.5.
    frame = estimate_hours(make_scores(make_task(flags="safety")), CENTRAL).frame
    assert standing_of(frame, CENTRAL).place == pytest.approx(0.5)


def test_work_that_no_study_fits_has_no_family_and_no_estimate(make_scores, make_task):
    frame = estimate_hours(make_scores(make_task(solution="cobot")), CENTRAL).frame
    assert standing_of(frame, CENTRAL).family is None
    assert expected_share(frame) is None


def test_measurements_of_a_use_case_that_left_the_list_are_named(make_scores, make_task):
    frame = estimate_hours(make_scores(make_task()), CENTRAL).frame.assign(use_case_key="invoices")
    found, gone = actuals([*pairs((10, 6), (10, 7)), *pairs((9, 8), use_case_key="old")], frame)
    assert [(actual.use_case_key, actual.measurements) for actual in found] == [("invoices", 2), ("old", 1)]
    assert found[1].verdict == "no_estimate"
    assert gone == ["old"]


@given(st.lists(st.tuples(st.floats(1, 100), st.floats(0, 100)), min_size=1, max_size=20))
def test_the_interval_holds_the_mean(minutes):
    actual = actual_of("a", pairs(*minutes), None)
    assert actual.share.low <= actual.share.central <= actual.share.high
    assert actual.share.central <= 1


@given(st.lists(st.floats(-50, 50), min_size=2, max_size=10))
def test_the_same_measurements_twice_never_widen_the_interval(differences):
    once, twice = paired_interval(np.array(differences)), paired_interval(np.array(differences * 2))
    assert twice.high - twice.low <= once.high - once.low + 1e-9
