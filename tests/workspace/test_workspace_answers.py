"""A lead answers what was handed in, and puts it in a task list that can be emptied again."""

from __future__ import annotations

import pytest

from analyzer.errors import WorkspaceError
from analyzer.workspace import (
    ANSWERS,
    LONGEST_COMMENT,
    Project,
    Workspace,
    add_source,
    answer_proposal,
    create_proposal,
    delete_proposal,
    delete_source,
    list_among,
    own_proposals,
    submit_proposal,
    withdraw_proposal,
)


def test_the_author_reads_the_answer_its_date_and_its_words(workspace: Workspace, project: Project) -> None:
    idea = submit_proposal(workspace, create_proposal(workspace, project.id, "Sort the mail").id)
    assert (idea.answer, idea.comment, idea.answered_at) == (None, None, None)
    for answer in ANSWERS:
        answer_proposal(workspace, idea.id, answer, " After the move. ")
        [own] = own_proposals(workspace)
        assert (own.answer, own.comment) == (answer, "After the move.")
        assert own.answered_at is not None
    taken_back = answer_proposal(workspace, idea.id, None)
    assert (taken_back.answer, taken_back.comment, taken_back.answered_at) == (None, None, None)


def test_an_idea_handed_in_again_is_answered_anew(workspace: Workspace) -> None:
    idea = submit_proposal(workspace, create_proposal(workspace, None, "Sort the mail").id)
    answer_proposal(workspace, idea.id, "declined", "Not this year.")
    assert withdraw_proposal(workspace, idea.id).answer == "declined"
    assert submit_proposal(workspace, idea.id).answer is None


def test_a_lead_cannot_answer_a_draft(workspace: Workspace) -> None:
    draft = create_proposal(workspace, None, "Sort the mail")
    with pytest.raises(WorkspaceError, match="This proposal is no longer there"):
        answer_proposal(workspace, draft.id, "accepted")
    with pytest.raises(ValueError, match="no such answer"):
        answer_proposal(workspace, draft.id, "perhaps")
    submit_proposal(workspace, draft.id)
    with pytest.raises(WorkspaceError, match="An answer has at most"):
        answer_proposal(workspace, draft.id, "accepted", "x" * (LONGEST_COMMENT + 1))


def test_an_idea_in_the_task_list_cannot_be_taken_away_until_it_is_taken_out(
    workspace: Workspace, project: Project
) -> None:
    first, second = (
        submit_proposal(workspace, create_proposal(workspace, project.id, task).id)
        for task in ("Sort the mail", "Copy the orders")
    )
    ideas = add_source(workspace, project.id, "Ideas.csv", b"Task\r\nSort the mail")
    list_among(workspace, ideas.id, [first.id, second.id])
    for call in (withdraw_proposal, delete_proposal):
        with pytest.raises(WorkspaceError, match="This idea is in the task list"):
            call(workspace, first.id)
    list_among(workspace, ideas.id, [second.id])
    assert listed_in(workspace) == {first.id: None, second.id: ideas.id}
    delete_source(workspace, ideas.id)
    assert listed_in(workspace) == {first.id: None, second.id: None}
    with pytest.raises(WorkspaceError, match="This file is no longer in the project"):
        list_among(workspace, ideas.id, [second.id])


def listed_in(workspace: Workspace) -> dict[str, str | None]:
    """Return which file each proposal stands in."""
    return {proposal.id: proposal.source_id for proposal in own_proposals(workspace)}
