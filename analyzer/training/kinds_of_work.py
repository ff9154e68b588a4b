"""Trains the map of work worth more, and measures it on functions that nothing was trained on.

    python -m analyzer.training.kinds_of_work

reads the everyday set in both languages with the shipped scorer, fits a logistic regression from the columns of the
scores frame to the rated kind of work, and writes its coefficients with the measures to
``analyzer/reallocation/kinds_model.csv``; beside it, how many everyday tasks of each activity were rated as worth more.
The same data and models give the same files.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score

from analyzer.reallocation.activity_map import SHARES_FILE
from analyzer.reallocation.kinds import HIGHER_KINDS, MODEL_FILE, ROUTINE, features
from analyzer.scoring import load_scorer, score_tasks
from analyzer.scoring.vocabulary import ACTIVITIES
from analyzer.training.data import read_everyday
from analyzer.training.figures import share

_SEEN_BEFORE = 10
"""Tasks of the usual mix that count for each activity in addition (judgement)."""

Classes = npt.NDArray[np.int64]

CLASSES = (*HIGHER_KINDS, ROUTINE)
_RATED = {
    "strategy": "strategy",
    "creativity": "creativity",
    "problem": "problems",
    "relation": "relations",
    "people": "developing",
    "none": ROUTINE,
}
"""Kinds by the codes of the raters (``rubric.md``, item ``value``)."""
_PENALTY = 0.3
"""Inverse strength of the penalty (scikit-learn's C); chosen on the calibration functions."""


def read_and_rated() -> pd.DataFrame:
    """Return the everyday set as the scorer reads it: scores frame with ``kind`` (rated) and ``split``, both
    languages."""
    everyday = read_everyday()
    parts = []
    for language in ("en", "fr"):
        # A function at a time: the scorer compares the texts of one list with each other.
        for _, part in everyday.groupby("function"):
            scores = score_tasks(pd.DataFrame({"task": part[language]}))
            parts.append(scores.assign(kind=part["value"].map(_RATED), split=part["split"]))
    return pd.concat(parts, ignore_index=True)


def fit(frame: pd.DataFrame) -> pd.DataFrame:
    """Return coefficients, shape (features, classes), fitted on all functions but those held out."""
    known = frame[frame["split"].isin(["train", "calibration"])]
    # The constant "always" is the intercept: it is fitted by scikit-learn without penalty.
    model = LogisticRegression(C=_PENALTY, max_iter=2_000)
    model.fit(features(known).drop(columns="always"), known["kind"])
    names = [name for name in features(known).columns if name != "always"]
    table = pd.DataFrame(model.coef_.T, index=names, columns=model.classes_)
    table.loc["always"] = model.intercept_
    return table[list(CLASSES)].rename_axis("feature").round(4)


def activity_shares(frame: pd.DataFrame) -> pd.DataFrame:
    """Return for each activity the share of its everyday tasks that were rated as worth more, and their number.

    A few tasks say little: each share is drawn to that of all activities as if ten more tasks had been seen.
    """
    higher = frame["kind"] != ROUTINE
    tasks = frame.groupby("activity").size().reindex(ACTIVITIES, fill_value=0)
    worth_more = higher.groupby(frame["activity"]).sum().reindex(ACTIVITIES, fill_value=0)
    share_of_each = (worth_more + _SEEN_BEFORE * higher.mean()) / (tasks + _SEEN_BEFORE)
    table = pd.DataFrame({"share": share_of_each.round(3), "tasks": tasks})
    return table.rename_axis("activity").reset_index()


def measures(frame: pd.DataFrame, table: pd.DataFrame) -> dict[str, float]:
    """Return how good the map is on the held-out functions."""
    held = frame[frame["split"] == "test"]
    raised = np.exp(features(held)[list(table.index)].to_numpy() @ table.to_numpy())
    probability = raised / raised.sum(axis=1, keepdims=True)
    truth: Classes = np.array([CLASSES.index(kind) for kind in held["kind"]])
    said = probability.argmax(axis=1)
    higher = truth != CLASSES.index(ROUTINE)
    found = {
        "tasks, both languages": float(len(held)),
        "kind or routine right": share(said == truth),
        "always routine right": share(~higher),
        "worth more or routine, area under the curve": round(float(roc_auc_score(higher, 1 - probability[:, -1])), 3),
        "kind right among those worth more": share(probability[higher, :-1].argmax(axis=1) == truth[higher]),
        "log loss": round(float(log_loss(truth, probability, labels=range(len(CLASSES)))), 3),
    }
    for place, kind in enumerate(HIGHER_KINDS):
        found[f"{kind}, area under the curve"] = round(float(roc_auc_score(truth == place, probability[:, place])), 3)
    return found


def write(table: pd.DataFrame, found: dict[str, float], path: Path = MODEL_FILE) -> None:
    """Write the coefficients below comment lines that say where they come from and how good they are."""
    head = [
        "# Kinds of work worth more: logistic regression on the columns of the scores frame; written by",
        "# python -m analyzer.training.kinds_of_work (everyday set, all functions but the nine held out).",
        f"# Read with the models {load_scorer().model_id}; measured on the nine held-out functions:",
        *(f"# {name}: {json.dumps(value)}" for name, value in found.items()),
    ]
    path.write_text("\n".join(head) + "\n" + table.to_csv(lineterminator="\n"), encoding="utf-8")


if __name__ == "__main__":
    labelled = read_and_rated()
    fitted = fit(labelled)
    write(fitted, measures(labelled, fitted))
    about = (
        "# Everyday tasks by the activity they are read as, both languages; python -m analyzer.training.kinds_of_work\n"
    )
    SHARES_FILE.write_text(about + activity_shares(labelled).to_csv(index=False, lineterminator="\n"), encoding="utf-8")
    print(MODEL_FILE.read_text(encoding="utf-8").partition("feature,")[0])
