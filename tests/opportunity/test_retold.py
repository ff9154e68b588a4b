"""A file is uploaded again with rows told otherwise: what was decided about use cases stays."""

import json

import pytest

from analyzer.opportunity.local_facts import UseCaseDecisions
from analyzer.opportunity.prepared import prepare_tasks
from analyzer.opportunity.use_case_decisions import (
    as_kept,
    merge_use_cases,
    read_decisions,
    rename_use_case,
    split_use_case,
)
from analyzer.opportunity.use_case_keys import row_marks

REMIND, CHASE, FILE = "Send payment reminders to customers", "Chase missing customer documents", "Rename and file PDFs"


def listed(make_scores, make_task, *texts, **changes):
    return make_scores(*(make_task(text, **changes) for text in texts))


def tasks_under(scores, decisions):
    return prepare_tasks(scores, decisions).tasks


@pytest.fixture
def decided(make_scores, make_task):
    """Chasing was merged into the reminders, filing too, and split out again under a name of its own."""
    scores, decisions = listed(make_scores, make_task, REMIND, CHASE, FILE), UseCaseDecisions()
    for other in (CHASE, FILE):
        decisions = merge_use_cases(decisions, tasks_under(scores, decisions), REMIND, other)
    tasks = tasks_under(scores, decisions)
    decisions = split_use_case(decisions, tasks, REMIND, row_marks(tasks[tasks["task"] == FILE]))
    tasks = tasks_under(scores, decisions)
    decisions = rename_use_case(decisions, tasks, tasks["use_case_key"].iloc[2], "Filing")
    return read_decisions(json.loads(json.dumps(as_kept(decisions))))


def cases(scores, decisions):
    tasks = tasks_under(scores, decisions)
    return dict(zip(tasks["task"], tasks["use_case"], strict=True))


def stays(found, remind=REMIND, chase=CHASE, file=FILE):
    return found[remind] == found[chase] != found[file] == "Filing"


def test_the_same_file_in_another_order(decided, make_scores, make_task):
    assert stays(cases(listed(make_scores, make_task, FILE, "Water the plants", CHASE, REMIND), decided))


def test_a_row_that_was_split_out_and_is_told_in_other_words(decided, make_scores, make_task):
    reworded = "Renaming and filing of PDFs"
    assert stays(cases(listed(make_scores, make_task, REMIND, CHASE, reworded), decided), file=reworded)


def test_a_merged_row_with_a_detail_in_brackets(decided, make_scores, make_task):
    longer = f"{CHASE} (monthly)"
    assert stays(cases(listed(make_scores, make_task, REMIND, longer, FILE), decided), chase=longer)


@pytest.mark.parametrize("changes", [{"team": "Accounting"}, {"role": "Accountant"}])
def test_a_team_or_a_role_that_was_given_another_name(decided, make_scores, make_task, changes):
    assert stays(cases(listed(make_scores, make_task, REMIND, CHASE, FILE, **changes), decided))


def test_a_row_that_is_gone_leaves_its_decision_to_no_other_work(decided, make_scores, make_task):
    found = cases(listed(make_scores, make_task, REMIND, CHASE, "Negotiate prices with suppliers"), decided)
    assert found["Negotiate prices with suppliers"] == "Negotiate prices with suppliers"
    assert stays(cases(listed(make_scores, make_task, REMIND, CHASE, FILE), decided)), "and holds once it is back"


def test_what_is_decided_next_holds_for_rows_told_otherwise(decided, make_scores, make_task):
    reworded = "Renaming and filing of PDFs"
    scores = listed(make_scores, make_task, REMIND, CHASE, reworded)
    again = rename_use_case(decided, tasks_under(scores, decided), REMIND, "Customer letters")
    assert cases(scores, again) == {REMIND: "Customer letters", CHASE: "Customer letters", reworded: "Filing"}


def test_decisions_kept_before_words_were_noted_are_read(decided):
    kept = {name: value for name, value in as_kept(decided).items() if name != "told"}
    assert read_decisions(kept).joined == decided.joined
