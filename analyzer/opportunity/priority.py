"""Where to begin: effort and risk of a task, and the priority of its use case.

    priority = 100 x (w_hours x hours + w_wish x wish + w_pain x pain + w_effort x (1 - effort) + w_risk x (1 - risk))
               / sum of the weights, 0 where nothing is freed

- *hours* = log(1 + h / 0.25) / log(1 + 10 / 0.25), at most 1, with h the central hours a week that the task's whole
  use case frees: a quarter of an hour is worth something, ten hours a week all there is to gain, and twice as much is
  not twice as good.
- *wish*, *pain* = the team's answers / 5, one half where it did not answer (``weights.py``).
- *effort* = (effort - 1) / 4.
- *risk* = half of the strictest flag's risk + half of what the score leaves uncertain.

The same five points make the two axes of the quadrants (``quadrant.py``): value from the first three, burden from the
last two.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.safeguards import has_flag
from analyzer.opportunity.weights import BEST_ANSWER, NO_ANSWER, Priorities, PriorityWeights

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

RISK_OF_FLAG: Mapping[str, float] = MappingProxyType(
    # Judgement: who bears a mistake, and whether it can be put right.
    {"decision": 1.0, "safety": 0.9, "money": 0.6, "regulated": 0.6, "personal": 0.4, "customer": 0.4}
)
"""Risk of work that carries a flag, 0..1; of several flags the gravest counts."""

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


def risk(flags: pd.Series, certainty: FloatArray) -> FloatArray:
    """Return the risk of each task, 0..1: half of it what a mistake would do, half that the score itself is wrong.

    :param flags: flag codes joined by ";".
    :param certainty: 0..1.
    """
    gravest = np.zeros(len(flags))
    for flag, of_flag in RISK_OF_FLAG.items():
        gravest = np.where(has_flag(flags, flag), np.maximum(gravest, of_flag), gravest)
    risks: FloatArray = 0.5 * gravest + 0.5 * (1 - certainty)
    return risks


def hours_point(minutes: FloatArray) -> FloatArray:
    """Return what minutes a week freed are worth, 0..1 (see the head of this file)."""
    points: FloatArray = np.log1p(minutes / 60 / SMALL_HOURS) / np.log1p(LARGE_HOURS / SMALL_HOURS)
    return np.asarray(np.minimum(points, 1.0), dtype=np.float64)


def answered(keys: pd.Series, said: Mapping[str, float | None]) -> FloatArray:
    """Return the answers of use cases as 0..1, the middle where nobody answered."""
    known = {key: answer for key, answer in said.items() if answer is not None}
    if not known:
        return np.full(len(keys), NO_ANSWER / BEST_ANSWER)
    answers = keys.map(known)
    return np.asarray(answers.astype("float64").fillna(NO_ANSWER) / BEST_ANSWER, dtype=np.float64)


def value_and_burden(
    minutes: FloatArray, keys: pd.Series, efforts: FloatArray, risks: FloatArray, priorities: Priorities
) -> tuple[FloatArray, FloatArray]:
    """Return the two axes, each 0..1.

    :param minutes: central minutes a week that each use case frees.
    :param keys: keys of the use cases.
    :param efforts: 1..5.
    :param risks: 0..1.
    """
    weights = priorities.weights
    wish = answered(keys, {key: appeal.wish for key, appeal in priorities.appeals.items()})
    pain = answered(keys, {key: appeal.pain for key, appeal in priorities.appeals.items()})
    value = (weights.hours * hours_point(minutes) + weights.wish * wish + weights.pain * pain) / weights.value
    burden = (weights.effort * (efforts - 1) / 4 + weights.risk * risks) / weights.burden
    return value, burden


def priority_of(value: FloatArray, burden: FloatArray, minutes: FloatArray, weights: PriorityWeights) -> FloatArray:
    """Return priorities 0..100 with one decimal from the two axes; 0 where nothing is freed."""
    points = (weights.value * value + weights.burden * (1 - burden)) / (weights.value + weights.burden)
    return np.where(minutes > 0, np.round(100 * points, 1), 0.0)


def priority(
    freed: FloatArray,
    freed_by_case: FloatArray,
    use_case: pd.Series,
    efforts: pd.Series,
    risks: FloatArray,
    priorities: Priorities,
) -> FloatArray:
    """Return the priority of each task, 0..100 with one decimal.

    :param freed: central minutes a week that each task frees.
    :param freed_by_case: those that its whole use case frees: value is counted over the whole of it.
    :param use_case: key of its use case.
    :param efforts: 1..5.
    :param risks: of :func:`risk`.
    :param priorities: weights, wish and pain.
    """
    points = efforts.to_numpy(dtype="float64")
    value, burden = value_and_burden(freed_by_case, use_case, points, risks, priorities)
    return priority_of(value, burden, freed, priorities.weights)
