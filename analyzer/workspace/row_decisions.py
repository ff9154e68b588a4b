"""What people decide about rows (corrections, overrides, what is learned from them): recorded, read, found again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, insert, select, update
from sqlalchemy.orm import Session, aliased

from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import clean_text, now
from analyzer.workspace.tables import AccountRow, InventoryTaskRow, LeftOutRow, OverrideRow, RowEditRow, SourceRow

Table = type[RowEditRow] | type[OverrideRow] | type[LeftOutRow]

_TABLES: tuple[Table, ...] = (RowEditRow, OverrideRow, LeftOutRow)
_FEW = 500
"""Rows that are asked for by name; for more, all rows of the project are read (statements take so many parameters)."""


@dataclass(frozen=True)
class Decision:
    """What someone decided about one field of one row."""

    row_id: str
    task: str
    """The row's task when it was decided."""
    field: str
    value: Any
    """The value given; ``None`` may be meant (an unknown time)."""
    withdrawn: bool
    """Whether this takes back what was decided before."""
    reason: str | None
    author_id: str | None
    author: str | None
    """Name of the author's account; "" for the local one, ``None`` if the account is gone."""
    created_at: datetime


def record(
    session: Session,
    table: Table,
    project_id: str,
    changes: Mapping[str, Mapping[str, Any]],
    *,
    author_id: str,
    reason: str | None = None,
    withdrawn: bool = False,
) -> None:
    """Add decisions to the history.

    :param session: the session that writes; :func:`~analyzer.workspace.touch.touch` was called.
    :param changes: values by field by row id.
    :raises WorkspaceError: if a row is no longer in the project.
    """
    rows = _rows(session, project_id, changes)
    common = {
        "project_id": project_id,
        "withdrawn": withdrawn,
        "reason": clean_text(reason) if reason else None,
        "author_id": author_id,
        "created_at": now(),
    }
    decisions = [
        {
            **common,
            "row_id": row_id,
            "row_key": rows[row_id].row_key,
            "key_ordinal": rows[row_id].key_ordinal,
            "task": rows[row_id].task,
            "field": field,
            "value": value,
        }
        for row_id, fields in changes.items()
        for field, value in fields.items()
    ]
    if decisions:
        session.execute(insert(table), decisions)


def withdraw(
    session: Session,
    table: Table,
    project_id: str,
    row_ids: Iterable[str],
    fields: Iterable[str] | None,
    *,
    author_id: str,
) -> None:
    """Take back what stands about rows; the history keeps both.

    :param fields: only these; all if none is named.
    :raises WorkspaceError: if a row is no longer in the project.
    """
    wanted = None if fields is None else set(fields)
    current = standing(session, table, project_id)
    taken_back: dict[str, dict[str, Any]] = {
        row: {field: None for field in current.get(row, {}) if wanted is None or field in wanted} for row in row_ids
    }
    record(session, table, project_id, taken_back, author_id=author_id, withdrawn=True)


def standing(session: Session, table: Table, project_id: str) -> dict[str, dict[str, Decision]]:
    """Return the decisions that hold, by field by row id; the latest of each field, unless it was withdrawn."""
    return standing_where(session, table, table.project_id == project_id)


def standing_where(session: Session, table: Table, *conditions: ColumnElement[bool]) -> dict[str, dict[str, Decision]]:
    """Return the same for any projects; a row id is that of one project only.

    :param conditions: on the columns of ``table``.
    """
    query = _decisions(table).join(InventoryTaskRow, InventoryTaskRow.id == table.row_id)
    return _latest(session, query.where(*conditions).order_by(table.sequence))


def waiting(session: Session, table: Table, project_id: str) -> list[Decision]:
    """Return the decisions whose row is not in the project now; they hold again when it comes back."""
    query = _decisions(table).outerjoin(InventoryTaskRow, InventoryTaskRow.id == table.row_id)
    query = query.where(table.project_id == project_id, InventoryTaskRow.id.is_(None)).order_by(table.sequence)
    return [decision for fields in _latest(session, query).values() for decision in fields.values()]


def history(session: Session, table: Table, project_id: str, row_id: str) -> list[Decision]:
    """Return all that was decided about a row, withdrawals included, the latest first."""
    query = _decisions(table).where(table.project_id == project_id, table.row_id == row_id)
    return [Decision(*row) for row in session.execute(query.order_by(table.sequence.desc()))]


def find_rows_again(session: Session, project_id: str) -> None:
    """Give decisions whose row is gone to the row of the same key, in the first file that came after the decision.

    A file that was there already has rows of its own: taking a duplicate file out must not change them.
    """
    for table in _TABLES:
        own, heir = aliased(InventoryTaskRow), aliased(InventoryTaskRow)
        query = (
            select(table.sequence, heir.id)
            .outerjoin(own, own.id == table.row_id)
            .join(SourceRow, (SourceRow.project_id == table.project_id) & (SourceRow.created_at > table.created_at))
            .join(
                heir,
                (heir.source_id == SourceRow.id)
                & (heir.row_key == table.row_key)
                & (heir.key_ordinal == table.key_ordinal),
            )
            .where(table.project_id == project_id, own.id.is_(None))
            .order_by(SourceRow.created_at, SourceRow.id)
        )
        heirs: dict[int, str] = {}
        for sequence, row_id in session.execute(query):
            heirs.setdefault(sequence, row_id)
        _point(session, table, [{"sequence": sequence, "row_id": row_id} for sequence, row_id in heirs.items()])


def hand_over(session: Session, project_id: str, source_id: str, heir_id: str) -> None:
    """Give decisions about a file's rows to the rows of the same key in another file, where nobody decided anything.

    :param source_id: the file that is about to leave the project.
    :param heir_id: the file that stays in its place.
    """
    for table in _TABLES:
        own, heir = aliased(InventoryTaskRow), aliased(InventoryTaskRow)
        decided = select(table.row_id).where(table.project_id == project_id)
        query = (
            select(table.sequence, heir.id)
            .join(own, own.id == table.row_id)
            .join(heir, (heir.row_key == own.row_key) & (heir.key_ordinal == own.key_ordinal))
            .where(own.source_id == source_id, heir.source_id == heir_id, heir.id.not_in(decided))
        )
        _point(session, table, [{"sequence": sequence, "row_id": row} for sequence, row in session.execute(query)])


def follow_rows(session: Session, project_id: str, moved: Mapping[str, Mapping[str, Any]]) -> None:
    """Let decisions follow rows that got another identity, as when a column is understood as the role after all.

    :param moved: ``row_id``, ``row_key`` and ``key_ordinal`` now, by row id before.
    """
    for table in _TABLES:
        # By sequence and not by row id: two rows may have exchanged theirs.
        decided = session.execute(select(table.sequence, table.row_id).where(table.project_id == project_id)).all()
        _point(session, table, [{"sequence": s, **moved[row_id]} for s, row_id in decided if row_id in moved])


def _point(session: Session, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        session.execute(update(table), rows)  # by primary key


def _decisions(table: Table) -> Select[Any]:
    return select(
        table.row_id,
        table.task,
        table.field,
        table.value,
        table.withdrawn,
        table.reason,
        table.author_id,
        AccountRow.display_name,
        table.created_at,
    ).outerjoin(AccountRow, AccountRow.id == table.author_id)


def _latest(session: Session, query: Select[Any]) -> dict[str, dict[str, Decision]]:
    latest: dict[str, dict[str, Decision]] = {}
    for row in session.execute(query):
        decision = Decision(*row)
        fields = latest.setdefault(decision.row_id, {})
        fields.pop(decision.field, None)
        if not decision.withdrawn:
            fields[decision.field] = decision
    return {row_id: fields for row_id, fields in latest.items() if fields}


def _rows(session: Session, project_id: str, row_ids: Iterable[str]) -> dict[str, Any]:
    query = (
        select(InventoryTaskRow.id, InventoryTaskRow.row_key, InventoryTaskRow.key_ordinal, InventoryTaskRow.task)
        .join(SourceRow, SourceRow.id == InventoryTaskRow.source_id)
        .where(SourceRow.project_id == project_id)
    )
    asked = set(row_ids)
    if len(asked) <= _FEW:
        query = query.where(InventoryTaskRow.id.in_(asked))
    found = {row.id: row for row in session.execute(query)}
    if asked - found.keys():
        raise WorkspaceError("This row is no longer in the project: reload the page.")
    return found
