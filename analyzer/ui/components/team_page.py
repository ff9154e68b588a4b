"""The page for the team and the skills plan: what a plan means for people, in words and in hours to learn."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate
from analyzer.reallocation.explanation_page import explanation
from analyzer.reallocation.meeting_sheet import place_words
from analyzer.reallocation.skills import skills_plan
from analyzer.report.numbers import format_count, format_duration
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.components.sheet_card import show_sheet
from analyzer.ui.work import work
from analyzer.workspace import choices, keep_choice

if TYPE_CHECKING:
    from collections.abc import Hashable

    from analyzer.reallocation.plan import Plan
    from analyzer.ui.analysis import Analysis

CONTACT_KIND, CONTACT_KEY = "plan", "contact"
"""Where whom to ask is kept with the project."""

_LONGEST_CONTACT = 120
_MOST_LESSONS = 40


def show_team_page(analysis: Analysis, plan: Plan, language: str) -> None:
    """Show the page for the team, with a field for whom to ask, and its download."""
    project_id = analysis.project.id
    key = state.view_key("contact")
    kept = choices(work(), project_id, CONTACT_KIND).get(CONTACT_KEY)
    st.text_input(
        translate("Whom should people ask? A function, not a name", language),
        value=str(kept or ""),
        max_chars=_LONGEST_CONTACT,
        placeholder=translate("your team lead", language),
        key=key,
        on_change=_keep_contact,
        args=(project_id, key, language),
    )
    sheet = explanation(
        analysis.estimate,
        plan.moves,
        language,
        relief_share=plan.rules.relief_floor,
        learning_share=plan.rules.learning_floor,
        contact=str(kept or ""),
    )
    show_sheet(sheet, "team", translate("page-for-the-team", language), language)


def show_skills(analysis: Analysis, plan: Plan, language: str) -> None:
    """Show what each role must learn, in which order, and by when the plan's time to learn suffices."""
    lessons = skills_plan(analysis.estimate.frame, plan.moves)
    if lessons.empty:
        html.paragraph(translate("This plan asks nobody to learn anything yet.", language), "note")
        return
    head = [
        translate("Role", language),
        translate("To learn, in this order", language),
        translate("For", language),
        translate("Hours a person", language),
        translate("Weeks of the plan", language),
    ]
    rows = [_lesson(row, language) for row in lessons.head(_MOST_LESSONS).to_dict("records")]
    caption = translate(
        "Time is taken from the freed hours that the plan keeps for learning; hours are judgement", language
    )
    if (rest := len(lessons) - len(rows)) > 0:
        caption = translate("{caption}; {count} more", language, caption=caption, count=format_count(rest, language))
    st.html(html.table(head, rows, caption=caption, numeric=(3,)))


def _lesson(row: dict[Hashable, object], language: str) -> list[str]:
    role, team = (None if _missing(row[name]) else str(row[name]) for name in ("role", "team"))
    return [
        place_words(role, team, language),
        f"{row['order']}. {row[f'what_{language}']}",
        translate("the tools", language) if row["kind"] == "tool" else translate("the new work", language),
        format_duration(float(str(row["hours"])) * 60, language),
        _weeks(float(str(row["from_week"])), float(str(row["to_week"])), language),
    ]


def _weeks(first: float, last: float, language: str) -> str:
    if math.isnan(first):
        return translate("no time to learn in this plan", language)
    if first == last:
        return translate("week {week}", language, week=format_count(first, language))
    return translate(
        "weeks {first} to {last}", language, first=format_count(first, language), last=format_count(last, language)
    )


def _missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def _keep_contact(project_id: str, key: str, language: str) -> None:
    try:
        keep_choice(work(), project_id, CONTACT_KIND, CONTACT_KEY, str(st.session_state.get(key, "")).strip())
    except AnalyzerError as error:
        state.complain(error.message(language))
