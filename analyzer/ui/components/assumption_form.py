"""What the hours rest on: the scenario, and the main assumptions as sliders, each with its reason and source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate
from analyzer.opportunity import SCENARIOS, assumption_fields, assumptions_for
from analyzer.report.numbers import NO_BREAK, format_number, format_share
from analyzer.ui import plan, state
from analyzer.ui.components.html import paragraph

if TYPE_CHECKING:
    from analyzer.opportunity import AssumptionField

MAIN = ("adoption", "review", "hours_per_day", "leave_days", "public_holidays")
"""Assumptions that a reader is asked about; the others keep their values."""


def choose_scenario(project_id: str, language: str) -> None:
    """Show the ready-made scenarios; the chosen one is kept with the project, changes to the one before are dropped."""
    base, changes = plan.chosen(project_id)
    key = state.view_key("scenario")
    st.session_state[key] = base

    def chosen() -> None:
        plan.use(project_id, st.session_state[key], {})

    st.segmented_control(
        translate("Scenario", language),
        list(SCENARIOS),
        required=True,
        format_func=lambda code: translate(plan.SCENARIO_NAMES[code], language),
        key=key,
        on_change=chosen,
        help=translate(
            "Cautious: tools are handed out and no more. Central: what studies saw on average. Ambitious: people are "
            "trained and the way of working changes with the tools.",
            language,
        ),
    )
    if changes:
        paragraph(translate("With your own changes, below.", language), "note")


def show_assumptions(project_id: str, language: str) -> None:
    """Show the main assumptions; a moved slider is kept at once and everything is computed again."""
    base, changes = plan.chosen(project_id)
    values = plan.assumptions_of(project_id)
    fields = {field.name: field for field in assumption_fields(language)}
    grid = st.grid(2, min_column_width=320, gap=("medium", "medium"))
    for name in MAIN:
        with grid.cell():
            _slider(project_id, fields[name], float(getattr(values, name)), language)
    if changes and st.button(translate("Back to the scenario’s own values", language), key="reset_assumptions"):
        plan.use(project_id, base, {})
        st.rerun()


def _slider(project_id: str, field: AssumptionField, value: float, language: str) -> None:
    share = field.high <= 1  # shown as a percentage
    factor = 100 if share else 1
    whole = share or field.step >= 1
    kind: Any = int if whole else float
    key = state.view_key(f"assumption_{field.name}")
    st.session_state[key] = kind(round(value * factor)) if whole else value

    def moved() -> None:
        base, changes = plan.chosen(project_id)
        given = st.session_state[key] / factor
        standard = float(getattr(assumptions_for(base), field.name))
        changes = {name: held for name, held in changes.items() if name != field.name}
        if abs(given - standard) > 1e-9:
            changes[field.name] = given
        try:
            plan.use(project_id, base, changes)
        except AnalyzerError as error:
            state.complain(error.message(language))

    percent = "%d%%" if language == "en" else "%d\u202f%%"
    st.slider(
        field.label,
        kind(field.low * factor),
        kind(field.high * factor),
        step=kind(field.step * factor) if whole else field.step,
        format=percent if share else "localized",
        key=key,
        on_change=moved,
    )
    paragraph(
        translate(
            "{why} Usual value: {default}. Source: {source}",
            language,
            why=field.why,
            default=_usual(field, language),
            source=field.source,
        ),
        "note",
    )


def _usual(field: AssumptionField, language: str) -> str:
    if field.high <= 1:
        return format_share(field.default, language)
    return f"{format_number(field.default, language)}{NO_BREAK}{field.unit}"
