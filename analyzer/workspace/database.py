"""The workspace: one database, opened once, and sessions on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from analyzer.settings import settings
from analyzer.workspace.engine import make_engine, reader, sentences, shown, writer
from analyzer.workspace.schema import upgrade
from analyzer.workspace.tables import LOCAL_IDENTITY, AccountRow


@dataclass(frozen=True)
class Workspace:
    """An open workspace; threads may share it.

    Two are equal, and hash alike, when they are the same database: it can stand in the key of a cache.
    """

    name: str
    """Path of the SQLite file, or the database's URL without its password."""
    local_account_id: str
    """The account that acts where no other is named."""
    _engine: Engine = field(repr=False, compare=False)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one moment of the database.

        :raises WorkspaceError: if the database fails.
        """
        with sentences(self._engine.url), Session(reader(self._engine)) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session whose changes are kept together when the block ends well, and none of them otherwise.

        :raises WorkspaceError: if the database fails or stays busy.
        """
        with sentences(self._engine.url), Session(writer(self._engine)) as session, session.begin():
            yield session

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_workspace(url: str | None = None) -> Workspace:
    """Open a workspace, creating or upgrading its tables where needed.

    :param url: SQLAlchemy URL of a SQLite file or a PostgreSQL database; by default what the settings say
        (``ANALYZER_DATABASE_URL``, else a SQLite file in ``ANALYZER_HOME``).
    :returns: the workspace; keep it as long as the process lives, or close it.
    :raises WorkspaceError: if it cannot be opened, was written by a newer version, or is not a workspace.
    """
    engine = make_engine(url or settings().workspace_url())
    try:
        with sentences(engine.url):
            upgrade(engine)
            with Session(reader(engine)) as session:
                local = session.scalars(select(AccountRow.id).where(AccountRow.identity == LOCAL_IDENTITY)).one()
        return Workspace(name=shown(engine.url), local_account_id=local, _engine=engine)
    except BaseException:
        engine.dispose()
        raise
