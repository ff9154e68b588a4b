"""XLSX, XLS and ODS workbooks into grids, through python-calamine (50,000 rows in half a second)."""

from __future__ import annotations

import io
import zipfile

from analyzer.errors import InputFileError
from analyzer.i18n import mark
from analyzer.inventory.apart import read_apart
from analyzer.inventory.archive import check_archive
from analyzer.inventory.grids import Cleaner, Grid
from analyzer.inventory.hidden import Hidden
from analyzer.inventory.oldexcel import check_old_workbook
from analyzer.inventory.problems import Problem
from analyzer.inventory.refusals import protected

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf_16_le")
_XLS_STREAMS = ("Workbook".encode("utf_16_le"), "Book".encode("utf_16_le"))

SMALL = 500_000
"""Bytes up to which a zipped workbook is read in this process."""

SMALL_UNPACKED = 20_000_000
"""The same, unpacked: of half a megabyte half a gigabyte may come."""

_STRINGS = "xl/sharedStrings.xml"
"""The texts of an XLSX workbook, each of which any number of cells may show."""

_SHORTEST_CELL = len('<c t="s"><v>0</v></c>')
_MOST_LETTERS = 500_000_000
"""Letters that the cells of a workbook could show together, were each the longest text, for it to be read in this
process: some tens of megabytes for an ordinary list of that size, terabytes for one that is made to fill the memory."""


def read_workbook(data: bytes, max_file_mb: int, max_rows: int, name: str) -> tuple[list[Grid], list[Problem]]:
    """Return the sheets of a workbook in order, hidden ones included, and what had to be left out.

    Values are the ones last computed, formulas are never run. Empty sheets are skipped.

    :param data: the whole file, zipped (XLSX, ODS) or OLE (XLS).
    :param max_file_mb: limit of a file in megabytes, for what it may become unpacked.
    :param max_rows: most rows that are read from all sheets together.
    :param name: file name for messages.
    :raises InputFileError: if it is protected, damaged, too large or no workbook.
    """
    is_old = data.startswith(OLE_SIGNATURE)
    unseen = _looked_over(data, name) if is_old else check_archive(data, name, max_file_mb)
    cleaner = Cleaner()
    grids: list[Grid] = []
    problems: list[Problem] = []
    for message in read_apart("workbook", data, max_rows, name, trusted=not is_old and _is_small(data)):
        if message[0] == "rows":
            grids[-1].rows += [cleaner.row(row) for row in message[1]]
            continue
        _, title, is_table, is_visible, merged, _ = message
        if not is_table:
            problems.append(Problem("sheet_unreadable", facts={"name": title}))
            continue
        grid = Grid([], cleaner.text(title), hidden=not is_visible, merged=merged, lines=cleaner.lines)
        if found := unseen.get(title):
            grid.hidden_rows, grid.hidden_columns = frozenset(found.rows), frozenset(found.columns)
        grids.append(grid)
    return [grid for grid in grids if any(grid.rows)], problems


def _is_small(data: bytes) -> bool:
    """Say whether a zipped workbook that was looked over is small, unpacked as well."""
    if len(data) > SMALL:
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > SMALL_UNPACKED:
            return False
        if _STRINGS not in archive.namelist():
            return True
        longest = max(map(len, archive.read(_STRINGS).split(b"</si>")))
    return longest * unpacked // _SHORTEST_CELL <= _MOST_LETTERS


def _looked_over(data: bytes, name: str) -> dict[str, Hidden]:
    """Raise if an OLE file is an encrypted workbook or none that can be opened; return what is hidden, by sheet."""
    if _ENCRYPTED_STREAM in data:
        raise protected(name)
    if not any(stream in data for stream in _XLS_STREAMS):
        raise InputFileError(
            mark("“{file}” is an old Office document without a workbook: save the list of tasks as XLSX or CSV."),
            file=name,
        )
    return check_old_workbook(data, name)
