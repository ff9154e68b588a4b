"""The tasks as a table with bars for scores; a chosen row opens the panel of its task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_duration, format_range
from analyzer.scoring.reasons import CORRECTED_ALIKE
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.formats import missing

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from pandas.io.formats.style import Styler

_HEAD_HEIGHT, _ROW_HEIGHT = 38, 65
"""Pixels; from 65 on Streamlit breaks lines in a cell, so that a long task is read whole."""
_MOST_ROWS_SEEN = 9
_MOST_IN_WORDS = 1_000
"""Rows whose hours are written as everywhere else, 0.12 s; longer lists show hours as plain numbers."""
_MOST_ON_A_TELEPHONE = 20


def show(tasks: pd.DataFrame, language: str, key: str) -> None:
    """Show tasks, those to begin with first.

    :param tasks: rows of ``HoursEstimate.frame`` with ``row_id``; person names are left out.
    :param key: of the widget.
    """
    ordered = tasks.sort_values(["priority", "minutes_freed_central"], ascending=False, kind="stable")
    row_ids = ordered["row_id"].tolist()
    with st.container(key="narrow_tasks"):
        st.html(_on_a_telephone(ordered, language))
    with st.container(key="wide_tasks"):
        _grid(ordered, row_ids, language, key)


def _on_a_telephone(tasks: pd.DataFrame, language: str) -> str:
    """Return the first tasks with the hours they free beside them: a grid would hide those behind a swipe.

    Which of the two is seen is left to the stylesheet: a page does not know how wide its reader's screen is.
    """
    first = tasks.head(_MOST_ON_A_TELEPHONE)
    rows = [
        [
            str(row["task"]),
            label("lane", str(row["lane"]), language),
            "–" if missing(row["minutes_per_week"]) else format_duration(row["minutes_freed_central"], language),
        ]
        for row in first.to_dict("records")
    ]
    head = [label("field", "task", language), label("field", "lane", language), translate("Frees, a week", language)]
    caption = translate("The first {count} tasks; open any other below", language, count=len(first))
    return html.table(head, rows, caption=caption, numeric=(2,))


def _grid(ordered: pd.DataFrame, row_ids: Sequence[str], language: str, key: str) -> None:
    if key in st.session_state and state.opened_task() is None:
        # The panel was closed: unselect its row, so that a click on it opens the panel again.
        st.session_state[key] = {"selection": {"rows": [], "columns": [], "cells": []}}
    st.dataframe(
        _in_words(_shown(ordered, language), language),
        column_config=_columns(language, in_words=len(ordered) <= _MOST_IN_WORDS),
        hide_index=True,
        height=_HEAD_HEIGHT + _ROW_HEIGHT * min(len(ordered), _MOST_ROWS_SEEN) + 3,
        row_height=_ROW_HEIGHT,
        placeholder="",
        key=key,
        on_select=lambda: _open(key, row_ids),
        selection_mode="single-row",
        alt=translate("Tasks with their scores and the hours they could free, those to begin with first.", language),
    )


def _open(key: str, row_ids: Sequence[str]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows and rows[0] < len(row_ids):
        state.open_task(row_ids[rows[0]])


def _shown(tasks: pd.DataFrame, language: str) -> pd.DataFrame:
    shown = pd.DataFrame(
        {
            "task": tasks["task"],
            "lane": [label("lane", lane, language) for lane in tasks["lane"]],
            "automatability": tasks["automatability"].round(),
            "repetitiveness": tasks["repetitiveness"].round(),
            "freed": tasks["minutes_freed_central"],
            "range": [
                "" if missing(low) else format_range(low, high, language)
                for low, high in zip(tasks["minutes_freed_low"], tasks["minutes_freed_high"], strict=True)
            ],
            "taken": tasks["minutes_per_week"],
            "role": tasks["role"],
            "team": tasks["team"],
        }
    )
    followed = tasks["reasons"].str.contains(CORRECTED_ALIKE, regex=False)
    if (tasks["overridden"] | followed).any():
        names = {"hand": translate("by hand", language), "likeness": translate("by likeness", language)}
        how = followed.map({True: names["likeness"], False: None}).astype(object)
        shown.insert(2, "corrected", how.mask(tasks["overridden"], names["hand"]))
    return shown.dropna(axis="columns", how="all").reset_index(drop=True)


def _hours(minutes: pd.Series) -> pd.Series:
    """Return hours to a tenth, below one to a hundredth: a range of minutes beside a plain 0 would contradict it."""
    hours = minutes / 60
    return hours.round(1).where(hours >= 1, hours.round(2))


def _in_words(shown: pd.DataFrame, language: str) -> pd.DataFrame | Styler:
    """Return the table with minutes as durations: a click on the head of their column still sorts by length."""
    columns = [name for name in ("freed", "taken") if name in shown]
    if len(shown) > _MOST_IN_WORDS:
        return shown.assign(**{name: _hours(shown[name]) for name in columns})
    written: dict[Hashable, Any] = dict.fromkeys(columns, lambda minutes: format_duration(minutes, language))
    return shown.style.format(written, na_rep="")


def _columns(language: str, *, in_words: bool) -> dict[str, Any]:
    config = st.column_config
    hours_format = None if in_words else "localized"
    freed = translate("Frees/week", language) if in_words else translate("Frees, h/week", language)
    taken = translate("Takes/week", language) if in_words else translate("Takes, h/week", language)
    return {
        "task": config.TextColumn(label("field", "task", language), width=218),
        "lane": config.TextColumn(label("field", "lane", language), width=106),
        "corrected": config.TextColumn(translate("Corrected", language), width=116),
        "automatability": config.ProgressColumn(
            translate("Automatable", language),
            help=translate("How much of the task could run without a person: 0 none of it, 100 all of it.", language),
            min_value=0,
            max_value=100,
            format="%d",
            width=100,
        ),
        "repetitiveness": config.ProgressColumn(
            translate("Repetitive", language),
            help=translate("How often, and how much the same each time: 0 to 100.", language),
            min_value=0,
            max_value=100,
            format="%d",
            width=100,
        ),
        "freed": config.NumberColumn(freed, format=hours_format, width=93),
        "range": config.TextColumn(translate("Range", language), width=122),
        "taken": config.NumberColumn(taken, format=hours_format, width=93),
        "role": config.TextColumn(label("field", "role", language), width=150),
        "team": config.TextColumn(label("field", "team", language), width=130),
    }
