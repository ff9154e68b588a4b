"""The label sets, joined into one table a source: O*NET statements with published labels, and our own everyday tasks.

A label that a row does not have is NaN and takes no part in training. Held-out rows are never trained on: one
occupation in ten of O*NET, and whole functions of the everyday set. Other occupations and functions are kept for
calibration.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pandas as pd

from analyzer.errors import ModelError
from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS, OVERSIGHTS, RUBRIC, SOLUTIONS, VALUES

EVERYDAY = Path(__file__).parent / "everyday"
HELD_OUT_FUNCTIONS = (
    "audit_advisory",
    "ecommerce",
    "education",
    "hospitality",
    "maintenance",
    "purchasing",
    "real_estate",
    "social_work",
    "transport",
)
"""Functions of the everyday set that are test only: a fifth of it."""
CALIBRATION_FUNCTIONS = ("after_sales", "arts_media", "engineering")
"""Functions on which probabilities and intervals are set: work that is new to the heads, as a user's may be."""

_EXPOSURE = {"E0": 0.0, "E2": 0.5, "E1": 1.0}
_LEVEL = {"T0": 0.0, "T1": 1.0, "T2": 2.0, "T3": 3.0, "T4": 4.0}
_CONTEXT = {
    "importance_of_repeating_same_tasks_context": "context_repeating",
    "structured_versus_unstructured_work_context": "context_freedom",
    "importance_of_being_exact_or_accurate_context": "context_exact",
    "degree_of_automation_context": "context_automation",
}


def split_of(code: str) -> str:
    """Return "test", "calibration" or "train" for an occupation code, always the same one (a tenth, a tenth, the
    rest)."""
    bucket = hashlib.sha256(code.encode()).digest()[0] % 10
    return {0: "test", 1: "calibration"}.get(bucket, "train")


def read_onet(folder: Path) -> pd.DataFrame:
    """Read O*NET's tasks with every label there is for them.

    :param folder: holds the files of the label sets under their published names.
    :returns: one row a task: ``text``, ``task_id``, ``soc``, ``occupation``, ``split``; ``human``, ``gpt4``,
        ``gpt4_alt`` (0..1),
        ``level`` (0..4), ``times_per_day``, ``importance`` (1..5), the four ``context_…``, ``preparation`` (the
        occupation's), ``assistant_use`` and ``assistant_reach`` (rank of observed use) (0..1), and ``activities``
        (tuple of names).
    :raises ModelError: if a file is missing.
    """
    tasks = _read(folder / "onet_exposure.tsv", "\t")
    frame = pd.DataFrame(
        {
            "text": tasks["task"].str.strip(),
            "task_id": tasks["task_id"].astype(str),
            "soc": tasks["soc"],
            "occupation": tasks["occupation"],
            "human": tasks["human_exposure"].map(_EXPOSURE),
            "gpt4": tasks["gpt4_exposure"].map(_EXPOSURE),
            "gpt4_alt": tasks["gpt4_exposure_alt_rubric"].map(_EXPOSURE),
            "level": tasks["gpt4_automation"].map(_LEVEL),
        }
    )
    # An occupation's variants (11-1011.00, 11-1011.03) stay on one side of the split.
    frame["split"] = [split_of(code[:7]) for code in frame["soc"]]
    frequency = _read(folder / "onet_task_frequency.tsv", "\t")
    times = frequency.groupby("task")["times_per_day"].mean()
    frame["times_per_day"] = frame["text"].map(times).astype(float)
    frame["importance"] = frame["text"].map(frequency.groupby("task")["importance"].mean()).astype(float)
    usage = frequency.groupby("task")["claude_usage_pct"].mean()
    frame["assistant_use"] = _ranked(frame["text"].map(usage).astype(float))
    context = _read(folder / "onet_work_context.csv", ",").rename(columns=_CONTEXT)
    frame = frame.merge(context[["occupation", *_CONTEXT.values()]], on="occupation", how="left")
    zones = _read(folder / "onet_occupations.tsv", "\t").groupby("occupation")["job_zone"].mean()
    frame["preparation"] = (frame["occupation"].map(zones).astype(float) - 1) / 4
    return frame.join(_activities(folder), on="task_id")


def _activities(folder: Path) -> pd.DataFrame:
    """Return a task's generalized work activities, and how far an assistant was seen to reach in its activities."""
    links = _read(folder / "onet_task_to_activity.tsv", "\t")
    titles = _read(folder / "onet_work_activities.tsv", "\t").set_index("dwa_id")
    seen = _read(folder / "working_with_ai_iwa.csv", ",").set_index("IWA")
    links["activity"] = links["dwa_id"].map(titles["gwa"])
    reach = _ranked(seen["completion_x_scope_x_coverage_ai"])
    links["reach"] = links["dwa_id"].map(titles["iwa_id"]).map(reach)
    links = links.dropna(subset=["activity"])
    by_task = links.groupby(links["task_id"].astype(str))
    held = {str(task): tuple(sorted(set(names))) for task, names in by_task["activity"]}
    activities = pd.Series(held, name="activities", dtype=object)
    return pd.concat([activities, by_task["reach"].mean().rename("assistant_reach")], axis=1)


def _ranked(values: pd.Series) -> pd.Series:
    """Return the place of each value among the others, 0..1: heavy tails would drown the rest."""
    return values.rank(pct=True)


def read_everyday(folder: Path = EVERYDAY) -> pd.DataFrame:
    """Read our everyday tasks with their settled ratings.

    :returns: one row a task: ``id``, ``function``, ``contrast`` (group of look-alikes, or ""), ``fr``, ``en``,
        ``split``, the
        rubric's items (0..4), ``assistance``, ``repetitive``, ``automatable`` (0..4), ``solution``, ``oversight``,
        ``value`` (codes), one 0/1 column ``flag_…`` a flag, and ``activities`` (names of generalized work activities,
        the one that the task mainly is first, at most two; NaN where none was named).
    """
    tasks = _read(folder / "tasks.csv", ",", text=True)
    ratings = _read(folder / "ratings.csv", ",", text=True)
    frame = tasks.merge(ratings, on="id", how="inner", validate="one_to_one")
    for item in RUBRIC:
        frame[item] = frame[item].astype(float)
    for flag in FLAGS:
        frame[f"flag_{flag}"] = [float(flag in str(flags).split(";")) for flags in frame["flags"]]
    for column, codes in (("solution", SOLUTIONS), ("oversight", OVERSIGHTS), ("value", VALUES)):
        unknown = set(frame[column]) - set(codes)
        if unknown:
            raise ModelError(
                "“{file}” has unknown codes in “{column}”: correct them.", file="ratings.csv", column=column
            )
    named = _read(folder / "activities.csv", ",", text=True).set_index("id")
    if not set(named.to_numpy().ravel()) <= {*ACTIVITIES, ""}:
        raise ModelError(
            "“{file}” has unknown codes in “{column}”: correct them.", file="activities.csv", column="activity"
        )
    frame["activities"] = frame["id"].map(
        {task: tuple(filter(None, names)) for task, *names in named.itertuples(name=None)}
    )
    frame["split"] = np.select(
        [frame["function"].isin(HELD_OUT_FUNCTIONS), frame["function"].isin(CALIBRATION_FUNCTIONS)],
        ["test", "calibration"],
        "train",
    )
    tested = frame[frame["split"] == "test"]
    known = frame["fr"].isin(tested["fr"]) | frame["en"].isin(tested["en"])
    # A few short texts are written the same in two functions: those are kept out of training altogether.
    frame.loc[known & (frame["split"] != "test"), "split"] = "aside"
    return frame


def read_not_tasks(folder: Path = EVERYDAY) -> pd.DataFrame:
    """Read texts that are no tasks (names, fragments, chatter, other languages): ``text``, ``kind``, ``split``."""
    frame = _read(folder / "not_tasks.csv", ",", text=True)
    bucket = [hashlib.sha256(text.encode()).digest()[0] % 5 for text in frame["text"]]
    frame["split"] = np.where(np.array(bucket) == 0, "test", "train")
    return frame


def _read(path: Path, separator: str, *, text: bool = False) -> pd.DataFrame:
    if not path.exists():
        raise ModelError("The label file “{file}” is missing: name the folder that holds it with --data.", file=path)
    return pd.read_csv(path, sep=separator, dtype=str if text else None, keep_default_na=not text)
