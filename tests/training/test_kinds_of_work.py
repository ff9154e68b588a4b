"""How the map of work worth more came to be: what is counted, and that the same data give the same file."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analyzer.reallocation.kinds import ROUTINE
from analyzer.training.kinds_of_work import CLASSES, activity_shares, fit, write


def read(kind: str, activity: str, split: str = "train", **scores: float) -> dict[str, object]:
    usual = {"automatability": 50.0, "assistance": 50.0, "physical": 0.0, "interpersonal": 50.0, "repetitiveness": 50.0}
    return {**usual, **scores, "flags": "", "activity": activity, "kind": kind, "split": split}


def test_a_few_tasks_of_an_activity_say_little() -> None:
    """One of three tasks is worth more, a third. Thinking: (1 + 10 x 1/3) / (1 + 10) = 0.394; keying: 3.333 / 12."""
    frame = pd.DataFrame(
        [read("creativity", "Thinking Creatively"), *[read(ROUTINE, "Processing Information") for _ in range(2)]]
    )
    shares = activity_shares(frame).set_index("activity")
    assert shares.loc["Thinking Creatively"].tolist() == [0.394, 1.0]
    assert shares.loc["Processing Information"].tolist() == [0.278, 2.0]
    assert shares.loc["Getting Information", "share"] == pytest.approx(0.333), "nothing was seen of it"


def test_the_same_tasks_give_the_same_file_and_held_out_ones_are_not_read(tmp_path: Path) -> None:
    seen = [
        read(kind, "Thinking Creatively", interpersonal=10.0 * i) for i, kind in enumerate(CLASSES) for _ in range(3)
    ]
    held = [read("strategy", "Getting Information", split="test", automatability=0.0) for _ in range(50)]
    files = [tmp_path / "one.csv", tmp_path / "other.csv"]
    for path, rows in zip(files, ([*seen, *held], seen), strict=True):
        write(fit(pd.DataFrame(rows)), {"tasks": 1.0}, path)
    assert files[0].read_bytes() == files[1].read_bytes()
