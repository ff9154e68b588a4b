"""Opportunities: what to begin with, which tasks are worth it and why, and what people know better."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_range
from analyzer.report.theme import LANES
from analyzer.ui import state
from analyzer.ui.analysis import one_row
from analyzer.ui.components import filters, frame, learning_card, task_panel, task_table
from analyzer.ui.components.figures import Figure, show_figures
from analyzer.ui.components.first_step import show_first_step
from analyzer.ui.components.html import paragraph
from analyzer.ui.components.notices import guarded
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.components.totals import hours_a_week, hours_of_part, minutes_a_day
from analyzer.ui.components.waiting_judgements import show_waiting
from analyzer.ui.formats import counted_tasks, without_time

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.ui.analysis import Analysis

_TABLE = "view_opportunity_table"


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("opportunities", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        frame.finding(_finding(analysis, language))
        with guarded(language):
            show_first_step(analysis, language)
        cards = st.container()  # above the filters, which they follow
        learning_card.show(analysis, language)
        show_waiting(analysis.project.id, language)
        shown = _tasks(analysis, language)
        with cards:
            _cards(analysis, shown, language)
        task_panel.show_if_open(analysis, language)
    frame.page_foot("opportunities")


def _finding(analysis: Analysis, language: str) -> str:
    freeing = analysis.tasks[analysis.tasks["minutes_freed_central"] > 0]
    if freeing.empty:
        return translate(
            "No task of this list frees time for now: either no time is stated, or the work is best left as it is.",
            language,
        )
    total = analysis.total
    best = one_row(analysis.estimate.totals("use_case"), 0)
    return translate_plural(
        "{number} task could free about {duration} a week ({range}); the most comes from “{use_case}”: {best} a week.",
        "{number} tasks could free about {duration} a week ({range}); the most comes from “{use_case}”: {best} a week.",
        len(freeing),
        language,
        number=format_count(len(freeing), language),
        duration=format_duration(total["minutes_freed_central"], language),
        range=format_range(total["minutes_freed_low"], total["minutes_freed_high"], language),
        use_case=best["use_case"],
        best=format_duration(best["minutes_freed_central"], language),
    )


def _cards(analysis: Analysis, shown: pd.DataFrame, language: str) -> None:
    """Show the totals of what the filters leave, and say which part of the list that is."""
    if len(shown) == len(analysis.tasks):
        figures = [hours_a_week(analysis, language), minutes_a_day(analysis, language)]
    else:
        figures = [hours_of_part(analysis, shown, language)]
    show_figures([*figures, _lanes(shown, language)])


def _lanes(tasks: pd.DataFrame, language: str) -> Figure:
    counts = tasks["lane"].value_counts()
    parts = [
        f"{label('lane', lane, language)} {format_count(int(counts[lane]), language)}"
        for lane in LANES
        if lane in counts.index
    ]
    without = int(tasks["minutes_per_week"].isna().sum())
    return Figure(
        label=translate("Tasks in the list", language),
        value=format_count(len(tasks), language),
        spread=" · ".join(parts),
        note=without_time(without, language) if without else "",
    )


def _tasks(analysis: Analysis, language: str) -> pd.DataFrame:
    """Show the tasks that the filters leave, and return them."""
    st.subheader(translate("All tasks in order", language), anchor=False)
    choice = filters.choose(analysis.tasks, language)
    shown = choice.rows(analysis.tasks)
    if shown.empty:
        paragraph(translate("No task fits these filters: take one away to see more.", language), "lead")
    else:
        count = counted_tasks(len(shown), language)
        hint = translate(
            "{tasks}; the order weighs hours, wish and pain against effort and risk, so what frees most need not come "
            "first. Choose a row to see why, and to correct it.",
            language,
            tasks=count,
        )
        paragraph(hint, "note")
        task_table.show(shown, language, _TABLE)
        task_panel.choose_task(shown, language, "open_opportunity")
    return shown


page()
