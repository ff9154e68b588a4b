"""Accounts: one for each person that a sign-in service vouches for, and a local one until then."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import delete

from analyzer.workspace import Workspace, create_project, get_project, sign_in
from analyzer.workspace.tables import LOCAL_IDENTITY, AccountRow


def test_there_is_a_local_account_from_the_start(workspace: Workspace) -> None:
    assert sign_in(workspace, LOCAL_IDENTITY).id == workspace.local_account_id


def test_signing_in_makes_an_account_once_and_keeps_its_name_fresh(workspace: Workspace) -> None:
    first = sign_in(workspace, "subject-1", "Anna")
    again = sign_in(workspace, "subject-1", "Anna Martin")
    assert (again.id, again.display_name) == (first.id, "Anna Martin")
    assert sign_in(workspace, "subject-1").display_name == "Anna Martin"
    assert sign_in(workspace, "subject-2").id != first.id


def test_signing_in_by_several_windows_at_once_makes_one_account(workspace: Workspace) -> None:
    with ThreadPoolExecutor(4) as pool:
        accounts = pool.map(lambda _: sign_in(workspace, "subject-1", "Anna"), range(4))
    assert len({account.id for account in accounts}) == 1


def test_what_a_person_made_outlives_their_account(workspace: Workspace) -> None:
    anna = sign_in(workspace, "anna", "Anna")
    project = create_project(workspace, "Anna's", owner_id=anna.id)
    with workspace.writing() as session:
        session.execute(delete(AccountRow).where(AccountRow.id == anna.id))
    assert get_project(workspace, project.id).owner_id is None
