"""Tables that were read into one inventory: the frame, the problems in the order of the file, and the facts beside."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analyzer.i18n import LANGUAGES
from analyzer.inventory.alike import task_numbers
from analyzer.inventory.columnmatch import ColumnMatch
from analyzer.inventory.completion import COLUMNS, weekly_minutes
from analyzer.inventory.deadline import check_time
from analyzer.inventory.fields import IGNORE
from analyzer.inventory.grids import Source, as_text
from analyzer.inventory.inventory import FileFormat, Inventory
from analyzer.inventory.language import row_languages
from analyzer.inventory.options import ReadingOptions
from analyzer.inventory.problems import Problem, issue_words
from analyzer.inventory.sentences import CONVENTION_SENTENCES
from analyzer.inventory.table import Table
from analyzer.inventory.taskrows import TaskRow
from analyzer.inventory.timenotes import Note
from analyzer.inventory.valueproblems import ValueProblems, explained
from analyzer.inventory.worktime import (
    DAYS_PER_WEEK,
    MINUTES_PER_WEEK_LIMIT,
    PER_WEEK,
    WEEKS_PER_QUARTER,
    WEEKS_PER_YEAR,
)

PREVIEW_ROWS = 12
_ROWS_AT_ONCE = 10_000
_TOLD_FOR_ALL = {
    "time_missing": "time_columns_missing",
    "frequency_missing": "frequency_column_missing",
    "duration_missing": "duration_column_missing",
}
"""What need not be told row by row where a whole column is missing."""


def assemble(
    source: Source,
    tables: list[Table],
    problems: list[Problem],
    *,
    options: ReadingOptions,
    name: str,
    language: str | None,
) -> Inventory:
    """Return the inventory of the tables of one file.

    :param source: the file taken apart.
    :param tables: its tables, rows read.
    :param problems: what was found before the tables were read.
    :param options: the options they were read with.
    :param name: file name.
    :param language: of the ``issues`` column, or None for that of the tasks.
    """
    tasks = [task for table in tables for task in table.tasks]
    content_language = _language(tables)
    spoken = language or content_language
    frame = _frame(tasks, [table.grid.sheet for table in tables for _ in table.tasks], content_language, name)
    stated = _floats(task.time.minutes_per_week for task in tasks)
    frame["minutes_per_week"] = weekly_minutes(frame, stated)
    notes = [task.notes_on_reading for task in tasks]
    tasks.clear()  # the frame holds them now: a list of a million rows need not be held twice
    for table in tables:
        table.tasks.clear()
    numbers = task_numbers(frame["task"])
    of_rows, issues = _row_problems(frame, ValueProblems(frame, stated, numbers), notes, spoken)
    frame["issues"] = issues
    first = tables[0]
    sheets = [table.grid.sheet for table in tables]
    matches = [match for table in tables for match in table.matches]
    return Inventory(
        frame=frame,
        file=name,
        format=FileFormat(
            encoding=source.encoding,
            delimiter=source.delimiter,
            sheets=tuple(sheet for sheet in sheets if sheet is not None),
            header_row=first.header.index + first.grid.first_row if first.header.index >= 0 else None,
        ),
        language=content_language,
        message_language=spoken,
        rows=sum(table.rows for table in tables),
        columns=_columns(matches),
        matches=tuple(first.matches),
        assumptions=_assumptions(options),
        problems=_in_order(problems, tables, of_rows),
        headers=list(dict.fromkeys(match.header for match in matches)),
        task_numbers=numbers,
        preview=[[as_text(cell) for cell in row] for row in first.grid.rows[:PREVIEW_ROWS]],
    )


def _language(tables: list[Table]) -> str:
    """Return the language of the sheets, that of most tasks where they differ."""
    tasks = {
        language: sum(len(table.tasks) for table in tables if table.language == language) for language in LANGUAGES
    }
    return max(LANGUAGES, key=lambda language: tasks[language])


def _frame(tasks: list[TaskRow], sheets: list[str | None], language: str, name: str) -> pd.DataFrame:
    """Return the frame without its times per week and issues."""
    texts = {
        column: pd.array([getattr(task, column) for task in tasks], dtype="str")
        for column in ("task", "role", "team", "person", "notes")
    }
    return pd.DataFrame(
        {
            **texts,
            "row": np.array([task.row for task in tasks], dtype="int64"),
            "occurrences_per_week": _floats(task.time.occurrences_per_week for task in tasks),
            "minutes_per_occurrence": _floats(task.time.minutes_per_occurrence for task in tasks),
            "headcount": _floats(task.time.headcount for task in tasks),
            "minutes_per_week": np.nan,
            "language": row_languages([task.task for task in tasks], language),
            "issues": "",
            "file": name,
            "sheet": pd.array(sheets, dtype="str"),
        },
        columns=list(COLUMNS),
    )


def _row_problems(
    frame: pd.DataFrame, of_values: ValueProblems, notes: list[tuple[Note, ...]], language: str
) -> tuple[list[Problem], pd.Series]:
    """Return the problems of the tasks row by row, of their values and then of how their cells were read, and the
    ``issues`` column: the same in words, without stated conventions, where nothing is to be mended.
    """
    problems: list[Problem] = []
    parts: list[pd.Series] = []
    for start in range(0, len(frame), _ROWS_AT_ONCE):
        check_time(start / len(frame))
        part = frame.iloc[start : start + _ROWS_AT_ONCE]
        places = zip(part["row"].tolist(), part["sheet"].astype(object).where(part["sheet"].notna(), None), strict=True)
        issues = []
        for index, (row, sheet) in enumerate(places, start):
            found = of_values.at(index)
            if notes[index]:
                readings = [Problem(code, row, sheet, facts) for code, facts in notes[index]]
                found = explained(found, readings) + readings
            problems += found
            words = issue_words((one for one in found if one.code not in CONVENTION_SENTENCES), language)
            issues.append(words if found else "")
        parts.append(pd.Series(issues, dtype="str"))
    return problems, pd.concat(parts, ignore_index=True)


def _in_order(problems: list[Problem], tables: list[Table], of_rows: list[Problem]) -> list[Problem]:
    """Return all problems: those of the file, then those of each sheet's columns, then row by row."""
    of_tables = [problem for table in tables for problem in table.problems]
    told = {(problem.code, problem.sheet) for problem in of_tables if problem.row is None}
    shown = [problem for problem in of_rows if (_TOLD_FOR_ALL.get(problem.code), problem.sheet) not in told]
    found = [*problems, *of_tables, *shown]
    sheets = {table.grid.sheet: place for place, table in enumerate(tables)}
    count = len(found)
    # Numbers for keys: as many tuples would weigh more than the problems.
    row = np.fromiter((-1 if one.row is None else one.row for one in found), dtype="int64", count=count)
    sheet = np.fromiter((sheets.get(one.sheet, -1) for one in found), dtype="int32", count=count)
    return [found[place] for place in np.lexsort((row, sheet, row >= 0)).tolist()]


def _columns(matches: Iterable[ColumnMatch]) -> dict[str, str]:
    """Return source header -> field; where sheets differ, the first one that uses the header counts."""
    columns: dict[str, str] = {}
    for match in matches:
        if match.field != IGNORE:
            columns.setdefault(match.header, match.field)
    return columns


def _assumptions(options: ReadingOptions) -> dict[str, float | str]:
    return {
        "hours_per_day": options.work_time.hours_per_day,
        "hours_per_half_day": options.work_time.hours_per_half_day,
        "days_per_week": DAYS_PER_WEEK,
        "weeks_per_month": round(1 / PER_WEEK["month"], 4),
        "weeks_per_quarter": WEEKS_PER_QUARTER,
        "weeks_per_year": WEEKS_PER_YEAR,
        "minutes_per_week_limit": MINUTES_PER_WEEK_LIMIT,
        "duration_unit": options.duration_unit,
        "number_period": options.number_period,
        "personal_data": options.personal_data,
    }


def _floats(values: Iterable[float | None]) -> np.ndarray:
    return np.array([np.nan if value is None else value for value in values], dtype=float)
