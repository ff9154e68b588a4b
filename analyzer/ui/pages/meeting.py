"""Across roles: the same work in several places, which roles can help which, and a page for one meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, format_duration, format_share
from analyzer.reallocation import CLOSE, explain_closeness
from analyzer.reallocation.closeness_words import closeness_words
from analyzer.reallocation.crossroles import shared_use_cases
from analyzer.reallocation.meeting_sheet import meeting_sheet, place_words
from analyzer.ui import state
from analyzer.ui.components import frame, html
from analyzer.ui.components.help_between import asked_words, show_possible
from analyzer.ui.components.notices import guarded
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.components.sheet_card import show_sheet
from analyzer.ui.components.team_page import show_skills, show_team_page
from analyzer.ui.people import across_roles
from analyzer.ui.plan_choices import rules_of
from analyzer.ui.planning import planned

if TYPE_CHECKING:
    from analyzer.reallocation import Plan
    from analyzer.reallocation.crossroles import SharedUseCase
    from analyzer.ui.analysis import Analysis
    from analyzer.ui.people import Across

_MOST_CASES = 12
_MOST_PAIRS = 12


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("meeting", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        with guarded(language):
            across = across_roles(analysis, language)
            cases = shared_use_cases(analysis.estimate.frame, across.groups, across.perhaps)
            frame.finding(_finding(cases, across, language))
            if cases:
                _shared(analysis, across, cases, language)
            plan = planned(analysis, rules_of(analysis.project.id), language)
            if len(across.groups) > 1:
                _relief(plan, language)
            _closeness(analysis, across, language)
            _people(analysis, plan, language)
    frame.page_foot("meeting")


def _finding(cases: list[SharedUseCase], across: Across, language: str) -> str:
    if len(across.groups) < 2:
        return translate("There is only one role in this list: the view across roles begins with two.", language)
    certain = [case for case in cases if case.certain]
    if not cases:
        return translate("No work of this list is done by several roles.", language)
    if not certain:
        return translate_plural(
            "No work of this list is surely done by several roles; {number} may be: one meeting would tell.",
            "No work of this list is surely done by several roles; {number} may be: one meeting each would tell.",
            len(cases),
            language,
            number=format_count(len(cases), language),
        )
    return translate_plural(
        "{number} use case is done by several roles: together they spend {hours} a week on it.",
        "{number} use cases are done by several roles: together they spend {hours} a week on them.",
        len(certain),
        language,
        number=format_count(len(certain), language),
        hours=format_duration(sum(case.minutes for case in certain), language),
    )


def _shared(analysis: Analysis, across: Across, cases: list[SharedUseCase], language: str) -> None:
    st.subheader(translate("The same work in several places", language), anchor=False)
    head = [
        translate("Use case", language),
        translate("Who does it", language),
        translate("Takes, a week", language),
        translate("Could free, a week", language),
    ]
    rows = [
        [
            case.name if case.certain else translate("Perhaps: {name}", language, name=case.name),
            ", ".join(place_words(part.role, part.team, language) for part in case.parts),
            format_duration(case.minutes, language),
            format_duration(case.freed, language),
        ]
        for case in cases[:_MOST_CASES]
    ]
    caption = translate("Work that several roles do, most teams first; freed hours are a central estimate", language)
    st.html(html.table(head, rows, caption=caption, numeric=(2, 3), deciding=(1, 3)))
    st.subheader(translate("One meeting, one use case", language), anchor=False)
    html.paragraph(
        translate(
            "Bring those who do it to one table for an hour: this page is for them, and prints on one or two sheets.",
            language,
        ),
        "note",
    )
    told = [case.name for case in cases[:_MOST_CASES]]
    names = {
        case.key: case.name
        if told.count(case.name) == 1
        else f"{case.name} ({', '.join(place_words(part.role, part.team, language) for part in case.parts)})"
        for case in cases[:_MOST_CASES]
    }
    if not all(case.certain for case in cases[:_MOST_CASES]):
        html.paragraph(
            translate("What may be the same work can be joined, or kept apart, on the page of use cases.", language),
            "note",
        )
    chosen = st.selectbox(
        translate("Use case for the meeting", language),
        list(names),
        format_func=lambda key: names[key],
        key=state.view_key("meeting_case"),
        persist_state="session",
    )
    case = next((one for one in cases if one.key == chosen), cases[0])
    sheet = meeting_sheet(case, across.closeness, analysis.estimate.frame, language)
    show_sheet(sheet, "meeting", translate("meeting", language), language)


def _relief(plan: Plan, language: str) -> None:
    st.subheader(translate("Hours that one role frees and another needs", language), anchor=False)
    html.paragraph(asked_words(plan, language), "because")
    if not plan.possible_help:
        html.paragraph(
            translate("No two roles of this list have tasks that one could take over from the other.", language), "note"
        )
        return
    html.paragraph(
        translate(
            "Who needs help, only its people know: ask at the meeting, then say it on the page of the plan.", language
        ),
        "note",
    )
    asked = plan.budget["asked"].to_list()
    show_possible(plan, sorted(plan.possible_help, key=lambda one: asked[one.receiver] <= 0), language)


def _closeness(analysis: Analysis, across: Across, language: str) -> None:
    st.subheader(translate("Which roles can help which", language), anchor=False)
    pairs = across.closeness
    if pairs.empty:
        html.paragraph(translate("No two roles of this list are close in what they do.", language), "note")
        return
    html.paragraph(
        translate(
            "Told from the tasks alone, half from the kinds of activity and half from what the tasks are about; never "
            "from a person.",
            language,
        ),
        "note",
    )
    shown = {f"{a}\n{b}": (str(a), str(b)) for a, b in zip(pairs["role_a"], pairs["role_b"], strict=True)}
    head = [
        translate("Role", language),
        translate("Close role", language),
        translate("Closeness", language),
        translate("Shared activities", language),
        translate("Near tasks", language),
    ]
    rows = [
        [
            place_words(str(row["role_a"]) or None, None, language),
            place_words(str(row["role_b"]) or None, None, language),
            *(format_share(float(row[name]), language) for name in ("closeness", "activities", "tasks")),
        ]
        for row in pairs.head(_MOST_PAIRS).to_dict("records")
    ]
    caption = translate(
        "Pairs of roles from a closeness of {least} on, closest first (0% to 100%)",
        language,
        least=format_share(CLOSE, language),
    )
    st.html(html.table(head, rows, caption=caption, numeric=(2, 3, 4), deciding=(1, 2)))
    chosen = st.selectbox(
        translate("Why are these two close?", language),
        list(shown)[: 10 * _MOST_PAIRS],
        format_func=lambda key: " – ".join(place_words(one or None, None, language) for one in shown[key]),
        key=state.view_key("close_pair"),
        persist_state="session",
    )
    role_a, role_b = shown.get(chosen) or next(iter(shown.values()))
    tasks = analysis.estimate.frame
    reasons = explain_closeness(tasks, role_a, role_b, across.meaning)
    lines = closeness_words(tasks, role_a, role_b, reasons, language)
    st.html('<ul class="reasons">' + "".join(f"<li>{html.text(line)}</li>" for line in lines) + "</ul>")


def _people(analysis: Analysis, plan: Plan, language: str) -> None:
    st.subheader(translate("What each role would learn", language), anchor=False)
    show_skills(plan, language)
    st.subheader(translate("A page for the team", language), anchor=False)
    html.paragraph(
        translate("In plain words, without names or individual figures: to hand out, or to put on the wall.", language),
        "note",
    )
    show_team_page(analysis, plan, language)


page()
