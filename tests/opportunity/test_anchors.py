"""What was said of a use case follows it when a file that is uploaded again has given it another key."""

from __future__ import annotations

import pytest

from analyzer.opportunity import UseCaseDecisions, prepare_tasks
from analyzer.opportunity.anchors import Carried, anchors_of, as_kept, carry_over, read_anchor
from analyzer.opportunity.use_case_decisions import merge_use_cases, rename_use_case, split_use_case
from analyzer.opportunity.use_case_keys import row_marks


@pytest.fixture
def tasks(make_scores, make_task):
    """Return a function that makes a list ready: each line is text, work key, and role if not “Buyer”."""

    def made(*lines, decisions=None):
        rows = [make_task(text, work_key=key, role=role[0] if role else "Buyer") for text, key, *role in lines]
        return prepare_tasks(make_scores(*rows), decisions).tasks

    return made


INVOICES = ("Key supplier invoices", "invoices")
ORDERS = ("Send orders to suppliers", "orders")


def test_nothing_is_carried_over_while_the_key_stands(tasks):
    before = tasks(INVOICES, ORDERS)
    anchors = anchors_of(before, {"invoices", "orders"})
    assert carry_over(anchors, tasks(INVOICES, ORDERS, ("File the post", "post"))) == Carried()


def test_rows_that_are_the_same_say_which_use_case_it_is_now(tasks):
    # A second row came, and the key of the work is another one since: both old rows vote for it.
    anchors = anchors_of(tasks(INVOICES, ("Enter supplier bills", "invoices")), {"invoices"})
    now = tasks(("Key supplier invoices", "new"), ("Enter supplier bills", "new"), ("Scan supplier bills", "new"))
    move = carry_over(anchors, now).moved["invoices"]
    assert (move.key, move.votes) == ("new", 2)


def test_the_same_work_in_a_role_of_another_name_is_found_by_its_work_key(tasks):
    anchors = anchors_of(tasks(("Key supplier invoices", "a"), ("Enter supplier bills", "b")), {"a", "b"})
    merged = UseCaseDecisions(joined={"a": "case", "b": "case"})
    now = tasks(
        ("Key supplier invoices", "a", "Purchaser"), ("Enter supplier bills", "b", "Purchaser"), decisions=merged
    )
    carried = carry_over(anchors, now)
    assert {old: move.key for old, move in carried.moved.items()} == {"a": "case", "b": "case"}
    assert carried.before("case") == ["a", "b"], "of equals the first by key"


def test_a_task_told_in_other_words_is_found_in_its_role_and_team(tasks):
    anchors = anchors_of(tasks(INVOICES, ORDERS), {"invoices"})
    now = tasks(("Key the invoices of suppliers into the ledger", "other"), ORDERS)
    assert carry_over(anchors, now).moved["invoices"].key == "other"


def test_other_work_of_the_same_role_is_not_taken_for_it(tasks):
    anchors = anchors_of(tasks(INVOICES, ORDERS), {"invoices"})
    carried = carry_over(anchors, tasks(("Visit the trade fair", "fair"), ORDERS))
    assert carried.moved == {}
    assert carried.lost == {"invoices": ("Key supplier invoices", "gone")}


def test_a_use_case_whose_rows_went_several_ways_is_said_to_be_spread(tasks):
    lines = [("Key supplier invoices", "x"), ("File the post", "x"), ("Order stationery", "x")]
    anchors = anchors_of(tasks(*lines), {"x"})
    now = tasks(*((text, f"key {place}") for place, (text, _) in enumerate(lines)))
    assert carry_over(anchors, now).lost["x"][1] == "spread"
    most = tasks(*((text, "one" if place < 2 else "two") for place, (text, _) in enumerate(lines)))
    assert carry_over(anchors, most).moved["x"].key == "one", "two rows of three are enough"


def test_a_merge_a_split_and_a_new_name_leave_what_was_said_where_it_belongs(tasks):
    lines = [INVOICES, ORDERS, ("Enter supplier invoices of abroad", "invoices")]
    before = tasks(*lines)
    anchors = anchors_of(before, {"invoices", "orders"})

    merged = tasks(*lines, decisions=merge_use_cases(UseCaseDecisions(), before, "invoices", "orders"))
    assert carry_over(anchors, merged).today("orders") == "invoices"

    leaving = row_marks(before)[2]
    split = tasks(*lines, decisions=split_use_case(UseCaseDecisions(), before, "invoices", [leaving]))
    assert split["use_case_key"].nunique() == 3
    assert carry_over(anchors, split) == Carried(), "the rows that stay keep the key, and what was said with it"

    named = tasks(*lines, decisions=rename_use_case(UseCaseDecisions(), before, "invoices", "Bills"))
    assert carry_over(anchors, named) == Carried()


def test_an_anchor_is_kept_as_plain_values_and_a_broken_one_left_aside(tasks):
    anchor = anchors_of(tasks(INVOICES), {"invoices"})["invoices"]
    assert read_anchor(as_kept(anchor)) == anchor
    assert [read_anchor(broken) for broken in (None, [], {"key": "x"}, {"key": "x", "name": "y", "rows": [{}]})] == [
        None
    ] * 4
