"""Accounts and teams: ready for people to sign in, one local account until then."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete

from analyzer.errors import WorkspaceError
from analyzer.workspace import (
    Workspace,
    create_project,
    create_team,
    get_account,
    get_project,
    list_teams,
    set_language,
    set_membership,
    sign_in,
)
from analyzer.workspace.tables import AccountRow


def test_there_is_a_local_account_from_the_start(workspace: Workspace) -> None:
    account = get_account(workspace)
    assert (account.id, account.identity) == (workspace.local_account_id, "local")


def test_signing_in_makes_an_account_once_and_keeps_its_name_fresh(workspace: Workspace) -> None:
    first = sign_in(workspace, "subject-1", "Anna")
    again = sign_in(workspace, "subject-1", "Anna Martin")
    assert again.id == first.id
    assert get_account(workspace, first.id).display_name == "Anna Martin"
    assert sign_in(workspace, "subject-1").display_name == "Anna Martin"
    assert sign_in(workspace, "subject-2").id != first.id


def test_signing_in_by_several_windows_at_once_makes_one_account(workspace: Workspace) -> None:
    with ThreadPoolExecutor(4) as pool:
        accounts = pool.map(lambda _: sign_in(workspace, "subject-1", "Anna"), range(4))
    assert len({account.id for account in accounts}) == 1


def test_the_language_is_remembered(workspace: Workspace) -> None:
    assert get_account(workspace).language is None
    set_language(workspace, "fr")
    assert get_account(workspace).language == "fr"


def test_a_team_has_a_lead_and_members(workspace: Workspace) -> None:
    anna, paul = sign_in(workspace, "anna", "Anna"), sign_in(workspace, "paul", "Paul")
    team = create_team(workspace, " Finance ", lead_id=anna.id)
    set_membership(workspace, team.id, paul.id, "member")
    assert [(t.name, t.membership) for t in list_teams(workspace, anna.id)] == [("Finance", "lead")]
    assert [t.membership for t in list_teams(workspace, paul.id)] == ["member"]
    set_membership(workspace, team.id, paul.id, "lead")
    assert [t.membership for t in list_teams(workspace, paul.id)] == ["lead"]
    set_membership(workspace, team.id, paul.id, None)
    assert list_teams(workspace, paul.id) == []
    assert list_teams(workspace) == []


def test_what_cannot_be_is_refused(workspace: Workspace) -> None:
    team = create_team(workspace, "Finance")
    with pytest.raises(WorkspaceError, match="already a team named “Finance”"):
        create_team(workspace, "Finance")
    with pytest.raises(WorkspaceError, match="A team needs a name"):
        create_team(workspace, " ")
    with pytest.raises(WorkspaceError, match="This account is no longer there"):
        set_membership(workspace, team.id, "gone", "member")
    with pytest.raises(WorkspaceError, match="This team is no longer there"):
        set_membership(workspace, "gone", workspace.local_account_id, "member")
    with pytest.raises(ValueError, match="no such membership: 'boss'"):
        set_membership(workspace, team.id, workspace.local_account_id, "boss")


def test_what_a_person_made_outlives_their_account(workspace: Workspace) -> None:
    anna = sign_in(workspace, "anna", "Anna")
    create_team(workspace, "Finance", lead_id=anna.id)
    project = create_project(workspace, "Anna's", owner_id=anna.id)
    with workspace.writing() as session:
        session.execute(delete(AccountRow).where(AccountRow.id == anna.id))
    assert get_project(workspace, project.id).owner_id is None
    assert list_teams(workspace, anna.id) == []
