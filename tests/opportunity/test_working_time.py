"""Weeks and years that people work: ready-made ones, and what is said of a role."""

import pytest

from analyzer.errors import UsageError
from analyzer.opportunity import Assumptions, LocalFacts, RoleFacts, estimate_hours
from analyzer.opportunity.working_time import WORKING_TIMES, checked_role, working_time_of


@pytest.mark.parametrize(
    ("code", "minutes_per_week", "days"),
    [
        ("fr35", 2100, 226),  # 7.0 h x 5 days; 260 - 25 of leave - 9 holidays
        ("fr39", 2340, 226),  # 7.8 h x 5 days
        ("uk", 2250, 232),  # 7.5 h x 5 days; 260 - 20 - 8
    ],
)
def test_a_ready_made_working_time_sets_day_leave_and_holidays(code, minutes_per_week, days):
    assumptions = Assumptions().changed(**WORKING_TIMES[code].values)
    assert assumptions.minutes_per_week == pytest.approx(minutes_per_week)
    assert assumptions.working_days_per_year == days
    assert working_time_of(assumptions) == code


def test_a_working_time_of_one_s_own_is_none_of_them():
    assert working_time_of(Assumptions(leave_days=30)) is None


def test_a_role_that_declares_more_than_its_week_is_held_to_it(make_scores, make_task):
    # One person works 35 h = 2,100 min and declares 4,200: half of each row can be done, and of that half, keying
    # without review, 0.60 is freed: 1,050 x 0.60 = 630 min a row. Nobody is freed of the whole week.
    scores = make_scores(*(make_task(f"Key file {n}", minutes_per_week=2100.0) for n in range(2)))
    estimate = estimate_hours(scores, Assumptions(adoption=1, review=0))
    assert estimate.frame["week_factor"].tolist() == pytest.approx([0.5, 0.5])
    assert estimate.frame["minutes_freed_central"].tolist() == [630.0, 630.0]
    assert estimate.totals("role")["minutes_freed_central"].item() == 1260.0
    assert estimate.totals("role")["minutes_freed_high"].item() <= 2100.0


def test_times_counted_for_each_of_several_people_are_held_to_their_weeks(make_scores, make_task):
    # 6 x 165 h = 990 h: six people work 210 h, and each is said to do 165.
    scores = make_scores(make_task(minutes_per_week=990 * 60.0, headcount=6.0))
    estimate = estimate_hours(scores, Assumptions(adoption=1, review=0))
    assert estimate.totals()["minutes_freed_central"].item() == pytest.approx(210 * 60 * 0.60)
    (found,) = [warning for warning in estimate.warnings if warning.code == "role_times_unclear"]
    assert (found.facts["hours"], found.facts["limit"], found.facts["people"]) == (165.0, 35.0, 6.0)
    assert "correct them or its headcount in the task list" in found.message("en")


def test_part_time_makes_the_week_shorter_and_more_people_make_it_longer(make_scores, make_task):
    # 80 % of 35 h = 28 h = 1,680 min for one person, 3,360 for two: 0.60 of that is freed.
    full = Assumptions(adoption=1, review=0)
    facts = LocalFacts(roles={"Bookkeeper": RoleFacts(working_share=0.8)})
    for people, freed in ((1.0, 1008.0), (2.0, 2016.0)):
        scores = make_scores(make_task(minutes_per_week=4000.0, headcount=people))
        assert estimate_hours(scores, full, facts).totals()["minutes_freed_central"].item() == freed


def test_a_role_s_own_week_decides_whether_it_declares_too_much(make_scores, make_task):
    # 2,400 min = 40 h a week: more than 35 h, but not for a role whose full week is 42 h.
    scores = make_scores(make_task(minutes_per_week=2400.0))
    codes = [w.code for w in estimate_hours(scores).warnings]
    assert "role_over_week" in codes
    own = LocalFacts(roles={"Bookkeeper": RoleFacts(hours_per_week=42)})
    assert "role_over_week" not in [w.code for w in estimate_hours(scores, facts=own).warnings]
    half = LocalFacts(roles={"Bookkeeper": RoleFacts(hours_per_week=42, working_share=0.5)})
    (found,) = [w for w in estimate_hours(scores, facts=half).warnings if w.code == "role_over_week"]
    assert (found.facts["hours"], found.facts["limit"]) == (40.0, 21.0)


def test_what_is_said_of_a_role_is_checked():
    assert checked_role("Clerk", {"hours_per_week": 39, "working_share": None}) == RoleFacts(hours_per_week=39)
    with pytest.raises(UsageError, match="“hours_per_week” of the role “Clerk” cannot be “200”: give a number from 1"):
        checked_role("Clerk", {"hours_per_week": 200})
    with pytest.raises(UsageError, match="“working_share” of the role “Clerk” cannot be “True”"):
        checked_role("Clerk", {"working_share": True})
    with pytest.raises(UsageError, match="Nothing called “salary” can be said of the role “Clerk”"):
        checked_role("Clerk", {"salary": 1})
