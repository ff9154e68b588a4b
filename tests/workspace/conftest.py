"""Workspaces to test with: one in a SQLite file, one in PostgreSQL where a server is named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pandas as pd
import pytest
from sqlalchemy import create_engine, make_url, text

from analyzer.workspace import Project, Source, Workspace, add_source, create_project, open_workspace, store_rows

POSTGRESQL = "ANALYZER_TEST_POSTGRESQL_URL"

Tasks = list[tuple[str, str | None, str | None]]


# Without a server one test says so (test_workspace_schema.py), not each of them.
DATABASES = [pytest.param("postgresql", marks=pytest.mark.postgresql)] if POSTGRESQL in os.environ else []


@pytest.fixture(params=["sqlite", *DATABASES])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Address of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'workspace.sqlite3'}"
        return
    if not (server := os.environ.get(POSTGRESQL)):
        pytest.skip(f"{POSTGRESQL} names no server")
    schema = f"test_{uuid4().hex}"
    admin = create_engine(server)
    with admin.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    url = make_url(server).update_query_dict({"options": f"-csearch_path={schema}"})
    yield url.render_as_string(hide_password=False)
    with admin.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    admin.dispose()


@pytest.fixture
def workspace(empty_url: str) -> Iterator[Workspace]:
    with open_workspace(empty_url) as opened:
        yield opened


@pytest.fixture
def project(workspace: Workspace) -> Project:
    return create_project(workspace, "Accounts payable")


@pytest.fixture
def inventory() -> Callable[..., pd.DataFrame]:
    """Build an inventory frame from (task, role, team) lines that stand in a sheet from its second row on."""

    def build(lines: Tasks, minutes: float = 60.0) -> pd.DataFrame:
        count = len(lines)
        return pd.DataFrame(
            {
                "row": pd.Series(range(2, count + 2), dtype="int64"),
                "task": pd.Series([task for task, _, _ in lines], dtype="str"),
                "role": pd.Series([role for _, role, _ in lines], dtype="str"),
                "team": pd.Series([team for _, _, team in lines], dtype="str"),
                "person": pd.Series([None] * count, dtype="str"),
                "occurrences_per_week": pd.Series([1.0] * count),
                "minutes_per_occurrence": pd.Series([minutes] * count),
                "headcount": pd.Series([1.0] * count),
                "minutes_per_week": pd.Series([minutes] * count),
                "language": pd.Series(["en"] * count, dtype="str"),
                "notes": pd.Series([None] * count, dtype="str"),
                "issues": pd.Series([""] * count, dtype="str"),
                "file": pd.Series(["tasks.csv"] * count, dtype="str"),
                "sheet": pd.Series([None] * count, dtype="str"),
            }
        )

    return build


LINES: Tasks = [
    ("Enter supplier invoices", "Accountant", "Finance"),
    ("Chase late payments", "Accountant", "Finance"),
    ("Prepare the monthly report", "Controller", "Finance"),
]


@pytest.fixture
def source(workspace: Workspace, project: Project, inventory: Callable[..., pd.DataFrame]) -> Source:
    """A file of three tasks, read and stored."""
    added = add_source(workspace, project.id, "tasks.csv", b"three tasks")
    store_rows(workspace, added.id, inventory(LINES))
    return added
