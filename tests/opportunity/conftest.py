"""Scores frames as the scoring room hands them over, built by hand: no model is needed to test the arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

TaskFactory = Callable[..., dict[str, Any]]
ScoresFactory = Callable[..., pd.DataFrame]


def task(text: str = "Supplier invoices into the ledger", **changes: Any) -> dict[str, Any]:
    """Return one row of a scores frame: a certain, repetitive capture task of 600 minutes a week, changed as asked."""
    row: dict[str, Any] = {
        "row": 2,
        "task": text,
        "role": "Bookkeeper",
        "team": "Finance",
        "person": None,
        "occurrences_per_week": 5.0,
        "minutes_per_occurrence": 120.0,
        "headcount": 1.0,
        "minutes_per_week": 600.0,
        "language": "en",
        "notes": None,
        "issues": "",
        "file": "tasks.csv",
        "sheet": None,
        "repetitiveness": 80.0,
        "automatability": 75.0,
        "automatability_low": 60.0,
        "automatability_high": 90.0,
        "level": "T3",
        "probability_t0": 0.02,
        "probability_t1": 0.03,
        "probability_t2": 0.15,
        "probability_t3": 0.6,
        "probability_t4": 0.2,
        "assistance": 50.0,
        "physical": 0.0,
        "interpersonal": 0.0,
        "activity": "Processing Information",
        "solution": "capture",
        "oversight": "each",
        "flags": "",
        "confidence": 0.8,
        "reasons": "",
        "overridden": False,
    }
    row.update(changes)
    row.setdefault("work_key", row["task"])
    return row


def scores_of(*rows: dict[str, Any]) -> pd.DataFrame:
    """Return a scores frame of rows made by :func:`task`."""
    frame = pd.DataFrame(list(rows), columns=list(task()))
    frame["row"] = range(2, len(frame) + 2)
    return frame.astype({"minutes_per_week": "float64", "headcount": "float64", "overridden": "bool"})


@pytest.fixture(scope="session")
def make_task() -> TaskFactory:
    return task


@pytest.fixture(scope="session")
def make_scores() -> ScoresFactory:
    return scores_of
