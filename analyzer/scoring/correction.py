"""What people decided about some tasks, carried over to those that are alike: a local correction of the model.

Each decision says by how much the model was off there, and stands for its like in the measure in which they are alike:
almost wholly for nearly the same work, less and less further off, not at all beyond. As with a Gaussian process whose
kernel ends, one decision counts less than several, and where there is none the model's own reading stands. Three things
hold whatever people set: no score moves further than people moved the scores it follows, none goes past the value they
set, and a row that a person set is left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.scoring.likeness import Pairs
from analyzer.scoring.override import SCORE_FIELDS
from analyzer.scoring.reasons import CORRECTED_ALIKE
from analyzer.scoring.repetition import STATED_WEIGHT
from analyzer.scoring.vocabulary import LEVEL_VALUES, LEVELS

FloatArray = npt.NDArray[np.float64]

SHRINKAGE = 0.25
"""How many decisions about the very same work the model's own reading is worth: one moves a score by 1/1.25 = 80 % of
the way, two by 89 %, four by 94 %."""

LEAST_MOVE = 0.5
"""Points of 100 below which a score is left alone: nobody would see the difference."""

CHANGE_COLUMNS = ("at", "task", "field", "before", "after", "because")
_PROBABILITIES = [f"probability_{level.lower()}" for level in LEVELS]
_HALVINGS = 30


@dataclass(frozen=True)
class Corrected:
    """Scores after a correction, and what it changed.

    :ivar scores: the scores frame; where nothing moved, as it was.
    :ivar changes: a row a moved score: ``at`` (label of its row in ``scores``), ``task``, ``field`` (one of
        :data:`~analyzer.scoring.override.SCORE_FIELDS`), ``before``, ``after`` (0..100) and ``because`` (ids of the
        decisions that moved it, the most alike first, joined by ";").
    """

    scores: pd.DataFrame
    changes: pd.DataFrame


def correct(scores: pd.DataFrame, decisions: pd.DataFrame, alike: Pairs) -> Corrected:
    """Carry decisions over to like rows.

    :param scores: a scores frame with people's own values in place (``overridden``); it is not changed.
    :param decisions: RangeIndex; ``override`` (id, text without ";"), ``field``, ``value`` (what a person set, 0..100),
        ``reading`` (what the model says there, 0..100), ``stated`` (whether its frequency was stated).
    :param alike: which rows of ``scores`` (by position) are alike to which decisions, and how much.
    """
    alike = _kept(alike, ~scores["overridden"].to_numpy(bool)[alike.text])
    fields = decisions["field"].to_numpy(object)
    parts = []
    for field in SCORE_FIELDS:
        part = _field_changes(scores, decisions, _kept(alike, fields[alike.known] == field), field)
        parts += [part] if len(part) else []
    if not parts:
        return Corrected(scores.copy(), pd.DataFrame({name: [] for name in CHANGE_COLUMNS}))
    changes = pd.concat(parts, ignore_index=True)
    corrected = _applied(scores.copy(), changes)
    changes["at"] = scores.index[changes["place"].to_numpy()]
    return Corrected(corrected, changes[list(CHANGE_COLUMNS)])


def _kept(pairs: Pairs, keep: npt.NDArray[np.bool_]) -> Pairs:
    return Pairs(pairs.text[keep], pairs.known[keep], pairs.value[keep])


def _field_changes(scores: pd.DataFrame, decisions: pd.DataFrame, alike: Pairs, field: str) -> pd.DataFrame:
    """Return what moves in one field, with the ``place`` of its row and how far each move can be relied on, 0..1."""
    present = scores[field].to_numpy(float)
    moves = _moves(present[alike.text], decisions.iloc[alike.known])
    if field == "repetitiveness":
        moves *= _heard(scores, decisions, alike)
    count = len(scores)
    weights = np.bincount(alike.text, alike.value, count)
    total = np.bincount(alike.text, alike.value * moves, count)
    nearest = np.zeros(count)
    np.maximum.at(nearest, alike.text, alike.value)
    # A weighted mean, shrunk by how few stand behind it, and no stronger than its nearest decision is alike: many that
    # are hardly alike do not make up for one that is.
    reliance = nearest * weights / (weights + SHRINKAGE)
    shift = nearest * total / (weights + SHRINKAGE)
    places = np.flatnonzero(np.abs(shift) >= LEAST_MOVE)
    return pd.DataFrame(
        {
            "place": places,
            "task": scores["task"].to_numpy(object)[places],
            "field": field,
            "before": present[places],
            "after": (present[places] + shift[places]).clip(0.0, 100.0).round(1),
            "reliance": reliance[places],
            "because": _because(decisions, _kept(alike, moves != 0.0), places),
        }
    )


def _moves(present: FloatArray, decisions: pd.DataFrame) -> FloatArray:
    """Return by how much each decision would move a score: as far as people moved theirs, not past what they set."""
    value = decisions["value"].to_numpy(float)
    moved = value - decisions["reading"].to_numpy(float)
    left = value - present
    limited: FloatArray = np.where(moved < 0, np.maximum(moved, np.minimum(left, 0.0)), 0.0)
    return limited + np.where(moved > 0, np.minimum(moved, np.maximum(left, 0.0)), 0.0)


def _heard(scores: pd.DataFrame, decisions: pd.DataFrame, alike: Pairs) -> FloatArray:
    """Return how much a decision on repetitiveness counts for a row: where only the row's frequency was stated, the
    decision is about the text, and the text keeps its small share beside the frequency."""
    stated = scores.get("occurrences_per_week", pd.Series(np.nan, scores.index)).to_numpy(float) > 0
    guessed = ~decisions["stated"].to_numpy(bool)
    heard: FloatArray = np.where(stated[alike.text] & guessed[alike.known], 1.0 - STATED_WEIGHT, 1.0)
    return heard


def _because(decisions: pd.DataFrame, alike: Pairs, places: npt.NDArray[np.int64]) -> list[str]:
    names = decisions["override"].astype(str).to_numpy(object)
    order = np.lexsort((alike.known, -alike.value, alike.text))
    start, end = (np.searchsorted(alike.text[order], places, side) for side in ("left", "right"))
    return [";".join(names[alike.known[order[a:b]]]) for a, b in zip(start, end, strict=True)]


def _applied(scores: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    for field, part in changes.groupby("field", sort=False):
        places = part["place"].to_numpy()
        if field == "automatability":
            _follow(scores, places, part["after"].to_numpy(float), part["reliance"].to_numpy(float))
        _put(scores, str(field), places, part["after"].to_numpy(float))
    moved = np.unique(changes["place"].to_numpy())
    reasons = scores["reasons"].fillna("").to_numpy(object)[moved]
    _put(scores, "reasons", moved, np.array([f"{CORRECTED_ALIKE};{codes}".rstrip(";") for codes in reasons], object))
    return scores


def _follow(scores: pd.DataFrame, places: npt.NDArray[np.int64], after: FloatArray, reliance: FloatArray) -> None:
    """Let interval, probabilities and level follow a moved automatability.

    The interval moves along, and widens on both sides by the part of the move that is not relied on: a score that was
    moved is not surer than before.
    """
    before, low, high = (
        scores[name].to_numpy(float)[places] for name in ("automatability", "automatability_low", "automatability_high")
    )
    shift = after - before
    unsure = (1.0 - reliance) * np.abs(shift)
    _put(scores, "automatability_low", places, np.minimum(low + shift - unsure, after).clip(0.0, 100.0).round(1))
    _put(scores, "automatability_high", places, np.maximum(high + shift + unsure, after).clip(0.0, 100.0).round(1))
    # Rounded before the likeliest is found: of two levels that show the same probability, the lower is said everywhere.
    likely = _moved(scores[_PROBABILITIES].to_numpy(float)[places], shift).round(4)
    for i, name in enumerate(_PROBABILITIES):
        _put(scores, name, places, likely[:, i])
    _put(scores, "level", places, np.array(LEVELS, object)[likely.argmax(axis=1)])


def _moved(probabilities: FloatArray, shift: FloatArray) -> FloatArray:
    """Return the probabilities of the levels moved along their scale until their mean lies ``shift`` points further.

    What comes to stand between two levels is shared by them; what would pass an end stays there, so that the whole has
    to move somewhat more than its mean: by how much is found by halving.

    :param probabilities: shape (n, levels).
    :param shift: points of 100, shape (n,).
    """
    values, step = np.array(LEVEL_VALUES), LEVEL_VALUES[1] - LEVEL_VALUES[0]
    sums = probabilities.sum(axis=1)
    wanted = probabilities @ values + shift * sums
    low, high = np.full(len(shift), -values[-1]), np.full(len(shift), values[-1])
    moved = probabilities
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        reached = np.clip(values + middle[:, None], values[0], values[-1])
        shares = np.clip(1.0 - np.abs(reached[:, :, None] - values) / step, 0.0, 1.0)
        moved = np.einsum("nf,nft->nt", probabilities, shares)
        below = moved @ values < wanted
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return moved


def _put(scores: pd.DataFrame, column: str, places: npt.NDArray[np.int64], values: npt.NDArray[np.generic]) -> None:
    changed = scores[column].copy()
    changed.iloc[places] = values
    scores[column] = changed
