"""What is to be settled in a list: three kinds of questions at most at once, the gravest first, the rest on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.ui import state
from analyzer.ui.components import html, plausibility, problem_rows
from analyzer.ui.components.notices import guarded

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from analyzer.inventory import Question

AT_ONCE = 3
"""Kinds of questions that are put at once: a list is settled in two minutes, and every question can wait."""

_CAN_WAIT = ("role_under_week", "near_duplicate", "same_across_roles")
"""Kinds that come behind rows that lack something: what is missing from a row weighs more than what may be."""


def show(
    project_id: str,
    asked: Mapping[str, list[Question]],
    incomplete: Mapping[str, pd.DataFrame],
    rows: pd.DataFrame,
    language: str,
) -> None:
    """Show the questions of a list, each kind with its proposed answer.

    :param asked: what looks wrong though it could be read, by kind.
    :param incomplete: rows that lack something, by kind.
    :param rows: the counted rows of the project.
    """
    kinds = [*(code for code in asked if code not in _CAN_WAIT), *incomplete, *(c for c in _CAN_WAIT if c in asked)]
    sections = st.container()
    first = kinds if _all_wanted(len(kinds), language) else kinds[:AT_ONCE]
    shown = {code: part for code, part in incomplete.items() if code in first}
    questions = {code: part for code, part in asked.items() if code in first}
    with sections, guarded(language):
        if shown or not incomplete:
            st.subheader(translate("Rows with a question", language), anchor=False)
        if shown:
            problem_rows.show(project_id, shown, rows, language)
        elif not incomplete:
            html.paragraph(translate("None: every task has a name, a frequency and a duration.", language), "lead")
    with sections, guarded(language):
        if questions:
            st.subheader(translate("Is this so?", language), anchor=False)
            html.paragraph(translate("Nothing is changed unless you say so.", language), "note")
            plausibility.show(project_id, questions, rows, language)


def _all_wanted(count: int, language: str) -> bool:
    if count <= AT_ONCE:
        return True
    words = translate(
        "Show all kinds of questions ({count}), not the {shown} gravest alone", language, count=count, shown=AT_ONCE
    )
    return st.toggle(words, key=state.view_key("all_questions"), persist_state="session")
