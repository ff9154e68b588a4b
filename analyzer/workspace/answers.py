"""What a lead says of the proposals handed in, and which of them stand in a task list."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import clean_text, now
from analyzer.workspace.database import Workspace
from analyzer.workspace.proposals import LEAD, NOT_ANSWERED, Proposal, find_proposal, one_proposal, proposal_gone
from analyzer.workspace.sources import source_gone
from analyzer.workspace.tables import ProposalRow, SourceRow

ANSWERS = ("seen", "accepted", "later", "declined")
"""To be looked at, accepted, not now, declined."""

LONGEST_COMMENT = 1000
"""Characters of an answer in words (judgement: a paragraph)."""


def answer_proposal(workspace: Workspace, proposal_id: str, answer: str | None, comment: str = "") -> Proposal:
    """Answer a proposal that was handed in; its author sees the answer, the date and the words.

    :param answer: one of :data:`ANSWERS`; ``None`` takes the answer back.
    :param comment: in words, "" for none.
    :raises ValueError: if there is no such answer.
    :raises WorkspaceError: if the proposal is not, or no longer, with the lead, or the comment is too long.
    """
    if answer is not None and answer not in ANSWERS:
        raise ValueError(f"no such answer: {answer!r}; choose one of {', '.join(ANSWERS)}")
    words = clean_text(comment).strip()
    if len(words) > LONGEST_COMMENT:
        raise WorkspaceError("An answer has at most {most} characters: shorten it.", most=LONGEST_COMMENT)
    with workspace.writing() as session:
        row = find_proposal(session, proposal_id)
        if row.visibility != LEAD:
            raise proposal_gone()
        said = {"answer": answer, "comment": words or None, "answered_at": now()} if answer else dict(NOT_ANSWERED)
        for name, value in said.items():
            setattr(row, name, value)
        session.flush()
        return one_proposal(session, proposal_id)


def list_among(workspace: Workspace, source_id: str, proposal_ids: Collection[str]) -> None:
    """Note which proposals the rows of a file are made of: these, and no others.

    :raises WorkspaceError: if the file is no longer there, or a proposal is not with the lead.
    """
    wanted = set(proposal_ids)
    with workspace.writing() as session:
        if session.get(SourceRow, source_id) is None:
            raise source_gone()
        for row in session.scalars(select(ProposalRow).where(ProposalRow.source_id == source_id)):
            if row.id not in wanted:
                row.source_id = None
        for proposal_id in sorted(wanted):  # two windows that hold rows in one order never wait for each other
            row = find_proposal(session, proposal_id)
            if row.visibility != LEAD:
                raise proposal_gone()
            row.source_id = source_id
