"""The page for the team and the skills plan: what a plan means for people, in words and in hours to learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, format_duration
from analyzer.reallocation.explanation_page import explanation
from analyzer.reallocation.meeting_sheet import place_words
from analyzer.reallocation.sheets import listed
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.components.sheet_card import show_sheet
from analyzer.ui.formats import capitalised, name_of
from analyzer.ui.work import work
from analyzer.workspace import choices, keep_choice

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.reallocation.plan import Plan
    from analyzer.ui.analysis import Analysis

CONTACT_KIND, CONTACT_KEY = "plan", "contact"
"""Where whom to ask is kept with the project."""

_LONGEST_CONTACT = 120
_MOST_ROLES = 30


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


def show_skills(plan: Plan, language: str) -> None:
    """Show what each role must learn, in which order, in which months, and what there is no time to learn for."""
    lessons = plan.lessons
    if lessons.empty:
        html.paragraph(translate("This plan asks nobody to learn anything yet.", language), "note")
        return
    roles = [rows for _, rows in lessons.groupby(["role", "team"], dropna=False, sort=False)]
    by_role = roles[:_MOST_ROLES]
    now = [part for rows in by_role if not (part := rows[~rows["later"]]).empty]
    later = [rows for rows in by_role if rows["later"].any()]
    role, order = translate("Role", language), translate("To learn, in this order", language)
    hours = translate("Hours a person", language)
    caption = translate(
        "Time is taken from the freed hours that the plan keeps for learning, as they come at the pace of the roadmap; "
        "months count from its first day, hours are judgement",
        language,
    )
    if rest := len(roles) - len(by_role):
        caption = translate("{caption}; {count} more", language, caption=caption, count=format_count(rest, language))
    if now:
        head = [role, order, hours, translate("Months of the roadmap", language)]
        rows = [[*_learned(part, language), _months(part, language)] for part in now]
        st.html(html.table(head, rows, caption=caption, numeric=(2,), deciding=(1, 2)))
    if later:
        _show_later(later, [role, order, hours, translate("Time still free to learn", language)], language, not now)


def _show_later(later: list[pd.DataFrame], head: list[str], language: str, alone: bool) -> None:
    """Show what there is no time to learn for within the roadmap, a row for each role, behind a click."""
    months = format_count(float(later[0]["months"].iloc[0]), language)
    title = translate_plural(
        "To be learned later: {number} role",
        "To be learned later: {number} roles",
        len(later),
        language,
        number=format_count(len(later), language),
    )
    with st.expander(title, expanded=alone):
        rows = [
            [*_learned(part[part["later"]], language), format_duration(_left(part) * 60, language)] for part in later
        ]
        caption = translate(
            "The {months} months of the roadmap free too little time for this: new work that asks for it begins when "
            "it is learned, or the rule gives more time to learn",
            language,
            months=months,
        )
        st.html(html.table(head, rows, caption=caption, numeric=(2, 3), deciding=(1,)))


def _left(lessons: pd.DataFrame) -> float:
    """Return the hours a person of a role has left to learn within the roadmap, once what fits into it is learned."""
    return max(0.0, float(lessons["hours_held"].iloc[0]) - float(lessons.loc[~lessons["later"], "hours"].sum()))


def _learned(lessons: pd.DataFrame, language: str) -> list[str]:
    """Return a role, what it learns in order, and the hours that this takes a person."""
    first = lessons.iloc[0]
    role, team = name_of(first["role"]), name_of(first["team"])
    skills = (str(what) for what in lessons[f"what_{language}"])
    ordered = [f"{order}.\u00a0{capitalised(what)}" for order, what in zip(lessons["order"], skills, strict=True)]
    return [
        place_words(role, team, language),
        listed(ordered, language),
        format_duration(float(lessons["hours"].sum()) * 60, language),
    ]


def _months(now: pd.DataFrame, language: str) -> str:
    first, last = float(now["from_month"].iloc[0]), float(now["to_month"].iloc[-1])
    if first == last:
        return translate("month {month}", language, month=format_count(first, language))
    return translate(
        "months {first} to {last}", language, first=format_count(first, language), last=format_count(last, language)
    )


def _keep_contact(project_id: str, key: str, language: str) -> None:
    try:
        keep_choice(work(), project_id, CONTACT_KIND, CONTACT_KEY, str(st.session_state.get(key, "")).strip())
    except AnalyzerError as error:
        state.complain(error.message(language))
