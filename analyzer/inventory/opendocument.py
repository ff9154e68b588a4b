"""How far the filled cells of an OpenDocument spreadsheet reach, its repeated rows and columns counted out."""

from __future__ import annotations

from typing import IO
from xml.parsers import expat

from analyzer.inventory.hidden import Hidden

_TABLE, _ROW, _CELL, _COVERED = "table:table", "table:table-row", "table:table-cell", "table:covered-table-cell"
_COLUMN = "table:table-column"
_UNSEEN = ("collapse", "filter")
_REPEATED_ROWS, _REPEATED_COLUMNS = "table:number-rows-repeated", "table:number-columns-repeated"

_MOST_HIDDEN = 16_384
"""Rows or columns that one element may hide: sheets hide all that lies beyond their table."""


def opendocument_extent(stream: IO[bytes]) -> tuple[int, int, dict[str, Hidden]]:
    """Return the rows and columns of the largest sheet, up to its last filled cell, and what is hidden, by sheet.

    :param stream: content.xml of the file.
    :raises ValueError: if it is no well-formed XML, or declares entities (which no spreadsheet program writes).
    """
    extent = _Extent()
    try:
        extent.parser.ParseFile(stream)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None
    return extent.rows, extent.columns, extent.hidden


class _Extent:
    """Counts rows and columns as the elements of content.xml go by."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self.hidden: dict[str, Hidden] = {}
        self._sheet = Hidden()
        self._declared_columns = 0
        self._row_unseen = False
        self._row = self._column = 0
        self._row_repeats = self._cell_repeats = 1
        self._filled_to = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _TABLE:
            self._row = self._declared_columns = 0
            self._sheet = self.hidden[attributes.get("table:name", "")] = Hidden()
        elif name == _COLUMN:
            first = self._declared_columns
            self._declared_columns += int(attributes.get(_REPEATED_COLUMNS, "1"))
            if attributes.get("table:visibility") in _UNSEEN:
                self._sheet.columns.update(range(first, min(self._declared_columns, first + _MOST_HIDDEN)))
        elif name == _ROW:
            self._row_unseen = attributes.get("table:visibility") in _UNSEEN
            self._row_repeats = int(attributes.get(_REPEATED_ROWS, "1"))
            self._column = self._filled_to = 0
        elif name in (_CELL, _COVERED):
            self._cell_repeats = int(attributes.get(_REPEATED_COLUMNS, "1"))
            self._column += self._cell_repeats
            if "office:value-type" in attributes:
                self._filled_to = self._column
        elif name == "text:p":
            self._filled_to = self._column

    def _end(self, name: str) -> None:
        if name != _ROW:
            return
        if self._row_unseen and self._filled_to:
            self._sheet.rows.update(range(self._row, self._row + min(self._row_repeats, _MOST_HIDDEN)))
        self._row += self._row_repeats
        if self._filled_to:
            self.rows = max(self.rows, self._row)
            self.columns = max(self.columns, self._filled_to)

    @staticmethod
    def _refuse_doctype(*_: object) -> None:
        raise ValueError("a document type declaration")
