"""A visitor's own ideas: where each stands, what the lead said, and what can still be done with it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analyzer.i18n import translate
from analyzer.ui import author, state
from analyzer.ui.components import html
from analyzer.ui.components.idea_card import hours_of, show_answer, status_of
from analyzer.ui.formats import moment
from analyzer.ui.work import work
from analyzer.workspace import Proposal, delete_proposal, submit_proposal, withdraw_proposal

CHANGED = "idea_changed"
"""Where the session keeps which draft is being changed."""


def show_own_ideas(language: str, change: Callable[[Proposal, str], None]) -> None:
    """Show the ideas of this browser, each with what can be done with it.

    :param change: puts a draft back into the form; called with the draft and the language.
    """
    proposals = author.own_ideas()
    if not proposals:
        return
    st.subheader(translate("Your ideas", language), anchor=False)
    html.paragraph(_who_sees_them(language), "note")
    for proposal in proposals:
        with st.container(border=True, key=f"card_idea_{proposal.id}"):
            st.html(f"<p><b>{html.text(proposal.task)}</b></p>")
            facts = [status_of(proposal, language), moment(proposal.updated_at, language)]
            if proposal.snapshot:
                facts.insert(1, hours_of(proposal.snapshot, language))
            html.paragraph(" · ".join(facts), "note")
            show_answer(proposal, language)
            _actions(proposal, language, change)


def _who_sees_them(language: str) -> str:
    if author.lasts():
        return translate(
            "Drafts are shown in this browser on this computer only, to whoever uses it. They are kept on the "
            "computer that runs the application: whoever looks after it could read them there.",
            language,
        )
    return translate(
        "Your browser keeps nothing: once this window is closed you will not find these drafts again.", language
    )


def _actions(proposal: Proposal, language: str, change: Callable[[Proposal, str], None]) -> None:
    if proposal.source_id is not None:
        words = translate("It is in the task list: to take it back, ask the lead to take it out first.", language)
        html.paragraph(words, "note")
        return
    with st.container(horizontal=True):
        if proposal.status == "submitted":
            if st.button(translate("Withdraw", language), key=f"withdraw_{proposal.id}"):
                withdraw_proposal(work(), proposal.id, author_id=author.account_id())
                _changed(translate("Withdrawn: the lead no longer sees it.", language))
        else:
            if st.button(translate("Hand it to the lead", language), key=f"submit_{proposal.id}"):
                submit_proposal(work(), proposal.id, author_id=author.account_id())
                _changed(translate("Handed over: the lead now sees your idea.", language))
            st.button(
                translate("Change", language),
                key=f"change_idea_{proposal.id}",
                on_click=change,
                args=(proposal, language),
            )
            if st.button(translate("Delete", language), type="tertiary", key=f"delete_idea_{proposal.id}"):
                delete_proposal(work(), proposal.id, author_id=author.account_id())
                if st.session_state.get(CHANGED) == proposal.id:
                    del st.session_state[CHANGED]
                _changed(translate("Deleted.", language))


def _changed(words: str) -> None:
    state.notify(words)
    st.rerun()
