"""One file of the corpus and what a careful reader would understand of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import openpyxl
from inventory_samples import xlsx
from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True)
class Case:
    """A file, and its reading.

    :param tasks: the tasks in order.
    :param minutes: minutes a week of each task, None where unknown; not looked at if left out.
    :param roles: role of each task, or the one role of all; not looked at if left out. So ``teams`` and ``people``.
    :param says: codes of problems that must be among those found.
    :param silent: codes that must not be.
    """

    file: str
    data: bytes | Callable[[], bytes]
    tasks: Sequence[str]
    minutes: Sequence[float | None] | None = None
    roles: Sequence[str | None] | str | None = None
    teams: Sequence[str | None] | str | None = None
    people: Sequence[str | None] | str | None = None
    headcount: Sequence[float] | None = None
    says: frozenset[str] | set[str] = frozenset()
    silent: frozenset[str] | set[str] = frozenset()
    language: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    columns: dict[str, str] = field(default_factory=dict)

    def bytes(self) -> bytes:
        """Return the file."""
        return self.data() if callable(self.data) else self.data


def text(*lines: str, encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    """Return lines as the bytes of a text file."""
    return "".join(line + end for line in lines).encode(encoding)


def sheets(**filled: Callable[[Worksheet], object]) -> Callable[[], bytes]:
    """Return the maker of a workbook with these sheets ("_" in a name stands for a space)."""

    def build(workbook: openpyxl.Workbook) -> None:
        workbook.remove(workbook["Sheet"])
        for name, fill in filled.items():
            fill(workbook.create_sheet(name.replace("_", " ")))

    return lambda: xlsx(build)


def rows(*cells: Sequence[object]) -> Callable[[Worksheet], None]:
    """Return what writes these rows into a sheet."""

    def fill(sheet: Worksheet) -> None:
        for row in cells:
            sheet.append(list(row))

    return fill


MONTH = 12 / 52
"""Times a week of what is done once a month."""
