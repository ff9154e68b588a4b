"""Ideas received: what the team handed over, those that could free most first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate, translate_plural
from analyzer.report.numbers import format_count, format_duration
from analyzer.ui import navigation, state
from analyzer.ui.components import frame, html
from analyzer.ui.components.empty import empty_state
from analyzer.ui.components.idea_card import chips_of, hours_of, scores_of
from analyzer.ui.formats import moment
from analyzer.ui.work import work
from analyzer.workspace import submitted_proposals

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


page()
