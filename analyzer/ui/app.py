"""The frame around every page: settings of the page, language, menu, and what happens when something goes wrong."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from analyzer.errors import WorkspaceError
from analyzer.i18n import translate
from analyzer.ui import navigation, state
from analyzer.ui.components import style
from analyzer.ui.components.frame import top_bar
from analyzer.ui.components.notices import guarded, panel
from analyzer.ui.work import work
from analyzer.workspace import get_project

_MARK = str(Path(__file__).parent / "assets" / "mark.svg")


def main() -> None:
    """Run the app: one call a script run, from ``streamlit_app.py``."""
    language = state.language()
    st.set_page_config(page_icon=_MARK, layout="wide", initial_sidebar_state="auto")
    style.apply(language)
    st.logo(_MARK, size="large")
    page = st.navigation(navigation.pages(language), expanded=True)
    st.set_page_config(page_title=f"{page.title} · {translate('Time won back', language)}")
    state.arrive(page.url_path)
    state.keep_address()
    with guarded(language):
        top_bar(language, _project_name())
        if notice := state.pending_notice():
            st.toast(notice, icon=":material/check:", duration=6)
        if complaint := state.pending_complaint():
            panel(complaint, "problem")
        page.run()


def _project_name() -> str | None:
    """Return the name of the open project; ``None`` without one, or where the page itself will say that it is gone."""
    identifier = state.project_id()
    if identifier is None:
        return None
    try:
        return get_project(work(), identifier).name
    except WorkspaceError:
        return None
