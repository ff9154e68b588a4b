"""Safeguards: delicate work is watched more closely and counts for fewer hours."""

import pandas as pd
import pytest

from analyzer.opportunity import Assumptions, estimate_hours
from analyzer.opportunity.safeguards import OVERSIGHT_ORDER, oversight_needed


def row(make_scores, make_task, **changes):
    return estimate_hours(make_scores(make_task(**changes)), Assumptions(draws=200)).frame.iloc[0]


def needed(oversight, flags):
    return oversight_needed(pd.Series([oversight]), pd.Series([flags])).item()


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ("", "none"),
        ("personal", "sampling"),
        ("customer", "sampling"),
        ("money", "sampling"),
        ("regulated", "sampling"),
        ("safety", "each"),
        ("personal;safety", "each"),
        ("decision", "human"),
    ],
)
def test_flags_ask_for_a_least_oversight(flags, expected):
    assert needed("none", flags) == expected


@pytest.mark.parametrize("oversight", OVERSIGHT_ORDER)
def test_flags_never_lower_the_oversight(oversight):
    assert OVERSIGHT_ORDER.index(needed(oversight, "customer;money")) >= OVERSIGHT_ORDER.index(oversight)


def test_a_corrected_score_does_not_switch_a_safeguard_off(make_scores, make_task):
    task = row(make_scores, make_task, oversight="none", flags="safety", overridden=True)
    assert (task["oversight_needed"], task["lane"]) == ("each", "redesign")


def test_a_code_that_is_not_known_is_taken_as_human_only():
    assert needed("sometimes", "") == "human"


def test_human_only_work_gets_half_of_drafting_help_at_most(make_scores, make_task):
    # Drafting 25 % at place 75 / 75 = 1, half of it: 12.5 %; 600 x 0.125 x 0.6 = 45 min. Drafting includes review.
    letter = row(make_scores, make_task, solution="drafting", oversight="human", assistance=75.0)
    assert (letter["family"], letter["lane"]) == ("drafting", "assist")
    assert letter["minutes_freed_central"] == 45.0


def test_a_decision_about_a_person_is_never_left_to_rules(make_scores, make_task):
    decision = row(make_scores, make_task, solution="rules", oversight="none", flags="decision", assistance=20.0)
    assert decision["oversight_needed"] == "human"
    assert (decision["lane"], decision["minutes_freed_high"]) == ("keep_human", 0)


def test_only_the_strictest_safeguard_cuts(make_scores, make_task):
    # Safety halves the share, regulated leaves 0.8 of it: together they leave 0.5 and not 0.4.
    # 60 % x 0.5 = 30 %.
    both = row(make_scores, make_task, flags="safety;regulated")
    assert both["share_freed_central"] == pytest.approx(0.30)
    assert row(make_scores, make_task, flags="regulated")["share_freed_central"] == pytest.approx(0.48)


def test_personal_data_money_and_customers_raise_the_oversight_only(make_scores, make_task):
    plain = row(make_scores, make_task, oversight="sampling")
    flagged = row(make_scores, make_task, oversight="none", flags="personal;money;customer")
    assert flagged["oversight_needed"] == "sampling"
    assert flagged["share_freed_central"] == plain["share_freed_central"]
