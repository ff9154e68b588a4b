"""The core leans on no page, and a stage on none that comes after it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import analyzer

PACKAGE = Path(analyzer.__file__).parent
STAGES = ("inventory", "scoring", "opportunity", "reallocation", "report")
MODULES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
}
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


def test_no_two_modules_need_each_other() -> None:
    """A module that asks its own package for another one would do: two threads that load them get them half loaded."""
    needs = {name: needed_by(name, path) for name, path in MODULES.items()}
    while ready := [name for name, needed in needs.items() if not needed & needs.keys()]:
        for name in ready:
            del needs[name]
    assert not needs, "these, and what needs them, can be loaded in no order"


def needed_by(module: str, path: Path) -> set[str]:
    """Return the modules of the package that one imports as it is loaded, and those that it needs for its types."""
    found = set()
    later = (
        (ast.FunctionDef, ast.If) if path.name == "__init__.py" else (ast.FunctionDef,)
    )  # a package offers its parts
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update({str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)})
        elif not isinstance(node, later):
            waiting.extend(ast.iter_child_nodes(node))
    return found & MODULES.keys() - {module}


def test_scoring_a_file_loads_neither_torch_nor_scikit_learn_nor_streamlit() -> None:
    asked = (
        "import sys, pandas, analyzer; analyzer.estimate_hours(analyzer.score_tasks(analyzer.read_inventory("
        "b'Task;Frequency;Duration\\nSend the invoices;weekly;1h\\n').frame));"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert not set(HEAVY) & set(done.stdout.split())
