"""What every change of a project begins with."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import now
from analyzer.workspace.tables import ProjectRow


def touch(session: Session, project_id: str, *, revise: bool = True) -> None:
    """Note that a project changes; called first, so that writers of one project wait for each other on PostgreSQL too.

    :param session: the session that writes.
    :param revise: whether its files, rows or overrides change.
    :raises WorkspaceError: if the project is no longer there.
    """
    values: dict[str, Any] = {"updated_at": now()}
    if revise:
        values["revision"] = ProjectRow.revision + 1
    changed = update(ProjectRow).where(ProjectRow.id == project_id).values(values).returning(ProjectRow.id)
    if session.scalar(changed) is None:
        raise project_gone()


def project_gone() -> WorkspaceError:
    """Return the error of a project that someone deleted."""
    return WorkspaceError("This project is no longer there: choose another one on the start page.")
