"""Roadmap: what comes first and why, how to start small, and what is built in which quarter."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_number, format_range
from analyzer.opportunity.balance import QuarterDate, next_quarter
from analyzer.opportunity.quadrant import BURDEN_CUT, VALUE_CUT
from analyzer.opportunity.quarter_parts import quarter_parts
from analyzer.report import charts
from analyzer.report.pilot_words import pilot_finding
from analyzer.report.roadmap_words import counted_days, waiting_words
from analyzer.ui import roadmap as chosen
from analyzer.ui import state
from analyzer.ui.components import charts as drawn
from analyzer.ui.components import frame, html
from analyzer.ui.components.added import added
from analyzer.ui.components.carried_notes import show_carried
from analyzer.ui.components.notices import guarded, panel
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.components.pilot_card import show_other_pilots, show_pilot
from analyzer.ui.components.priority_form import show_answers, show_weights
from analyzer.ui.components.standings import show_standings, show_story, show_unpaid_switch

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.opportunity.roadmap import Roadmap
    from analyzer.ui.analysis import Analysis

_MOST_CASES = 15
_MOST_STEPS = 60


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("roadmap", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        cases = chosen.cases_of(analysis.estimate)
        pilot = chosen.pilot_of(analysis.project.id, analysis.estimate)
        if pilot is None:
            frame.finding(translate("With these assumptions no use case would free time.", language))
        else:
            frame.finding(pilot_finding(pilot, language))
        show_carried(analysis, language)
        _order(analysis, cases, language)
        if pilot is not None:
            st.subheader(translate("Start small: the first pilot", language), anchor=False)
            show_pilot(pilot, language)
            show_other_pilots(analysis.project.id, pilot, cases, language)
            with guarded(language):
                _roadmap(analysis, language)
    frame.page_foot("roadmap")


def _order(analysis: Analysis, cases: pd.DataFrame, language: str) -> None:
    st.subheader(translate("What comes first", language), anchor=False)
    drawn.show(
        charts.quadrants_chart(cases, language=language, theme=drawn.theme()),
        key="quadrants",
        alt=translate("Use cases by what they are worth and by what stands against them, in four quadrants.", language),
    )
    html.paragraph(
        translate(
            "Worth it from a value of {value}, easy below an effort and risk of {burden} (both 0 to 100).",
            language,
            value=format_count(VALUE_CUT * 100, language),
            burden=format_count(BURDEN_CUT * 100, language),
        ),
        "note",
    )
    st.html(_cases_table(cases, language))
    project_id = analysis.project.id
    with st.expander(
        translate("Change what counts", language),
        key=state.view_key("weights"),
        on_change="rerun",
        icon=":material/tune:",
    ) as box:
        if box.open:
            with guarded(language):
                show_weights(project_id, language)
    with st.expander(
        translate("Ask the team: wish and pain", language), key=state.view_key("answers"), on_change="rerun"
    ) as box:
        if box.open:
            with guarded(language):
                show_answers(analysis, cases[cases["minutes_freed_central"] > 0], language)


def _cases_table(cases: pd.DataFrame, language: str) -> str:
    freeing = cases[cases["minutes_freed_central"] > 0]
    with_teams = any(len(teams) for teams in freeing["teams"])
    head = [
        translate("Use case", language),
        translate("Quadrant", language),
        translate("Could free, a week", language),
        translate("Effort", language),
        translate("Priority (0 to 100)", language),
        *([translate("Teams", language)] if with_teams else []),
    ]
    rows = [
        [
            f"{place}. {row['use_case']}",
            label("quadrant", row["quadrant"], language),
            f"{format_duration(row['minutes_freed_central'], language)} "
            f"({format_range(row['minutes_freed_low'], row['minutes_freed_high'], language)})",
            label("effort", str(row["effort"]), language),
            format_number(row["priority"], language, 0),
            *([", ".join(row["teams"]) or translate("not stated", language)] if with_teams else []),
        ]
        for place, row in enumerate(freeing.head(_MOST_CASES).to_dict("records"), start=1)
    ]
    caption = translate("Use cases, the first to take up on top", language)
    rest = len(freeing) - len(rows)
    if rest > 0:
        caption = translate_plural(
            "{caption}; {number} more is in the export",
            "{caption}; {number} more are in the export",
            rest,
            language,
            caption=caption,
            number=format_count(rest, language),
        )
    return html.table(head, rows, caption=caption, numeric=(4,), deciding=(2,))


def _roadmap(analysis: Analysis, language: str) -> None:
    st.subheader(translate("Quarter by quarter", language), anchor=False)
    project_id = analysis.project.id
    _choose_capacity(project_id, language)
    roadmap = chosen.roadmap_of(project_id, analysis.estimate)
    beginning = next_quarter(datetime.now(tz=UTC).date())
    names = [beginning.name(quarter.number, language) for quarter in roadmap.quarters]
    if warning := roadmap.workload_warning(names):
        panel(warning.message(language), "caution")
    drawn.show(
        charts.timeline_chart(roadmap, beginning, language=language, theme=drawn.theme()),
        key="timeline",
        alt=translate("The steps of each use case by quarter.", language),
    )
    cases = chosen.cases_of(analysis.estimate)
    show_story(roadmap, cases, language)
    show_standings(roadmap, cases, language)
    if roadmap.unpaid or (chosen.has_costs(project_id) and chosen.builds_unpaid(project_id)):
        show_unpaid_switch(project_id, roadmap, language)
    if not roadmap.steps:
        return
    st.html(_balance_table(roadmap, names, language))
    _opened_quarter(analysis, roadmap, names, language)
    with st.expander(
        translate("All steps, and what each waits for", language), key=state.view_key("steps"), on_change="rerun"
    ) as box:
        if box.open:
            st.html(_steps_table(roadmap, beginning, language))


def _choose_capacity(project_id: str, language: str) -> None:
    capacity = chosen.capacity_of(project_id)
    days_key, once_key = state.view_key("days_per_quarter"), state.view_key("at_once")
    st.session_state[days_key], st.session_state[once_key] = round(capacity.days_per_quarter), capacity.at_once

    def moved() -> None:
        try:
            chosen.keep_capacity(project_id, float(st.session_state[days_key]), int(st.session_state[once_key]))
        except AnalyzerError as error:
            state.complain(error.message(language))

    grid = st.grid(2, min_column_width=260, gap=("medium", "small"))
    with grid.cell():
        st.slider(
            translate("Days of work a quarter to build and set up", language),
            5,
            300,
            step=5,
            key=days_key,
            on_change=moved,
            help=translate("One person works about 57 days a quarter; half of that is the usual value.", language),
        )
    with grid.cell():
        st.slider(translate("Use cases under way at once", language), 1, 6, step=1, key=once_key, on_change=moved)


def _balance_table(roadmap: Roadmap, names: list[str], language: str) -> str:
    head = [
        translate("Quarter", language),
        translate("Building", language),
        translate("Learning", language),
        translate("Freed", language),
    ]
    rows = [
        [
            name,
            format_duration(quarter.hours_building * 60, language),
            format_duration(quarter.hours_learning * 60, language),
            format_duration(quarter.hours_freed * 60, language),
        ]
        for name, quarter in zip(names, roadmap.quarters, strict=True)
    ]
    caption = translate("Work that the plan adds and takes away in each quarter", language)
    return html.table(head, rows, caption=caption, numeric=(1, 2, 3))


def _opened_quarter(analysis: Analysis, roadmap: Roadmap, names: list[str], language: str) -> None:
    """Let the reader open one quarter, and show the use cases that make its figures."""
    number = st.selectbox(
        translate("Open a quarter to its use cases", language),
        list(range(len(names))),
        index=None,
        format_func=lambda at: names[at],
        key=state.view_key("opened_quarter"),
        placeholder=translate("Choose a quarter", language),
    )
    if number is None:
        return
    cases, costs = chosen.cases_of(analysis.estimate), chosen.costs_for(analysis.project.id)
    parts = quarter_parts(roadmap, number, cases, analysis.estimate, costs)
    head = [
        translate("Use case", language),
        translate("Building", language),
        translate("Learning", language),
        translate("Freed", language),
    ]
    columns = [
        added([getattr(part, hours) * 60 for _, part in parts], language)
        for hours in ("hours_building", "hours_learning", "hours_freed")
    ]
    rows = [
        list(row) for row in zip([*(name for name, _ in parts), translate("In all", language)], *columns, strict=True)
    ]
    caption = translate("Use cases that make the figures of {quarter}", language, quarter=names[number])
    st.html(html.table(head, rows, caption=caption, numeric=(1, 2, 3)))


def _steps_table(roadmap: Roadmap, beginning: QuarterDate, language: str) -> str:
    head = [
        translate("Step", language),
        translate("Kind of step", language),
        translate("Begins", language),
        translate("Work", language),
        translate("Waits for", language),
    ]
    rows = [
        [
            step.name,
            label("step", step.kind, language),
            beginning.name(int(step.start + 1e-9), language),
            counted_days(step.days, language) if step.days else "",
            waiting_words(step, language),
        ]
        for step in roadmap.steps[:_MOST_STEPS]
    ]
    return html.table(head, rows, caption=translate("Steps in the order in which they begin", language), deciding=(2,))


page()
