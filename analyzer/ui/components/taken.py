"""What was taken without asking: in one closed box, each kind with the reading taken, to be looked at and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import mark, translate, translate_plural
from analyzer.inventory.problems import recognise
from analyzer.ui import state
from analyzer.ui.components import html, plausibility, problem_rows
from analyzer.ui.doubts import NUMBERS_SET_ASIDE, WITHOUT_TIME
from analyzer.ui.formats import counted_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from analyzer.ui.doubts import Doubt, Doubts

READINGS: Mapping[str, str] = {
    "headcount_unreadable": mark("A number of people not understood"),
    "headcount_from_role": mark("A number of people beside the role"),
    "headcount_by_name": mark("A row that names who does it"),
    "headcount_disagrees": mark("Two numbers of people that disagree"),
    "frequency_read_as_day": mark("How often could be read two ways"),
    "frequency_read_as_week": mark("How often could be read two ways"),
    "frequency_read_as_fortnight": mark("How often could be read two ways"),
    "frequency_read_as_month": mark("How often could be read two ways"),
    "frequency_read_as_year": mark("How often could be read two ways"),
    "duration_read_as": mark("How long could be read two ways"),
    "number_ambiguous": mark("A number could be read two ways"),
    "date_as_range": mark("A range that the spreadsheet made a date"),
    "weekly_time_disagrees": mark("Two times that disagree"),
    "several_tasks": mark("Several tasks in one cell"),
    "time_split": mark("A time shared among the tasks of one cell"),
    "time_shared": mark("A time shared among several roles"),
    "comma_rejoined": mark("A text cut at its comma"),
    "extra_cells": mark("Cells beyond the table"),
}
"""Kinds of readings that were taken: one way of two, or as well as could be."""

_UNKNOWN = mark("The task is kept; its time is unknown and counts for no hours.")
_SET_ASIDE = mark("The task is kept; its time is set aside and counts for no hours.")
_EACH = mark("Each row counts with its own time: nothing is merged.")
_WRITTEN = mark("It counts as it is written.")
_AS_TAKEN: Mapping[str, str] = {
    **dict.fromkeys(WITHOUT_TIME, _UNKNOWN),
    **dict.fromkeys((*NUMBERS_SET_ASIDE, "time_negative", "time_zero", "never_done"), _SET_ASIDE),
    **dict.fromkeys(("duplicate", "near_duplicate", "same_across_roles"), _EACH),
}
TITLES: Mapping[str, str] = {**plausibility.KINDS, **problem_rows.KINDS, **READINGS}
"""What each kind of doubt is called."""

_SHOWN = 3
"""Readings of one kind that are spelt out (judgement)."""


def show(doubts: Doubts, rows: pd.DataFrame, language: str) -> Doubt | None:
    """Show the box, if there is anything to say, and return the kind that the reader wants to look at.

    :param rows: the counted rows of the project.
    """
    kinds = {f"{name}:{one.code}": one for name in ("taken", "left", "readings") for one in getattr(doubts, name)}
    if not kinds:
        return None
    title = translate_plural("Taken without asking: {count} kind of reading, to be looked at and changed",
                             "Taken without asking: {count} kinds of readings, to be looked at and changed",
                             len(kinds), language)  # fmt: skip
    with st.expander(title, key=state.view_key("taken"), on_change="rerun") as box:
        if not box.open:
            return None
        head = [translate("What it is", language), translate("Rows", language), translate("Taken as", language)]
        lines = [
            [_title(one, language), counted_rows(len(one.places), language), _as_taken(name, one, rows, language)]
            for name, one in kinds.items()
        ]
        st.html(html.table(head, lines, caption=translate("What was taken without asking", language), deciding=(2,)))
        chosen = st.selectbox(
            translate("Look at one and change it", language),
            list(kinds),
            index=None,
            format_func=lambda name: _named(kinds[name], rows, language) if name in kinds else "",
            placeholder=translate("Choose", language),
            key=state.view_key("taken_chosen"),
        )
        return kinds.get(chosen) if chosen else None


def _title(doubt: Doubt, language: str) -> str:
    return translate(TITLES[doubt.code], language)


def _named(doubt: Doubt, rows: pd.DataFrame, language: str) -> str:
    """Return what tells a kind from the others in the list to choose from."""
    title = _title(doubt, language)
    return f"{title} · {_readings(doubt, rows, language)}" if doubt.code in READINGS else title


def _as_taken(name: str, doubt: Doubt, rows: pd.DataFrame, language: str) -> str:
    if doubt.code in READINGS:
        return _readings(doubt, rows, language)
    counts = rows["minutes_per_week"].iloc[list(doubt.places)].notna().any()
    words = translate(_AS_TAKEN.get(doubt.code, _WRITTEN if counts else _SET_ASIDE), language)
    return f"{words} {translate('You chose to leave it so.', language)}" if name.startswith("left") else words


def _readings(doubt: Doubt, rows: pd.DataFrame, language: str) -> str:
    """Return the first different readings of a kind, in words."""
    said: dict[str, None] = {}
    for issues in dict.fromkeys(rows["issues"].iloc[list(doubt.places)]):
        found = [one for one in recognise(issues) if not isinstance(one, str) and one.code == doubt.code]
        said.update(dict.fromkeys(one.message(language) for one in found))
        if len(said) > _SHOWN:
            return " ".join(list(said)[:_SHOWN]) + " …"
    return " ".join(said)
