"""The report: charts, tables, the deck, the printable page, the workbook and the offline map, in the reader's language.

Colours stand in :mod:`~analyzer.report.theme`, number formats in :mod:`~analyzer.numbers`; the app uses both.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analyzer.report import charts
    from analyzer.report.analysis_workbook import workbook
    from analyzer.report.offline_map import map_page
    from analyzer.report.pdf.page import printed
    from analyzer.report.slides.deck import deck
    from analyzer.report.story.telling import told
    from analyzer.report.tables import TABLE_ENDINGS, table_bytes, write_table

__all__ = [
    "TABLE_ENDINGS",
    "charts",
    "deck",
    "map_page",
    "printed",
    "table_bytes",
    "told",
    "workbook",
    "write_table",
]

_HOMES = {
    "TABLE_ENDINGS": "analyzer.report.tables",
    "deck": "analyzer.report.slides.deck",
    "map_page": "analyzer.report.offline_map",
    "printed": "analyzer.report.pdf.page",
    "table_bytes": "analyzer.report.tables",
    "told": "analyzer.report.story.telling",
    "workbook": "analyzer.report.analysis_workbook",
    "write_table": "analyzer.report.tables",
}


def __getattr__(name: str) -> Any:
    """Import a name when it is first asked for: writing a table must not load plotly, nor a colour pandas.

    No module is called like one of these functions: once imported, it would stand in its place.
    """
    if name == "charts":
        return import_module("analyzer.report.charts")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
