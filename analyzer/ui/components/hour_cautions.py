"""What to know before the hours are used: in a few lines, and with the tasks concerned once a reader asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_duration
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.components.notices import panel
from analyzer.ui.formats import missing

if TYPE_CHECKING:
    from analyzer.opportunity import HoursWarning
    from analyzer.ui.analysis import Analysis

_AT_ONCE = 3
"""Warnings that everybody reads; the others, and which tasks each is about, stand behind them."""
_IN_THE_FINDING = ("above_measured", "below_measured")
"""What the first sentence of the page says already."""


def show_cautions(analysis: Analysis, language: str) -> None:
    """Show the warnings of an estimate; nothing where it has none."""
    warnings = [one for one in analysis.estimate.warnings if one.code not in _IN_THE_FINDING]
    if not warnings:
        return
    st.subheader(translate("Before you use these figures", language), anchor=False)
    for warning in warnings[:_AT_ONCE]:
        panel(warning.message(language), "caution")
    rest = warnings[_AT_ONCE:]
    if not rest and not any(one.places for one in warnings):
        return
    title = (
        translate("More to know ({count}), and which tasks it is about", language, count=len(rest))
        if rest
        else translate("Which tasks it is about", language)
    )
    with st.expander(title, key=state.view_key("warnings"), on_change="rerun") as box:
        if box.open:
            # One piece of HTML: a list of hundreds of roles may exceed hundreds of weeks.
            said = "".join(f"<li>{html.text(warning.message(language))}</li>" for warning in rest)
            if said:
                st.html(f'<ul class="reasons">{said}</ul>')
            for warning in warnings:
                if warning.places:
                    st.html(_tasks_of(analysis, warning, language))


def _tasks_of(analysis: Analysis, warning: HoursWarning, language: str) -> str:
    """Return the tasks that a warning counts, those with most time first."""
    rows = analysis.estimate.frame.iloc[list(warning.places)]
    head = [label("field", "task", language), label("field", "role", language), translate("Time a week", language)]
    cells = [
        [
            str(task),
            translate("not stated", language) if missing(role) else str(role),
            format_duration(minutes, language),
        ]
        for task, role, minutes in zip(rows["task"], rows["role"], rows["minutes_per_week"], strict=True)
    ]
    return html.table(head, cells, caption=warning.message(language), numeric=(2,), deciding=(2,))
