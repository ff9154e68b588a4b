"""Rows with a question, all of one kind together: what is wrong, and a proposed mend for all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.inventory.problems import recognise
from analyzer.ui import state
from analyzer.ui.components import html, row_editor
from analyzer.ui.formats import counted_rows
from analyzer.ui.work import work
from analyzer.workspace import edit_rows, exclude_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

KINDS: Mapping[str, str] = {
    "week_exceeded": mark("More hours than a week has"),
    "not_positive": mark("A time or number of zero or less"),
    "time_missing": mark("Neither how often nor how long"),
    "frequency_missing": mark("How often is missing"),
    "frequency_vague": mark("How often is said without a number"),
    "frequency_unreadable": mark("How often could not be read"),
    "duration_missing": mark("How long is missing"),
    "duration_vague": mark("How long is said without a number"),
    "duration_unreadable": mark("How long could not be read"),
    "duplicate": mark("The same task twice"),
    "task_missing": mark("No task is named"),
    "task_without_words": mark("The task has no words"),
}
"""Kinds that ask for an answer, the gravest first; other sentences about a row only say how it was read."""

_WITHOUT_FREQUENCY = (
    "time_missing",
    "frequency_missing",
    "frequency_vague",
    "frequency_unreadable",
    "week_exceeded",
    "not_positive",
)
_WITHOUT_DURATION = (
    "time_missing",
    "duration_missing",
    "duration_vague",
    "duration_unreadable",
    "week_exceeded",
    "not_positive",
)
_SET_ASIDE = ("duplicate", "task_missing", "task_without_words", "week_exceeded", "not_positive")
_NUMBERS_IN_QUESTION = {"week_exceeded", "not_positive"}


def by_kind(rows: pd.DataFrame, asked: Collection[str] = ()) -> dict[str, pd.DataFrame]:
    """Return the rows of each kind that asks for an answer, in the order of :data:`KINDS`.

    :param rows: inventory rows with ``issues``.
    :param asked: ids of rows whose numbers are asked about already, with a better proposal.
    """
    found: dict[str, list[str]] = {}
    for row_id, issues in zip(rows["row_id"], rows["issues"], strict=True):
        codes = {problem.code for problem in recognise(str(issues)) if not isinstance(problem, str)}
        for code in (codes - _NUMBERS_IN_QUESTION if row_id in asked else codes) & KINDS.keys():
            found.setdefault(code, []).append(row_id)
    return {code: rows[rows["row_id"].isin(found[code])] for code in KINDS if code in found}


def show(project_id: str, kinds: Mapping[str, pd.DataFrame], rows: pd.DataFrame, language: str) -> None:
    """Show the kinds, each with its rows and its mend.

    :param kinds: rows by kind, as :func:`by_kind` gives them.
    :param rows: all counted rows of the project, with ``row_id``.
    """
    for code, part in kinds.items():
        title = f"{translate(KINDS[code], language)} · {counted_rows(len(part), language)}"
        with st.expander(html.plain(title), key=state.view_key(f"kind_{code}"), on_change="rerun") as box:
            if box.open:
                _mend(project_id, code, part, rows, language)
                html.paragraph(translate("Or correct the rows here, one by one.", language), "note")
                row_editor.show(project_id, part, language, f"kind_{code}", with_issues=True)


def _mend(project_id: str, code: str, part: pd.DataFrame, rows: pd.DataFrame, language: str) -> None:
    row_ids = part["row_id"].tolist()
    if code in _WITHOUT_FREQUENCY or code in _WITHOUT_DURATION:
        _fill_in(project_id, code, row_ids, rows, language)
    if code in _SET_ASIDE:
        aside = row_ids if code != "duplicate" else _later_ones(part)
        words = translate("Set {rows} aside", language, rows=counted_rows(len(aside), language))
        if aside and st.button(words, key=f"aside_{code}"):
            exclude_rows(work(), project_id, aside, reason=code)
            _done(counted_rows(len(aside), language), language)


def _fill_in(project_id: str, code: str, row_ids: list[str], rows: pd.DataFrame, language: str) -> None:
    """Offer one frequency and one duration for all rows of a kind, beginning with what the others usually have."""
    html.paragraph(
        translate("Proposed: what the other tasks of the list usually take. Change it if you know better.", language),
        "note",
    )
    with st.form(f"mend_{code}", border=False):
        asked = [
            (field, title)
            for field, title, codes in (
                ("occurrences_per_week", translate("Times a week", language), _WITHOUT_FREQUENCY),
                ("minutes_per_occurrence", translate("Minutes each time", language), _WITHOUT_DURATION),
            )
            if code in codes
        ]
        columns = st.columns(2)
        given = {
            field: column.number_input(
                title, min_value=0.0, value=_usual(rows[field]), step=1.0, format="%.4g", key=f"mend_{code}_{field}"
            )
            for (field, title), column in zip(asked, columns, strict=False)
        }
        words = translate("Fill in for {rows}", language, rows=counted_rows(len(row_ids), language))
        if st.form_submit_button(words, key=f"mend_{code}_save"):
            values = {field: value for field, value in given.items() if value}
            edit_rows(work(), project_id, dict.fromkeys(row_ids, values), reason=code)
            _done(counted_rows(len(row_ids), language), language)


def _usual(values: pd.Series) -> float:
    known = values.dropna()
    return round(float(known.median()), 2) if len(known) else 1.0


def _later_ones(part: pd.DataFrame) -> list[str]:
    """Return the rows that say they repeat another one."""
    return [
        row_id
        for row_id, issues in zip(part["row_id"], part["issues"], strict=True)
        if any(not isinstance(problem, str) and problem.code == "duplicate" for problem in recognise(str(issues)))
    ]


def _done(rows: str, language: str) -> None:
    state.notify(translate("{rows} settled.", language, rows=rows))
    st.rerun()
