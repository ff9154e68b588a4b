"""What people set in one project teaches the others, unless someone chose otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import inspect

from analyzer.errors import WorkspaceError
from analyzer.workspace import (
    Source,
    Workspace,
    add_source,
    create_project,
    delete_project,
    delete_source,
    edit_rows,
    exclude_rows,
    get_project,
    learns,
    leave_out,
    list_lessons,
    load_rows,
    open_sample_project,
    open_workspace,
    override_row,
    remove_overrides,
    schema,
    set_learning,
    sign_in,
    store_rows,
    take_in,
)
from analyzer.workspace.engine import make_engine

Build = Callable[..., pd.DataFrame]


@pytest.fixture
def row_ids(workspace: Workspace, source: Source) -> list[str]:
    return load_rows(workspace, source.project_id)["row_id"].to_list()


def test_an_override_is_a_lesson_for_every_project(workspace: Workspace, source: Source, row_ids: list[str]) -> None:
    anna = sign_in(workspace, "anna@example.com", "Anna")
    override_row(
        workspace, source.project_id, row_ids[0], {"automatability": 20}, "all are disputed", author_id=anna.id
    )
    other = create_project(workspace, "Purchasing")
    (lesson,) = list_lessons(workspace, other.id)
    assert (lesson.project, lesson.row_id, lesson.task) == ("Accounts payable", row_ids[0], "Enter supplier invoices")
    assert (lesson.field, lesson.value, lesson.occurrences_per_week) == ("automatability", 20.0, 1.0)
    assert (lesson.reason, lesson.author, lesson.left_out) == ("all are disputed", "Anna", False)
    assert list_lessons(workspace) == list_lessons(workspace, source.project_id) == [lesson]


def test_only_the_latest_value_that_holds_is_taught(workspace: Workspace, source: Source, row_ids: list[str]) -> None:
    for value in (20, 35):
        override_row(workspace, source.project_id, row_ids[0], {"automatability": value, "assistance": 5}, "look")
    remove_overrides(workspace, source.project_id, row_ids[:1], ["assistance"])
    assert [(lesson.field, lesson.value) for lesson in list_lessons(workspace)] == [("automatability", 35.0)]


def test_what_is_no_number_teaches_nothing(workspace: Workspace, source: Source, row_ids: list[str]) -> None:
    override_row(workspace, source.project_id, row_ids[0], {"lane": "keep_human", "checked": True}, "ours")
    assert list_lessons(workspace) == []


def test_a_lesson_speaks_of_the_row_as_it_reads_now(workspace: Workspace, source: Source, row_ids: list[str]) -> None:
    override_row(workspace, source.project_id, row_ids[0], {"automatability": 20}, "disputed")
    edit_rows(
        workspace, source.project_id, {row_ids[0]: {"task": "Contest supplier invoices", "occurrences_per_week": None}}
    )
    (lesson,) = list_lessons(workspace)
    assert (lesson.task, lesson.occurrences_per_week) == ("Contest supplier invoices", None)


def test_rows_set_aside_and_projects_deleted_teach_nothing(
    workspace: Workspace, source: Source, row_ids: list[str]
) -> None:
    for row_id in row_ids:
        override_row(workspace, source.project_id, row_id, {"automatability": 20}, "disputed")
    exclude_rows(workspace, source.project_id, row_ids[:1])
    assert [lesson.row_id for lesson in list_lessons(workspace)] == row_ids[1:]
    delete_project(workspace, source.project_id)
    assert list_lessons(workspace) == []


def test_what_people_try_in_a_sample_stays_there(workspace: Workspace, inventory: Build, tmp_path: Path) -> None:
    file = tmp_path / "sample.csv"
    file.write_text("Sort the mail")
    sample = open_sample_project(workspace, "mail", "Mail room", [file])
    source = add_source(workspace, sample.id, file.name, file.read_bytes())
    store_rows(workspace, source.id, inventory([("Sort the mail", None, None)]))
    (row_id,) = load_rows(workspace, sample.id)["row_id"]
    override_row(workspace, sample.id, row_id, {"automatability": 20}, "a try")
    assert [lesson.row_id for lesson in list_lessons(workspace, sample.id)] == [row_id]
    assert list_lessons(workspace, create_project(workspace, "Ours").id) == list_lessons(workspace) == []


def test_an_override_can_be_left_out_and_taken_in_again(
    workspace: Workspace, source: Source, row_ids: list[str]
) -> None:
    override_row(workspace, source.project_id, row_ids[0], {"automatability": 20, "assistance": 5}, "disputed")
    before = get_project(workspace, source.project_id).revision
    leave_out(workspace, source.project_id, row_ids[0], ["automatability"])
    assert {lesson.field: lesson.left_out for lesson in list_lessons(workspace)} == {
        "automatability": True,
        "assistance": False,
    }
    assert get_project(workspace, source.project_id).revision > before, "pages must read again"
    override_row(workspace, source.project_id, row_ids[0], {"automatability": 25}, "a second look")
    assert {lesson.value: lesson.left_out for lesson in list_lessons(workspace)} == {25.0: True, 5.0: False}
    take_in(workspace, source.project_id, row_ids[0], ["automatability"])
    assert not any(lesson.left_out for lesson in list_lessons(workspace))


def test_what_was_left_out_is_known_again_in_a_new_version_of_the_file(
    workspace: Workspace, source: Source, row_ids: list[str], inventory: Build
) -> None:
    override_row(workspace, source.project_id, row_ids[0], {"automatability": 20}, "disputed")
    leave_out(workspace, source.project_id, row_ids[0], ["automatability"])
    anew = add_source(workspace, source.project_id, "tasks v2.csv", b"saved anew")
    store_rows(workspace, anew.id, inventory([("Enter supplier invoices", "Accountant", "Finance")]))
    delete_source(workspace, source.id)
    (lesson,) = list_lessons(workspace)
    assert lesson.row_id != row_ids[0]
    assert lesson.left_out


def test_a_row_that_is_gone_cannot_be_left_out(workspace: Workspace, source: Source) -> None:
    with pytest.raises(WorkspaceError, match="no longer in the project"):
        leave_out(workspace, source.project_id, "gone", ["automatability"])


def test_learning_is_on_until_someone_turns_it_off(empty_url: str) -> None:
    with open_workspace(empty_url) as workspace:
        assert learns(workspace)
        set_learning(workspace, False)
    with open_workspace(empty_url) as again:
        assert not learns(again)
        set_learning(again, True)
        assert learns(again)


def test_a_workspace_of_the_first_version_learns_from_what_is_in_it(empty_url: str) -> None:
    engine = make_engine(empty_url, migrating=True)
    with engine.begin() as connection:
        schema.command.upgrade(schema.alembic_config(connection), "0001")
    engine.dispose()
    with open_workspace(empty_url) as workspace:
        assert learns(workspace)
        assert list_lessons(workspace) == []
        with workspace.reading() as session:
            assert {"left_out", "preferences"} <= set(inspect(session.connection()).get_table_names())
