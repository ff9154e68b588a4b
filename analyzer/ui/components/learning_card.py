"""What corrections moved beside their own task: one sentence, the moved scores a click away, and ways to undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, labelled
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.formats import counted_tasks
from analyzer.ui.work import work
from analyzer.workspace import leave_out, set_learning, take_in

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from analyzer.ui.analysis import Analysis
    from analyzer.workspace import Lesson

_NAMED = 2
"""Corrections named as the cause of a move; the others are counted."""
_ROUND = "learning"
_PAGE = 10
"""Moved scores shown at a time."""


def show(analysis: Analysis, language: str) -> None:
    """Show the card in a project where a score was corrected, or that follows corrections of others or could."""
    teaching = analysis.teaching
    own = any(lesson.project_id == analysis.project.id or lesson.left_out for lesson in teaching.lessons)
    if not teaching.lessons or not (own or not analysis.moved.empty or not teaching.on):
        return
    switch = _key("on")
    with st.container(border=True, key="card_learning", gap="small"):
        last = _moved_by(analysis, [lesson.id for lesson in _last(analysis)])
        html.paragraph(_sentence(analysis, last, language), "because")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.toggle(
                translate("Learn from our corrections", language),
                teaching.on,
                help=translate(
                    "A correction also moves the scores of tasks that are nearly the same, in every project of this "
                    "workspace. Turned off, those scores are again exactly as computed.",
                    language,
                ),
                key=switch,
                on_change=_changed,
                args=(lambda: set_learning(work(), bool(st.session_state[switch])), language),
            )
            if not last.empty:
                st.button(
                    translate("Keep this correction to its own task", language),
                    key=_key("undo_last"),
                    on_click=_changed,
                    args=(lambda: _leave_out(_last(analysis)), language),
                )
        _details(analysis, language)


def because(analysis: Analysis, row_id: str, language: str) -> str:
    """Return how a task's scores follow corrections of others, as one sentence; "" if they do not."""
    moved = analysis.moved[analysis.moved["row_id"] == row_id]
    if moved.empty:
        return ""
    causes = list(dict.fromkeys(cause for ids in moved["because"] for cause in ids.split(";")))
    moves = (_move(row, language) for row in moved.to_dict("records"))
    return f"{_like(_causes(causes, _by_id(analysis), language), language)} {' · '.join(moves)}."


def moved_with_last(analysis: Analysis, language: str) -> str:
    """Return how many tasks moved with the correction made last, as one short sentence; "" if none did."""
    count = _moved_by(analysis, [lesson.id for lesson in _last(analysis)])["row_id"].nunique()
    if not count:
        return ""
    return translate_plural(
        "{number} similar task followed this correction.",
        "{number} similar tasks followed this correction.",
        count,
        language,
        number=format_count(count, language),
    )


def _sentence(analysis: Analysis, last: pd.DataFrame, language: str) -> str:
    if not analysis.teaching.on:
        return translate(
            "Scores do not learn from your corrections: only the tasks that you corrected yourselves differ.", language
        )
    if analysis.moved.empty:
        return translate(
            "No other task of this list is close enough to those you corrected: nothing else has moved.", language
        )
    moved = analysis.moved if last.empty else last
    facts = {
        "number": format_count(moved["row_id"].nunique(), language),
        "points": format_count(max(1.0, (moved["after"] - moved["before"]).abs().mean()), language),
    }
    if last.empty:
        return translate_plural(
            "The scores of {number} similar task followed your corrections, by {points} points on average.",
            "The scores of {number} similar tasks followed your corrections, by {points} points on average.",
            moved["row_id"].nunique(),
            language,
            **facts,
        )
    return translate_plural(
        "Your correction of “{task}” moved the scores of {number} similar task, by {points} points on average.",
        "Your correction of “{task}” moved the scores of {number} similar tasks, by {points} points on average.",
        moved["row_id"].nunique(),
        language,
        task=analysis.tasks.at[state.corrected_task(), "task"],
        **facts,
    )


def _details(analysis: Analysis, language: str) -> None:
    lessons = [lesson for lesson in analysis.teaching.lessons if lesson.left_out or _moves(analysis, lesson)]
    if not analysis.teaching.on or not lessons:
        return
    with st.expander(translate("What moved, and because of which corrections", language)):
        if not analysis.moved.empty:
            st.html(_list(analysis, language))
        html.paragraph(translate("Untick a correction to keep it to its own task.", language), "note")
        for lesson in lessons:
            st.checkbox(
                html.plain(_title(analysis, lesson, language)),
                not lesson.left_out,
                key=_key(lesson.id),
                on_change=_changed,
                args=(lambda lesson=lesson: _turn(lesson), language),
            )


def _title(analysis: Analysis, lesson: Lesson, language: str) -> str:
    said = labelled(_field(lesson.field, language), format_count(lesson.value, language), language)
    parts = [translate("“{task}”", language, task=lesson.task), said]
    if lesson.project_id != analysis.project.id:
        parts.append(translate("in “{project}”", language, project=lesson.project))
    if not lesson.left_out:
        parts.append(translate("moves {tasks}", language, tasks=counted_tasks(_moves(analysis, lesson), language)))
    return " · ".join(parts)


def _list(analysis: Analysis, language: str) -> str:
    """Return the moved scores as HTML, those that moved most first, a page of them at a time."""
    moved, lessons = analysis.moved, _by_id(analysis)
    size = (moved["after"] - moved["before"]).abs()
    moved = moved.loc[moved.assign(size=size).sort_values(["size", "task"], ascending=[False, True]).index]
    pages = -(-len(moved) // _PAGE)
    number = st.pagination(pages, key=state.view_key("page_moved")) if pages > 1 else 1
    lines = []
    for row in moved.iloc[(number - 1) * _PAGE : number * _PAGE].to_dict("records"):
        like = _like(_causes(row["because"].split(";"), lessons, language), language)
        lines.append(
            f"<li><span>{html.text(row['task'])}<br><small>{html.text(like)}</small></span>"
            f'<span class="how">{html.text(_move(row, language))}</span></li>'
        )
    return f'<ul class="near">{"".join(lines)}</ul>'


def _like(tasks: str, language: str) -> str:
    return translate("Corrected like {tasks}.", language, tasks=tasks)


def _move(row: Mapping[Hashable, Any], language: str) -> str:
    """Return how far a score moved, from a row of the table of what changed."""
    points = f"{format_count(row['before'], language)} → {format_count(row['after'], language)}"
    return labelled(_field(str(row["field"]), language), points, language)


def _causes(ids: Sequence[str], lessons: dict[str, Lesson], language: str) -> str:
    """Return the tasks whose correction moved another, the most alike first."""
    tasks = list(dict.fromkeys(lessons[one].task for one in ids if one in lessons))
    named = ", ".join(translate("“{task}”", language, task=task) for task in tasks[:_NAMED])
    rest = len(tasks) - _NAMED
    if rest <= 0:
        return named
    return translate_plural(
        "{tasks} and {number} other", "{tasks} and {number} others", rest, language, tasks=named, number=rest
    )


def _by_id(analysis: Analysis) -> dict[str, Lesson]:
    return {lesson.id: lesson for lesson in analysis.teaching.lessons}


def _moved_by(analysis: Analysis, ids: Iterable[str]) -> pd.DataFrame:
    """Return the moves that some corrections had a part in."""
    wanted = set(ids)
    return analysis.moved[
        np.array([not wanted.isdisjoint(names.split(";")) for names in analysis.moved["because"]], bool)
    ]


def _moves(analysis: Analysis, lesson: Lesson) -> int:
    """Return how many tasks a correction has a part in moving."""
    return int(_moved_by(analysis, [lesson.id])["row_id"].nunique())


def _last(analysis: Analysis) -> list[Lesson]:
    """Return the corrections in use of the task that was corrected last in this session."""
    row_id = state.corrected_task()
    here = row_id in analysis.tasks.index
    return [lesson for lesson in analysis.teaching.used if here and lesson.row_id == row_id]


def _leave_out(lessons: Sequence[Lesson]) -> None:
    for lesson in lessons:
        leave_out(work(), lesson.project_id, lesson.row_id, [lesson.field])


def _turn(lesson: Lesson) -> None:
    turn = take_in if lesson.left_out else leave_out
    turn(work(), lesson.project_id, lesson.row_id, [lesson.field])


def _changed(change: Callable[[], None], language: str) -> None:
    """Make a change from a callback; its error is shown above the page by the run that follows."""
    try:
        change()
    except AnalyzerError as error:
        state.complain(error.message(language))
    state.next_round(_ROUND)


def _key(name: str) -> str:
    """Return the key of a widget that starts afresh from what is kept after each change."""
    return f"learning_{name}_{state.rounds(_ROUND)}"


def _field(field: str, language: str) -> str:
    names = {
        "automatability": translate("Automatable", language),
        "repetitiveness": translate("Repetitive", language),
        "assistance": translate("An assistant speeds it up", language),
    }
    return names[field]
