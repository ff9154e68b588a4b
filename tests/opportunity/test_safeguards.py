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


@pytest.mark.parametrize(
    ("flag", "oversight", "share"),
    [
        # Capture frees 60 % of the time at place 75 / 75 = 1, before safeguards.
        ("personal", "sampling", 0.54),  # 0.60 x 0.9
        ("money", "sampling", 0.54),  # 0.60 x 0.9
        ("customer", "sampling", 0.54),  # 0.60 x 0.9
        ("regulated", "sampling", 0.48),  # 0.60 x 0.8
        ("safety", "each", 0.30),  # 0.60 x 0.5
    ],
)
def test_each_flag_raises_the_oversight_and_lowers_the_share(make_scores, make_task, flag, oversight, share):
    plain = row(make_scores, make_task, oversight="none")
    flagged = row(make_scores, make_task, oversight="none", flags=flag)
    assert (plain["oversight_needed"], plain["share_freed_central"]) == ("none", pytest.approx(0.60))
    assert (flagged["oversight_needed"], flagged["share_freed_central"]) == (oversight, pytest.approx(share))


def test_a_decision_is_prepared_by_a_draft_at_most_and_counts_half(make_scores, make_task):
    # With help to draft it (assistance 75), a decision gets drafting's 25 % x 0.5 = 12.5 %; without the flag the same
    # rule-based task gets 60 % as records.
    decision = row(make_scores, make_task, solution="rules", oversight="none", flags="decision", assistance=75.0)
    assert (decision["oversight_needed"], decision["family"]) == ("human", "drafting")
    assert decision["share_freed_central"] == pytest.approx(0.125)
    assert row(make_scores, make_task, solution="rules", oversight="none")["share_freed_central"] == pytest.approx(0.60)


@pytest.mark.parametrize(
    ("solution", "activity", "flag", "family"),
    [
        ("chatbot", "Getting Information", "customer", "customer_support"),
        ("drafting", "Communicating with People Outside the Organization", "customer", "email"),
        ("reporting", "Processing Information", "money", "bookkeeping"),
        ("rules", "Performing Administrative Activities", "customer", "small_firm_admin"),
    ],
)
def test_care_that_the_study_contained_is_not_taken_off_twice(make_scores, make_task, solution, activity, flag, family):
    work = {"solution": solution, "activity": activity, "oversight": "sampling"}
    plain, flagged = row(make_scores, make_task, **work), row(make_scores, make_task, **work, flags=flag)
    assert flagged["family"] == family
    assert flagged["share_freed_central"] == plain["share_freed_central"] > 0
    # Another flag still cuts there: personal data leaves nine tenths.
    personal = row(make_scores, make_task, **work, flags=f"{flag};personal")
    assert personal["share_freed_central"] == pytest.approx(0.9 * plain["share_freed_central"])
