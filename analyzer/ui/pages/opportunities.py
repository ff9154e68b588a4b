"""Opportunities: which tasks to begin with, why, and what people know better."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.report.numbers import format_count, format_duration, format_range
from analyzer.report.theme import LANES
from analyzer.ui import state
from analyzer.ui.analysis import one_row
from analyzer.ui.components import filters, frame, learning_card, task_panel, task_table
from analyzer.ui.components.figures import Figure, show_figures
from analyzer.ui.components.html import paragraph
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.components.totals import hours_a_week, minutes_a_day
from analyzer.ui.formats import counted_tasks, without_time

if TYPE_CHECKING:
    from analyzer.ui.analysis import Analysis

_TABLE = "view_opportunity_table"


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("opportunities", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        frame.finding(_finding(analysis, language))
        show_figures([hours_a_week(analysis, language), minutes_a_day(analysis, language), _lanes(analysis, language)])
        learning_card.show(analysis, language)
        _tasks(analysis, language)
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


def _lanes(analysis: Analysis, language: str) -> Figure:
    counts = analysis.tasks["lane"].value_counts()
    parts = [
        f"{label('lane', lane, language)} {format_count(int(counts[lane]), language)}"
        for lane in LANES
        if lane in counts.index
    ]
    without = int(analysis.total["tasks_without_time"])
    return Figure(
        label=translate("Tasks in the list", language),
        value=format_count(len(analysis.tasks), language),
        spread=" · ".join(parts),
        note=without_time(without, language) if without else "",
    )


def _tasks(analysis: Analysis, language: str) -> None:
    st.subheader(translate("Where to begin", language), anchor=False)
    choice = filters.choose(analysis.tasks, language)
    shown = choice.rows(analysis.tasks)
    if shown.empty:
        paragraph(translate("No task fits these filters: take one away to see more.", language), "lead")
    else:
        count = counted_tasks(len(shown), language)
        hint = translate(
            "{tasks}, in the order in which to begin. Choose a row to see why, and to correct it.",
            language,
            tasks=count,
        )
        paragraph(hint, "note")
        task_table.show(shown, language, _TABLE)
        task_panel.choose_task(shown, language, "open_opportunity")
    task_panel.show_if_open(analysis, language)


page()
