"""The task list, edited in place a page at a time: each change is kept at once, under the id of its row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_duration
from analyzer.ui import masked_edits, state
from analyzer.ui.components.html import paragraph
from analyzer.ui.formats import missing
from analyzer.ui.times_in_words import duration_in_words, frequency_in_words, minutes_each_time, times_a_week
from analyzer.ui.work import work
from analyzer.workspace import edit_rows, exclude_rows, restore_rows, undo_edits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from analyzer.inventory.worktime import WorkTime

PAGE_ROWS = 25
_KEPT = "kept"
_ISSUES = "issues"
_IN_WORDS: Mapping[str, tuple[Callable[[float, str], str], Callable[[str, WorkTime | None], float]]] = {
    "occurrences_per_week": (frequency_in_words, times_a_week),
    "minutes_per_occurrence": (duration_in_words, minutes_each_time),
}
"""Numbers that are typed in words ("3x/week", "1h30"): how each is shown, and how it is read."""
_FIELDS = ("task", "occurrences_per_week", "minutes_per_occurrence", "role", "team", "headcount")
"""What can be corrected; times stand beside the task, for they are what is mended most."""


def show(
    project_id: str,
    rows: pd.DataFrame,
    language: str,
    name: str,
    *,
    work_time: WorkTime | None = None,
    with_issues: bool = False,
) -> None:
    """Show rows to be edited.

    :param rows: inventory rows with ``row_id``, ``excluded`` and ``edited``, those set aside included.
    :param name: of the list, unique on the page.
    :param work_time: what a "day" is that someone types; 7 h unless given.
    :param with_issues: whether what is wrong with a row stands beside it.
    """
    pages = max(1, -(-len(rows) // PAGE_ROWS))
    number = st.pagination(pages, key=state.view_key(f"page_{name}")) if pages > 1 else 1
    part = rows.iloc[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]
    row_ids = part["row_id"].tolist()
    # The editor reports positions: its key holds what is on the page, and starts afresh after each change.
    key = f"edit_{name}_{number}_{state.rounds(f'edit_{name}')}"
    st.data_editor(
        _shown(part, with_issues, language),
        column_config=_columns(language),
        hide_index=True,
        num_rows="fixed",
        placeholder="",
        disabled=["row", "minutes_per_week", _ISSUES],
        key=key,
        on_change=lambda: _keep(project_id, row_ids, key, name, work_time, language),
        alt=translate("The task list, to be corrected in place.", language),
    )
    changed = part.loc[(part["edited"] != "") | part["excluded"], "row_id"].tolist()
    if changed:
        paragraph(
            translate(
                "Rows changed on this page: {count}. The file itself stays as it is.", language, count=len(changed)
            ),
            "note",
        )
        if st.button(translate("Undo the changes of this page", language), key=f"undo_{name}_{number}"):
            undo_edits(work(), project_id, changed)
            restore_rows(work(), project_id, changed)
            state.next_round(f"edit_{name}")
            st.rerun()


def _shown(rows: pd.DataFrame, with_issues: bool, language: str) -> pd.DataFrame:
    shown = rows[["row", *_FIELDS, "minutes_per_week"]].copy()
    for field, (in_words, _) in _IN_WORDS.items():
        shown[field] = [in_words(value, language) for value in rows[field]]
    if with_issues:
        shown.insert(2, _ISSUES, rows[_ISSUES])
    shown["minutes_per_week"] = [
        "" if missing(minutes) else format_duration(minutes, language) for minutes in rows["minutes_per_week"]
    ]
    for column in ("role", "team"):
        shown[column] = shown[column].astype(object).where(shown[column].notna(), None)
    shown.insert(0, _KEPT, ~rows["excluded"])
    return shown.reset_index(drop=True)


def _columns(language: str) -> dict[str, Any]:
    config = st.column_config
    return {
        _KEPT: config.CheckboxColumn(
            translate("Counts", language), help=translate("Untick a row to set it aside.", language), width=92
        ),
        "row": config.NumberColumn(translate("Row", language), format="%d", width=60),
        "task": config.TextColumn(label("field", "task", language), required=True, width=270),
        _ISSUES: config.TextColumn(translate("What is to be settled", language), width=260),
        "role": config.TextColumn(label("field", "role", language), width=150),
        "team": config.TextColumn(label("field", "team", language), width=130),
        "occurrences_per_week": config.TextColumn(
            translate("How often", language),
            help=translate("As you would say it: “every day”, “3 times a week”, “twice a month”.", language),
            width=150,
        ),
        "minutes_per_occurrence": config.TextColumn(
            translate("How long each time", language),
            help=translate("As you would say it: “20 min”, “1 h 30 min”, “half a day”.", language),
            width=150,
        ),
        "headcount": config.NumberColumn(translate("People", language), min_value=0.0, format="%.4g", width=76),
        "minutes_per_week": config.TextColumn(translate("Takes/week", language), width=112),
    }


def _keep(
    project_id: str, row_ids: Sequence[str], key: str, name: str, work_time: WorkTime | None, language: str
) -> None:
    edited: dict[int, dict[str, Any]] = st.session_state[key]["edited_rows"]
    changes = {row_ids[int(place)]: dict(fields) for place, fields in edited.items() if int(place) < len(row_ids)}
    aside = [row_id for row_id, fields in changes.items() if fields.get(_KEPT) is False]
    back = [row_id for row_id, fields in changes.items() if fields.get(_KEPT) is True]
    try:
        corrections = {row_id: read_typed(fields, work_time) for row_id, fields in changes.items()}
        if masked_edits.mask(project_id, corrections, language):
            state.notify(translate("Personal data in what you typed was masked.", language))
        edit_rows(work(), project_id, {row_id: fields for row_id, fields in corrections.items() if fields})
        if aside:
            exclude_rows(work(), project_id, aside)
        if back:
            restore_rows(work(), project_id, back)
    except AnalyzerError as error:
        state.complain(error.message(language))
    state.next_round(f"edit_{name}")


def read_typed(fields: Mapping[str, Any], work_time: WorkTime | None) -> dict[str, Any]:
    """Return what was typed as values; an emptied time is unknown.

    :raises InputFileError: if a frequency or duration cannot be read.
    """
    return {
        field: (_IN_WORDS[field][1](str(value), work_time) if str(value or "").strip() else None)
        if field in _IN_WORDS
        else value
        for field, value in fields.items()
        if field in _FIELDS
    }
