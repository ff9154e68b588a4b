"""Which rows and columns of a workbook are hidden: the reader of its cells does not say, the XML of its sheets does."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")
_NUMBER = {name: re.compile(rb"\s%s\s*=\s*[\"'](\d{1,7})[\"']" % name.encode()) for name in ("r", "min", "max")}
_MOST_COLUMNS = 16_384


@dataclass(slots=True)
class Hidden:
    """Rows and columns of one sheet that are not shown, counted from 0.

    :param rows: set aside by hand or by a filter.
    :param columns: set aside by hand or folded away in a group.
    """

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)

    def look_at(self, piece: bytes) -> None:
        """Take in what a piece of the XML of an Excel sheet says; pieces may overlap."""
        if b"hidden" not in piece:
            return
        for tag in _COLUMN.findall(piece):
            if _HIDDEN.search(tag):
                first, last = (_NUMBER[name].search(tag) for name in ("min", "max"))
                if first and last:
                    self.columns.update(range(int(first[1]) - 1, min(int(last[1]), _MOST_COLUMNS)))
        for tag in _ROW.findall(piece):
            if _HIDDEN.search(tag) and (number := _NUMBER["r"].search(tag)):
                self.rows.add(int(number[1]) - 1)


def sheet_entries(data: bytes) -> dict[str, str]:
    """Return the name of each sheet of an XLSX file -> the name of its entry in the archive.

    :raises ValueError: if the XML of the workbook is damaged.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
            return {}
        targets = {
            attributes.get("Id", ""): attributes.get("Target", "")
            for _, attributes in _elements(archive.read("xl/_rels/workbook.xml.rels"), "Relationship")
        }
        sheets = _elements(archive.read("xl/workbook.xml"), "sheet")
    found: dict[str, str] = {}
    for _, attributes in sheets:
        target = next((targets.get(value, "") for name, value in attributes.items() if name.endswith(":id")), "")
        entry = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if entry in names:
            found[attributes.get("name", "")] = entry
    return found


def _elements(xml: bytes, wanted: str) -> Iterable[tuple[str, dict[str, str]]]:
    """Return the elements of one name, whatever their prefix, with their attributes."""
    found: list[tuple[str, dict[str, str]]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == wanted:
            found.append((name, attributes))

    def refuse(*_: object) -> None:
        raise ValueError("a document type declaration")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None
    return found
