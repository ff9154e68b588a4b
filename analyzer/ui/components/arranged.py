"""Two ways to read a table that only its reader can settle: roles as columns, and cells that list several tasks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.inventory import IGNORE, ReadingOptions
from analyzer.inventory.fields import ROLE_COLUMN
from analyzer.inventory.options import DURATION_UNITS
from analyzer.inventory.sentences import PERIODS, UNITS
from analyzer.ui import reading, state
from analyzer.ui.components import html
from analyzer.ui.components.notices import guarded, panel
from analyzer.ui.formats import counted_rows
from analyzer.ui.work import work
from analyzer.workspace import choices, keep_choice

if TYPE_CHECKING:
    from analyzer.inventory import Inventory, Problem
    from analyzer.workspace import Source

_LEFT = "arranged_left"
"""Kind of the choices kept with a project: the questions of this page left as they are, by file."""

_ACROSS = ("roles_across_times", "roles_across_marks", "roles_across_letters")
_SHOWN = 3
"""Cells that are spelt out (judgement)."""

_PERIODS = ("day", "week", "month", "year")
_SPLIT = mark("Proposed: one task each. The time of the row is shared evenly among them.")


def open_questions(source: Source, inventory: Inventory) -> list[str]:
    """Return which of the two questions are open for a file: "numbers" below roles without a unit, "cells"."""
    left = choices(work(), source.project_id, _LEFT).get(source.id) or []
    options = reading.options_of(source)
    asked = []
    if _assumed(inventory) and options.duration_unit == "auto":
        asked.append("numbers")
    if not options.split_cells and _listing(inventory):
        asked.append("cells")
    return [name for name in asked if name not in left]


def show(source: Source, inventory: Inventory, language: str) -> None:
    """Say that roles stood as columns, and ask what is open; nothing for a table that raises neither."""
    asked = open_questions(source, inventory)
    across = [problem for problem in inventory.problems if problem.code in _ACROSS]
    with guarded(language):
        if across and "numbers" not in asked:
            panel(across[0].message(language))
            _refuse(source, inventory, language)
        elif across:
            with st.container(border=True, key="card_roles_across"):
                _ask_numbers(source, inventory, across[0], language)
        if "cells" in asked:
            with st.container(border=True, key="card_several_tasks"):
                _ask_cells(source, inventory, language)


def _assumed(inventory: Inventory) -> list[Problem]:
    """Return what was assumed of the numbers below roles."""
    roles = {match.header for match in inventory.matches if match.field == ROLE_COLUMN}
    assumed = [one for one in inventory.problems if one.code in ("duration_unit_assumed", "period_assumed")]
    return [one for one in assumed if roles and set(str(one.facts["header"]).split(", ")) <= roles]


def _listing(inventory: Inventory) -> list[Problem]:
    """Return what is said of the rows whose cell lists several tasks, once for a row that stands for several roles."""
    found = [problem for problem in inventory.problems if problem.code == "several_tasks"]
    return list({(problem.sheet, problem.row): problem for problem in found}.values())


def _ask_numbers(source: Source, inventory: Inventory, across: Problem, language: str) -> None:
    title = translate("Roles as columns: what are the numbers?", language)
    st.html(f'<div class="part"><strong>{html.text(title)}</strong></div>')
    said = [across, *_assumed(inventory)]
    st.html('<ul class="reasons">' + "".join(f"<li>{html.text(one.message(language))}</li>" for one in said) + "</ul>")
    facts = {name: str(value) for one in _assumed(inventory) for name, value in one.facts.items()}
    units, options = [unit for unit in DURATION_UNITS if unit in UNITS], reading.options_of(source)
    grid = st.grid(2, min_column_width=200)
    unit = grid.selectbox(
        translate("Unit of the numbers", language),
        units,
        index=units.index(facts.get("unit", "hours")),
        format_func=lambda name: translate(UNITS[name], language),
        key=f"across_unit_{source.id}",
    )
    chosen = replace(options, duration_unit=unit)
    if "period" in facts:
        period = grid.selectbox(
            translate("Period of the numbers", language),
            _PERIODS,
            index=_PERIODS.index(facts["period"]) if facts["period"] in _PERIODS else 1,
            format_func=lambda name: translate(PERIODS[name], language),
            key=f"across_period_{source.id}",
        )
        chosen = replace(chosen, number_period=period)
    with st.container(horizontal=True):
        if st.button(translate("Read the numbers so", language), type="primary", key=f"across_take_{source.id}"):
            _read(source, chosen, language)
        _refuse(source, inventory, language)


def _refuse(source: Source, inventory: Inventory, language: str) -> None:
    """Offer to read the table without the columns of its roles."""
    words = translate("Read it without these columns", language)
    if st.button(words, key=f"across_refuse_{source.id}"):
        options = reading.options_of(source)
        left_out = {match.header: IGNORE for match in inventory.matches if match.field == ROLE_COLUMN}
        _read(source, replace(options, columns={**options.columns, **left_out}), language)


def _ask_cells(source: Source, inventory: Inventory, language: str) -> None:
    cells = _listing(inventory)
    title = translate("Several tasks in one cell", language)
    counted = counted_rows(len(cells), language)
    st.html(f'<div class="part"><strong>{html.text(title)}</strong> · {html.text(counted)}</div>')
    said = "".join(f"<li>{html.text(one.message(language))}</li>" for one in cells[:_SHOWN])
    st.html(f'<ul class="reasons">{said}</ul>')
    html.paragraph(translate(_SPLIT, language), "note")
    with st.container(horizontal=True):
        if st.button(translate("Read one task each", language), type="primary", key=f"split_{source.id}"):
            _read(source, replace(reading.options_of(source), split_cells=True), language)
        if st.button(translate("Leave as it is", language), key=f"unsplit_{source.id}"):
            left = choices(work(), source.project_id, _LEFT).get(source.id) or []
            keep_choice(work(), source.project_id, _LEFT, source.id, [*left, "cells"])
            st.rerun()


def _read(source: Source, options: ReadingOptions, language: str) -> None:
    """Read the file anew and keep that; what was corrected in its rows stays."""
    reading.store_reading(source.id, reading.read_source(source, options, language), options)
    state.next_round(f"map_{source.id}")
    state.notify(translate("The file is now read this way. What you corrected in its rows is still there.", language))
    st.rerun()
