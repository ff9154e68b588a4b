"""What a user may say about a file: corrections of what was understood, and what a day of work means."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from analyzer.errors import UsageError
from analyzer.i18n import mark
from analyzer.inventory.fields import FIELDS, IGNORE
from analyzer.inventory.worktime import PER_WEEK, WorkTime

DURATION_UNITS = ("auto", "minutes", "hours", "days")
PERSONAL_DATA = ("mask", "keep")


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """A user's corrections of how a file is read. What is left at None or "auto" is found from the file.

    :param columns: source header -> field of :data:`~analyzer.inventory.FIELDS`, or "ignore"; headers that are not
        named here are still found by themselves.
    :param sheets: names of the sheets to read, hidden ones included.
    :param header_row: row of the header as the spreadsheet shows it, from 1; 0 if there is none.
    :param encoding: Python's name of the text encoding ("cp1252").
    :param delimiter: one character between the columns of a text file.
    :param hours_per_day: hours in one "day" of work, above 0 and up to 24.
    :param hours_per_half_day: hours in one "half-day"; half of ``hours_per_day`` if None.
    :param duration_unit: unit of durations that have none: "minutes", "hours", "days", or "auto".
    :param number_period: period of frequencies that are a number without one: "day", "week", "month", "year" ….
    :param use_hidden: whether hidden rows and columns of a sheet are read like the others.
    :param split_cells: whether a cell that lists several tasks is read as one task each, its time shared evenly.
    :param any_list: whether a file that is plainly no list of tasks is read all the same.
    :param team: team of the tasks for which the file names none, as its name may say it.
    :param personal_data: "mask" puts labels in the place of names, addresses and numbers of persons in the texts;
        "keep" leaves them, on the user's word.
    :raises UsageError: if a value cannot be used; the sentence says which.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] | None = None
    header_row: int | None = None
    encoding: str | None = None
    delimiter: str | None = None
    hours_per_day: float = 7.0
    hours_per_half_day: float | None = None
    duration_unit: str = "auto"
    number_period: str = "week"
    use_hidden: bool = True
    split_cells: bool = False
    any_list: bool = False
    team: str | None = None
    personal_data: str = "mask"

    def __post_init__(self) -> None:
        for header, name in self.columns.items():
            if name != IGNORE and name not in FIELDS:
                raise UsageError(
                    mark("“{field}” is no field for the column “{header}”: choose one of {choices}."),
                    field=name,
                    header=header,
                    choices=", ".join([*FIELDS, IGNORE]),
                )
        if not 0 < self.hours_per_day <= 24 or not 0 < self.work_time.hours_per_half_day <= 24:
            raise UsageError(mark("A working day has more than 0 and at most 24 hours: change the hours per day."))
        if self.delimiter is not None and (len(self.delimiter) != 1 or self.delimiter in '"\r\n'):
            raise UsageError(mark("A delimiter is one character, such as ; or a tab: change the delimiter."))
        if self.duration_unit not in DURATION_UNITS:
            raise UsageError(
                mark("“{value}” is no unit of time here: choose one of {choices}."),
                value=self.duration_unit,
                choices=", ".join(DURATION_UNITS),
            )
        if self.number_period not in PER_WEEK:
            raise UsageError(
                mark("“{value}” is no period here: choose one of {choices}."),
                value=self.number_period,
                choices=", ".join(PER_WEEK),
            )
        if self.personal_data not in PERSONAL_DATA:
            raise UsageError(
                mark("“{value}” is no way to treat personal data: choose one of {choices}."),
                value=self.personal_data,
                choices=", ".join(PERSONAL_DATA),
            )
        if self.header_row is not None and self.header_row < 0:
            raise UsageError(mark("Rows are counted from 1: change the header row (0 means that there is no header)."))

    @property
    def work_time(self) -> WorkTime:
        """What a day and a half-day are."""
        half = self.hours_per_day / 2 if self.hours_per_half_day is None else self.hours_per_half_day
        return WorkTime(self.hours_per_day, half)

    def to_json(self) -> str:
        """Return the options as JSON text; :meth:`from_json` reads it back to an equal object."""
        return json.dumps(asdict(self) | {"columns": dict(self.columns)}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> ReadingOptions:
        """Return the options that :meth:`to_json` wrote; names it does not know are left aside.

        :raises UsageError: if the text is no such JSON or a value cannot be used.
        """
        try:
            stored: Any = json.loads(text)
        except ValueError:
            stored = None
        if not isinstance(stored, dict):
            raise UsageError(mark("These reading options are not JSON: choose them again."))
        known = {name.name for name in fields(cls)}
        values = {name: value for name, value in stored.items() if name in known}
        if values.get("sheets") is not None:
            values["sheets"] = tuple(values["sheets"])
        try:
            return cls(**values)
        except (TypeError, AttributeError):
            raise UsageError(mark("These reading options cannot be read: choose them again.")) from None
