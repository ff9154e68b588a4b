"""Sheets of a workbook: one table each, with a styled header, filters, frozen panes, widths and number formats."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import pandas as pd
import xlsxwriter

from analyzer.report.theme import PALETTES

if TYPE_CHECKING:
    from io import BytesIO
    from types import TracebackType

XLSX_MOST_ROWS = 1_048_575
"""Rows a sheet holds below its header."""
_MOST_CHARACTERS = 32_767
_WIDEST = 56
_SAMPLE = 300
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")

_NUMBER_FORMATS = (
    (re.compile(r"^(share_|probability_|confidence$)"), "0%"),
    (re.compile(r"^(row|tasks|tasks_without_time|effort)$"), "0"),
    (re.compile(r"^(minutes_per_person_per_day_|occurrences_|headcount)"), "#,##0.0"),
    (re.compile(r"^(minutes_|repetitiveness|automatability|assistance|physical|interpersonal|priority)"), "#,##0"),
    (re.compile(r"^hours_"), "#,##0.0"),
)


def number_format(column: str) -> str:
    """Return the spreadsheet format of a column of the contract, "General" for one that is not a number."""
    return next((code for pattern, code in _NUMBER_FORMATS if pattern.match(column)), "General")


@dataclass(frozen=True)
class _Style:
    """What formats are kept by: the number format, and how the cell looks."""

    code: str = "General"
    bold: bool = False
    wrap: bool = False
    muted: bool = False


class SheetWriter:
    """A workbook being written; used as a context manager, it is complete when the block ends.

    Text is always written as text: never as a formula, a link or a number, whatever it looks like.

    :param target: where the bytes go.
    """

    def __init__(self, target: BytesIO) -> None:
        self._book = xlsxwriter.Workbook(
            target,
            {
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "nan_inf_to_errors": True,
                "remove_timezone": True,
                "default_date_format": "yyyy-mm-dd hh:mm",
                "constant_memory": True,
            },
        )
        self._formats: dict[_Style, Any] = {}
        colours = PALETTES["light"]
        self._header = self._book.add_format(
            {
                "bold": True,
                "text_wrap": True,
                "valign": "vcenter",
                "bg_color": colours.surface,
                "font_color": colours.text,
                "bottom": 1,
                "bottom_color": colours.muted,
            }
        )
        self._title = self._book.add_format({"bold": True, "font_size": 14, "font_color": colours.text})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._book.close()

    def add_table(
        self,
        name: str,
        frame: pd.DataFrame,
        *,
        titles: dict[str, str] | None = None,
        freeze_columns: int = 0,
    ) -> None:
        """Add a sheet that holds one frame.

        :param name: name of the sheet; characters that a spreadsheet forbids become spaces, 31 are kept.
        :param frame: its columns decide the number formats by their names in the contract.
        :param titles: words to show for column names.
        :param freeze_columns: columns that stay in sight when scrolling sideways.
        """
        sheet = self._book.add_worksheet(_FORBIDDEN_IN_NAMES.sub(" ", name)[:31])
        headers = [(titles or {}).get(str(column), str(column)) for column in frame.columns]
        widths = [
            _width(header, frame.iloc[:, i], number_format(str(frame.columns[i]))) for i, header in enumerate(headers)
        ]
        for position, width in enumerate(widths):
            sheet.set_column(position, position, width)
        sheet.freeze_panes(1, freeze_columns)
        sheet.set_row(
            0, 15 * max((math.ceil((len(h) + 3) / w) for h, w in zip(headers, widths, strict=True)), default=1)
        )
        if headers:
            sheet.autofilter(0, 0, len(frame), len(headers) - 1)
        for position, header in enumerate(headers):
            sheet.write_string(0, position, header[:_MOST_CHARACTERS], self._header)
        styles = [
            self._format(_Style(number_format(str(column)), wrap=width >= _WIDEST))
            for column, width in zip(frame.columns, widths, strict=True)
        ]
        for at, row in enumerate(frame.itertuples(index=False, name=None), start=1):
            for position, value in enumerate(row):
                self._write(sheet, at, position, value, styles[position])

    def add_facts(self, name: str, title: str, facts: list[tuple[str, str] | None]) -> None:
        """Add a sheet of a title and of pairs: what it is, and its value in words; None leaves a line blank."""
        sheet = self._book.add_worksheet(_FORBIDDEN_IN_NAMES.sub(" ", name)[:31])
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 1, 76)
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, title, self._title)
        for at, fact in enumerate(facts, start=2):
            if fact is not None:
                self._write(sheet, at, 0, fact[0], self._format(_Style(wrap=True, muted=True)))
                self._write(sheet, at, 1, fact[1], self._format(_Style(wrap=True, bold=at == 2)))

    def _format(self, style: _Style) -> Any:
        if style not in self._formats:
            properties = {"num_format": style.code, "valign": "top", "text_wrap": style.wrap, "bold": style.bold}
            if style.muted:
                properties["font_color"] = PALETTES["light"].muted
            self._formats[style] = self._book.add_format(properties)
        return self._formats[style]

    def _write(self, sheet: Any, row: int, column: int, value: Any, style: Any) -> None:
        if isinstance(value, str):
            # A longer text would be dropped whole by the format; its beginning is worth more.
            text = value if len(value) <= _MOST_CHARACTERS else value[: _MOST_CHARACTERS - 1] + "…"
            sheet.write_string(row, column, text, style)
        elif (
            value is None
            or value is pd.NA
            or value is pd.NaT
            or (isinstance(value, float) and not math.isfinite(value))
        ):
            return
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value, style)
        elif isinstance(value, dt.datetime):
            sheet.write_datetime(row, column, value)
        else:
            sheet.write_number(row, column, value, style)


def _width(header: str, column: pd.Series, code: str) -> float:
    longest = 9 if code != "General" else max((len(str(value)) for value in column.head(_SAMPLE)), default=0)
    # A long header wraps at its words; the longest of them must fit beside the filter's arrow.
    words = max((len(word) for word in re.split(r"[\s_]", header)), default=0)
    return float(min(_WIDEST, max(longest + 2, words + 4, min(len(header), 16) + 3)))
