"""Bring a database to this version's tables, or refuse it untouched."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from analyzer.errors import WorkspaceError
from analyzer.workspace.engine import make_engine, reader, shown, use_write_ahead_log, writer

MIGRATIONS = Path(__file__).parent / "migrations"

_ALEMBIC = threading.Lock()
"""Alembic keeps the migration that runs in module globals, and sessions are threads."""

_POSTGRESQL_LOCK = 7_203_114_850
"""Any number that is ours: who holds this advisory lock migrates, the others wait."""


def alembic_config(connection: Connection | None = None, scripts: Path = MIGRATIONS) -> Config:
    """Return Alembic's configuration, which needs no alembic.ini.

    :param connection: the connection that migrations run on, inside the caller's transaction.
    :param scripts: folder of env.py and versions/.
    """
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.stdout = sys.stderr
    return config


def upgrade(engine: Engine, scripts: Path = MIGRATIONS) -> None:
    """Create or upgrade the tables, all or nothing; several threads and processes may do so at once.

    :param engine: from :func:`~analyzer.workspace.engine.make_engine`.
    :param scripts: folder of the migrations.
    :raises WorkspaceError: if the database was written by a newer version, or is not a workspace; it is then untouched.
    """
    with _ALEMBIC:
        directory = ScriptDirectory.from_config(alembic_config(scripts=scripts))
        with reader(engine).begin() as connection:
            up_to_date = _is_up_to_date(connection, directory)
        use_write_ahead_log(engine)
        if up_to_date:
            return
        migrating = make_engine(engine.url.render_as_string(hide_password=False), migrating=True)
        try:
            with writer(migrating).begin() as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _POSTGRESQL_LOCK})
                if not _is_up_to_date(connection, directory):  # else another process has just done it
                    command.upgrade(alembic_config(connection, scripts), "head")
                _check_references(connection)
        finally:
            migrating.dispose()


def _is_up_to_date(connection: Connection, directory: ScriptDirectory) -> bool:
    workspace = shown(connection.engine.url)
    found = set(MigrationContext.configure(connection).get_current_heads())
    known = {script.revision for script in directory.walk_revisions()}
    if not found <= known:
        raise WorkspaceError(
            "The workspace “{workspace}” was written by a newer version of this application: install that version, or "
            "choose another workspace.",
            workspace=workspace,
        )
    if not found and set(inspect(connection).get_table_names()) - {"alembic_version"}:
        raise WorkspaceError(
            "The database “{workspace}” already holds other tables: give the workspace a database of its own.",
            workspace=workspace,
        )
    return found == set(directory.get_heads())


def _check_references(connection: Connection) -> None:
    """Hold what SQLite did not watch while it migrated: that every reference still leads somewhere."""
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise WorkspaceError(
            "The workspace “{workspace}” could not be brought to this version and was left as it was: keep a copy and "
            "report it.",
            workspace=shown(connection.engine.url),
        )
