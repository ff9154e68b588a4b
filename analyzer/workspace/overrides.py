"""Judgements of people in the place of scores: the latest counts, each has its reason, and none is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import analyzer.workspace.row_decisions as decided
from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import clean_text
from analyzer.workspace.database import Workspace
from analyzer.workspace.row_decisions import Decision
from analyzer.workspace.tables import OverrideRow
from analyzer.workspace.touch import touch


def override_row(
    workspace: Workspace,
    project_id: str,
    row_id: str,
    values: Mapping[str, Any],
    reason: str,
    *,
    author_id: str | None = None,
) -> None:
    """Put a person's judgement in the place of scores of one row.

    :param values: value by field: a number, a text, True or False. Which fields, and within which range, is for the
        stage that gives the score to check (:func:`analyzer.scoring.check_override`).
    :param reason: why, in the person's words; needed.
    :param author_id: who judges; the local account if none is named.
    :raises WorkspaceError: if the row is no longer there or the reason is empty.
    """
    override_rows(workspace, project_id, {row_id: values}, reason, author_id=author_id)


def override_rows(
    workspace: Workspace,
    project_id: str,
    values: Mapping[str, Mapping[str, Any]],
    reason: str,
    *,
    author_id: str | None = None,
) -> None:
    """Do the same for several rows at once, for one reason.

    :param values: value by field by row id.
    :raises WorkspaceError: as :func:`override_row`; then nothing is kept.
    """
    reason = clean_text(reason).strip()
    if not reason:
        raise WorkspaceError("A changed score needs a reason: say in a few words why.")
    author = author_id or workspace.local_account_id
    with workspace.writing() as session:
        touch(session, project_id)
        decided.record(session, OverrideRow, project_id, values, author_id=author, reason=reason)


def remove_overrides(
    workspace: Workspace,
    project_id: str,
    row_ids: Iterable[str],
    fields: Iterable[str] | None = None,
    *,
    author_id: str | None = None,
) -> None:
    """Take judgements back: the scores count again. What was said stays in the history.

    :param fields: only these; every overridden field if none is named.
    :raises WorkspaceError: if a row is no longer there.
    """
    author = author_id or workspace.local_account_id
    with workspace.writing() as session:
        touch(session, project_id)
        decided.withdraw(session, OverrideRow, project_id, row_ids, fields, author_id=author)


def current_overrides(workspace: Workspace, project_id: str) -> dict[str, dict[str, Decision]]:
    """Return the overrides that count, by field by row id."""
    with workspace.reading() as session:
        return decided.standing(session, OverrideRow, project_id)


def waiting_overrides(workspace: Workspace, project_id: str) -> list[Decision]:
    """Return the overrides whose row is not in the project now; they count again when it comes back."""
    with workspace.reading() as session:
        return decided.waiting(session, OverrideRow, project_id)


def override_history(workspace: Workspace, project_id: str, row_id: str) -> list[Decision]:
    """Return all overrides of a row, those taken back included, the latest first."""
    with workspace.reading() as session:
        return decided.history(session, OverrideRow, project_id, row_id)
