"""For whom the hours are: totals by role, team, path or use case that add up as shown, each opening to its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pandas as pd
import streamlit as st

from analyzer.i18n import mark, translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_number, format_range, format_share
from analyzer.opportunity.share import share_parts
from analyzer.report import charts
from analyzer.ui import state
from analyzer.ui.components import charts as drawn
from analyzer.ui.components import html
from analyzer.ui.components.added import added, added_minutes
from analyzer.ui.formats import missing

if TYPE_CHECKING:
    from collections.abc import Hashable

    from analyzer.opportunity import HoursEstimate
    from analyzer.opportunity.hours import Grouping
    from analyzer.ui.analysis import Analysis

GROUPS = {"role": mark("By role"), "team": mark("By team"), "lane": mark("By path"), "use_case": mark("By use case")}
_MOST_GROUPS = 30
_MOST_ROWS = 40


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
            alt=translate("Minutes per person and day that could be freed, by role, with their range.", language),
        )
    st.html(groups_table(analysis.estimate, totals, grouping, language))
    html.paragraph(
        translate("The central figures add up as they are shown. Ranges do not: not all goes well at once.", language),
        "note",
    )
    _opened(analysis, totals, grouping, language)


def groups_table(estimate: HoursEstimate, totals: pd.DataFrame, by: str, language: str) -> str:
    """Return the totals of one grouping as a table; hours freed and hours taken add up as they are shown."""
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
    freed = added(totals["minutes_freed_central"].tolist(), language, _MOST_GROUPS)
    taken = added(totals["minutes_per_week"].tolist(), language, _MOST_GROUPS)
    rows = [
        [_name(row[by], by, language), *_cells(row, frees, takes, language)]
        for row, frees, takes in zip(shown.to_dict("records"), freed, taken, strict=False)
    ]
    if len(rest):
        words = translate_plural("{count} other", "{count} others", len(rest), language)
        rows.append([words, freed[-2], "", "", taken[-2], format_count(int(rest["tasks"].sum()), language), ""])
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
    tasks = analysis.tasks.assign(**share_parts(analysis.estimate.terms))
    rows = tasks[tasks[by].isna() if missing(key) else tasks[by] == key]
    rows = rows.sort_values("minutes_freed_central", ascending=False, kind="stable")
    wholes = [
        added_minutes(totals[name].tolist(), _MOST_GROUPS)[place] if place < _MOST_GROUPS else 0.0
        for name in ("minutes_freed_central", "minutes_per_week")
    ]
    st.html(rows_table(rows, names[place], language, *wholes))
    words = translate(
        "Takes × share freed × adoption × (1 − checking) = frees; a task without a time frees nothing.", language
    )
    words += " " + translate(
        "Share freed = what studies found for this kind of work × where the task stands in it (its score / 75, at most "
        "1.2) × what safeguards and doubts leave; no more than oversight and handwork allow.",
        language,
    )
    if (rows["week_factor"] < 1).any():
        words += " " + translate("Where that came to more than the week of the role, it is cut to its week.", language)
    html.paragraph(words, "note")


def rows_table(rows: pd.DataFrame, name: str, language: str, freed_whole: float = 0, taken_whole: float = 0) -> str:
    """Return the tasks behind a total with their arithmetic; what they take and free adds up as it is shown.

    :param rows: those of the opportunity frame with :func:`~analyzer.opportunity.share.share_parts`, the one that frees
        most first.
    :param freed_whole: what the total opened is shown as, in minutes; 0 where it is shown as nothing, or not at all.
    :param taken_whole: the same of the time taken.
    """
    head = [
        translate("Task", language),
        translate("Takes, a week", language),
        translate("Share freed", language),
        translate("Adoption", language),
        translate("Checking", language),
        translate("Frees, a week", language),
        translate("How the share is made", language),
    ]
    freed = added(rows["minutes_freed_central"].tolist(), language, _MOST_ROWS, freed_whole or None)
    taken = added(rows["minutes_per_week"].tolist(), language, _MOST_ROWS, taken_whole or None)
    cells = [
        [
            str(row["task"]),
            takes,
            format_share(row["share_freed_central"], language, 1),
            format_share(row["adoption"], language, 1),
            format_share(row["review"], language, 1),
            frees,
            _share_made(row, language),
        ]
        for row, frees, takes in zip(rows.head(_MOST_ROWS).to_dict("records"), freed, taken, strict=False)
    ]
    if len(rows) > _MOST_ROWS:
        rest = translate_plural("{count} other task", "{count} other tasks", len(rows) - _MOST_ROWS, language)
        cells.append([rest, taken[-2], "", "", "", freed[-2], ""])
    cells.append([translate("In all", language), taken[-1], "", "", "", freed[-1], ""])
    caption = translate("Rows that make the total of: {name}", language, name=name)
    return html.table(head, cells, caption=caption, numeric=(1, 2, 3, 4, 5), deciding=(1, 5))


def _share_made(row: dict[Hashable, Any], language: str) -> str:
    """Write the product that a share freed is, its limit where that holds it down, and what the week leaves."""
    if row["study"] <= 0 or row["weight"] <= 0:
        return ""
    place, weight = format_number(row["place"], language, 2), format_number(row["weight"], language, 2)
    made = f"{format_share(row['study'], language, 1)} × {place} × {weight}"
    if row["study"] * row["place"] * row["weight"] > row["cap"]:
        made = translate("{product}, at most {share}", language, product=made, share=format_share(row["cap"], language))
    if row["week_factor"] < 1:
        cut = format_share(row["week_factor"], language, 1)
        made = translate("{product}; hours cut to {share} by the week of the role", language, product=made, share=cut)
    return made


def _with_range(row: dict[Hashable, Any], name: str, language: str) -> str:
    central = format_duration(row[f"{name}_central"], language)
    span = format_range(row[f"{name}_low"], row[f"{name}_high"], language)
    return f"{central} ({span})"


def _name(key: Any, by: str, language: str) -> str:
    if by == "lane":
        return label("lane", str(key), language)
    return translate("not stated", language) if missing(key) else str(key)
