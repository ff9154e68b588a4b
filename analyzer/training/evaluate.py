"""How good the models are, on rows that took no part in training or tuning."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import spearmanr
from sklearn.metrics import roc_auc_score

from analyzer.scoring.scorer import Scorer, TextScores
from analyzer.scoring.text import clean
from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS, OVERSIGHTS, SOLUTIONS
from analyzer.training.data import read_everyday, read_not_tasks, read_onet

FloatArray = npt.NDArray[np.floating]


def evaluate(data: Path, models: Path) -> dict[str, dict[str, float]]:
    """Measure the models of a folder on the held-out tenth of occupations and on the held-out functions.

    :param data: folder of the label sets.
    :param models: models folder.
    :returns: group of figures to name to value: rank correlations (Spearman), accuracies, coverage of the 90 % interval
        (shares), differences in points of 100, areas under the curve.
    """
    scorer = Scorer(models)
    onet, everyday, not_tasks = read_onet(data), read_everyday(), read_not_tasks()
    onet = onet[onet["split"] == "test"].reset_index(drop=True)
    everyday = everyday[everyday["split"] == "test"].reset_index(drop=True)
    not_tasks = not_tasks[not_tasks["split"] == "test"]
    statements = _read(scorer, onet["text"])
    french, english = _read(scorer, everyday["fr"]), _read(scorer, everyday["en"])
    others = _read(scorer, not_tasks["text"])
    return {
        "O*NET statements, held-out occupations": _onet(onet, statements),
        "everyday tasks, held-out functions, French": _everyday(everyday, french),
        "everyday tasks, held-out functions, English": _everyday(everyday, english),
        "French and English of one task": _parity(french, english),
        "texts that are no tasks": _recognition([statements, french, english], others, not_tasks),
    }


def write_metrics(metrics: dict[str, dict[str, float]], models: Path) -> None:
    """Write the figures to ``metrics.json`` beside the models."""
    (models / "metrics.json").write_text(json.dumps(metrics, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _read(scorer: Scorer, texts: pd.Series) -> TextScores:
    return scorer.read_texts([clean(text) for text in texts])


def _rank(measured: npt.ArrayLike, truth: pd.Series) -> float:
    known = truth.notna().to_numpy()
    return round(float(spearmanr(np.asarray(measured)[known], truth[known]).statistic), 3)


def _onet(tasks: pd.DataFrame, read: TextScores) -> dict[str, float]:
    probabilities = read.readings.activity
    known = [isinstance(held, tuple) for held in tasks["activities"]]
    first = [ACTIVITIES[i] for i in probabilities.argmax(axis=1)]
    best = [{ACTIVITIES[i] for i in row} for row in np.argsort(-probabilities, axis=1)[:, :3]]
    held = tasks["activities"]
    level = tasks["level"] * 25.0
    return {
        "tasks": float(len(tasks)),
        "automatability, rank correlation with GPT-4's level": _rank(read.automatability, tasks["level"]),
        "assistance, rank correlation with people's exposure rating": _rank(read.readings.assistance, tasks["human"]),
        "assistance, rank correlation with GPT-4's exposure rating": _rank(read.readings.assistance, tasks["gpt4"]),
        "GPT-4's and people's exposure rating, rank correlation": _rank(tasks["gpt4"], tasks["human"]),
        "repetitiveness, rank correlation with job holders' frequency": _rank(
            read.readings.repetitiveness, tasks["times_per_day"]
        ),
        "level within the 90 % interval": _coverage(level, read),
        "activity right": _share([f in h for f, h, k in zip(first, held, known, strict=True) if k]),
        "activity among the first three": _share(
            [bool(b & set(h)) for b, h, k in zip(best, held, known, strict=True) if k]
        ),
    }


def _everyday(tasks: pd.DataFrame, read: TextScores) -> dict[str, float]:
    readings = read.readings
    figures = {
        "tasks": float(len(tasks)),
        "automatable, rank correlation": _rank(read.automatability, tasks["automatable"]),
        "repetitive, rank correlation": _rank(readings.repetitiveness, tasks["repetitive"]),
        "assistance, rank correlation": _rank(readings.assistance, tasks["assistance"]),
        "physical, rank correlation": _rank(readings.physical, tasks["physical"]),
        "relation, rank correlation": _rank(readings.interpersonal, tasks["relation"]),
        "automatability, mean error in points": round(
            float(np.abs(read.automatability - tasks["automatable"] * 25).mean()), 1
        ),
        "rating within the 90 % interval": _coverage(tasks["automatable"] * 25.0, read),
        "solution right": _share(np.array(SOLUTIONS)[readings.solution.argmax(axis=1)] == tasks["solution"]),
        "oversight right": _share(np.array(OVERSIGHTS)[readings.oversight.argmax(axis=1)] == tasks["oversight"]),
    }
    for i, flag in enumerate(FLAGS):
        figures[f"flag {flag}, area under the curve"] = round(
            float(roc_auc_score(tasks[f"flag_{flag}"], readings.flags[:, i])), 3
        )
    return figures


def _parity(french: TextScores, english: TextScores) -> dict[str, float]:
    together = (french.vectors * english.vectors).sum(axis=1)
    mine_first = (french.vectors @ english.vectors.T).argmax(axis=1) == np.arange(len(together))
    return {
        "automatability, mean difference in points": _difference(french.automatability, english.automatability),
        "repetitiveness, mean difference in points": _difference(
            french.readings.repetitiveness, english.readings.repetitiveness
        ),
        "the other language's text is the nearest": _share(mine_first),
    }


def _recognition(tasks: list[TextScores], others: TextScores, kinds: pd.DataFrame) -> dict[str, float]:
    genuine = np.concatenate([read.familiar for read in tasks])
    truth = np.concatenate([np.ones(len(genuine)), np.zeros(len(others.familiar))])
    figures = {
        "texts": float(len(others.familiar)),
        "area under the curve": round(float(roc_auc_score(truth, np.concatenate([genuine, others.familiar]))), 3),
        "tasks taken as unfamiliar": _share(genuine < 0.5),
        "others scored above 60 automatable": _share(others.automatability > 60),
    }
    for kind in sorted(set(kinds["kind"])):
        figures[f"{kind}: taken as unfamiliar"] = _share(others.familiar[(kinds["kind"] == kind).to_numpy()] < 0.5)
    return figures


def _coverage(truth: pd.Series, read: TextScores) -> float:
    return _share((truth >= read.low - 0.05) & (truth <= read.high + 0.05))


def _difference(first: FloatArray, second: FloatArray) -> float:
    return round(float(np.abs(first - second).mean()), 1)


def _share(right: npt.ArrayLike) -> float:
    return round(float(np.mean(np.asarray(right, float))), 3)
