"""What people choose for a project beside its scenarios: answers, weights, decisions, by kind and key.

A kind belongs to one part of the application, which says what its keys and values mean; a value is anything that JSON
can hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete, select

from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import clean_text, now, plain
from analyzer.workspace.database import Workspace
from analyzer.workspace.tables import ChoiceRow
from analyzer.workspace.touch import touch

LONGEST_KEY = 255
"""Characters of a key that every database takes."""


def choices(workspace: Workspace, project_id: str, kind: str) -> dict[str, Any]:
    """Return the choices of one kind, value by key, in the order of the keys."""
    query = select(ChoiceRow.key, ChoiceRow.value).where(ChoiceRow.project_id == project_id, ChoiceRow.kind == kind)
    with workspace.reading() as session:
        return dict(sorted((key, value) for key, value in session.execute(query)))


def keep_choice(
    workspace: Workspace, project_id: str, kind: str, key: str, value: Any, *, author_id: str | None = None
) -> None:
    """Keep one choice; an earlier one of the same kind and key is replaced. See :func:`keep_choices`."""
    keep_choices(workspace, project_id, kind, {key: value}, author_id=author_id)


def keep_choices(
    workspace: Workspace, project_id: str, kind: str, values: Mapping[str, Any], *, author_id: str | None = None
) -> None:
    """Keep several choices at once: all of them, or none.

    :param kind: whose choices these are, at most 32 characters.
    :param values: what is chosen, by key; ``None`` is a value like others.
    :param author_id: who chooses; the local account if none is named.
    :raises WorkspaceError: if a key is empty or too long, or the project is no longer there.
    """
    with workspace.writing() as session:
        touch(session, project_id, revise=False)
        for name, value in values.items():
            key = clean_text(name)
            if not key or len(key) > LONGEST_KEY:
                raise WorkspaceError("A choice needs a name of 1 to {most} characters: shorten it.", most=LONGEST_KEY)
            row = session.get(ChoiceRow, (project_id, kind, key))
            if row is None:
                row = ChoiceRow(project_id=project_id, kind=kind, key=key)
                session.add(row)
            row.value = plain(value)
            row.author_id = author_id or workspace.local_account_id
            row.updated_at = now()


def drop_choices(workspace: Workspace, project_id: str, kind: str, keys: Iterable[str] | None = None) -> None:
    """Forget choices of one kind: those named, or all.

    :raises WorkspaceError: if the project is no longer there.
    """
    gone = delete(ChoiceRow).where(ChoiceRow.project_id == project_id, ChoiceRow.kind == kind)
    if keys is not None:
        gone = gone.where(ChoiceRow.key.in_([clean_text(key) for key in keys]))
    with workspace.writing() as session:
        touch(session, project_id, revise=False)
        session.execute(gone)
