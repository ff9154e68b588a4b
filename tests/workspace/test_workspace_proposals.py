"""A proposal is tried in private, handed in, and taken back."""

from __future__ import annotations

import math

import pytest

from analyzer.errors import WorkspaceError
from analyzer.workspace import (
    Project,
    Workspace,
    create_project,
    create_proposal,
    delete_proposal,
    own_proposals,
    sign_in,
    submit_proposal,
    submitted_proposals,
    update_proposal,
    withdraw_proposal,
)


def test_a_proposal_keeps_its_author_s_words_and_what_they_saw(workspace: Workspace, project: Project) -> None:
    seen = {
        "automatability": 72.5,
        "minutes_freed_central": 30.0,
        "minutes_freed_high": math.nan,
        "nearest": ["a", "b"],
    }
    proposal = create_proposal(
        workspace,
        project.id,
        " Recopier les commandes du courriel dans le logiciel ",
        role="Assistante",
        frequency="trois fois par jour",
        occurrences_per_week=15,
        minutes_per_occurrence=10,
        language="fr",
        snapshot=seen,
    )
    assert proposal.task == "Recopier les commandes du courriel dans le logiciel"
    assert (proposal.frequency, proposal.occurrences_per_week, proposal.headcount) == ("trois fois par jour", 15.0, 1.0)
    assert proposal.snapshot == {**seen, "minutes_freed_high": None}
    assert (proposal.visibility, proposal.status, proposal.submitted_at) == ("private", "draft", None)
    assert own_proposals(workspace) == [proposal]


def test_the_lead_sees_a_proposal_from_the_moment_it_is_handed_in(workspace: Workspace, project: Project) -> None:
    anna = sign_in(workspace, "anna@example.com", "Anna")
    draft = create_proposal(workspace, project.id, "Sort the mail", author_id=anna.id)
    assert submitted_proposals(workspace) == []
    assert own_proposals(workspace, anna.id) == [draft]
    assert own_proposals(workspace) == []

    handed_in = submit_proposal(workspace, draft.id, author_id=anna.id)
    assert submitted_proposals(workspace) == [handed_in]
    assert submitted_proposals(workspace, project.id) == [handed_in]
    assert submitted_proposals(workspace, create_project(workspace, "Other").id) == []
    assert handed_in.author == "Anna"
    assert handed_in.submitted_at is not None

    withdrawn = withdraw_proposal(workspace, draft.id, author_id=anna.id)
    assert submitted_proposals(workspace) == []
    assert own_proposals(workspace, anna.id) == [withdrawn]
    assert (withdrawn.status, withdrawn.visibility) == ("withdrawn", "private")


def test_nobody_but_its_author_reads_changes_sends_or_deletes_a_draft(workspace: Workspace) -> None:
    anna, ben = (sign_in(workspace, f"{name}@example.com", name) for name in ("anna", "ben"))
    draft = create_proposal(workspace, None, "Sort the mail", author_id=anna.id)
    for call in (update_proposal, submit_proposal, withdraw_proposal, delete_proposal):
        for other in (ben.id, None):
            with pytest.raises(WorkspaceError, match="This proposal is no longer there"):
                call(workspace, draft.id, author_id=other)
    assert own_proposals(workspace, ben.id) == []
    assert own_proposals(workspace, anna.id) == [draft]


def test_a_change_leaves_the_rest_as_it_was(workspace: Workspace) -> None:
    proposal = create_proposal(workspace, None, "Sort the mail", role="Clerk", snapshot={"automatability": 10.0})
    changed = update_proposal(workspace, proposal.id, minutes_per_occurrence=20, role="")
    assert (changed.minutes_per_occurrence, changed.role, changed.task) == (20.0, None, "Sort the mail")
    assert changed.snapshot == {"automatability": 10.0}
    assert changed.updated_at > proposal.updated_at
    again = update_proposal(workspace, proposal.id, minutes_per_occurrence=math.nan, snapshot={"automatability": 30.0})
    assert again.minutes_per_occurrence is None
    assert again.snapshot == {"automatability": 30.0}


def test_what_the_lead_has_read_is_changed_only_once_it_is_withdrawn(workspace: Workspace) -> None:
    proposal = create_proposal(workspace, None, "Sort the mail")
    submit_proposal(workspace, proposal.id)
    with pytest.raises(WorkspaceError, match="withdraw it first"):
        update_proposal(workspace, proposal.id, task="Sort the parcels")
    assert [one.task for one in own_proposals(workspace)] == ["Sort the mail"]
    withdraw_proposal(workspace, proposal.id)
    assert update_proposal(workspace, proposal.id, task="Sort the parcels").task == "Sort the parcels"


def test_what_cannot_be_is_refused(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="A proposal needs a task"):
        create_proposal(workspace, None, " ")
    with pytest.raises(WorkspaceError, match="cannot be below zero"):
        create_proposal(workspace, None, "Sort the mail", minutes_per_occurrence=-5)
    with pytest.raises(TypeError, match="a proposal has no salary"):
        create_proposal(workspace, None, "Sort the mail", salary=1)
    with pytest.raises(WorkspaceError, match="This project is no longer there"):
        create_proposal(workspace, "gone", "Sort the mail")
    assert own_proposals(workspace) == []


def test_a_deleted_proposal_is_gone_and_says_so(workspace: Workspace) -> None:
    proposal = create_proposal(workspace, None, "Sort the mail")
    delete_proposal(workspace, proposal.id)
    for call in (
        lambda: update_proposal(workspace, proposal.id, role="Clerk"),
        lambda: submit_proposal(workspace, proposal.id),
        lambda: delete_proposal(workspace, proposal.id),
    ):
        with pytest.raises(WorkspaceError, match="This proposal is no longer there"):
            call()
