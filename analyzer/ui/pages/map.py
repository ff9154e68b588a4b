"""Map: the tasks in one picture, by scores, by role and kind of work, or by time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.report import charts
from analyzer.ui import state
from analyzer.ui.components import charts as drawn
from analyzer.ui.components import filters, frame, learning_card, task_panel
from analyzer.ui.components.html import paragraph
from analyzer.ui.components.opened import opened_analysis

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from analyzer.ui.analysis import Analysis

PICTURES = {
    "map": mark("Opportunity map"),
    "heat": mark("Roles and kinds of work"),
    "time": mark("Where the hours are"),
}

LEADS = {
    "map": mark("The further up and to the right a task stands, the sooner it is worth a look."),
    "heat": mark("The stronger the colour of a cell, the more time this kind of work could free in this role."),
    "time": mark("The larger an area, the more time could be freed there."),
}


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("map", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        _pictures(analysis, language)
    frame.page_foot("map")


def _pictures(analysis: Analysis, language: str) -> None:
    first = st.container()
    picture = st.pills(
        translate("Picture", language),
        list(PICTURES),
        default="map",
        required=True,
        format_func=lambda code: translate(PICTURES[code], language),
        key=state.view_key("picture"),
        label_visibility="collapsed",
        persist_state="session",
    )
    choice = filters.choose(analysis.tasks, language, with_words=False)
    shown = choice.rows(analysis.tasks)
    if shown.empty:
        paragraph(translate("No task fits these filters: take one away to see more.", language), "lead")
        return
    paragraph(translate(LEADS[picture or "map"], language), "lead")
    figure = _figure(picture or "map", shown, language)
    with first:
        said = str(figure.layout.meta["title"])
        frame.finding(said if said.endswith(".") else f"{said}.")
    _draw(picture or "map", figure, language)
    task_panel.choose_task(shown, language, "open_map")
    learning_card.show(analysis, language)
    task_panel.show_if_open(analysis, language)


def _figure(picture: str, tasks: pd.DataFrame, language: str) -> go.Figure:
    make = {"map": charts.opportunity_map, "heat": charts.activity_heatmap, "time": charts.hours_treemap}[picture]
    return make(tasks, language=language, theme=drawn.theme())


def _draw(picture: str, figure: go.Figure, language: str) -> None:
    """Draw a picture whose finding stands at the top of the page already."""
    if picture == "map":
        drawn.show(
            figure,
            key="opportunity_map",
            alt=translate(
                "Tasks by how repetitive and how automatable they are; the area of a mark is its minutes a week.",
                language,
            ),
            on_point=state.open_task,
            finding=False,
        )
        paragraph(translate("Choose a mark to see its task.", language), "note")
    elif picture == "heat":
        drawn.show(
            figure,
            key="activity_heatmap",
            alt=translate("Time that could be freed, by role and kind of work.", language),
            finding=False,
        )
    else:
        drawn.show(
            figure,
            key="hours_treemap",
            alt=translate("Time that could be freed, by role and task, as areas.", language),
            finding=False,
        )


page()
