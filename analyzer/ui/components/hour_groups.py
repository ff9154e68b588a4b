"""For whom the hours are: totals by role, team, path or use case that add up as shown, each opening to its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pandas as pd
import streamlit as st

from analyzer.i18n import mark, translate, translate_plural
from analyzer.labels import label
from analyzer.opportunity import rounded_parts
from analyzer.report import charts
from analyzer.report.numbers import NO_BREAK, format_count, format_duration, format_number, format_range, format_share
from analyzer.ui import state
from analyzer.ui.components import charts as drawn
from analyzer.ui.components import html
from analyzer.ui.formats import missing

if TYPE_CHECKING:
    from collections.abc import Hashable

    from analyzer.opportunity.hours import Grouping
    from analyzer.ui.analysis import Analysis

GROUPS = {"role": mark("By role"), "team": mark("By team"), "lane": mark("By path"), "use_case": mark("By use case")}
_MOST_GROUPS = 30
_MOST_ROWS = 40
_TENTH = 6.0
"""Minutes in a tenth of an hour: the least that a table of more than an hour shows."""


def show_groups(analysis: Analysis, language: str) -> None:
    """Show the totals of one grouping, and the rows of the group that the reader opens."""
    by = st.pills(
        translate("Group the hours", language),
        list(GROUPS),
        default="role",
        required=True,
        format_func=lambda code: translate(GROUPS[code], language),
        key=state.view_key("group"),
        label_visibility="collapsed",
        persist_state="session",
    )
    grouping = cast("Grouping", by or "role")
    totals = analysis.estimate.totals(grouping)
    if grouping == "role":
        drawn.show(
            charts.role_hours_chart(totals, language=language, theme=drawn.theme()),
            key="role_hours",
            alt=translate("Minutes per person and day that could be freed, by role, with their range.", language),
        )
    st.html(_table(analysis, totals, grouping, language))
    html.paragraph(
        translate("The central figures add up as they are shown. Ranges do not: not all goes well at once.", language),
        "note",
    )
    _opened(analysis, totals, grouping, language)


def _table(analysis: Analysis, totals: pd.DataFrame, by: str, language: str) -> str:
    head = [
        translate(GROUPS[by], language),
        translate("Could free, a week", language),
        translate("Range", language),
        translate("Per person and day", language),
        translate("Takes, a week", language),
        translate("Tasks", language),
        translate("People", language),
    ]
    shown, rest = totals.head(_MOST_GROUPS), totals.iloc[_MOST_GROUPS:]
    figures = _added(totals, len(shown))
    rows = [
        [
            _name(row[by], by, language),
            _figure(figure, figures, language),
            format_range(row["minutes_freed_low"], row["minutes_freed_high"], language),
            _with_range(row, "minutes_per_person_per_day", language),
            format_duration(row["minutes_per_week"], language),
            format_count(row["tasks"], language),
            format_count(row["headcount"], language),
        ]
        for row, figure in zip(shown.to_dict("records"), figures, strict=False)
    ]
    if len(rest):
        words = translate_plural("{count} other", "{count} others", len(rest), language)
        rows.append([words, _figure(figures[-1], figures, language), "", "", *_counts(rest, language)])
    total = analysis.estimate.totals("total").iloc[0].to_dict()
    rows.append(
        [
            translate("In all", language),
            _figure(sum(figures), figures, language),
            format_range(total["minutes_freed_low"], total["minutes_freed_high"], language),
            _with_range(total, "minutes_per_person_per_day", language),
            format_duration(total["minutes_per_week"], language),
            format_count(total["tasks"], language),
            format_count(total["headcount"], language),
        ]
    )
    caption = translate("Hours that could be freed, with their range", language)
    return html.table(head, rows, caption=caption, numeric=(1, 2, 3, 4, 5, 6))


def _added(totals: pd.DataFrame, shown: int) -> list[float]:
    """Return the central minutes of the groups shown, then of all others together, rounded so that they add up."""
    minutes = [float(value) for value in totals["minutes_freed_central"]]
    parts = minutes[:shown] + ([sum(minutes[shown:])] if len(minutes) > shown else [])
    return rounded_parts(parts, _TENTH if sum(parts) >= 60 else 1.0)


def _figure(minutes: float, among: list[float], language: str) -> str:
    """Write minutes in the unit of the whole table: hours with one decimal, or minutes where all is below an hour."""
    if sum(among) >= 60:
        return f"{format_number(minutes / 60, language)}{NO_BREAK}h"
    return f"{format_count(minutes, language)}{NO_BREAK}min"


def _counts(rest: pd.DataFrame, language: str) -> list[str]:
    minutes = format_duration(float(rest["minutes_per_week"].sum()), language)
    return [minutes, format_count(int(rest["tasks"].sum()), language), ""]


def _opened(analysis: Analysis, totals: pd.DataFrame, by: str, language: str) -> None:
    """Let the reader open one total, and show the rows that make it with their arithmetic."""
    places = list(range(len(totals)))
    names = [_name(key, by, language) for key in totals[by]]
    place = st.selectbox(
        translate("Open a total to its rows", language),
        places,
        index=None,
        format_func=lambda at: names[at],
        key=state.view_key(f"opened_{by}"),
        placeholder=translate("Choose a total", language),
    )
    if place is None or place >= len(totals):
        return
    key = totals[by].iloc[place]
    tasks = analysis.tasks
    rows = tasks[tasks[by].isna() if missing(key) else tasks[by] == key]
    rows = rows.sort_values("minutes_freed_central", ascending=False, kind="stable")
    st.html(_rows_table(rows, names[place], language))
    words = translate(
        "Takes × share freed × adoption × (1 − checking) = frees; a task without a time frees nothing.", language
    )
    if (rows["week_factor"] < 1).any():
        words += " " + translate("Where that came to more than the week of the role, it is cut to its week.", language)
    html.paragraph(words, "note")


def _rows_table(rows: pd.DataFrame, name: str, language: str) -> str:
    head = [
        translate("Task", language),
        translate("Takes, a week", language),
        translate("Share freed", language),
        translate("Adoption", language),
        translate("Checking", language),
        translate("Frees, a week", language),
    ]
    minutes = [float(value) for value in rows["minutes_freed_central"]]
    parts = minutes[:_MOST_ROWS] + ([sum(minutes[_MOST_ROWS:])] if len(minutes) > _MOST_ROWS else [])
    figures = rounded_parts(parts, _TENTH if sum(parts) >= 60 else 1.0)
    cells = [
        [
            str(row["task"]),
            format_duration(row["minutes_per_week"], language),
            format_share(row["share_freed_central"], language),
            format_share(row["adoption"], language),
            format_share(row["review"], language),
            _figure(figure, figures, language),
        ]
        for row, figure in zip(rows.head(_MOST_ROWS).to_dict("records"), figures, strict=False)
    ]
    if len(rows) > _MOST_ROWS:
        rest = translate_plural("{count} other task", "{count} other tasks", len(rows) - _MOST_ROWS, language)
        cells.append([rest, "", "", "", "", _figure(figures[-1], figures, language)])
    cells.append([translate("In all", language), "", "", "", "", _figure(sum(figures), figures, language)])
    caption = translate("Rows that make the total of: {name}", language, name=name)
    return html.table(head, cells, caption=caption, numeric=(1, 2, 3, 4, 5))


def _with_range(row: dict[Hashable, Any], name: str, language: str) -> str:
    central = format_duration(row[f"{name}_central"], language)
    span = format_range(row[f"{name}_low"], row[f"{name}_high"], language)
    return f"{central} ({span})"


def _name(key: Any, by: str, language: str) -> str:
    if by == "lane":
        return label("lane", str(key), language)
    return translate("not stated", language) if missing(key) else str(key)
