"""A person's judgement wins, keeps its reason, and finds its row again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC

import numpy as np
import pandas as pd
import pytest

from analyzer.errors import WorkspaceError
from analyzer.workspace import (
    Source,
    Workspace,
    add_source,
    current_overrides,
    delete_source,
    load_rows,
    override_history,
    override_row,
    override_rows,
    remove_overrides,
    sign_in,
    store_rows,
    waiting_overrides,
)


@pytest.fixture
def row_ids(workspace: Workspace, source: Source) -> list[str]:
    return load_rows(workspace, source.project_id)["row_id"].to_list()


def values(workspace: Workspace, project_id: str) -> dict[str, dict[str, object]]:
    overrides = current_overrides(workspace, project_id)
    return {row: {field: decision.value for field, decision in fields.items()} for row, fields in overrides.items()}


def test_an_override_says_what_by_whom_when_and_why(workspace: Workspace, source: Source, row_ids: list[str]) -> None:
    anna = sign_in(workspace, "anna@example.com", "Anna")
    override_row(
        workspace,
        source.project_id,
        row_ids[0],
        {"automatability": np.float64(20), "lane": "keep_human"},
        " each invoice is disputed ",
        author_id=anna.id,
    )
    fields = current_overrides(workspace, source.project_id)[row_ids[0]]
    assert {name: decision.value for name, decision in fields.items()} == {"automatability": 20.0, "lane": "keep_human"}
    decision = fields["automatability"]
    assert (decision.task, decision.reason) == ("Enter supplier invoices", "each invoice is disputed")
    assert (decision.author_id, decision.author) == (anna.id, "Anna")
    assert decision.created_at.tzinfo == UTC


def test_the_latest_wins_and_the_earlier_ones_are_the_history(
    workspace: Workspace, source: Source, row_ids: list[str]
) -> None:
    override_row(workspace, source.project_id, row_ids[0], {"automatability": 20, "assistance": 70}, "first look")
    override_row(workspace, source.project_id, row_ids[0], {"automatability": 35}, "after a test")
    assert values(workspace, source.project_id) == {row_ids[0]: {"automatability": 35, "assistance": 70}}
    history = override_history(workspace, source.project_id, row_ids[0])
    assert [(step.field, step.value, step.reason) for step in history] == [
        ("automatability", 35, "after a test"),
        ("assistance", 70, "first look"),
        ("automatability", 20, "first look"),
    ]


def test_an_override_can_be_taken_back_and_made_again(workspace: Workspace, source: Source, row_ids: list[str]) -> None:
    override_rows(
        workspace, source.project_id, {row: {"automatability": 20, "assistance": 5} for row in row_ids}, "all"
    )
    remove_overrides(workspace, source.project_id, row_ids[:1])
    remove_overrides(workspace, source.project_id, row_ids[1:2], ["assistance"])
    assert values(workspace, source.project_id) == {
        row_ids[1]: {"automatability": 20},
        row_ids[2]: {"automatability": 20, "assistance": 5},
    }
    assert sum(step.withdrawn for step in override_history(workspace, source.project_id, row_ids[0])) == 2
    override_row(workspace, source.project_id, row_ids[0], {"assistance": 50}, "again")
    assert values(workspace, source.project_id)[row_ids[0]] == {"assistance": 50}


def test_taking_back_what_was_never_overridden_leaves_no_trace(
    workspace: Workspace, source: Source, row_ids: list[str]
) -> None:
    remove_overrides(workspace, source.project_id, row_ids)
    assert override_history(workspace, source.project_id, row_ids[0]) == []


def test_an_override_needs_a_reason_and_a_row(workspace: Workspace, source: Source, row_ids: list[str]) -> None:
    with pytest.raises(WorkspaceError, match="needs a reason"):
        override_row(workspace, source.project_id, row_ids[0], {"automatability": 20}, " \n")
    changes = {row_ids[0]: {"automatability": 20}, "gone": {"automatability": 20}}
    with pytest.raises(WorkspaceError, match="This row is no longer in the project"):
        override_rows(workspace, source.project_id, changes, "all of them")
    with pytest.raises(WorkspaceError, match="This row is no longer in the project"):
        remove_overrides(workspace, source.project_id, ["gone"])
    assert current_overrides(workspace, source.project_id) == {}


Build = Callable[..., pd.DataFrame]


def test_overrides_wait_while_their_file_is_away_and_count_when_it_comes_back(
    workspace: Workspace, source: Source, row_ids: list[str], inventory: Build
) -> None:
    override_row(workspace, source.project_id, row_ids[1], {"automatability": 20}, "disputed")
    delete_source(workspace, source.id)
    assert current_overrides(workspace, source.project_id) == {}
    (waiting,) = waiting_overrides(workspace, source.project_id)
    assert (waiting.task, waiting.field, waiting.value) == ("Chase late payments", "automatability", 20)

    anew = add_source(workspace, source.project_id, "tasks.csv", b"three tasks")
    store_rows(workspace, anew.id, inventory([("Chase late payments.", "accountant", "FINANCE")]))
    (row_id,) = load_rows(workspace, source.project_id)["row_id"]
    assert values(workspace, source.project_id) == {row_id: {"automatability": 20}}
    assert waiting_overrides(workspace, source.project_id) == []
    assert override_history(workspace, source.project_id, row_id)[0].reason == "disputed"


def test_reading_the_same_file_otherwise_changes_no_override(
    workspace: Workspace, source: Source, row_ids: list[str], inventory: Build
) -> None:
    override_row(workspace, source.project_id, row_ids[2], {"automatability": 20}, "disputed")
    lines = [
        ("Enter supplier invoices", "Accountant", "Finance"),
        ("Chase late payments", "Accountant", "Finance"),
        ("Prepare the monthly report", "Controller", "Finance"),
    ]
    only_last = inventory(lines, minutes=30.0).iloc[2:]
    store_rows(workspace, source.id, only_last)
    assert load_rows(workspace, source.project_id)["row_id"].to_list() == row_ids[2:]
    assert values(workspace, source.project_id) == {row_ids[2]: {"automatability": 20}}
    without_role = inventory([(task, None, team) for task, _, team in lines])
    store_rows(workspace, source.id, without_role)
    last = load_rows(workspace, source.project_id)["row_id"].to_list()[2]
    assert values(workspace, source.project_id) == {last: {"automatability": 20}}


def test_of_two_alike_rows_only_the_one_that_was_meant_is_overridden(
    workspace: Workspace, source: Source, inventory: Build
) -> None:
    alike = [("Sort the mail", None, None), ("Sort the mail", None, None)]
    twice = add_source(workspace, source.project_id, "mail.csv", b"mail")
    store_rows(workspace, twice.id, inventory(alike))
    second = load_rows(workspace, source.project_id).query("source_id == @twice.id")["row_id"].to_list()[1]
    override_row(workspace, source.project_id, second, {"automatability": 20}, "by hand")
    delete_source(workspace, twice.id)
    anew = add_source(workspace, source.project_id, "mail v2.csv", b"mail, saved anew")
    store_rows(workspace, anew.id, inventory(alike))
    rows = load_rows(workspace, source.project_id).query("source_id == @anew.id")["row_id"].to_list()
    assert values(workspace, source.project_id) == {rows[1]: {"automatability": 20}}
