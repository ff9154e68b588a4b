"""Cash by month along the roadmap: a worked example, when it is paid back for good, and what always holds."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.opportunity import Assumptions, LocalFacts, RoleFacts, TeamReadiness, estimate_hours, estimate_money
from analyzer.opportunity.cash import cash_flow, paid_back
from analyzer.opportunity.roadmap import plan_roadmap
from analyzer.opportunity.schedule import Capacity

AT_ONCE = Assumptions(draws=200, ramp_up_months=0)
FORTY = LocalFacts(roles={"Bookkeeper": RoleFacts(cost_per_hour=40.0)})


def writing(make_task, text="Write reports", **changes):
    # So often that a pilot of four weeks tells its 15 % from chance (test_pilot).
    of_writing = {"solution": "drafting", "activity": "Thinking Creatively", "assistance": 75.0}
    return make_task(text, **{**of_writing, "occurrences_per_week": 25.0, **changes})


def followed(scores, capacity=None, assumptions=AT_ONCE, facts=FORTY):
    estimate = estimate_hours(scores, assumptions, facts)
    return cash_flow(plan_roadmap(estimate, capacity), estimate)


def test_a_payback_along_the_roadmap_by_hand(make_scores, make_task):
    # As in test_money: 2,712 a year are freed, 1,700 to build (3 days), 700 a year to run; in use from one day to the
    # next. With 6 days a quarter the build takes half a quarter: months 1 and 2 bear 1,700 / 1.5 = 1,133.33 and 566.67.
    # The pilot goes on for 4 of 13 weeks, 12/13 of a month: in use after 1.5 + 0.923 = 2.423 months.
    # A full month leaves (2,712 - 700) / 12 = 167.67; month 3 has 0.577 of it, 96.73; 1,700 - 96.73 = 1,603.27 are left
    # at its end: 3 + 1,603.27 / 167.67 = 12.56 months. After three years: 96.73 + 33 x 167.67 - 1,700 = 3,929.7.
    cash = followed(make_scores(writing(make_task)), Capacity(days_per_quarter=6, at_once=1))
    assert cash.months["building"].head(3).tolist() == pytest.approx([1133.33, 566.67, 0.0], abs=0.01)
    assert cash.months["saved"].head(4).tolist() == pytest.approx([0.0, 0.0, 226 * 0.57692, 226.0], abs=0.01)
    assert cash.months["running"].iloc[3] == pytest.approx(58.33, abs=0.01)
    assert cash.payback.central == pytest.approx(12.56, abs=0.01)
    assert cash.advanced.central == pytest.approx(1700)
    assert cash.after_three_years.central == pytest.approx(3929.7, abs=0.1)


def test_what_is_built_later_pays_back_later_than_from_the_day_of_its_use(make_scores, make_task):
    # The use case alone pays back 10.14 months after it is in use (test_money); with 3 days a quarter its build alone
    # takes the first quarter, and the pilot most of a month: 3 + 0.92 + 10.14.
    tasks = make_scores(writing(make_task))
    assert followed(tasks, Capacity(days_per_quarter=3, at_once=1)).payback.central == pytest.approx(14.06, abs=0.01)


def test_a_later_build_that_takes_the_sum_below_nothing_again_counts():
    # So far -100, 50, -30, 20: paid back for good within the fourth month, after 30 of its 50.
    assert paid_back(np.array([[-100.0, 150.0, -80.0, 50.0]])) == pytest.approx([3.6])


def test_nothing_advanced_is_paid_back_at_once_and_what_never_returns_never():
    assert paid_back(np.array([[5.0, 5.0], [-5.0, 2.0]])).tolist() == [0.0, np.inf]


def test_preparing_a_team_is_paid_too(make_scores, make_task):
    # A team that is not ready takes 3 days to prepare, at 500 a day.
    unready = LocalFacts(FORTY.roles, readiness={"Finance": TeamReadiness(adoption_factor=0.8)})
    spent = followed(make_scores(writing(make_task)), facts=unready).months["building"].sum()
    assert spent == pytest.approx(1_700 + 3 * 500)


def test_a_roadmap_that_builds_nothing_has_no_cash(make_scores, make_task):
    assert followed(make_scores(make_task(solution="none"))) is None


@given(
    minutes=st.lists(st.floats(200, 2400), min_size=1, max_size=4),
    days=st.floats(5, 200),
    at_once=st.integers(1, 3),
    ramp_up_months=st.integers(0, 12),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_holds_of_every_cash_flow(make_scores, make_task, minutes, days, at_once, ramp_up_months):
    tasks = make_scores(
        *(writing(make_task, f"Write report {place}", minutes_per_week=one) for place, one in enumerate(minutes))
    )
    estimate = estimate_hours(tasks, AT_ONCE.changed(ramp_up_months=ramp_up_months), FORTY)
    roadmap, money = plan_roadmap(estimate, Capacity(days, at_once, 12)), estimate_money(estimate)
    cash = cash_flow(roadmap, estimate)
    months = cash.months
    parts = (months["saved"] - months["running"] - months["building"]).cumsum()
    assert months["so_far_central"].tolist() == pytest.approx(parts.tolist())
    for amount in (cash.payback, cash.advanced, cash.after_three_years):
        assert amount.low <= amount.central <= amount.high
    assert (months["so_far_low"] <= months["so_far_high"]).all()
    if not roadmap.later and money.counted == len(roadmap.built) == len(minutes):
        assert months["building"].sum() == pytest.approx(money.total.build.central)
        # Nothing is in use before it is built: three years from the beginning bring less than three years of use.
        assert cash.after_three_years.central <= money.total.net.central + 1e-6
        assert cash.payback.central >= money.total.payback.central - 1e-6
