"""What was understood of one file: the frame of tasks, and everything a user should know about how it was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from analyzer.inventory.alike import TaskNumbers
from analyzer.inventory.columnmatch import ColumnMatch
from analyzer.inventory.problems import Problem
from analyzer.inventory.questions import Question, find_questions


@dataclass(frozen=True, slots=True)
class FileFormat:
    """How a file is written.

    :param encoding: text encoding, None for a workbook.
    :param delimiter: column delimiter, None for a workbook or a list with one task a line.
    :param sheets: names of the sheets that were read.
    :param header_row: row of the first sheet's header as the spreadsheet shows it, None if there is none.
    """

    encoding: str | None
    delimiter: str | None
    sheets: tuple[str, ...]
    header_row: int | None


@dataclass(frozen=True)
class Inventory:
    """What was understood of one file.

    :param frame: one row a task; columns as the inventory contract names them, then ``file`` and ``sheet``.
    :param file: name of the file.
    :param format: how it is written.
    :param language: "fr" or "en", of its tasks.
    :param message_language: language of the ``issues`` column and, unless asked otherwise, of :meth:`as_check`.
    :param rows: rows of the sheets read, header lines not counted: tasks plus rows named in ``problems``.
    :param columns: source header -> field, for the columns that are used.
    :param matches: every column of the first sheet read, with its confidence.
    :param assumptions: conventions and options that the numbers rest on.
    :param problems: everything found, in the order of the file.
    :param headers: names of all columns of the sheets read.
    :param task_numbers: the frame's tasks in numbers, by which those that are alike are found.
    :param preview: first rows of the first sheet read, as texts.
    :param stored_copy: what may be stored in the place of the file: its cells with personal data masked; None if it was
        not asked for, or if nothing had to be masked, so that the file itself may be stored.
    :param sha256: of the bytes of the file, by which the same file under two names is known.
    """

    frame: pd.DataFrame
    file: str
    format: FileFormat
    language: str
    message_language: str
    rows: int
    columns: dict[str, str]
    matches: tuple[ColumnMatch, ...]
    assumptions: dict[str, float | str]
    problems: list[Problem]
    headers: list[str]
    task_numbers: TaskNumbers
    preview: list[list[str]] = field(default_factory=list)
    stored_copy: bytes | None = None
    sha256: str = ""

    @property
    def tasks_without_time(self) -> int:
        """Tasks whose time per week is unknown."""
        return int(self.frame["minutes_per_week"].isna().sum())

    @property
    def minutes_per_week(self) -> float:
        """Sum of the known times, in minutes per week."""
        return float(self.frame["minutes_per_week"].sum())

    @cached_property
    def questions(self) -> list[Question]:
        """What looks wrong though it could be read, each with a proposed answer; found when first asked for."""
        return find_questions(self.frame, float(self.assumptions["hours_per_day"]), self.task_numbers)

    def as_check(self, language: str | None = None) -> dict[str, Any]:
        """Return what ``analyzer check --json`` prints: plain values, ready for :func:`json.dumps`.

        :param language: of the messages, "en" or "fr"; that of the issues unless given.
        """
        spoken = language or self.message_language
        several = len(self.format.sheets) > 1
        return {
            "file": self.file,
            "format": {
                "encoding": self.format.encoding,
                "delimiter": self.format.delimiter,
                "sheets": list(self.format.sheets),
                "header_row": self.format.header_row,
            },
            "language": self.language,
            "rows": self.rows,
            "tasks": len(self.frame),
            "tasks_without_time": self.tasks_without_time,
            "minutes_per_week": round(self.minutes_per_week, 3),
            "columns": dict(self.columns),
            "assumptions": dict(self.assumptions),
            "problems": [
                {
                    "row": problem.row,
                    "code": problem.code,
                    "message": (f"{problem.sheet} - " if several and problem.sheet else "") + problem.message(spoken),
                }
                for problem in [*self.problems, *(question.as_problem() for question in self.questions)]
            ],
        }
