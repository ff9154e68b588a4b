"""Workbooks, Parquet and JSON into plain rows. Run as a script it reads one file from stdin, within limits.

Nothing of this project is imported: the process that runs it starts in a twentieth of a second, and can be ended at
any time without harm.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import math
import pickle
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

Message = tuple[Any, ...]

ROWS_AT_ONCE = 2_000
LONGEST_CELL = 1_000_000
"""Letters of a cell, at most; Excel allows 32,767."""

MOST_KEYS = 500
_PANDAS_INDEX = re.compile(r"__index_level_\d+__")
_SPACE = re.compile(r"[\s,]*")


def sheets(data: bytes, max_rows: int) -> Iterator[Message]:
    """Read the sheets of a workbook in order; their rows begin at the first row and column of the sheet."""
    from python_calamine import (  # noqa: PLC0415
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    rows = 0
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for metadata in workbook.sheets_metadata:
                visible = metadata.visible == SheetVisibleEnum.Visible
                if metadata.typ != SheetTypeEnum.WorkSheet:
                    yield "sheet", metadata.name, False, visible, [], 0
                    continue
                sheet = workbook.get_sheet_by_name(metadata.name)
                height = sheet.end[0] + 1 if sheet.end else 0
                rows += height
                if rows - 1 > max_rows:
                    yield "refused", "rows"
                    return
                yield "sheet", metadata.name, True, visible, list(sheet.merged_cell_ranges or []), height
                margin = [""] * (sheet.start[1] if sheet.start else 0)
                yield from _in_parts(margin + row for row in sheet.iter_rows())
    except PasswordError:
        yield "refused", "protected"
    except (CalamineError, OSError, ValueError, OverflowError):
        yield "refused", "broken"


def parquet(data: bytes, max_rows: int) -> Iterator[Message]:
    """Read the columns of a Parquet file as one table; its first row is their names."""
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet as reader  # noqa: PLC0415

    try:
        file = reader.ParquetFile(io.BytesIO(data))
        if file.metadata.num_rows > max_rows:
            yield "refused", "rows"
            return
        names = file.schema_arrow.names
        kept = [place for place, name in enumerate(names) if not _PANDAS_INDEX.fullmatch(name)]
        yield "sheet", "", True, True, [], file.metadata.num_rows
        yield "rows", [[names[place] for place in kept]]
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE):
            columns = [_arrow_values(batch.column(place), pa) for place in kept]
            if any(map(_has_long_cell, columns)):
                yield "refused", "memory"
                return
            yield "rows", [list(row) for row in zip(*columns, strict=True)]
    except (pa.ArrowException, OSError, ValueError, OverflowError):
        yield "refused", "broken"


def _arrow_values(column: Any, pa: Any) -> list[Any]:
    """Return the values of one column; times to the microsecond, the finest that Python knows."""
    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.timestamp("us"), safe=False)
    elif pa.types.is_duration(column.type):
        column = column.cast(pa.duration("us"), safe=False)
    return [plain(value) for value in column.to_pylist()]


def records(data: bytes, max_rows: int) -> Iterator[Message]:
    """Read a JSON array of objects, or one JSON object a line, in UTF-8; the first row is all their keys."""
    try:
        found: list[dict[Any, Any]] = []
        for record in _json_values(data.decode("utf_8", "surrogatepass")):
            if not isinstance(record, dict):
                yield "refused", "records"
                return
            found.append(record)
            if len(found) > max_rows:
                yield "refused", "rows"
                return
    except (ValueError, RecursionError):
        yield "refused", "records"
        return
    found = _inner_list(found) or found
    keys = list(dict.fromkeys(str(key) for record in found for key in record))
    if not found or len(keys) > MOST_KEYS:
        yield "refused", "records"
        return
    yield "sheet", "", True, True, [], len(found)
    yield "rows", [keys]
    yield from _in_parts([plain(record.get(key)) for key in keys] for record in found)


def _inner_list(found: list[dict[Any, Any]]) -> list[dict[Any, Any]] | None:
    """Return the list that one object holds beside other facts: {"exported": "…", "tasks": [{…}, {…}]}."""
    lists = [
        value
        for value in (found[0].values() if len(found) == 1 else ())
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value)
    ]
    return lists[0] if len(lists) == 1 else None


def _json_values(text: str) -> Iterator[Any]:
    """Yield the values of an array one by one, or those that follow each other in the text."""
    decoder, place = json.JSONDecoder(), _after_space(text, 0)
    is_array = text[place : place + 1] == "["
    place = _after_space(text, place + is_array)
    while place < len(text):
        if is_array and text[place] == "]":
            if text[place + 1 :].strip():
                raise ValueError("text behind the array")
            return
        value, place = decoder.raw_decode(text, place)
        yield value
        place = _after_space(text, place)
    if is_array:
        raise ValueError("an array that does not end")


def _after_space(text: str, place: int) -> int:
    match = _SPACE.match(text, place)
    return match.end() if match else place


def plain(value: Any) -> Any:
    """Return a value as a cell: a text, number, time or date; "" for none; lists and objects as their text."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool | int | float | str | dt.date | dt.time | dt.timedelta):
        return value
    if isinstance(value, bytes):
        return value.decode("utf_8", errors="replace")
    if isinstance(value, dict):
        return ", ".join(map(str, value))
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _has_long_cell(row: list[Any]) -> bool:
    return any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in row)


def _in_parts(rows: Iterator[list[Any]]) -> Iterator[Message]:
    part: list[list[Any]] = []
    for row in rows:
        if _has_long_cell(row):
            yield "refused", "memory"
            return
        part.append(row)
        if len(part) == ROWS_AT_ONCE:
            yield "rows", part
            part = []
    if part:
        yield "rows", part


READERS: dict[str, Callable[[bytes, int], Iterator[Message]]] = {
    "workbook": sheets,
    "parquet": parquet,
    "records": records,
}


def messages(kind: str, data: bytes, max_rows: int) -> Iterator[Message]:
    """Read a file; the last message is ``("end",)`` or ``("refused", why)``.

    :raises Exception: what a reader does not know how to refuse: in a process of its own it ends that, and whoever
        started it refuses the file as broken.
    """
    try:
        for message in READERS[kind](data, max_rows):
            yield message
            if message[0] == "refused":
                return
        yield ("end",)
    except MemoryError:
        yield "refused", "memory"
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how a reader written in Rust says that it is lost
            raise
        yield "refused", "broken"


def _limit(seconds: int, memory: int) -> None:
    """Bound the time and memory of this process, where the platform can."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # Windows: the parent's clock alone ends what takes too long
        return
    for what, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_DATA, memory), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def main() -> None:
    """Read what to do and the file from stdin, write the messages to stdout."""
    asked = pickle.load(sys.stdin.buffer)
    sys.path[:] = asked["path"]
    _limit(asked["seconds"], asked["memory"])
    out = sys.stdout.buffer
    for message in messages(asked["kind"], sys.stdin.buffer.read(), asked["max_rows"]):
        pickle.dump(message, out, protocol=5)
    out.flush()


if __name__ == "__main__":
    main()
