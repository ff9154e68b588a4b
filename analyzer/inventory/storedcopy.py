"""A file taken apart, as bytes to be stored in the place of the file: what was masked in it is not in them.

It reads back to the same grids, so that columns, header row and sheets can be corrected as with the file itself; how
the text was decoded and parted cannot.
"""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Callable
from dataclasses import fields
from typing import Any, cast

from analyzer.inventory.archive import UNPACKED_PER_MB
from analyzer.inventory.grids import Cell, Grid, Source
from analyzer.inventory.problems import Problem
from analyzer.inventory.refusals import broken, too_large

SIGNATURE = b"analyzer masked copy 1\n"
"""First bytes of a stored copy."""

_FROM_JSON: dict[str, Any] = {
    "merged": lambda spans: [((a, b), (c, d)) for (a, b), (c, d) in spans],
    "hidden_rows": frozenset,
    "hidden_columns": frozenset,
    "again": frozenset,
    "listed": lambda ends: tuple(ends) if ends else None,
}


_READERS: dict[str, Callable[[Any], Cell]] = {
    "datetime": dt.datetime.fromisoformat,
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "timedelta": lambda seconds: dt.timedelta(seconds=seconds),
}


def pack(source: Source) -> bytes:
    """Return a file taken apart as bytes; :func:`unpack` reads them back to an equal one."""
    content = {
        "encoding": source.encoding,
        "delimiter": source.delimiter,
        "problems": [[one.code, one.row, one.sheet, dict(one.facts)] for one in source.problems],
        "grids": [{field.name: getattr(grid, field.name) for field in fields(Grid)} for grid in source.grids],
    }
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return SIGNATURE + zlib.compress(written.encode("utf-8", "surrogatepass"), 3)


def unpack(data: bytes, name: str, max_file_mb: int, max_rows: int) -> Source:
    """Return what :func:`pack` wrote.

    :param data: the stored bytes.
    :param name: file name for messages.
    :param max_file_mb: limit of a file; unpacked it may be as many times that as a workbook.
    :param max_rows: most rows that are read.
    :raises InputFileError: if the bytes are damaged or unpack to more than the limit.
    """
    unpacking = zlib.decompressobj()
    try:
        written = unpacking.decompress(data[len(SIGNATURE) :], max_file_mb * UNPACKED_PER_MB * 1_000_000)
        if unpacking.unconsumed_tail:
            raise too_large(name)
        content = json.loads(written.decode("utf-8", "surrogatepass"))
        known = {field.name for field in fields(Grid)}
        grids = []
        if sum(len(stored["rows"]) for stored in content["grids"]) > max_rows:
            raise too_large(name)
        for stored in content["grids"]:
            values = {
                key: _FROM_JSON.get(key, lambda same: same)(value) for key, value in stored.items() if key in known
            }
            values["rows"] = [[_cell(cell) for cell in row] for row in values["rows"]]
            grids.append(Grid(**values))
        problems = [Problem(code, row, sheet, facts) for code, row, sheet, facts in content["problems"]]
        return Source(grids, content["encoding"], content["delimiter"], problems)
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise broken(name) from None


def _plain(value: object) -> object:
    """Return what JSON does not know as what it knows: a date or time as a pair of its kind and its text."""
    if isinstance(value, dt.timedelta):
        return {"timedelta": value.total_seconds()}
    if isinstance(value, dt.date | dt.time):  # a datetime is a date
        return {type(value).__name__: value.isoformat()}
    if isinstance(value, frozenset | set):
        return sorted(value)
    return str(value)


def _cell(stored: Any) -> Cell:
    if not isinstance(stored, dict):
        if stored is None or isinstance(stored, list):
            raise ValueError("no cell")
        return cast("Cell", stored)
    ((kind, value),) = stored.items()
    return _READERS[str(kind)](value)
