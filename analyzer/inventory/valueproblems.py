"""What is wrong with the values of a task: found for a whole frame at once, told row by row."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from analyzer.inventory.alike import TaskNumbers
from analyzer.inventory.columnwise import codes_of, numbered, one_by_one
from analyzer.inventory.facts import NO_FACTS, OneFact
from analyzer.inventory.problems import Problem
from analyzer.inventory.text import fold
from analyzer.inventory.worktime import MINUTES_PER_WEEK_LIMIT

_TASK_CODES = ("", "task_missing", "task_without_words")
_TIME_CODES = ("", "not_positive", "week_exceeded", "time_missing", "frequency_missing", "duration_missing")


class ValueProblems:
    """The problems that follow from the values of a frame, in numbers until they are asked for: a list of a million
    rows may have as many.

    :param frame: inventory frame whose ``minutes_per_week`` is worked out.
    :param stated: time per week for the whole role that was stated as such, float array as long, NaN if none.
    :param tasks: the frame's tasks in numbers.
    """

    def __init__(self, frame: pd.DataFrame, stated: np.ndarray, tasks: TaskNumbers) -> None:
        self._frame = frame
        self._rows = frame["row"].to_numpy("int64")
        sheets = frame["sheet"] if "sheet" in frame else pd.Series([None] * len(frame), dtype="str")
        self._sheet_codes, self._sheets = pd.factorize(sheets)
        kinds = (_kind_of(task) for task in one_by_one(frame["task"]))
        self._task = np.fromiter(kinds, dtype="int8", count=len(frame))
        product = (frame["occurrences_per_week"] * frame["minutes_per_occurrence"] * frame["headcount"]).to_numpy(float)
        self._per_head = per_head(frame, np.where(np.isnan(product), stated, product))
        often, long = (frame[name].isna().to_numpy() for name in ("occurrences_per_week", "minutes_per_occurrence"))
        reasons = (is_not_positive(frame, stated), self._per_head > MINUTES_PER_WEEK_LIMIT, often & long, often)
        time = np.select(reasons, (1, 2, 3, 4), default=5)
        self._time = np.where(frame["minutes_per_week"].isna(), time, 0).astype("int8")
        self._first_alike = _first_alike(frame, tasks.spelling)
        self._any = (self._task > 0) | (self._time > 0) | (self._first_alike > 0)

    def at(self, index: int) -> list[Problem]:
        """Return the problems of the row at a position."""
        if not self._any[index]:
            return []
        row, code = int(self._rows[index]), self._sheet_codes[index]
        sheet = str(self._sheets[code]) if code >= 0 else None
        found = []
        if kind := self._task[index]:
            facts = {"text": self._frame["task"].iloc[index]} if kind == 2 else NO_FACTS
            found.append(Problem(_TASK_CODES[kind], row, sheet, facts))
        if kind := self._time[index]:
            hours = OneFact("hours", round(float(self._per_head[index]) / 60, 2)) if kind == 2 else NO_FACTS
            found.append(Problem(_TIME_CODES[kind], row, sheet, hours))
        if other_row := int(self._first_alike[index]):
            found.append(Problem("duplicate", row, sheet, OneFact("other_row", other_row)))
        return found


def _kind_of(task: object) -> int:
    """Return the place in ``_TASK_CODES`` of what is wrong with a task, 0 if nothing is."""
    if not isinstance(task, str) or not task.strip():
        return 1
    return 0 if task[0].isalpha() or any(letter.isalpha() for letter in task) else 2


def explained(problems: list[Problem], readings: list[Problem]) -> list[Problem]:
    """Return ``problems`` without those that ``readings`` say better.

    "How often is not said" goes where a frequency stood that gave no number.
    """
    if not readings or not problems:
        return problems
    codes = " ".join(problem.code for problem in readings)
    about_frequency = re.search(r"frequency_(?:unreadable|vague|uncounted)", codes) is not None
    about_duration = re.search(r"duration_(?:unreadable|vague)", codes) is not None
    date = "date_unreadable" in codes
    silent = set()
    if about_frequency or date:
        silent.add("frequency_missing")
    if about_duration or date:
        silent.add("duration_missing")
    kept = [problem for problem in problems if problem.code not in silent]
    if about_frequency and not about_duration:
        kept = [Problem("duration_missing", p.row, p.sheet) if p.code == "time_missing" else p for p in kept]
    elif about_duration and not about_frequency:
        kept = [Problem("frequency_missing", p.row, p.sheet) if p.code == "time_missing" else p for p in kept]
    elif about_duration and about_frequency:
        kept = [problem for problem in kept if problem.code != "time_missing"]
    return kept


def is_not_positive(frame: pd.DataFrame, stated: np.ndarray) -> np.ndarray:
    """Say of each row whether one of its numbers is zero or less; a stated time counts where there is no product."""
    numbers: np.ndarray = frame[["occurrences_per_week", "minutes_per_occurrence", "headcount"]].to_numpy(float)
    without_product = np.isnan(numbers[:, :2]).any(axis=1)
    return np.asarray((numbers <= 0).any(axis=1) | (without_product & (stated <= 0)))


def per_head(frame: pd.DataFrame, minutes: np.ndarray) -> np.ndarray:
    """Return minutes per week of each row for one of the people who do it."""
    headcount = frame["headcount"].to_numpy(float)
    return np.asarray(minutes / np.where(headcount > 0, headcount, 1.0))


def _first_alike(frame: pd.DataFrame, task: np.ndarray) -> np.ndarray:
    """Return for each task the row of the first one that says the same for the same role, team and person, else 0.

    :param task: a number for each task, the same for those with the same words; 0 where there is none.
    """
    lines = np.flatnonzero(task)
    named = {name: _alike(frame[name])[lines] for name in ("role", "team", "person")}
    codes = codes_of(pd.DataFrame({"task": task[lines], **named}))
    first = np.flatnonzero(~pd.Series(codes).duplicated())[codes]
    rows = frame["row"].to_numpy("int64")
    found = np.zeros(len(frame), dtype="int64")
    found[lines] = np.where(first == np.arange(len(codes)), 0, rows[lines[first]])
    return found


def _alike(values: pd.Series) -> np.ndarray:
    """Return a number for each value, the same for those with the same letters; 0 where there is no letter."""
    return numbered(values, lambda value: (hash(letters) if (letters := _letters(value)) else 0,))[:, 0]


def _letters(value: object) -> str:
    """Return a text folded to its letters and digits, "" for anything else."""
    return re.sub(r"[\W_]+", " ", fold(value)).strip() if isinstance(value, str) else ""
