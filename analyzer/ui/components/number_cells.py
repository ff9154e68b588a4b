"""Numbers to be typed into a grid, in the decimal sign of the app's language.

Streamlit's number columns follow the browser's language and nothing else (1.67): a French reader in an English browser
would read "38.5", and "38,5" typed there would be kept as 385. These columns hold text, and both signs are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.inventory.cells import number_in
from analyzer.numbers import format_number

if TYPE_CHECKING:
    from streamlit.elements.lib.column_types import ColumnConfig

_DIGITS = 4
"""More than anybody enters: what is shown must be what is kept."""


def number_column(title: str, width: int) -> ColumnConfig:
    """Return the column of such numbers, set to the right as numbers are."""
    return st.column_config.TextColumn(title, width=width, alignment="right", max_chars=20)


def number_cell(value: float | None, language: str) -> str | None:
    """Return a number as the reader writes it; an empty cell where there is none."""
    return None if value is None else format_number(value, language, _DIGITS)


def typed_number(cell: object) -> float | str | None:
    """Return the number in a cell that somebody changed, ``None`` for one left empty; what is no number as it stands,
    for the sentence that refuses it."""
    words = "" if cell is None else str(cell).strip()
    if not words:
        return None
    number = number_in(words)
    return words if number is None else number
