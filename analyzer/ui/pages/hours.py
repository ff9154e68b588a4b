"""Hours freed: for whom, how much a day, beside what has been measured, and what the figures rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pandas as pd
import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.labels import label
from analyzer.opportunity import measured_range
from analyzer.report import charts
from analyzer.report.numbers import format_count, format_duration, format_range
from analyzer.ui import state
from analyzer.ui.components import charts as drawn
from analyzer.ui.components import frame, html
from analyzer.ui.components.assumption_form import choose_scenario, show_assumptions
from analyzer.ui.components.figures import show_figures
from analyzer.ui.components.money import show_money
from analyzer.ui.components.notices import guarded, panel
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.components.totals import hours_a_week, hours_a_year, minutes_a_day
from analyzer.ui.formats import missing

if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import Any

    from analyzer.opportunity.hours import Grouping
    from analyzer.ui.analysis import Analysis

GROUPS = {"role": mark("By role"), "team": mark("By team"), "lane": mark("By path"), "use_case": mark("By use case")}
_MOST_GROUPS = 30
_MOST_WARNINGS = 3


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("hours", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        frame.finding(_finding(analysis, language))
        choose_scenario(analysis.project.id, language)
        show_figures(
            [hours_a_week(analysis, language), minutes_a_day(analysis, language), hours_a_year(analysis, language)]
        )
        _warnings(analysis, language)
        _ruler(analysis, language)
        _groups(analysis, language)
        st.subheader(translate("What these hours rest on", language), anchor=False)
        html.paragraph(
            translate(
                "Move a slider: everything is computed again, and your choice is kept with the project.", language
            ),
            "note",
        )
        with guarded(language), st.container(border=True, key="card_assumptions"):
            show_assumptions(analysis.project.id, language)
        show_money(analysis, language)
    frame.page_foot("hours")


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
    if rest := warnings[_MOST_WARNINGS:]:
        title = translate("More to know before using these figures ({count})", language, count=len(rest))
        with st.expander(title):
            for warning in rest:
                panel(warning.message(language), "caution")


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


def _groups(analysis: Analysis, language: str) -> None:
    st.subheader(translate("For whom", language), anchor=False)
    by = st.pills(
        translate("Group the hours", language),
        list(GROUPS),
        default="role",
        required=True,
        format_func=lambda code: translate(GROUPS[code], language),
        key=state.view_key("group"),
        label_visibility="collapsed",
        persist_state="session",
    )
    grouping = cast("Grouping", by or "role")
    totals = analysis.estimate.totals(grouping)
    if grouping == "role":
        drawn.show(
            charts.role_hours_chart(totals, language=language, theme=drawn.theme()),
            key="role_hours",
            alt=translate("Minutes per person and day that could be freed, by role, with their range.", language),
        )
    st.html(_table(totals, grouping, language))


def _table(totals: pd.DataFrame, by: str, language: str) -> str:
    head = [
        translate(GROUPS[by], language),
        translate("Could free, a week", language),
        translate("Per person and day", language),
        translate("Takes, a week", language),
        translate("Tasks", language),
        translate("People", language),
    ]
    shown = totals.head(_MOST_GROUPS)
    rows = [
        [
            _name(row[by], by, language),
            _with_range(row, "minutes_freed", language),
            _with_range(row, "minutes_per_person_per_day", language),
            format_duration(row["minutes_per_week"], language),
            format_count(row["tasks"], language),
            format_count(row["headcount"], language),
        ]
        for row in shown.to_dict("records")
    ]
    caption = translate("Hours that could be freed, with their range", language)
    if len(totals) > len(shown):
        rest = format_count(len(totals) - len(shown), language)
        caption = translate("{caption}; {count} smaller ones are in the export", language, caption=caption, count=rest)
    return html.table(head, rows, caption=caption, numeric=(1, 2, 3, 4, 5))


def _with_range(row: dict[Hashable, Any], name: str, language: str) -> str:
    central = format_duration(row[f"{name}_central"], language)
    span = format_range(row[f"{name}_low"], row[f"{name}_high"], language)
    return f"{central} ({span})"


def _name(key: Any, by: str, language: str) -> str:
    if by == "lane":
        return label("lane", str(key), language)
    return translate("not stated", language) if missing(key) else str(key)


page()
