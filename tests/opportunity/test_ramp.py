"""The first year, month by month; worked by hand in the comments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.opportunity import Assumptions, LocalFacts, TeamReadiness, estimate_hours, ramp_up
from analyzer.opportunity.ramp import share_reached


def test_use_grows_evenly_until_it_is_full():
    # 6 months to full use: over the first month it grows from 0 to 1/6, on average 1/12; the next has 3/12, then 5/12.
    assert [share_reached(month, 6) for month in (1, 2, 3, 6, 7)] == pytest.approx([1 / 12, 3 / 12, 5 / 12, 11 / 12, 1])


def test_a_month_in_which_use_becomes_full_is_counted_in_two_parts():
    # 1.5 months: the second month grows from 2/3 to 1 for half of it (mean 5/6), then stays: 0.5 x 5/6 + 0.5 = 11/12.
    assert share_reached(2, 1.5) == pytest.approx(11 / 12)
    assert share_reached(1, 0) == 1.0  # at once


@given(months=st.floats(0, 24), month=st.integers(1, 36))
def test_use_never_falls_and_ends_full(months, month):
    assert 0 <= share_reached(month, months) <= share_reached(month + 1, months) <= 1
    assert share_reached(25, months) == 1


def test_first_month_quarter_and_year(make_scores, make_task):
    # 136.08 min a week / 5 x 226 days / 60 = 102.5136 h in a full year, 8.5428 h a month.
    # With 6 months to full use: month 1 frees 8.5428 / 12 = 0.7119 h, the quarter (1 + 3 + 5) / 12 of a month = 6.4071,
    # the year (36 / 12 + 6) = 9 months = 76.8852 h, three quarters of a full one.
    ramp = ramp_up(estimate_hours(make_scores(make_task())))
    assert [ramp.hours(months)[1] for months in (1, 3, 12)] == pytest.approx([0.7119, 6.4071, 76.8852])
    assert ramp.hours(12)[1] == pytest.approx(0.75 * ramp.full_year[1])
    assert ramp.months["month"].tolist() == list(range(1, 13))
    assert (ramp.months["hours_low"] <= ramp.months["hours_central"]).all()


def test_a_team_that_is_less_ready_takes_longer(make_scores, make_task):
    # Two teams free as much. Finance: 6 x 2 = 12 months, Sales 6. Month 1: (1/24 + 1/12) / 2 = 1/16.
    scores = make_scores(make_task(), make_task(team="Sales"))
    facts = LocalFacts(readiness={"Finance": TeamReadiness(ramp_up_factor=2.0)})
    ramp = ramp_up(estimate_hours(scores, facts=facts))
    assert ramp.months["share"].iloc[0] == pytest.approx(1 / 16)
    assert ramp.months_to_full == 12


def test_a_list_that_frees_nothing_has_a_first_year_of_nothing(make_scores, make_task):
    for scores in (make_scores(), make_scores(make_task(solution="none"))):
        assert ramp_up(estimate_hours(scores)).hours(12) == (0, 0, 0)


def test_the_cautious_scenario_takes_longer_than_the_ambitious(make_scores, make_task):
    scores = make_scores(make_task())
    slow, fast = (ramp_up(estimate_hours(scores, Assumptions(ramp_up_months=months))) for months in (12, 3))
    assert slow.hours(12)[1] < fast.hours(12)[1]
    assert slow.full_year == fast.full_year
