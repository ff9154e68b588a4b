"""The costs behind the money: each with its range and source, to be replaced by the reader's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count
from analyzer.opportunity.costs import ANY, CURRENCIES, GENERAL, ITEMS, cost_lines
from analyzer.report.money_words import format_exact_money
from analyzer.ui import roadmap, state
from analyzer.ui.components import html
from analyzer.ui.components.notices import panel
from analyzer.ui.components.number_cells import number_cell, number_column, typed_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.opportunity.costs import Costs
    from analyzer.ui.analysis import Analysis

_ENDS = ("low", "central", "high")
_MOST_ROLES = 40


def show_hour_costs(project_id: str, analysis: Analysis, costs: Costs, language: str) -> None:
    """Show what an hour costs: for everybody as a range, and by role where it is known."""
    known = CURRENCIES[costs.currency]
    html.paragraph(translate(known.hour_source, language), "note")
    held = {"hour": costs.hour}
    names = [translate("An hour of any role", language)]
    _ranges(project_id, ["hour"], names, [held["hour"]], [""], "hour", language)
    roles = sorted({str(role) for role in analysis.tasks["role"].dropna()})[:_MOST_ROLES]
    if not roles:
        return
    usual = format_exact_money(costs.hour.central, costs.currency, language)
    html.paragraph(
        translate(
            "By role, in full: pay, charges and leave, by hour worked. An empty cell takes {usual}.",
            language,
            usual=usual,
        ),
        "note",
    )
    said = analysis.estimate.facts.roles
    shown = pd.DataFrame(
        {
            "role": roles,
            "cost": pd.Series(
                [number_cell(said[role].cost_per_hour if role in said else None, language) for role in roles],
                dtype="str",
            ),
        }
    )
    key = f"edit_role_costs_{state.rounds('role_costs')}"
    st.data_editor(
        shown,
        column_config={
            "role": st.column_config.TextColumn(label("field", "role", language), width="medium"),
            "cost": number_column(translate("Cost of an hour", language), 140),
        },
        hide_index=True,
        num_rows="fixed",
        placeholder="",
        disabled=["role"],
        key=key,
        on_change=lambda: _keep_roles(project_id, roles, key, language),
        alt=translate("Cost of an hour by role, to be filled in.", language),
    )


def _keep_roles(project_id: str, roles: Sequence[str], key: str, language: str) -> None:
    edited: dict[int, dict[str, Any]] = st.session_state[key]["edited_rows"]
    try:
        for place, fields in edited.items():
            if "cost" in fields and int(place) < len(roles):
                roadmap.keep_role_cost(project_id, roles[int(place)], typed_number(fields["cost"]))
    except AnalyzerError as error:
        state.complain(error.message(language))
    state.next_round("role_costs")


def show_solution_costs(project_id: str, analysis: Analysis, costs: Costs, language: str) -> None:
    """Show what one kind of solution costs, line by line with its source."""
    present = roadmap.cases_of(analysis.estimate)
    freeing = present[present["minutes_freed_central"] > 0]
    solutions = [*dict.fromkeys(freeing["solution"]), ANY]
    chosen = st.selectbox(
        translate("Kind of solution", language),
        solutions,
        format_func=lambda code: _solution_name(code, language),
        key=state.view_key("cost_solution"),
    )
    names = GENERAL if chosen == ANY else ITEMS
    lines = [line for line in cost_lines(costs.currency) if line.solution == chosen]
    sources = {line.item: line.source for line in lines}
    judged = sum(line.judged and (chosen, line.item) not in costs.own for line in lines)
    if judged:
        panel(
            translate_plural(
                "{number} of these {lines} lines rests on judgement: put your own figure in its place.",
                "{number} of these {lines} lines rest on judgement: put your own figures in their place.",
                judged,
                language,
                number=format_count(judged, language),
                lines=format_count(len(lines), language),
            ),
            "caution",
        )
    told = [
        translate("entered here", language) if (chosen, item) in costs.own else translate(sources[item], language)
        for item in names
    ]
    _ranges(
        project_id,
        [f"cost:{chosen}:{item}" for item in names],
        [translate(name, language) for name in names.values()],
        [costs.of(chosen, item) for item in names],
        told,
        f"costs_{chosen}",
        language,
    )
    html.paragraph(
        translate(
            "Money in {currency}. Days and hours are those of one use case; “judgement” is there to be replaced.",
            language,
            currency=costs.currency,
        ),
        "note",
    )
    if costs.own and st.button(translate("Back to the usual costs", language), key="reset_costs"):
        roadmap.reset_costs(project_id)
        st.rerun()


def _solution_name(code: str, language: str) -> str:
    return translate("All kinds of solution", language) if code == ANY else label("solution", code, language)


def _ranges(
    project_id: str,
    keys: Sequence[str],
    names: Sequence[str],
    amounts: Sequence[Any],
    sources: Sequence[str],
    name: str,
    language: str,
) -> None:
    """Show ranges to be edited, each kept at once under its key."""
    ends = {end: [number_cell(getattr(one, end), language) for one in amounts] for end in _ENDS}
    shown = pd.DataFrame({"name": list(names), **ends})
    if any(sources):
        shown["source"] = list(sources)
    config = st.column_config
    titles = {"low": translate("Low", language), "central": translate("Central", language)}
    titles["high"] = translate("High", language)
    # No "%": a share is entered as 0.4, as everywhere in the costs.
    columns: dict[str, Any] = {end: number_column(title, 90) for end, title in titles.items()}
    columns["name"] = config.TextColumn(translate("Cost", language), width=230)
    columns["source"] = config.TextColumn(translate("Source", language), width="large")
    key = f"edit_{name}_{state.rounds(name)}"
    st.data_editor(
        shown,
        column_config=columns,
        hide_index=True,
        num_rows="fixed",
        disabled=["name", "source"],
        key=key,
        on_change=lambda: _keep(project_id, keys, amounts, key, name, language),
        alt=translate("Costs with their range, to be changed.", language),
    )


def _keep(project_id: str, keys: Sequence[str], amounts: Sequence[Any], key: str, name: str, language: str) -> None:
    edited: dict[int, dict[str, Any]] = st.session_state[key]["edited_rows"]
    try:
        for place, fields in edited.items():
            if int(place) < len(keys):
                held = {end: getattr(amounts[int(place)], end) for end in _ENDS}
                typed = {end: typed_number(cell) for end, cell in fields.items()}
                roadmap.keep_amount(project_id, keys[int(place)], {**held, **typed})
    except AnalyzerError as error:
        state.complain(error.message(language))
    state.next_round(name)
