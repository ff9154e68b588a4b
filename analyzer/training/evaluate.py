"""How good the models are, on rows that took no part in training or tuning."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.metrics import roc_auc_score

from analyzer.scoring.scorer import Scorer
from analyzer.scoring.text import clean
from analyzer.scoring.text_scores import UNFAMILIAR, TextScores
from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS, OVERSIGHTS, SOLUTIONS
from analyzer.training.baselines import measure_baselines
from analyzer.training.data import read_everyday, read_not_tasks, read_onet
from analyzer.training.figures import (
    calibration_error,
    coverage_by_tenth,
    covered,
    mean_difference,
    rank,
    share,
    three_grades,
)

Figures = dict[str, float]
LANGUAGES = {"fr": "French", "en": "English"}
_SHORT = 5
"""Words to which a text counts as telegraphic."""


def evaluate(data: Path, models: Path, *, baselines: bool = True) -> dict[str, Figures]:
    """Measure the models of a folder on the held-out tenth of occupations and on the held-out functions.

    :param data: folder of the label sets.
    :param models: models folder.
    :param baselines: whether simple recipes are trained and measured beside them, which takes minutes.
    :returns: group of figures to name to value: rank correlations (Spearman), accuracies, coverage of the 90 % interval
        (shares), differences in points of 100, areas under the curve.
    """
    scorer = Scorer(models)
    all_onet, all_everyday, not_tasks = read_onet(data), read_everyday(), read_not_tasks()
    onet = all_onet[all_onet["split"] == "test"].reset_index(drop=True)
    everyday = all_everyday[all_everyday["split"] == "test"].reset_index(drop=True)
    not_tasks = not_tasks[not_tasks["split"] == "test"]
    statements = _read(scorer, onet["text"])
    read = {code: _read(scorer, everyday[code]) for code in LANGUAGES}
    others = _read(scorer, not_tasks["text"])
    groups = {"O*NET statements, held-out occupations": _onet(onet, statements, scorer)}
    for code, language in LANGUAGES.items():
        groups[f"everyday tasks, held-out functions, {language}"] = _everyday(everyday, everyday[code], read[code])
    groups["everyday tasks by function"] = _by(everyday["function"], everyday, read)
    groups["everyday tasks by edition"] = _by(edition(everyday["id"]), everyday, read)
    groups["French and English of one task"] = _parity(read["fr"], read["en"])
    groups["texts that are no tasks"] = _recognition([statements, *read.values()], others, not_tasks)
    if baselines:
        for name, figures in measure_baselines(all_onet, all_everyday).items():
            groups[f"for comparison: {name}"] = figures
    return groups


def _read(scorer: Scorer, texts: pd.Series) -> TextScores:
    return scorer.read_texts([clean(text) for text in texts])


def _onet(tasks: pd.DataFrame, read: TextScores, scorer: Scorer) -> Figures:
    readings = read.readings
    return {
        "tasks": float(len(tasks)),
        "automatability, rank correlation with GPT-4's level": rank(read.automatability, tasks["level"]),
        "assistance, rank correlation with people's exposure rating": rank(readings.assistance, tasks["human"]),
        "assistance, rank correlation with GPT-4's exposure rating": rank(readings.assistance, tasks["gpt4"]),
        "GPT-4's and people's exposure rating, rank correlation": rank(tasks["gpt4"], tasks["human"]),
        "repetitiveness, rank correlation with job holders' frequency": rank(
            readings.repetitiveness, tasks["times_per_day"]
        ),
        "repetitiveness, the occupation given as role, rank correlation with job holders' frequency": rank(
            readings.repetitiveness + scorer.role_points(list(tasks["occupation"])) * read.known, tasks["times_per_day"]
        ),
        "level right": share(readings.level.argmax(axis=1) == tasks["level"]),
        "level probabilities, calibration error": calibration_error(readings.level, tasks["level"]),
        **_interval(tasks["level"] * 25.0, read),
        **_activity(tasks["activities"], read),
    }


def _activity(held: pd.Series, read: TextScores) -> Figures:
    """Return how often the activity read, and one of the first three, is one that the task is known to be."""
    probabilities = read.readings.activity
    known = [isinstance(names, tuple) for names in held]
    first = [ACTIVITIES[i] for i in probabilities.argmax(axis=1)]
    best = [{ACTIVITIES[i] for i in row} for row in np.argsort(-probabilities, axis=1)[:, :3]]
    return {
        "activity right": share([f in h for f, h, k in zip(first, held, known, strict=True) if k]),
        "activity among the first three": share(
            [bool(b & set(h)) for b, h, k in zip(best, held, known, strict=True) if k]
        ),
    }


def _interval(truth: pd.Series, read: TextScores) -> Figures:
    return {
        "interval covers (90 % meant)": share(covered(truth, read.low, read.high)),
        "interval, mean width in points": round(float((read.high - read.low).mean()), 1),
        **coverage_by_tenth(truth, read.automatability, read.low, read.high, fewest=40),
    }


def _everyday(tasks: pd.DataFrame, texts: pd.Series, read: TextScores) -> Figures:
    readings = read.readings
    short = np.array([len(text.split()) <= _SHORT for text in texts])
    figures = {"tasks": float(len(tasks))}
    for name, measured, item in (
        ("automatable", read.automatability, "automatable"),
        ("repetitive", readings.repetitiveness, "repetitive"),
    ):
        figures[f"{name}, rank correlation"] = rank(measured, tasks[item])
        figures[f"{name}, rank correlation with low / middle / high"] = rank(measured, three_grades(tasks[item]))
        figures[f"{name}, rank correlation, {_SHORT} words or fewer"] = rank(measured[short], tasks[item][short])
        figures[f"{name}, mean error in points"] = mean_difference(measured, tasks[item].to_numpy(float) * 25)
    figures |= {
        "assistance, rank correlation": rank(readings.assistance, tasks["assistance"]),
        "physical, rank correlation": rank(readings.physical, tasks["physical"]),
        "relation, rank correlation": rank(readings.interpersonal, tasks["relation"]),
        "level probabilities, calibration error": calibration_error(readings.level, tasks["automatable"]),
        **_interval(tasks["automatable"] * 25.0, read),
        "solution right": share(np.array(SOLUTIONS)[readings.solution.argmax(axis=1)] == tasks["solution"]),
        "oversight right": share(np.array(OVERSIGHTS)[readings.oversight.argmax(axis=1)] == tasks["oversight"]),
        **_activity(tasks["activities"], read),
    }
    for i, flag in enumerate(FLAGS):
        truth = tasks[f"flag_{flag}"]
        figures[f"flag {flag}, area under the curve"] = round(float(roc_auc_score(truth, readings.flags[:, i])), 3)
    return figures


def edition(ids: pd.Series) -> pd.Series:
    """Return which edition of the everyday set a task came with: the second's ids begin with "2-", the third's with
    "3-"."""
    return ids.str.extract(r"^([23])-")[0].map({"2": "second edition", "3": "third edition"}).fillna("first edition")


def _by(parts: pd.Series, tasks: pd.DataFrame, read: dict[str, TextScores]) -> Figures:
    figures = {}
    for part in sorted(set(parts)):
        rows = (parts == part).to_numpy()
        for code, language in LANGUAGES.items():
            truth = tasks[rows]
            name = f"{part}, {language} ({int(rows.sum())} tasks)"
            figures[f"{name}: automatable"] = rank(read[code].automatability[rows], truth["automatable"])
            figures[f"{name}: repetitive"] = rank(read[code].readings.repetitiveness[rows], truth["repetitive"])
    return figures


def _parity(french: TextScores, english: TextScores) -> Figures:
    nearest = (french.vectors @ english.vectors.T).argmax(axis=1)
    return {
        "automatability, mean difference in points": mean_difference(french.automatability, english.automatability),
        "automatability, rank correlation": rank(french.automatability, english.automatability),
        "automatability, French less English, mean in points": round(
            float((french.automatability - english.automatability).mean()), 1
        ),
        "repetitiveness, mean difference in points": mean_difference(
            french.readings.repetitiveness, english.readings.repetitiveness
        ),
        "repetitiveness, rank correlation": rank(french.readings.repetitiveness, english.readings.repetitiveness),
        "the other language's text is the nearest": share(nearest == np.arange(len(nearest))),
    }


def _recognition(tasks: list[TextScores], others: TextScores, kinds: pd.DataFrame) -> Figures:
    genuine = np.concatenate([read.familiar for read in tasks])
    truth = np.concatenate([np.ones(len(genuine)), np.zeros(len(others.familiar))])
    middle: npt.NDArray[np.bool_] = (others.low <= 25) & (others.high >= 75)
    figures = {
        "texts": float(len(others.familiar)),
        "area under the curve": round(float(roc_auc_score(truth, np.concatenate([genuine, others.familiar]))), 3),
        "tasks taken as unfamiliar": share(genuine < UNFAMILIAR),
        "others scored above 60 automatable": share(others.automatability > 60),
        "others with an interval from 25 or below to 75 or above": share(middle),
    }
    for kind in sorted(set(kinds["kind"])):
        rows = (kinds["kind"] == kind).to_numpy()
        figures[f"{kind}: taken as unfamiliar"] = share(others.familiar[rows] < UNFAMILIAR)
    return figures
