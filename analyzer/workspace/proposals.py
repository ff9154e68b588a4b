"""Use cases that people propose: tried in private, handed to the lead, withdrawn when their author wishes.

Only its author reads, changes, sends or deletes a proposal here: for anyone else it is not there. What a lead may see
and say stands in :mod:`.answers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import clean_text, now, plain
from analyzer.workspace.database import Workspace
from analyzer.workspace.tables import AccountRow, ProjectRow, ProposalRow
from analyzer.workspace.touch import project_gone

DRAFT = "draft"
SUBMITTED = "submitted"
WITHDRAWN = "withdrawn"

PRIVATE = "private"
LEAD = "lead"

NOT_ANSWERED: Mapping[str, None] = {"answer": None, "comment": None, "answered_at": None}
"""The fields of a proposal that nobody has answered."""

_TEXTS = ("task", "role", "team", "frequency", "language", "notes")
_NUMBERS = ("occurrences_per_week", "minutes_per_occurrence", "headcount")


@dataclass(frozen=True)
class Proposal:
    """A use case that someone proposes."""

    id: str
    project_id: str | None
    """The project whose task list it was compared with; ``None`` if none, or if that was deleted."""
    author_id: str | None
    author: str | None
    """Name of the author's account; "" for the local one, ``None`` if the account is gone."""
    task: str
    """In the author's own words."""
    role: str | None
    team: str | None
    frequency: str | None
    """How often, in the author's own words."""
    occurrences_per_week: float | None
    minutes_per_occurrence: float | None
    headcount: float
    language: str | None
    notes: str | None
    visibility: str
    """Who may see it: "private" (its author) or "lead"."""
    status: str
    """"draft", "submitted" or "withdrawn"."""
    snapshot: Mapping[str, Any] | None
    """Scores and hours as the author saw them: JSON."""
    created_at: datetime
    updated_at: datetime
    submitted_at: datetime | None
    answer: str | None
    """What the lead said of it, one of :data:`~analyzer.workspace.answers.ANSWERS`; ``None`` until then."""
    comment: str | None
    """The lead's answer in words."""
    answered_at: datetime | None
    source_id: str | None
    """The file of the project whose rows it stands among; ``None`` if it is in no task list."""


def create_proposal(
    workspace: Workspace,
    project_id: str | None,
    task: str,
    *,
    snapshot: Mapping[str, Any] | None = None,
    author_id: str | None = None,
    **details: Any,
) -> Proposal:
    """Keep a proposal as a private draft.

    :param project_id: the project that it is compared with, if any.
    :param task: the task in the author's own words.
    :param snapshot: scores and hours as the author sees them; numbers, texts, lists and mappings.
    :param author_id: whose it is; the local account if none is named.
    :param details: ``role``, ``team``, ``frequency``, ``occurrences_per_week``, ``minutes_per_occurrence``,
        ``headcount`` (1 if absent), ``language``, ``notes``.
    :raises WorkspaceError: if the task is empty or the project is no longer there.
    :raises TypeError: if a detail is unknown.
    """
    values = _checked({"task": task, **details})
    with workspace.writing() as session:
        if project_id is not None and session.get(ProjectRow, project_id, with_for_update=True) is None:
            raise project_gone()
        row = ProposalRow(
            project_id=project_id,
            author_id=author_id or workspace.local_account_id,
            visibility=PRIVATE,
            status=DRAFT,
            snapshot=dict(snapshot) if snapshot is not None else None,
            **values,
        )
        session.add(row)
        session.flush()
        return one_proposal(session, row.id)


def update_proposal(
    workspace: Workspace,
    proposal_id: str,
    *,
    snapshot: Mapping[str, Any] | None = None,
    author_id: str | None = None,
    **details: Any,
) -> Proposal:
    """Change a proposal's words or times, with the scores and hours that follow.

    :param snapshot: the new scores and hours; the old ones stay if absent.
    :param author_id: who asks; the local account if none is named.
    :param details: ``task`` or any detail of :func:`create_proposal`.
    :raises WorkspaceError: if it is not there for this account, is with the lead, or the task is empty.
    :raises TypeError: if a detail is unknown.
    """
    values = _checked(details)
    if snapshot is not None:
        values["snapshot"] = dict(snapshot)
    return _changed(workspace, proposal_id, author_id, values, own_only=True)


def submit_proposal(workspace: Workspace, proposal_id: str, *, author_id: str | None = None) -> Proposal:
    """Hand a proposal to the lead, who answers it anew.

    :param author_id: who asks; the local account if none is named.
    :raises WorkspaceError: if it is not there for this account.
    """
    values = {"status": SUBMITTED, "visibility": LEAD, "submitted_at": now()}
    return _changed(workspace, proposal_id, author_id, {**values, **NOT_ANSWERED})


def withdraw_proposal(workspace: Workspace, proposal_id: str, *, author_id: str | None = None) -> Proposal:
    """Take a proposal back: only its author sees it from now on.

    :param author_id: who asks; the local account if none is named.
    :raises WorkspaceError: if it is not there for this account, or stands in a task list.
    """
    return _changed(workspace, proposal_id, author_id, {"status": WITHDRAWN, "visibility": PRIVATE}, unlisted=True)


def delete_proposal(workspace: Workspace, proposal_id: str, *, author_id: str | None = None) -> None:
    """Delete a proposal for good.

    :param author_id: who asks; the local account if none is named.
    :raises WorkspaceError: if it is not there for this account, or stands in a task list.
    """
    with workspace.writing() as session:
        session.delete(_own(session, proposal_id, author_id or workspace.local_account_id, unlisted=True))


def own_proposals(workspace: Workspace, author_id: str | None = None) -> list[Proposal]:
    """Return all proposals of an author (the local account if none is named), the latest first."""
    return _list(workspace, _query().where(ProposalRow.author_id == (author_id or workspace.local_account_id)))


def submitted_proposals(workspace: Workspace, project_id: str | None = None) -> list[Proposal]:
    """Return what a lead may see: the proposals handed in, the latest first.

    :param project_id: only those of this project; those of every project if none is named.
    """
    query = _query().where(ProposalRow.visibility == LEAD, ProposalRow.status != DRAFT)
    return _list(workspace, query if project_id is None else query.where(ProposalRow.project_id == project_id))


def _list(workspace: Workspace, query: Select[Any]) -> list[Proposal]:
    with workspace.reading() as session:
        latest_first = query.order_by(ProposalRow.created_at.desc(), ProposalRow.id)
        return [Proposal(*row) for row in session.execute(latest_first)]


def _changed(
    workspace: Workspace,
    proposal_id: str,
    author_id: str | None,
    values: Mapping[str, Any],
    *,
    unlisted: bool = False,
    own_only: bool = False,
) -> Proposal:
    with workspace.writing() as session:
        row = _own(session, proposal_id, author_id or workspace.local_account_id, unlisted=unlisted)
        if own_only and row.status == SUBMITTED:  # what the lead read, and may have answered, stays what it was
            raise WorkspaceError("This idea is with the lead: withdraw it first, then change it.")
        for name, value in {**values, "updated_at": now()}.items():
            setattr(row, name, value)
        session.flush()
        return one_proposal(session, proposal_id)


def _checked(details: Mapping[str, Any]) -> dict[str, Any]:
    if unknown := set(details) - {*_TEXTS, *_NUMBERS}:
        raise TypeError(f"a proposal has no {', '.join(sorted(unknown))}")
    values: dict[str, Any] = {}
    for name, value in details.items():
        if name in _NUMBERS:
            number = plain(None if value is None else float(value))  # NaN is unknown too
            if number is not None and number < 0:
                raise WorkspaceError("A time, a frequency or a number of people cannot be below zero: correct it.")
            values[name] = 1.0 if number is None and name == "headcount" else number
        else:
            values[name] = (clean_text(str(value)).strip() or None) if value is not None else None
    if "task" in values and not values["task"]:
        raise WorkspaceError("A proposal needs a task: describe it in a few words.")
    return values


def find_proposal(session: Session, proposal_id: str) -> ProposalRow:
    """Return the row of a proposal, held for a change.

    :raises WorkspaceError: if it is no longer there.
    """
    row = session.get(ProposalRow, proposal_id, with_for_update=True)
    if row is None:
        raise proposal_gone()
    return row


def _own(session: Session, proposal_id: str, author_id: str, *, unlisted: bool = False) -> ProposalRow:
    row = find_proposal(session, proposal_id)
    if row.author_id != author_id:
        raise proposal_gone()  # and not "forbidden", which would say that it exists
    if unlisted and row.source_id is not None:
        raise WorkspaceError("This idea is in the task list: ask the lead to take it out first.")
    return row


def proposal_gone() -> WorkspaceError:
    """Return the error of a proposal that is not there for who asks."""
    return WorkspaceError("This proposal is no longer there: reload the page.")


def _query() -> Select[Any]:
    columns: tuple[Any, ...] = (
        ProposalRow.id,
        ProposalRow.project_id,
        ProposalRow.author_id,
        AccountRow.display_name,
        ProposalRow.task,
        ProposalRow.role,
        ProposalRow.team,
        ProposalRow.frequency,
        ProposalRow.occurrences_per_week,
        ProposalRow.minutes_per_occurrence,
        ProposalRow.headcount,
        ProposalRow.language,
        ProposalRow.notes,
        ProposalRow.visibility,
        ProposalRow.status,
        ProposalRow.snapshot,
        ProposalRow.created_at,
        ProposalRow.updated_at,
        ProposalRow.submitted_at,
        ProposalRow.answer,
        ProposalRow.comment,
        ProposalRow.answered_at,
        ProposalRow.source_id,
    )
    return select(*columns).outerjoin(AccountRow, AccountRow.id == ProposalRow.author_id)


def one_proposal(session: Session, proposal_id: str) -> Proposal:
    """Return the record of a proposal.

    :raises WorkspaceError: if it is no longer there.
    """
    row = session.execute(_query().where(ProposalRow.id == proposal_id)).one_or_none()
    if row is None:
        raise proposal_gone()
    return Proposal(*row)
