"""Hours freed: for whom, how much a day, beside what has been measured, and what the figures rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.numbers import format_duration, format_range
from analyzer.opportunity import measured_range
from analyzer.report import charts
from analyzer.ui import state
from analyzer.ui.components import charts as drawn
from analyzer.ui.components import frame, html
from analyzer.ui.components.assumption_form import choose_scenario, show_assumptions
from analyzer.ui.components.figures import show_figures
from analyzer.ui.components.hour_cautions import show_cautions
from analyzer.ui.components.hour_groups import show_groups
from analyzer.ui.components.money import show_money
from analyzer.ui.components.notices import guarded
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.components.people_form import people_found, show_people
from analyzer.ui.components.role_facts import show_role_facts
from analyzer.ui.components.scenario_shelf import show_shelf
from analyzer.ui.components.scenario_table import show_comparison
from analyzer.ui.components.standings import show_story
from analyzer.ui.components.totals import hours_a_week, hours_a_year, minutes_a_day
from analyzer.ui.components.what_moves import (
    show_evidence,
    show_first_year,
    show_next_question,
    show_what_moves,
)
from analyzer.ui.components.working_time_form import show_working_time, working_time_found
from analyzer.ui.roadmap import cases_of, roadmap_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from analyzer.ui.analysis import Analysis

_ROADMAP_AT_ONCE = 5_000
"""Tasks up to which a roadmap is laid out for its one sentence after each move of a slider."""


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("hours", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        frame.finding(_finding(analysis, language))
        choose_scenario(analysis.project.id, language)
        show_figures([card(analysis, language) for card in (hours_a_week, minutes_a_day, hours_a_year)])
        estimate = analysis.estimate
        found = people_found(estimate, language), working_time_found(estimate.assumptions, language)
        html.paragraph(" ".join(found), "note")
        if len(estimate.frame) <= _ROADMAP_AT_ONCE:
            with guarded(language):
                show_story(roadmap_of(analysis.project.id, estimate), cases_of(estimate), language)
        _ruler(analysis, language)
        st.subheader(translate("The next question to ask", language), anchor=False)
        with guarded(language):
            show_next_question(analysis, language)
        # Closed until asked for: whoever only wants the hours reads one screen, on a telephone three.
        _asked(translate("What moves the total most", language), "moves", show_what_moves, analysis, language)
        show_cautions(analysis, language)
        st.subheader(translate("For whom", language), anchor=False)
        with guarded(language):
            show_groups(analysis, language)
        _looked_into(analysis, language)
        _rests_on(analysis, language)
    frame.page_foot("hours")


def _asked(title: str, name: str, show: Callable[[Analysis, str], None], analysis: Analysis, language: str) -> None:
    """Show a part that is computed only once the reader opens it."""
    with st.expander(title, key=state.view_key(name), on_change="rerun") as box:
        if box.open:
            with guarded(language):
                show(analysis, language)


def _looked_into(analysis: Analysis, language: str) -> None:
    st.subheader(translate("Months, money and scenarios", language), anchor=False)
    _asked(translate("The first year", language), "first_year", show_first_year, analysis, language)
    show_money(analysis, language)
    _asked(translate("Compare scenarios side by side", language), "compare", show_comparison, analysis, language)
    _asked(translate("Save and exchange scenarios", language), "shelf", show_shelf, analysis, language)


def _rests_on(analysis: Analysis, language: str) -> None:
    st.subheader(translate("What these hours rest on", language), anchor=False)
    html.paragraph(
        translate("Move a slider: everything is computed again, and your choice is kept with the project.", language),
        "note",
    )
    studies = translate("Which studies these hours rest on", language)
    _asked(studies, "studies", show_evidence, analysis, language)
    with guarded(language), st.expander(translate("Assumptions of the scenario", language)):
        show_assumptions(analysis.project.id, language)
    with guarded(language), st.expander(translate("Your working time", language)):
        show_working_time(analysis.project.id, language)
    _asked(translate("How many people you are", language), "people", show_people, analysis, language)
    _asked(translate("Working week by role", language), "roles", show_role_facts, analysis, language)


def _finding(analysis: Analysis, language: str) -> str:
    total = analysis.total
    central = float(total["minutes_per_person_per_day_central"])
    low, high = measured_range(analysis.estimate.assumptions)
    facts = {
        "duration": format_duration(central, language),
        "range": format_range(
            total["minutes_per_person_per_day_low"], total["minutes_per_person_per_day_high"], language
        ),
    }
    if central > high:
        return translate(
            "About {duration} per person per day could be freed ({range}): more than studies have measured so far.",
            language,
            **facts,
        )
    if central < low:
        return translate(
            "About {duration} per person per day could be freed ({range}): less than studies usually measure.",
            language,
            **facts,
        )
    return translate(
        "About {duration} per person per day could be freed ({range}): in line with what studies have measured.",
        language,
        **facts,
    )


def _ruler(analysis: Analysis, language: str) -> None:
    st.subheader(translate("Beside what others found", language), anchor=False)
    marks = analysis.estimate.ruler()
    drawn.show(
        charts.ruler_chart(marks, language=language, theme=drawn.theme()),
        key="ruler",
        alt=translate("Your estimate per person per day beside measured and self-reported savings.", language),
        finding=False,
    )
    with st.expander(translate("Where these marks come from", language)):
        rows = [[one.label(language), one.note(language)] for one in marks if one.note(language)]
        head = [translate("Mark", language), translate("What it rests on", language)]
        st.html(html.table(head, rows, caption=translate("Sources of the ruler", language)))


page()
