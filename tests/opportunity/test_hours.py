"""Hours freed: worked examples whose answers are computed by hand in the comments."""

import numpy as np
import pandas as pd
import pytest

from analyzer.errors import UsageError
from analyzer.opportunity import Assumptions, estimate_hours


def freed(make_scores, make_task, assumptions=None, **changes):
    return estimate_hours(make_scores(make_task(**changes)), assumptions).frame["minutes_freed_central"].item()


def test_minutes_times_share_times_adoption_less_checking(make_scores, make_task):
    # Keying in: 600 min, share 60 % (place 75 / 75), adoption 60 %, each result checked: 37 % goes back.
    # 600 x 0.60 x 0.60 x (1 - 0.37) = 136.08
    assert freed(make_scores, make_task) == 136.08


def test_checking_by_sampling_costs_a_quarter_of_it(make_scores, make_task):
    # 0.37 x 0.25 = 0.0925: 600 x 0.60 x 0.60 x 0.9075 = 196.02
    assert freed(make_scores, make_task, oversight="sampling") == 196.02


def test_no_checking_is_taken_off_where_the_study_timed_finished_work(make_scores, make_task):
    # Writing: review_included is yes. 600 x 0.25 x 0.60 = 90, whatever checking is assumed to cost.
    writing = {"solution": "drafting", "activity": "Thinking Creatively", "assistance": 75.0}
    assert freed(make_scores, make_task, **writing) == 90.0
    assert freed(make_scores, make_task, Assumptions(review=0.9), **writing) == 90.0
    # Keying in: review_included is no. 600 x 0.60 x 0.60 x 0.10 = 21.6
    assert freed(make_scores, make_task, Assumptions(review=0.9)) == 21.6


def test_nobody_adopts_nothing_is_freed(make_scores, make_task):
    assert freed(make_scores, make_task, Assumptions(adoption=0.0)) == 0.0


def test_every_row_opens_to_its_own_arithmetic(make_scores, make_task):
    frame = estimate_hours(
        make_scores(make_task(), make_task("Write", solution="drafting"), make_task("Plan", solution="scheduling"))
    ).frame
    by_hand = frame["minutes_per_week"] * frame["share_freed_central"] * frame["adoption"] * (1 - frame["review"])
    by_hand *= frame["week_factor"]
    assert np.allclose(frame["minutes_freed_central"], by_hand, atol=0.01)


def test_a_task_without_time_counts_for_no_minutes_and_is_listed(make_scores, make_task):
    estimate = estimate_hours(make_scores(make_task(), make_task("Tidy the archive", minutes_per_week=np.nan)))
    unknown = estimate.frame.iloc[1]
    assert [unknown[f"minutes_freed_{end}"] for end in ("low", "central", "high")] == [0.0, 0.0, 0.0]
    assert unknown["share_freed_central"] == pytest.approx(0.60)  # it is scored all the same
    assert list(estimate.tasks_without_time["task"]) == ["Tidy the archive"]
    assert estimate.totals().iloc[0]["tasks_without_time"] == 1
    assert estimate.totals().iloc[0]["minutes_freed_central"] == 136.08


def test_the_frame_keeps_the_scores_and_adds_what_the_contract_names(make_scores, make_task):
    scores = make_scores(make_task())
    frame = estimate_hours(scores).frame
    assert list(frame.columns[: len(scores.columns)]) == list(scores.columns)
    assert list(frame.columns[len(scores.columns) :]) == [
        "lane",
        "family",
        "share_freed_low",
        "share_freed_central",
        "share_freed_high",
        "minutes_freed_low",
        "minutes_freed_central",
        "minutes_freed_high",
        "effort",
        "priority",
        "use_case",
        "use_case_key",
        "family_rule",
        "oversight_needed",
        "uncertain",
        "adoption",
        "review",
        "evidence_origin",
        "week_factor",
    ]
    pd.testing.assert_frame_equal(frame[scores.columns], scores)


def test_an_estimate_can_be_estimated_again(make_scores, make_task):
    once = estimate_hours(make_scores(make_task())).frame
    pd.testing.assert_frame_equal(estimate_hours(once).frame, once)


def test_the_scores_handed_in_are_left_alone(make_scores, make_task):
    scores = make_scores(make_task())
    before = scores.copy(deep=True)
    estimate_hours(scores)
    pd.testing.assert_frame_equal(scores, before)


def test_a_list_without_tasks_gives_zeros(make_scores):
    estimate = estimate_hours(make_scores())
    assert estimate.frame.empty
    total = estimate.totals().iloc[0]
    assert (total["tasks"], total["headcount"], total["minutes_freed_high"]) == (0, 0, 0)
    assert estimate.totals("role").empty
    assert estimate.warnings == []


def test_a_missing_column_is_named(make_scores, make_task):
    with pytest.raises(UsageError, match="The scores have no column “assistance”: score the tasks first"):
        estimate_hours(make_scores(make_task()).drop(columns="assistance"))


def test_missing_scores_free_nothing(make_scores, make_task):
    scores = make_scores(make_task(automatability=np.nan, confidence=np.nan))
    assert estimate_hours(scores).frame["minutes_freed_high"].item() == 0.0


def test_a_large_file_gets_fewer_draws(make_scores, make_task, monkeypatch):
    monkeypatch.setattr("analyzer.opportunity.hours.MOST_VALUES", 9_000)  # 3 different tasks x (2,000 draws + 1,000)
    scores = make_scores(*(make_task(f"Write {number}") for number in range(3)))
    assert len(estimate_hours(scores).draws) == 2_000


def test_the_same_work_in_three_roles_counts_three_times(make_scores, make_task, monkeypatch):
    monkeypatch.setattr("analyzer.opportunity.hours.MOST_VALUES", 9_000)
    scores = make_scores(*(make_task("Write", role=f"Role {number}", team=f"Team {number}") for number in range(3)))
    assert len(estimate_hours(scores).draws) == 2_000  # and not the 8,000 of a single task
