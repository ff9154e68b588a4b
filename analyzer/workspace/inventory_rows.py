"""The task lines of a project: stored as they were read, loaded with what people corrected laid over them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

import analyzer.workspace.row_decisions as decided
from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import clean_text
from analyzer.workspace.database import Workspace
from analyzer.workspace.inventory_frame import COLUMNS, NUMBERS, extra_columns, frame_of, records
from analyzer.workspace.row_decisions import Decision
from analyzer.workspace.sources import touch_source
from analyzer.workspace.table_base import Base
from analyzer.workspace.tables import InventoryTaskRow, ProjectRow, RowEditRow, SourceRow
from analyzer.workspace.touch import project_gone, touch

EDITABLE = ("task", "role", "team", "person", "language", "notes", *NUMBERS)
"""Fields that a person may correct."""

EXCLUDED = "excluded"
"""Field under which a row is set aside or taken back."""


def store_rows(
    workspace: Workspace,
    source_id: str,
    frame: pd.DataFrame,
    *,
    reading_options: Mapping[str, Any] | None = None,
    summary: Mapping[str, Any] | None = None,
) -> int:
    """Keep what was read of a file, in the place of what was read of it before.

    What people decided about the rows stays with them: rows are known again by their place in the same file and, in
    another file, by task, role and team.

    :param frame: an inventory frame; columns beyond the contract are kept too, if they hold texts or numbers.
    :param reading_options: how the file was read, as JSON; ``None`` if nothing was corrected.
    :param summary: what was understood of it, as JSON.
    :returns: how many rows were stored.
    :raises WorkspaceError: if the file is no longer in the project.
    :raises ValueError: if ``frame`` is no inventory.
    """
    rows = records(frame, source_id)
    with workspace.writing() as session:
        project_id = touch_source(session, source_id)
        source = session.get_one(SourceRow, source_id)
        source.reading_options = dict(reading_options) if reading_options is not None else None
        source.summary = dict(summary) if summary is not None else None
        source.extra_columns = extra_columns(frame) or None
        before = _places(session, source_id)
        session.execute(delete(InventoryTaskRow).where(InventoryTaskRow.source_id == source_id))
        if rows:
            # The table and not the class: the mapper would take half as long again.
            session.execute(insert(Base.metadata.tables[InventoryTaskRow.__tablename__]), rows)
        if before:
            _follow(session, project_id, before, _places(session, source_id))
        decided.find_rows_again(session, project_id)
    return len(rows)


def load_rows(workspace: Workspace, project_id: str, *, include_excluded: bool = False) -> pd.DataFrame:
    """Return the inventory of a project, all its files together, corrections applied.

    ``minutes_per_week`` and ``issues`` are as they were read, unless corrected themselves: complete the frame
    (``analyzer.inventory.complete_frame``) where ``edited`` says that something changed.

    :param include_excluded: also give the rows set aside.
    :returns: an inventory frame with the columns of the contract, then the extra ones, then ``row_id``, ``source_id``,
        ``edited`` (the corrected fields, joined by ";") and ``excluded`` (bool).
    :raises WorkspaceError: if the project is no longer there.
    """
    names = ["row_number" if name == "row" else name for name in COLUMNS]
    fields = [getattr(InventoryTaskRow, name) for name in ("id", "source_id", *names, "extra")]
    query = (
        select(*fields)
        .join(SourceRow, SourceRow.id == InventoryTaskRow.source_id)
        .where(SourceRow.project_id == project_id)
        .order_by(SourceRow.created_at, SourceRow.id, InventoryTaskRow.position)
    )
    kinds = select(SourceRow.extra_columns).where(SourceRow.project_id == project_id).order_by(SourceRow.created_at)
    with workspace.reading() as session:
        if session.get(ProjectRow, project_id) is None:
            raise project_gone()
        extra_kinds = {name: kind for extra in session.scalars(kinds) if extra for name, kind in extra.items()}
        frame = frame_of(session.execute(query).all(), extra_kinds)
        edits = decided.standing(session, RowEditRow, project_id)
    frame = _with_edits(frame, edits)
    return frame if include_excluded else frame[~frame[EXCLUDED]].reset_index(drop=True)


def edit_rows(
    workspace: Workspace,
    project_id: str,
    changes: Mapping[str, Mapping[str, Any]],
    *,
    author_id: str | None = None,
    reason: str | None = None,
) -> None:
    """Correct fields of rows; what was read stays beneath and can be had back.

    :param changes: values by field (one of :data:`EDITABLE`) by row id; ``None`` or NaN means unknown.
    :param author_id: who corrects; the local account if none is named.
    :raises WorkspaceError: if a row is no longer there, a task is left empty, or a number cannot be.
    :raises ValueError: if a field cannot be corrected.
    """
    checked = {row: {name: _checked(name, value) for name, value in fields.items()} for row, fields in changes.items()}
    _decide(workspace, project_id, checked, author_id, reason)


def undo_edits(
    workspace: Workspace,
    project_id: str,
    row_ids: Iterable[str],
    fields: Iterable[str] = EDITABLE,
    *,
    author_id: str | None = None,
) -> None:
    """Take corrections back: the rows are again as they were read.

    :raises WorkspaceError: if a row is no longer there.
    """
    _withdraw(workspace, project_id, row_ids, fields, author_id)


def exclude_rows(
    workspace: Workspace,
    project_id: str,
    row_ids: Iterable[str],
    *,
    reason: str | None = None,
    author_id: str | None = None,
) -> None:
    """Set rows aside: they are kept, and count for nothing until restored.

    :raises WorkspaceError: if a row is no longer there.
    """
    _decide(workspace, project_id, {row_id: {EXCLUDED: True} for row_id in row_ids}, author_id, reason)


def restore_rows(
    workspace: Workspace, project_id: str, row_ids: Iterable[str], *, author_id: str | None = None
) -> None:
    """Take rows back that were set aside.

    :raises WorkspaceError: if a row is no longer there.
    """
    _withdraw(workspace, project_id, row_ids, (EXCLUDED,), author_id)


def _decide(
    workspace: Workspace,
    project_id: str,
    changes: Mapping[str, Mapping[str, Any]],
    author_id: str | None,
    reason: str | None,
) -> None:
    author = author_id or workspace.local_account_id
    with workspace.writing() as session:
        touch(session, project_id)
        decided.record(session, RowEditRow, project_id, changes, author_id=author, reason=reason)


def _withdraw(
    workspace: Workspace, project_id: str, row_ids: Iterable[str], fields: Iterable[str], author_id: str | None
) -> None:
    author = author_id or workspace.local_account_id
    with workspace.writing() as session:
        touch(session, project_id)
        decided.withdraw(session, RowEditRow, project_id, row_ids, fields, author_id=author)


def _checked(field: str, value: Any) -> Any:
    if field not in EDITABLE:
        raise ValueError(f"no such field to correct: {field!r}; choose one of {', '.join(EDITABLE)}")
    if value is None or pd.isna(value):
        value = None
    if field in NUMBERS:
        number = None if value is None else float(value)
        if number is not None and not (math.isfinite(number) and number >= 0):
            raise WorkspaceError("A time, a frequency or a number of people cannot be below zero: correct it.")
        return 1.0 if number is None and field == "headcount" else number
    text = clean_text(str(value)).strip() if value is not None else ""
    if field == "task" and not text:
        raise WorkspaceError("A task needs words: type some, or set the row aside.")
    return text or None


def _with_edits(frame: pd.DataFrame, edits: Mapping[str, Mapping[str, Decision]]) -> pd.DataFrame:
    places = {row_id: place for place, row_id in enumerate(frame["row_id"]) if row_id in edits}
    edited = [""] * len(frame)
    excluded = [False] * len(frame)
    by_field: dict[str, dict[int, Any]] = {}
    for row_id, place in places.items():
        for field, decision in edits[row_id].items():
            if field == EXCLUDED:
                excluded[place] = True
            else:
                by_field.setdefault(field, {})[place] = decision.value
        edited[place] = ";".join(sorted(set(edits[row_id]) - {EXCLUDED}))
    for field, values in by_field.items():
        column = frame[field].astype(object)
        column.iloc[list(values)] = pd.Series(list(values.values()), dtype=object).to_numpy()
        frame[field] = column.astype(frame[field].dtype)
    return frame.assign(edited=pd.Series(edited, dtype="str"), excluded=pd.Series(excluded, dtype="bool"))


def _places(session: Session, source_id: str) -> dict[tuple[str | None, int, int], dict[str, Any]]:
    """Return the identities of a file's rows by sheet, row number, and how many rows of that number came before."""
    query = (
        select(
            InventoryTaskRow.sheet,
            InventoryTaskRow.row_number,
            InventoryTaskRow.id,
            InventoryTaskRow.row_key,
            InventoryTaskRow.key_ordinal,
        )
        .where(InventoryTaskRow.source_id == source_id)
        .order_by(InventoryTaskRow.position)
    )
    places: dict[tuple[str | None, int, int], dict[str, Any]] = {}
    seen: dict[tuple[str | None, int], int] = {}
    for sheet, number, row_id, key, ordinal in session.execute(query):
        nth = seen[sheet, number] = seen.get((sheet, number), -1) + 1
        places[sheet, number, nth] = {"row_id": row_id, "row_key": key, "key_ordinal": ordinal}
    return places


def _follow(session: Session, project_id: str, before: Mapping[Any, Any], after: Mapping[Any, Any]) -> None:
    moved = {old["row_id"]: after[place] for place, old in before.items() if place in after and after[place] != old}
    if moved:
        decided.follow_rows(session, project_id, moved)
