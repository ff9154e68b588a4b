"""Small files built in memory, and the check that every row of a file is accounted for."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

import openpyxl
import pandas as pd
from openpyxl.worksheet.worksheet import Worksheet

from analyzer.inventory import (
    NOT_A_TASK,
    Inventory,
    ReadingOptions,
    complete_frame,
    find_questions,
    proposed_changes,
    read_inventory,
)

XLSX_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def read(
    text: str | bytes, *, name: str = "tasks.csv", language: str | None = "en", options: ReadingOptions | None = None
) -> Inventory:
    """Read a file given as text or bytes and check its accounts."""
    data = text.encode() if isinstance(text, str) else text
    inventory = read_inventory(data, filename=name, language=language, options=options)
    assert_every_row_accounted_for(inventory)
    return inventory


def answered(frame: pd.DataFrame, code: str) -> pd.DataFrame:
    """Return the rows once the proposed answer is given to all of one kind; what is set aside is not among them."""
    changes = proposed_changes(frame, [question for question in find_questions(frame) if question.code == code])
    mended = frame.assign(edited="")
    for place, fields in changes.items():
        for name, value in fields.items():
            mended.loc[place, name] = value
        mended.loc[place, "edited"] = ";".join(fields)
    aside = [place for place, fields in changes.items() if not fields]
    return complete_frame(mended, "en").drop(index=aside).reset_index(drop=True)


def assert_every_row_accounted_for(inventory: Inventory) -> None:
    """Rows in = tasks + rows named, each row exactly once, or once for each role and line that it names."""
    sheets = inventory.frame["sheet"].where(inventory.frame["sheet"].notna(), None)
    frame = inventory.frame
    tasks = list(zip(sheets, frame["row"], strict=True))
    named = [(problem.sheet, problem.row) for problem in inventory.problems if problem.code in NOT_A_TASK]
    assert inventory.rows == len(tasks) + len(named)
    assert len(set(named)) == len(named)
    assert not set(tasks) & set(named)
    assert not frame.duplicated(["sheet", "row", "role", "person", "task"]).any()


def codes(inventory: Inventory) -> list[str]:
    """Return the codes of the problems, in order."""
    return [problem.code for problem in inventory.problems]


def labels(inventory: Inventory) -> dict[int | None, str]:
    """Return row -> code of the rows that are no task."""
    return {problem.row: problem.code for problem in inventory.problems if problem.is_row_left_out}


def xlsx(build: Callable[[openpyxl.Workbook], object]) -> bytes:
    """Return the workbook that ``build`` fills."""
    workbook = openpyxl.Workbook()
    build(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def xlsx_rows(*rows: Sequence[object], title: str = "Sheet") -> bytes:
    """Return a workbook of one sheet."""

    def build(workbook: openpyxl.Workbook) -> None:
        sheet = workbook.active
        assert isinstance(sheet, Worksheet)
        sheet.title = title
        for row in rows:
            sheet.append(list(row))

    return xlsx(build)


def with_entry(archive: bytes, name: str, content: bytes) -> bytes:
    """Return a zipped file with one of its entries replaced, or added."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            if entry.filename != name:
                target.writestr(entry.filename, source.read(entry))
        target.writestr(name, content)
    return stream.getvalue()


def zipped(*entries: tuple[str, str]) -> bytes:
    """Return a ZIP file with these entries."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return stream.getvalue()


ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods(*rows: Sequence[str], body: str | None = None, manifest_extra: str = "") -> bytes:
    """Return an OpenDocument spreadsheet of one sheet; "PT…" cells become times, ``body`` is XML of rows as it is."""
    table = body if body is not None else "".join(_ods_row(row) for row in rows)
    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {namespaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Feuille1">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}">{manifest_extra}'
        "</manifest:file-entry></manifest:manifest>"
    )
    return zipped(("mimetype", ODS_TYPE), ("META-INF/manifest.xml", manifest), ("content.xml", content))


def _ods_row(cells: Sequence[str]) -> str:
    written = []
    for cell in cells:
        kind = f'office:value-type="time" office:time-value="{cell}"' if cell[:2] == "PT" else ""
        kind = kind or 'office:value-type="string"'
        written.append(f"<table:table-cell {kind}><text:p>{escape(cell)}</text:p></table:table-cell>")
    return f"<table:table-row>{''.join(written)}</table:table-row>"


SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def xls(
    *rows: Sequence[str | float], hidden_rows: Sequence[int] = (), hidden_columns: Sequence[int] = (), also: bytes = b""
) -> bytes:
    """Return an Excel 97 workbook (BIFF8 in a compound file) of one sheet named Feuil1.

    :param hidden_rows: and columns that are not shown, from 0.
    :param also: further records of the workbook, as they are.
    """
    cells = b"".join(record(0x007D, struct.pack("<HHHHHH", at, at, 2560, 0, 1, 0)) for at in hidden_columns)
    cells += b"".join(record(0x0208, struct.pack("<HHHHHHI", at, 0, 9, 255, 0, 0, 0x120)) for at in hidden_rows)
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            head = struct.pack("<HHH", place, column, 0)
            if isinstance(value, str):
                text = value.encode("utf_16_le")
                cells += record(0x0204, head + struct.pack("<HB", len(value), 1) + text)
            else:
                cells += record(0x0203, head + struct.pack("<d", value))
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    sheet_start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    end = record(0x000A, b"")
    name = b"Feuil1"
    bound = struct.pack("<IBBBB", 0, 0, 0, len(name), 0) + name
    offset = len(start) + len(record(0x0085, bound)) + len(also) + len(end)
    bound = struct.pack("<I", offset) + bound[4:]
    stream = start + record(0x0085, bound) + also + end + sheet_start + cells + end
    return compound_file("Workbook", stream)


def record(kind: int, content: bytes) -> bytes:
    """Return one record of an Excel 97 workbook."""
    return struct.pack("<HH", kind, len(content)) + content


def compound_file(name: str, stream: bytes) -> bytes:
    """Return an OLE compound file with one stream, long enough not to be a short one."""
    stream = stream.ljust(-(-max(len(stream), 4096) // SECTOR) * SECTOR, b"\0")
    sectors = len(stream) // SECTOR
    fat = [_FAT, _END, *range(3, 2 + sectors), _END]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0) + struct.pack("<I", 0)
    header = header.ljust(SECTOR, b"\xff")
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(SECTOR, b"\xff")
    directory = _entry("Root Entry", 5, child=1, start=_END) + _entry(name, 2, start=2, size=len(stream))
    return header + table + directory.ljust(SECTOR, b"\0") + stream


def _entry(name: str, kind: int, *, child: int = _FREE, start: int = 0, size: int = 0) -> bytes:
    encoded = (name + "\0").encode("utf_16_le")
    head = encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, _FREE, _FREE, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)
