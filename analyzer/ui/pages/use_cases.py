"""Use cases: work that several roles or teams do, found across both languages, and put right by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.errors import UsageError
from analyzer.i18n import mark, translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_range
from analyzer.opportunity.shared_work import shared_work, where_done
from analyzer.opportunity.use_case_keys import vanished
from analyzer.report.charts.common import leading_lanes
from analyzer.ui import state, use_cases
from analyzer.ui.components import frame, html, use_case_card, use_case_suggestions
from analyzer.ui.components.added import added
from analyzer.ui.components.carried_notes import show_carried
from analyzer.ui.components.notices import guarded, panel
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.components.opened_rows import on_other_pages
from analyzer.ui.formats import joined_names
from analyzer.ui.roadmap import cases_of

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.opportunity.local_facts import UseCaseDecisions
    from analyzer.ui.analysis import Analysis

_SHOWN = {"shared": mark("Done in several places"), "all": mark("All use cases")}
_PAGE = 15  # use cases shown at a time
_LITTLE = 0.1  # of all that could be freed


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("use_cases", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        frame.finding(_finding(analysis, language))
        show_carried(analysis, language)
        decisions = _decisions(analysis, language)
        cases = cases_of(analysis.estimate)
        with guarded(language):
            _table(analysis, cases, language)
        with guarded(language):
            use_case_card.show(analysis, cases, language)
        if decisions is not None:
            with guarded(language):
                use_case_suggestions.show(analysis, decisions, language)
    frame.page_foot("use_cases")


def _finding(analysis: Analysis, language: str) -> str:
    shared = shared_work(analysis.tasks)
    if not shared.use_cases:
        return translate(
            "No piece of work of this list is done in several roles or teams: each would be solved on its own.",
            language,
        )
    if _little(analysis, shared.minutes_freed):
        return translate_plural(
            "{number} piece of work is done in several roles or teams, but it could free only {duration} a week: most "
            "of the time lies in work that a single role does.",
            "{number} pieces of work are done in several roles or teams, but they could free only {duration} a week: "
            "most of the time lies in work that a single role does.",
            shared.use_cases,
            language,
            number=format_count(shared.use_cases, language),
            duration=format_duration(shared.minutes_freed, language),
        )
    return translate_plural(
        "{number} piece of work is done in several roles or teams: solved once rather than in {places} places, it "
        "could free {duration} a week.",
        "{number} pieces of work are done in several roles or teams: solved once each rather than in {places} places, "
        "they could free {duration} a week.",
        shared.use_cases,
        language,
        number=format_count(shared.use_cases, language),
        places=format_count(shared.places, language),
        duration=format_duration(shared.minutes_freed, language),
    )


def _little(analysis: Analysis, minutes: float) -> bool:
    """Whether it is too small a part of what could be freed to be shown first."""
    return minutes < _LITTLE * float(analysis.tasks["minutes_freed_central"].sum())


def _decisions(analysis: Analysis, language: str) -> UseCaseDecisions | None:
    """Say what was decided last, what can no longer be applied, and offer the way back; return the decisions."""
    project_id = analysis.project.id
    decisions = None
    try:
        decisions = use_cases.decisions_of(project_id)
    except UsageError as error:
        panel(error.message(language), "problem")
    gone = [] if decisions is None else vanished(analysis.tasks, decisions)
    if decisions is not None and gone:
        names = [decisions.names[key] for key in gone if key in decisions.names]
        panel(_gone(len(gone), [translate("“{task}”", language, task=name) for name in names], language), "caution")
    last = use_cases.last_step(project_id)
    if last is not None or decisions is None:
        with st.container(horizontal=True, vertical_alignment="center", key="use_case_steps"):
            if last is not None:
                html.paragraph(last.message(language), "note")
                st.button(
                    translate("Take this step back", language),
                    key="undo_use_case",
                    icon=":material/undo:",
                    on_click=use_cases.take_back,
                    args=(project_id,),
                )
            if decisions is None:
                st.button(
                    translate("Forget all decisions about use cases", language),
                    key="forget_use_cases",
                    on_click=use_cases.forget_all,
                    args=(project_id,),
                )
    return decisions


def _gone(count: int, named: list[str], language: str) -> str:
    if named:
        return translate(
            "No task of the list belongs any more to {names}, which you had named or merged: the decision is kept and "
            "holds again when such a task comes back.",
            language,
            names=", ".join(named),
        )
    return translate_plural(
        "No task of the list belongs any more to {number} use case that you had changed: the decision is kept and "
        "holds again when such a task comes back.",
        "No task of the list belongs any more to {number} use cases that you had changed: the decisions are kept and "
        "hold again when such a task comes back.",
        count,
        language,
        number=format_count(count, language),
    )


def _table(analysis: Analysis, cases: pd.DataFrame, language: str) -> None:
    places = where_done(analysis.tasks).groupby("use_case_key").size()
    shared = cases[cases["use_case_key"].map(places) > 1]
    choice = "all"
    if len(shared):
        choice = st.segmented_control(
            translate("Which use cases", language),
            list(_SHOWN),
            default="all" if _little(analysis, float(shared["minutes_freed_central"].sum())) else "shared",
            required=True,
            format_func=lambda code: translate(_SHOWN[code], language),
            key=state.view_key("use_cases_shown"),
            label_visibility="collapsed",
            persist_state="session",
        )
    chosen = shared if choice == "shared" else cases
    chosen = chosen.sort_values(["minutes_freed_central", "use_case_key"], ascending=[False, True], kind="stable")
    pages = -(-len(chosen) // _PAGE)
    number = st.pagination(pages, key=state.view_key("page_use_cases")) if pages > 1 else 1
    page = slice((number - 1) * _PAGE, number * _PAGE)
    shown = chosen.iloc[page]
    freed = added(chosen["minutes_freed_central"].tolist(), language, page, others_bear=True)
    taken = added(chosen["minutes_per_week"].tolist(), language, page, others_bear=True, stated=True)
    lanes = leading_lanes(analysis.tasks, ["use_case_key"])
    head = [
        translate("Use case", language),
        translate("Could free, a week", language),
        translate("Takes, a week", language),
        translate("Where it is done", language),
        translate("What would do it", language),
    ]
    rows = [
        [
            str(row["use_case"]),
            f"{frees} ({format_range(row['minutes_freed_low'], row['minutes_freed_high'], language)})"
            if row["minutes_freed_high"] > 0
            else frees,
            takes,
            " · ".join(joined_names(row[names], language) for names in ("roles", "teams") if len(row[names])),
            " · ".join(
                (
                    label("lane", str(lanes[row["use_case_key"]]), language),
                    label("solution", str(row["solution"]), language),
                    label("effort", str(int(row["effort"])), language),
                )
            ),
        ]
        for row, frees, takes in zip(shown.to_dict("records"), freed, taken, strict=False)
    ]
    if len(shown) < len(chosen):
        rows.append([on_other_pages(len(chosen) - len(shown), language), freed[-2], taken[-2], "", ""])
    rows.append([translate("In all", language), freed[-1], taken[-1], "", ""])
    caption = translate("Use cases with the hours they could free, the most first", language)
    st.html(html.table(head, rows, caption=caption, numeric=(2,), deciding=(1,)))


page()
