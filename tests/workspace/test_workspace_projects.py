"""Projects are made, found again, renamed and deleted with all that belongs to them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC
from pathlib import Path

import pytest
from sqlalchemy import func, select

from analyzer.errors import WorkspaceError
from analyzer.workspace import (
    Project,
    Source,
    Workspace,
    content_hash,
    create_project,
    create_proposal,
    delete_project,
    edit_rows,
    get_project,
    list_projects,
    list_sources,
    load_rows,
    open_sample_project,
    override_row,
    own_proposals,
    rename_project,
    save_scenario,
    sign_in,
    source_content,
    store_analysis,
)
from analyzer.workspace.table_base import Base


def test_a_new_project_is_empty_and_belongs_to_whoever_is_here(workspace: Workspace) -> None:
    project = create_project(workspace, "  Comptabilité fournisseurs ")
    assert project.name == "Comptabilité fournisseurs"
    assert (project.sources, project.rows, project.revision) == (0, 0, 0)
    assert project.owner_id == workspace.local_account_id
    assert project.created_at.tzinfo == UTC
    assert get_project(workspace, project.id) == project


def test_the_list_counts_files_and_tasks_and_begins_with_the_latest_change(
    workspace: Workspace, source: Source
) -> None:
    later = create_project(workspace, "Later")
    assert [project.name for project in list_projects(workspace)] == ["Later", "Accounts payable"]
    rename_project(workspace, source.project_id, "Suppliers")
    first, second = list_projects(workspace)
    assert (first.name, first.sources, first.rows) == ("Suppliers", 1, 3)
    assert second == later


def test_a_list_can_be_of_one_owner(workspace: Workspace, project: Project) -> None:
    colleague = sign_in(workspace, "anna@example.com", "Anna")
    theirs = create_project(workspace, "Anna's", owner_id=colleague.id)
    assert list_projects(workspace, owner_id=colleague.id) == [theirs]
    assert len(list_projects(workspace)) == 2


@pytest.mark.parametrize("name", ["", "   ", "\x00"])
def test_a_project_needs_a_name(workspace: Workspace, project: Project, name: str) -> None:
    with pytest.raises(WorkspaceError, match="needs a name"):
        create_project(workspace, name)
    with pytest.raises(WorkspaceError, match="needs a name"):
        rename_project(workspace, project.id, name)


def test_a_name_that_is_too_long_is_refused(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="200 characters"):
        create_project(workspace, "x" * 201)


def test_a_deleted_project_takes_all_with_it_but_people_s_proposals(workspace: Workspace, source: Source) -> None:
    rows = load_rows(workspace, source.project_id)
    edit_rows(workspace, source.project_id, {rows["row_id"][0]: {"role": "Clerk"}})
    override_row(workspace, source.project_id, rows["row_id"][0], {"assistance": 5}, "tried")
    save_scenario(workspace, source.project_id, "Mine", "central", {"adoption": 0.4})
    store_analysis(workspace, source.project_id, content_hash(rows), "model 1", rows)
    create_proposal(workspace, source.project_id, "Sort the mail")

    delete_project(workspace, source.project_id)

    (proposal,) = own_proposals(workspace)
    assert (proposal.task, proposal.project_id) == ("Sort the mail", None)
    with workspace.reading() as session:
        left = {name: session.scalar(select(func.count()).select_from(t)) for name, t in Base.metadata.tables.items()}
    assert {name for name, count in left.items() if count} == {"accounts", "proposals"}


def test_a_project_that_someone_deleted_says_so(workspace: Workspace, project: Project) -> None:
    delete_project(workspace, project.id)
    for call in (
        lambda: get_project(workspace, project.id),
        lambda: rename_project(workspace, project.id, "Late"),
        lambda: delete_project(workspace, project.id),
        lambda: load_rows(workspace, project.id),
    ):
        with pytest.raises(WorkspaceError, match="This project is no longer there"):
            call()


@pytest.fixture
def sample_files(tmp_path: Path) -> list[Path]:
    files = [tmp_path / "accounting.csv", tmp_path / "sales.csv"]
    for file in files:
        file.write_text(f"task;role\n{file.stem};clerk\n", encoding="utf-8")
    return files


def test_a_sample_opens_with_its_files_and_the_second_time_with_what_was_changed(
    workspace: Workspace, sample_files: list[Path]
) -> None:
    project = open_sample_project(workspace, "tour", "Sample", sample_files)
    assert [source.filename for source in list_sources(workspace, project.id)] == ["accounting.csv", "sales.csv"]
    first = list_sources(workspace, project.id)[0]
    assert source_content(workspace, first.id) == sample_files[0].read_bytes()
    rename_project(workspace, project.id, "My tour")
    again = open_sample_project(workspace, "tour", "Sample", sample_files)
    assert (again.id, again.name, again.sources) == (project.id, "My tour", 2)


def test_each_person_has_a_sample_of_their_own(workspace: Workspace, sample_files: list[Path]) -> None:
    anna = sign_in(workspace, "anna@example.com")
    mine = open_sample_project(workspace, "tour", "Sample", sample_files)
    hers = open_sample_project(workspace, "tour", "Sample", sample_files, owner_id=anna.id)
    assert mine.id != hers.id


def test_a_sample_opened_in_several_windows_at_once_is_one_project(
    workspace: Workspace, sample_files: list[Path]
) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = pool.map(lambda _: open_sample_project(workspace, "tour", "Sample", sample_files), range(4))
    assert len({project.id for project in opened}) == 1
    assert len(list_projects(workspace)) == 1
