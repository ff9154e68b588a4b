"""What follows from the values of an inventory frame: minutes per week, and what is wrong with a row.

The reader and :func:`complete_frame` share these rules, so that a row mended in place is judged as a row just read.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from analyzer.inventory.alike import task_numbers
from analyzer.inventory.problems import Problem, issue_words, recognise
from analyzer.inventory.sentences import FREE_TEXT, UNREAD, VALUE_SENTENCES
from analyzer.inventory.valueproblems import ValueProblems, explained, is_not_positive, per_head
from analyzer.inventory.worktime import MINUTES_PER_WEEK_LIMIT

COLUMNS = (
    "row", "task", "role", "team", "person", "occurrences_per_week", "minutes_per_occurrence", "headcount",
    "minutes_per_week", "language", "notes", "issues", "file", "sheet",
)  # fmt: skip
"""Columns of the inventory frame, in order."""

_ABOUT_FREQUENCY = re.compile(r"frequency_(?!range)")
_ABOUT_DURATION = re.compile(r"duration_(?!range)|date_")
_SETTLES_PEOPLE = frozenset({"headcount", "occurrences_per_week", "minutes_per_week"})
"""Fields of which an edit answers whether each of the people beside a role does its tasks."""


def complete_frame(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return an inventory frame with ``minutes_per_week`` and ``issues`` worked out again after a user's edit.

    Where frequency and duration are both known, their product with the headcount is the time per week; where one is
    missing, the time per week that stands there is kept, since a file may state nothing else. Sentences about how a
    cell was read stay, unless the value they speak of was unknown and is known now, or ``edited`` names it.

    :param frame: inventory frame, any number of rows; further columns are kept as they are. Where one is ``edited``
        (names of the fields that someone corrected, joined by ";"), a value that was taken out takes its time per week
        out too.
    :param language: "en" or "fr", the language of ``issues``; sentences in the other one are said again in this one.
    :returns: a new frame; ``frame`` is not changed.
    """
    result = frame.copy()
    for name in ("occurrences_per_week", "minutes_per_occurrence", "headcount", "minutes_per_week"):
        result[name] = pd.to_numeric(result[name], errors="coerce").astype(float)
    result["headcount"] = result["headcount"].fillna(1.0)
    stated = result["minutes_per_week"].to_numpy(copy=True)
    edited = _edited_fields(frame)
    for field in ("occurrences_per_week", "minutes_per_occurrence"):
        stated[result[field].isna().to_numpy() & np.array([field in fields for fields in edited], dtype=bool)] = np.nan
    result["minutes_per_week"] = weekly_minutes(result, stated)
    found = ValueProblems(result, stated, task_numbers(result["task"]))
    result["issues"] = [
        issue_words(
            _merged(str(words or "") if isinstance(words, str) else "", found.at(index), row, fields),
            language,
        )
        for index, (words, row, fields) in enumerate(zip(frame["issues"], _known_values(result), edited, strict=True))
    ]
    return result


def weekly_minutes(frame: pd.DataFrame, stated: np.ndarray) -> np.ndarray:
    """Return the minutes per week of each row, NaN where they are unknown or cannot be.

    :param frame: inventory frame with the three numbers of the product.
    :param stated: time per week for the whole role that was stated as such, float array as long, NaN if none.
    """
    product = (frame["occurrences_per_week"] * frame["minutes_per_occurrence"] * frame["headcount"]).to_numpy(float)
    minutes = np.where(np.isnan(product), stated, product)
    return np.where(
        is_not_positive(frame, stated) | (per_head(frame, minutes) > MINUTES_PER_WEEK_LIMIT), np.nan, minutes
    )


def _edited_fields(frame: pd.DataFrame) -> list[frozenset[str]]:
    """Return for each row which of its fields someone corrected."""
    if "edited" not in frame.columns:
        return [frozenset()] * len(frame)
    return [frozenset(str(names).split(";")) for names in frame["edited"]]


def _known_values(frame: pd.DataFrame) -> list[tuple[bool, bool]]:
    """Return for each row whether frequency and duration are known."""
    known = frame[["occurrences_per_week", "minutes_per_occurrence"]].notna().to_numpy()
    return [(bool(often), bool(long)) for often, long in known]


def _merged(words: str, found: list[Problem], known: tuple[bool, bool], edited: frozenset[str]) -> list[Problem]:
    """Return the problems of a row: those of its values now, and how its cells were read where that still holds."""
    readings: list[Problem] = []
    for problem in recognise(words):
        if isinstance(problem, str):
            readings.append(Problem(FREE_TEXT, facts={"text": problem}))
            continue
        if problem.code in VALUE_SENTENCES:
            continue
        unread = problem.code.endswith(UNREAD)
        often = _ABOUT_FREQUENCY.match(problem.code) is not None
        long = _ABOUT_DURATION.match(problem.code) is not None
        if often and ("occurrences_per_week" in edited or (unread and known[0])):
            continue
        if long and ("minutes_per_occurrence" in edited or (unread and known[1])):
            continue
        if problem.code == "headcount_from_role" and edited & _SETTLES_PEOPLE:
            continue
        readings.append(problem)
    return explained(found, readings) + readings
