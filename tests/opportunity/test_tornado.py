"""What moves the total most: one input at its ends, all others where they are; worked by hand in the comments."""

import math

import numpy as np
import pytest

from analyzer.i18n import LANGUAGES
from analyzer.opportunity import Assumptions, LocalFacts, MeasuredFamily, estimate_hours, tornado


def bar(estimate, code, family=""):
    (found,) = [one for one in tornado(estimate) if (one.code, one.family) == (code, family)]
    return found


def test_adoption_at_its_ends(make_scores, make_task):
    # 600 x 0.60 x 0.63 = 226.8 min at full adoption; 0.60 - 0.15 = 0.45 and 0.75 of it: 102.06 and 170.1.
    found = bar(estimate_hours(make_scores(make_task())), "adoption")
    assert (found.low, found.high) == pytest.approx((102.06, 170.10))
    assert found.swing == pytest.approx(68.04)


def test_checking_at_its_ends_only_where_it_is_taken_off(make_scores, make_task):
    # 600 x 0.60 x 0.60 = 216: checking 0.37 - 0.12 = 0.25 leaves 162, 0.49 leaves 110.16.
    # Writing is not checked again: its 90 min stay in both.
    writing = make_task("Write", solution="drafting", activity="Thinking Creatively", assistance=75.0)
    found = bar(estimate_hours(make_scores(make_task(), writing)), "review")
    assert (found.low, found.high) == pytest.approx((200.16, 252.0))
    assert (found.tasks, found.task) == (1, "Supplier invoices into the ledger")


def test_the_evidence_of_a_family_at_its_ends(make_scores, make_task):
    # 600 x 0.60 x 0.63 = 226.8: 40 % of it is 90.72; 80 % would be 181.44, but each result is seen: 75 % is 170.1.
    found = bar(estimate_hours(make_scores(make_task())), "evidence", "data_entry")
    assert (found.low, found.high) == pytest.approx((90.72, 170.10))


def test_the_scores_of_one_task_go_to_their_ends(make_scores, make_task):
    # Automatability 75 (60 to 90): place 0.8 and 1.2, so 136.08 x 0.8 = 108.864 and x 1.2 = 163.296 (72 % is below 75).
    found = bar(estimate_hours(make_scores(make_task())), "score", "data_entry")
    assert (found.low, found.high) == pytest.approx((108.864, 163.296))


def test_the_scores_of_many_tasks_cancel_out_in_part(make_scores, make_task):
    # Ten like tasks, correlation 0.3: the error of their sum is sqrt(0.3 + 0.7 / 10) = 0.6083 of all erring alike.
    scores = make_scores(*(make_task(f"Key file {n}", minutes_per_week=60.0) for n in range(10)))
    found = bar(estimate_hours(scores), "score", "data_entry")
    # A row shows 13.60 of its 13.608 min: 136.0 in all, and 27.216 x 0.6083 = 16.555 to either side.
    off = 27.216 * math.sqrt(0.37)
    assert (found.low, found.high) == pytest.approx((136.0 - off, 136.0 + off))


def test_a_missing_time_is_a_question_with_an_answer(make_scores, make_task):
    # Two bookkeepers' tasks take 600 min; the third has no time: if it took as long, it would free 136.08 more.
    scores = make_scores(make_task("A"), make_task("B"), make_task("C", minutes_per_week=np.nan))
    found = bar(estimate_hours(scores), "missing_times")
    assert (found.low, found.high) == pytest.approx((272.16, 408.24))
    assert (found.tasks, found.task) == (1, "C")
    assert found.question("en") == "How often is it done, and for how long? Ask those who do “C”."


def test_an_uncertain_score_counts_for_half_and_might_be_nothing_or_all(make_scores, make_task):
    # 600 x 0.30 x 0.60 x 0.63 = 68.04 is counted; nothing or 136.08 is what looking at it may bring.
    found = bar(estimate_hours(make_scores(make_task(confidence=0.2))), "uncertain_tasks")
    assert (found.low, found.high) == pytest.approx((0.0, 136.08), abs=0.01)


def test_what_was_measured_here_moves_the_total_less(make_scores, make_task):
    facts = LocalFacts(measured={"data_entry": MeasuredFamily(0.55, 0.60, 0.65, pilots=2)})
    before, after = (estimate_hours(make_scores(make_task()), facts=known) for known in (None, facts))
    assert bar(after, "evidence", "data_entry").swing < bar(before, "evidence", "data_entry").swing


def test_the_largest_comes_first_and_what_moves_nothing_is_left_out(make_scores, make_task):
    certain = Assumptions(adoption_margin=0, review_margin=0)
    found = tornado(estimate_hours(make_scores(make_task()), certain))
    assert [one.code for one in found] == ["evidence", "score"]
    assert tornado(estimate_hours(make_scores(make_task(solution="none")))) == []
    assert tornado(estimate_hours(make_scores())) == []


def test_no_bar_goes_beyond_the_week_of_the_role(make_scores, make_task):
    # 4,000 min of keying by one person: at full adoption without checking 2,400 min, but the week has 2,100.
    scores = make_scores(make_task(minutes_per_week=4000.0))
    found = tornado(estimate_hours(scores, Assumptions(adoption=0.9, review=0.0)))
    assert max(one.high for one in found) <= 2100.01


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bar_has_a_name_and_a_question(make_scores, make_task, language):
    scores = make_scores(
        make_task(), make_task("Unclear", confidence=0.1), make_task("Unknown", minutes_per_week=np.nan)
    )
    bars = tornado(estimate_hours(scores))
    assert {one.code for one in bars} == {"evidence", "score", "adoption", "review", "missing_times", "uncertain_tasks"}
    for one in bars:
        assert one.label(language) and "{" not in one.label(language)
        assert "?" in one.question(language)
