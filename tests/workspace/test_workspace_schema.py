"""Tables come from migrations: from nothing, from an older version, and never onto what is not ours."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from analyzer.errors import WorkspaceError
from analyzer.workspace import create_project, list_projects, open_workspace, schema
from analyzer.workspace.engine import make_engine
from analyzer.workspace.migrations.__main__ import write_migration
from analyzer.workspace.table_base import Base


def test_an_empty_database_gets_all_tables(empty_url: str) -> None:
    open_workspace(empty_url).close()
    engine = create_engine(empty_url)
    assert set(inspect(engine).get_table_names()) == {*Base.metadata.tables, "alembic_version"}
    engine.dispose()


def test_migrations_lead_to_the_tables_of_the_models(empty_url: str) -> None:
    open_workspace(empty_url).close()
    engine = create_engine(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_opening_again_changes_nothing_and_keeps_the_work(empty_url: str) -> None:
    with open_workspace(empty_url) as first:
        project = create_project(first, "Payroll")
    with open_workspace(empty_url) as second:
        assert second.local_account_id == first.local_account_id
        assert list_projects(second) == [project]


def test_a_database_of_a_newer_version_is_refused_in_one_sentence_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "workspace.sqlite3"
    open_workspace(f"sqlite:///{file}").close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    with pytest.raises(WorkspaceError, match="written by a newer version") as refused:
        open_workspace(f"sqlite:///{file}")
    assert refused.value.message("fr").startswith("L’espace de travail «\u00a0")
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


@pytest.mark.postgresql
@pytest.mark.parametrize("empty_url", ["postgresql"], indirect=True)
def test_a_newer_postgresql_database_is_refused_too(empty_url: str) -> None:
    open_workspace(empty_url).close()
    engine = create_engine(empty_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(WorkspaceError, match="written by a newer version"):
        open_workspace(empty_url)


def test_a_database_of_something_else_is_refused_and_gets_no_table(empty_url: str) -> None:
    engine = create_engine(empty_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (id INTEGER)"))
    with pytest.raises(WorkspaceError, match="already holds other tables"):
        open_workspace(empty_url)
    assert inspect(engine).get_table_names() == ["recipes"]
    engine.dispose()


LAST = ScriptDirectory(str(schema.MIGRATIONS)).get_current_head()

NEXT_VERSION = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{last}"


def upgrade():
    with op.batch_alter_table("projects") as batch:
        batch.add_column(sa.Column("colour", sa.Text()))
        batch.alter_column("name", existing_type=sa.Text(), nullable=True)
    {then}
"""


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """A copy of the migrations, for later versions to be added to."""
    return Path(shutil.copytree(schema.MIGRATIONS, tmp_path / "migrations"))


def test_rebuilding_a_table_keeps_what_points_to_it(empty_url: str, scripts: Path) -> None:
    with open_workspace(empty_url) as workspace:
        create_project(workspace, "Payroll")
        with workspace.writing() as session:
            session.execute(
                text(
                    "INSERT INTO scenarios (id, project_id, name, base, assumptions, created_at, updated_at) "
                    "SELECT 's', id, 'mine', 'central', '{}', created_at, created_at FROM projects"
                )
            )
    (scripts / "versions" / "next.py").write_text(NEXT_VERSION.format(last=LAST, then="pass"))
    engine = make_engine(empty_url)
    schema.upgrade(engine, scripts)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT colour FROM projects")) is None
        assert connection.scalar(text("SELECT name FROM scenarios")) == "mine"
    engine.dispose()


@pytest.mark.parametrize("version", ["0001", "0002", "0003", "0004"])
def test_an_older_workspace_keeps_its_work(empty_url: str, scripts: Path, version: str) -> None:
    for later in sorted((scripts / "versions").glob("[0-9]*.py")):
        if later.name[:4] > version:
            later.unlink()
    engine = make_engine(empty_url)
    schema.upgrade(engine, scripts)
    with engine.begin() as connection:
        account = connection.scalar(text("SELECT id FROM accounts"))
        moment = {"id": "p", "owner": account, "at": "2026-11-01 10:00:00"}
        connection.execute(
            text(
                "INSERT INTO projects (id, owner_id, name, sample, revision, created_at, updated_at) "
                "VALUES (:id, :owner, 'Payroll', NULL, 0, :at, :at)"
            ),
            moment,
        )
    engine.dispose()
    with open_workspace(empty_url) as workspace:
        assert [project.name for project in list_projects(workspace)] == ["Payroll"]
        assert workspace.local_account_id == account


def test_a_migration_that_fails_leaves_the_database_as_it_was(empty_url: str, scripts: Path) -> None:
    with open_workspace(empty_url) as workspace:
        project = create_project(workspace, "Payroll")
        (scripts / "versions" / "next.py").write_text(
            NEXT_VERSION.format(last=LAST, then="raise RuntimeError('power cut')")
        )
        engine = make_engine(empty_url)
        with pytest.raises(RuntimeError, match="power cut"):
            schema.upgrade(engine, scripts)
        assert "colour" not in {column["name"] for column in inspect(engine).get_columns("projects")}
        engine.dispose()
        assert list_projects(workspace) == [project]


OPEN_AT_A_SIGN = """
import sys
from analyzer.workspace import open_workspace
print("ready", flush=True)
sys.stdin.readline()
with open_workspace(sys.argv[1]) as workspace:
    print(workspace.local_account_id)
"""


def test_several_processes_may_open_a_new_workspace_at_once(empty_url: str) -> None:
    command = [sys.executable, "-c", OPEN_AT_A_SIGN, empty_url]
    opening = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    for process in opening:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in opening:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    accounts = {process.communicate()[0].strip() for process in opening}
    with open_workspace(empty_url) as workspace:
        assert accounts == {workspace.local_account_id}


def test_the_next_migration_is_written_from_the_models(scripts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(scripts / "versions")
    (scripts / "versions").mkdir()
    written = write_migration("first tables", scripts)
    assert written.name == "0001_first_tables.py"
    content = written.read_text()
    assert "sa.DateTime(timezone=True)" in content
    assert "analyzer." not in content  # a migration must not lean on code that moves on
