"""Scenarios side by side: what each frees, and of any two what differs in assumptions and in totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.numbers import (
    NO_BREAK,
    format_difference,
    format_duration,
    format_number,
    format_points,
    format_range,
    format_share,
)
from analyzer.opportunity import assumption_fields, compare
from analyzer.report import charts
from analyzer.ui import plan, state
from analyzer.ui.analysis import estimated
from analyzer.ui.components import charts as drawn
from analyzer.ui.components import html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analyzer.opportunity import AssumptionField, Comparison
    from analyzer.ui.analysis import Analysis

MEASURES = {
    "minutes_per_person_per_day": mark("Per person per day"),
    "minutes_freed": mark("A week, in all"),
    "hours_per_month": mark("A month, in all"),
    "hours_per_year": mark("A year, in all"),
    "share": mark("Share of the time stated"),
}
_MOST_ROLES = 12


def show_comparison(analysis: Analysis, language: str) -> None:
    """Show all scenarios on one scale, then any two in numbers."""
    options = plan.options(analysis.project.id, language)
    estimates = {code: estimated(analysis, values, language) for code, (_name, values) in options.items()}
    named = {options[code][0]: estimate for code, estimate in estimates.items()}
    drawn.show(
        charts.scenarios_chart(named, language=language, theme=drawn.theme()),
        key="scenarios",
        alt=translate("Minutes per person per day that each scenario frees, with their range.", language),
    )
    used = plan.in_use(analysis.project.id)
    columns = st.columns(2)
    first = _choose(columns[0], translate("Compare", language), options, used, "compare_first")
    other = next(code for code in options if code != first)
    second = _choose(columns[1], translate("with", language), options, other, "compare_second")
    if first == second:
        html.paragraph(translate("Choose two different scenarios to see what differs.", language), "note")
        return
    comparison = compare(estimates[first], estimates[second])
    names = (options[first][0], options[second][0])
    st.html(_assumptions_table(comparison, names, language))
    st.html(_totals_table(comparison, names, language))
    with st.expander(translate("The difference by role", language)):
        st.html(_roles_table(comparison, names, language))


def _choose(
    column: st.delta_generator.DeltaGenerator,
    words: str,
    options: Mapping[str, tuple[str, object]],
    usual: str,
    name: str,
) -> str:
    key = state.view_key(name)
    codes = list(options)
    if st.session_state.get(key) not in codes:
        st.session_state[key] = usual if usual in options else codes[0]
    with column:
        return str(st.selectbox(words, codes, format_func=lambda code: options[code][0], key=key))


def _assumptions_table(comparison: Comparison, names: tuple[str, str], language: str) -> str:
    fields = {field.name: field for field in assumption_fields(language)}
    rows = [
        [
            fields[change.name].label,
            *(in_unit(value, fields[change.name], language) for value in (change.first, change.second)),
        ]
        for change in comparison.assumptions
    ]
    if not rows:
        rows = [[translate("Nothing differs", language), "", ""]]
    head = [translate("Assumption", language), *names]
    return html.table(head, rows, caption=translate("What differs in the assumptions", language), numeric=(1, 2))


def _totals_table(comparison: Comparison, names: tuple[str, str], language: str) -> str:
    rows = []
    for row in comparison.totals.to_dict("records"):
        measure = str(row["measure"])
        cells = []
        for side in ("first", "second"):
            low, central, high = (float(row[f"{side}_{end}"]) for end in ("low", "central", "high"))
            cells.append(_value(measure, low, central, high, language))
        cells.append(_difference(measure, float(row["first_central"]), float(row["second_central"]), language))
        rows.append([translate(MEASURES[measure], language), *cells])
    head = [translate("Time freed", language), *names, translate("Difference", language)]
    return html.table(
        head, rows, caption=translate("What differs in the totals", language), numeric=(1, 2, 3), deciding=(1, 3)
    )


def _roles_table(comparison: Comparison, names: tuple[str, str], language: str) -> str:
    rows = [
        [
            translate("not stated", language) if row["role"] != row["role"] else str(row["role"]),
            format_duration(float(row["first"]), language),
            format_duration(float(row["second"]), language),
            format_difference(float(row["first"]), float(row["second"]), language),
        ]
        for row in comparison.roles.head(_MOST_ROLES).to_dict("records")
    ]
    head = [translate("Role", language), *names, translate("Difference", language)]
    return html.table(
        head, rows, caption=translate("Time freed a week, by role", language), numeric=(1, 2, 3), deciding=(1, 2)
    )


def in_unit(value: float, field: AssumptionField, language: str) -> str:
    """Write the value of an assumption with its unit."""
    if field.high <= 1:
        return format_share(value, language)
    return f"{format_number(value, language)}{NO_BREAK}{field.unit}"


def _value(measure: str, low: float, central: float, high: float, language: str) -> str:
    if measure == "share":
        low_words, central_words, high_words = (format_share(value, language, 1) for value in (low, central, high))
        return translate("{central} ({low} to {high})", language, central=central_words, low=low_words, high=high_words)
    factor = 60 if measure.startswith("hours") else 1
    return translate(
        "{duration} ({range})",
        language,
        duration=format_duration(central * factor, language),
        range=format_range(low * factor, high * factor, language),
    )


def _difference(measure: str, first: float, second: float, language: str) -> str:
    if measure == "share":
        return format_points(first, second, language)
    factor = 60 if measure.startswith("hours") else 1
    return format_difference(first * factor, second * factor, language)
