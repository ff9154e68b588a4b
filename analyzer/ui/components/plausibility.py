"""Times that hardly can be, and tasks that look alike: asked kind by kind, each with an answer for all its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import mark, translate, translate_plural
from analyzer.inventory import Question, find_questions, proposed_changes
from analyzer.inventory.questions import LEAVES_AS_IS, PROPOSALS
from analyzer.ui import state
from analyzer.ui.components import html, row_editor
from analyzer.ui.formats import counted_rows
from analyzer.ui.memory import memory
from analyzer.ui.work import work
from analyzer.workspace import choices, edit_rows, exclude_rows, keep_choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from analyzer.workspace import Project

KINDS: Mapping[str, str] = {
    "time_negative": mark("A number below zero"),
    "time_zero": mark("No time at all"),
    "never_done": mark("Never done"),
    "person_over_day": mark("More than 24 hours a day"),
    "person_over_week": mark("A person with more than a week"),
    "times_of_role": mark("Times of the whole role, or of each person"),
    "role_over_week": mark("A role with more than its week"),
    "role_under_week": mark("A role with far less than its week"),
    "unit_too_long": mark("Sixty times too long, perhaps"),
    "unit_too_short": mark("Sixty times too short, perhaps"),
    "near_duplicate": mark("Nearly the same task twice"),
    "same_across_roles": mark("The same task in several roles"),
}
_SHOWN = 8
_LEFT = "left_as_is"
"""Kind of the choices that say which rows the reader has left as they are, by code of the question."""


def questions_of(
    project: Project, rows: pd.DataFrame, hours_per_day: float, language: str
) -> dict[str, list[Question]]:
    """Return the questions of a project by kind, without those that the reader has left as they are.

    :param rows: the counted rows of the project.
    """
    key = (work().name, project.id, project.revision, hours_per_day, language)
    found = memory("questions").get(key)
    if found is None:
        found = memory("questions").put(key, find_questions(rows.reset_index(drop=True), hours_per_day))
    by_kind: dict[str, list[Question]] = {}
    left, row_ids = choices(work(), project.id, _LEFT), rows["row_id"].tolist()
    for question in found if isinstance(found, list) else []:
        settled = set(left.get(question.code) or ())
        if not settled or not {row_ids[place] for place in question.places} <= settled:
            by_kind.setdefault(question.code, []).append(question)
    return {code: by_kind[code] for code in PROPOSALS if code in by_kind}


def rows_asked(questions: Mapping[str, list[Question]], rows: pd.DataFrame) -> set[str]:
    """Return the ids of the rows whose numbers are in question."""
    row_ids = rows["row_id"].tolist()
    return {row_ids[place] for part in questions.values() for question in part for place in question.places}


def show(project_id: str, questions: Mapping[str, list[Question]], rows: pd.DataFrame, language: str) -> None:
    """Show the kinds, each with its questions, its proposed answer, and its rows to be mended in place.

    :param rows: the counted rows of the project, as :func:`questions_of` got them.
    """
    for code, part in questions.items():
        title = f"{translate(KINDS[code], language)} · {_counted(len(part), language)}"
        with st.expander(html.plain(title), key=state.view_key(f"asked_{code}"), on_change="rerun") as box:
            if box.open:
                _kind(project_id, code, part, rows, language)


def _kind(project_id: str, code: str, part: list[Question], rows: pd.DataFrame, language: str) -> None:
    said = "".join(f"<li>{html.text(question.message(language))}</li>" for question in part[:_SHOWN])
    st.html(f'<ul class="reasons">{said}</ul>')
    if len(part) > _SHOWN:
        words = translate("The first {shown} of {count} questions", language, shown=_SHOWN, count=len(part))
        html.paragraph(words, "note")
    html.paragraph(translate("Proposed: {answer}", language, answer=part[0].proposal(language)), "note")
    changes = proposed_changes(rows.reset_index(drop=True), part)
    with st.container(horizontal=True):
        if code not in LEAVES_AS_IS and changes:
            words = translate("Do so for {rows}", language, rows=counted_rows(len(changes), language))
            if st.button(words, type="primary", key=f"apply_{code}"):
                _apply(project_id, code, changes, rows)
                state.notify(translate("{rows} settled.", language, rows=counted_rows(len(changes), language)))
                st.rerun()
        if st.button(translate("Leave as it is", language), key=f"left_{code}"):
            _leave(project_id, code, part, rows)
            st.rerun()
    places = sorted({place for question in part for place in question.places})
    html.paragraph(translate("Or correct the rows here, one by one.", language), "note")
    row_editor.show(project_id, rows.iloc[places], language, f"asked_{code}")


def _apply(project_id: str, code: str, changes: Mapping[int, Mapping[str, float | None]], rows: pd.DataFrame) -> None:
    row_ids = rows["row_id"].tolist()
    edits = {row_ids[place]: dict(fields) for place, fields in changes.items() if fields}
    aside = [row_ids[place] for place, fields in changes.items() if not fields]
    if edits:
        edit_rows(work(), project_id, edits, reason=code)
    if aside:
        exclude_rows(work(), project_id, aside, reason=code)


def _leave(project_id: str, code: str, part: list[Question], rows: pd.DataFrame) -> None:
    """Keep with the project that these questions are answered: other rows of the kind may still be asked about."""
    row_ids = rows["row_id"].tolist()
    before = set(choices(work(), project_id, _LEFT).get(code) or ())
    asked = {row_ids[place] for question in part for place in question.places}
    keep_choice(work(), project_id, _LEFT, code, sorted(before | asked))


def _counted(count: int, language: str) -> str:
    return translate_plural("{count} question", "{count} questions", count, language)
