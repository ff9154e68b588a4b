"""Times that stand in the text of a task, "Relancer les clients : 30 min par jour", where no column tells them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analyzer.inventory.columnmatch import ColumnMatch
from analyzer.inventory.durations import read_duration
from analyzer.inventory.frequencies import read_frequency
from analyzer.inventory.options import ReadingOptions
from analyzer.inventory.sentences import UNREAD
from analyzer.inventory.text import LONGEST_TEXT
from analyzer.inventory.timecolumns import TimeColumns
from analyzer.inventory.timenotes import Note, spoken_rate
from analyzer.inventory.timereading import TimeReading
from analyzer.inventory.times import TimeReader

_ENDS = (
    re.compile(r"^(?P<task>.{3,}?)\s*[(\[](?P<time>[^()\[\]]{1,60})[)\]]\s*\.?$"),
    re.compile(r"^(?P<task>.{3,}?)\s*(?::|→|->|=>)\s*(?P<time>[^:→]{1,60})$"),
    re.compile(r"^(?P<task>.{3,}?)\s+[-–—|]\s+(?P<time>.{1,60})$"),
    re.compile(r"^(?P<task>.{3,}?),\s*(?P<time>.{1,60})$"),
)
"""Where a time may stand at the end of a text, the surer places first."""

_UNPARTED = re.compile(
    r"^(?P<task>.{3,}?)\s+(?P<time>(?:\d+ ?(?:x|fois)\b|\d+ ?/|quotid|hebd|mensu|trimest|tous les|toutes les|chaque"
    r"|daily|weekly|monthly|quarterly|every|each|once|twice).{1,60})$",
    re.IGNORECASE,
)
"""A time that nothing parts from the task, "Order stock weekly 2h": only where it says how often and how long."""

_SAYS_TIME = re.compile(
    r"\d|quotid|journ|hebd|mensu|trimest|annuel|semest|daily|weekly|monthly|quarterly|yearly|every|each|chaque|tous les"
    r"|toutes les|twice|once|fortnight",
    re.IGNORECASE,
)


class TaskTexts:
    """Parts the texts of a table into tasks and times.

    :param options: the user's corrections and the length of a day.
    :param language: "fr" or "en".
    """

    def __init__(self, options: ReadingOptions, language: str) -> None:
        self._options, self._language = options, language
        column = ColumnMatch(0, "", "occurrences_per_week", 1.0)
        frequency = TimeColumns([column], None, None, None, None)
        self._reader = TimeReader(frequency, options, language)

    def parted(self, text: str) -> tuple[str, TimeReading, str] | None:
        """Return the task without its time, the time, and the words it stood in; None if no time is said.

        Words at the end that are no time are left where they are.
        """
        if len(text) > LONGEST_TEXT or _SAYS_TIME.search(text) is None:
            return None
        for pattern in _ENDS:
            match = pattern.match(text)
            if match is None or _SAYS_TIME.search(match["time"]) is None:
                continue
            words = match["time"].strip(" .;")
            # A number alone is no time: "Formulaire 2042", "Salle B, 12".
            reading = None if re.fullmatch(r"[\d\s.,/-]+", words) else self._read(words)
            if reading is not None:
                return match["task"].rstrip(" :,-–—"), reading, words
        match = _UNPARTED.match(text)
        reading = self._read(match["time"]) if match else None
        whole = reading is not None and None not in (reading.occurrences_per_week, reading.minutes_per_occurrence)
        return (match["task"], reading, match["time"]) if match and reading and whole else None

    def often(self, task: str, time: TimeReading) -> TimeReading:
        """Return a time of which only how long is said, with how often the task itself says it: "Réunion hebdomadaire".

        That is told: "monthly report" may be worked on every week.
        """
        if time.minutes_per_occurrence is None or time.occurrences_per_week is not None or len(task) > LONGEST_TEXT:
            return time
        reading = read_frequency(task, self._options.work_time, self._language) if _SAYS_TIME.search(task) else None
        if reading is None or reading.status != "read" or not reading.middle:
            return time
        period, count = spoken_rate(reading.middle)
        told: tuple[Note, ...] = ((f"frequency_read_as_{period}", {"text": task, "count": count}),)
        return replace(time, occurrences_per_week=reading.middle, notes=time.notes + told)

    def _read(self, words: str) -> TimeReading | None:
        reading = self._with_days(self._reader.read([words]), words)
        unread = any(code.endswith(UNREAD) for code, _ in reading.notes)
        known = (reading.occurrences_per_week, reading.minutes_per_occurrence, reading.minutes_per_week)
        doubtful = any("_read_as" in code for code, _ in reading.notes)
        return None if unread or doubtful or all(value is None for value in known) else reading

    def _with_days(self, reading: TimeReading, words: str) -> TimeReading:
        """Return a reading with "1 day a quarter" as a day each quarter; "2 days a week" may be when, not how long."""
        if reading.minutes_per_occurrence is not None or reading.minutes_per_week is not None:
            return reading
        days = read_duration(words, self._options.work_time)
        if days.status != "read" or days.doubtful or days.middle is None or (days.per_week or 1.0) >= 1.0:
            return reading
        return replace(reading, occurrences_per_week=days.per_week, minutes_per_occurrence=days.middle, notes=())


def with_headcount(reading: TimeReading, headcount: float) -> TimeReading:
    """Return a time of one person as that of several."""
    weekly = None if reading.minutes_per_week is None else reading.minutes_per_week * headcount
    return replace(reading, headcount=headcount, minutes_per_week=weekly)


def tells_no_time(columns: TimeColumns, rows: Sequence[object]) -> bool:
    """Say whether no column of a table tells how often or how long."""
    return bool(rows) and not columns.frequency and not any((columns.volume, columns.duration, columns.weekly))
