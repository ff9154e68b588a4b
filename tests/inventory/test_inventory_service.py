"""The functions that the app and the command line call, and the JSON of a check."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from inventory_samples import read, xlsx, xlsx_rows

from analyzer.errors import InputFileError
from analyzer.inventory import ReadingOptions, inventory_files, read_inventories, read_inventory
from analyzer.inventory.completion import COLUMNS

TEXT = """\
Tâche;Poste;Fréquence;Durée
Saisie des factures;Comptable;quotidien;1h
Divers;Comptable;ponctuel;30 min
Total;;;1h30
"""


def test_the_frame_is_the_contract() -> None:
    frame = read(TEXT).frame
    assert tuple(frame.columns) == COLUMNS
    assert isinstance(frame.index, pd.RangeIndex)
    kinds = {name: str(frame[name].dtype) for name in COLUMNS}
    numbers = ("occurrences_per_week", "minutes_per_occurrence", "headcount", "minutes_per_week")
    assert kinds["row"] == "int64"
    assert {kinds[name] for name in numbers} == {"float64"}
    assert {kinds[name] for name in COLUMNS if name != "row" and name not in numbers} == {"str"}
    assert frame["team"].isna().all()
    assert frame["headcount"].tolist() == [1, 1]
    assert frame["file"].unique().tolist() == ["tasks.csv"]


def test_the_check_is_plain_json() -> None:
    check = read(TEXT).as_check("en")
    assert json.loads(json.dumps(check)) == check
    assert list(check) == [
        "file", "format", "language", "rows", "tasks", "tasks_without_time", "minutes_per_week", "columns",
        "assumptions", "problems",
    ]  # fmt: skip
    assert check["format"] == {"encoding": "utf-8", "delimiter": ";", "sheets": [], "header_row": 1}
    assert (check["rows"], check["tasks"], check["tasks_without_time"], check["minutes_per_week"]) == (3, 2, 1, 300)
    assert check["columns"] == {
        "Tâche": "task", "Poste": "role", "Fréquence": "occurrences_per_week", "Durée": "minutes_per_occurrence",
    }  # fmt: skip
    assert check["assumptions"]["hours_per_day"] == 7
    assert [(problem["row"], problem["code"]) for problem in check["problems"]] == [
        (3, "frequency_vague"),
        (4, "total"),
    ]
    assert all(set(problem) == {"row", "code", "message"} for problem in check["problems"])


def test_the_check_speaks_the_language_asked_for() -> None:
    inventory = read(TEXT)
    assert inventory.as_check("fr")["problems"][1]["message"] == "Un total, pas une tâche\u00a0: «\u00a0Total\u00a0»."
    assert inventory.as_check("en")["problems"][1]["message"] == "A total, not a task: “Total”."


def test_headers_and_preview_are_there_for_the_mapping() -> None:
    inventory = read(TEXT)
    assert inventory.headers == ["Tâche", "Poste", "Fréquence", "Durée"]
    assert inventory.preview[1] == ["Saisie des factures", "Comptable", "quotidien", "1h"]


def test_a_missing_column_is_told_once_and_each_row_still_says_it() -> None:
    inventory = read("Tâche;Durée\nSaisie des factures;1h\nRelance des clients;2h\n")
    assert [problem.code for problem in inventory.problems] == ["frequency_column_missing"]
    assert inventory.frame["issues"].tolist() == ["How often is not said: the time is unknown"] * 2
    assert inventory.tasks_without_time == 2


def folder(path: Path) -> Path:
    (path / "équipe").mkdir()
    (path / "b.csv").write_text(TEXT, encoding="utf-8")
    (path / "équipe" / "a.xlsx").write_bytes(xlsx_rows(["Task", "Hours per week"], ["Orders", 2]))
    for name in ("README.md", ".caché.csv", "~$a.xlsx", "image.png"):
        (path / name).write_bytes(b"x")
    return path


def test_a_folder_is_its_task_lists(tmp_path: Path) -> None:
    inventories = read_inventories(folder(tmp_path), language="en")
    assert [inventory.file for inventory in inventories] == ["b.csv", "a.xlsx"]
    assert [inventory.minutes_per_week for inventory in inventories] == [300, 120]


def test_files_and_folders_together(tmp_path: Path) -> None:
    root = folder(tmp_path)
    files = inventory_files([root / "b.csv", str(root / "équipe")])
    assert [path.name for path in files] == ["b.csv", "a.xlsx"]


def test_a_folder_without_task_lists_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputFileError, match="holds no task list"):
        read_inventories(tmp_path)


def test_the_first_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (folder(tmp_path) / "c.csv").write_bytes(b"")
    with pytest.raises(InputFileError, match=r"c\.csv"):
        read_inventories(tmp_path)


def test_options_hold_for_every_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Tâche;Fréquence;Durée\nSaisie;hebdo;1 j\n", encoding="utf-8")
    inventories = read_inventories([path, path], options=ReadingOptions(hours_per_day=8))
    assert [inventory.minutes_per_week for inventory in inventories] == [480, 480]
    assert inventories[0].assumptions["hours_per_day"] == 8


def test_sheets_are_named_where_there_are_several() -> None:
    def two_sheets(workbook: openpyxl.Workbook) -> None:
        for name in ("Compta", "Paie"):
            sheet = workbook.create_sheet(name)
            for row in (["Tâche", "Durée"], ["Saisie", "1h"], ["Total", "1h"]):
                sheet.append(row)

    one, two = read(xlsx_rows(["Tâche", "Durée"], ["Saisie", "1h"], ["Total", "1h"])), read(xlsx(two_sheets))
    assert one.as_check("en")["problems"][-1]["message"] == "A total, not a task: “Total”."
    assert two.as_check("en")["problems"][-1]["message"] == "Paie - A total, not a task: “Total”."


def test_the_room_loads_neither_the_app_nor_the_language_model() -> None:
    heavy = ("streamlit", "py3langid", "charset_normalizer", "sklearn", "onnxruntime")
    script = f"import sys, analyzer.inventory; print([name for name in {heavy} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_a_list_is_read_from_the_bytes_of_an_upload() -> None:
    inventory = read_inventory(TEXT.encode(), filename="C:\\Users\\moi\\liste.csv")
    assert inventory.file == "liste.csv"
