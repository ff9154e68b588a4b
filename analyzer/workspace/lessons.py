"""What the projects of a workspace learn from each other: the overrides that count, and who chose to learn from which.

Learning is on until someone turns it off; nothing is stored of what it changes, so that turning it off is to undo it.
A single override can be left out: it holds where it was made, and teaches nothing elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

import analyzer.workspace.row_decisions as decided
from analyzer.workspace.columns import now
from analyzer.workspace.database import Workspace
from analyzer.workspace.inventory_rows import EXCLUDED
from analyzer.workspace.row_decisions import Decision
from analyzer.workspace.tables import (
    InventoryTaskRow,
    LeftOutRow,
    OverrideRow,
    PreferenceRow,
    ProjectRow,
    RowEditRow,
    SourceRow,
)
from analyzer.workspace.touch import touch

_LEARNING = "learning"


@dataclass(frozen=True)
class Lesson:
    """An override that holds, and what must be known of its row to learn from it."""

    id: str
    """Names it among all overrides of the workspace."""
    project_id: str
    project: str
    """Name of the project."""
    row_id: str
    task: str
    """The row's task as it reads now."""
    occurrences_per_week: float | None
    field: str
    value: float
    reason: str | None
    author: str | None
    """Name of the author's account; "" for the local one, ``None`` if the account is gone."""
    created_at: datetime
    left_out: bool
    """Whether someone chose that nothing is learned from it."""


def learns(workspace: Workspace) -> bool:
    """Whether scores learn from overrides; they do until someone turns it off."""
    with workspace.reading() as session:
        chosen = session.get(PreferenceRow, _LEARNING)
        return chosen is None or chosen.value is not False


def set_learning(workspace: Workspace, on: bool, *, author_id: str | None = None) -> None:
    """Turn learning on or off, for all projects of the workspace.

    :param author_id: who chooses; the local account if none is named.
    """
    with workspace.writing() as session:
        session.merge(
            PreferenceRow(
                name=_LEARNING, value=bool(on), author_id=author_id or workspace.local_account_id, updated_at=now()
            )
        )


def list_lessons(workspace: Workspace, project_id: str | None = None) -> list[Lesson]:
    """Return what a project can learn from: the overrides by a number that hold in any project, the oldest first.

    A row that was set aside teaches nothing, and neither does a sample to other projects: people try things there.

    :param project_id: the project that learns; ``None`` for what no project has yet.
    """
    with workspace.reading() as session:
        rows = _rows(session, project_id)
        overrides = decided.standing_where(session, OverrideRow)
        edits = decided.standing_where(session, RowEditRow, RowEditRow.row_id.in_(select(OverrideRow.row_id)))
        left_out = decided.standing_where(session, LeftOutRow)
    found = [
        _lesson(rows[row_id], decision, edits.get(row_id, {}), left_out=field in left_out.get(row_id, {}))
        for row_id, fields in overrides.items()
        if row_id in rows and EXCLUDED not in edits.get(row_id, {})
        for field, decision in fields.items()
        if isinstance(decision.value, int | float) and not isinstance(decision.value, bool)
    ]
    return sorted(found, key=lambda lesson: (lesson.created_at, lesson.id))


def leave_out(
    workspace: Workspace, project_id: str, row_id: str, fields: Iterable[str], *, author_id: str | None = None
) -> None:
    """Let nothing be learned from overrides of a row, also from those made later, until :func:`take_in`.

    :param fields: whose overrides.
    :param author_id: who chooses; the local account if none is named.
    :raises WorkspaceError: if the row is no longer there.
    """
    author = author_id or workspace.local_account_id
    with workspace.writing() as session:
        touch(session, project_id)
        changes = {row_id: dict.fromkeys(fields, True)}
        decided.record(session, LeftOutRow, project_id, changes, author_id=author)


def take_in(
    workspace: Workspace, project_id: str, row_id: str, fields: Iterable[str], *, author_id: str | None = None
) -> None:
    """Let scores learn again from overrides that were left out.

    :raises WorkspaceError: if the row is no longer there.
    """
    author = author_id or workspace.local_account_id
    with workspace.writing() as session:
        touch(session, project_id)
        decided.withdraw(session, LeftOutRow, project_id, [row_id], fields, author_id=author)


def _rows(session: Session, project_id: str | None) -> dict[str, Any]:
    """Return the overridden rows that a project may learn from, with their projects."""
    query = (
        select(
            InventoryTaskRow.id,
            InventoryTaskRow.task,
            InventoryTaskRow.occurrences_per_week,
            ProjectRow.id.label("project_id"),
            ProjectRow.name.label("project"),
        )
        .join(SourceRow, SourceRow.id == InventoryTaskRow.source_id)
        .join(ProjectRow, ProjectRow.id == SourceRow.project_id)
        .where(InventoryTaskRow.id.in_(select(OverrideRow.row_id)))
        .where(or_(ProjectRow.sample.is_(None), ProjectRow.id == project_id))
    )
    return {row.id: row for row in session.execute(query)}


def _lesson(row: Any, decision: Decision, edits: Mapping[str, Decision], *, left_out: bool) -> Lesson:
    edited = {field: edit.value for field, edit in edits.items()}
    return Lesson(
        id=f"{row.id}-{decision.field}",
        project_id=row.project_id,
        project=row.project,
        row_id=row.id,
        task=edited.get("task", row.task),
        occurrences_per_week=edited.get("occurrences_per_week", row.occurrences_per_week),
        field=decision.field,
        value=float(decision.value),
        reason=decision.reason,
        author=decision.author,
        created_at=decision.created_at,
        left_out=left_out,
    )
