"""Effort and priority by stated formulas."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.opportunity import Assumptions, LocalFacts, estimate_hours
from analyzer.opportunity.priority import priority_of, risk, value_and_burden
from analyzer.opportunity.weights import Appeal, Priorities, PriorityWeights


def rows(make_scores, *tasks):
    return estimate_hours(make_scores(*tasks), Assumptions(draws=200)).frame


@pytest.mark.parametrize(
    ("changes", "effort"),
    [
        ({"solution": "drafting"}, 1),
        ({"solution": "drafting", "flags": "personal"}, 1),  # personal data asks for oversight, not for more set-up
        ({"solution": "drafting", "flags": "regulated;money"}, 2),  # delicate counts once
        ({"solution": "rules"}, 2),
        ({"solution": "rules", "repetitiveness": 20.0}, 3),  # many cases
        ({"solution": "capture", "repetitiveness": 20.0, "flags": "safety"}, 5),
        ({"solution": "cobot", "flags": "safety"}, 5),  # 5 is the most
    ],
)
def test_effort_grows_with_the_solution_its_cases_and_what_is_delicate(make_scores, make_task, changes, effort):
    assert rows(make_scores, make_task(**changes))["effort"].item() == effort


def test_priority_by_hand(make_scores, make_task):
    # Writing, 600 min, place 1: 600 x 0.25 x 0.6 = 90 min = 1.5 h a week.
    # hours = ln(1 + 1.5 / 0.25) / ln(1 + 10 / 0.25) = ln 7 / ln 41 = 0.5240; nobody said anything of wish and pain: 0.5
    # effort = (1 - 1) / 4 = 0; risk = 0.5 x 0 + 0.5 x (1 - 0.8) = 0.1
    # priority = 100 x (40 x 0.5240 + 10 x 0.5 + 10 x 0.5 + 25 x (1 - 0) + 15 x (1 - 0.1)) / 100 = 69.5
    frame = rows(make_scores, make_task(solution="drafting", activity="Thinking Creatively", assistance=75.0))
    assert math.log(7) / math.log(41) == pytest.approx(0.5240, abs=1e-4)
    assert frame["priority"].item() == 69.5


def test_wish_and_pain_of_the_team_move_a_use_case(make_scores, make_task):
    # The same task; a wish of 5 and a pain of 3 stand in the place of the middle:
    # 69.46 + 10 x (5 / 5 - 0.5) + 10 x (3 / 5 - 0.5) = 75.5
    writing = make_task("Write reports", solution="drafting", activity="Thinking Creatively", assistance=75.0)
    said = Priorities(appeals={"Write reports": Appeal(wish=5, pain=3)})
    frame = estimate_hours(make_scores(writing), Assumptions(draws=200), LocalFacts(priorities=said)).frame
    assert frame["priority"].item() == 75.5


def test_risk_by_hand():
    # The gravest flag counts: 0.5 x 0.6 (money, not 0.4 for personal data) + 0.5 x (1 - 0.7) = 0.45
    assert risk(pd.Series(["money;personal"]), np.array([0.7])) == pytest.approx(0.45)


@given(
    st.floats(0, 3000), st.floats(0, 3000), st.integers(1, 5), st.floats(0, 1), st.floats(0, 100), st.floats(0.1, 100)
)
def test_more_hours_never_lower_the_priority(minutes, more, effort, of_risk, of_hours, of_effort):
    weights = PriorityWeights().changed(hours=of_hours, effort=of_effort)
    both = np.array([minutes, minutes + more])
    value, burden = value_and_burden(
        both, pd.Series(["a", "b"]), np.full(2, float(effort)), np.full(2, of_risk), Priorities(weights)
    )
    first, second = priority_of(value, burden, both, weights)
    assert 0 <= first <= second <= 100


def test_value_is_that_of_the_whole_use_case(make_scores, make_task):
    alone = rows(make_scores, make_task(role="Clerk"))["priority"].item()
    shared = rows(make_scores, make_task(role="Clerk"), make_task(role="Buyer"), make_task(role="Planner"))["priority"]
    assert shared.nunique() == 1
    assert shared.iloc[0] > alone


def test_what_frees_nothing_has_no_priority(make_scores, make_task):
    frame = rows(make_scores, make_task(solution="none"), make_task(minutes_per_week=float("nan"), text="Other work"))
    assert list(frame["priority"]) == [0.0, 0.0]
