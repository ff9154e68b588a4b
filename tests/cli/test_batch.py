"""The pipeline over files, as the command line, the app's bench and scripts call it."""

from __future__ import annotations

from pathlib import Path

import pytest

import analyzer
from analyzer.batch import analyze
from analyzer.errors import InputFileError
from analyzer.opportunity import assumptions_for


def test_one_call_goes_from_a_file_to_its_hours(tasks: Path) -> None:
    analysis = analyze([tasks])
    assert [inventory.file for inventory in analysis.inventories] == ["tasks.csv"]
    assert len(analysis.scores) == len(analysis.estimate.frame) == 4
    assert analysis.estimate.totals("total")["minutes_per_week"].item() == 630


def test_a_folder_is_one_list(tasks: Path) -> None:
    (tasks.parent / "second.csv").write_bytes(tasks.read_bytes())
    analysis = analyze(tasks.parent)
    assert len(analysis.inventories) == 2
    assert analysis.scores.index.tolist() == list(range(8))


def test_assumptions_reach_the_hours(tasks: Path) -> None:
    analysis = analyze(tasks, assumptions=assumptions_for("central", {"adoption": 0}))
    assert analysis.estimate.frame["minutes_freed_central"].sum() == 0


def test_progress_runs_to_its_end(tasks: Path) -> None:
    shares: list[float] = []
    analyze(tasks, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)


def test_issues_are_said_in_the_language_asked_for(tasks: Path) -> None:
    assert "ne donne pas de nombre" in " ".join(analyze(tasks, language="fr").scores["issues"])


def test_a_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()
    with pytest.raises(InputFileError, match=r"empty\.csv"):
        analyze(tmp_path / "empty.csv")


def test_it_is_part_of_the_public_names(tasks: Path) -> None:
    assert analyzer.analyze is analyze
