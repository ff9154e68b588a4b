"""What a person decided about a score: it wins over the model's reading, and stays visible."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.errors import UsageError
from analyzer.scoring.vocabulary import LEVEL_VALUES, LEVELS

SCORE_FIELDS = ("repetitiveness", "automatability", "assistance")
"""Score columns that a person may set, 0 to 100."""


def check_override(field: str, value: float, reason: str) -> None:
    """Check an override before it is stored.

    :param field: one of :data:`SCORE_FIELDS`.
    :param value: 0..100.
    :param reason: why, in a few words.
    :raises UsageError: if the field cannot be overridden, the value is out of range, or there is no reason.
    """
    _check(field, value)
    if not reason.strip():
        raise UsageError("Say in a few words why: a score is changed only with a reason.")


def _check(field: str, value: float) -> None:
    if field not in SCORE_FIELDS:
        raise UsageError(
            "“{field}” cannot be overridden: choose one of {fields}.", field=field, fields=", ".join(SCORE_FIELDS)
        )
    if not np.isfinite(value) or not 0 <= value <= 100:
        raise UsageError("A score goes from 0 to 100: {value} cannot be kept.", value=value)


def apply_override(scores: pd.DataFrame, rows: pd.Series, field: str, value: float) -> pd.DataFrame:
    """Return the scores with one field set for the rows that ``rows`` marks.

    Automatability that a person set is certain: its interval closes on it, its level and probabilities follow, and the
    confidence is 1.

    :param scores: a scores frame; it is not changed.
    :param rows: booleans with the frame's index.
    :param field: one of :data:`SCORE_FIELDS`.
    :param value: 0..100.
    :raises UsageError: if the field cannot be overridden or the value is out of range.
    """
    _check(field, value)
    scores = scores.copy()
    scores.loc[rows, field] = float(value)
    scores.loc[rows, "overridden"] = True
    if field == "automatability":
        scores.loc[rows, ["automatability_low", "automatability_high"]] = float(value)
        nearest = int(np.abs(np.array(LEVEL_VALUES) - value).argmin())
        scores.loc[rows, "level"] = LEVELS[nearest]
        for i, level in enumerate(LEVELS):
            scores.loc[rows, f"probability_{level.lower()}"] = float(i == nearest)
        scores.loc[rows, "confidence"] = 1.0
    return scores
