"""Sheets of a workbook: one table each, with a styled header, filters, frozen panes, widths and number formats."""

from __future__ import annotations

import datetime as dt
import math
import re
import textwrap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

import pandas as pd
import xlsxwriter

from analyzer.report.formulas import begins_formula
from analyzer.report.theme import PALETTES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from io import BytesIO
    from types import TracebackType

XLSX_MOST_ROWS = 1_048_575
"""Rows a sheet holds below its header."""
_MOST_CHARACTERS = 32_767
_WIDEST = 44
_SAMPLE = 300
_LABEL, _NUMBERS = 44, (14, 14, 14, 40)
"""Widths of a sheet of facts: what a fact is; its low, central and high value, and its unit."""
_CENTRAL = 2
_A4 = 9
_MARGINS = (0.4, 0.4, 0.45, 0.6)
"""Inches left, right, above and below, where the footer stands."""
_LINE = 15.0
"""Points of a line of text."""
_WIDEST_PAGE = 240.0
"""Characters that are still read on one page: a wider sheet prints on several."""
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")

_NUMBER_FORMATS = (
    (re.compile(r"^(value|burden|certainty|risk|week_factor)$"), "0.00"),
    (re.compile(r"^(adoption|review)$"), "0.0%"),
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
class Cell:
    """A number with a format of its own, in a column of numbers that are not alike."""

    value: float
    code: str

    def __str__(self) -> str:
        return f"{self.value:,.1f}"


@dataclass(frozen=True)
class Quantity:
    """A figure among facts: its central value in a unit, and its range where it has one."""

    central: float
    unit: str
    code: str = "#,##0"
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class _Style:
    """What formats are kept by: the number format, and how the cell looks."""

    code: str = "General"
    bold: bool = False
    wrap: bool = False
    muted: bool = False
    indent: bool = False
    quoted: bool = False
    """Whether the cell's text stays a text when somebody opens it for editing and confirms it."""


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
        self._styles: dict[int, _Style] = {}
        colours = PALETTES["light"]
        header = {
            "bold": True,
            "text_wrap": True,
            "valign": "vcenter",
            "bg_color": colours.surface,
            "font_color": colours.text,
            "bottom": 1,
            "bottom_color": colours.muted,
        }
        self._header = self._book.add_format(header | {"indent": 1})
        self._header_of_numbers = self._book.add_format(header | {"align": "right"})
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
        titles: Mapping[str, str] | None = None,
        formats: Mapping[str, str] | None = None,
        freeze_columns: int = 0,
        printed: int | None = None,
    ) -> None:
        """Add a sheet that holds one frame.

        :param name: name of the sheet; characters that a spreadsheet forbids become spaces, 31 are kept.
        :param frame: its columns decide the number formats by their names in the contract.
        :param titles: words to show for column names.
        :param formats: number formats by column name, for columns that are not of the contract.
        :param freeze_columns: columns that stay in sight when scrolling sideways.
        :param printed: how many of the columns go on paper, the first ones; all of them unless given.
        """
        sheet = self._sheet(name)
        sheet.repeat_rows(0)
        headers = [(titles or {}).get(str(column), str(column)) for column in frame.columns]
        codes = [(formats or {}).get(str(column), number_format(str(column))) for column in frame.columns]
        widths = [
            _width(header, frame.iloc[:, i], code) for i, (header, code) in enumerate(zip(headers, codes, strict=True))
        ]
        for position, width in enumerate(widths):
            sheet.set_column(position, position, width)
        sheet.freeze_panes(1, freeze_columns)
        sheet.set_row(
            0, _LINE * max((math.ceil((len(h) + 3) / w) for h, w in zip(headers, widths, strict=True)), default=1)
        )
        if headers:
            sheet.autofilter(0, 0, len(frame), len(headers) - 1)
        _fit(sheet, widths[:printed])
        if printed is not None and printed < len(widths):
            sheet.print_area(0, 0, len(frame), printed - 1)
        numbers = [_holds_numbers(frame.iloc[:, i], code) for i, code in enumerate(codes)]
        for position, header in enumerate(headers):
            style = self._header_of_numbers if numbers[position] else self._header
            sheet.write_string(0, position, header[:_MOST_CHARACTERS], style)
        styles = [
            self._format(_Style(code, wrap=width >= _WIDEST, indent=not number))
            for code, width, number in zip(codes, widths, numbers, strict=True)
        ]
        wrapped = [(position, width) for position, width in enumerate(widths) if width >= _WIDEST]
        for at, row in enumerate(frame.itertuples(index=False, name=None), start=1):
            # Not every spreadsheet fits a row to the text that it wraps when it opens a file.
            lines = max((_lines(row[position], width) for position, width in wrapped), default=1)
            if lines > 1:
                sheet.set_row(at, _LINE * lines)
            for position, value in enumerate(row):
                self._write(sheet, at, position, value, styles[position])

    def add_facts(
        self, name: str, title: str, facts: Sequence[tuple[str, str | Quantity] | None], heads: Sequence[str] = ()
    ) -> None:
        """Add a sheet of a title and of pairs: what it is, and its value in words or as numbers.

        :param facts: ``None`` leaves a line blank.
        :param heads: what stands over the numbers: the low value, the central and the high one, the unit.
        """
        sheet = self._sheet(name)
        for column, width in enumerate((_LABEL, *_NUMBERS)):
            sheet.set_column(column, column, width)
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, title, self._title)
        for column, head in enumerate(heads, start=1):
            sheet.write_string(1, column, head, self._header if column > len(_NUMBERS) - 1 else self._header_of_numbers)
        label = self._format(_Style(wrap=True, muted=True))
        for at, fact in enumerate(facts, start=2):
            if fact is None:
                continue
            what, value = fact
            if isinstance(value, str):
                # A spreadsheet does not fit the height of a row to cells that were joined.
                sheet.set_row(at, _LINE * max(_lines(value, sum(_NUMBERS)), _lines(what, _LABEL)))
                words = self._format(_Style(wrap=True, indent=True))
                self._write(sheet, at, 0, what, label)
                sheet.merge_range(at, 1, at, len(_NUMBERS), "", words)
                self._write(sheet, at, 1, value, words)
                continue
            self._write(sheet, at, 0, what, label)
            for column, end in enumerate((value.low, value.central, value.high), start=1):
                self._write(sheet, at, column, end, self._format(_Style(value.code, bold=column == _CENTRAL)))
            self._write(sheet, at, len(_NUMBERS), value.unit, self._format(_Style(wrap=True, indent=True)))

    def _sheet(self, name: str) -> Any:
        """Begin a sheet that prints on its side, as many pages long as it is and one wide."""
        sheet = self._book.add_worksheet(_FORBIDDEN_IN_NAMES.sub(" ", name)[:31])
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(*_MARGINS)
        sheet.set_footer("&L&A&R&P / &N")
        return sheet

    def _format(self, style: _Style) -> Any:
        if style not in self._formats:
            properties = {"num_format": style.code, "valign": "top", "text_wrap": style.wrap, "bold": style.bold}
            if style.indent:
                properties |= {"align": "left", "indent": 1}
            if style.muted:
                properties["font_color"] = PALETTES["light"].muted
            if style.quoted:
                properties["quote_prefix"] = True
            self._formats[style] = self._book.add_format(properties)
            self._styles[id(self._formats[style])] = style
        return self._formats[style]

    def _write(self, sheet: Any, row: int, column: int, value: Any, style: Any) -> None:
        if isinstance(value, Cell):
            self._write(sheet, row, column, value.value, self._format(_Style(value.code)))
        elif isinstance(value, str):
            # A longer text would be dropped whole by the format; its beginning is worth more.
            text = value if len(value) <= _MOST_CHARACTERS else value[: _MOST_CHARACTERS - 1] + "…"
            if begins_formula(text):
                style = self._format(replace(self._styles[id(style)], quoted=True))
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


def _fit(sheet: Any, widths: Sequence[float]) -> None:
    """Let a sheet that is too wide for one page print on several side by side, its first column on each."""
    if sum(widths) > _WIDEST_PAGE:
        sheet.fit_to_pages(math.ceil(sum(widths) / _WIDEST_PAGE), 0)
        sheet.repeat_columns(0)


def _holds_numbers(column: pd.Series, code: str) -> bool:
    return code != "General" or pd.api.types.is_numeric_dtype(column) or isinstance(next(iter(column), None), Cell)


def _lines(value: object, width: float) -> int:
    """Return how many lines a text takes in a column, a few characters short of its width for the margins of a cell."""
    return max(1, len(textwrap.wrap(value, int(width) - 2))) if isinstance(value, str) else 1


def _width(header: str, column: pd.Series, code: str) -> float:
    longest = 9 if code != "General" else max((len(str(value)) for value in column.head(_SAMPLE)), default=0)
    # A long header wraps at its words; the longest of them must fit beside the filter's arrow.
    words = max((len(word) for word in re.split(r"[\s_]", header)), default=0)
    least = 0 if code != "General" else min(len(header), 16) + 3
    return float(min(_WIDEST, max(longest + 3, words + 3, least)))
