"""Texts that a spreadsheet would take for a formula: what they begin with, and how they are kept from running."""

from __future__ import annotations

_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_SKIPPED_BY_SPREADSHEETS = " \u00a0\u202f"


def begins_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula when it reads it, or when somebody types it in again."""
    return text.lstrip(_SKIPPED_BY_SPREADSHEETS).startswith(_STARTS)


def defuse(cell: object) -> object:
    """Return a text that a spreadsheet would take for a formula with an apostrophe in front; all else unchanged."""
    return "'" + cell if isinstance(cell, str) and begins_formula(cell) else cell
