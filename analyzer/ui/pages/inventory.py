"""Task list: what was understood of the file, what is to be settled, and the rows themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.numbers import format_count, format_duration
from analyzer.ui import reading, state
from analyzer.ui.analysis import prepare, rows_of
from analyzer.ui.components import (
    arranged,
    files,
    frame,
    html,
    mapping,
    personal_data,
    questions,
    row_editor,
    understood,
    versions,
)
from analyzer.ui.components.empty import empty_state
from analyzer.ui.components.figures import Figure, show_figures
from analyzer.ui.components.notices import guarded
from analyzer.ui.components.opened import opened_project
from analyzer.ui.doubts import doubts_of
from analyzer.ui.formats import counted_rows, counted_tasks, without_time
from analyzer.ui.versions import open_version
from analyzer.ui.work import work
from analyzer.workspace import list_sources

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.inventory import Inventory
    from analyzer.inventory.worktime import WorkTime
    from analyzer.ui.doubts import Doubts
    from analyzer.ui.versions import Version
    from analyzer.workspace import Project, Source


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("inventory", language)
    project = opened_project(language)
    if project is not None:
        _list(project, language)
    frame.page_foot("inventory")


def _list(project: Project, language: str) -> None:
    sources = list_sources(work(), project.id)
    everything = rows_of(project, language, include_excluded=True)
    if everything.empty or not sources:
        empty_state(
            translate("This project has no task yet", language),
            translate("Nothing in its files was understood as a task, or every row is set aside.", language),
        )
        return
    rows = everything[~everything["excluded"]].reset_index(drop=True)
    source, inventory = _source(sources, language)
    work_time = reading.options_of(source).work_time
    twice = open_version(project, sources, language)
    of_file = len(arranged.open_questions(source, inventory)) + (twice is not None)
    doubts = doubts_of(project, sources, rows, work_time.hours_per_day, language).beside(
        of_file, twice=twice is not None
    )
    frame.finding(_finding(sources, inventory, rows, language))
    show_figures(_figures(rows, len(everything) - len(rows), of_file + len(doubts.asked), language))
    understood.sheets_left_out(inventory, language)
    understood.files_beside(sources, rows, language, two_versions=twice is not None)
    prepare(project, language)
    with guarded(language):
        st.subheader(translate("The first rows as understood", language), anchor=False)
        understood.ten_rows(rows, language)
        personal_data.show(source, inventory, language)
    questions.show(
        project.id,
        doubts,
        rows,
        language,
        work_time,
        of_file=of_file,
        show_those=lambda: _questions_of_files(twice, source, inventory, language),
    )
    with guarded(language):
        st.subheader(translate("How the file was read", language), anchor=False)
        mapping.show(source, inventory, language)
        understood.rows_left_out(inventory, language)
        files.show(project.id, sources, language)
    with guarded(language):
        st.subheader(translate("The whole list", language), anchor=False)
        html.paragraph(translate("Click a cell to correct it: the change is kept at once.", language), "note")
        _editor(project.id, everything, rows, doubts, language, work_time)


def _questions_of_files(twice: Version | None, source: Source, inventory: Inventory, language: str) -> None:
    """Ask about two versions of one list, and what else only the reader of a file can settle."""
    if twice is not None:
        with guarded(language):
            versions.ask_which_counts(twice, language)
    arranged.show(source, inventory, language)


def _source(sources: list[Source], language: str) -> tuple[Source, Inventory]:
    """Return the file looked at (the reader chooses, if there are several) and what was understood of it."""
    source = sources[0]
    if len(sources) > 1:
        names = {one.id: one.filename for one in sources}
        chosen = st.selectbox(
            translate("File", language), list(names), format_func=names.__getitem__, key=state.view_key("source")
        )
        source = next(one for one in sources if one.id == chosen)
    return source, reading.read_source(source, reading.options_of(source), language)


def _finding(sources: list[Source], inventory: Inventory, rows: pd.DataFrame, language: str) -> str:
    facts = {
        "tasks": counted_tasks(len(rows), language),
        "duration": format_duration(float(rows["minutes_per_week"].sum()), language),
    }
    if len(sources) > 1:
        count = format_count(len(sources), language)
        return translate("{count} files hold {tasks}, {duration} of work a week.", language, count=count, **facts)
    if len(inventory.format.sheets) > 1:
        sheets = format_count(len(inventory.format.sheets), language)
        return translate(
            "“{file}”, {sheets} sheets, {rows}: {tasks}, {duration} of work a week.",
            language,
            file=inventory.file,
            sheets=sheets,
            rows=counted_rows(inventory.rows, language),
            **facts,
        )
    return translate(
        "“{file}”, {rows}: {tasks}, {duration} of work a week.",
        language,
        file=inventory.file,
        rows=counted_rows(inventory.rows, language),
        **facts,
    )


def _figures(rows: pd.DataFrame, aside: int, asked: int, language: str) -> list[Figure]:
    without = int(rows["minutes_per_week"].isna().sum())
    return [
        Figure(
            translate("Tasks that count", language),
            format_count(len(rows), language),
            note=translate("Set aside: {rows}", language, rows=counted_rows(aside, language)) if aside else "",
            main=True,
        ),
        Figure(
            translate("Work listed", language),
            format_duration(float(rows["minutes_per_week"].sum()), language),
            period=translate("a week", language),
            note=without_time(without, language) if without else translate("every task has its time", language),
        ),
        Figure(
            translate("Questions", language),
            format_count(asked, language),
            note=translate("three at most; they can wait", language) if asked else "",
        ),
    ]


def _editor(
    project_id: str, everything: pd.DataFrame, rows: pd.DataFrame, doubts: Doubts, language: str, work_time: WorkTime
) -> None:
    shown, name = everything, "all"
    asked = sorted({place for doubt in doubts.asked for place in doubt.places})
    if asked:
        only = st.toggle(
            translate("Only rows with a question", language),
            key=state.view_key("only_questions"),
            persist_state="session",
        )
        if only:
            shown, name = rows.iloc[asked], "questions"
    row_editor.show(project_id, shown, language, name, work_time=work_time)


page()
