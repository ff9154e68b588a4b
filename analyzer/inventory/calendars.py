"""Calendar exports: the events of one subject are one task, done as often as it stands in the calendar.

Outlook, Google and others write a row an event, with its subject, when it begins and when it ends. The first row of
each subject becomes the task, with how often a week and how long on average; its further rows are named as such.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analyzer.inventory.fields import plain
from analyzer.inventory.grids import Cell, Grid, as_text
from analyzer.inventory.problems import Problem
from analyzer.inventory.text import fold, word_set

_HEADER_ROWS = 12
_FEWEST_EVENTS = 2
_MOSTLY = 0.8
"""Share of rows whose beginning and end must be read; judgement."""

_LONGEST = 24 * 60.0
"""Minutes of an event up to which it is work at a time, and no week off."""

_SUBJECT = frozenset({"subject", "objet", "summary", "title", "titre", "event", "evenement", "event name", "sujet"})
_BEGINS = frozenset({"start date", "date de debut", "start", "debut", "dtstart", "begin", "starts", "date debut"})
_BEGINS_AT = frozenset({"start time", "heure de debut", "heure debut", "begin time"})
_ENDS = frozenset({"end date", "date de fin", "end", "fin", "dtend", "ends", "date fin"})
_ENDS_AT = frozenset({"end time", "heure de fin", "heure fin"})
_ALL_DAY = frozenset({"all day event", "all day", "journee entiere", "toute la journee", "evenement d une journee"})
_YES = word_set("true vrai yes oui 1 x on")

_HEADERS = {
    "en": ("Subject", "Occurrences per week", "Minutes each time"),
    "fr": ("Objet", "Nombre de fois par semaine", "Durée (min)"),
}
_FRENCH = frozenset({"objet", "titre", "evenement", "sujet"})

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b")
_TIME = re.compile(
    r"(?:(?<=t)|\b)(\d{1,2}):?[h:]?(\d{2})(?::?\d{2}(?:\.\d+)?)?z?\s*(am|pm)?\b|\b(\d{1,2})\s*(am|pm|h)\b"
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Places of the columns of a calendar; None for one that it has not."""

    subject: int
    begins: int
    begins_at: int | None
    ends: int | None
    ends_at: int | None
    all_day: int | None


def counted_events(grid: Grid) -> tuple[Grid, Problem] | None:
    """Return the grid of a calendar with a task a subject, and what is to be said of it; None if it is no calendar.

    Rows keep their numbers; those of further events of a subject are in :attr:`Grid.again`. An event of whole days
    counts as often as it stands there, its time unknown.
    """
    found = next(
        ((index, columns) for index, row in enumerate(grid.rows[:_HEADER_ROWS]) if (columns := _columns(row))), None
    )
    if found is None:
        return None
    index, columns = found
    body = grid.rows[index + 1 :]
    events = _events(body, columns)
    timed = [event for event in events if event is not None]
    if len(timed) < max(_FEWEST_EVENTS, _MOSTLY * sum(any(cell != "" for cell in row) for row in body)):
        return None
    days = [begin for begin, _ in timed]
    weeks = (_monday(max(days)) - _monday(min(days))).days // 7 + 1
    minutes: dict[str, list[float | None]] = {}
    first: dict[str, int] = {}
    for place, event in enumerate(events):
        if event is not None:
            subject = fold(_text(body[place], columns.subject))
            first.setdefault(subject, place)
            minutes.setdefault(subject, []).append(event[1])
    header = _HEADERS["fr" if plain(_text(grid.rows[index], columns.subject)) in _FRENCH else "en"]
    rows: list[list[Cell]] = [*grid.rows[:index], list(header)]
    for place, row in enumerate(body):
        subject = fold(_text(row, columns.subject))
        task: list[Cell] = [_text(row, columns.subject)]
        if first.get(subject) == place:
            known = [one for one in minutes[subject] if one is not None]
            often = round(len(minutes[subject]) / weeks, 4)
            task += [often, round(sum(known) / len(known), 1) if known else ""]
        rows.append(task if any(cell != "" for cell in row) else [])
    again = frozenset(
        index + 1 + place
        for place, event in enumerate(events)
        if event is not None and first[fold(_text(body[place], columns.subject))] != place
    )
    facts = {"count": len(timed), "subjects": len(first), "weeks": weeks}
    counted = replace(grid, rows=rows, again=again, merged=[], hidden_columns=frozenset(), lines={})
    return counted, Problem("events_counted", sheet=grid.sheet, facts=facts)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _columns(row: Sequence[Cell]) -> _Columns | None:
    """Return the columns that a header of a calendar names: a subject, and a beginning and an end with their times."""
    names = [plain(as_text(cell)) if isinstance(cell, str) else "" for cell in row]

    def place_of(known: frozenset[str]) -> int | None:
        return next((place for place, name in enumerate(names) if name in known), None)

    subject, begins, ends = place_of(_SUBJECT), place_of(_BEGINS), place_of(_ENDS)
    begins_at, ends_at = place_of(_BEGINS_AT), place_of(_ENDS_AT)
    if subject is None or begins is None or (ends is None and ends_at is None):
        return None
    return _Columns(subject, begins, begins_at, ends, ends_at, place_of(_ALL_DAY))


def _events(rows: Sequence[Sequence[Cell]], columns: _Columns) -> list[tuple[dt.date, float | None] | None]:
    """Return day and minutes of the event in each row; None for a row that is none, minutes None for whole days."""
    month_first = _month_first([_text(row, columns.begins) for row in rows])
    events: list[tuple[dt.date, float | None] | None] = []
    for row in rows:
        begin = _moment(row, columns.begins, columns.begins_at, month_first)
        end = _moment(row, columns.begins if columns.ends is None else columns.ends, columns.ends_at, month_first)
        if begin is None or end is None or not _text(row, columns.subject):
            events.append(None)
            continue
        whole = columns.all_day is not None and fold(_text(row, columns.all_day)) in _YES
        (day, minute), (last, until) = begin, end
        timed = not whole and minute is not None and until is not None
        lasts = (last - day).days * _LONGEST + (until or 0.0) - (minute or 0.0) if timed else None
        told = whole or columns.all_day is not None or lasts is not None
        events.append((day, lasts if lasts is not None and 0 < lasts <= _LONGEST else None) if told else None)
    return events


def _month_first(dates: Sequence[str]) -> bool:
    """Say whether dates are written with the month first, as in America: one of them cannot be read otherwise."""
    found = [match for text in dates if (match := _DATE.match(text))]
    return any(int(match[2]) > 12 for match in found) and not any(int(match[1]) > 12 for match in found)


def _moment(row: Sequence[Cell], day: int, at: int | None, month_first: bool) -> tuple[dt.date, float | None] | None:
    """Return the day and the minute of the day that a row names; None if it names no day."""
    cell = row[day] if day < len(row) else ""
    hour = row[at] if at is not None and at < len(row) else ""
    if isinstance(cell, dt.datetime):
        in_cell = (cell.hour * 60.0 + cell.minute) or None  # a spreadsheet's date is one of midnight
        return cell.date(), _minute(hour) if hour != "" else in_cell if at is None else None
    if isinstance(cell, dt.date):
        return cell, _minute(hour)
    text = as_text(cell)
    if iso := _ISO.match(text):
        parts, rest = (int(iso[1]), int(iso[2]), int(iso[3])), text[iso.end() :]
    elif date := _DATE.match(text):
        one, other, year = int(date[1]), int(date[2]), int(date[3])
        month, number = (one, other) if month_first else (other, one)
        parts, rest = (year + 2000 if year < 100 else year, month, number), text[date.end() :]
    else:
        return None
    try:
        return dt.date(*parts), _minute(hour if hour != "" else rest)
    except ValueError:
        return None


def _minute(cell: Cell) -> float | None:
    """Return the minute of the day that a cell names, None if none."""
    if isinstance(cell, dt.datetime | dt.time):
        return cell.hour * 60.0 + cell.minute
    if isinstance(cell, dt.timedelta):
        return cell.total_seconds() / 60
    match = _TIME.search(fold(as_text(cell)))
    if match is None:
        return None
    hours, minutes = int(match[1] or match[4]), int(match[2] or 0)
    half = match[3] or match[5]
    hours = hours % 12 + (12 if half == "pm" else 0) if half in ("am", "pm") else hours
    return hours * 60.0 + minutes


def _text(row: Sequence[Cell], place: int) -> str:
    return as_text(row[place]) if place < len(row) else ""
