"""Looks an Excel 97 workbook (.xls) over before it is opened: what is hidden, how far its cells reach, and its sizes.

A compound file holds streams in chains of sectors, the workbook's stream holds records. A chain that bites its tail, a
table of texts that claims billions of them, or two cells in opposite corners would hang or end the reader of the cells.
Sources: [MS-CFB] for the file, [MS-XLS] for the records.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from analyzer.inventory.archive import MOST_CELLS
from analyzer.inventory.deadline import check_time
from analyzer.inventory.hidden import Hidden
from analyzer.inventory.refusals import broken, protected, too_large

_SECTOR_SHIFTS = (9, 12)
_LAST_SECTOR = 0xFFFFFFFA
"""From here on a number of a sector is a mark, such as the end of a chain."""

_SMALL = 4096
_STREAMS = ("Workbook", "Book")
_MOST_COLUMNS = 256

_BEGIN, _END, _SHEET, _PASSWORD, _TEXTS, _ROW, _COLUMNS = 0x0809, 0x000A, 0x0085, 0x002F, 0x00FC, 0x0208, 0x007D
_CELLS = frozenset({0x0203, 0x0204, 0x0205, 0x0006, 0x00FD, 0x027E, 0x00BD, 0x00D6})
"""NUMBER, LABEL, BOOLERR, FORMULA, LABELSST, RK, MULRK, RSTRING: each begins with its row and column."""

_SEVERAL = 0x00BD
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
_RECORDS_BETWEEN_CHECKS = 20_000


def check_old_workbook(data: bytes, name: str) -> dict[str, Hidden]:
    """Raise if an .xls file cannot be opened safely; return what is hidden, by sheet.

    :param data: the whole file.
    :param name: file name for messages.
    :raises InputFileError: if it is damaged, protected by a password, or its cells reach too far.
    """
    try:
        found = _Workbook(_workbook_stream(data))
        found.read()
    except (struct.error, ValueError, IndexError, KeyError):
        raise broken(name) from None
    if found.protected:
        raise protected(name)
    if max((sheet.cells for sheet in found.sheets), default=0) > MOST_CELLS:
        raise too_large(name)
    return {sheet.name: sheet.hidden for sheet in found.sheets}


@dataclass(slots=True)
class _Sheet:
    """One sheet as its records go by."""

    name: str
    begins: int
    hidden: Hidden = field(default_factory=Hidden)
    rows: int = 0
    columns: int = 0

    @property
    def cells(self) -> int:
        """Cells of the rectangle from the first cell to the last."""
        return self.rows * self.columns


class _Workbook:
    """Reads the records of a workbook that matter here."""

    def __init__(self, stream: bytes) -> None:
        self.stream = stream
        self.sheets: list[_Sheet] = []
        self.protected = False

    def read(self) -> None:
        """Read the list of the sheets, then each sheet."""
        for kind, start, length in self._records(0):
            if kind == _PASSWORD:
                self.protected = True
                return
            if kind == _SHEET:
                self.sheets.append(_Sheet(self._sheet_name(start, length), self._number("<I", start)))
            elif kind == _TEXTS and self._number("<I", start + 4) > len(self.stream):
                raise ValueError("more texts than bytes")
        for sheet in self.sheets:
            self._read_sheet(sheet)

    def _read_sheet(self, sheet: _Sheet) -> None:
        for kind, start, length in self._records(sheet.begins):
            if kind in _CELLS:
                row, first = struct.unpack_from("<HH", self.stream, start)
                last = self._number("<H", start + length - 2) if kind == _SEVERAL else first
                sheet.rows, sheet.columns = max(sheet.rows, row + 1), max(sheet.columns, last + 1)
            elif kind == _ROW and self._number("<H", start + 12) & _ROW_HIDDEN:
                sheet.hidden.rows.add(self._number("<H", start))
            elif kind == _COLUMNS and self._number("<H", start + 8) & _COLUMN_HIDDEN:
                first, last = struct.unpack_from("<HH", self.stream, start)
                sheet.hidden.columns.update(range(first, min(last + 1, _MOST_COLUMNS)))

    def _records(self, place: int) -> Iterator[tuple[int, int, int]]:
        """Yield kind, start and length of the records of one part, without those of charts in it."""
        depth = count = 0
        while place + 4 <= len(self.stream):
            kind, length = struct.unpack_from("<HH", self.stream, place)
            count += 1
            if count % _RECORDS_BETWEEN_CHECKS == 0:
                check_time()
            depth += (kind == _BEGIN) - (kind == _END)
            if depth <= 0 and kind == _END:
                return
            if depth == 1:
                yield kind, place + 4, length
            place += 4 + length

    def _number(self, form: str, place: int) -> int:
        return int(struct.unpack_from(form, self.stream, place)[0])

    def _sheet_name(self, start: int, length: int) -> str:
        """Return the name in a record of a sheet: of Excel 97 with a byte that says how wide its letters are."""
        letters, wide = self.stream[start + 6], self.stream[start + 7]
        if length == 7 + letters:  # Excel 5
            return self.stream[start + 7 : start + 7 + letters].decode("cp1252", "replace")
        text = self.stream[start + 8 : start + 8 + letters * (2 if wide & 1 else 1)]
        return text.decode("utf_16_le" if wide & 1 else "latin_1", "replace")


def _workbook_stream(data: bytes) -> bytes:
    """Return the stream of a compound file that holds the workbook."""
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in _SECTOR_SHIFTS:
        raise ValueError("an unusual size of sectors")
    file = _Sectors(data, 1 << shift)
    first_directory, small_below, first_small = (struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60))
    entries = file.chain(first_directory)
    root: tuple[int, int] | None = None
    for place in range(0, len(entries), 128):
        length, kind = struct.unpack_from("<HB", entries, place + 64)
        title = entries[place : place + max(0, min(length, 64) - 2)].decode("utf_16_le", "replace")
        start, size = struct.unpack_from("<II", entries, place + 116)
        if kind == 5:
            root = start, size
        elif kind == 2 and title in _STREAMS:
            if size >= min(small_below, _SMALL) or root is None:
                return file.chain(start)[:size]
            small = _Sectors(bytes(512) + file.chain(root[0]), 64, 512, file.chain(first_small))
            return small.chain(start)[:size]
    raise ValueError("no stream of a workbook")


class _Sectors:
    """The sectors of a compound file, or the small ones in its root stream.

    :param data: the bytes that hold them.
    :param size: of one sector, in bytes.
    :param begins: where the first sector begins; after one sector's length if absent.
    :param table: which sector follows which, as bytes; read from the head of the file if absent.
    """

    def __init__(self, data: bytes, size: int, begins: int | None = None, table: bytes | None = None) -> None:
        self.data, self.size = data, size
        self.begins = size if begins is None else begins
        raw = self._table() if table is None else table
        self.next = struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])

    def chain(self, sector: int) -> bytes:
        """Return the sectors of a chain, one behind the other."""
        pieces: list[bytes] = []
        while sector < _LAST_SECTOR:
            if len(pieces) > len(self.next):
                raise ValueError("a chain that bites its tail")
            pieces.append(self._sector(sector))
            sector = self.next[sector]
        return b"".join(pieces)

    def _sector(self, number: int) -> bytes:
        start = self.begins + number * self.size
        if start >= len(self.data):
            raise ValueError("a sector behind the end")
        return self.data[start : start + self.size]

    def _table(self) -> bytes:
        """Return the table of sectors: the first 109 parts are named in the head, further ones in a chain."""
        named = list(struct.unpack_from("<109I", self.data, 76))
        further, seen = struct.unpack_from("<I", self.data, 68)[0], 0
        while further < _LAST_SECTOR:
            seen += 1
            if seen * self.size > len(self.data):
                raise ValueError("a chain that bites its tail")
            numbers = struct.unpack(f"<{self.size // 4}I", self._sector(further))
            named += numbers[:-1]
            further = numbers[-1]
        parts = [self._sector(number) for number in named if number < _LAST_SECTOR]
        if len(parts) * self.size > len(self.data):
            raise ValueError("a table larger than the file")
        return b"".join(parts)
