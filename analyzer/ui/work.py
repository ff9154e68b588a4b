"""The workspace of this process, opened once and shared by all sessions."""

from __future__ import annotations

import streamlit as st

from analyzer.settings import settings
from analyzer.workspace import Workspace, open_workspace


@st.cache_resource(show_spinner=False, max_entries=4)
def _opened(url: str) -> Workspace:
    return open_workspace(url)


def work() -> Workspace:
    """Return the open workspace.

    :raises WorkspaceError: if it cannot be opened.
    """
    return _opened(settings().workspace_url())
