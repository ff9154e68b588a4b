"""Projects: the pieces of work that a person opens, renames, deletes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import clean_text
from analyzer.workspace.database import Workspace
from analyzer.workspace.sources import new_source
from analyzer.workspace.tables import InventoryTaskRow, ProjectRow, SourceRow
from analyzer.workspace.touch import project_gone, touch

NAME_LENGTH = 200
"""Longest name, in characters."""


@dataclass(frozen=True)
class Project:
    """A project and what a list of projects says about it."""

    id: str
    name: str
    owner_id: str | None
    sample: str | None
    """Which sample it was opened from; ``None`` for a project of one's own."""
    revision: int
    """Grows with each change of its files, rows or overrides: stands in the key of what is computed from them."""
    sources: int
    """How many files."""
    rows: int
    """How many task lines were read, those set aside included."""
    created_at: datetime
    updated_at: datetime


def create_project(workspace: Workspace, name: str, *, owner_id: str | None = None) -> Project:
    """Make an empty project.

    :param name: any name; two projects may bear the same.
    :param owner_id: whose it is; the local account if none is named.
    :raises WorkspaceError: if the name is empty or too long.
    """
    with workspace.writing() as session:
        row = ProjectRow(name=_checked_name(name), owner_id=owner_id or workspace.local_account_id)
        session.add(row)
        session.flush()
        return _one(session, row.id)


def list_projects(workspace: Workspace, *, owner_id: str | None = None) -> list[Project]:
    """Return the projects, the one changed last first.

    :param owner_id: only this account's; everybody's if none is named.
    """
    query = _summaries().order_by(ProjectRow.updated_at.desc(), ProjectRow.id)
    if owner_id is not None:
        query = query.where(ProjectRow.owner_id == owner_id)
    with workspace.reading() as session:
        return [Project(*row) for row in session.execute(query)]


def get_project(workspace: Workspace, project_id: str) -> Project:
    """Return one project.

    :raises WorkspaceError: if it is no longer there.
    """
    with workspace.reading() as session:
        return _one(session, project_id)


def rename_project(workspace: Workspace, project_id: str, name: str) -> Project:
    """Give a project another name.

    :raises WorkspaceError: if it is no longer there, or the name is empty or too long.
    """
    with workspace.writing() as session:
        touch(session, project_id, revise=False)
        session.execute(update(ProjectRow).where(ProjectRow.id == project_id).values(name=_checked_name(name)))
        return _one(session, project_id)


def delete_project(workspace: Workspace, project_id: str) -> None:
    """Delete a project with its files, rows, overrides and scenarios; proposals stay with their authors.

    :raises WorkspaceError: if it is no longer there.
    """
    with workspace.writing() as session:
        touch(session, project_id)
        session.execute(delete(ProjectRow).where(ProjectRow.id == project_id))


def open_sample_project(
    workspace: Workspace, sample: str, name: str, files: Iterable[Path], *, owner_id: str | None = None
) -> Project:
    """Return the project of a sample, made with its files on the first time; what was changed in it is still there.

    :param sample: code of the sample; each owner has one project a sample.
    :param name: name of the project when it is made.
    :param files: the sample's files.
    :param owner_id: whose it is; the local account if none is named.
    """
    owner = owner_id or workspace.local_account_id
    existing = select(ProjectRow.id).where(ProjectRow.owner_id == owner, ProjectRow.sample == sample)
    with workspace.reading() as session:
        if found := session.scalar(existing):
            return _one(session, found)
    contents = [(file.name, file.read_bytes()) for file in files]
    with workspace.writing() as session:
        row = ProjectRow(name=_checked_name(name), owner_id=owner, sample=sample)
        try:
            with session.begin_nested():
                session.add(row)
        except IntegrityError:  # another window has just opened it
            return _one(session, session.scalars(existing).one())
        session.add_all(new_source(row.id, filename, content, owner) for filename, content in contents)
        session.flush()
        return _one(session, row.id)


def _checked_name(name: str) -> str:
    name = clean_text(name).strip()
    if not name:
        raise WorkspaceError("A project needs a name: type one.")
    if len(name) > NAME_LENGTH:
        raise WorkspaceError("This name is too long: keep it to {count} characters at most.", count=NAME_LENGTH)
    return name


def _summaries() -> Select[Any]:
    sources = select(func.count()).where(SourceRow.project_id == ProjectRow.id).correlate(ProjectRow).scalar_subquery()
    rows = (
        select(func.count())
        .select_from(InventoryTaskRow)
        .join(SourceRow, SourceRow.id == InventoryTaskRow.source_id)
        .where(SourceRow.project_id == ProjectRow.id)
        .correlate(ProjectRow)
        .scalar_subquery()
    )
    return select(
        ProjectRow.id,
        ProjectRow.name,
        ProjectRow.owner_id,
        ProjectRow.sample,
        ProjectRow.revision,
        sources,
        rows,
        ProjectRow.created_at,
        ProjectRow.updated_at,
    )


def _one(session: Session, project_id: str) -> Project:
    row = session.execute(_summaries().where(ProjectRow.id == project_id)).one_or_none()
    if row is None:
        raise project_gone()
    return Project(*row)
