"""XLSX, XLS and ODS workbooks into grids, through python-calamine (50,000 rows in half a second)."""

from __future__ import annotations

import io

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from analyzer.errors import InputFileError
from analyzer.i18n import mark
from analyzer.inventory.archive import broken, check_archive, protected
from analyzer.inventory.deadline import check_time
from analyzer.inventory.delimited import refuse_many_rows
from analyzer.inventory.grids import Cleaner, Grid, Span
from analyzer.inventory.hidden import Hidden
from analyzer.inventory.problems import Problem

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf_16_le")
_XLS_STREAMS = ("Workbook".encode("utf_16_le"), "Book".encode("utf_16_le"))


def read_workbook(data: bytes, max_file_mb: int, max_rows: int, name: str) -> tuple[list[Grid], list[Problem]]:
    """Return the sheets of a workbook in order, hidden ones included, and what had to be left out.

    Values are the ones last computed, formulas are never run. Empty sheets are skipped.

    :param data: the whole file, zipped (XLSX, ODS) or OLE (XLS).
    :param max_file_mb: limit of a file in megabytes, for what it may become unpacked.
    :param max_rows: most rows that are read from all sheets together.
    :param name: file name for messages.
    :raises InputFileError: if it is protected, damaged, too large or no workbook.
    """
    unseen: dict[str, Hidden] = {}
    if data.startswith(OLE_SIGNATURE):
        _check_ole(data, name)
    else:
        unseen = check_archive(data, name, max_file_mb)
    cleaner = Cleaner()
    grids: list[Grid] = []
    problems: list[Problem] = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for metadata in workbook.sheets_metadata:
                if metadata.typ != SheetTypeEnum.WorkSheet:
                    problems.append(Problem("sheet_unreadable", facts={"name": metadata.name}))
                    continue
                check_time()
                sheet = workbook.get_sheet_by_name(metadata.name)
                height = sheet.end[0] + 1 if sheet.end else 0
                refuse_many_rows(sum(len(grid.rows) for grid in grids) + height, max_rows, name)
                rows = [cleaner.row(row) for row in sheet.to_python(skip_empty_area=False)]
                hidden = metadata.visible != SheetVisibleEnum.Visible
                if any(rows):
                    grid = Grid(rows, cleaner.text(metadata.name), hidden=hidden, merged=_merged(sheet))
                    if found := unseen.get(metadata.name):
                        grid.hidden_rows, grid.hidden_columns = frozenset(found.rows), frozenset(found.columns)
                    grids.append(grid)
    except PasswordError:
        raise protected(name) from None
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        if isinstance(error, InputFileError):
            raise
        raise broken(name) from error
    return grids, problems


def _merged(sheet: CalamineSheet) -> list[Span]:
    """Return the merged cells of a sheet; the reader knows them for XLSX and XLS."""
    return list(sheet.merged_cell_ranges or [])


def _check_ole(data: bytes, name: str) -> None:
    """Raise if an OLE file is an encrypted workbook or no workbook at all."""
    if _ENCRYPTED_STREAM in data:
        raise protected(name)
    if not any(stream in data for stream in _XLS_STREAMS):
        raise InputFileError(
            mark("“{file}” is an old Office document without a workbook: save the list of tasks as XLSX or CSV."),
            file=name,
        )
