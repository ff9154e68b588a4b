"""Times that hardly can be, and tasks that look alike: what is asked of one kind, and an answer for all its rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.inventory import proposed_changes
from analyzer.inventory.plausible import FAR_LESS, OVERFULL
from analyzer.inventory.questions import HOW_MANY, LEAVES_AS_IS
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.doubts import leave_as_it_is
from analyzer.ui.formats import counted_rows
from analyzer.ui.work import work
from analyzer.workspace import edit_rows, exclude_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from analyzer.inventory import Question
    from analyzer.ui.doubts import Doubt

KINDS: Mapping[str, str] = {
    "time_negative": mark("A number below zero"),
    "time_zero": mark("No time at all"),
    "never_done": mark("Never done"),
    "person_over_day": mark("More than 24 hours a day"),
    "person_over_week": mark("A person with more than a week"),
    "times_of_role": mark("Times of the whole role, or of each person"),
    "task_over_week": mark("A task beyond one person’s week"),
    "list_over_week": mark("How many people do these tasks?"),
    "team_over_week": mark("How many people are in a team?"),
    "role_over_week": mark("A role with more than its week"),
    "role_under_week": mark("A role with far less than its week"),
    "unit_too_long": mark("Sixty times too long, perhaps"),
    "unit_too_short": mark("Sixty times too short, perhaps"),
    "near_duplicate": mark("Nearly the same task twice"),
    "same_across_roles": mark("The same task in several roles"),
}
_ROLES = "roles_times_of_role"
"""Key of the choice of roles whose times are those of the whole role, with how many there are to choose from."""
_SHOWN = 4
"""Questions of one kind that are spelt out: enough to see what is meant; the others stand in the rows (judgement)."""


def ask(doubt: Doubt, language: str) -> None:
    """Say what is asked, and what is proposed."""
    said = "".join(f"<li>{html.text(question.message(language))}</li>" for question in doubt.questions[:_SHOWN])
    st.html(f'<ul class="reasons">{said}</ul>')
    if len(doubt.questions) > _SHOWN:
        words = translate("The first {shown} of {count} questions", language, shown=_SHOWN, count=len(doubt.questions))
        html.paragraph(words, "note")
    html.paragraph(translate("Proposed: {answer}", language, answer=doubt.questions[0].proposal(language)), "note")
    if doubt.code == "times_of_role" and len(doubt.questions) > 1:
        _ask_which_roles(doubt.questions, language)


def offer(project_id: str, doubt: Doubt, rows: pd.DataFrame, language: str) -> None:
    """Offer the button that gives the proposed answer to all rows of the kind, if it changes anything.

    :param rows: the counted rows of the project.
    """
    if doubt.code in LEAVES_AS_IS:
        return
    questions = doubt.questions
    if doubt.code in HOW_MANY and len(questions) == 1:
        asked = questions[0]
        people = st.number_input(
            translate("People who do it", language),
            min_value=1,
            value=max(1, round(float(str(asked.facts["people"])))),
            key=f"people_{doubt.code}",
            width=160,
        )
        questions = (replace(asked, facts={**asked.facts, "people": float(people)}),)
    if doubt.code == "times_of_role" and len(questions) > 1:
        questions = tuple(questions[place] for place in st.session_state[f"{_ROLES}_{len(questions)}"])
    changes = proposed_changes(rows, questions)
    if not changes:
        return
    words = translate("Do so for {rows}", language, rows=counted_rows(len(changes), language))
    if st.button(words, type="primary", key=f"apply_{doubt.code}"):
        _apply(project_id, doubt.code, changes, rows)
        if doubt.code == "times_of_role":  # the number beside the role stays, and would ask again
            leave_as_it_is(project_id, doubt, rows)
        state.notify(translate("{rows} settled.", language, rows=counted_rows(len(changes), language)))
        st.rerun()


def _ask_which_roles(questions: Sequence[Question], language: str) -> None:
    """Ask which roles the answer holds for.

    Where the times fill most of a week of each person, they are likely each person's: that role is not proposed.
    """
    hours, week = ([float(str(one.facts[name])) for one in questions] for name in ("hours", "week"))
    st.pills(
        translate("Times of the whole role", language),
        range(len(questions)),
        selection_mode="multi",
        default=[place for place, own in enumerate(hours) if not FAR_LESS <= own / week[place] <= OVERFULL],
        format_func=lambda place: str(questions[place].facts["who"]),
        key=f"{_ROLES}_{len(questions)}",
        wrap=True,
    )
    html.paragraph(translate("Those left out keep their times for each person.", language), "note")


def _apply(project_id: str, code: str, changes: Mapping[int, Mapping[str, float | None]], rows: pd.DataFrame) -> None:
    row_ids = rows["row_id"].tolist()
    edits = {row_ids[place]: dict(fields) for place, fields in changes.items() if fields}
    aside = [row_ids[place] for place, fields in changes.items() if not fields]
    if edits:
        edit_rows(work(), project_id, edits, reason=code)
    if aside:
        exclude_rows(work(), project_id, aside, reason=code)
