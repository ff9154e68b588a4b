"""What is said of a role: how long its people work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import to_the_minute
from analyzer.opportunity import checked_role
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.components.number_cells import number_cell, number_column, typed_number
from analyzer.ui.local_facts import ROLE
from analyzer.ui.work import work
from analyzer.workspace import choices, keep_choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.ui.analysis import Analysis

_MOST_ROLES = 200


def show_role_facts(analysis: Analysis, language: str) -> None:
    """Show a table of roles with their week and part time, to be filled in; a changed cell is kept at once."""
    roles = sorted({str(role) for role in analysis.tasks["role"].dropna()})[:_MOST_ROLES]
    if not roles:
        html.paragraph(translate("No task of this list names a role.", language), "note")
        return
    usual = to_the_minute(analysis.estimate.assumptions.minutes_per_week, language)
    html.paragraph(
        translate(
            "A role never frees more than the week of its people. An empty cell takes the usual week of {hours}, "
            "full time. What an hour costs stands with the money.",
            language,
            hours=usual,
        ),
        "note",
    )
    said = analysis.estimate.facts.roles
    shown = pd.DataFrame(
        {
            "role": roles,
            "hours_per_week": _column(roles, said, "hours_per_week", 1.0, language),
            "working_share": _column(roles, said, "working_share", 100.0, language),
        }
    )
    key = f"edit_roles_{state.rounds('roles')}"
    st.data_editor(
        shown,
        column_config={
            "role": st.column_config.TextColumn(label("field", "role", language), width="medium"),
            "hours_per_week": number_column(translate("Full week, hours", language), 150),
            "working_share": number_column(translate("Part time, % of it", language), 150),
        },
        hide_index=True,
        num_rows="fixed",
        placeholder="",
        disabled=["role"],
        key=key,
        on_change=lambda: _keep(analysis.project.id, roles, key, language),
        alt=translate("Week and part time by role, to be filled in.", language),
    )


def _column(roles: Sequence[str], said: Any, name: str, factor: float, language: str) -> pd.Series:
    values = [getattr(said[role], name) if role in said else None for role in roles]
    cells = [number_cell(None if value is None else value * factor, language) for value in values]
    return pd.Series(cells, dtype="str")


def _keep(project_id: str, roles: Sequence[str], key: str, language: str) -> None:
    edited: dict[int, dict[str, Any]] = st.session_state[key]["edited_rows"]
    held = choices(work(), project_id, ROLE)
    try:
        for place, fields in edited.items():
            role = roles[int(place)]
            before = held.get(role)
            typed = {name: typed_number(cell) for name, cell in fields.items()}
            if isinstance(share := typed.get("working_share"), float):
                typed["working_share"] = share / 100
            facts = {**(before if isinstance(before, dict) else {}), **typed}
            checked_role(role, facts)
            keep_choice(work(), project_id, ROLE, role, facts)
    except AnalyzerError as error:
        state.complain(error.message(language))
    state.next_round("roles")
