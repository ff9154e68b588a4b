"""One row of a sheet into its tasks: one, or several where it names several roles or its cell lists several tasks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analyzer.inventory.cells import cell_at
from analyzer.inventory.columnmatch import ColumnMatch, columns_of
from analyzer.inventory.frequencies import FrequencyReading
from analyzer.inventory.grids import Cell, as_text
from analyzer.inventory.rolecolumns import Part, RoleColumns
from analyzer.inventory.rolecounts import everybody, people_in_role, people_named, person_in_role
from analyzer.inventory.sections import with_rate
from analyzer.inventory.severaltasks import split_time, tasks_in
from analyzer.inventory.tasktexts import TaskTexts, with_headcount
from analyzer.inventory.timenotes import Note
from analyzer.inventory.timereading import TimeReading
from analyzer.inventory.times import TimeReader

_BULLET = re.compile(r"^[-*•–—·▪]\s+")


@dataclass(slots=True)
class TaskRow:
    """One task as it stands in the file.

    :param row: row as the spreadsheet shows it.
    :param time: what its cells say about time.
    """

    row: int
    task: str
    role: str | None
    team: str | None
    person: str | None
    notes: str | None
    time: TimeReading
    notes_on_reading: tuple[Note, ...] = ()


class Texts:
    """Takes the texts of a row from their columns."""

    def __init__(self, matches: Sequence[ColumnMatch]) -> None:
        self._places = {
            name: [match.position for match in columns_of(matches, name)]
            for name in ("task", "role", "team", "person", "notes")
        }

    def task(self, row: Sequence[Cell]) -> str:
        """Return the task without its bullet."""
        return _BULLET.sub("", self.cell(row))

    def cell(self, row: Sequence[Cell]) -> str:
        """Return the task as the cell has it, with its bullet."""
        return self._joined(row, "task") or ""

    def row(self, number: int, row: Sequence[Cell], time: TimeReading) -> TaskRow:
        """Return what the cells of a row say, its time known."""
        role, team, person, notes = (self._joined(row, name) for name in ("role", "team", "person", "notes"))
        return TaskRow(number, self.task(row), role, team, person, notes, time)

    def _joined(self, row: Sequence[Cell], name: str) -> str | None:
        places = self._places[name]
        if len(places) == 1:  # nearly always
            place = places[0]
            return (as_text(row[place]) or None) if place < len(row) else None
        texts = [as_text(row[place]) for place in places if place < len(row) and row[place] != ""]
        return (" " if name == "person" else " - ").join(texts) or None


class RowReader:
    """Reads the task rows of one table.

    :param texts: takes the texts of a row.
    :param reader: reads its time.
    :param across: reads the columns headed by roles, if there are any.
    :param lines: text of a cell -> its lines, for cells of several lines.
    :param width: columns of the table.
    :param first: its first task rows.
    :param split: whether a cell that lists several tasks is read as one task each.
    :ivar rates: heading between the tasks -> how often those below it are done.
    :ivar whose: what other headings stand for: "team", "role" or "person".
    :ivar in_text: parts tasks from times that stand in their text; None where columns tell them.
    """

    def __init__(
        self,
        texts: Texts,
        reader: TimeReader,
        across: RoleColumns | None,
        lines: Mapping[str, Sequence[str]],
        width: int,
        first: Sequence[Sequence[Cell]],
        *,
        split: bool,
    ) -> None:
        self._texts, self._reader, self._across, self._lines = texts, reader, across, lines
        self._width, self._split = width, split
        self._bulleted = 2 * sum(_BULLET.match(texts.cell(row)) is not None for row in first) > len(first)
        self.in_text: TaskTexts | None = None
        self.rates: Mapping[str, FrequencyReading] = {}
        self.whose = "team"

    def tasks(self, number: int, row: Sequence[Cell], heading: str | None, rejoined: str | None) -> list[TaskRow]:
        """Return the tasks of one row.

        :param number: row as the spreadsheet shows it.
        :param heading: the heading above it that says whose it is, or how often it is done.
        :param rejoined: a number in it that its comma had cut in two.
        """
        task = self._texts.row(number, row, self._reader.read(row))
        if task.role is not None and (named := person_in_role(task.role)) is not None:
            task.role = named[0]
            task.person = task.person or named[1]
        if task.role is not None and (counted := people_in_role(task.role)) is not None:
            _count_people(task, counted, row, self._reader)
        if task.person is not None and everybody(task.person):
            task.person = None
        rate = self.rates.get(heading or "")
        if rate is None and getattr(task, self.whose) is None:
            setattr(task, self.whose, heading)
        if self.in_text is not None and (parted := self.in_text.parted(task.task)):
            task.task, time, words = parted
            task.time = with_headcount(time, task.time.headcount)
            task.notes_on_reading += (("time_from_text", {"text": words}),)
        if rate is not None:
            task.time = with_rate(task.time, rate, str(heading))
        elif self.in_text is not None:
            task.time = self.in_text.often(task.task, task.time)
        listed = self._listed(self._texts.cell(row))
        if listed and not self._split:
            task.notes_on_reading += (("several_tasks", {"text": task.task}),)
        tasks = _of_roles(task, self._across.of_row(row)) if self._across else [_with_notes(task, task.time.notes)]
        others = _extra_cells(row, self._width) if len(row) > self._width else ()
        others += (("comma_rejoined", {"text": rejoined}),) if rejoined is not None else ()
        for one in tasks if others else ():
            one.notes_on_reading += others
        return [part for one in tasks for part in _split(one, listed)] if listed and self._split else tasks

    def _listed(self, cell: str) -> list[str]:
        """Return the tasks that the cell of one task lists, [] if it is one.

        Where most cells begin with a bullet, a single line with one is a task.
        """
        lines = self._lines.get(cell, ())
        return tasks_in(cell, lines) if lines or not self._bulleted else []


def _with_notes(task: TaskRow, notes: tuple[Note, ...]) -> TaskRow:
    task.notes_on_reading += notes
    return task


def _of_roles(task: TaskRow, parts: Sequence[Part]) -> list[TaskRow]:
    """Return one task for each role that its row names; the task as it is where it names none."""
    found = []
    for name, is_person, time, notes in parts:
        one = replace(task, time=time, notes_on_reading=task.notes_on_reading + notes + time.notes)
        one.role, one.person = (task.role, name) if is_person else (name, task.person)
        found.append(one)
    return found or [_with_notes(task, task.time.notes)]


def _split(task: TaskRow, listed: Sequence[str]) -> list[TaskRow]:
    """Return one task for each that its cell lists, the time of the row shared evenly."""
    time = split_time(task.time, len(listed))
    told = time.minutes_per_week is not None or time.minutes_per_occurrence is not None
    notes = task.notes_on_reading + ((("time_split", {"count": len(listed)}),) if told else ())
    return [replace(task, task=text, time=time, notes_on_reading=notes) for text in dict.fromkeys(listed)]


def _count_people(task: TaskRow, counted: tuple[str, float], row: Sequence[Cell], reader: TimeReader) -> None:
    """Take the number that stands beside a role for its people, and tell it; a column of its own has the last word.

    A row that names some of them is theirs: its time counts once for each person named.
    """
    role, people = counted
    if cell_at(row, reader.columns.headcount) == "":
        named = min(people_named(task.person) or people, people) if task.person is not None else people
        task.time = reader.read(row, named)
        facts: dict[str, object] = {"text": task.role, "role": role, "count": people}
        if named < people:
            task.notes_on_reading += (("headcount_by_name", {**facts, "named": named}),)
        else:
            task.notes_on_reading += (("headcount_from_role", facts),)
        task.role = role
    elif task.time.headcount == people:
        task.role = role
    else:
        task.notes_on_reading += (("headcount_disagrees", {"text": task.role}),)


def _extra_cells(row: Sequence[Cell], columns: int) -> tuple[Note, ...]:
    """Return what is to be said of values right of the last column: an unquoted comma, or a forgotten cell."""
    extra = [as_text(cell) for cell in row[columns:] if cell != ""]
    return (("extra_cells", {"text": " ".join(extra)}),) if extra else ()
