"""What personal data was found in the texts of a file, and the reader's word on whether it is kept."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.inventory.personal import KINDS
from analyzer.numbers import format_count
from analyzer.ui import reading, state
from analyzer.ui.components import html
from analyzer.ui.components.notices import panel

if TYPE_CHECKING:
    from analyzer.inventory import Inventory, Problem
    from analyzer.workspace import Source

_MOST_ROWS = 12


def show(source: Source, inventory: Inventory, language: str) -> None:
    """Say what was found and where, and let the reader keep it; nothing if there is none."""
    found = [problem for problem in inventory.problems if problem.code in ("personal_data", "personal_data_kept")]
    if not found:
        return
    kept = reading.options_of(source).personal_data == "keep"
    panel(
        translate("Personal data is kept as it is written, as you chose.", language)
        if kept
        else translate("Personal data was found in the texts and masked before anything was stored.", language),
        "caution" if kept else "remark",
    )
    with st.expander(translate("What was found, and where", language), key=state.view_key(f"personal_{source.id}")):
        st.html(
            html.table(*_table(found, language), caption=translate("Personal data by kind", language), numeric=(1,))
        )
        wanted = st.toggle(
            translate("Keep it as it is written", language),
            value=kept,
            key=f"personal_{source.id}_{state.rounds(f'personal_{source.id}')}",
            help=translate("Names and numbers then stand in the project and its exports.", language),
        )
        if wanted != kept:
            _change(source, inventory, "keep" if wanted else "mask", language)


def _table(found: list[Problem], language: str) -> tuple[list[str], list[list[str]]]:
    counts: Counter[str] = Counter()
    places: dict[str, list[str]] = {}
    for problem in found:
        kind = str(problem.facts["kind"])
        counts[kind] += int(str(problem.facts["count"]))
        where = translate("name of the sheet", language) if problem.row is None else str(problem.row)
        places.setdefault(kind, []).append(where)
    rows = [
        [
            translate(KINDS[kind], language),
            format_count(count, language),
            ", ".join(places[kind][:_MOST_ROWS]) + ("…" if len(places[kind]) > _MOST_ROWS else ""),
        ]
        for kind, count in counts.most_common()
    ]
    return [translate("Kind", language), translate("Found", language), translate("Row numbers", language)], rows


def _change(source: Source, inventory: Inventory, choice: str, language: str) -> None:
    """Read the file anew; where only the masked copy is left, ask for the file first."""
    if choice == "keep" and inventory.stored_copy is not None and reading.original(source) is None:
        html.paragraph(
            translate("Only the masked copy is stored: drop the same file here once more.", language), "note"
        )
        file = st.file_uploader(translate("The same file", language), key=f"personal_file_{source.id}")
        if file is None:
            return
        if hashlib.sha256(file.getvalue()).hexdigest() != source.sha256:
            panel(translate("This is another file: choose the one that was imported.", language), "problem")
            return
        reading.remember(file.getvalue())
    reading.treat_personal_data(source, choice, language)
    state.next_round(f"personal_{source.id}")
    state.notify(
        translate("Personal data is kept.", language)
        if choice == "keep"
        else translate("Personal data is masked.", language)
    )
    st.rerun()
