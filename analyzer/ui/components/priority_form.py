"""What makes one use case come first: the weights as sliders, and what the team says of each use case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import mark, translate
from analyzer.ui import roadmap, state
from analyzer.ui.components import html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.opportunity.weights import Appeal
    from analyzer.ui.analysis import Analysis

WEIGHTS = {
    "hours": mark("Hours freed"),
    "wish": mark("The team’s wish"),
    "pain": mark("The pain it gives"),
    "effort": mark("Little effort"),
    "risk": mark("Little risk"),
}
_PAGE_ROWS = 12


def show_weights(project_id: str, language: str) -> None:
    """Show the weights; a moved slider is kept at once and the order is worked out again."""
    weights = roadmap.priorities(project_id).weights
    html.paragraph(
        translate(
            "Each weight goes from 0 (does not count) to 100; only their proportions matter. Value is made of hours, "
            "wish and pain; effort and risk stand against it.",
            language,
        ),
        "note",
    )
    grid = st.grid(2, min_column_width=260, gap=("medium", "small"))
    for name, title in WEIGHTS.items():
        with grid.cell():
            _slider(project_id, name, translate(title, language), float(getattr(weights, name)), language)
    if weights != roadmap.usual_weights() and st.button(
        translate("Back to the usual weights", language), key="reset_weights"
    ):
        roadmap.reset_weights(project_id)
        st.rerun()


def _slider(project_id: str, name: str, title: str, value: float, language: str) -> None:
    key = state.view_key(f"weight_{name}")
    st.session_state[key] = round(value)

    def moved() -> None:
        try:
            roadmap.keep_weights(project_id, **{name: float(st.session_state[key])})
        except AnalyzerError as error:
            state.complain(error.message(language))

    st.slider(title, 0, 100, step=5, key=key, on_change=moved)


def show_answers(analysis: Analysis, cases: pd.DataFrame, language: str) -> None:
    """Show use cases with the team's wish and pain, to be filled in together; an empty cell counts as the middle.

    :param cases: table of use cases, the first on top.
    """
    html.paragraph(
        translate(
            "Answer together, from 0 (not at all) to 5 (very much): would the team gladly hand this work over, and how "
            "much does it weigh on it? What stays empty counts as the middle.",
            language,
        ),
        "note",
    )
    pages = max(1, -(-len(cases) // _PAGE_ROWS))
    number = st.pagination(pages, key=state.view_key("page_answers")) if pages > 1 else 1
    # The order of the list follows the answers: a list in the order of names stays where it is while it is filled in.
    part = cases.sort_values("use_case").iloc[(number - 1) * _PAGE_ROWS : number * _PAGE_ROWS]
    project_id, appeals = analysis.project.id, analysis.estimate.facts.priorities.appeals
    keys = part["use_case_key"].tolist()
    said = [appeals.get(key) for key in keys]
    shown = pd.DataFrame(
        {
            "use_case": part["use_case"].tolist(),
            "wish": pd.Series([one.wish if one else None for one in said], dtype="float64"),
            "pain": pd.Series([one.pain if one else None for one in said], dtype="float64"),
        }
    )
    key = f"edit_answers_{number}_{state.rounds('answers')}"
    st.data_editor(
        shown,
        column_config=_columns(language),
        hide_index=True,
        num_rows="fixed",
        placeholder="",
        disabled=["use_case"],
        key=key,
        on_change=lambda: _keep(project_id, keys, said, key, language),
        alt=translate("Wish and pain of each use case, to be filled in.", language),
    )


def _columns(language: str) -> dict[str, Any]:
    config = st.column_config
    return {
        "use_case": config.TextColumn(translate("Use case", language), width="large"),
        "wish": config.NumberColumn(
            translate("Wish (0 to 5)", language), min_value=0.0, max_value=5.0, step=1.0, format="%.0f", width=110
        ),
        "pain": config.NumberColumn(
            translate("Pain (0 to 5)", language), min_value=0.0, max_value=5.0, step=1.0, format="%.0f", width=110
        ),
    }


def _keep(project_id: str, keys: Sequence[str], said: Sequence[Appeal | None], key: str, language: str) -> None:
    edited: dict[int, dict[str, Any]] = st.session_state[key]["edited_rows"]
    try:
        for place, answers in edited.items():
            if int(place) < len(keys):
                # What was answered when the use case had another key is kept under this one, with the change.
                before = said[int(place)]
                known = {} if before is None else {"wish": before.wish, "pain": before.pain}
                roadmap.keep_appeal(project_id, keys[int(place)], **{**known, **answers})
    except AnalyzerError as error:
        state.complain(error.message(language))
    state.next_round("answers")
