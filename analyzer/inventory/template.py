"""The template: a workbook to fill in, with choices to pick from, that comes back without a question."""

from __future__ import annotations

import io
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analyzer.i18n import mark, translate

ROWS = 300
"""Rows that are prepared for tasks."""

FREQUENCIES = (
    mark("3 per day"),
    mark("daily"),
    mark("3 per week"),
    mark("2 per week"),
    mark("weekly"),
    mark("every 2 weeks"),
    mark("monthly"),
    mark("quarterly"),
    mark("2 per year"),
    mark("yearly"),
)
DURATIONS = (
    mark("5 min"), mark("10 min"), mark("15 min"), mark("30 min"), mark("45 min"), mark("1 h"), mark("1 h 30"),
    mark("2 h"), mark("3 h"), mark("half a day"), mark("1 day"), mark("2 days"),
)  # fmt: skip
EXAMPLES = (
    (mark("Enter the supplier invoices"), mark("Accountant"), mark("Finance"), 1, 4, 1),
    (mark("Answer customers' questions by e-mail"), mark("Assistant"), mark("Sales"), 1, 5, 2),
)
"""Task, role, team, place of the frequency and of the duration in their lists, people."""


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: its header, the hint that appears in its cells, its width, and what may be picked."""

    header: str
    hint: str
    width: int
    choices: tuple[str, ...] = ()


COLUMNS = (
    _Column(mark("Task"), mark("What is done, with a verb: one task a row."), 52),
    _Column(mark("Role"), mark("The job, not the name of a person."), 24),
    _Column(mark("Team"), mark("The team or department."), 20),
    _Column(mark("Frequency"), mark("Pick one, or write your own: “3 per week”."), 26, FREQUENCIES),
    _Column(mark("Time each time"), mark("Pick one, or write your own: “25 min”."), 20, DURATIONS),
    _Column(mark("Number of people"), mark("How many people do this task in this role."), 20),
    _Column(mark("Notes"), mark("Anything worth knowing; it is not needed."), 40),
)


def template(language: str) -> bytes:
    """Return the template as an XLSX workbook.

    Frequencies and durations are picked from lists, and other words are allowed; a number of people must be one.

    :param language: "en" or "fr".
    """
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        header = book.add_format({"bold": True, "bg_color": "#E8EEF4", "border": 1, "valign": "vcenter"})
        words = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        numbers = book.add_format({"valign": "top"})
        sheet = book.add_worksheet(translate("Tasks", language))
        for place, column in enumerate(COLUMNS):
            _write_column(sheet, place, column, language, (header, words, numbers))
        for row, example in enumerate(EXAMPLES, start=1):
            _write_example(sheet, row, example, language)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, ROWS, len(COLUMNS) - 1)
    return target.getvalue()


def template_name(language: str) -> str:
    """Return the file name under which the template is offered."""
    return translate("task-list-template.xlsx", language)


def _write_column(
    sheet: Worksheet, place: int, column: _Column, language: str, formats: tuple[Format, Format, Format]
) -> None:
    header, words, numbers = formats
    is_number = column.header == "Number of people"
    sheet.set_column(place, place, column.width, numbers if is_number else words)
    sheet.write_string(0, place, translate(column.header, language), header)
    asked = {"input_title": translate(column.header, language)[:32], "input_message": translate(column.hint, language)}
    if column.choices:
        # What is written freely is understood too: the list is an offer.
        choices = [translate(choice, language) for choice in column.choices]
        rule: dict[str, object] = {"validate": "list", "source": choices, "show_error": False}
    elif is_number:
        rule = {
            "validate": "integer", "criteria": ">=", "value": 1, "ignore_blank": True,
            "error_message": translate("A whole number of people, 1 or more.", language),
        }  # fmt: skip
    else:
        rule = {"validate": "any"}
    sheet.data_validation(1, place, ROWS, place, rule | asked)


def _write_example(sheet: Worksheet, row: int, example: tuple[str, str, str, int, int, int], language: str) -> None:
    *texts, often, long, people = example
    cells = [*texts, FREQUENCIES[int(often)], DURATIONS[int(long)]]
    for place, text in enumerate(cells):
        sheet.write_string(row, place, translate(str(text), language))
    sheet.write_number(row, len(cells), int(people))
    sheet.write_string(row, len(cells) + 1, translate("An example: write over it.", language))
