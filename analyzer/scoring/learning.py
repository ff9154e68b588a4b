"""Scores that learn from what people set: their overrides read against the model, and carried over to like tasks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.errors import UsageError
from analyzer.scoring.as_read import as_read
from analyzer.scoring.correction import CHANGE_COLUMNS, Corrected, correct
from analyzer.scoring.likeness import Pairs, centre, likeness, wording_pairs
from analyzer.scoring.override import SCORE_FIELDS
from analyzer.scoring.same_work import MOST_TEXTS
from analyzer.scoring.scorer import Scorer, load_scorer
from analyzer.scoring.text import clean

Vectors = npt.NDArray[np.float32]

_SAMPLE = 256
"""Texts at hand that their centre is taken from: more would not move it."""


def learn_from_overrides(scores: pd.DataFrame, overrides: pd.DataFrame, scorer: Scorer | None = None) -> Corrected:
    """Return the scores with what people set carried over to like tasks, and a table of what changed.

    Put people's own values in place first (:func:`~analyzer.scoring.override.apply_override`): those rows are marked
    ``overridden`` and stay as they are. Nothing is kept: without the overrides the scores are what they were.

    :param scores: a scores frame; it is not changed.
    :param overrides: ``task``, ``field`` (what is not one of :data:`~analyzer.scoring.override.SCORE_FIELDS` teaches
        nothing), ``value`` (0..100), and where known ``occurrences_per_week`` and ``override`` (an id to name it by in
        ``because``; its place in the frame if absent).
    :raises UsageError: if a column is missing or a value is out of range.
    :raises ModelError: if a model file is missing or altered.
    """
    decisions = _decisions(overrides)
    if decisions.empty or scores.empty:
        return Corrected(scores.copy(), pd.DataFrame({name: [] for name in CHANGE_COLUMNS}))
    scorer = scorer or load_scorer()
    alike = _alike(scores["task"].astype(str), decisions["task"], scorer)
    read = scorer.score(decisions[["task", "occurrences_per_week"]])
    decisions["reading"] = [float(read[field].iloc[i]) for i, field in enumerate(decisions["field"])]
    decisions["stated"] = decisions["occurrences_per_week"] > 0
    return correct(scores, decisions, alike)


def _decisions(overrides: pd.DataFrame) -> pd.DataFrame:
    for column in ("task", "field", "value"):
        if column not in overrides.columns:
            raise UsageError("The overrides have no column “{column}”: add it.", column=column)
    scored = overrides[overrides["field"].isin(SCORE_FIELDS)].reset_index(drop=True)
    values = pd.to_numeric(scored["value"], errors="coerce").astype(float)
    if not values.between(0, 100).all():
        wrong = scored["value"][~values.between(0, 100)].iloc[0]
        raise UsageError("A score goes from 0 to 100: {value} cannot be kept.", value=wrong)
    names = scored.get("override", pd.Series(range(len(scored)), scored.index))
    often = scored.get("occurrences_per_week", pd.Series(np.nan, scored.index))
    return pd.DataFrame(
        {
            "override": names.astype("str"),
            "task": scored["task"].astype("str"),
            "field": scored["field"].astype("str"),
            "value": values,
            "occurrences_per_week": pd.to_numeric(often, errors="coerce").astype(float),
        }
    )


def _alike(tasks: pd.Series, known: pd.Series, scorer: Scorer) -> Pairs:
    """Return which rows are alike to which decisions."""
    rows, texts = _unique(tasks)
    known_rows, known_texts = _unique(known)
    many = len(texts) > MOST_TEXTS
    wording = wording_pairs(texts, known_texts, equal_only=many)
    if not many and len(wording.value):
        # Only texts whose words are alike need a vector; the others would take most of the time.
        asked, places = np.unique(wording.text, return_inverse=True)
        vectors, known_vectors = (scorer.encoder.encode(some) for some in ([texts[i] for i in asked], known_texts))
        middle = _centre(scorer, _sample(texts))
        found = likeness(Pairs(places, wording.known, wording.value), vectors, known_vectors, middle)
        wording = Pairs(asked[found.text], found.known, found.value)
    return _spread(wording, rows, known_rows)


def _unique(tasks: pd.Series) -> tuple[npt.NDArray[np.int64], list[str]]:
    """Return the different texts as the encoder reads them, whoever the persons in them are, and which each row has."""
    cleaned = {text: as_read(clean(text)) for text in tasks.unique()}
    places = {text: i for i, text in enumerate(dict.fromkeys(cleaned.values()))}
    return tasks.map({text: places[one] for text, one in cleaned.items()}).to_numpy(np.int64), list(places)


def _sample(texts: Sequence[str]) -> tuple[str, ...]:
    """Return up to :data:`_SAMPLE` of the texts, the same in any order of the rows."""
    ordered = sorted(texts)
    return tuple(ordered[:: max(1, -(-len(ordered) // _SAMPLE))])


@lru_cache(maxsize=8)  # it stays the same while people set one score after another
def _centre(scorer: Scorer, texts: tuple[str, ...]) -> Vectors:
    return centre(scorer.encoder.encode(texts), scorer.reference.vectors.mean(axis=0))


def _spread(alike: Pairs, rows: npt.NDArray[np.int64], known_rows: npt.NDArray[np.int64]) -> Pairs:
    """Return pairs of rows and decisions for pairs of their texts."""
    pairs = pd.DataFrame({"text": alike.text, "known": alike.known, "value": alike.value})
    with_rows = pairs.merge(pd.DataFrame({"text": rows, "row": np.arange(len(rows))}), on="text")
    both = with_rows.merge(pd.DataFrame({"known": known_rows, "decision": np.arange(len(known_rows))}), on="known")
    both = both.sort_values(["row", "decision"], kind="stable")
    return Pairs(both["row"].to_numpy(np.int64), both["decision"].to_numpy(np.int64), both["value"].to_numpy(float))
