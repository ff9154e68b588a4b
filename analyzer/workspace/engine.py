"""Connections to SQLite and PostgreSQL that behave alike, and what is said when a database fails."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DataError, IntegrityError, ProgrammingError

from analyzer.errors import WorkspaceError
from analyzer.i18n import mark
from analyzer.workspace.columns import to_json

BUSY_SECONDS = 30
"""How long a writer waits for another one before it gives up."""

_BEGIN = "sqlite_begin"
_SQLITE_SENTENCES = {
    "SQLITE_BUSY": mark("The workspace “{workspace}” is busy with another change: try again in a moment."),
    "SQLITE_LOCKED": mark("The workspace “{workspace}” is busy with another change: try again in a moment."),
    "SQLITE_FULL": mark("The disk of the workspace “{workspace}” is full: make room, then try again."),
    "SQLITE_READONLY": mark("The workspace “{workspace}” may only be read: allow writing to its file and folder."),
    "SQLITE_CANTOPEN": mark(
        "The workspace “{workspace}” cannot be opened: check that its folder exists and allows writing."
    ),
    "SQLITE_NOTADB": mark("“{workspace}” is not a workspace of this application: choose another file or folder."),
    "SQLITE_CORRUPT": mark("The workspace “{workspace}” is damaged: put a backup in its place."),
}


def make_engine(url: str, *, migrating: bool = False) -> Engine:
    """Return an engine for a workspace, without connecting yet.

    :param url: SQLAlchemy URL, ``sqlite:///path`` or ``postgresql://user:password@host/name``.
    :param migrating: leave SQLite's foreign keys off: rebuilding a table drops it, and with them on that would delete
        every row that points to it.
    :raises WorkspaceError: if the URL cannot be used, its folder cannot be made, or the PostgreSQL driver is absent.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise _unusable(url.partition("@")[2] or url) from error
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(parsed, foreign_keys=not migrating)
    if parsed.get_backend_name() == "postgresql":
        try:
            return create_engine(parsed, json_serializer=to_json, pool_pre_ping=True)
        except ModuleNotFoundError as error:
            raise WorkspaceError(
                "PostgreSQL needs one more package: install “task-automation-analyzer[postgresql]”."
            ) from error
    raise _unusable(shown(parsed))


def _unusable(url: str) -> WorkspaceError:
    return WorkspaceError(
        "“{workspace}” is no address of a workspace: give one that begins with sqlite:/// or postgresql://.",
        workspace=url,
    )


def _sqlite_engine(url: URL, *, foreign_keys: bool) -> Engine:
    if not url.database or url.database == ":memory:":
        # Each thread would see a database of its own.
        raise WorkspaceError("A SQLite workspace needs a file: give its path after sqlite:///.")
    path = Path(url.database)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            path.touch(mode=0o600)  # task lists may name people: other users of the machine have no business there
    except OSError as error:
        raise WorkspaceError(_SQLITE_SENTENCES["SQLITE_CANTOPEN"], workspace=path) from error
    engine = create_engine(url, json_serializer=to_json, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where we say, DDL included
        for pragma in (f"foreign_keys={'ON' if foreign_keys else 'OFF'}", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get(_BEGIN, 'DEFERRED')}")

    return engine


def reader(engine: Engine) -> Engine:
    """Return ``engine`` for transactions that only read, each seeing one moment of the database."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine


def writer(engine: Engine) -> Engine:
    """Return ``engine`` for transactions that write.

    On SQLite they take the write lock at once and wait for it: one that began by reading could not wait, it would fail.
    """
    return engine.execution_options(**{_BEGIN: "IMMEDIATE"}) if engine.dialect.name == "sqlite" else engine


def use_write_ahead_log(engine: Engine) -> None:
    """Let readers go on while someone writes; SQLite keeps this in the file.

    Where it cannot be had (a network disk, a file that may only be read, another process that is just asking for the
    same), the workspace works without it, only slower.
    """
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        with suppress(sqlite3.OperationalError):
            cursor.execute("PRAGMA journal_mode=WAL")
        cursor.close()
    finally:
        connection.close()


def shown(url: URL) -> str:
    """Return what a person may see of a workspace's address: a path, or a URL without its password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


@contextmanager
def sentences(url: URL) -> Iterator[None]:
    """Turn a failing database into a :class:`~analyzer.errors.WorkspaceError`; mistakes of ours pass as they are."""
    try:
        yield
    except IntegrityError as error:
        if _names_what_is_gone(error):
            raise WorkspaceError(
                "Something that this change belongs to has just been deleted: reload the page."
            ) from error
        raise
    except (ProgrammingError, DataError):
        raise
    except DatabaseError as error:
        workspace = shown(url)
        if url.get_backend_name() == "postgresql":
            raise WorkspaceError(
                "The database “{workspace}” does not answer: check that it is running and that its address is right.",
                workspace=workspace,
            ) from error
        name = getattr(error.orig, "sqlite_errorname", None) or ""
        for code, sentence in _SQLITE_SENTENCES.items():
            if name.startswith(code):  # extended codes add a suffix: SQLITE_BUSY_SNAPSHOT
                raise WorkspaceError(sentence, workspace=workspace) from error
        raise WorkspaceError(
            "The workspace “{workspace}” cannot be used: check its disk, then open it again.", workspace=workspace
        ) from error


def _names_what_is_gone(error: IntegrityError) -> bool:
    code = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None)
    return code in ("SQLITE_CONSTRAINT_FOREIGNKEY", "23503")
