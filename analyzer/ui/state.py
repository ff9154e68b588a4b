"""What one browser session holds: ids and view state, nothing that would be a loss.

The work itself is in the workspace. The project and the language also stand in the address, so that a refresh, a
bookmark or a link sent to a colleague opens the same thing again.
"""

from __future__ import annotations

import streamlit as st

from analyzer.i18n import LANGUAGES

PROJECT = "project"
LANGUAGE = "lang"
_LANGUAGE_WIDGET = "language_choice"
_OPEN_TASK = "open_task"
_PAGE = "page"
_NOTICE = "notice"
_COMPLAINT = "complaint"
_CORRECTED = "corrected_task"
_MINUTES_BEFORE = "minutes_before_correction"
_ROUND = "round_"


def language() -> str:
    """Return the language of this session: chosen here, else in the address, else the browser's, else English."""
    chosen = st.session_state.get(_LANGUAGE_WIDGET) or st.session_state.get(LANGUAGE) or st.query_params.get(LANGUAGE)
    if chosen not in LANGUAGES:
        browser = (st.context.locale or "")[:2].lower()
        chosen = browser if browser in LANGUAGES else LANGUAGES[0]
    st.session_state[LANGUAGE] = chosen
    return str(chosen)


def language_widget_key() -> str:
    """Return the key of the language switch."""
    return _LANGUAGE_WIDGET


def project_id() -> str | None:
    """Return the id of the open project, from this session or else from the address."""
    held: str | None = st.session_state.get(PROJECT)
    if held is None and PROJECT in st.query_params:
        held = st.query_params[PROJECT]
        st.session_state[PROJECT] = held
    return held or None


def open_project(identifier: str | None) -> None:
    """Make a project the open one; ``None`` closes it. View state of the project before is forgotten."""
    if st.session_state.get(PROJECT) != identifier:
        for key in [key for key in st.session_state if str(key).startswith(VIEW_PREFIX)]:
            del st.session_state[key]
        st.session_state.pop(_OPEN_TASK, None)
        st.session_state.pop(_CORRECTED, None)
    st.session_state[PROJECT] = identifier or ""


def keep_address() -> None:
    """Write project and language into the address if they are not there yet (navigation clears it)."""
    wanted = {LANGUAGE: language()}
    if identifier := project_id():
        wanted[PROJECT] = identifier
    elif PROJECT in st.query_params:
        del st.query_params[PROJECT]
    for key, value in wanted.items():
        if st.query_params.get(key) != value:
            st.query_params[key] = value


def address() -> dict[str, str]:
    """Return what a link to another page must carry."""
    identifier = project_id()
    return {LANGUAGE: language(), **({PROJECT: identifier} if identifier else {})}


VIEW_PREFIX = "view_"


def view_key(name: str) -> str:
    """Return the session key of a widget whose value belongs to the open project (a filter, a chosen tab)."""
    return f"{VIEW_PREFIX}{name}"


def open_task(row_id: str | None) -> None:
    """Show the panel of one task from now on; ``None`` closes it."""
    st.session_state[_OPEN_TASK] = row_id


def opened_task() -> str | None:
    """Return the task whose panel is open."""
    opened: str | None = st.session_state.get(_OPEN_TASK)
    return opened


def note_correction(row_id: str, minutes_freed: float) -> None:
    """Keep which task was corrected last, and, for the run that follows, the minutes a week freed before."""
    st.session_state[_CORRECTED] = row_id
    st.session_state[_MINUTES_BEFORE] = minutes_freed


def corrected_task() -> str | None:
    """Return the task that was corrected last in this session, in the open project."""
    corrected: str | None = st.session_state.get(_CORRECTED)
    return corrected


def minutes_before_correction() -> float | None:
    """Return the minutes kept by :func:`note_correction`, once."""
    minutes: float | None = st.session_state.pop(_MINUTES_BEFORE, None)
    return minutes


def arrive(page: str) -> None:
    """Note the page of this run; a panel that was open on another one is closed."""
    if st.session_state.get(_PAGE) != page:
        st.session_state[_PAGE] = page
        open_task(None)


def notify(text: str) -> None:
    """Keep a short notice for the next run, which shows it (a rerun would swallow it otherwise)."""
    st.session_state[_NOTICE] = text


def pending_notice() -> str | None:
    """Return the notice kept by the run before, once."""
    notice: str | None = st.session_state.pop(_NOTICE, None)
    return notice


def complain(text: str) -> None:
    """Keep the sentence of an error in a callback for the run that follows, which shows it above the page."""
    st.session_state[_COMPLAINT] = text


def pending_complaint() -> str | None:
    """Return the sentence kept by a callback, once."""
    complaint: str | None = st.session_state.pop(_COMPLAINT, None)
    return complaint


def rounds(name: str) -> int:
    """Return how often :func:`next_round` was called for ``name``: a widget whose key holds it starts afresh."""
    return int(st.session_state.get(f"{_ROUND}{name}", 0))


def next_round(name: str) -> None:
    """Let the widgets that are keyed by :func:`rounds` start afresh."""
    st.session_state[f"{_ROUND}{name}"] = rounds(name) + 1
