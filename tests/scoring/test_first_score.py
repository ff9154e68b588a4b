"""The first score of a new process waits for nothing that a score does not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

import analyzer.scoring

UNNEEDED = {
    "babel",
    "onnx",
    "openvino",
    "pandas",
    "plotly",
    "pyarrow",
    "pydantic",
    "scipy",
    "sklearn",
    "sqlalchemy",
    "streamlit",
    "torch",
}


def packages_after(statement: str) -> set[str]:
    """Return the packages that a new process holds after a statement."""
    code = f"import sys; {statement}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "statement",
    [
        "from analyzer.scoring import load_scorer; load_scorer().read_texts(['Saisir les factures'])",
        "from analyzer import explain; explain('chase up POs', 'en').in_words('en')",
    ],
)
def test_a_score_loads_neither_pandas_nor_what_settings_and_pages_are_made_of(statement: str) -> None:
    held = packages_after(statement)
    assert "onnxruntime" in held
    assert not UNNEEDED & held


def test_every_public_name_is_there() -> None:
    for name in analyzer.scoring.__all__:
        assert getattr(analyzer.scoring, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        analyzer.scoring.guess()
