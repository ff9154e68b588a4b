"""Where to begin: effort of a solution, and priority of a task.

    priority = 100 x (0.60 x value + 0.25 x ease + 0.15 x certainty), 0 where nothing is freed

- *value* = log(1 + h / 0.25) / log(1 + 10 / 0.25), at most 1, with h the central hours a week that the task's whole
  use case frees: a quarter of an hour is worth something, ten hours a week all there is to gain, and twice as much is
  not twice as good.
- *ease* = (5 - effort) / 4.
- *certainty* = the score's confidence, or 1 where a person has set it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.safeguards import has_flag

SOLUTION_EFFORT: Mapping[str, int] = MappingProxyType(
    {
        # Judgement, in words: 1 a licence and an hour's training, 2 days of setting up in tools at hand, 3 weeks with
        # one system to connect, 4 months with data to gather first, 5 an investment on site.
        "drafting": 1,
        "search": 1,
        "transcription": 1,
        "coding": 1,
        "reporting": 2,
        "rules": 2,
        "scheduling": 2,
        "capture": 3,
        "chatbot": 3,
        "predictive": 4,
        "cobot": 5,
        "none": 5,
    }
)
"""Effort by solution before safeguards, 1 (small) to 5 (large)."""

DELICATE = ("decision", "safety", "money", "regulated")
"""Flags that call for tests, proofs and sign-off: one step more effort, however many there are."""

WEIGHTS: Mapping[str, float] = MappingProxyType({"value": 0.60, "ease": 0.25, "certainty": 0.15})
SMALL_HOURS, LARGE_HOURS = 0.25, 10.0
"""Hours a week at which value begins to count, and at which it is full."""

VARIED = 40.0
"""Repetitiveness below which a workflow must handle so many cases that it takes one step more effort."""


def effort(tasks: pd.DataFrame, workflow_solutions: tuple[str, ...]) -> pd.Series:
    """Return the effort of putting each task's solution in place, 1 (small) to 5 (large), as int.

    :param tasks: counted frame.
    :param workflow_solutions: solutions whose effort grows with the variety of cases.
    """
    points = tasks["solution"].map(dict(SOLUTION_EFFORT)).fillna(5).to_numpy(dtype="int64", copy=True)
    delicate = np.zeros(len(tasks), dtype=bool)
    for flag in DELICATE:
        delicate |= has_flag(tasks["flags"], flag)
    varied = tasks["solution"].isin(workflow_solutions) & (tasks["repetitiveness"] < VARIED)
    points = points + delicate + varied.to_numpy(dtype=bool)
    return pd.Series(np.clip(points, 1, 5), index=tasks.index, dtype="int64")


def priority(freed: FloatArray, use_case: pd.Series, efforts: pd.Series, certainty: FloatArray) -> FloatArray:
    """Return the priority of each task, 0..100 with one decimal.

    :param freed: central minutes a week that each task frees.
    :param use_case: its use case; value is counted over the whole of it.
    :param efforts: 1..5.
    :param certainty: 0..1.
    """
    hours = pd.Series(freed, index=use_case.index).groupby(use_case).transform("sum").to_numpy(dtype="float64") / 60
    value = np.minimum(np.log1p(hours / SMALL_HOURS) / np.log1p(LARGE_HOURS / SMALL_HOURS), 1.0)
    ease = (5 - efforts.to_numpy(dtype="float64")) / 4
    points = WEIGHTS["value"] * value + WEIGHTS["ease"] * ease + WEIGHTS["certainty"] * certainty
    return np.where(freed > 0, np.round(100 * points, 1), 0.0)
