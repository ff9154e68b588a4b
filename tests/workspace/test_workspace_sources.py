"""Files are kept as they came."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from analyzer.errors import WorkspaceError
from analyzer.workspace import (
    Project,
    Source,
    Workspace,
    add_source,
    create_project,
    delete_project,
    delete_source,
    edit_rows,
    get_project,
    get_source,
    list_sources,
    load_rows,
    open_sample_project,
    remembered_options,
    replace_content,
    source_content,
    sources_with_tasks,
    store_rows,
)

CONTENT = bytes(range(256)) * 4


def test_a_file_is_kept_byte_for_byte(workspace: Workspace, project: Project) -> None:
    source = add_source(workspace, project.id, "tâches.xlsx", CONTENT)
    assert (source.filename, source.size_bytes, source.rows) == ("tâches.xlsx", 1024, 0)
    assert source.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert source_content(workspace, source.id) == CONTENT
    assert get_source(workspace, source.id) == source


def test_the_same_bytes_again_are_the_same_file_even_under_another_name(workspace: Workspace, source: Source) -> None:
    again = add_source(workspace, source.project_id, "tasks (1).csv", b"three tasks")
    assert again.id == source.id
    assert again.rows == 3
    assert len(list_sources(workspace, source.project_id)) == 1


def test_the_same_bytes_in_another_project_are_another_file(workspace: Workspace, source: Source) -> None:
    other = create_project(workspace, "Other")
    assert add_source(workspace, other.id, "tasks.csv", b"three tasks").id != source.id


def test_two_windows_may_add_the_same_file_at_once(workspace: Workspace, project: Project) -> None:
    with ThreadPoolExecutor(4) as pool:
        added = pool.map(lambda _: add_source(workspace, project.id, "tasks.csv", CONTENT), range(4))
    assert len({source.id for source in added}) == 1


def test_a_file_taken_out_takes_its_rows_with_it(workspace: Workspace, source: Source) -> None:
    before = get_project(workspace, source.project_id).revision
    delete_source(workspace, source.id)
    assert list_sources(workspace, source.project_id) == []
    assert load_rows(workspace, source.project_id).empty
    assert get_project(workspace, source.project_id).revision > before


def test_what_is_gone_says_so(workspace: Workspace, source: Source) -> None:
    delete_source(workspace, source.id)
    for call in (
        lambda: get_source(workspace, source.id),
        lambda: source_content(workspace, source.id),
        lambda: delete_source(workspace, source.id),
    ):
        with pytest.raises(WorkspaceError, match="This file is no longer in the project"):
            call()
    delete_project(workspace, source.project_id)
    with pytest.raises(WorkspaceError, match="This project is no longer there"):
        add_source(workspace, source.project_id, "tasks.csv", CONTENT)


def test_a_correction_is_remembered_for_the_same_headers(workspace: Workspace, project: Project) -> None:
    headers = ["Sujet", "Qui"]
    frame = load_rows(workspace, project.id).iloc[:0]
    for number, options in enumerate((None, {"columns": {"Qui": "role"}}, {"columns": {"Qui": "person"}}, None)):
        source = add_source(workspace, project.id, f"{number}.csv", bytes([number]))
        store_rows(workspace, source.id, frame, reading_options=options, summary={"headers": headers})
    assert remembered_options(workspace, headers) == {"columns": {"Qui": "person"}}, "the latest that was corrected"
    assert remembered_options(workspace, ["Qui", "Sujet"]) is None
    assert remembered_options(workspace, headers, author_id="someone else") is None


def test_a_copy_may_be_kept_in_the_place_of_a_file(workspace: Workspace, project: Project) -> None:
    digest = hashlib.sha256(CONTENT).hexdigest()
    source = add_source(workspace, project.id, "tâches.xlsx", b"masked", sha256=digest)
    assert (source.sha256, source_content(workspace, source.id)) == (digest, b"masked")
    replace_content(workspace, source.id, b"other")
    assert source_content(workspace, source.id) == b"other" and get_source(workspace, source.id).size_bytes == 5


def test_files_are_found_by_their_tasks_the_one_with_most_of_them_first(workspace: Workspace) -> None:
    frame = pd.DataFrame({"row": [2, 3, 4], "task": ["Saisir", "Relancer", "Classer"]})
    ours, sample = create_project(workspace, "A"), open_sample_project(workspace, "s", "Exemple", [])
    whole, part, other = (add_source(workspace, ours.id, f"{n}.csv", n.encode()) for n in "123")
    example = add_source(workspace, sample.id, "4.csv", b"4")
    store_rows(workspace, whole.id, frame)
    store_rows(workspace, part.id, frame.head(1))
    store_rows(workspace, other.id, frame.assign(task=["Peindre", "Poncer", "Vernir"]))
    store_rows(workspace, example.id, frame)
    found = sources_with_tasks(workspace, ["Saisir", "Relancer", "Payer"])
    assert list(found.items()) == [(whole.id, 2), (part.id, 1)]


def test_the_heir_of_a_file_takes_over_what_was_decided_unless_it_has_a_decision_of_its_own(
    workspace: Workspace, project: Project
) -> None:
    frame = pd.DataFrame({"row": [2, 3], "task": ["Saisir", "Relancer"]})
    old, new = (add_source(workspace, project.id, f"{n}.csv", n.encode()) for n in ("a", "b"))
    for source in (old, new):
        store_rows(workspace, source.id, frame)
    rows = load_rows(workspace, project.id)
    ids = {(source, task): row for source, task, row in zip(rows.source_id, rows.task, rows.row_id, strict=True)}
    edit_rows(workspace, project.id, {ids[old.id, "Saisir"]: {"notes": "ancien"}})
    edit_rows(workspace, project.id, {ids[old.id, "Relancer"]: {"notes": "ancien"}})
    edit_rows(workspace, project.id, {ids[new.id, "Relancer"]: {"notes": "nouveau"}})
    delete_source(workspace, old.id, heir_id=new.id)
    assert load_rows(workspace, project.id)["notes"].to_list() == ["ancien", "nouveau"]


def test_an_heir_must_be_a_file_of_the_same_project(workspace: Workspace, source: Source) -> None:
    elsewhere = add_source(workspace, create_project(workspace, "B").id, "b.csv", b"b")
    with pytest.raises(WorkspaceError):
        delete_source(workspace, source.id, heir_id=elsewhere.id)
    assert get_source(workspace, source.id).id == source.id
