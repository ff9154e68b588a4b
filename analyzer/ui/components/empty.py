"""What a page shows when it has nothing to show yet: what is missing, and the way to get it."""

from __future__ import annotations

import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.ui import navigation
from analyzer.ui.components import html

NO_PROJECT = mark("No task list is open yet")
NO_PROJECT_WHY = mark("Drop in a file or open one of the examples: this page fills in within seconds.")


def empty_state(title: str, sentence: str) -> None:
    """Show what is missing and why, under a drawing (in the stylesheet); the caller adds the ways out."""
    st.html(f'<div class="empty"><h2>{html.text(title)}</h2><p>{html.text(sentence)}</p></div>')


def no_project(language: str) -> None:
    """Show that no project is open, with the way to open one."""
    empty_state(translate(NO_PROJECT, language), translate(NO_PROJECT_WHY, language))
    navigation.way_on("start", translate("Open a task list", language))
