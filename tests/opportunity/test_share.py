"""Share of a task's time that could be freed: evidence x place x weight, at most the cap."""

import pytest

from analyzer.opportunity import Assumptions, estimate_hours


def row(make_scores, make_task, **changes):
    return estimate_hours(make_scores(make_task(**changes)), Assumptions(draws=200)).frame.iloc[0]


def shares(task):
    return [task[f"share_freed_{end}"] for end in ("low", "central", "high")]


def test_a_typical_task_gets_what_its_family_was_found_to_free(make_scores, make_task):
    # Writing, assistance 75: place 75 / 75 = 1. Evidence 10 / 25 / 40 %.
    writing = row(make_scores, make_task, solution="drafting", activity="Thinking Creatively", assistance=75.0)
    assert shares(writing) == pytest.approx([0.10, 0.25, 0.40])


def test_a_task_that_suits_the_tool_less_gets_proportionally_less(make_scores, make_task):
    # Capture with automatability 50: place 50 / 75 = 2/3. Evidence 40 / 60 / 80 % becomes 26.7 / 40 / 53.3 %.
    half = row(make_scores, make_task, automatability=50.0, automatability_low=40.0, automatability_high=60.0)
    assert shares(half) == pytest.approx([0.8 / 3, 0.40, 1.6 / 3])


def test_a_task_that_suits_it_better_gets_at_most_a_fifth_more(make_scores, make_task):
    # Recurring report with automatability 100: 100 / 75 = 1.33, held at 1.2.
    # Evidence 5 / 9 / 25 % becomes 6 / 10.8 / 30 %.
    best = row(make_scores, make_task, solution="reporting", automatability=100.0, automatability_high=100.0)
    assert shares(best) == pytest.approx([0.06, 0.108, 0.30])


@pytest.mark.parametrize("solution", ["rules", "capture", "reporting", "scheduling"])
def test_workflows_go_by_automatability_and_not_by_assistance(make_scores, make_task, solution):
    def share(automatability, **changes):
        around = {"automatability_low": automatability - 10, "automatability_high": automatability + 10}
        task = {"solution": solution, "automatability": automatability, **around, **changes}
        return row(make_scores, make_task, **task)["share_freed_central"]

    by_score = [share(score) for score in (0.0, 40.0, 60.0, 90.0)]
    assert by_score[0] == 0 < by_score[1] < by_score[2] < by_score[3]
    assert share(60.0, assistance=10.0) == share(60.0, assistance=90.0)


@pytest.mark.parametrize("solution", ["drafting", "search", "coding", "chatbot"])
def test_assistants_go_by_assistance_and_not_by_automatability(make_scores, make_task, solution):
    by_score = [
        row(make_scores, make_task, solution=solution, assistance=a)["share_freed_central"] for a in (0, 40, 60, 90)
    ]
    assert by_score[0] == 0 < by_score[1] < by_score[2] < by_score[3]
    low = row(make_scores, make_task, solution=solution, automatability=50.0)["share_freed_central"]
    high = row(make_scores, make_task, solution=solution, automatability=85.0)["share_freed_central"]
    assert low == high


def test_no_software_frees_the_part_that_is_done_by_hand(make_scores, make_task):
    # Capture at its family's centre would free 60 %; half of the work is by hand, so 50 % is the most.
    assert row(make_scores, make_task, physical=50.0)["share_freed_central"] == pytest.approx(0.50)


@pytest.mark.parametrize(("oversight", "most"), [("none", 0.95), ("sampling", 0.9), ("each", 0.75)])
def test_oversight_leaves_a_part_of_the_work(make_scores, make_task, oversight, most):
    # Evidence 80 % x place 1.2 = 96 % at the high end, more than any oversight leaves.
    task = row(make_scores, make_task, oversight=oversight, automatability=95.0, automatability_high=100.0)
    assert task["share_freed_high"] == pytest.approx(most)


def test_an_uncertain_score_counts_for_half_until_somebody_looks(make_scores, make_task):
    unsure = row(make_scores, make_task, confidence=0.2)
    assert bool(unsure["uncertain"])
    assert unsure["share_freed_central"] == pytest.approx(0.30)
    looked_at = row(make_scores, make_task, confidence=0.2, overridden=True)
    assert looked_at["share_freed_central"] == pytest.approx(0.60)


def test_what_stays_human_counts_for_nothing(make_scores, make_task):
    kept = row(make_scores, make_task, interpersonal=90.0)
    assert kept["lane"] == "keep_human"
    assert shares(kept) == [0, 0, 0]
