"""The command ``check``: what it says of a file, and the options that say how a file is read."""

from __future__ import annotations

import json
from pathlib import Path


def test_check_prints_what_was_understood_as_json(run, tasks: Path) -> None:
    result = run("check", tasks, "--json")
    found = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert (found["file"], found["rows"], found["tasks"], found["tasks_without_time"]) == ("tasks.csv", 4, 4, 1)
    assert found["columns"]["Duration"] == "minutes_per_occurrence"
    assert found["minutes_per_week"] == 5 * 90 + 120 + 60
    assert set(found) == {
        *("file", "format", "language", "rows", "tasks", "tasks_without_time", "minutes_per_week", "columns"),
        *("assumptions", "problems"),
    }


def test_check_of_several_files_is_a_list(run, tasks: Path) -> None:
    assert [found["file"] for found in json.loads(run("check", tasks, tasks, "--json").stdout)] == ["tasks.csv"] * 2
    assert [found["file"] for found in json.loads(run("check", tasks.parent, "--json").stdout)] == ["tasks.csv"]


def test_check_says_in_words_what_it_found(run, tasks: Path) -> None:
    result = run("check", tasks)
    assert result.stdout == ""
    first = result.stderr.replace("\u00a0", " ").splitlines()[0]
    assert first == "tasks.csv: 4 tasks in 4 rows, 10 h 30 min a week; tasks without a time: 1."
    assert "Frequency → occurrences_per_week" in result.stderr
    assert "row 5: “ad hoc” gives no number" in result.stderr


def test_check_speaks_french(run, tasks: Path) -> None:
    words = run("check", tasks, "--language", "fr").stderr
    assert words.startswith("tasks.csv\u00a0: 4 tâches sur 4 lignes")
    assert "ligne 5\u00a0: «\u00a0ad hoc\u00a0»" in words


def test_check_is_silent_if_asked(run, tasks: Path) -> None:
    assert run("check", tasks, "-q").output == ""


def test_a_file_that_cannot_be_used_hides_none_of_the_others(run, tasks: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    result = run("check", empty, tasks, "--json")
    assert result.exit_code == 3
    assert result.stderr == "“empty.csv” is empty: choose a file with one task a row.\n"
    assert [found["file"] for found in json.loads(result.stdout)] == ["tasks.csv"]


def test_a_column_can_be_corrected(run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Task;Corner;Frequency\nSort the mail;East;weekly\nFile the invoices;West;daily\n")
    assert "Corner" not in json.loads(run("check", path, "--json").stdout)["columns"]
    found = json.loads(run("check", path, "--json", "--column", "Corner=team").stdout)
    assert found["columns"] == {"Task": "task", "Corner": "team", "Frequency": "occurrences_per_week"}


def test_hidden_rows_are_left_out_if_asked(run, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["Task", "Duration"], ["Scan letters", "1h"], ["Old work", "5h"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    path = tmp_path / "tasks.xlsx"
    book.save(path)
    assert json.loads(run("check", path, "--json").stdout)["tasks"] == 2
    assert json.loads(run("check", path, "--json", "--no-hidden").stdout)["tasks"] == 1


def test_one_sheet_of_a_workbook_is_read_if_it_is_named(run, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for name, tasks in (("Sales", ["Send quotes", "Chase quotes"]), ("Payroll", ["Run payroll"])):
        sheet = book.create_sheet(name)
        for row in [["Task", "Frequency", "Duration"], *([task, "weekly", "1h"] for task in tasks)]:
            sheet.append(row)
    path = tmp_path / "tasks.xlsx"
    book.save(path)
    assert json.loads(run("check", path, "--json").stdout)["tasks"] == 3
    assert json.loads(run("check", path, "--json", "--sheet", "Payroll").stdout)["tasks"] == 1
    both = run("check", path, "--json", "--sheet", "Payroll", "--sheet", "Sales")
    assert json.loads(both.stdout)["format"]["sheets"] == ["Sales", "Payroll"]
    unknown = run("check", path, "--sheet", "Pay")
    assert unknown.exit_code == 3
    assert "has no sheet “Pay”: choose one of Sales, Payroll." in unknown.stderr


def test_personal_data_is_masked_unless_asked_to_keep_it(run, tmp_path: Path) -> None:
    path = tmp_path / "tasks.csv"
    path.write_text("Task;Frequency;Duration\nCall Sarah Jones on 07700 900123;weekly;1h\n", encoding="utf-8")
    masked = json.loads(run("check", path, "--json").stdout)["problems"]
    assert [(one["row"], one["code"]) for one in masked] == [(2, "personal_data")] * 2
    kept = json.loads(run("check", path, "--json", "--keep-personal-data").stdout)["problems"]
    assert {one["code"] for one in kept} == {"personal_data_kept"}
    assert "Call [person 1] on [phone 1]" in run("score", path).stdout
    assert "Sarah Jones" in run("score", path, "--keep-personal-data").stdout


def test_another_list_is_refused_unless_any_list_is_let_in(run, tmp_path: Path) -> None:
    path = tmp_path / "prices.csv"
    path.write_text("Item,Price\nEspresso,£2.40\nTea,£1.20\n", encoding="utf-8")
    refused = run("check", path, "--language", "en")
    assert refused.exit_code == 3
    assert "--any-list" in refused.stderr
    read = json.loads(run("check", path, "--json", "--any-list").stdout)
    assert read["tasks"] == 2 and read["format"]["header_row"] == 1, "its own header line is none of its rows"
    assert "other_list" in {one["code"] for one in read["problems"]}


def test_several_tasks_of_a_cell_are_taken_apart_on_demand(run, tmp_path: Path) -> None:
    path = tmp_path / "tasks.csv"
    path.write_text('Task,Frequency,Time\n"- Answer the phone\n- Sort the post",daily,1h\n', encoding="utf-8")
    assert json.loads(run("check", path, "--json").stdout)["tasks"] == 1
    split = json.loads(run("check", path, "--json", "--split-cells").stdout)
    assert (split["tasks"], split["minutes_per_week"]) == (2, 300)
