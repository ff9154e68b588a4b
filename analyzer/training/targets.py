"""What the encoder is trained to tell of each text: one table a source, NaN where a label is missing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS, OVERSIGHTS, RUBRIC, SOLUTIONS, VALUES

FloatArray = npt.NDArray[np.float32]

_UNIT = (
    "human",
    "gpt4",
    "gpt4_alt",
    "context_repeating",
    "context_freedom",
    "context_exact",
    "context_automation",
    "preparation",
    "assistant_use",
    "assistant_reach",
)
SCALARS = (*_UNIT, "level", "times_per_day", "importance", *(f"rubric_{item}" for item in RUBRIC))
CLASSES = {"solution": SOLUTIONS, "oversight": OVERSIGHTS, "value": VALUES}
BINARIES = (*(f"activity_{name}" for name in ACTIVITIES), *(f"flag_{flag}" for flag in FLAGS), "recognised")


@dataclass(frozen=True)
class Table:
    """Texts with their targets: NaN where a label is missing."""

    texts: list[str]
    scalars: FloatArray
    binaries: FloatArray
    classes: FloatArray
    weight: float = 1.0


def onet_table(frame: pd.DataFrame) -> Table:
    """Return O*NET statements as training table, scalars brought to about 0..1."""
    scalars = pd.DataFrame(np.nan, index=frame.index, columns=list(SCALARS))
    for column in _UNIT:
        scalars[column] = frame[column]
    scalars["level"] = frame["level"] / 4
    scalars["times_per_day"] = np.log1p(frame["times_per_day"]) / np.log1p(10)
    scalars["importance"] = (frame["importance"] - 1) / 4
    binaries = pd.DataFrame(np.nan, index=frame.index, columns=list(BINARIES))
    known = frame["activities"].notna()
    for name in ACTIVITIES:
        held = [
            float(name in activities) if isinstance(activities, tuple) else np.nan for activities in frame["activities"]
        ]
        binaries[f"activity_{name}"] = np.where(known, held, np.nan)
    binaries["recognised"] = 1.0
    classes = np.full((len(frame), len(CLASSES)), np.nan, np.float32)
    return Table(frame["text"].tolist(), _array(scalars), _array(binaries), classes)


def everyday_table(frame: pd.DataFrame, language: str, weight: float = 1.0) -> Table:
    """Return the everyday tasks of one language as training table."""
    scalars = pd.DataFrame(np.nan, index=frame.index, columns=list(SCALARS))
    for item in RUBRIC:
        scalars[f"rubric_{item}"] = frame[item] / 4
    binaries = pd.DataFrame(np.nan, index=frame.index, columns=list(BINARIES))
    for flag in FLAGS:
        binaries[f"flag_{flag}"] = frame[f"flag_{flag}"]
    binaries["recognised"] = 1.0
    classes = np.array([[codes.index(row[name]) for name, codes in CLASSES.items()] for _, row in frame.iterrows()])
    return Table(frame[language].tolist(), _array(scalars), _array(binaries), classes.astype(np.float32), weight)


def not_task_table(frame: pd.DataFrame) -> Table:
    """Return texts that are no tasks: the only target is that they are not recognised."""
    rows = len(frame)
    binaries = np.full((rows, len(BINARIES)), np.nan, np.float32)
    binaries[:, -1] = 0.0
    nothing = np.full((rows, len(SCALARS)), np.nan, np.float32)
    return Table(frame["text"].tolist(), nothing, binaries, np.full((rows, len(CLASSES)), np.nan, np.float32))


def _array(frame: pd.DataFrame) -> FloatArray:
    return frame.to_numpy(np.float32)
