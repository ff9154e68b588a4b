"""The pilot as a card that can be read out in a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.report.pilot_words import pilot_cautions, pilot_parts
from analyzer.ui.components import html
from analyzer.ui.components.notices import panel

if TYPE_CHECKING:
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


def _alone(sentence: str) -> str:
    return f"<p>{html.text(sentence)}</p>"
