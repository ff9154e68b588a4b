"""Export: the analysis as files, and what stands in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.report import map_page, table_bytes, workbook
from analyzer.report.files import file_stem
from analyzer.ui import reading, state
from analyzer.ui.components import frame
from analyzer.ui.components.html import paragraph
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.decided import decided_of
from analyzer.ui.formats import counted_tasks
from analyzer.ui.roadmap import has_costs

if TYPE_CHECKING:
    from collections.abc import Callable

    from analyzer.ui.analysis import Analysis


@dataclass(frozen=True)
class _File:
    code: str
    title: str
    content: str
    button: str
    name: str
    mime: str
    make: Callable[[], bytes]


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("export", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        frame.finding(
            translate(
                "{tasks} with scores and the hours they could free, as files that open without this app.",
                language,
                tasks=counted_tasks(len(analysis.tasks), language),
            )
        )
        in_money = st.toggle(
            translate("Also put the workbook’s hours into money", language),
            value=has_costs(analysis.project.id),
            key=state.view_key("export_money"),
        )
        files = _files(analysis, language, in_money=in_money)
        for column, file in zip(st.columns(len(files)), files, strict=True):
            with column, st.container(border=True, key=f"card_{file.code}", height="stretch"):
                st.subheader(file.title, anchor=False)
                paragraph(file.content, "note")
                st.download_button(
                    file.button,
                    file.make,
                    file_name=file.name,
                    mime=file.mime,
                    key=f"download_{file.code}",
                    on_click="ignore",
                    type="primary" if file.code == "workbook" else "secondary",
                    icon=":material/download:",
                )
        paragraph(
            translate("Names of persons are in none of these files. No cell can run as a formula.", language), "note"
        )
    frame.page_foot("export")


def _files(analysis: Analysis, language: str, *, in_money: bool) -> list[_File]:
    stem = file_stem(analysis.project.name)
    estimate = analysis.estimate
    problems = reading.problems_of(analysis.project.id, language)
    table = estimate.frame.drop(columns=["person", "row_id", "source_id", "edited", "excluded"], errors="ignore")
    return [
        _File(
            "workbook",
            translate("Workbook", language),
            translate(
                "Sheets for Excel, in words and numbers: summary, roles, use cases, pilot, roadmap, risks, readiness, "
                "tasks, assumptions and sources.",
                language,
            ),
            translate("Download the workbook (.xlsx)", language),
            f"{stem}.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            lambda: workbook(estimate, language, decided=decided_of(analysis, in_money=in_money), problems=problems),
        ),
        _File(
            "map",
            translate("Interactive map", language),
            translate("One page with the opportunity map; it opens in any browser, without a network.", language),
            translate("Download the map (.html)", language),
            f"{stem}.html",
            "text/html",
            lambda: map_page(estimate, language).encode(),
        ),
        _File(
            "table",
            translate("Table", language),
            translate("One row a task with every score and range, for your own analyses.", language),
            translate("Download the table (.csv)", language),
            f"{stem}.csv",
            "text/csv",
            lambda: table_bytes(table, ".csv", for_people=True, language=language),
        ),
    ]


page()
