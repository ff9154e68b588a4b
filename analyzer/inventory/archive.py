"""Looks a zipped workbook over before it is opened: its kind, its size unpacked, and how far its cells reach.

python-calamine lays a sheet out from its first to its last cell at once, so that two cells in opposite corners ask for
half a terabyte and end the process. Nothing is opened whose declared or real extent is out of bounds.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from analyzer.errors import InputFileError
from analyzer.i18n import mark, translate
from analyzer.inventory.deadline import check_time
from analyzer.inventory.hidden import Hidden, sheet_entries
from analyzer.inventory.opendocument import opendocument_extent
from analyzer.inventory.refusals import broken, protected, too_large

MOST_CELLS = 12_000_000
"""Largest rectangle of cells that is laid out (a million rows of twelve columns)."""

UNPACKED_PER_MB = 6
"""How many times the file limit a workbook may be once unpacked."""

MOST_ENTRIES = 10_000
_CHUNK = 1 << 20
_OVERLAP = 1024
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")
"""The place of a cell ("XFD1048576") or row ("1048576") in the XML of a sheet, wherever the sheet is stored. One longer
than can be is found, too: the reader of cells takes "A1999999999999999999" for a place far away."""


def check_archive(data: bytes, name: str, max_file_mb: int) -> dict[str, Hidden]:
    """Raise if a zipped file is no workbook that can be opened safely; return what is hidden, by sheet.

    :param data: the whole file.
    :param name: file name for messages.
    :param max_file_mb: limit of a file in megabytes; unpacked it may be :data:`UNPACKED_PER_MB` times that.
    :raises InputFileError: with one sentence that says what was found.
    """
    hidden: dict[str, Hidden] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_kind({entry.filename for entry in entries}, archive, name)
            limit = max_file_mb * UNPACKED_PER_MB * 1_000_000
            if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > limit:
                raise too_large(name)
            for entry in entries:
                if entry.flag_bits & 1:
                    raise protected(name)
                hidden |= _check_entry(archive, entry, name)
        of_sheets = {sheet: hidden[path] for sheet, path in sheet_entries(data).items() if path in hidden}
    except InputFileError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        raise broken(name) from None
    return of_sheets or hidden


def _check_kind(names: set[str], archive: zipfile.ZipFile, name: str) -> None:
    if "xl/workbook.xml" in names:
        return
    if "content.xml" in names and "mimetype" in names:
        if archive.getinfo("mimetype").file_size < 200 and b"spreadsheet" in archive.read("mimetype"):
            if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise protected(name)
            return
        kind = mark("an OpenDocument file without a spreadsheet")
    elif "xl/workbook.bin" in names:
        kind = mark("a binary Excel workbook (XLSB)")
    elif "word/document.xml" in names:
        kind = mark("a Word document")
    elif "ppt/presentation.xml" in names:
        kind = mark("a PowerPoint presentation")
    else:
        kind = mark("a ZIP archive")
    raise KindError(name, kind)


class KindError(InputFileError):
    """A file that is something else than a table.

    :param name: its name.
    :param kind: what it is ("a PNG picture"), marked for translation and translated with the sentence.
    """

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(
            mark("“{file}” is {kind}, not a table: save the list of tasks as XLSX or CSV."), file=name, kind=kind
        )

    def message(self, language: str = "en") -> str:
        """Return the sentence in ``language`` ("en" or "fr")."""
        return translate(self.template, language, **self.facts | {"kind": translate(str(self.facts["kind"]), language)})


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> dict[str, Hidden]:
    """Unpack one entry piece by piece, so that a size that was lied about is found, and measure how far cells reach.

    :returns: what is hidden in it: by sheet in an OpenDocument file, else under the name of the entry.
    """
    hidden = {entry.filename: Hidden()}
    if entry.filename == "content.xml":
        with archive.open(entry) as stream:
            rows, columns, hidden = opendocument_extent(stream)
    else:
        rows = columns = 0
        for piece in _pieces(archive, entry):
            hidden[entry.filename].look_at(piece)
            places = _PLACE.findall(piece)
            rows = max([rows, *(int(row) for _, row in places)])
            columns = max([columns, *map(_column_number, {column for column, _ in places})])
    if rows * max(columns, 1) > MOST_CELLS:
        raise too_large(name)
    return hidden


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield an entry in pieces that overlap a little, so that nothing is cut in two."""
    with archive.open(entry) as stream:
        before = b""
        while chunk := stream.read(_CHUNK):
            check_time()
            yield before + chunk
            before = chunk[-_OVERLAP:]


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
