"""Export: the analysis as files, and what stands in each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.report import deck, map_page, printed, table_bytes, told, workbook
from analyzer.report.files import file_stem
from analyzer.ui import plan, reading, state
from analyzer.ui.components import frame
from analyzer.ui.components.html import paragraph
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.decided import decided_of, standing_moves
from analyzer.ui.formats import counted_tasks
from analyzer.ui.roadmap import has_costs

if TYPE_CHECKING:
    from collections.abc import Callable

    from analyzer.report.story.parts import Story
    from analyzer.ui.analysis import Analysis

_A_ROW = 3
"""Cards beside one another on a wide screen."""


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
            translate("Also put the hours into money (deck, report, workbook)", language),
            value=has_costs(analysis.project.id),
            key=state.view_key("export_money"),
        )
        for_the_team = st.toggle(
            translate("Deck and report are for the team itself: show roles of fewer than five people", language),
            key=state.view_key("export_for_the_team"),
            help=translate(
                "In so small a group each person could be recognised. For other readers their hours stand in the "
                "totals alone.",
                language,
            ),
        )
        if standing_moves(analysis) is None:
            sentence = translate(
                "What the hours become is in none of these files: open that page once, so that a plan is made of "
                "today’s hours.",
                language,
            )
            paragraph(sentence, "note")
        files = _files(analysis, language, in_money=in_money, for_the_team=for_the_team)
        for start in range(0, len(files), _A_ROW):
            for column, file in zip(st.columns(_A_ROW), files[start : start + _A_ROW], strict=False):
                with column:
                    _card(file)
        paragraph(
            translate("Names of persons are in none of these files. No cell can run as a formula.", language), "note"
        )
    frame.page_foot("export")


def _card(file: _File) -> None:
    with st.container(border=True, key=f"card_{file.code}", height="stretch"):
        st.subheader(file.title, anchor=False)
        paragraph(file.content, "note")
        st.download_button(
            file.button,
            file.make,
            file_name=file.name,
            mime=file.mime,
            key=f"download_{file.code}",
            on_click="ignore",
            type="primary" if file.code == "deck" else "secondary",
            icon=":material/download:",
        )


def _files(analysis: Analysis, language: str, *, in_money: bool, for_the_team: bool) -> list[_File]:
    stem = file_stem(analysis.project.name)
    estimate = analysis.estimate
    problems = reading.problems_of(analysis.project.id, language)
    table = estimate.frame.drop(columns=["person", "row_id", "source_id", "edited", "excluded"], errors="ignore")

    def story() -> Story:
        return told(
            estimate,
            decided_of(analysis, in_money=in_money),
            language,
            name=analysis.project.name,
            day=datetime.now(tz=UTC).date(),
            scenario=plan.name_in_use(analysis.project.id, language),
            for_the_team=for_the_team,
        )

    return [
        _File(
            "deck",
            translate("Deck", language),
            translate(
                "Slides for PowerPoint, Keynote or LibreOffice: hours, map, use cases, pilot, roadmap, plan, risks and "
                "sources. Charts and tables can be edited.",
                language,
            ),
            translate("Download the deck (.pptx)", language),
            f"{stem}.pptx",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            lambda: deck(story()),
        ),
        _File(
            "page",
            translate("Printable report", language),
            translate("The same story on A4, to print, to mail or to archive; screen readers can follow it.", language),
            translate("Download the report (.pdf)", language),
            f"{stem}.pdf",
            "application/pdf",
            lambda: printed(story()),
        ),
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
