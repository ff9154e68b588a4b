"""What is to be settled in a list: three questions at most, and closed below them what was taken without asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from analyzer.i18n import translate, translate_plural
from analyzer.inventory.questions import LEAVES_AS_IS
from analyzer.ui import navigation, state
from analyzer.ui.components import html, plausibility, problem_rows, row_editor, taken
from analyzer.ui.components.notices import guarded
from analyzer.ui.doubts import leave_as_it_is
from analyzer.ui.formats import counted_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from analyzer.inventory.worktime import WorkTime
    from analyzer.ui.doubts import Doubt, Doubts


def show(
    project_id: str,
    doubts: Doubts,
    rows: pd.DataFrame,
    language: str,
    work_time: WorkTime,
    *,
    of_file: int,
    show_those: Callable[[], None],
) -> None:
    """Show the questions of a list, each with its proposed answer, and what was taken without asking.

    :param rows: the counted rows of the project, numbered from 0.
    :param of_file: questions that are open about how the file is read.
    :param show_those: shows these, and what is to be said of such a reading.
    """
    count = of_file + len(doubts.asked)
    with guarded(language):
        if count:
            title = translate_plural(
                "{count} question to settle the list", "{count} questions to settle the list", count, language
            )
            st.subheader(title, anchor=False)
            html.paragraph(
                translate("What moves the hours most. Nothing is changed unless you say so; it can wait.", language),
                "note",
            )
        else:
            st.subheader(translate("No question is open", language), anchor=False)
    show_those()
    with guarded(language):
        for doubt in doubts.asked:
            with st.container(border=True, key=f"card_question_{doubt.code}"):
                title = translate(taken.TITLES[doubt.code], language)
                counted = counted_rows(len(doubt.places), language)
                st.html(f'<div class="part"><strong>{html.text(title)}</strong> · {html.text(counted)}</div>')
                _answer(project_id, doubt, rows, language, work_time)
                with st.expander(
                    translate("Correct the rows one by one", language),
                    key=state.view_key(f"rows_{doubt.code}"),
                    on_change="rerun",
                ) as box:
                    if box.open:
                        _rows(project_id, doubt, rows, language, work_time)
        if not count:
            navigation.way_on("opportunities", translate("See the opportunities", language))
    with guarded(language):
        chosen = taken.show(doubts, rows, language)
        if chosen is not None:
            with st.container(border=True, key="card_taken"):
                if chosen in (*doubts.taken, *doubts.left):
                    _answer(project_id, chosen, rows, language, work_time)
                _rows(project_id, chosen, rows, language, work_time)


def _answer(project_id: str, doubt: Doubt, rows: pd.DataFrame, language: str, work_time: WorkTime) -> None:
    """Say what is in doubt, and offer the answers that all its rows can be given at once."""
    if doubt.questions:
        plausibility.ask(doubt, language)
    else:
        problem_rows.ask(doubt, rows, language)
        problem_rows.fill_in(project_id, doubt, rows, language, work_time)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        (plausibility if doubt.questions else problem_rows).offer(project_id, doubt, rows, language)
        kind: Literal["primary", "secondary"] = "primary" if doubt.code in LEAVES_AS_IS else "secondary"
        if st.button(translate("Leave as it is", language), type=kind, key=f"left_{doubt.code}"):
            leave_as_it_is(project_id, doubt, rows)
            st.rerun()


def _rows(project_id: str, doubt: Doubt, rows: pd.DataFrame, language: str, work_time: WorkTime) -> None:
    part = rows.iloc[list(doubt.places)]
    name = f"kind_{doubt.code}"
    row_editor.show(project_id, part, language, name, work_time=work_time, with_issues=not doubt.questions)
