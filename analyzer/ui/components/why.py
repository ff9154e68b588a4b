"""Why a task has its scores: a few sentences in sight, and what they rest on a click away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from analyzer.i18n import translate
from analyzer.numbers import labelled
from analyzer.scoring import Explanation, close_tasks, explain, telling
from analyzer.scoring.explanation import SCORES
from analyzer.ui.components import html
from analyzer.ui.formats import missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analyzer.scoring.reference import Neighbour
    from analyzer.ui.analysis import Row


def show_why(task: Row, language: str, *, corrected: bool = False) -> None:
    """Show why a task has its scores: by its text, and by its role, frequency and duration where somebody said them.

    :param corrected: whether a person has set a score since: then this explains the computed one.
    """
    often, long = _stated(task["occurrences_per_week"]), _stated(task["minutes_per_occurrence"])
    told = explained(str(task["task"]), language, often, long, "" if missing(task["role"]) else str(task["role"]))
    if corrected:
        html.paragraph(translate("This is about the computed score, before it was corrected.", language), "note")
    if words := telling.in_brief(told, language):
        html.paragraph(words, "because")
    if parts := "".join(_parts(told, language)):
        with st.expander(translate("What this rests on", language)):
            st.html(parts)


def _stated(number: Any) -> float | None:
    return float(number) if not missing(number) and float(number) > 0 else None


@st.cache_data(show_spinner=False, max_entries=512)
def explained(
    text: str, language: str, occurrences_per_week: float | None, minutes_per_occurrence: float | None, role: str
) -> Explanation:
    """Return why a text has its scores; the last few hundred are kept."""
    return explain(
        text,
        language,
        occurrences_per_week=occurrences_per_week,
        minutes_per_occurrence=minutes_per_occurrence,
        role=role,
    )


def _parts(told: Explanation, language: str) -> Iterable[str]:
    """Yield the facts as HTML, each under its heading."""
    if told.reading:
        readings = (labelled(*reading.words(language), language) for reading in told.reading)
        yield _part(translate("How the task was read", language), f"<p>{html.text(' · '.join(readings))}</p>")
    names = {
        "automatability": translate("Automatable", language),
        "repetitiveness": translate("Repetitive", language),
        "assistance": translate("An assistant speeds it up", language),
    }
    words = {score: telling.words_on(told, score, language) for score in SCORES}
    if any(words.values()):
        lines = [labelled(names[score], moved, language) for score, moved in words.items() if moved]
        yield _part(translate("Words left out one by one", language), _list(lines))
    if told.familiar and (changes := telling.changes(told, language)):
        yield _part(translate("What would change it", language), _list(changes))
    if close := close_tasks.close_tasks(told):
        near = "".join(_neighbour(near, language) for near in close)
        yield _part(translate("Closest tasks that were rated before", language), f'<ul class="near">{near}</ul>')


def _part(title: str, body: str) -> str:
    return f'<section class="part"><p class="kicker">{html.text(title)}</p>{body}</section>'


def _list(lines: Iterable[str]) -> str:
    return '<ul class="reasons">' + "".join(f"<li>{html.text(line)}</li>" for line in lines) + "</ul>"


def _neighbour(near: Neighbour, language: str) -> str:
    small = (close_tasks.neighbour_rating(near, language), close_tasks.neighbour_source(near, language))
    lines = "".join(f"<br><small>{html.text(line)}</small>" for line in small)
    return f"<li><span>{html.text(close_tasks.neighbour_title(near, language))}{lines}</span></li>"
