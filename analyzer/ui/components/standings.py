"""Where every use case stands: what the roadmap builds, what comes later, and what it leaves out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import streamlit as st

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration
from analyzer.opportunity.roadmap import Standing, standings
from analyzer.report.roadmap_words import story_words, unpaid_words
from analyzer.ui import roadmap as chosen
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.components.added import added

if TYPE_CHECKING:
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
        st.html(standings_table(roadmap, cases, language))
        placed = _placed(roadmap, cases)
        pages = -(-len(placed) // _PAGE)
        number = st.pagination(pages, key=state.view_key("page_standings")) if pages > 1 else 1
        rows = [
            [
                str(row["use_case"]),
                label("standing", str(row["standing"]), language),
                format_duration(float(row["minutes_freed_central"]), language),
            ]
            for row in placed.iloc[(number - 1) * _PAGE : number * _PAGE].to_dict("records")
        ]
        head = [
            translate("Use case", language),
            translate("Where it stands", language),
            translate("Could free, a week", language),
        ]
        st.html(html.table(head, rows, caption=title, numeric=(2,)))


def standings_table(roadmap: Roadmap, cases: pd.DataFrame, language: str) -> str:
    """Return how many use cases stand where and what they could free, adding up to the displayed minute."""
    table = standings(roadmap, cases)
    times = added(table["minutes_freed_central"].tolist(), language)
    counts = [*table["use_cases"].tolist(), int(table["use_cases"].sum())]
    names = [label("standing", code, language) for code in table["standing"]] + [translate("In all", language)]
    rows = [[name, format_count(count, language), time] for name, count, time in zip(names, counts, times, strict=True)]
    head = [
        translate("Where it stands", language),
        translate("Use cases", language),
        translate("Could free, a week", language),
    ]
    caption = translate("What the roadmap does with all that could be freed", language)
    return html.table(head, rows, caption=caption, numeric=(1, 2))


def _placed(roadmap: Roadmap, cases: pd.DataFrame) -> pd.DataFrame:
    """Return the use cases by where they stand, and there by their priority."""
    placed = cases.assign(standing=cases["use_case_key"].map(roadmap.standing))
    order = {standing: place for place, standing in enumerate(get_args(Standing))}
    return placed.sort_values("standing", key=lambda codes: codes.map(order), kind="stable")


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
