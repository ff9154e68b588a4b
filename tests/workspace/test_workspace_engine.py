"""What is said when a database cannot be used, and how SQLite is set up."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from analyzer.errors import WorkspaceError
from analyzer.workspace import Workspace, create_project, engine, list_projects, open_workspace


def test_a_new_workspace_makes_its_folder_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "workspace.sqlite3"
    open_workspace(f"sqlite:///{file}").close()
    assert file.exists()
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o077 == 0


def test_sqlite_watches_references_and_lets_readers_go_on(tmp_path: Path) -> None:
    with open_workspace(f"sqlite:///{tmp_path / 'w.sqlite3'}") as workspace, workspace.reading() as session:
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"
        assert session.scalar(text("PRAGMA busy_timeout")) == engine.BUSY_SECONDS * 1000


def test_what_is_deleted_leaves_the_file(tmp_path: Path) -> None:
    file = tmp_path / "w.sqlite3"
    with open_workspace(f"sqlite:///{file}") as workspace:
        project = create_project(workspace, "Payroll of Mrs Durand")
        with workspace.writing() as session:
            session.execute(text("DELETE FROM projects WHERE id = :id"), {"id": project.id})
    assert b"Durand" not in file.read_bytes()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://root:secret@host/work", "mysql://root:***@host/work” is no address of a workspace"),
        ("nonsense", "“nonsense” is no address of a workspace"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
    ],
)
def test_an_address_that_cannot_be_used_gets_one_sentence(url: str, sentence: str) -> None:
    with pytest.raises(WorkspaceError) as refused:
        open_workspace(url)
    assert sentence in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("my notes, not a database " * 100)
    before = file.read_bytes()
    with pytest.raises(WorkspaceError, match="is not a workspace of this application"):
        open_workspace(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_made_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WorkspaceError, match="cannot be opened"):
        open_workspace(f"sqlite:///{tmp_path / 'file' / 'workspace.sqlite3'}")


def test_a_full_disk_gets_one_sentence_and_loses_nothing(tmp_path: Path) -> None:
    with open_workspace(f"sqlite:///{tmp_path / 'w.sqlite3'}") as workspace:
        create_project(workspace, "Before")
        with pytest.raises(WorkspaceError, match="is full: make room"), workspace.writing() as session:
            pages = session.scalar(text("PRAGMA page_count"))
            session.execute(text(f"PRAGMA max_page_count = {pages}"))
            session.execute(text("UPDATE projects SET name = :name"), {"name": "x" * 100_000})
        assert [project.name for project in list_projects(workspace)] == ["Before"]


def test_a_workspace_that_someone_keeps_busy_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    file = tmp_path / "w.sqlite3"
    with open_workspace(f"sqlite:///{file}") as workspace:
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceError, match="is busy with another change"):
            create_project(workspace, "Late")
        assert list_projects(workspace) == []  # reading goes on
        other.execute("ROLLBACK")
        other.close()
        create_project(workspace, "In time")


def test_a_damaged_file_gets_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "w.sqlite3"
    open_workspace(f"sqlite:///{file}").close()
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)  # the first page, with the list of tables, is whole
    file.write_bytes(bytes(content))
    with pytest.raises(WorkspaceError, match="is damaged: put a backup in its place"):
        open_workspace(f"sqlite:///{file}")


@pytest.mark.postgresql
def test_a_postgresql_server_that_does_not_answer_gets_one_sentence() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(WorkspaceError) as refused:
        open_workspace("postgresql://someone:secret@127.0.0.1:1/work?connect_timeout=1")
    assert "does not answer" in str(refused.value)
    assert "secret" not in str(refused.value)


def test_postgresql_without_its_driver_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(WorkspaceError, match=r"install “task-automation-analyzer\[postgresql\]”"):
        open_workspace("postgresql://someone@127.0.0.1/work")


def test_a_change_of_what_was_just_deleted_says_so(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="has just been deleted"):
        create_project(workspace, "Payroll", owner_id="an account that is gone")
