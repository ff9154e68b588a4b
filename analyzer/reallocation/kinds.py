"""The map of work worth more: of which kind each task is, and how much of it.

Five kinds are worth more than routine: strategic thinking, creativity, complex problems, relations and care, developing
people. Relief and learning stand beside them as uses of freed time. How much of a task is of each kind is told by a
model trained on the everyday set's ratings (:mod:`analyzer.training.kinds_of_work`) from the columns of the scores
frame alone, so that a person's correction of a score moves it. The team's own ranking outweighs the map.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.errors import UsageError
from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS

FloatArray = npt.NDArray[np.float64]

HIGHER_KINDS = ("strategy", "creativity", "problems", "relations", "developing")
"""Strategic thinking, creativity, complex problems, relations and care, developing people and skills."""

KINDS = (*HIGHER_KINDS, "relief", "learning")
"""All that freed time can become."""

ROUTINE = "routine"
"""Kind of a task that is mostly of none of them."""

LEARNING_ACTIVITY = "Updating and Using Relevant Knowledge"
"""The one generalized work activity that is learning; the everyday set's raters had no such kind."""

HIGHEST_RANK = 5.0
"""A ranking goes from 0 (worth nothing to us) to 5 (worth most)."""

MODEL_FILE = Path(__file__).with_name("kinds_model.csv")

_NUMBERS = ("automatability", "assistance", "physical", "interpersonal", "repetitiveness")


@dataclass(frozen=True)
class Ranking:
    """What a team says its kinds of work and its activities are worth, 0 to 5; what it did not rank is not named.

    :ivar kinds: rank by kind (:data:`KINDS`).
    :ivar activities: rank by O*NET activity name, or by code of the catalogue; it outweighs the rank of the kind.
    :raises UsageError: if a rank is not between 0 and 5.
    """

    kinds: Mapping[str, float] = field(default_factory=dict)
    activities: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, rank in (*self.kinds.items(), *self.activities.items()):
            if not 0.0 <= float(rank) <= HIGHEST_RANK:
                raise UsageError(
                    "The rank {rank} of “{name}” is not between 0 and 5: correct it.", rank=rank, name=name
                )

    def worth(self, kind: str) -> float:
        """Return what a kind is worth, 0..1; all kinds count the same until the team ranks them (judgement)."""
        return float(self.kinds.get(kind, HIGHEST_RANK)) / HIGHEST_RANK


def place_on_map(scores: pd.DataFrame, ranking: Ranking | None = None) -> pd.DataFrame:
    """Place each task on the map of work worth more.

    :param scores: the scores frame, or any later frame that holds its columns.
    :param ranking: the team's own; it outweighs the map.
    :returns: same index, one row a task: a weight 0..1 for each of :data:`KINDS` and for "routine" (they add to 1; no
        task of a list is relief), ``value`` 0..1 (the weights times what the kinds are worth, or the rank of the task's
        activity), and ``kind`` (the code of the greatest weight, "routine" if that is the greatest).
    :raises UsageError: if a column is missing.
    """
    ranking = ranking or Ranking()
    shares = _probabilities(features(scores))
    placed = pd.DataFrame(0.0, index=scores.index, columns=[*KINDS, ROUTINE])
    placed[[*HIGHER_KINDS, ROUTINE]] = shares
    learns = (scores["activity"] == LEARNING_ACTIVITY).to_numpy()
    # What the raters could only call ordinary work is learning where the activity says so.
    placed.loc[learns, "learning"] = placed.loc[learns, ROUTINE]
    placed.loc[learns, ROUTINE] = 0.0
    worth = np.array([ranking.worth(kind) for kind in KINDS])
    value = pd.Series(placed[list(KINDS)].to_numpy() @ worth, index=scores.index)
    ranked = scores["activity"].map({name: rank / HIGHEST_RANK for name, rank in ranking.activities.items()})
    names = np.array([*KINDS, ROUTINE], object)
    kind = names[placed.to_numpy().argmax(axis=1)] if len(placed) else names[:0]
    placed["value"] = ranked.astype("float64").fillna(value).clip(0.0, 1.0)
    placed["kind"] = pd.Series(kind, index=scores.index, dtype="str")
    return placed


def features(scores: pd.DataFrame) -> pd.DataFrame:
    """Return what the model reads of each task: scores, their squares and products, flags, activity.

    :raises UsageError: if a column is missing.
    """
    for column in (*_NUMBERS, "flags", "activity"):
        if column not in scores.columns:
            raise UsageError("The scores have no column “{column}”: score the tasks first.", column=column)
    columns: dict[str, FloatArray] = {"always": np.ones(len(scores))}
    for name in _NUMBERS:
        # A missing score is read as the middle: nothing is known.
        columns[name] = pd.to_numeric(scores[name], errors="coerce").fillna(50.0).to_numpy("float64") / 100.0
    for name in _NUMBERS:
        columns[f"{name} squared"] = columns[name] ** 2
    for name in _NUMBERS[:3]:
        columns[f"interpersonal x {name}"] = columns["interpersonal"] * columns[name]
    flags = scores["flags"].astype("str").fillna("").str.split(";")
    for flag in FLAGS:
        columns[f"flag {flag}"] = np.array([float(flag in held) for held in flags], "float64")
    activity = scores["activity"].astype("str").fillna("").to_numpy()
    for name in ACTIVITIES:
        columns[f"activity {name}"] = (activity == name).astype("float64")
    return pd.DataFrame(columns)


@cache
def _model() -> pd.DataFrame:
    """Return the coefficients: a row a feature, a column a class; comment lines say where they come from."""
    return pd.read_csv(MODEL_FILE, index_col="feature", comment="#")


def _probabilities(seen: pd.DataFrame) -> FloatArray:
    """Return the probability of each of the five kinds and of routine, shape (n, 6)."""
    model = _model()
    scores = seen[list(model.index)].to_numpy() @ model[[*HIGHER_KINDS, ROUTINE]].to_numpy()
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: FloatArray = raised / raised.sum(axis=1, keepdims=True)
    return result
