"""How a file was understood, column by column, and the form to have it read another way, with a preview at once."""

from __future__ import annotations

from dataclasses import replace
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import mark, translate
from analyzer.inventory import FIELDS, IGNORE, Inventory, ReadingOptions, field_label
from analyzer.numbers import format_count, format_duration
from analyzer.ui import reading, state
from analyzer.ui.components import html, understood
from analyzer.ui.components.notices import panel
from analyzer.ui.formats import counted_tasks

if TYPE_CHECKING:
    from analyzer.inventory import ColumnMatch
    from analyzer.workspace import Source

ENCODINGS = ("utf-8", "cp1252", "iso-8859-15", "mac-roman", "utf-16")
DELIMITERS = {";": mark("semicolon"), ",": mark("comma"), "\t": mark("tab"), "|": mark("vertical bar")}
_SURE, _LIKELY = 0.9, 0.7
"""Confidence from which a field is called sure, and likely."""
_FOUND = "found"
_ABOUT_HIDDEN = ("rows_hidden", "columns_hidden", "rows_hidden_left_out", "columns_hidden_left_out")
_ABOUT_CELLS = ("several_tasks", "time_split")
_EXAMPLES, _LONGEST = 2, 48


def show(source: Source, inventory: Inventory, language: str) -> None:
    """Show the columns as understood and, on demand, the form that corrects them."""
    head, rows = _columns(inventory, language)
    st.html(html.table(head, rows, caption=translate("How the columns were understood", language), deciding=(1,)))
    title = translate("Correct how the file is read", language)
    with st.expander(
        title, key=state.view_key(f"mapping_{source.id}"), on_change="rerun", icon=":material/tune:"
    ) as box:
        if box.open:
            _form(source, inventory, language)


def _columns(inventory: Inventory, language: str) -> tuple[list[str], list[list[str]]]:
    head = [
        translate("Column of the file", language),
        translate("Read as", language),
        translate("How sure", language),
        translate("For example", language),
    ]
    rows = [
        [
            match.header,
            field_label(match.field, language),
            _how_sure(match, language),
            _shown_examples(inventory, match, language),
        ]
        for match in inventory.matches
    ]
    return head, rows


def _how_sure(match: ColumnMatch, language: str) -> str:
    """Return in words how sure a column's field is; nothing for a column that is not used."""
    if match.corrected:
        return translate("your choice", language)
    if match.field == IGNORE:
        return ""
    if match.confidence >= _SURE:
        return translate("sure", language)
    return translate("likely", language) if match.confidence >= _LIKELY else translate("to be checked", language)


def _shown_examples(inventory: Inventory, match: ColumnMatch, language: str) -> str:
    """Return examples of a column, but never names of persons."""
    if match.field == "person":
        return translate("names are not shown", language)
    return "" if match.field == IGNORE else ", ".join(_examples(inventory, match.position))


def _examples(inventory: Inventory, position: int) -> list[str]:
    """Return the first different values of a column, below its header."""
    names = {match.header for match in inventory.matches}
    below = 1 + max(
        (i for i, row in enumerate(inventory.preview) if len(names & set(row)) > len(names) / 2), default=-1
    )
    cells = [row[position] for row in inventory.preview[below:] if position < len(row)]
    return [shorten(text, _LONGEST, placeholder="…") for text in dict.fromkeys(cells) if text][:_EXAMPLES]


def _form(source: Source, inventory: Inventory, language: str) -> None:
    held = reading.options_of(source)
    wanted = replace(
        held, **_column_choices(source, inventory, held, language), **_other_choices(source, inventory, held, language)
    )
    if wanted == held:
        html.paragraph(translate("Change a choice: a preview appears here before anything is kept.", language), "note")
        return
    try:
        preview = reading.read_source(source, wanted, language)
    except AnalyzerError as error:
        panel(error.message(language), "problem")
        return
    st.html(f"<p><b>{html.text(translate('Read this way', language))}</b></p>")
    html.paragraph(_difference(inventory, preview, language), "note")
    understood.ten_rows(preview.frame, language)
    with st.container(horizontal=True):
        if st.button(translate("Keep this reading", language), type="primary", key=f"keep_{source.id}"):
            reading.store_reading(source.id, preview, wanted)
            state.next_round(_name(source))
            state.notify(
                translate("The file is now read this way. What you corrected in its rows is still there.", language)
            )
            st.rerun()
        if st.button(translate("Leave it as it was", language), key=f"leave_{source.id}"):
            state.next_round(_name(source))
            st.rerun()


def _name(source: Source) -> str:
    """Return the name under which the choices for a file stand; a new round of them shows what is kept again."""
    return f"map_{source.id}"


def _difference(before: Inventory, after: Inventory, language: str) -> str:
    return translate(
        "{before} and {before_time} a week before; {after} and {after_time} a week now, {without} without a time.",
        language,
        before=counted_tasks(len(before.frame), language),
        before_time=format_duration(before.minutes_per_week, language),
        after=counted_tasks(len(after.frame), language),
        after_time=format_duration(after.minutes_per_week, language),
        without=format_count(after.tasks_without_time, language),
    )


def _column_choices(source: Source, inventory: Inventory, held: ReadingOptions, language: str) -> dict[str, Any]:
    choices = dict(held.columns)
    fields = [*FIELDS, IGNORE]
    grid = st.grid(3, min_column_width=200)
    for place, header in enumerate(inventory.headers):
        present = inventory.columns.get(header, IGNORE)
        chosen = grid.selectbox(
            html.plain(translate("“{header}” holds", language, header=header)),
            fields,
            index=fields.index(present),
            format_func=lambda name: field_label(name, language),
            key=f"{_name(source)}_{state.rounds(_name(source))}_{place}",
        )
        if chosen != present:
            choices[header] = str(chosen)
    return {"columns": choices}


def _other_choices(source: Source, inventory: Inventory, held: ReadingOptions, language: str) -> dict[str, Any]:
    grid = st.grid(3, min_column_width=200)
    name = f"{_name(source)}_{state.rounds(_name(source))}"
    choices: dict[str, Any] = {
        "hours_per_day": grid.number_input(
            translate("Hours in one “day” of work", language),
            min_value=1.0,
            max_value=24.0,
            value=held.hours_per_day,
            step=0.5,
            format="%.4g",
            key=f"{name}_day",
        )
    }
    header_row = inventory.format.header_row or 0
    row = grid.number_input(
        translate("Row of the headers (0: none)", language),
        min_value=0,
        value=header_row,
        key=f"{name}_header",
    )
    if row != header_row:
        choices["header_row"] = int(row)
    if len(sheets := _sheets(inventory)) > 1:
        read = list(inventory.format.sheets)
        chosen = grid.multiselect(
            translate("Sheets to read", language),
            sheets,
            default=read,
            select_all=False,
            key=f"{name}_sheets",
        )
        if chosen and chosen != read:
            choices["sheets"] = tuple(chosen)
    if held.use_hidden is False or any(problem.code in _ABOUT_HIDDEN for problem in inventory.problems):
        choices["use_hidden"] = grid.toggle(
            translate("Count hidden rows and columns", language), value=held.use_hidden, key=f"{name}_hidden"
        )
    if held.split_cells or any(problem.code in _ABOUT_CELLS for problem in inventory.problems):
        choices["split_cells"] = grid.toggle(
            translate("Read each task of a cell apart", language), value=held.split_cells, key=f"{name}_split"
        )
    if held.team is not None:
        choices["team"] = (
            grid.text_input(translate("Team of this file", language), value=held.team, key=f"{name}_team").strip()
            or None
        )
    if inventory.format.encoding is not None and (inventory.stored_copy is None or reading.original(source)):
        choices |= _text_choices(grid, name, held, language)
    return choices


def _text_choices(grid: Any, name: str, held: ReadingOptions, language: str) -> dict[str, Any]:
    as_found = translate("As found", language)
    encodings = list(dict.fromkeys([_FOUND, *ENCODINGS, *([held.encoding] if held.encoding else [])]))
    encoding = grid.selectbox(
        translate("If accents look wrong: encoding", language),
        encodings,
        index=encodings.index(held.encoding or _FOUND),
        format_func=lambda code: as_found if code == _FOUND else code,
        key=f"{name}_encoding",
    )
    delimiters = list(dict.fromkeys([_FOUND, *DELIMITERS, *([held.delimiter] if held.delimiter else [])]))
    delimiter = grid.selectbox(
        translate("If columns run together: separator", language),
        delimiters,
        index=delimiters.index(held.delimiter or _FOUND),
        format_func=lambda sign: (
            as_found if sign == _FOUND else translate(DELIMITERS.get(str(sign), str(sign)), language)
        ),
        key=f"{name}_delimiter",
    )
    return {
        "encoding": None if encoding == _FOUND else encoding,
        "delimiter": None if delimiter == _FOUND else delimiter,
    }


def _sheets(inventory: Inventory) -> list[str]:
    """Return all sheets of the file: those that were read, then those left out."""
    left_out = [str(p.facts["name"]) for p in inventory.problems if p.code in ("sheet_left_out", "sheet_hidden")]
    return list(dict.fromkeys([*inventory.format.sheets, *left_out]))
