"""Four quadrants by stated cuts."""

import numpy as np
import pytest

from analyzer.opportunity import Assumptions, estimate_hours
from analyzer.opportunity.priority import hours_point
from analyzer.opportunity.quadrant import BURDEN_CUT, VALUE_CUT, quadrants
from analyzer.opportunity.value import use_case_table


@pytest.mark.parametrize(
    ("value", "burden", "minutes", "quadrant"),
    [
        (0.5, 0.39, 60, "quick_wins"),  # the cut of value belongs to the upper side
        (0.5, 0.4, 60, "big_bets"),  # and that of burden to the heavy one
        (0.49, 0.39, 60, "fill_ins"),
        (0.49, 0.4, 60, "not_now"),
        (0.9, 0.0, 0, "not_now"),  # however much the team wishes it: nothing is freed
    ],
)
def test_the_cuts(value, burden, minutes, quadrant):
    assert list(quadrants(np.array([value]), np.array([burden]), np.array([minutes]))) == [quadrant]
    assert (VALUE_CUT, BURDEN_CUT) == (0.5, 0.4)


def test_the_cut_of_value_stands_at_an_hour_and_a_third():
    # hours point 0.5: 1 + 4 h = sqrt(41), so h = (6.403 - 1) / 4 = 1.351 hours = 81.05 min a week
    assert hours_point(np.array([81.05]))[0] == pytest.approx(0.5, abs=1e-4)


def test_a_use_case_gathers_its_tasks(make_scores, make_task):
    shared = {"text": "Send reminders", "solution": "rules"}
    estimate = estimate_hours(
        make_scores(
            make_task(**shared, role="Clerk", team="Sales", flags="customer"),
            make_task(**shared, role="Buyer", team="Purchasing", flags="money"),
            make_task("Talk to the board", solution="none"),
        ),
        Assumptions(draws=200),
    )
    table = use_case_table(estimate)
    first = table.iloc[0]
    assert (first["teams"], first["roles"]) == (("Purchasing", "Sales"), ("Buyer", "Clerk"))
    assert (first["flags"], first["effort"], first["tasks"]) == ("customer;money", 3, 2)  # money: one step more
    assert first["minutes_freed_central"] == pytest.approx(estimate.frame["minutes_freed_central"].sum())
    assert table["quadrant"].iloc[-1] == "not_now"
