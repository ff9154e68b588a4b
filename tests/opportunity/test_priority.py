"""Effort and priority by stated formulas."""

import math

import pytest

from analyzer.opportunity import Assumptions, estimate_hours


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
    # value = ln(1 + 1.5 / 0.25) / ln(1 + 10 / 0.25) = ln 7 / ln 41 = 0.5240
    # ease = (5 - 1) / 4 = 1; certainty = 0.8
    # priority = 100 x (0.60 x 0.5240 + 0.25 x 1 + 0.15 x 0.8) = 68.4
    frame = rows(make_scores, make_task(solution="drafting", activity="Thinking Creatively", assistance=75.0))
    assert math.log(7) / math.log(41) == pytest.approx(0.5240, abs=1e-4)
    assert frame["priority"].item() == 68.4


def test_value_is_that_of_the_whole_use_case(make_scores, make_task):
    alone = rows(make_scores, make_task(role="Clerk"))["priority"].item()
    shared = rows(make_scores, make_task(role="Clerk"), make_task(role="Buyer"), make_task(role="Planner"))["priority"]
    assert shared.nunique() == 1
    assert shared.iloc[0] > alone


def test_what_frees_nothing_has_no_priority(make_scores, make_task):
    frame = rows(make_scores, make_task(solution="none"), make_task(minutes_per_week=float("nan"), text="Other work"))
    assert list(frame["priority"]) == [0.0, 0.0]
