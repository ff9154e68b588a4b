"""The pilot as a card that can be read out in a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.report.pilot_words import pilot_cautions, pilot_parts
from analyzer.ui import roadmap, state
from analyzer.ui.components import html
from analyzer.ui.components.notices import guarded, panel

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.opportunity.pilot import Pilot


def show_pilot(pilot: Pilot, language: str) -> None:
    """Show a pilot: what is tried, measured, learned and decided, and when to stop."""
    with st.container(border=True, key="card_pilot", gap="small"):
        head = " · ".join(
            part
            for part in (
                pilot.use_case,
                pilot.team or "",
                translate("{weeks} weeks", language, weeks=pilot.weeks),
            )
            if part
        )
        st.html(f'<p class="because"><strong>{html.text(head)}</strong></p>')
        grid = st.grid(2, min_column_width=300, gap=("medium", "small"))
        *parts, chosen = pilot_parts(pilot, language)
        for part in parts:
            with grid.cell():
                points = "".join(f"<li>{html.text(point)}</li>" for point in part.points)
                body = f'<ul class="reasons">{points}</ul>' if len(part.points) > 1 else _alone(part.points[0])
                st.html(f'<div class="part"><strong>{html.text(part.title)}</strong>{body}</div>')
        for caution in pilot_cautions(pilot, language):
            panel(caution, "caution")
        with st.expander(chosen.title):
            html.paragraph(" ".join(chosen.points), "note")


def show_other_pilots(project_id: str, pilot: Pilot, cases: pd.DataFrame, language: str) -> None:
    """Let the reader begin with another use case, and go back to what is proposed.

    :param cases: the table of use cases.
    """
    freeing = cases[cases["minutes_freed_central"] > 0]
    names = dict(zip(freeing["use_case_key"], freeing["use_case"], strict=True))
    with st.expander(
        translate("Begin with another use case", language), key=state.view_key("other_pilot"), on_change="rerun"
    ) as box:
        if not box.open:
            return
        html.paragraph(
            translate(
                "A pilot that is under way, or agreed on, stays the first one whatever is measured meanwhile.", language
            ),
            "note",
        )
        picked = st.selectbox(
            translate("The first pilot", language),
            list(names),
            index=list(names).index(pilot.use_case_key),
            format_func=names.__getitem__,
            key=f"first_pilot_{pilot.use_case_key}_{pilot.chosen}",
        )
        with st.container(horizontal=True), guarded(language):
            if (picked != pilot.use_case_key or not pilot.chosen) and st.button(
                translate("Begin with this one", language), type="primary", key="keep_first_pilot"
            ):
                roadmap.keep_first_pilot(project_id, picked)
                st.rerun()
            if pilot.chosen and st.button(translate("Back to the proposal", language), key="propose_pilot"):
                roadmap.keep_first_pilot(project_id, None)
                st.rerun()


def _alone(sentence: str) -> str:
    return f"<p>{html.text(sentence)}</p>"
