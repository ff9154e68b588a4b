"""Two independent ratings and a third reading, settled into one; and how far the two agreed."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from sklearn.metrics import cohen_kappa_score

from analyzer.scoring.vocabulary import FLAGS, RUBRIC
from analyzer.training.data import EVERYDAY

CODES = ("solution", "oversight", "value")
_APART = 2
"""Difference of two numeric ratings from which a third reading is asked for."""


def disputed(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Return what needs a third reading: ``id``, ``item``, ``first``, ``second``.

    Numbers two or more apart, different codes, and different sets of flags are disputed.

    :param first: ratings of one rater, one row a task, indexed by ``id``; ``second`` likewise.
    """
    rows = []
    for item in (*RUBRIC, *CODES, "flags"):
        for task in first.index:
            a, b = str(first.at[task, item]), str(second.at[task, item])
            apart = abs(float(a) - float(b)) >= _APART if item in RUBRIC else _codes(a) != _codes(b)
            if apart:
                rows.append((task, item, a, b))
    return pd.DataFrame(rows, columns=["id", "item", "first", "second"])


def settle(first: pd.DataFrame, second: pd.DataFrame, third: pd.DataFrame) -> pd.DataFrame:
    """Return one rating a task: the mean of two numbers, the common code, or what the third reading says.

    :param third: ``id``, ``item``, ``value`` for everything that :func:`disputed` names.
    :raises KeyError: if a disputed item has no third reading.
    """
    decided = {(row.id, row.item): str(row.value) for row in third.itertuples()}
    settled = pd.DataFrame(index=first.index)
    for item in RUBRIC:
        mean = (first[item].astype(float) + second[item].astype(float)) / 2
        apart = (first[item].astype(float) - second[item].astype(float)).abs() >= _APART
        settled[item] = [float(decided[task, item]) if apart[task] else mean[task] for task in first.index]
    for item in (*CODES, "flags"):
        values = [
            str(one) if _codes(one) == _codes(other) else decided[str(task), item]
            for task, one, other in zip(first.index, first[item], second[item], strict=True)
        ]
        settled[item] = values
    settled["flags"] = settled["flags"].map(lambda flags: ";".join(sorted(_codes(flags))))
    return settled.reset_index()


def agreement(first: pd.DataFrame, second: pd.DataFrame) -> dict[str, float]:
    """Return Cohen's kappa an item: weighted by squared distance for numbers, plain for codes and for each flag."""
    kappa = {}
    for item in RUBRIC:
        a, b = (frame[item].astype(int) for frame in (first, second))
        kappa[item] = cohen_kappa_score(a, b, weights="quadratic")
    for item in CODES:
        kappa[item] = cohen_kappa_score(first[item], second[item])
    for flag in FLAGS:
        held = [[flag in _codes(flags) for flags in frame["flags"]] for frame in (first, second)]
        kappa[f"flag {flag}"] = cohen_kappa_score(*held)
    return {item: round(float(value), 3) for item, value in kappa.items()}


def read_ratings(name: str, folder: Path = EVERYDAY) -> pd.DataFrame:
    """Read ``ratings_first.csv``, ``ratings_second.csv`` (indexed by ``id``)."""
    return pd.read_csv(folder / f"ratings_{name}.csv", dtype=str, keep_default_na=False).set_index("id").sort_index()


def _codes(text: object) -> frozenset[str]:
    return frozenset(part for part in str(text).split(";") if part and part != "-")
