"""Ideas received: what the team handed over, those that could free most first, and what the lead answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, format_duration
from analyzer.ui import navigation, state
from analyzer.ui.appraisal import nearest_in_project
from analyzer.ui.components import frame, html
from analyzer.ui.components.empty import empty_state
from analyzer.ui.components.idea_card import ANSWER_WORDS, chips_of, hours_of, scores_of, show_answer
from analyzer.ui.components.notices import guarded
from analyzer.ui.formats import moment
from analyzer.ui.listed_ideas import add_to_list, take_out
from analyzer.ui.work import work
from analyzer.workspace import ANSWERS, LONGEST_COMMENT, answer_proposal, submitted_proposals

if TYPE_CHECKING:
    from analyzer.workspace import Proposal


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("proposals", language)
    received = submitted_proposals(work())
    project = state.project_id()
    here = [idea for idea in received if idea.project_id == project]
    if project and here and len(here) < len(received):
        everything = st.toggle(
            translate("Also those of other projects", language), key="ideas_everywhere", persist_state="session"
        )
        received = received if everything else here
    if received:
        _list(sorted(received, key=_freed, reverse=True), language)
    else:
        empty_state(
            translate("No idea has been handed over yet", language),
            translate(
                "Whoever does the work can propose a task in a minute, and see in private what it is worth.", language
            ),
        )
        navigation.way_on("propose", translate("Propose the first one", language))
    frame.page_foot("proposals")


def _freed(idea: Proposal) -> float:
    return float((idea.snapshot or {}).get("minutes_freed_central") or 0.0)


def _list(received: list[Proposal], language: str) -> None:
    total = sum(_freed(idea) for idea in received)
    frame.finding(
        translate_plural(
            "{number} idea from the team; it could free about {duration} a week.",
            "{number} ideas from the team; together they could free about {duration} a week.",
            len(received),
            language,
            number=format_count(len(received), language),
            duration=format_duration(total, language),
        )
    )
    for idea in received:
        with st.container(border=True, key=f"card_received_{idea.id}"):
            st.html(f"<p><b>{html.text(idea.task)}</b></p>")
            who = [name for name in (idea.role, idea.team) if name]
            when = moment(idea.submitted_at or idea.created_at, language)
            html.paragraph(" · ".join([*who, *([idea.frequency] if idea.frequency else []), when]), "note")
            if idea.snapshot:
                html.paragraph(hours_of(idea.snapshot, language), "lead")
                st.html(chips_of(idea.snapshot, language))
                with st.expander(translate("Scores as its author saw them", language)):
                    st.html(scores_of(idea.snapshot, language))
            show_answer(idea, language)
            with guarded(language):
                _answer(idea, language)
            with guarded(language):
                _in_the_list(idea, language)


def _answer(idea: Proposal, language: str) -> None:
    title = translate("Change the answer", language) if idea.answer else translate("Answer", language)
    box_key = state.view_key(f"answer_{idea.id}_{state.rounds(idea.id)}")
    with st.expander(title, key=box_key, on_change="rerun") as box:
        if not box.open:
            return
        with st.form(f"answer_form_{idea.id}", border=False):
            answer = st.pills(
                translate("Your answer", language),
                ANSWERS,
                default=idea.answer or ANSWERS[0],
                required=True,
                format_func=lambda code: translate(ANSWER_WORDS[code], language),
                key=f"answer_{idea.id}",
            )
            comment = st.text_area(
                translate("In your words (its author reads them)", language),
                value=idea.comment or "",
                max_chars=LONGEST_COMMENT,
                height=96,
                key=f"comment_{idea.id}",
            )
            if st.form_submit_button(translate("Send the answer", language), type="primary", key=f"send_{idea.id}"):
                answer_proposal(work(), idea.id, answer, comment or "")
                _done(idea, translate("Answered: the author sees it under “Your ideas”.", language))
        if idea.answer and st.button(
            translate("Take the answer back", language), type="tertiary", key=f"unanswer_{idea.id}"
        ):
            answer_proposal(work(), idea.id, None)
            _done(idea, translate("Taken back: the idea is without an answer again.", language))


def _in_the_list(idea: Proposal, language: str) -> None:
    """Offer to put an idea in the task list of the open project, or to take it out again."""
    project = state.project_id()
    if idea.source_id is not None:
        words = translate("In the task list, in the file “Ideas”: its hours count with the others.", language)
        html.paragraph(words, "note")
        if st.button(translate("Take it out of the task list", language), key=f"unlist_{idea.id}"):
            take_out(idea, language)
            _done(idea, translate("Taken out of the task list; the idea itself stays here.", language))
    elif project:
        _what_is_there(idea, project, language)
        if st.button(translate("Add it to the task list", language), key=f"list_{idea.id}"):
            add_to_list(idea, project, language)
            _done(idea, translate("Added to the task list; you can take it out again here.", language))


def _what_is_there(idea: Proposal, project: str, language: str) -> None:
    """Name the tasks of the list that are most like an idea: the same work twice would count its hours twice."""
    near = nearest_in_project(idea.task, project, language)
    if near:
        quoted = [translate("“{task}”", language, task=one.task) for one in near]
        words = translate(
            "Closest to it in the task list: {tasks}. If it is the same work as one of them, adding it would count its "
            "hours twice.",
            language,
            tasks=", ".join(quoted),
        )
        html.paragraph(words, "note")


def _done(idea: Proposal, words: str) -> None:
    state.next_round(idea.id)
    state.notify(words)
    st.rerun()


page()
