"""JSON, JSON lines and Parquet into a grid: one record a task, the keys as headers."""

from __future__ import annotations

from analyzer.inventory.apart import read_apart
from analyzer.inventory.grids import Cleaner, Grid

SMALL = 1_000_000
"""Letters up to which JSON is read in this process: as values it takes up to 60 times as much memory; judgement."""


def read_json(text: str, max_rows: int, name: str) -> Grid:
    """Return the grid of a JSON array of objects, or of one JSON object a line. Row 1 is the keys.

    :raises InputFileError: if it is no such JSON, or has too many records.
    """
    return _grid("records", text.encode("utf_8", "surrogatepass"), max_rows, name, trusted=len(text) <= SMALL)


def read_parquet(data: bytes, max_rows: int, name: str) -> Grid:
    """Return the grid of a Parquet file. Row 1 is the column names.

    It is always read apart: a few bytes of it may stand for any number of long texts.

    :raises InputFileError: if it is damaged, or has too many rows.
    """
    return _grid("parquet", data, max_rows, name, trusted=False)


def _grid(kind: str, data: bytes, max_rows: int, name: str, *, trusted: bool) -> Grid:
    cleaner = Cleaner()
    grid = Grid([], lines=cleaner.lines)
    for message in read_apart(kind, data, max_rows, name, trusted=trusted):
        if message[0] == "rows":
            grid.rows += [cleaner.row(row) for row in message[1]]
    return grid
