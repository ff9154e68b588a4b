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
from analyzer.opportunity.working_time import HOURS_PER_WEEK, WORKING_SHARE
from analyzer.ui import state
from analyzer.ui.components import html
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
            "hours_per_week": _column(roles, said, "hours_per_week", 1.0),
            "working_share": _column(roles, said, "working_share", 100.0),
        }
    )
    key = f"edit_roles_{state.rounds('roles')}"
    st.data_editor(
        shown,
        column_config={
            "role": st.column_config.TextColumn(label("field", "role", language), width="medium"),
            "hours_per_week": st.column_config.NumberColumn(
                translate("Full week, hours", language),
                min_value=HOURS_PER_WEEK[0],
                max_value=HOURS_PER_WEEK[1],
                format="localized",
                width=150,
            ),
            "working_share": st.column_config.NumberColumn(
                translate("Part time, % of it", language),
                min_value=WORKING_SHARE[0] * 100,
                max_value=WORKING_SHARE[1] * 100,
                format="%.0f",
                width=150,
            ),
        },
        hide_index=True,
        num_rows="fixed",
        placeholder="",
        disabled=["role"],
        key=key,
        on_change=lambda: _keep(analysis.project.id, roles, key, language),
        alt=translate("Week and part time by role, to be filled in.", language),
    )


def _column(roles: Sequence[str], said: Any, name: str, factor: float) -> pd.Series:
    values = [getattr(said[role], name) if role in said else None for role in roles]
    return pd.Series([None if value is None else value * factor for value in values], dtype="float64")


def _keep(project_id: str, roles: Sequence[str], key: str, language: str) -> None:
    edited: dict[int, dict[str, Any]] = st.session_state[key]["edited_rows"]
    held = choices(work(), project_id, ROLE)
    try:
        for place, fields in edited.items():
            role = roles[int(place)]
            before = held.get(role)
            facts = {**(before if isinstance(before, dict) else {}), **fields}
            if fields.get("working_share") is not None:
                facts["working_share"] = fields["working_share"] / 100
            checked_role(role, facts)
            keep_choice(work(), project_id, ROLE, role, facts)
    except AnalyzerError as error:
        state.complain(error.message(language))
    state.next_round("roles")
