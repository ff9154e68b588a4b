"""The rules of a plan as sliders, each with its reason and source, and what each kind of work counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st
from annotated_types import Ge, Le

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate
from analyzer.numbers import format_number, format_share
from analyzer.reallocation import PlanRules
from analyzer.reallocation.reasons import kind_name, role_name
from analyzer.reallocation.rules import DEFAULT_WEIGHTS, MOST_NEEDED, PLAN_KINDS, Need
from analyzer.ui import state
from analyzer.ui.components.help_between import asked_words, show_possible
from analyzer.ui.components.html import paragraph
from analyzer.ui.plan_choices import quarter_hours_in, reset_rules, rules_of, use_rules
from analyzer.ui.times_in_words import LONGEST_TIME, duration_in_words

if TYPE_CHECKING:
    from analyzer.reallocation import Plan

SHARES = ("relief_floor", "learning_floor", "ambassador_share", "change_per_month", "closeness_needed")
COUNTS = ("most_activities", "smallest_move")


def show_rules(project_id: str, language: str) -> None:
    """Show floors and ceilings; a moved slider is kept at once and the plan is made again."""
    rules = rules_of(project_id)
    grid = st.grid(2, min_column_width=320, gap=("medium", "medium"))
    for name in (*SHARES, *COUNTS):
        with grid.cell():
            _slider(project_id, name, float(getattr(rules, name)), language)
    if rules != PlanRules() and st.button(
        translate("Back to the usual rules, without decisions", language), key="reset_rules"
    ):
        reset_rules(project_id)
        st.rerun()


def show_weights(project_id: str, language: str) -> None:
    """Show what each kind of work counts."""
    rules = rules_of(project_id)
    grid = st.grid(2, min_column_width=320, gap=("medium", "small"))
    for kind in PLAN_KINDS:
        key = state.view_key(f"weight_{kind}")
        st.session_state[key] = round(100 * rules.weight(kind))

        def moved(kind: str = kind, key: str = key) -> None:
            weights = {**DEFAULT_WEIGHTS, **rules_of(project_id).weights, kind: st.session_state[key] / 100}
            _use(project_id, language, weights=weights)

        with grid.cell():
            st.slider(kind_name(kind, language), 0, 100, step=5, key=key, on_change=moved)


def show_needs(project_id: str, plan: Plan, language: str) -> None:
    """Ask who needs help, and show what would become possible."""
    budget = plan.budget
    paragraph(asked_words(plan, language), "because")
    paragraph(
        translate(
            "No list tells who needs help, its people do: choose a role, say how much time a week it needs, and the "
            "plan is made again.",
            language,
        ),
        "note",
    )
    names = [role_name(row["role"], row["team"], language) for row in budget.to_dict("records")]
    place = st.selectbox(
        translate("Role that asks for time", language),
        range(len(names)),
        format_func=names.__getitem__,
        key=state.view_key("need_role"),
    )
    row = budget.iloc[place].to_dict()
    key = state.view_key(f"need_{place}")
    st.session_state[key] = duration_in_words(float(row["asked"]), language)

    def said() -> None:
        try:
            minutes = quarter_hours_in(st.session_state[key], MOST_NEEDED, language)
        except AnalyzerError as error:
            state.complain(error.message(language))
            return
        role, team = _name(row["role"]), _name(row["team"])
        others = [need for need in rules_of(project_id).needs if (need.role, need.team) != (role, team)]
        needs = [*others, Need(role=role, team=team, minutes_per_week=minutes)]
        _use(project_id, language, needs=[need.model_dump() for need in needs])

    st.text_input(
        translate("Time a week it asks for", language),
        max_chars=LONGEST_TIME,
        key=key,
        on_change=said,
        help=translate("In whole quarter-hours, as you would write it: “45 min” or “1 h 15 min”.", language),
    )
    if found := [one for one in plan.possible_help if one.receiver == place]:
        show_possible(plan, found, language)
    else:
        paragraph(
            translate("No other role is close enough in its work to take over a task of this one.", language),
            "because",
        )
    paragraph(
        translate(
            "Without your word it is the time by which the listed work goes above the full week. Only roles whose work "
            "is close enough help.",
            language,
        ),
        "note",
    )


def _slider(project_id: str, name: str, value: float, language: str) -> None:
    field = PlanRules.model_fields[name]
    extra: dict[str, Any] = dict(field.json_schema_extra) if isinstance(field.json_schema_extra, dict) else {}
    low = float(next(limit.ge for limit in field.metadata if isinstance(limit, Ge)))  # type: ignore[arg-type]
    high = float(next(limit.le for limit in field.metadata if isinstance(limit, Le)))  # type: ignore[arg-type]
    step, share = float(extra["step"]), name in SHARES
    factor = 100 if share else 1
    title, key = translate(field.title or name, language), state.view_key(f"rule_{name}")
    whole = (factor * step).is_integer()
    st.session_state[key] = round(value * factor) if whole else round(value, 4)

    def moved() -> None:
        given = st.session_state[key]
        _use(project_id, language, **{name: given / factor if share and whole else given})

    if whole:
        percent = "%d%%" if language == "en" else "%d\u202f%%"
        ends = (round(low * factor), round(high * factor))
        st.slider(title, *ends, step=round(step * factor), format=percent if share else "%d", key=key, on_change=moved)
    else:  # the slider's own formats know no decimal comma
        steps = {round(low + step * count, 4) for count in range(round((high - low) / step) + 1)}
        told = partial(format_share, language=language, digits=2)
        options = sorted(steps | {st.session_state[key]})
        st.select_slider(title, options, format_func=told, key=key, on_change=moved)
    usual = format_share(field.default, language, 2) if share else format_number(field.default, language)
    paragraph(
        translate(
            "{why} Usual value: {default}. Source: {source}",
            language,
            why=translate(extra["why"], language),
            default=usual,
            source=translate(extra["source"], language),
        ),
        "note",
    )


def _use(project_id: str, language: str, **changes: object) -> None:
    """Keep changed rules; what cannot be is said above the page."""
    try:
        use_rules(project_id, **changes)
    except AnalyzerError as error:
        state.complain(error.message(language))


def _name(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
