"""The core leans on no page, and a stage on none that comes after it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import analyzer

PACKAGE = Path(analyzer.__file__).parent
STAGES = ("inventory", "scoring", "opportunity", "reallocation", "report")
HEAVY = ("streamlit", "torch", "sklearn", "sentence_transformers", "transformers")


def imported(folder: Path) -> set[str]:
    """Return the dotted names that the modules of a folder import."""
    names = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    return names


@pytest.mark.parametrize("room", [*STAGES, "workspace", "training", "commandline"])
def test_only_the_pages_import_streamlit(room: str) -> None:
    assert not [name for name in imported(PACKAGE / room) if name.split(".")[0] == "streamlit"]


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_imports_a_later_one(stage: str) -> None:
    later = tuple(f"analyzer.{name}" for name in (*STAGES[STAGES.index(stage) + 1 :], "ui", "cli", "batch"))
    assert not [name for name in imported(PACKAGE / stage) if name.startswith(later)]


def test_scoring_a_file_loads_neither_torch_nor_scikit_learn_nor_streamlit() -> None:
    asked = (
        "import sys, pandas, analyzer; analyzer.estimate_hours(analyzer.score_tasks(analyzer.read_inventory("
        "b'Task;Frequency;Duration\\nSend the invoices;weekly;1h\\n').frame));"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert not set(HEAVY) & set(done.stdout.split())
