"""Rows that lack something or repeat another: what is wrong with those of one kind, and a mend for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import mark, translate
from analyzer.inventory.problems import recognise
from analyzer.inventory.stakes import usual
from analyzer.inventory.text import parse_number
from analyzer.numbers import format_number, shown_minutes
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.components.notices import panel
from analyzer.ui.doubts import NUMBERS_SET_ASIDE, SEVERAL, UNCOUNTED, once_named
from analyzer.ui.formats import counted_rows
from analyzer.ui.times_in_words import duration_in_words, frequency_in_words, minutes_each_time, times_a_week
from analyzer.ui.work import work
from analyzer.workspace import edit_rows, exclude_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from analyzer.inventory.worktime import WorkTime
    from analyzer.ui.doubts import Doubt

KINDS: Mapping[str, str] = {
    "week_exceeded": mark("More hours than a week has"),
    "not_positive": mark("A time or number of zero or less"),
    "time_missing": mark("Neither how often nor how long"),
    "frequency_missing": mark("How often is missing"),
    "frequency_vague": mark("How often is said without a number"),
    "frequency_uncounted": mark("How often is said without a number, but with a period"),
    "frequency_unreadable": mark("How often could not be read"),
    "duration_missing": mark("How long is missing"),
    "duration_vague": mark("How long is said without a number"),
    "duration_unreadable": mark("How long could not be read"),
    "date_unreadable": mark("A date where a time should be"),
    "duplicate": mark("The same task twice"),
    "task_missing": mark("No task is named"),
    "task_without_words": mark("The task has no words"),
}
"""Kinds that ask for an answer; other sentences about a row only say how it was read."""

_FREQUENCY, _DURATION = "occurrences_per_week", "minutes_per_occurrence"
_BOTH = ("time_missing", "date_unreadable", *NUMBERS_SET_ASIDE)
_SET_ASIDE = ("duplicate", "task_missing", "task_without_words", *NUMBERS_SET_ASIDE)
_VAGUE, _SELDOM = "frequency_vague", 4 / 52
"""Words such as "now and then" or "ad hoc" mostly stand for a few times a year: the usual frequency of the other tasks
would invent work (judgement)."""
_SHOWN = 4
"""Rows of one kind that are spelt out: enough to see what is meant; all of them stand in the rows (judgement)."""


def ask(doubt: Doubt, rows: pd.DataFrame, language: str) -> None:
    """Say what is wrong with the rows, each with its task."""
    said = ""
    for place in doubt.places[:_SHOWN]:
        task, issues = rows["task"].iloc[place], str(rows["issues"].iloc[place])
        wrong = [one.message(language) for one in recognise(issues) if not isinstance(one, str)
                 and one.code == doubt.code]  # fmt: skip
        said += f"<li>{html.text(task) if isinstance(task, str) and task else '…'}<br><small>{html.text(wrong[0])}"
        said += "</small></li>"
    st.html(f'<ul class="reasons">{said}</ul>')
    if len(doubt.places) > _SHOWN:
        words = translate("The first {shown} of {rows}", language, shown=_SHOWN,
                          rows=counted_rows(len(doubt.places), language))  # fmt: skip
        html.paragraph(words, "note")


def fill_in(project_id: str, doubt: Doubt, rows: pd.DataFrame, language: str, work_time: WorkTime) -> None:
    """Offer one frequency and one duration for all rows of a kind, beginning with what the others usually have, and
    with a few times a year where the frequency was said in words that give no number."""
    fields = _fields(doubt.code)
    if not fields:
        return
    code, part = doubt.code, rows.iloc[list(doubt.places)]
    proposal = (
        mark("Proposed: a few times a year, so that no hours are invented. Change it if you know better.")
        if code == _VAGUE
        else mark("Proposed: three times in the period that each row names. Change it if you know better.")
        if code == UNCOUNTED
        else mark("Proposed: what the other tasks of the list usually take. Change it if you know better.")
    )
    html.paragraph(translate(proposal, language), "note")
    with st.form(f"mend_{code}", border=False):
        columns = st.columns(3, vertical_alignment="bottom")
        given = {
            field: column.text_input(
                translate(_asked_for(field, code), language),
                value=_proposed(field, code, rows, language),
                key=f"mend_{code}_{field}",
            )
            for field, column in zip(fields, columns, strict=False)
        }
        words = translate("Fill in for {rows}", language, rows=counted_rows(len(part), language))
        if columns[len(fields)].form_submit_button(words, type="primary", key=f"mend_{code}_save"):
            try:
                values = _values(doubt, given, rows, work_time)
            except AnalyzerError as error:
                panel(error.message(language), "problem")
                return
            if values:
                edit_rows(work(), project_id, values, reason=code)
                _done(len(values), language)


def offer(project_id: str, doubt: Doubt, rows: pd.DataFrame, language: str) -> None:
    """Offer to set the rows aside, where that is a sensible answer; of repeated rows the first stays."""
    if doubt.code not in _SET_ASIDE:
        return
    aside = rows["row_id"].iloc[list(doubt.places)].tolist()
    words = translate("Set {rows} aside", language, rows=counted_rows(len(aside), language))
    kind: Literal["primary", "secondary"] = "secondary" if _fields(doubt.code) else "primary"
    if st.button(words, key=f"aside_{doubt.code}", type=kind):
        exclude_rows(work(), project_id, aside, reason=doubt.code)
        _done(len(aside), language)


def _values(
    doubt: Doubt, given: Mapping[str, str], rows: pd.DataFrame, work_time: WorkTime
) -> dict[str, dict[str, float]]:
    """Return what each row is filled in with, by its number; a bare count of times is one in the row's own period.

    :raises InputFileError: if a text cannot be read as what it is asked for.
    """
    part = rows.iloc[list(doubt.places)]
    counted = parse_number(given.get(_FREQUENCY, "")) if doubt.code == UNCOUNTED else None
    if counted is not None:
        once = (once_named(issues, work_time) for issues in part["issues"])
        return {row: {_FREQUENCY: counted * rate} for row, rate in zip(part["row_id"], once, strict=True) if rate}
    values = {field: _READ[field](text, work_time) for field, text in given.items() if text.strip()}
    return dict.fromkeys(part["row_id"], values) if values else {}


def _fields(code: str) -> tuple[str, ...]:
    """Return what is to be filled in for a kind."""
    if code in _BOTH:
        return _FREQUENCY, _DURATION
    if code.startswith("frequency_"):
        return (_FREQUENCY,)
    return (_DURATION,) if code.startswith("duration_") else ()


def _asked_for(field: str, code: str) -> str:
    if code == UNCOUNTED:
        return mark("How many times")
    return mark("How often") if field == _FREQUENCY else mark("How long each time")


def _proposed(field: str, code: str, rows: pd.DataFrame, language: str) -> str:
    if code == UNCOUNTED:
        return format_number(SEVERAL, language)
    if code == _VAGUE:
        return frequency_in_words(_SELDOM, language)
    if field == _FREQUENCY:
        return frequency_in_words(usual(rows[field]), language)
    return duration_in_words(float(max(1, shown_minutes(usual(rows[field])))), language)


def _done(count: int, language: str) -> None:
    state.notify(translate("{rows} settled.", language, rows=counted_rows(count, language)))
    st.rerun()


_READ = {_FREQUENCY: times_a_week, _DURATION: minutes_each_time}
