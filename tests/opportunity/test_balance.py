"""Quarters by name, and hours added and taken away by hand."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from analyzer.opportunity import Assumptions, estimate_hours
from analyzer.opportunity.balance import QuarterDate, balance, next_quarter


@pytest.mark.parametrize(
    ("day", "begins"),
    [(date(2026, 11, 22), QuarterDate(2027, 1)), (date(2026, 1, 1), QuarterDate(2026, 2))],
)
def test_a_plan_begins_with_the_next_quarter(day, begins):
    assert next_quarter(day) == begins


def test_quarters_are_named_in_each_language():
    assert [QuarterDate(2026, 4).name(after, "en") for after in (0, 1, 5)] == ["Q4 2026", "Q1 2027", "Q1 2028"]
    assert QuarterDate(2026, 4).name(1, "fr") == "T1 2027"


def test_hours_by_hand(make_scores, make_task):
    # 10 days from 0.5 to 1.5: 5 days of 7 h in each of the two quarters; 8 h of learning where the build ends.
    # In use from 1.5 on: month 4.5 of the plan. 120 h a year are 10 h a month at once (no ramp-up): in the second
    # quarter half of month 5 and month 6, 15 h; in the third 30 h.
    estimate = estimate_hours(make_scores(make_task()), Assumptions(draws=200, ramp_up_months=0))
    step = SimpleNamespace(kind="build", key="k", days=10.0, start=0.5, finish=1.5)
    cases = pd.DataFrame({"use_case_key": ["k"], "hours_per_year_central": [120.0]})
    quarters = balance([step], {"k": 8.0}, cases, estimate, 3)
    assert [quarter.hours_building for quarter in quarters] == [35, 35, 0]
    assert [quarter.hours_learning for quarter in quarters] == [0, 8, 0]
    assert [quarter.hours_freed for quarter in quarters] == pytest.approx([0, 15, 30])
    assert quarters[1].hours_added == 43


def test_the_ramp_up_is_followed_month_by_month(make_scores, make_task):
    # 2 months to full use: 1/4, 3/4, then all: 10 x (0.25 + 0.75 + 1) = 20 h in the first quarter of use
    estimate = estimate_hours(make_scores(make_task()), Assumptions(draws=200, ramp_up_months=2))
    step = SimpleNamespace(kind="build", key="k", days=1.0, start=0.0, finish=1.0)
    cases = pd.DataFrame({"use_case_key": ["k"], "hours_per_year_central": [120.0]})
    freed = [quarter.hours_freed for quarter in balance([step], {}, cases, estimate, 3)]
    assert freed == pytest.approx([0, 20, 30])
