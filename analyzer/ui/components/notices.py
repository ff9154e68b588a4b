"""Panels of one sentence, and the guard that turns any error into one while the app stays usable."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate
from analyzer.ui import navigation
from analyzer.ui.components import html

if TYPE_CHECKING:
    from collections.abc import Iterator

_logger = logging.getLogger(__name__)
_SIGNS = {"problem": "error", "caution": "info", "remark": "lightbulb"}
"""Material symbols."""


def panel(sentence: str, tone: Literal["problem", "caution", "remark"] = "remark") -> None:
    """Show one sentence that must not be missed.

    :param tone: "problem" (something could not be done), "caution" (a number to read with care), "remark".
    """
    role = "alert" if tone == "problem" else "note"
    st.html(
        f'<div class="panel {tone}" role="{role}"><i aria-hidden="true" translate="no">{_SIGNS[tone]}</i>'
        f"<p>{html.text(sentence)}</p></div>"
    )


@contextmanager
def guarded(language: str) -> Iterator[None]:
    """Run a part of a page; an error in it becomes one sentence, and what is around it stays usable."""
    try:
        yield
    except AnalyzerError as error:
        panel(error.message(language), "problem")
    except Exception:
        _logger.exception("a page could not be shown")
        panel(
            translate(
                "This page could not be shown; your work is saved: reload it, or go back to the start.", language
            ),
            "problem",
        )
        navigation.link("start")
