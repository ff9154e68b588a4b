"""Accounts, and the teams they belong to. Until people sign in there is one account, "local"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import clean_text
from analyzer.workspace.database import Workspace
from analyzer.workspace.tables import AccountRow, MembershipRow, TeamRow

MEMBERSHIPS = ("member", "lead")
"""What an account can be in a team."""


@dataclass(frozen=True)
class Account:
    """Someone who uses the workspace."""

    id: str
    identity: str
    display_name: str
    language: str | None
    created_at: datetime


@dataclass(frozen=True)
class Team:
    """A group of accounts, and what the account asked about is in it ("member" or "lead")."""

    id: str
    name: str
    membership: str


def _account(row: AccountRow) -> Account:
    return Account(row.id, row.identity, row.display_name, row.language, row.created_at)


def get_account(workspace: Workspace, account_id: str | None = None) -> Account:
    """Return an account, the local one if none is named.

    :raises WorkspaceError: if it is no longer there.
    """
    with workspace.reading() as session:
        return _account(_found(session, account_id or workspace.local_account_id))


def sign_in(workspace: Workspace, identity: str, display_name: str = "") -> Account:
    """Return the account of someone that a sign-in service vouches for, made on the first visit.

    :param identity: what the service calls the person; it must not change (a subject or an address of mail).
    :param display_name: name to show, kept up to date on each visit.
    """
    with workspace.writing() as session:
        row = session.scalars(select(AccountRow).where(AccountRow.identity == identity)).one_or_none()
        if row is None:
            row = AccountRow(identity=identity, display_name=display_name)
            try:
                with session.begin_nested():
                    session.add(row)
            except IntegrityError:  # PostgreSQL: the same person has just come in by another window
                row = session.scalars(select(AccountRow).where(AccountRow.identity == identity)).one()
        row.display_name = clean_text(display_name) or row.display_name
        session.flush()
        return _account(row)


def set_language(workspace: Workspace, language: str, account_id: str | None = None) -> None:
    """Remember the language that someone chose.

    :raises WorkspaceError: if the account is no longer there.
    """
    with workspace.writing() as session:
        _found(session, account_id or workspace.local_account_id).language = language


def create_team(workspace: Workspace, name: str, lead_id: str | None = None) -> Team:
    """Make a team led by an account (the local one if none is named).

    :raises WorkspaceError: if the name is empty or taken, or the account is no longer there.
    """
    name = clean_text(name).strip()
    if not name:
        raise WorkspaceError("A team needs a name: type one.")
    with workspace.writing() as session:
        lead = _found(session, lead_id or workspace.local_account_id)
        team = TeamRow(name=name)
        try:
            with session.begin_nested():
                session.add(team)
        except IntegrityError as error:
            raise WorkspaceError("There is already a team named “{name}”: choose another name.", name=name) from error
        session.add(MembershipRow(team_id=team.id, account_id=lead.id, role="lead"))
        return Team(team.id, team.name, "lead")


def set_membership(workspace: Workspace, team_id: str, account_id: str, membership: str | None) -> None:
    """Take an account into a team, change what it is there, or (``None``) take it out.

    :param membership: one of :data:`MEMBERSHIPS`, or ``None``.
    :raises ValueError: if there is no such membership.
    :raises WorkspaceError: if the team or the account is no longer there.
    """
    if membership is not None and membership not in MEMBERSHIPS:
        raise ValueError(f"no such membership: {membership!r}")
    with workspace.writing() as session:
        if session.get(TeamRow, team_id, with_for_update=True) is None:
            raise WorkspaceError("This team is no longer there: reload the page.")
        _found(session, account_id)
        row = session.get(MembershipRow, (team_id, account_id))
        if membership is None:
            if row is not None:
                session.delete(row)
        elif row is None:
            session.add(MembershipRow(team_id=team_id, account_id=account_id, role=membership))
        else:
            row.role = membership


def list_teams(workspace: Workspace, account_id: str | None = None) -> list[Team]:
    """Return the teams of an account (the local one if none is named), by name."""
    query = (
        select(TeamRow.id, TeamRow.name, MembershipRow.role)
        .join(MembershipRow, MembershipRow.team_id == TeamRow.id)
        .where(MembershipRow.account_id == (account_id or workspace.local_account_id))
        .order_by(TeamRow.name)
    )
    with workspace.reading() as session:
        return [Team(*row) for row in session.execute(query)]


def _found(session: Session, account_id: str) -> AccountRow:
    row = session.get(AccountRow, account_id)
    if row is None:
        raise WorkspaceError("This account is no longer there: sign in again.")
    return row
