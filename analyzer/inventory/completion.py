"""What follows from the values of an inventory frame: minutes per week, and what is wrong with a row.

The reader and :func:`complete_frame` share these rules, so that a row mended in place is judged as a row just read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

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


def complete_frame(frame: pd.DataFrame, language: str, before: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return an inventory frame with ``minutes_per_week`` and ``issues`` worked out again after a user's edit.

    Where frequency and duration are both known, their product with the headcount is the time per week; where one is
    missing, the time per week that stands there is kept, since a file may state nothing else. Sentences about how a
    cell was read stay, unless the value they speak of was unknown and is known now, or ``before`` shows it changed.

    :param frame: inventory frame, any number of rows; further columns are kept as they are.
    :param language: "en" or "fr", the language of ``issues``; sentences in the other one are said again in this one.
    :param before: the same rows before the edit, same length and order, if known: a value taken out then takes
        its time per week out too, and a stated time per week follows a changed headcount.
    :returns: a new frame; ``frame`` is not changed.
    :raises ValueError: if ``before`` has another number of rows.
    """
    result = frame.copy()
    if before is not None and len(before) != len(frame):
        raise ValueError(f"`before` has {len(before)} rows, `frame` has {len(frame)}: give the same rows of both")
    for name in ("occurrences_per_week", "minutes_per_occurrence", "headcount", "minutes_per_week"):
        result[name] = pd.to_numeric(result[name], errors="coerce").astype(float)
    result["headcount"] = result["headcount"].fillna(1.0)
    stated = result["minutes_per_week"].to_numpy(copy=True)
    if before is not None:
        stated = _stated_after_edit(result, before, stated)
    result["minutes_per_week"] = weekly_minutes(result, stated)
    found = ValueProblems(result, stated, task_numbers(result["task"]))
    changed = _changed(result, before)
    result["issues"] = [
        issue_words(
            _merged(str(words or "") if isinstance(words, str) else "", found.at(index), row, changed(index)),
            language,
        )
        for index, (words, row) in enumerate(zip(frame["issues"], _known_values(result), strict=True))
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


def _stated_after_edit(frame: pd.DataFrame, before: pd.DataFrame, stated: np.ndarray) -> np.ndarray:
    """Return the stated minutes once the difference to ``before`` is taken in."""
    both_before = (before["occurrences_per_week"].notna() & before["minutes_per_occurrence"].notna()).to_numpy()
    both_now = (frame["occurrences_per_week"].notna() & frame["minutes_per_occurrence"].notna()).to_numpy()
    same = frame["minutes_per_week"].fillna(-1.0).to_numpy() == before["minutes_per_week"].fillna(-1.0).to_numpy()
    stated = np.where(both_before & ~both_now & same, np.nan, stated)
    heads_before = before["headcount"].fillna(1.0).to_numpy(float)
    ratio = frame["headcount"].to_numpy(float) / np.where(heads_before > 0, heads_before, 1.0)
    return np.where(~both_before & ~both_now & same, stated * ratio, stated)


def _known_values(frame: pd.DataFrame) -> list[tuple[bool, bool]]:
    """Return for each row whether frequency and duration are known."""
    known = frame[["occurrences_per_week", "minutes_per_occurrence"]].notna().to_numpy()
    return [(bool(often), bool(long)) for often, long in known]


def _changed(frame: pd.DataFrame, before: pd.DataFrame | None) -> Callable[[int], tuple[bool, bool]]:
    """Return a function from position to whether frequency and duration differ from before the edit."""
    if before is None:
        return lambda _: (False, False)
    names = ("occurrences_per_week", "minutes_per_occurrence")
    differs = [~np.isclose(frame[name].to_numpy(float), before[name].to_numpy(float), equal_nan=True) for name in names]
    return lambda index: (bool(differs[0][index]), bool(differs[1][index]))


def _merged(words: str, found: list[Problem], known: tuple[bool, bool], changed: tuple[bool, bool]) -> list[Problem]:
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
        if (often and (changed[0] or (unread and known[0]))) or (long and (changed[1] or (unread and known[1]))):
            continue
        if problem.code == "headcount_from_role" and changed[0]:
            continue
        readings.append(problem)
    return explained(found, readings) + readings
