"""The plan: what the freed hours become, role by role, and what people decide about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import mark, translate, translate_plural
from analyzer.numbers import format_count, format_duration, to_the_minute
from analyzer.reallocation.horizon_words import horizon_lines
from analyzer.reallocation.plan_words import gap_words, shortfall_words
from analyzer.reallocation.reasons import role_name
from analyzer.reallocation.rules import HELP
from analyzer.report import charts
from analyzer.report.roadmap_words import unpaid_words
from analyzer.ui import state
from analyzer.ui.components import charts as drawn
from analyzer.ui.components import frame, html, plan_moves, plan_rules, plan_tables
from analyzer.ui.components.added import added_shares
from analyzer.ui.components.empty import empty_state
from analyzer.ui.components.figures import Figure, show_figures
from analyzer.ui.components.notices import guarded, panel
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.formats import name_of
from analyzer.ui.plan_choices import KeptPlan, keep_plan, kept_plan, rules_of
from analyzer.ui.planning import digest, planned

if TYPE_CHECKING:
    from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

    from analyzer.reallocation import Plan
    from analyzer.ui.analysis import Analysis

BY = {"role": mark("By role"), "team": mark("By team")}
_MOST_SHORTFALLS = 3
_AGAIN = f"{state.VIEW_PREFIX}plan_again"  # session key, set while a stale plan of the open project is made again


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("plan", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        last = kept_plan(analysis.project.id)
        if last is not None and last.digest != digest(analysis) and not st.session_state.get(_AGAIN):
            _stale(last, language)
        else:
            _current(analysis, language)
    frame.page_foot("plan")


def _stale(last: KeptPlan, language: str) -> None:
    """Show the kept plan as it was, and offer to make it again."""
    frame.finding(
        translate("The hours or the scenario changed since this plan was made: it no longer rests on them.", language)
    )
    panel(
        translate(
            "This is the plan as you kept it. Plan again to see what changes; your rules and decisions stay.", language
        ),
        "caution",
    )
    if st.button(translate("Plan again", language), type="primary", key="plan_again_button"):
        st.session_state[_AGAIN] = True
        st.rerun()
    plan_tables.show_moves(last.moves, language)


def _current(analysis: Analysis, language: str) -> None:
    """Show the plan that the rules and the hours give now."""
    project = analysis.project.id
    # The rules stand on the page before the plan is made: whoever moves a slider keeps it in hand while it is solved.
    overview = st.container()
    with _opened("rules", translate("Rules of the plan: what must hold", language)):
        plan_rules.show_rules(project, language)
    with _opened("weights", translate("What each kind of work counts", language)):
        plan_rules.show_weights(project, language)
    details = st.container()
    with overview, guarded(language):
        plan = planned(analysis, rules_of(project), language)
        if plan.status == "empty":
            empty_state(
                translate("There is nothing to plan yet", language),
                translate(
                    "No role frees a whole quarter-hour a week: look at the hours, or at the assumptions.", language
                ),
            )
            return
        keep_plan(project, plan)
        st.session_state.pop(_AGAIN, None)  # not before: while the plan is made, the page is run several times
        _overview(project, plan, language)
        with details:
            _details(project, plan, language)


def _opened(name: str, title: str) -> ExpanderContainer:
    """Return a part that stays as the reader left it, open or closed, whenever the plan is made again."""
    return st.expander(title, key=state.view_key(f"plan_{name}"), on_change="rerun")


def _overview(project: str, plan: Plan, language: str) -> None:
    """Show what the plan comes to, what stood in its way, and where hours go."""
    frame.finding(_finding(plan, language))
    _shortfalls(plan, language)
    show_figures(_figures(plan, language))
    _changes(project, plan, language)
    drawn.show(
        charts.plan_flow(plan.moves, language=language, theme=drawn.theme()),
        key="plan_flow",
        alt=translate("Freed time flows from each role to the kinds of work it becomes.", language),
    )
    with st.expander(translate("Budget of each role", language)):
        plan_tables.show_budget(plan, language)
    with _opened("help", translate("Who needs help from another role?", language)):
        plan_rules.show_needs(project, plan, language)


def _shortfalls(plan: Plan, language: str) -> None:
    """Say which rules had to give way, and by how much: the first of them openly, the others behind a click."""
    words = [shortfall_words(shortfall, plan, language) for shortfall in plan.shortfalls]
    for said in words[:_MOST_SHORTFALLS]:
        panel(said, "caution")
    if rest := words[_MOST_SHORTFALLS:]:
        title = translate_plural(
            "{number} further rule gives way",
            "{number} further rules give way",
            len(rest),
            language,
            number=format_count(len(rest), language),
        )
        with st.expander(title):
            st.html(f'<ul class="reasons">{"".join(f"<li>{html.text(said)}</li>" for said in rest)}</ul>')


def _details(project: str, plan: Plan, language: str) -> None:
    """Show the plan role by role, what people decided, and what becomes of it over the year."""
    _role(project, plan, language)
    plan_moves.show_decisions(project, plan, language)
    _before_after(plan, language)
    st.subheader(translate("First month, first quarter, first year", language), anchor=False)
    html.paragraph(
        translate(
            "At the pace of the roadmap, which builds {built} of {all} use cases: each frees nothing before it is "
            "built, then spreads, and nobody’s week changes faster than the rule allows. “In full use” is the plan "
            "above, once every use case is.",
            language,
            built=format_count(len(plan.roadmap.built), language),
            all=format_count(plan.use_cases_freeing, language),
        ),
        "note",
    )
    if plan.roadmap.unpaid:
        html.paragraph(unpaid_words(plan.roadmap, language), "note")
    lines = "".join(f"<li>{html.text(line)}</li>" for line in horizon_lines(plan, language))
    st.html(f'<ul class="reasons">{lines}</ul>')
    plan_tables.show_horizons(plan, language)


def _finding(plan: Plan, language: str) -> str:
    return translate(
        "Of {budget} a week that can be planned, {higher} become work worth more, {relief} are given back and "
        "{learning} go into learning.",
        language,
        budget=to_the_minute(float(plan.budget["budget"].sum()), language),
        higher=to_the_minute(_sum(plan, "work"), language),
        relief=to_the_minute(_sum(plan, "relief"), language),
        learning=to_the_minute(_sum(plan, "learning"), language),
    )


def _sum(plan: Plan, what: str) -> float:
    """Return the minutes of one kind, or of all "work" that is neither learning nor time given back."""
    kinds = plan.moves["kind"]
    rows = ~kinds.isin(["learning", "relief"]) if what == "work" else kinds == what
    return float(plan.moves.loc[rows, "minutes_per_week"].sum())


def _figures(plan: Plan, language: str) -> list[Figure]:
    budget, freed = float(plan.budget["budget"].sum()), float(plan.budget["freed"].sum())
    work, relief, learning = (_sum(plan, what) for what in ("work", "relief", "learning"))
    # What the plan leaves open is a part too: only then do the shares add up as they are shown.
    shares = added_shares([work, relief, learning, max(budget - work - relief - learning, 0.0)], language)
    cards = [
        Figure(
            translate("To plan", language),
            to_the_minute(budget, language),
            translate("a week", language),
            note=translate(
                "whole quarter-hours of the {freed} that could be freed (central estimate)",
                language,
                freed=format_duration(freed, language),
            ),
        ),
        Figure(
            translate("Becomes work worth more", language),
            to_the_minute(work, language),
            translate("a week", language),
            spread=shares[0],
            note=_help_note(plan, language),
            main=True,
        ),
        Figure(
            translate("Given back, and to learn", language),
            to_the_minute(relief + learning, language),
            translate("a week", language),
            spread=translate(
                "{relief} given back, {learning} to learn",
                language,
                relief=shares[1],
                learning=shares[2],
            ),
            note=gap_words(plan, language),
        ),
    ]
    return cards


def _help_note(plan: Plan, language: str) -> str:
    helped = _sum(plan, HELP)
    if not helped:
        return ""
    return translate("of which help between roles: {duration}", language, duration=to_the_minute(helped, language))


def _changes(project: str, plan: Plan, language: str) -> None:
    before = kept_plan(project, "before")
    if before is None:
        return
    changed = plan.difference(before.moves)
    if not changed.empty:
        title = translate("What changed since the last plan ({count})", language, count=len(changed))
        with _opened("changes", title):
            plan_tables.show_difference(changed, language)


def _role(project: str, plan: Plan, language: str) -> None:
    """Show one role: its moves with their reasons, and its week before and after."""
    st.subheader(translate("Role by role", language), anchor=False)
    groups = plan.before_after["role"]
    budget = plan.budget["budget"].to_list()
    places = sorted((place for place, minutes in enumerate(budget) if minutes > 0), key=lambda place: -budget[place])
    names = {place: role_name(groups["role"].iloc[place], groups["team"].iloc[place], language) for place in places}
    place = st.selectbox(
        translate("Role", language), places, format_func=names.__getitem__, key=state.view_key("plan_role")
    )
    row = groups.iloc[place].to_dict()
    drawn.show(
        charts.plan_week(row, names[place], language=language, theme=drawn.theme()),
        key="plan_week",
        alt=translate("The week of one person of this role today and after the plan.", language),
    )
    role, team = name_of(row["role"]), name_of(row["team"])
    plan_moves.show_moves(project, plan, role, team, language)


def _before_after(plan: Plan, language: str) -> None:
    st.subheader(translate("Before and after", language), anchor=False)
    by = st.pills(
        translate("Group the time", language),
        list(BY),
        default="role",
        required=True,
        format_func=lambda code: translate(BY[code], language),
        key=state.view_key("plan_by"),
        label_visibility="collapsed",
        persist_state="session",
    )
    plan_tables.show_before_after(plan, by or "role", language)


page()
