"""Where every use case stands: what the roadmap builds, what comes later, and what it leaves out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_count, to_the_minute
from analyzer.opportunity.roadmap import standings
from analyzer.report.roadmap_words import story_words, unpaid_words
from analyzer.ui import roadmap as chosen
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.components.added import added, added_minutes
from analyzer.ui.components.opened_rows import on_other_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from analyzer.opportunity.roadmap import Roadmap

_PAGE = 25  # use cases shown at a time


def show_story(roadmap: Roadmap, cases: pd.DataFrame, language: str) -> None:
    """Say how much of what could be freed the roadmap builds, and where the rest stands."""
    if story := story_words(roadmap, cases, language):
        html.paragraph(story, "note")


def show_standings(roadmap: Roadmap, cases: pd.DataFrame, language: str) -> None:
    """Let the reader open where every use case stands; the times add up to all that could be freed."""
    title = translate("Where every use case stands", language)
    with st.expander(title, key=state.view_key("standings"), on_change="rerun") as box:
        if not box.open:
            return
        table = standings(roadmap, cases)
        times = added_minutes(table["minutes_freed_central"].tolist())
        st.html(_table(table, times, language))
        codes = table["standing"].tolist()
        chosen_code = st.selectbox(
            translate("Open a line to its use cases", language),
            codes,
            index=None,
            format_func=lambda code: label("standing", code, language),
            key=state.view_key("opened_standing"),
            placeholder=translate("Choose a line", language),
        )
        if chosen_code is not None:
            here = cases[cases["use_case_key"].map(roadmap.standing) == chosen_code]
            _show_cases(here, times[codes.index(chosen_code)], label("standing", chosen_code, language), language)


def _table(table: pd.DataFrame, times: Sequence[float], language: str) -> str:
    """Return how many use cases stand where and what they could free, adding up to the displayed minute."""
    counts = [*table["use_cases"].tolist(), int(table["use_cases"].sum())]
    names = [label("standing", code, language) for code in table["standing"]] + [translate("In all", language)]
    rows = [
        [name, format_count(count, language), to_the_minute(time, language)]
        for name, count, time in zip(names, counts, times, strict=True)
    ]
    head = [
        translate("Where it stands", language),
        translate("Use cases", language),
        translate("Could free, a week", language),
    ]
    caption = translate("What the roadmap does with all that could be freed", language)
    return html.table(head, rows, caption=caption, numeric=(1, 2))


def _show_cases(cases: pd.DataFrame, whole: float, title: str, language: str) -> None:
    """Show the use cases of one line, page by page; they add up to it as it is shown."""
    pages = -(-len(cases) // _PAGE)
    number = st.pagination(pages, key=state.view_key("page_standings")) if pages > 1 else 1
    page = slice((number - 1) * _PAGE, number * _PAGE)
    names = [str(name) for name in cases["use_case"].iloc[page]]
    names += [on_other_pages(len(cases) - len(names), language)] if len(names) < len(cases) else []
    names.append(translate("In all", language))
    times = added(cases["minutes_freed_central"].tolist(), language, page, whole)
    rows = [[name, time] for name, time in zip(names, times, strict=True)]
    head = [translate("Use case", language), translate("Could free, a week", language)]
    st.html(html.table(head, rows, caption=title, numeric=(1,)))


def show_unpaid_switch(project_id: str, roadmap: Roadmap, language: str) -> None:
    """Say what does not pay for itself in money, and let the reader build it all the same, or leave it out."""
    if roadmap.unpaid:
        html.paragraph(unpaid_words(roadmap, language), "note")
    key = state.view_key("unpaid")
    st.session_state[key] = chosen.builds_unpaid(project_id)
    st.toggle(
        translate("Also build what does not pay for itself in money", language),
        key=key,
        on_change=lambda: chosen.keep_builds_unpaid(project_id, bool(st.session_state[key])),
    )
