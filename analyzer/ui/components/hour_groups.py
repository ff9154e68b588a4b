"""For whom the hours are: totals by role, team, path or use case that add up as shown, each opening to its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_range
from analyzer.report import charts
from analyzer.ui import state
from analyzer.ui.components import charts as drawn
from analyzer.ui.components import html
from analyzer.ui.components.added import added, added_minutes
from analyzer.ui.components.opened_rows import on_other_pages, show_rows
from analyzer.ui.formats import missing

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd

    from analyzer.opportunity import HoursEstimate
    from analyzer.opportunity.hours import Grouping
    from analyzer.ui.analysis import Analysis

GROUPS = {"role": mark("By role"), "team": mark("By team"), "lane": mark("By path"), "use_case": mark("By use case")}
_PAGE = 30  # groups shown at a time


def show_groups(analysis: Analysis, language: str) -> None:
    """Show the totals of one grouping, and the rows of the group that the reader opens."""
    by = st.pills(
        translate("Group the hours", language),
        list(GROUPS),
        default="team" if analysis.tasks["role"].isna().all() and analysis.tasks["team"].notna().any() else "role",
        required=True,
        format_func=lambda code: translate(GROUPS[code], language),
        key=state.view_key("group"),
        label_visibility="collapsed",
        persist_state="session",
    )
    grouping = cast("Grouping", by or "role")
    totals = analysis.estimate.totals(grouping)
    if grouping == "role" and len(totals) > 1:  # a single bar compares nothing
        drawn.show(
            charts.role_hours_chart(totals, language=language, theme=drawn.theme()),
            key="role_hours",
            alt=translate("Minutes per person per day that could be freed, by role, with their range.", language),
        )
    pages = -(-len(totals) // _PAGE)
    number = st.pagination(pages, key=state.view_key(f"page_{grouping}")) if pages > 1 else 1
    st.html(groups_table(analysis.estimate, totals, grouping, language, number))
    html.paragraph(
        translate("The central figures add up as they are shown. Ranges do not: not all goes well at once.", language),
        "note",
    )
    _opened(analysis, totals, grouping, language)


def groups_table(estimate: HoursEstimate, totals: pd.DataFrame, by: str, language: str, number: int = 1) -> str:
    """Return the totals of one grouping as a table; hours freed and hours taken add up as they are shown.

    :param number: of the page, from 1.
    """
    head = [
        translate(GROUPS[by], language),
        translate("Could free, a week", language),
        translate("Range", language),
        translate("Per person per day", language),
        translate("Takes, a week", language),
        translate("Tasks", language),
        translate("People", language),
    ]
    page = slice((number - 1) * _PAGE, number * _PAGE)
    shown = totals.iloc[page]
    freed = added(totals["minutes_freed_central"].tolist(), language, page, others_bear=True)
    taken = added(totals["minutes_per_week"].tolist(), language, page, others_bear=True, stated=True)
    rows = [
        [_name(row[by], by, language), *_cells(row, frees, takes, language)]
        for row, frees, takes in zip(shown.to_dict("records"), freed, taken, strict=False)
    ]
    if len(shown) < len(totals):
        tasks = format_count(int(totals["tasks"].sum() - shown["tasks"].sum()), language)
        rows.append([on_other_pages(len(totals) - len(shown), language), freed[-2], "", "", taken[-2], tasks, ""])
    total = estimate.totals("total").iloc[0].to_dict()
    rows.append([translate("In all", language), *_cells(total, freed[-1], taken[-1], language)])
    caption = translate("Hours that could be freed, with their range", language)
    return html.table(head, rows, caption=caption, numeric=(1, 2, 3, 4, 5, 6), deciding=(1,))


def _cells(row: dict[Hashable, Any], frees: str, takes: str, language: str) -> list[str]:
    return [
        frees,
        format_range(row["minutes_freed_low"], row["minutes_freed_high"], language),
        _with_range(row, "minutes_per_person_per_day", language),
        takes,
        format_count(row["tasks"], language),
        format_count(row["headcount"], language),
    ]


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
    freed = added_minutes(totals["minutes_freed_central"].tolist())
    taken = added_minutes(totals["minutes_per_week"].tolist(), stated=True)
    chosen = tasks[by].isna() if missing(key) else tasks[by] == key
    show_rows(analysis.estimate, chosen, names[place], (freed[place], taken[place]), language)


def _with_range(row: dict[Hashable, Any], name: str, language: str) -> str:
    central = format_duration(row[f"{name}_central"], language)
    span = format_range(row[f"{name}_low"], row[f"{name}_high"], language)
    return f"{central} ({span})"


def _name(key: Any, by: str, language: str) -> str:
    if by == "lane":
        return label("lane", str(key), language)
    return translate("not stated", language) if missing(key) else str(key)
