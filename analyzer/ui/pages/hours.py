"""Hours freed: for whom, how much a day, beside what has been measured, and what the figures rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_duration, format_range
from analyzer.opportunity import measured_range
from analyzer.report import charts
from analyzer.ui import state
from analyzer.ui.components import charts as drawn
from analyzer.ui.components import frame, html
from analyzer.ui.components.assumption_form import choose_scenario, show_assumptions
from analyzer.ui.components.figures import show_figures
from analyzer.ui.components.hour_groups import show_groups
from analyzer.ui.components.money import show_money
from analyzer.ui.components.notices import guarded, panel
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.components.people_form import people_found, show_people
from analyzer.ui.components.role_facts import show_role_facts
from analyzer.ui.components.scenario_shelf import show_shelf
from analyzer.ui.components.scenario_table import show_comparison
from analyzer.ui.components.totals import hours_a_week, hours_a_year, minutes_a_day
from analyzer.ui.components.what_moves import show_evidence, show_first_year, show_what_moves
from analyzer.ui.components.working_time_form import choose_working_time, show_working_time
from analyzer.ui.formats import missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from analyzer.opportunity import HoursWarning
    from analyzer.ui.analysis import Analysis

_MOST_WARNINGS = 3


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("hours", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        frame.finding(_finding(analysis, language))
        _choices(analysis.project.id, language)
        show_figures([card(analysis, language) for card in (hours_a_week, minutes_a_day, hours_a_year)])
        html.paragraph(people_found(analysis.estimate, language), "note")
        _warnings(analysis, language)
        _ruler(analysis, language)
        show_evidence(analysis, language)
        st.subheader(translate("For whom", language), anchor=False)
        with guarded(language):
            show_groups(analysis, language)
        # Closed until asked for: whoever only wants the hours reads one screen, on a telephone three.
        _asked(translate("What moves the total most", language), "moves", show_what_moves, analysis, language)
        _asked(translate("The first year", language), "first_year", show_first_year, analysis, language)
        _asked(translate("Compare scenarios side by side", language), "compare", show_comparison, analysis, language)
        _asked(translate("Save and exchange scenarios", language), "shelf", show_shelf, analysis, language)
        show_money(analysis, language)
        _rests_on(analysis, language)
    frame.page_foot("hours")


def _asked(title: str, name: str, show: Callable[[Analysis, str], None], analysis: Analysis, language: str) -> None:
    """Show a part that is computed only once the reader opens it."""
    with st.expander(title, key=state.view_key(name), on_change="rerun") as box:
        if box.open:
            with guarded(language):
                show(analysis, language)


def _choices(project_id: str, language: str) -> None:
    """Show what is chosen for the whole page: the scenario, and the working time that holds in all of them."""
    grid = st.grid(2, min_column_width=320, gap=("medium", "small"))
    with grid.cell():
        choose_scenario(project_id, language)
    with grid.cell():
        choose_working_time(project_id, language)


def _rests_on(analysis: Analysis, language: str) -> None:
    st.subheader(translate("What these hours rest on", language), anchor=False)
    html.paragraph(
        translate("Move a slider: everything is computed again, and your choice is kept with the project.", language),
        "note",
    )
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
            "About {duration} per person and day could be freed ({range}): more than studies have measured so far.",
            language,
            **facts,
        )
    if central < low:
        return translate(
            "About {duration} per person and day could be freed ({range}): less than studies usually measure.",
            language,
            **facts,
        )
    return translate(
        "About {duration} per person and day could be freed ({range}): in line with what studies have measured.",
        language,
        **facts,
    )


def _warnings(analysis: Analysis, language: str) -> None:
    warnings = analysis.estimate.warnings
    for warning in warnings[:_MOST_WARNINGS]:
        panel(warning.message(language), "caution")
        if warning.places:
            title = translate("Which tasks these are", language)
            with st.expander(title, key=state.view_key(f"tasks_{warning.code}"), on_change="rerun") as box:
                if box.open:
                    st.html(_tasks_of(analysis, warning, language))
    if rest := warnings[_MOST_WARNINGS:]:
        title = translate("More to know before using these figures ({count})", language, count=len(rest))
        with st.expander(title, key=state.view_key("warnings"), on_change="rerun") as box:
            if box.open:
                # One piece of HTML: a list of hundreds of roles may exceed hundreds of weeks.
                said = "".join(f"<li>{html.text(warning.message(language))}</li>" for warning in rest)
                st.html(f'<ul class="reasons">{said}</ul>')
                for warning in rest:
                    if warning.places:
                        st.html(_tasks_of(analysis, warning, language))


def _tasks_of(analysis: Analysis, warning: HoursWarning, language: str) -> str:
    """Return the tasks that a warning counts, those with most time first."""
    rows = analysis.estimate.frame.iloc[list(warning.places)]
    head = [label("field", "task", language), label("field", "role", language), translate("Time a week", language)]
    cells = [
        [
            str(task),
            translate("not stated", language) if missing(role) else str(role),
            format_duration(minutes, language),
        ]
        for task, role, minutes in zip(rows["task"], rows["role"], rows["minutes_per_week"], strict=True)
    ]
    return html.table(head, cells, caption=warning.message(language), numeric=(2,))


def _ruler(analysis: Analysis, language: str) -> None:
    st.subheader(translate("Beside what others found", language), anchor=False)
    marks = analysis.estimate.ruler()
    drawn.show(
        charts.ruler_chart(marks, language=language, theme=drawn.theme()),
        key="ruler",
        alt=translate("Your estimate per person and day beside measured and self-reported savings.", language),
    )
    with st.expander(translate("Where these marks come from", language)):
        rows = [[one.label(language), one.note(language)] for one in marks if one.note(language)]
        head = [translate("Mark", language), translate("What it rests on", language)]
        st.html(html.table(head, rows, caption=translate("Sources of the ruler", language)))


page()
