"""Scenarios: named sets of assumptions."""

import pytest

from analyzer.errors import UsageError
from analyzer.opportunity import SCENARIOS, Assumptions, assumptions_for, estimate_hours


def test_the_central_scenario_is_the_default():
    assert assumptions_for() == assumptions_for("central") == Assumptions()


@pytest.mark.parametrize(
    ("scenario", "expected"),
    [
        # Capture task of 600 min at its family's centre, each result checked: 600 x 0.60 x adoption x (1 - review).
        ("cautious", 72.0),  # 600 x 0.60 x 0.40 x 0.50
        ("central", 136.08),  # 600 x 0.60 x 0.60 x 0.63
        ("ambitious", 216.0),  # 600 x 0.60 x 0.80 x 0.75
    ],
)
def test_each_scenario_on_one_task(make_scores, make_task, scenario, expected):
    estimate = estimate_hours(make_scores(make_task()), assumptions_for(scenario))
    assert estimate.frame["minutes_freed_central"].item() == expected
    total = estimate.totals().iloc[0]
    assert total["minutes_freed_low"] < total["minutes_freed_central"] < total["minutes_freed_high"]


def test_a_scenario_with_a_value_of_one_s_own_keeps_the_rest():
    mine = assumptions_for("cautious", {"adoption": "55%"})
    assert (mine.adoption, mine.review) == (0.55, SCENARIOS["cautious"].review)


def test_an_unknown_scenario_names_those_there_are():
    with pytest.raises(UsageError, match="There is no scenario “bold”: choose one of cautious, central, ambitious"):
        assumptions_for("bold")


def test_a_bad_value_in_a_scenario_is_refused():
    with pytest.raises(UsageError, match="“adoption” cannot be “7”"):
        assumptions_for("ambitious", {"adoption": 7})
