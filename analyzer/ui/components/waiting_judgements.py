"""Says which judgements of people wait: their task is not in the list since a file was taken out or read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_number
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.work import work
from analyzer.workspace import waiting_overrides

if TYPE_CHECKING:
    from analyzer.workspace import Decision

_MOST = 50
"""Judgements listed; there are hardly ever more than a few."""


def show_waiting(project_id: str, language: str) -> None:
    """Show the judgements whose task is gone; nothing where there are none."""
    waiting = waiting_overrides(work(), project_id)
    if not waiting:
        return
    title = translate_plural(
        "{number} judgement of yours waits: its task is no longer in the list",
        "{number} judgements of yours wait: their tasks are no longer in the list",
        len(waiting),
        language,
        number=format_count(len(waiting), language),
    )
    with st.expander(title, key=state.view_key("waiting_judgements"), icon=":material/info:"):
        html.paragraph(
            translate("They are kept, and count again when a task with the same words and role comes back.", language),
            "note",
        )
        head = [
            translate("Task", language),
            translate("What was judged", language),
            translate("As", language),
            translate("Reason", language),
        ]
        rows = [
            [one.task, label("field", one.field, language), _value(one, language), one.reason or ""]
            for one in waiting[:_MOST]
        ]
        st.html(html.table(head, rows, caption=title, deciding=(1, 2)))


def _value(decision: Decision, language: str) -> str:
    value = decision.value
    if isinstance(value, int | float):
        return format_number(float(value), language, 0)
    return label("lane", str(value), language) if decision.field == "lane" else str(value)
