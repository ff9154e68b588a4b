"""Small files as people keep them, and a runner that speaks English whatever the machine's language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from analyzer.cli import app

Run = Callable[..., Result]

TASKS = """Task,Role,Person,Frequency,Duration
Enter supplier invoices into the ledger,Accounts clerk,Jeanne Martin,daily,1h30
Reconcile the bank statements,Accounts clerk,Jeanne Martin,weekly,2 h
Coach the two trainees,Team lead,Paul Durand,weekly,1 h
Sort the incoming mail,Accounts clerk,,ad hoc,10 min
"""


@pytest.fixture
def tasks(tmp_path: Path) -> Path:
    """Return a list of four tasks, one without a known time, three with a person."""
    path = tmp_path / "tasks.csv"
    path.write_text(TASKS, encoding="utf-8")
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the command line on words, in an English system unless said otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    def invoke(*words: str | Path, **options: Any) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], **options)

    return invoke
