"""What was understood of a file: its figures, ten rows as they count, and the rows that are no task."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration
from analyzer.ui.components import html
from analyzer.ui.components.notices import panel
from analyzer.ui.formats import counted_rows, counted_tasks
from analyzer.ui.listed_ideas import ideas_file
from analyzer.ui.projects import SAME_FILES
from analyzer.ui.times_in_words import frequency_in_words
from analyzer.ui.work import work
from analyzer.workspace import choices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.inventory import Inventory
    from analyzer.workspace import Source

NO_TASK_KINDS: Mapping[str, str] = {
    "blank": mark("Blank rows"),
    "banner": mark("Text above the table"),
    "total": mark("Totals"),
    "repeated_header": mark("The header line again"),
    "section": mark("Headings between the tasks"),
    "note": mark("Notes below the table"),
    "no_task": mark("Rows that name no task"),
    "row_hidden": mark("Hidden rows, left out"),
    "event_again": mark("Further events of a subject"),
}
_SAME_FILE = mark("“{file}” holds exactly the same as “{other}”: it was taken once.")
_SAME_TEAMS = mark(
    "Several files name the same teams ({teams}), and each counts as one team: give them different names in the list "
    "if they are not the same."
)
_ROWS = 10
_MANY_ROWS = 10
"""Rows from which a sheet that was left out is said above the table; judgement: fewer are a legend or a note."""
_SHOWN = 12
_SHORT = 14
"""Letters of how often ("75 par semaine") that a telephone has room for on one line."""


def sheets_left_out(inventory: Inventory, language: str) -> None:
    """Say above everything else which sheets of many rows were not read: their tasks would be missing everywhere."""
    for problem in inventory.problems:
        if problem.code == "sheet_left_out" and int(str(problem.facts["count"])) >= _MANY_ROWS:
            panel(problem.message(language), "caution")


def files_beside(sources: Sequence[Source], rows: pd.DataFrame, language: str, *, two_versions: bool = False) -> None:
    """Say which files of a project were the same as another one, and which teams several of them name.

    :param sources: the files of the project, one at least.
    :param rows: the counted rows of the project.
    :param two_versions: whether two of the files may be one list: that they name the same teams goes without saying.
    """
    project_id = sources[0].project_id
    ideas, same = ideas_file(project_id), choices(work(), project_id, SAME_FILES)
    for source in sources:
        for name in same.get(source.id) or []:
            panel(translate(_SAME_FILE, language, file=name, other=source.filename), "caution")
    if two_versions:
        return
    lists = [source.filename for source in sources if source.id != ideas]
    by_team = (
        rows[rows["file"].isin(lists)]
        .dropna(subset="team")
        .drop_duplicates(["team", "file"])
        .groupby("team", sort=True)["file"]
    )
    shared = [str(team) for team, files in by_team if len(files) > 1]
    if shared:
        listed = ", ".join(f"“{team}”" if language == "en" else f"«\u00a0{team}\u00a0»" for team in shared[:_SHOWN])
        panel(translate(_SAME_TEAMS, language, teams=listed), "remark")


def ten_rows(rows: pd.DataFrame, language: str) -> None:
    """Show the first rows as they count, their times beside the task on a telephone; person names are left out."""
    part = rows.head(_ROWS)
    columns: dict[str, list[str]] = {label("field", "task", language): part["task"].astype(str).tolist()}
    often, each = translate("How often", language), translate("How long each time", language)
    columns[often] = [
        frequency_in_words(value, language, 1) or translate("not known", language)
        for value in part["occurrences_per_week"]
    ]
    # Short ones stay on one line beside the task: on a telephone too.
    columns[often] = [said.replace(" ", "\u00a0") if len(said) <= _SHORT else said for said in columns[often]]
    columns[each] = [format_duration(value, language) for value in part["minutes_per_occurrence"]]
    week = translate("Time a week", language)
    columns[week] = [format_duration(value, language) for value in part["minutes_per_week"]]
    for field in ("role", "team"):
        if part[field].notna().any():
            columns[label("field", field, language)] = part[field].fillna("").astype(str).tolist()
    columns[translate("Row", language)] = part["row"].astype(str).tolist()
    head = list(columns)
    st.html(
        html.table(
            head,
            zip(*columns.values(), strict=True),
            caption=counted_tasks(len(rows), language)
            if len(rows) <= _ROWS
            else translate(
                "The first {count} of {total} tasks", language, count=_ROWS, total=format_count(len(rows), language)
            ),
            numeric=(head.index(each), head.index(week), len(head) - 1),
            deciding=(head.index(often), head.index(each)),
        )
    )


def rows_left_out(inventory: Inventory, language: str) -> None:
    """Show the rows that are no task, by kind, and what is to be known about the file."""
    out = [problem for problem in inventory.problems if problem.is_row_left_out]
    about_file = [problem for problem in inventory.problems if problem.row is None]
    if about_file:
        said = "".join(f"<li>{html.text(problem.message(language))}</li>" for problem in about_file)
        st.html(f'<ul class="reasons">{said}</ul>')
    if not out:
        html.paragraph(translate("Every row of the file is a task.", language), "note")
        return
    title = translate("No tasks, and why: {rows}", language, rows=counted_rows(len(out), language))
    with st.expander(title):
        kinds = dict.fromkeys(problem.code for problem in out)
        rows = []
        for code in kinds:
            places = [str(problem.row) for problem in out if problem.code == code and problem.row is not None]
            listed = ", ".join(places[:_SHOWN]) + ("…" if len(places) > _SHOWN else "")
            rows.append([translate(NO_TASK_KINDS[code], language), str(len(places)), listed])
        head = [translate("What it is", language), translate("Rows", language), translate("Row numbers", language)]
        st.html(html.table(head, rows, caption=translate("Rows that are no task", language), numeric=(1,)))
