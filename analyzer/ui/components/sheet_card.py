"""A sheet for people on screen, with the file that prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.reallocation.sheets import as_page
from analyzer.ui.components import html

if TYPE_CHECKING:
    from analyzer.reallocation.sheets import Section, Sheet


def show_sheet(sheet: Sheet, key: str, file_name: str, language: str) -> None:
    """Show a sheet as a card, with a button that downloads it ready to print.

    :param key: what tells its widgets from others on the page.
    :param file_name: without its ending.
    """
    with st.container(border=True, key=f"card_sheet_{key}"):
        st.html(
            f'<div class="part"><strong>{html.text(sheet.title)}</strong></div>'
            f'<p class="note">{html.text(sheet.under)}</p>' + "".join(_section(section) for section in sheet.sections)
        )
        if sheet.foot:
            html.paragraph(sheet.foot, "note")
        st.download_button(
            translate("Download this page to print (.html)", language),
            as_page(sheet),
            f"{file_name}.html",
            "text/html",
            icon=":material/print:",
            key=f"download_sheet_{key}",
            on_click="ignore",
        )


def _section(section: Section) -> str:
    kind = "ol" if section.numbered else "ul"
    lines = "".join(f"<li>{html.text(line)}</li>" for line in section.lines)
    listed = f'<{kind} class="reasons">{lines}</{kind}>' if lines else ""
    table = html.table(section.head, section.rows, caption=section.title) if section.rows else ""
    title = "" if section.rows else f'<p class="because"><strong>{html.text(section.title)}</strong></p>'
    return f'<div class="part">{title}{listed}{table}</div>'
