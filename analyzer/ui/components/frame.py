"""What stands around the content of every page: project and language above, title, and the ways on below."""

from __future__ import annotations

import streamlit as st

from analyzer.i18n import LANGUAGES, translate
from analyzer.ui import navigation, state
from analyzer.ui.components import html

_OWN_NAMES = {"en": "English", "fr": "Français"}
"""Each language by its own name: a reader looks for that one."""


def top_bar(language: str, project_name: str | None) -> None:
    """Show the open project and the language switch."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        words = translate("Project: {name}", language, name=project_name) if project_name else "\u00a0"
        st.html(f'<p class="project-name">{html.text(words)}</p>', width="content")
        st.segmented_control(
            translate("Language", language),
            LANGUAGES,
            default=language,
            format_func=_OWN_NAMES.__getitem__,
            required=True,
            key=state.language_widget_key(),
            label_visibility="collapsed",
        )


def page_head(code: str, language: str, title: str | None = None) -> None:
    """Show where the page stands in the journey, and its title."""
    with st.container(gap=None):
        if code in navigation.JOURNEY:
            step, steps = navigation.JOURNEY.index(code) + 1, len(navigation.JOURNEY)
            html.paragraph(translate("Step {step} of {steps}", language, step=step, steps=steps), "kicker")
        st.title(title or translate(navigation.entry(code).title, language), anchor=False)


def finding(sentence: str) -> None:
    """Show the one sentence that says what the page found."""
    html.paragraph(sentence, "finding")


def page_foot(code: str) -> None:
    """Show the ways to the step before and the step after."""
    before, after = navigation.steps(code)
    st.space("small")
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        if before:
            navigation.link(before, icon=":material/arrow_back:")
        with st.container(key="way_on_below", width="content"):
            navigation.link(after, forward=True)
