"""The moves of one role: what it does with its freed time, why, and what people decide about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate
from analyzer.numbers import format_count, format_duration, to_the_minute
from analyzer.reallocation.catalogue import catalogue
from analyzer.reallocation.reasons import kind_name, reason_of, role_name, title
from analyzer.reallocation.rules import AMBASSADOR, MOST_PINNED, Pin, Place
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.formats import name_of
from analyzer.ui.plan_choices import quarter_hours_in, rules_of, use_rules
from analyzer.ui.times_in_words import LONGEST_TIME, duration_in_words

if TYPE_CHECKING:
    from analyzer.reallocation import Plan

Move = dict[str, Any]


def show_moves(project_id: str, plan: Plan, role: str | None, team: str | None, language: str) -> None:
    """Show the moves of one role of a team as cards."""
    for place, move in enumerate(plan.moves.to_dict("records")):
        if (name_of(move["role"]), name_of(move["team"])) == (role, team):
            with st.container(border=True, key=f"card_move_{place}"):
                _card(project_id, plan, {str(name): value for name, value in move.items()}, place, language)


def show_decisions(project_id: str, plan: Plan, language: str) -> None:
    """Show what is pinned and forbidden, each with a button that takes it back."""
    rules = rules_of(project_id)
    if not rules.pins and not rules.forbidden:
        return
    st.subheader(translate("What you decided", language), anchor=False)
    for number, decision in enumerate((*rules.pins, *rules.forbidden)):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            html.paragraph(_decision(decision, plan, language), "because")
            st.button(
                translate("Take back", language),
                key=f"take_back_{number}",
                on_click=_take_back,
                args=(project_id, decision, language),
            )


def _card(project_id: str, plan: Plan, move: Move, place: int, language: str) -> None:
    minutes = float(move["minutes_per_week"])
    duration = to_the_minute(minutes, language)
    pinned = translate("Pinned", language) if move["pinned"] else ""
    chips = html.chips(html.chip(words) for words in (kind_name(str(move["kind"]), language), pinned) if words)
    people = float(plan.budget_of(move["role"], move["team"])["headcount"])
    week = (
        translate("{duration} a week", language, duration=duration)
        if people <= 1
        else translate(
            "{duration} a week for {people} people, {each} each",
            language,
            duration=duration,
            people=format_count(people, language),
            each=format_duration(minutes / people, language),
        )
    )
    st.html(
        f'<div class="score move"><span class="label"><strong>{html.text(title(move, language))}</strong></span>'
        f'<span class="mark">{html.text(week)}</span></div>{chips}'
    )
    reason = reason_of(move, plan, language)
    with st.expander(translate("Why, and what would make it wrong", language)):
        activity = catalogue().get(str(move["activity"]))
        if activity is not None:
            html.paragraph(activity.text("what", language), "because")
        st.html('<ul class="reasons">' + "".join(f"<li>{html.text(line)}</li>" for line in reason.parts) + "</ul>")
        if activity is not None:
            html.paragraph(
                translate("First step, one hour: {step}", language, step=activity.text("first_step", language)), "note"
            )
    if move["activity"] != AMBASSADOR:
        _decide(project_id, move, place, language)


def _decide(project_id: str, move: Move, place: int, language: str) -> None:
    """Show the amount, which can be changed and pinned, and the button that forbids the move."""
    key = f"minutes_{state.rounds('plan')}_{place}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            translate("Time a week", language),
            duration_in_words(float(move["minutes_per_week"]), language),
            max_chars=LONGEST_TIME,
            key=key,
            width=160,
            help=translate("In whole quarter-hours, as you would write it: “45 min” or “1 h 15 min”.", language),
        )
        st.button(
            translate("Pin", language),
            key=f"pin_{place}",
            on_click=_pin,
            args=(project_id, move, key, language),
            help=translate("Keep this move at this amount, and plan the rest around it.", language),
        )
        if move["kind"] not in ("learning", "relief"):
            st.button(
                translate("Forbid", language),
                key=f"forbid_{place}",
                on_click=_forbid,
                args=(project_id, move, language),
                help=translate("Plan without this move.", language),
            )


def _place(move: Move) -> Place:
    named = {name: name_of(move[name]) for name in ("role", "team", "to_role", "to_team")}
    return Place(activity=str(move["activity"]), **named)


def _pin(project_id: str, move: Move, key: str, language: str) -> None:
    try:
        # As it stands when the button is pressed: the page may not have been drawn since it was typed.
        minutes = quarter_hours_in(str(st.session_state[key]), MOST_PINNED, language)
    except AnalyzerError as error:
        state.complain(error.message(language))
        return
    place = _place(move)
    pins = [pin for pin in rules_of(project_id).pins if pin.place != place]
    pins.append(Pin(**place.model_dump(), minutes_per_week=minutes))
    _decided(project_id, language, pins=[pin.model_dump() for pin in pins])


def _forbid(project_id: str, move: Move, language: str) -> None:
    rules, place = rules_of(project_id), _place(move)
    pins = [pin.model_dump() for pin in rules.pins if pin.place != place]
    forbidden = [other.model_dump() for other in rules.forbidden if other != place]
    _decided(project_id, language, pins=pins, forbidden=[*forbidden, place.model_dump()])


def _take_back(project_id: str, decision: Place, language: str) -> None:
    rules = rules_of(project_id)
    _decided(
        project_id,
        language,
        pins=[pin.model_dump() for pin in rules.pins if pin != decision],
        forbidden=[place.model_dump() for place in rules.forbidden if place != decision],
    )


def _decided(project_id: str, language: str, **changes: object) -> None:
    try:
        use_rules(project_id, **changes)
    except AnalyzerError as error:
        state.complain(error.message(language))
    state.next_round("plan")


def _decision(decision: Place, plan: Plan, language: str) -> str:
    facts = {
        "activity": _title(decision, plan, language),
        "role": role_name(decision.role, decision.team, language),
    }
    if isinstance(decision, Pin):
        minutes = to_the_minute(decision.minutes_per_week, language)
        return translate("{role}: “{activity}” pinned at {minutes} a week", language, minutes=minutes, **facts)
    return translate("{role}: without “{activity}”", language, **facts)


def _title(decision: Place, plan: Plan, language: str) -> str:
    """Return what a decided move is called: as the plan calls it, else as the catalogue or the list does."""
    activity = catalogue().get(decision.activity)
    if activity is not None:
        return activity.title(language)
    for move in plan.moves.to_dict("records"):
        if move["activity"] == decision.activity:
            return title(move, language)
    return plan.titles(language).get(decision.activity, decision.activity)
