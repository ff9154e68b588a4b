"""The tables of a plan: what changed, before and after, the three horizons, the budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from analyzer.i18n import translate
from analyzer.numbers import format_count, format_duration, format_share, to_the_minute
from analyzer.reallocation.before_after import PARTS
from analyzer.reallocation.groups import tells_load
from analyzer.reallocation.horizon_words import HORIZON_NAMES
from analyzer.reallocation.horizons import HORIZONS
from analyzer.reallocation.reasons import kind_name, part_name, role_name, title
from analyzer.reallocation.rules import PLAN_KINDS
from analyzer.ui.components import html
from analyzer.ui.components.added import added_shares

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analyzer.reallocation import Plan

_ENDS = ("before", "after")


def show_budget(plan: Plan, language: str) -> None:
    """Show what each role has to plan with."""
    head = [
        translate("Role", language),
        translate("People", language),
        translate("Could free, a week", language),
        translate("To plan, a week", language),
        translate("Asks for, a week", language),
        translate("Listed work against the full week", language),
    ]
    rows = [
        [
            role_name(row["role"], row["team"], language),
            format_count(row["headcount"], language),
            format_duration(row["freed"], language),
            to_the_minute(row["budget"], language),
            to_the_minute(row["asked"], language) if row["asked"] else "",
            _against(row["declared"], row["week"], int(row["tasks_without_time"]), language),
        ]
        for row in plan.budget.to_dict("records")
    ]
    st.html(html.table(head, rows, caption=translate("Budget of each role", language), numeric=(1, 2, 3, 4)))


def show_moves(moves: pd.DataFrame, language: str) -> None:
    """Show moves in one table, without their reasons."""
    head = [
        translate("Role", language),
        translate("What it becomes", language),
        translate("Kind of work", language),
        translate("A week", language),
    ]
    rows = [
        [
            role_name(move["role"], move["team"], language),
            title(move, language),
            kind_name(str(move["kind"]), language),
            to_the_minute(float(move["minutes_per_week"]), language),
        ]
        for move in moves.to_dict("records")
    ]
    st.html(html.table(head, rows, caption=translate("Moves of the plan", language), numeric=(3,)))


def show_difference(changed: pd.DataFrame, language: str) -> None:
    """Show what changed since the plan before."""
    head = [
        translate("Role", language),
        translate("What it becomes", language),
        translate("Before, a week", language),
        translate("Now, a week", language),
    ]
    rows = [
        [
            role_name(move["role"], move["team"], language),
            title(move, language),
            to_the_minute(float(move["minutes_before"]), language),
            to_the_minute(float(move["minutes_now"]), language),
        ]
        for move in changed.to_dict("records")
    ]
    caption = translate("Changes since the last plan", language)
    st.html(html.table(head, rows, caption=caption, numeric=(2, 3)))


def show_before_after(plan: Plan, by: str, language: str) -> None:
    """Show the shares of working time before and after, by role or by team."""
    head = [
        translate("Role", language) if by == "role" else translate("Team", language),
        *(part_name(part, language) for part in PARTS),
        translate("Load against the week", language),
    ]
    rows = []
    for row in plan.before_after[by].to_dict("records"):
        name = role_name(row["role"], row["team"], language) if by == "role" else _team(row["team"], language)
        before, after = (added_shares([float(row[f"{part}_{end}"]) for part in PARTS], language) for end in _ENDS)
        parts = [_arrow(one, other, language=language) for one, other in zip(before, after, strict=True)]
        load = _load(row, language)
        rows.append([name, *parts, load])
    caption = translate("Share of working time before and after, and load against the full week", language)
    st.html(html.table(head, rows, caption=caption, numeric=(1, 2, 3, 4, 5), deciding=(1, 2)))


def show_horizons(plan: Plan, language: str) -> None:
    """Show how much of each kind stands in the first month, quarter and year of the roadmap, beside the whole plan."""
    head = [
        translate("Kind of work", language),
        *(translate(HORIZON_NAMES[code], language) for code, _ in HORIZONS),
        translate("In full use", language),
    ]
    sums = plan.horizons.groupby(["kind", "horizon"])["minutes_per_week"].sum()
    whole = plan.moves.groupby("kind")["minutes_per_week"].sum()
    kinds = [kind for kind in PLAN_KINDS if kind in whole.index]
    rows = [
        [
            kind_name(kind, language),
            *(_stands(float(sums.get((kind, code), 0.0)), language) for code, _ in HORIZONS),
            _stands(float(whole[kind]), language),
        ]
        for kind in kinds
    ]
    # A plan is made of whole quarter-hours: as they stand, rows and columns add up without rounding.
    totals = plan.horizons.groupby("horizon")["minutes_per_week"].sum()
    rows.append(
        [
            translate("All", language),
            *(_stands(float(totals.get(code, 0.0)), language) for code, _ in HORIZONS),
            _stands(float(whole.sum()), language),
        ]
    )
    caption = translate("Time a week in the last month of each horizon, and once all use cases are in use", language)
    st.html(html.table(head, rows, caption=caption, numeric=(1, 2, 3, 4), deciding=(3, 4)))


def _stands(minutes: float, language: str) -> str:
    """Return what a cell of the horizons shows: nothing yet is no amount."""
    return to_the_minute(minutes, language) if minutes else translate("not yet", language)


def _arrow(before: str, after: str, *, language: str) -> str:
    return translate("{before} → {after}", language, before=before, after=after)


def _load(row: Mapping[Any, Any], language: str) -> str:
    """Return the load before and after, where the list holds enough of the week to tell it."""
    if not tells_load(float(row["load_before"]), float(row["week"])):
        return translate("not told by this list", language)
    return _arrow(*(_against(row[f"load_{end}"], row["week"], 0, language) for end in _ENDS), language=language)


def _against(load: float, week: float, without_time: int, language: str) -> str:
    share = format_share(load / week, language) if week > 0 else "–"
    if not without_time:
        return share
    return translate(
        "{share}, tasks without a time: {count}", language, share=share, count=format_count(without_time, language)
    )


def _team(team: Any, language: str) -> str:
    return str(team) if isinstance(team, str) and team else translate("Team not stated", language)
