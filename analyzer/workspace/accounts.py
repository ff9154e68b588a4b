"""Accounts: the local one, and one for each person or browser that comes in from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from analyzer.workspace.columns import clean_text
from analyzer.workspace.database import Workspace
from analyzer.workspace.tables import AccountRow


@dataclass(frozen=True)
class Account:
    """Someone who uses the workspace."""

    id: str
    identity: str
    display_name: str
    created_at: datetime


def sign_in(workspace: Workspace, identity: str, display_name: str = "") -> Account:
    """Return the account of a person or a browser, made on the first visit.

    :param identity: what a sign-in service calls the person, or the app a browser; it must not change.
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
        return Account(row.id, row.identity, row.display_name, row.created_at)
