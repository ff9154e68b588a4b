"""The scores frame: what was read of the different texts, row by row, beside the inventory."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.scoring.flag_words import worded_flags
from analyzer.scoring.heads import Readings
from analyzer.scoring.reasons import reason_codes
from analyzer.scoring.repetition import combined_repetitiveness
from analyzer.scoring.same_work import work_keys
from analyzer.scoring.text import clean
from analyzer.scoring.text_scores import UNFAMILIAR, TextScores
from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS, LEVELS, OVERSIGHTS, RUBRIC, SOLUTIONS

_FLAG_FROM = 0.5
_REVIEW_EACH = OVERSIGHTS.index("each")


def different_texts(inventory: pd.DataFrame) -> tuple[list[str], npt.NDArray[np.int64]]:
    """Return the different texts of the tasks, cleaned, and for each row the place of its text among them."""
    cleaned = [clean(str(text)) for text in inventory["task"]]
    unique = list(dict.fromkeys(cleaned))
    place = {text: i for i, text in enumerate(unique)}
    return unique, np.array([place[text] for text in cleaned], np.int64)


def role_points(
    inventory: pd.DataFrame, points_of: Callable[[Sequence[str]], npt.NDArray[np.float32]]
) -> npt.NDArray[np.float64]:
    """Return what each row's role adds to its repetitiveness, in points, shape (rows,).

    :param points_of: the points of different roles (:meth:`analyzer.scoring.Scorer.role_points`).
    """
    if "role" not in inventory:
        return np.zeros(len(inventory))
    code, roles = pd.factorize(inventory["role"].fillna("").astype(str))
    points: npt.NDArray[np.float64] = points_of(list(roles)).astype(float)[code]
    return points


def scores_frame(
    inventory: pd.DataFrame,
    read: TextScores,
    rows: npt.NDArray[np.int64],
    points_of_roles: npt.NDArray[np.float64],
) -> pd.DataFrame:
    """Return the inventory's columns and the score columns, one row a row (see :meth:`analyzer.scoring.Scorer.score`).

    :param read: what was read of the different texts.
    :param rows: for each row of the inventory the place of its text among them, shape (rows,).
    :param points_of_roles: what each row's role adds to its repetitiveness, in points, shape (rows,).
    """
    readings = read.readings
    keys, flags = work_keys(read.texts, read.vectors), _flags(readings, read.texts)
    points_of_roles = points_of_roles * read.known[rows]
    alike = readings.rubric[rows, RUBRIC.index("alike")]
    stated = _numbers(inventory, "occurrences_per_week")
    codes = [";".join(flag for flag, stands in zip(FLAGS, of_text, strict=True) if stands) for of_text in flags]
    unfamiliar = read.familiar < UNFAMILIAR
    solution = np.where(unfamiliar, SOLUTIONS.index("none"), readings.solution.argmax(axis=1))
    columns: dict[str, npt.NDArray[np.generic] | list[str]] = {
        "repetitiveness": combined_repetitiveness(
            (readings.repetitiveness[rows] + points_of_roles).clip(0.0, 100.0),
            stated,
            alike,
            _numbers(inventory, "minutes_per_occurrence"),
        ).round(1),
        "automatability": read.automatability[rows].astype(float).round(1),
        "automatability_low": read.low[rows].astype(float).round(1),
        "automatability_high": read.high[rows].astype(float).round(1),
        "level": np.array(LEVELS, object)[readings.level.argmax(axis=1)[rows]],
    }
    for i, level in enumerate(LEVELS):
        columns[f"probability_{level.lower()}"] = readings.level[rows, i].astype(float).round(4)
    columns["assistance"] = readings.assistance[rows].astype(float).round(1)
    columns["physical"] = readings.physical[rows].astype(float).round(1)
    columns["interpersonal"] = readings.interpersonal[rows].astype(float).round(1)
    columns["activity"] = np.array(ACTIVITIES, object)[readings.activity.argmax(axis=1)[rows]]
    columns["solution"] = np.array(SOLUTIONS, object)[solution[rows]]
    columns["oversight"] = np.array(OVERSIGHTS, object)[_oversight(readings, flags, unfamiliar)[rows]]
    columns["flags"] = [codes[i] for i in rows]
    columns["confidence"] = read.confidence[rows].astype(float).round(3)
    reasons = reason_codes(readings, unfamiliar)
    known = np.isfinite(stated) & (stated > 0)
    columns["reasons"] = [";".join(_told(reasons[i], says)) for i, says in zip(rows, known, strict=True)]
    columns["work_key"] = [keys[i] for i in rows]
    scores = pd.DataFrame(columns, index=inventory.index)
    scores["overridden"] = False
    return pd.concat([inventory, scores], axis=1)


def _flags(readings: Readings, texts: list[str]) -> npt.NDArray[np.bool_]:
    """Return the flags of texts, shape (n, 6): as the heads read them, unless the words leave no doubt."""
    flags: npt.NDArray[np.bool_] = readings.flags >= _FLAG_FROM
    for i, text in enumerate(texts):
        for flag, stands in worded_flags(text).items():
            flags[i, FLAGS.index(flag)] = stands
    return flags


def _told(reasons: list[str], stated: np.bool_) -> list[str]:
    """Return the reason codes of a row: what its user stated stands for what its text says of the frequency."""
    if not stated:
        return reasons
    return [*(code for code in reasons if code not in ("frequency_high", "frequency_low")), "frequency_stated"]


def _numbers(inventory: pd.DataFrame, column: str) -> npt.NDArray[np.float64]:
    """Return a column of the inventory, NaN where it has none."""
    if column not in inventory:
        return np.full(len(inventory), np.nan)
    values: npt.NDArray[np.float64] = np.asarray(inventory[column], float)
    return values


def _oversight(
    readings: Readings, flags: npt.NDArray[np.bool_], unfamiliar: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int64]:
    """Return the likeliest oversight, at least the review of each result where a person or safety is at stake."""
    likeliest = readings.oversight.argmax(axis=1)
    grave = flags[:, [FLAGS.index("decision"), FLAGS.index("safety")]].any(axis=1)
    raised: npt.NDArray[np.int64] = np.where(grave | unfamiliar, np.maximum(likeliest, _REVIEW_EACH), likeliest)
    return raised
