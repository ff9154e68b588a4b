"""The page for the team and the skills plan: what a plan means for people, in words and in hours to learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate
from analyzer.numbers import format_count, format_duration
from analyzer.reallocation.explanation_page import explanation
from analyzer.reallocation.meeting_sheet import place_words
from analyzer.reallocation.sheets import listed
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.components.sheet_card import show_sheet
from analyzer.ui.formats import missing
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
    head = [
        translate("Role", language),
        translate("To learn, in this order", language),
        translate("Hours a person", language),
        translate("Months of the roadmap", language),
    ]
    by_role = [rows for _, rows in lessons.groupby(["role", "team"], dropna=False, sort=False)]
    rows = [_role(rows, language) for rows in by_role[:_MOST_ROLES]]
    caption = translate(
        "Time is taken from the freed hours that the plan keeps for learning, as they come at the pace of the roadmap; "
        "months count from its first day, hours are judgement",
        language,
    )
    if (rest := len(by_role) - len(rows)) > 0:
        caption = translate("{caption}; {count} more", language, caption=caption, count=format_count(rest, language))
    st.html(html.table(head, rows, caption=caption, numeric=(2,), deciding=(1,)))
    if (lessons["hours_held"] <= 0).any():
        # Said once for all of them: in each row it hid what the role is to learn.
        html.paragraph(
            translate(
                "“Not yet”: in its {months} months the roadmap frees this role no time to learn. Learning, and the new "
                "work that needs it, wait until more of its use cases are built.",
                language,
                months=format_count(float(lessons["months"].iloc[0]), language),
            ),
            "note",
        )


def _role(lessons: pd.DataFrame, language: str) -> list[str]:
    """Return the row of one role: its lessons in order, their hours together, and the months they take."""
    now, later = lessons[~lessons["later"]], lessons[lessons["later"]]
    first = lessons.iloc[0]
    role, team = (None if missing(first[name]) else str(first[name]) for name in ("role", "team"))
    ordered = [f"{row['order']}. {row[f'what_{language}']}" for row in now.to_dict("records")]
    said = [f"{listed(ordered, language)}." if ordered else "", _later(later, language)]
    return [
        place_words(role, team, language),
        " ".join(words for words in said if words),
        format_duration(float(now["hours"].sum()) * 60, language),
        _months(now, float(first["hours_held"]), language),
    ]


def _later(later: pd.DataFrame, language: str) -> str:
    """Return the sentence on what does not fit into the months of the roadmap; nothing where all does."""
    if later.empty:
        return ""
    if float(later["hours_held"].iloc[0]) <= 0:
        return translate(
            "To learn before the new work begins: {skills} ({hours}).",
            language,
            skills=listed(later[f"what_{language}"].to_list(), language),
            hours=format_duration(float(later["hours"].sum()) * 60, language),
        )
    return translate(
        "Later, for the {months} months of the roadmap hold {held} to learn a person: {skills} ({hours}). New work "
        "that asks for it begins when it is learned, or the rule gives more time to learn.",
        language,
        months=format_count(float(later["months"].iloc[0]), language),
        held=format_duration(float(later["hours_held"].iloc[0]) * 60, language),
        skills=listed(later[f"what_{language}"].to_list(), language),
        hours=format_duration(float(later["hours"].sum()) * 60, language),
    )


def _months(now: pd.DataFrame, held: float, language: str) -> str:
    if held <= 0:
        return translate("not yet", language)
    if now.empty:
        return translate("later", language)
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
