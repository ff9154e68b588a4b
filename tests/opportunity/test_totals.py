"""Totals by role, team, use case and lane, per person per day, and per year."""

import numpy as np
import pytest

from analyzer.errors import UsageError
from analyzer.opportunity import Assumptions, estimate_hours


def test_a_role_s_people_are_counted_once_however_many_tasks_they_have(make_scores, make_task):
    # Four bookkeepers share two tasks: 4 people, not 8. Keying frees 136.08 + 136.08 = 272.16 min a week:
    # 272.16 / 4 people / 5 days = 13.608 min per person per day.
    estimate = estimate_hours(
        make_scores(make_task("Key invoices", headcount=4.0), make_task("Key orders", headcount=4.0))
    )
    role = estimate.totals("role").iloc[0]
    assert (role["role"], role["tasks"], role["headcount"]) == ("Bookkeeper", 2, 4.0)
    assert role["minutes_freed_central"] == 272.16
    assert role["minutes_per_person_per_day_central"] == pytest.approx(13.608)


def test_a_role_has_as_many_people_as_its_largest_task(make_scores, make_task):
    estimate = estimate_hours(
        make_scores(make_task("Key invoices", headcount=2.0), make_task("Key orders", headcount=3.0))
    )
    assert estimate.totals("role")["headcount"].item() == 3.0


def test_named_people_are_counted_where_each_filled_in_a_list(make_scores, make_task):
    rows = [make_task(f"Key file {n}", person=person) for n, person in enumerate(["Ana", "Ben", "ben ", "Cléo"])]
    assert estimate_hours(make_scores(*rows)).totals("role")["headcount"].item() == 3.0


def test_the_same_role_in_two_teams_is_two_groups_of_people(make_scores, make_task):
    estimate = estimate_hours(
        make_scores(
            make_task("Key invoices", role="Assistant", team="North", headcount=2.0),
            make_task("Key invoices", role="Assistant", team="South", headcount=3.0),
        )
    )
    assert estimate.totals("role")["headcount"].item() == 5.0
    assert estimate.totals("use_case")["headcount"].item() == 5.0
    assert list(estimate.totals("team").set_index("team").loc[["North", "South"], "headcount"]) == [2.0, 3.0]


def test_shares_are_of_the_minutes_declared(make_scores, make_task):
    # 136.08 of 600 + 400 declared minutes = 13.608 %; the manager's 400 minutes free nothing.
    estimate = estimate_hours(
        make_scores(make_task(), make_task("Decide", role="Manager", solution="none", minutes_per_week=400.0))
    )
    assert estimate.totals().iloc[0]["share_central"] == pytest.approx(0.13608)


@pytest.mark.parametrize(("leave", "holidays", "days"), [(25, 9, 226), (20, 8, 232)])
def test_a_year_is_its_working_days_times_a_day(make_scores, make_task, leave, holidays, days):
    # 136.08 min a week / 5 = 27.216 min a day; x 226 days / 60 = 102.51 h a year in France.
    estimate = estimate_hours(make_scores(make_task()), Assumptions(leave_days=leave, public_holidays=holidays))
    total = estimate.totals().iloc[0]
    for end in ("low", "central", "high"):
        a_day = total[f"minutes_per_person_per_day_{end}"] * total["headcount"]
        assert total[f"hours_per_year_{end}"] == pytest.approx(a_day * days / 60)
    assert total["hours_per_year_central"] == pytest.approx(27.216 * days / 60)


def test_rows_without_a_role_make_a_group_of_their_own(make_scores, make_task):
    totals = estimate_hours(make_scores(make_task(), make_task("Key orders", role=None, team=None))).totals("role")
    assert totals["role"].isna().sum() == 1
    assert totals["tasks"].sum() == 2


def test_the_group_that_frees_most_comes_first_and_lanes_keep_their_order(make_scores, make_task):
    estimate = estimate_hours(
        make_scores(
            make_task("Key a few", role="Clerk", minutes_per_week=60.0),
            make_task("Key a lot", role="Typist", minutes_per_week=900.0),
            make_task("Console a customer", role="Clerk", interpersonal=95.0),
            make_task("Key orders", role="Clerk", oversight="none", minutes_per_week=5.0),
        )
    )
    assert list(estimate.totals("role")["role"]) == ["Typist", "Clerk"]
    assert list(estimate.totals("lane")["lane"]) == ["automate", "redesign", "keep_human"]


def test_overlapping_rows_of_one_use_case_are_counted_once_each(make_scores, make_task):
    rows = [make_task("Key invoices", role=role, minutes_per_week=100.0) for role in ("Clerk", "Buyer", "Planner")]
    estimate = estimate_hours(make_scores(*rows))
    assert len(estimate.totals("use_case")) == 1
    # 3 x 100 x 0.60 x 0.60 x 0.63 = 68.04
    assert estimate.totals("use_case")["minutes_freed_central"].item() == 68.04
    assert estimate.totals()["minutes_freed_central"].item() == 68.04


def test_totals_that_do_not_exist_are_refused(make_scores, make_task):
    with pytest.raises(UsageError, match="Totals by “person” do not exist: choose one of total, role, team"):
        estimate_hours(make_scores(make_task())).totals("person")


def test_totals_can_be_changed_without_changing_the_estimate(make_scores, make_task):
    estimate = estimate_hours(make_scores(make_task()))
    mine = estimate.totals("role")
    mine["tasks"] = 99
    assert estimate.totals("role")["tasks"].item() == 1


def test_a_list_of_which_no_time_is_known_has_shares_of_zero(make_scores, make_task):
    total = estimate_hours(make_scores(make_task(minutes_per_week=np.nan))).totals().iloc[0]
    assert (total["minutes_per_week"], total["share_low"], total["share_high"]) == (0, 0, 0)
