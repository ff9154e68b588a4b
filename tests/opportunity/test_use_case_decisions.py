"""Use cases merged, split and renamed by hand, and found again when the file is uploaded anew."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.errors import UsageError
from analyzer.opportunity import Assumptions, estimate_hours
from analyzer.opportunity.local_facts import LocalFacts, UseCaseDecisions
from analyzer.opportunity.use_case_decisions import (
    as_kept,
    keep_apart,
    merge_use_cases,
    read_decisions,
    rename_use_case,
    split_use_case,
)
from analyzer.opportunity.use_case_keys import row_marks, use_case_keys, vanished
from analyzer.opportunity.usecases import name_use_cases

LINES = [
    ("Key supplier invoices", "invoices", "Clerk"),
    ("Enter supplier invoices", "invoices", "Assistant"),
    ("Chase unpaid invoices", "chasing", "Clerk"),
    ("Send payment reminders", "reminders", "Sales"),
    ("Sort the mail", "mail", "Assistant"),
]


def listed(lines: list[tuple[str, str, str]] = LINES, decisions: UseCaseDecisions | None = None) -> pd.DataFrame:
    """Return the columns of an opportunity frame that matter here, as it stands under some decisions."""
    tasks = keyed(lines, decisions)
    return tasks.assign(use_case=name_use_cases(tasks, decisions))


def keyed(lines: list[tuple[str, str, str]], decisions: UseCaseDecisions | None) -> pd.DataFrame:
    """The same without names, which cost most."""
    tasks = pd.DataFrame(lines, columns=["task", "work_key", "role"]).assign(team="Office", language="en")
    return tasks.assign(use_case_key=use_case_keys(tasks, decisions))


def keys(decisions: UseCaseDecisions, lines: list[tuple[str, str, str]] = LINES) -> list[str]:
    return list(keyed(lines, decisions)["use_case_key"])


NOTHING = UseCaseDecisions()
MERGED = merge_use_cases(NOTHING, listed(), "chasing", "reminders")


def test_without_a_decision_work_is_its_own_use_case() -> None:
    assert keys(NOTHING) == ["invoices", "invoices", "chasing", "reminders", "mail"]


def test_two_use_cases_become_one_under_the_key_and_name_of_the_first() -> None:
    tasks = listed(decisions=MERGED)
    assert list(tasks["use_case_key"]) == ["invoices", "invoices", "chasing", "chasing", "mail"]
    renamed = rename_use_case(MERGED, tasks, "chasing", "Get paid")
    assert list(listed(decisions=renamed)["use_case"])[2:4] == ["Get paid", "Get paid"]


def test_a_merged_use_case_can_be_merged_on() -> None:
    further = merge_use_cases(MERGED, listed(decisions=MERGED), "invoices", "chasing")
    assert keys(further) == ["invoices"] * 4 + ["mail"]
    assert further.joined == {"chasing": "invoices", "reminders": "invoices"}, "no detours"


def test_rows_split_out_are_a_use_case_of_their_own() -> None:
    tasks = listed()
    [_, assistants, *_] = row_marks(tasks)
    split = split_use_case(NOTHING, tasks, "invoices", [assistants])
    [first, second, *rest] = keys(split)
    assert (first, rest) == ("invoices", ["chasing", "reminders", "mail"])
    assert second not in {"invoices", *rest}
    back = merge_use_cases(split, listed(decisions=split), "invoices", second)
    assert keys(back) == keys(NOTHING), "merging them again undoes it"


def test_the_hours_of_a_merged_use_case_are_those_of_its_rows(make_scores, make_task) -> None:
    scores = make_scores(make_task("Key invoices", work_key="a"), make_task("Enter bills", work_key="b", role="Clerk"))
    settings = Assumptions(draws=200)
    apart = estimate_hours(scores, settings)
    decisions = merge_use_cases(NOTHING, apart.frame, "a", "b")
    merged = estimate_hours(scores, settings, LocalFacts(use_cases=decisions))
    [total] = merged.totals("use_case")["minutes_freed_central"]
    # Two rows of 600 min, each freeing 136.08 (tests/opportunity/test_hours.py): 272.16 together.
    assert total == pytest.approx(2 * 136.08)
    assert list(merged.frame["use_case_key"]) == ["a", "a"]


def test_a_name_that_was_given_wins_and_an_empty_one_gives_the_made_one_back() -> None:
    named = rename_use_case(NOTHING, listed(), "invoices", "  Supplier   bills ")
    assert list(listed(decisions=named)["use_case"])[:2] == ["Supplier bills"] * 2
    again = rename_use_case(named, listed(decisions=named), "invoices", "")
    assert next(iter(listed(decisions=again)["use_case"])) == "Key supplier invoices"


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda tasks: merge_use_cases(NOTHING, tasks, "mail", "mail"), "merged with itself"),
        (lambda tasks: merge_use_cases(NOTHING, tasks, "mail", "post"), "no longer in the list"),
        (lambda tasks: split_use_case(NOTHING, tasks, "invoices", []), "choose at least one row"),
        (lambda tasks: split_use_case(NOTHING, tasks, "invoices", row_marks(tasks)[:2]), "At least one row must stay"),
        (lambda tasks: rename_use_case(NOTHING, tasks, "mail", "chase UNPAID invoices"), "Another use case is called"),
        (lambda tasks: rename_use_case(NOTHING, tasks, "mail", "x" * 81), "at most 80 characters"),
        (lambda _: read_decisions({"joined": {"a": "b", "b": "a"}}), "each merged into the other"),
        (lambda _: read_decisions({"joined": ["a", "b"]}), "cannot be read"),
        (lambda _: read_decisions({"apart": [["a"]]}), "cannot be read"),
    ],
)
def test_what_cannot_be_is_one_sentence(act, said) -> None:
    with pytest.raises(UsageError, match=said):
        act(listed())


def test_decisions_are_kept_as_plain_values_and_read_again() -> None:
    decisions = keep_apart(rename_use_case(MERGED, listed(decisions=MERGED), "mail", "Post"), "mail", "chasing")
    assert read_decisions(as_kept(decisions)) == decisions
    assert decisions.apart == (("chasing", "mail"),)
    assert read_decisions(None) == NOTHING


def test_a_decision_is_found_again_when_the_key_of_its_work_has_changed() -> None:
    # A shorter text came with the new file: the work has another key now, its old rows are still there.
    lines = [
        (task, {"chasing": "chase"}.get(key, key), role) for task, key, role in [*LINES, ("Chase", "chasing", "Sales")]
    ]
    named = rename_use_case(MERGED, listed(decisions=MERGED), "chasing", "Get paid")
    tasks = listed(lines, named)
    assert list(tasks["use_case"][tasks["work_key"].isin(["chase", "reminders"])]) == ["Get paid"] * 3
    assert vanished(tasks, named) == []


def test_a_decision_whose_work_is_gone_is_told() -> None:
    named = rename_use_case(NOTHING, listed(), "mail", "Post")
    assert vanished(listed(LINES[:4], named), named) == ["mail"]
    assert vanished(listed(LINES, named), named) == [], "it holds again when the work comes back"


def test_a_file_that_grew_keeps_its_use_cases_and_decisions() -> None:
    grown = [("Book travel", "travel", "Sales"), *LINES[::-1], ("Key invoices of suppliers", "invoices", "Sales")]
    tasks = listed(grown, MERGED).set_index("task")["use_case_key"]
    assert tasks["Send payment reminders"] == "chasing" == tasks["Chase unpaid invoices"]
    assert tasks["Key invoices of suppliers"] == "invoices"


STEPS = st.lists(st.tuples(st.sampled_from(["merge", "split"]), st.integers(0, 9), st.integers(0, 9)), max_size=6)


@settings(max_examples=50, deadline=None)
@given(STEPS, st.permutations(range(len(LINES))))
def test_any_steps_leave_each_row_in_one_use_case_whatever_the_order_of_rows(steps, order) -> None:
    decisions = NOTHING
    for what, one, other in steps:
        tasks = keyed(LINES, decisions)
        present = sorted(set(tasks["use_case_key"]))
        first, second = present[one % len(present)], present[other % len(present)]
        own = list(row_marks(tasks[tasks["use_case_key"] == first]))
        if what == "merge" and first != second:
            decisions = merge_use_cases(decisions, tasks, first, second)
            assert second not in keys(decisions) and first in keys(decisions)
        elif what == "split" and len(own) > 1:
            decisions = split_use_case(decisions, tasks, first, own[:1])
            assert len(set(keys(decisions))) == len(present) + 1
    found = keys(decisions)
    assert keys(decisions, [LINES[i] for i in order]) == [found[i] for i in order]
    assert read_decisions(as_kept(decisions)) == decisions
    assert vanished(keyed(LINES, decisions), decisions) == []
