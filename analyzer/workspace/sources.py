"""The files of a project, kept so that how they were read can be corrected at any time.

A file is kept as it came or, where personal data was masked in it, as the copy that the reader made of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, distinct, func, select
from sqlalchemy.orm import Session, undefer

from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import clean_text
from analyzer.workspace.database import Workspace
from analyzer.workspace.row_decisions import find_rows_again, hand_over
from analyzer.workspace.tables import InventoryTaskRow, ProjectRow, SourceRow
from analyzer.workspace.touch import touch


@dataclass(frozen=True)
class Source:
    """A file of a project."""

    id: str
    project_id: str
    filename: str
    sha256: str
    size_bytes: int
    reading_options: Mapping[str, Any] | None
    """How it was read, as JSON; ``None`` if nothing was corrected."""
    summary: Mapping[str, Any] | None
    """What was understood of it, as JSON; ``None`` until its rows are stored."""
    rows: int
    """How many task lines were read, those set aside included."""
    created_at: datetime


def new_source(project_id: str, filename: str, content: bytes, author_id: str, sha256: str | None = None) -> SourceRow:
    """Return the row of a file, not added to a session yet."""
    return SourceRow(
        project_id=project_id,
        author_id=author_id,
        filename=clean_text(filename),
        sha256=sha256 or hashlib.sha256(content).hexdigest(),
        size_bytes=len(content),
        content=content,
    )


def add_source(
    workspace: Workspace,
    project_id: str,
    filename: str,
    content: bytes,
    *,
    author_id: str | None = None,
    sha256: str | None = None,
) -> Source:
    """Keep a file in a project; the same bytes a second time are the same source, with all that belongs to it.

    To put a new version in the place of an old one: add it, store its rows, then delete the old one and name the new
    one as its heir.

    :param filename: name to show.
    :param content: the bytes to keep: as they came, or a copy without personal data.
    :param author_id: who brings it; the local account if none is named.
    :param sha256: of the bytes as they came, in hexadecimal digits, where ``content`` is a copy.
    :raises WorkspaceError: if the project is no longer there.
    """
    row = new_source(project_id, filename, content, author_id or workspace.local_account_id, sha256)
    with workspace.writing() as session:
        touch(session, project_id)
        same = select(SourceRow.id).where(SourceRow.project_id == project_id, SourceRow.sha256 == row.sha256)
        existing = session.scalar(same)
        if existing is None:
            session.add(row)
            session.flush()
        return _one(session, existing or row.id)


def list_sources(workspace: Workspace, project_id: str) -> list[Source]:
    """Return the files of a project in the order they came; none if the project is gone."""
    query = _summaries().where(SourceRow.project_id == project_id).order_by(SourceRow.created_at, SourceRow.id)
    with workspace.reading() as session:
        return [Source(*row) for row in session.execute(query)]


def sources_with_tasks(workspace: Workspace, tasks: Sequence[str], *, author_id: str | None = None) -> dict[str, int]:
    """Return which files hold some of these tasks: how many different ones by source id, the most first.

    Files of samples do not count.

    :param tasks: texts as they are kept, some hundreds at most (databases take so many parameters).
    :param author_id: whose files; the local account's if none is named.
    """
    count = func.count(distinct(InventoryTaskRow.task))
    query = (
        select(InventoryTaskRow.source_id, count)
        .join(SourceRow, SourceRow.id == InventoryTaskRow.source_id)
        .join(ProjectRow, ProjectRow.id == SourceRow.project_id)
        .where(
            InventoryTaskRow.task.in_([clean_text(task) for task in tasks]),
            SourceRow.author_id == (author_id or workspace.local_account_id),
            ProjectRow.sample.is_(None),
        )
        .group_by(InventoryTaskRow.source_id, SourceRow.created_at)
        .order_by(count.desc(), SourceRow.created_at.desc(), InventoryTaskRow.source_id)
    )
    with workspace.reading() as session:
        return {row[0]: row[1] for row in session.execute(query)}


def get_source(workspace: Workspace, source_id: str) -> Source:
    """Return one file's facts.

    :raises WorkspaceError: if it is no longer there.
    """
    with workspace.reading() as session:
        return _one(session, source_id)


def remembered_options(
    workspace: Workspace, headers: Sequence[str], *, author_id: str | None = None
) -> Mapping[str, Any] | None:
    """Return how the latest file with the same headers was read, if its reading was corrected.

    :param headers: names of all columns, in order; a file's own stand in its summary under "headers".
    :param author_id: whose files; the local account's if none is named.
    """
    query = (
        select(SourceRow.reading_options, SourceRow.summary)
        .where(
            SourceRow.reading_options.is_not(None),
            SourceRow.author_id == (author_id or workspace.local_account_id),
        )
        .order_by(SourceRow.created_at.desc(), SourceRow.id.desc())
    )
    with workspace.reading() as session:
        for options, summary in session.execute(query):
            if summary is not None and summary.get("headers") == list(headers):
                return dict(options)
    return None


def source_content(workspace: Workspace, source_id: str) -> bytes:
    """Return the bytes that are kept of a file.

    :raises WorkspaceError: if it is no longer there.
    """
    with workspace.reading() as session:
        row = session.get(SourceRow, source_id, options=[undefer(SourceRow.content)])
        if row is None:
            raise source_gone()
        return row.content


def replace_content(workspace: Workspace, source_id: str, content: bytes) -> None:
    """Keep other bytes of the same file, such as a copy without personal data; the ones before are overwritten.

    :raises WorkspaceError: if it is no longer there.
    """
    with workspace.writing() as session:
        touch_source(session, source_id)
        source = session.get_one(SourceRow, source_id)
        source.content, source.size_bytes = content, len(content)


def delete_source(workspace: Workspace, source_id: str, *, heir_id: str | None = None) -> None:
    """Take a file and its rows out of its project; decisions about them wait for the rows to come back.

    :param heir_id: a file of the same project that stays in its place: what was decided about the rows that both have
        holds there, where nothing else was decided.
    :raises WorkspaceError: if one of the files is no longer there.
    """
    with workspace.writing() as session:
        project_id = touch_source(session, source_id)
        if heir_id is not None:
            if session.scalar(select(SourceRow.project_id).where(SourceRow.id == heir_id)) != project_id:
                raise source_gone()
            hand_over(session, project_id, source_id, heir_id)
        session.execute(delete(SourceRow).where(SourceRow.id == source_id))
        find_rows_again(session, project_id)


def touch_source(session: Session, source_id: str) -> str:
    """Note that a source's project changes and return the project's id.

    :raises WorkspaceError: if the source is no longer there.
    """
    owner = select(SourceRow.project_id).where(SourceRow.id == source_id)
    project_id = session.scalar(owner)
    if project_id is None:
        raise source_gone()
    touch(session, project_id)
    if session.scalar(owner) is None:  # PostgreSQL: deleted while we waited for the project
        raise source_gone()
    return project_id


def source_gone() -> WorkspaceError:
    """Return the error of a file that someone took out."""
    return WorkspaceError("This file is no longer in the project: add it again.")


def _summaries() -> Select[Any]:
    rows = select(func.count()).where(InventoryTaskRow.source_id == SourceRow.id).correlate(SourceRow).scalar_subquery()
    return select(
        SourceRow.id,
        SourceRow.project_id,
        SourceRow.filename,
        SourceRow.sha256,
        SourceRow.size_bytes,
        SourceRow.reading_options,
        SourceRow.summary,
        rows,
        SourceRow.created_at,
    )


def _one(session: Session, source_id: str) -> Source:
    row = session.execute(_summaries().where(SourceRow.id == source_id)).one_or_none()
    if row is None:
        raise source_gone()
    return Source(*row)
