"""Task lines come back as they were read, with people's corrections laid over them, whatever is uploaded after."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from analyzer.errors import WorkspaceError
from analyzer.workspace import (
    Project,
    Source,
    Workspace,
    add_source,
    create_project,
    delete_source,
    edit_rows,
    exclude_rows,
    get_project,
    get_source,
    load_rows,
    restore_rows,
    store_rows,
    undo_edits,
)
from analyzer.workspace.inventory_frame import COLUMNS
from analyzer.workspace.row_decisions import Decision, history
from analyzer.workspace.tables import RowEditRow

Build = Callable[..., pd.DataFrame]


def ids_by_task(workspace: Workspace, project_id: str) -> dict[str, str]:
    rows = load_rows(workspace, project_id, include_excluded=True)
    return dict(zip(rows["task"], rows["row_id"], strict=True))


def history_of(workspace: Workspace, project_id: str, row_id: str) -> list[Decision]:
    """Return all corrections of a row, those taken back included, the latest first."""
    with workspace.reading() as session:
        return history(session, RowEditRow, project_id, row_id)


def test_a_frame_comes_back_as_it_was_stored(workspace: Workspace, project: Project, inventory: Build) -> None:
    frame = inventory([("Saisir les factures – août", "Comptable", None), ("Relancer", None, "Ventes")])
    frame.loc[1, ["occurrences_per_week", "minutes_per_week"]] = np.nan
    frame.loc[1, "issues"] = "no frequency"
    source = add_source(workspace, project.id, "tasks.csv", b"two")
    assert store_rows(workspace, source.id, frame) == 2
    loaded = load_rows(workspace, project.id)
    pd.testing.assert_frame_equal(loaded[list(COLUMNS)], frame)
    assert loaded["row_id"].is_unique
    assert loaded["edited"].eq("").all()
    assert loaded["excluded"].dtype == bool


def test_columns_beyond_the_contract_are_kept_too(workspace: Workspace, project: Project, inventory: Build) -> None:
    frame = inventory([("Sort the mail", None, None), ("Plan the week", None, None)])
    frame["minutes_low"] = [10.0, np.nan]
    frame["duplicate"] = [True, False]
    frame["weight"] = [1, 2]
    frame["as_written"] = pd.Series([None, "2x / week"], dtype="str")
    store_rows(workspace, add_source(workspace, project.id, "tasks.csv", b"two").id, frame)
    pd.testing.assert_frame_equal(load_rows(workspace, project.id)[list(frame.columns)], frame)


def test_only_row_and_task_are_needed(workspace: Workspace, project: Project) -> None:
    source = add_source(workspace, project.id, "tasks.csv", b"one")
    store_rows(workspace, source.id, pd.DataFrame({"row": [7], "task": ["Sort the mail"]}))
    (row,) = load_rows(workspace, project.id).to_dict("records")
    assert (row["row"], row["headcount"], row["issues"]) == (7, 1.0, "")
    assert math.isnan(row["minutes_per_week"])
    with pytest.raises(ValueError, match="no column task"):
        store_rows(workspace, source.id, pd.DataFrame({"row": [7]}))


def test_a_project_without_rows_gives_an_empty_frame_of_the_same_kind(workspace: Workspace, source: Source) -> None:
    empty = create_project(workspace, "Empty")
    pd.testing.assert_series_equal(
        load_rows(workspace, empty.id).dtypes, load_rows(workspace, source.project_id).dtypes
    )


def test_all_files_of_a_project_come_together_in_their_order(
    workspace: Workspace, source: Source, inventory: Build
) -> None:
    second = add_source(workspace, source.project_id, "more.csv", b"more")
    store_rows(workspace, second.id, inventory([("Sort the mail", None, None)]).assign(minutes_low=5.0))
    rows = load_rows(workspace, source.project_id)
    assert rows["source_id"].to_list() == [source.id] * 3 + [second.id]
    assert rows["minutes_low"].to_list()[3] == 5.0
    assert rows["minutes_low"].isna().sum() == 3
    assert list(rows.index) == [0, 1, 2, 3]


def test_how_a_file_was_read_is_kept_with_its_rows(workspace: Workspace, source: Source, inventory: Build) -> None:
    options = {"columns": {"Qui": "role"}, "header_row": 3, "hours_per_day": 7.5}
    summary = {"rows": 3, "tasks": 1, "minutes_per_week": np.float64(60), "problems": [{"row": 2, "code": "blank"}]}
    frame = inventory([("Sort the mail", None, None)])
    store_rows(workspace, source.id, frame, reading_options=options, summary=summary)
    kept = get_source(workspace, source.id)
    assert kept.reading_options == options
    assert kept.summary == {**summary, "minutes_per_week": 60.0}
    assert kept.rows == 1


def test_texts_that_no_database_takes_are_cleaned(workspace: Workspace, project: Project, inventory: Build) -> None:
    frame = inventory([("", "Clerk", None)]).assign(task=pd.Series(["Sort\x00 the \ud800mail"], dtype=object))
    store_rows(workspace, add_source(workspace, project.id, "tasks.csv", b"one").id, frame)
    assert load_rows(workspace, project.id)["task"][0] == "Sort the ?mail"


def test_fifty_thousand_rows_are_stored_and_loaded_whole(
    workspace: Workspace, project: Project, inventory: Build
) -> None:
    frame = inventory([(f"Task {number % 12_500}", f"Role {number % 40}", None) for number in range(50_000)])
    source = add_source(workspace, project.id, "large.csv", b"large")
    assert store_rows(workspace, source.id, frame) == 50_000
    loaded = load_rows(workspace, project.id)
    pd.testing.assert_frame_equal(loaded[list(COLUMNS)], frame)
    exclude_rows(workspace, project.id, loaded["row_id"][:49_000])
    assert len(load_rows(workspace, project.id)) == 1_000


def test_a_correction_is_laid_over_what_was_read(workspace: Workspace, source: Source) -> None:
    ids = ids_by_task(workspace, source.project_id)
    before = get_project(workspace, source.project_id).revision
    changes = {
        ids["Chase late payments"]: {"minutes_per_occurrence": 30, "role": " Clerk "},
        ids["Prepare the monthly report"]: {"occurrences_per_week": None, "notes": "only in spring"},
    }
    edit_rows(workspace, source.project_id, changes)
    rows = load_rows(workspace, source.project_id)
    assert rows["role"].to_list() == ["Accountant", "Clerk", "Controller"]
    assert rows["minutes_per_occurrence"].to_list() == [60.0, 30.0, 60.0]
    assert rows["occurrences_per_week"].isna().to_list() == [False, False, True]
    assert rows["edited"].to_list() == ["", "minutes_per_occurrence;role", "notes;occurrences_per_week"]
    assert get_project(workspace, source.project_id).revision == before + 1


def test_the_latest_correction_counts_and_all_can_be_taken_back(workspace: Workspace, source: Source) -> None:
    row_id = ids_by_task(workspace, source.project_id)["Chase late payments"]
    edit_rows(workspace, source.project_id, {row_id: {"task": "Chase", "headcount": 2}}, reason="seen with the team")
    edit_rows(workspace, source.project_id, {row_id: {"task": "Chase debtors"}})
    assert load_rows(workspace, source.project_id)["task"][1] == "Chase debtors"
    undo_edits(workspace, source.project_id, [row_id], ["task"])
    rows = load_rows(workspace, source.project_id)
    assert (rows["task"][1], rows["headcount"][1], rows["edited"][1]) == ("Chase late payments", 2.0, "headcount")
    steps = history_of(workspace, source.project_id, row_id)
    assert [(step.field, step.value, step.withdrawn) for step in steps] == [
        ("task", None, True),
        ("task", "Chase debtors", False),
        ("headcount", 2.0, False),
        ("task", "Chase", False),
    ]
    assert steps[-1].reason == "seen with the team"


def test_corrections_that_cannot_be_are_refused(workspace: Workspace, source: Source) -> None:
    row_id = ids_by_task(workspace, source.project_id)["Chase late payments"]
    with pytest.raises(WorkspaceError, match="A task needs words"):
        edit_rows(workspace, source.project_id, {row_id: {"task": "  "}})
    for impossible in (-1, math.inf):
        with pytest.raises(WorkspaceError, match="cannot be below zero"):
            edit_rows(workspace, source.project_id, {row_id: {"minutes_per_week": impossible}})
    with pytest.raises(ValueError, match="no such field to correct: 'level'"):
        edit_rows(workspace, source.project_id, {row_id: {"level": "T3"}})
    with pytest.raises(WorkspaceError, match="This row is no longer in the project"):
        edit_rows(workspace, source.project_id, {row_id: {"role": "Clerk"}, "gone": {"role": "Clerk"}})
    assert history_of(workspace, source.project_id, row_id) == []


def test_a_row_of_another_project_cannot_be_touched(workspace: Workspace, source: Source) -> None:
    row_id = ids_by_task(workspace, source.project_id)["Chase late payments"]
    other = create_project(workspace, "Other")
    with pytest.raises(WorkspaceError, match="This row is no longer in the project"):
        exclude_rows(workspace, other.id, [row_id])


def test_rows_set_aside_can_be_taken_back(workspace: Workspace, source: Source) -> None:
    row_id = ids_by_task(workspace, source.project_id)["Chase late payments"]
    exclude_rows(workspace, source.project_id, [row_id], reason="done by the bank")
    assert load_rows(workspace, source.project_id)["task"].to_list() == [
        "Enter supplier invoices",
        "Prepare the monthly report",
    ]
    everything = load_rows(workspace, source.project_id, include_excluded=True)
    assert everything["excluded"].to_list() == [False, True, False]
    restore_rows(workspace, source.project_id, [row_id])
    assert len(load_rows(workspace, source.project_id)) == 3


def test_what_was_corrected_stays_when_the_mapping_is_corrected_afterwards(
    workspace: Workspace, project: Project, inventory: Build
) -> None:
    """At first no role is understood; then it is: the rows are other lines, and the corrections go with them."""
    source = add_source(workspace, project.id, "tasks.csv", b"two")
    store_rows(workspace, source.id, inventory([("Sort the mail", None, None), ("Plan the week", None, None)]))
    ids = ids_by_task(workspace, project.id)
    edit_rows(workspace, project.id, {ids["Plan the week"]: {"minutes_per_week": 45}})
    exclude_rows(workspace, project.id, [ids["Sort the mail"]])
    store_rows(workspace, source.id, inventory([("Sort the mail", "Clerk", None), ("Plan the week", "Lead", None)]))
    rows = load_rows(workspace, project.id, include_excluded=True)
    assert rows["role"].to_list() == ["Clerk", "Lead"]
    assert rows["excluded"].to_list() == [True, False]
    assert rows["minutes_per_week"].to_list() == [60.0, 45.0]


def test_what_was_corrected_stays_when_two_alike_rows_change_places(
    workspace: Workspace, project: Project, inventory: Build
) -> None:
    source = add_source(workspace, project.id, "tasks.csv", b"two")
    twice = inventory([("Sort the mail", None, None), ("Sort the mail", None, None)])
    store_rows(workspace, source.id, twice)
    first, second = load_rows(workspace, project.id)["row_id"]
    edit_rows(workspace, project.id, {first: {"notes": "of row 2"}, second: {"notes": "of row 3"}})
    store_rows(workspace, source.id, twice.iloc[::-1])
    rows = load_rows(workspace, project.id)
    assert dict(zip(rows["row"], rows["notes"], strict=True)) == {2: "of row 2", 3: "of row 3"}


def test_what_was_corrected_stays_when_a_new_version_takes_the_place_of_the_file(
    workspace: Workspace, source: Source, inventory: Build
) -> None:
    ids = ids_by_task(workspace, source.project_id)
    edit_rows(workspace, source.project_id, {ids["Chase late payments"]: {"minutes_per_week": 45}})
    exclude_rows(workspace, source.project_id, [ids["Enter supplier invoices"]])
    version = add_source(workspace, source.project_id, "tasks v2.csv", b"four tasks")
    lines = [
        ("New task", None, None),
        ("CHASE late payments", "Accountant", "Finance"),
        ("Enter supplier invoices", "Accountant", "Finance"),
    ]
    store_rows(workspace, version.id, inventory(lines))
    delete_source(workspace, source.id)
    rows = load_rows(workspace, source.project_id, include_excluded=True)
    assert rows["minutes_per_week"].to_list() == [60.0, 45.0, 60.0]
    assert rows["excluded"].to_list() == [False, False, True]


def test_taking_out_a_copy_does_not_set_aside_the_rows_of_the_file_that_stays(
    workspace: Workspace, source: Source, inventory: Build
) -> None:
    copy = add_source(workspace, source.project_id, "copy.csv", b"the same tasks, saved anew")
    store_rows(workspace, copy.id, inventory([("Chase late payments", "Accountant", "Finance")]))
    (copied,) = load_rows(workspace, source.project_id).query("source_id == @copy.id")["row_id"]
    exclude_rows(workspace, source.project_id, [copied], reason="it is there twice")
    delete_source(workspace, copy.id)
    assert len(load_rows(workspace, source.project_id)) == 3


def test_rows_of_a_file_that_was_taken_out_cannot_be_stored(
    workspace: Workspace, source: Source, inventory: Build
) -> None:
    delete_source(workspace, source.id)
    with pytest.raises(WorkspaceError, match="This file is no longer in the project"):
        store_rows(workspace, source.id, inventory([("Late", None, None)]))
