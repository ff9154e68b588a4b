"""Where to begin: the pilot that the roadmap proposes, in one card with its first step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.report.pilot_words import pilot_finding, pilot_first_step
from analyzer.ui import navigation
from analyzer.ui import roadmap as chosen
from analyzer.ui.components import html

if TYPE_CHECKING:
    from analyzer.ui.analysis import Analysis


def show_first_step(analysis: Analysis, language: str) -> None:
    """Show what to begin with and what to do first; nothing where no use case frees time."""
    pilot = chosen.pilot_of(analysis.project.id, analysis.estimate)
    if pilot is None:
        return
    with st.container(border=True, key="card_first_step", gap="small"):
        st.markdown(f"**{translate('Where to begin on Monday', language)}**")
        html.paragraph(pilot_finding(pilot, language), "because")
        html.paragraph(pilot_first_step(pilot, language), "because")
        html.paragraph(
            translate(
                "It is not always what frees most: a first try is small, often done, and does no harm if it fails.",
                language,
            ),
            "note",
        )
        navigation.link("roadmap", translate("The pilot and the roadmap", language), forward=True)
