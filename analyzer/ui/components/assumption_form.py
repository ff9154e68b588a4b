"""What the hours rest on: the scenario, and its assumptions as sliders, each with its reason and source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate
from analyzer.numbers import NO_BREAK, format_number, format_share
from analyzer.opportunity import SCENARIOS, assumption_fields, assumptions_for
from analyzer.opportunity.scenarios import SCENARIO_NAMES
from analyzer.opportunity.working_time import WORKING_TIME_FIELDS
from analyzer.ui import plan, state
from analyzer.ui.components.html import paragraph, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from analyzer.opportunity import AssumptionField, Assumptions

MAIN = ("adoption", "review", "ramp_up_months")
"""Assumptions that a reader is asked about first; the others stand behind them."""
_MOST_TO_SLIDE = 100_000
"""A number that may be larger is typed: a pixel of a slider would be hundreds."""


def choose_scenario(project_id: str, language: str) -> None:
    """Show the ready-made and the saved scenarios; the chosen one is kept with the project, changes to the one before
    are dropped unless they were saved."""
    base, changes = plan.chosen(project_id)
    saved = {one.id: one.name for one in plan.saved(project_id)}
    used = plan.in_use(project_id)
    key = state.view_key("scenario")
    st.session_state[key] = used if used in saved else base

    def chosen() -> None:
        code = st.session_state[key]
        try:
            plan.use_saved(project_id, code) if code in saved else plan.use(project_id, code, {})
        except AnalyzerError as error:
            state.complain(error.message(language))

    st.segmented_control(
        translate("Scenario", language),
        [*SCENARIOS, *saved],
        required=True,
        format_func=lambda code: plain(saved[code]) if code in saved else translate(SCENARIO_NAMES[code], language),
        key=key,
        on_change=chosen,
        help=translate(
            "Cautious: tools are handed out and no more. Central: what studies saw on average. Ambitious: people are "
            "trained and the way of working changes with the tools.",
            language,
        ),
    )
    # A place of its own, empty or not: were the line to push down what follows, everything open there would close.
    with st.container():
        if used == plan.OWN and changes:
            paragraph(translate("With your own changes, below.", language), "note")
    if unusable := plan.left_aside(project_id):
        names = ", ".join(unusable)
        words = translate(
            "What was kept for {names} cannot be used by this version and is left aside.", language, names=names
        )
        paragraph(words, "note")


def show_assumptions(project_id: str, language: str) -> None:
    """Show the assumptions of the scenario; a moved slider is kept at once and everything is computed again."""
    base, changes = plan.chosen(project_id)
    values = plan.assumptions_of(project_id)
    fields = {field.name: field for field in assumption_fields(language)}

    def keep(name: str, value: float) -> None:
        _change(project_id, {name: value}, language)

    show_sliders([fields[name] for name in MAIN], values, keep, language)
    with st.expander(
        translate("The other assumptions", language), key=state.view_key("others"), on_change="rerun"
    ) as box:
        if box.open:
            rest = [field for name, field in fields.items() if name not in (*MAIN, *WORKING_TIME_FIELDS)]
            show_sliders(rest, values, keep, language)
    if changes and st.button(translate("Back to the scenario’s own values", language), key="reset_assumptions"):
        plan.use(project_id, base, {})
        st.rerun()


def show_sliders(
    fields: Sequence[AssumptionField], values: Assumptions, keep: Callable[[str, float], None], language: str
) -> None:
    """Show assumptions as sliders.

    :param keep: takes the name and the value of one that was moved.
    """
    grid = st.grid(2, min_column_width=320, gap=("medium", "medium"))
    for field in fields:
        with grid.cell():
            _slider(field, float(getattr(values, field.name)), keep, language)


def _change(project_id: str, values: Mapping[str, float], language: str) -> None:
    """Keep changed assumptions; those that are back at the scenario's own value are no longer changes."""
    base, changes = plan.chosen(project_id)
    standard = assumptions_for(base)
    changes = {name: held for name, held in changes.items() if name not in values}
    changes |= {name: value for name, value in values.items() if abs(value - float(getattr(standard, name))) > 1e-9}
    try:
        plan.use(project_id, base, changes)
    except AnalyzerError as error:
        state.complain(error.message(language))


def _slider(field: AssumptionField, value: float, keep: Callable[[str, float], None], language: str) -> None:
    share = field.high <= 1  # shown as a percentage
    factor = 100 if share else 1
    whole = share or field.step >= 1
    kind: Any = int if whole else float
    key = state.view_key(f"assumption_{field.name}")
    st.session_state[key] = kind(round(value * factor)) if whole else value

    def moved() -> None:
        keep(field.name, st.session_state[key] / factor)

    if field.high > _MOST_TO_SLIDE:
        st.number_input(field.label, kind(field.low), kind(field.high), step=kind(field.step), key=key, on_change=moved)
        paragraph(_why(field, str(round(field.default)), language), "note")
        return
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
    paragraph(_why(field, _usual(field, language), language), "note")


def _why(field: AssumptionField, default: str, language: str) -> str:
    return translate(
        "{why} Usual value: {default}. Source: {source}", language, why=field.why, default=default, source=field.source
    )


def _usual(field: AssumptionField, language: str) -> str:
    if field.high <= 1:
        return format_share(field.default, language)
    return f"{format_number(field.default, language)}{NO_BREAK}{field.unit}"
