"""Inventory frames and the rows that hold them: what goes in comes out, column by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analyzer.workspace.columns import clean_text, plain
from analyzer.workspace.row_keys import identities

TEXTS = ("task", "role", "team", "person", "language", "notes", "issues", "file", "sheet")
NUMBERS = ("occurrences_per_week", "minutes_per_occurrence", "headcount", "minutes_per_week")
COLUMNS = (
    "row",
    "task",
    "role",
    "team",
    "person",
    "occurrences_per_week",
    "minutes_per_occurrence",
    "headcount",
    "minutes_per_week",
    "language",
    "notes",
    "issues",
    "file",
    "sheet",
)
"""Columns of an inventory, in order; a frame may have more, which are kept beside them."""

_ADDED = ("row_id", "source_id", "edited", "excluded")
"""Columns that loading adds, not kept when a loaded frame is stored again."""
_NEEDED = {"row", "task"}
_WHERE_ABSENT: dict[str, Any] = {"headcount": 1.0, "issues": ""}


def records(frame: pd.DataFrame, source_id: str) -> list[dict[str, Any]]:
    """Return the table rows of an inventory.

    :param frame: an inventory frame; of its columns only ``row`` and ``task`` are needed.
    :param source_id: the file that it was read from.
    :raises ValueError: if a needed column is absent.
    """
    if missing := _NEEDED - set(frame.columns):
        raise ValueError(f"not an inventory frame: no column {', '.join(sorted(missing))}")
    extras = extra_columns(frame)
    whole = frame.rename(columns=str).reset_index(drop=True).reindex(columns=[*COLUMNS, *extras])
    for column, value in _WHERE_ABSENT.items():
        whole[column] = whole[column].astype(object).where(whole[column].notna(), value)
    values = {str(name): _values(whole[name]) for name in whole}
    for name in TEXTS:
        values[name] = [None if text is None else clean_text(str(text)) for text in values[name]]
    for name in NUMBERS:
        values[name] = [None if number is None else float(number) for number in values[name]]
    values["row_number"] = [int(number) for number in values.pop("row")]
    values["extra"] = _extras({name: values.pop(name) for name in extras}, len(whole))
    values["id"], values["row_key"], values["key_ordinal"] = identities(
        source_id, values["task"], values["role"], values["team"]
    )
    values["position"] = list(range(len(whole)))
    names = [*values, "source_id"]
    return [dict(zip(names, (*row, source_id), strict=True)) for row in zip(*values.values(), strict=True)]


def _values(column: pd.Series[Any]) -> list[Any]:
    return [None if absent else value for value, absent in zip(column.to_list(), column.isna(), strict=True)]


def extra_columns(frame: pd.DataFrame) -> dict[str, str]:
    """Return the columns beyond the contract and what they hold: "float", "int", "bool" or "str"."""
    kinds = {"f": "float", "i": "int", "u": "int", "b": "bool"}
    return {
        str(name): kinds.get(frame[name].dtype.kind, "str")
        for name in frame.columns
        if name not in COLUMNS and name not in _ADDED
    }


def _extras(columns: Mapping[str, list[Any]], count: int) -> list[dict[str, Any] | None]:
    if not columns:
        return [None] * count
    rows = zip(*columns.values(), strict=True)
    given = ({n: plain(v) for n, v in zip(columns, row, strict=True) if v is not None} for row in rows)
    return [extra or None for extra in given]


def frame_of(rows: Sequence[Sequence[Any]], extra_kinds: Mapping[str, str]) -> pd.DataFrame:
    """Return the inventory frame of table rows.

    :param rows: of each row its id, its source's id, the values of :data:`COLUMNS`, and its extra values by column.
    :param extra_kinds: the extra columns and what they hold.
    :returns: the columns of the contract, the extra ones, then ``row_id`` and ``source_id``; texts are ``str``, numbers
        float64, ``row`` int64.
    """
    columns = list(zip(*rows, strict=True)) or [()] * (len(COLUMNS) + 3)
    row_ids, source_ids, *values, extras = columns
    data: dict[str, Any] = {}
    for name, column in zip(COLUMNS, values, strict=True):
        data[name] = pd.Series(column, dtype="str" if name in TEXTS else "int64" if name == "row" else "float64")
    for name, kind in extra_kinds.items():
        given = [extra.get(name) if extra else None for extra in extras]
        # Where two files differ in what they hold beside the contract, a whole number or a yes may be missing.
        whole = kind in ("float", "str") or not any(value is None for value in given)
        data[name] = pd.Series(given, dtype={"int": "int64", "float": "float64"}.get(kind, kind) if whole else "object")
    data["row_id"] = pd.Series(row_ids, dtype="str")
    data["source_id"] = pd.Series(source_ids, dtype="str")
    return pd.DataFrame(data)
