"""JSON, JSON lines and Parquet into a grid: one record a task, the keys as headers."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from analyzer.errors import InputFileError
from analyzer.i18n import mark
from analyzer.inventory.delimited import refuse_many_rows
from analyzer.inventory.grids import Cell, Cleaner, Grid

MOST_KEYS = 500


def read_json(text: str, max_rows: int, name: str) -> Grid:
    """Return the grid of a JSON array of objects, or of one JSON object a line. Row 1 is the keys.

    :raises InputFileError: if it is no such JSON, or has too many records.
    """
    try:
        if text.lstrip().startswith("["):
            records = json.loads(text)
        else:
            records = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        raise _no_records(name) from None
    if not isinstance(records, list) or not records or not all(isinstance(record, dict) for record in records):
        raise _no_records(name)
    return _grid(records, max_rows, name)


def read_parquet(data: bytes, max_rows: int, name: str) -> Grid:
    """Return the grid of a Parquet file. Row 1 is the column names.

    :raises InputFileError: if it is damaged, or has too many rows.
    """
    from pyarrow import parquet  # noqa: PLC0415  (a heavy import that few files need)
    from pyarrow.lib import ArrowException  # noqa: PLC0415

    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        refuse_many_rows(file.metadata.num_rows + 1, max_rows, name)
        frame = file.read().to_pandas()
    except (ArrowException, OSError, ValueError) as error:
        if isinstance(error, InputFileError):
            raise
        raise InputFileError(mark("“{file}” is a damaged Parquet file: write it again."), file=name) from None
    return _grid(frame.reset_index(drop=True).to_dict("records"), max_rows, name)


def _grid(records: Sequence[dict[Any, Any]], max_rows: int, name: str) -> Grid:
    refuse_many_rows(len(records) + 1, max_rows, name)
    keys = list(dict.fromkeys(str(key) for record in records for key in record))
    if len(keys) > MOST_KEYS:
        raise _no_records(name)
    cleaner = Cleaner()
    rows = [cleaner.row(list(keys))]
    rows += [cleaner.row([_cell(record.get(key)) for key in keys]) for record in records]
    return Grid(rows)


def _cell(value: Any) -> Cell:
    """Return a JSON or Arrow value as a cell; lists and objects become their text."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, list | dict | tuple | np.ndarray):
        return ", ".join(map(str, value))
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp | pd.Timedelta):
        return value.to_pydatetime() if isinstance(value, pd.Timestamp) else value.to_pytimedelta()
    if isinstance(value, bytes):
        return value.decode("utf_8", errors="replace")
    return value if isinstance(value, str | int | float | bool) else str(value)


def _no_records(name: str) -> InputFileError:
    return InputFileError(mark("“{file}” is JSON, but not a list of tasks: give one object a task."), file=name)
