"""One workspace, many threads: each change is whole, and nobody waits to read."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

from analyzer import settings
from analyzer.workspace import (
    Project,
    Source,
    Workspace,
    add_source,
    create_project,
    current_overrides,
    get_project,
    list_projects,
    load_rows,
    open_workspace,
    override_row,
    rename_project,
    store_rows,
)


def test_without_an_address_the_workspace_is_where_the_settings_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANALYZER_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("ANALYZER_DATABASE_URL", raising=False)
    settings.settings.cache_clear()
    try:
        with open_workspace() as workspace:
            assert workspace.name == str(tmp_path / "home" / "workspace.sqlite3")
    finally:
        settings.settings.cache_clear()


def test_a_workspace_can_stand_in_the_key_of_a_cache(empty_url: str) -> None:
    with open_workspace(empty_url) as one, open_workspace(empty_url) as same:
        assert one == same
        assert hash(one) == hash(same)


def test_a_change_is_kept_whole_or_not_at_all(workspace: Workspace, project: Project) -> None:
    class Interrupted(Exception):  # noqa: N818
        pass

    with pytest.raises(Interrupted), workspace.writing() as session:
        from analyzer.workspace.tables import ProjectRow

        session.get_one(ProjectRow, project.id).name = "Half done"
        session.flush()
        raise Interrupted
    assert get_project(workspace, project.id).name == "Accounts payable"


def test_two_threads_write_at_once_and_nothing_is_lost(
    workspace: Workspace, inventory: Callable[..., pd.DataFrame]
) -> None:
    lines = [(f"Task {number}", "Clerk", None) for number in range(300)]
    start = threading.Barrier(2)

    def work(name: str) -> str:
        project = create_project(workspace, name)
        start.wait()
        source = add_source(workspace, project.id, "tasks.csv", name.encode())
        for _ in range(3):
            store_rows(workspace, source.id, inventory(lines))
        for row_id in load_rows(workspace, project.id)["row_id"].head(15):
            override_row(workspace, project.id, row_id, {"automatability": 10}, "seen in practice")
        return project.id

    with ThreadPoolExecutor(2) as pool:
        projects = list(pool.map(work, ["one", "two"]))
    for project_id in projects:
        assert len(load_rows(workspace, project_id)) == 300
        assert len(current_overrides(workspace, project_id)) == 15


def test_two_threads_change_one_project_and_every_change_counts(workspace: Workspace, source: Source) -> None:
    row_ids = load_rows(workspace, source.project_id)["row_id"].to_list()
    before = get_project(workspace, source.project_id).revision
    start = threading.Barrier(2)

    def work(value: int) -> None:
        start.wait()
        for row_id in row_ids * 5:
            override_row(workspace, source.project_id, row_id, {"assistance": value}, "tried")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, [1, 2]))
    assert get_project(workspace, source.project_id).revision == before + 2 * 5 * len(row_ids)
    assert set(current_overrides(workspace, source.project_id)) == set(row_ids)


def test_a_reader_sees_one_moment_while_another_thread_writes(workspace: Workspace, project: Project) -> None:
    from sqlalchemy import select

    from analyzer.workspace.tables import ProjectRow

    name = select(ProjectRow.name).where(ProjectRow.id == project.id)
    with workspace.reading() as session, ThreadPoolExecutor(1) as pool:
        assert session.scalar(name) == "Accounts payable"
        pool.submit(rename_project, workspace, project.id, "Payroll").result(timeout=20)
        assert session.scalar(name) == "Accounts payable"
    assert list_projects(workspace)[0].name == "Payroll"


def test_the_workspace_leans_on_no_other_room() -> None:
    asked = "import sys, analyzer.workspace; print(*(name for name in sys.modules if name.startswith('analyzer.')))"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    ground = {f"analyzer.{name}" for name in ("_version", "errors", "i18n", "paths", "settings")}
    assert {name for name in loaded if not name.startswith("analyzer.workspace")} == ground
