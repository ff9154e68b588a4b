"""Level two, the commands as they are called: what they print, what they write, and with which status they end."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pandas as pd
import pytest

from analyzer.settings import settings


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".parquet", ".json"])
def test_scores_are_written_by_the_ending_of_the_name(run, tasks: Path, tmp_path: Path, ending: str) -> None:
    output = tmp_path / "results" / f"scores{ending}"
    output.parent.mkdir()
    result = run("score", tasks, "-o", output)
    read = {".csv": pd.read_csv, ".xlsx": pd.read_excel, ".parquet": pd.read_parquet, ".json": pd.read_json}[ending]
    scores = read(output, **({"engine": "calamine"} if ending == ".xlsx" else {}))
    assert (result.exit_code, result.stdout) == (0, "")
    assert scores["task"].tolist()[0] == "Enter supplier invoices into the ledger"
    assert scores["automatability"].between(0, 100).all()
    assert scores["minutes_per_week"].isna().tolist() == [False, False, False, True]
    assert f"Written to “{output}”." in result.stderr


def test_without_a_name_the_result_is_csv_on_stdout(run, tasks: Path) -> None:
    result = run("score", tasks)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["role"] for row in rows] == ["Accounts clerk", "Accounts clerk", "Team lead", "Accounts clerk"]
    assert "4 tasks" in result.stderr


def test_names_of_people_are_kept_only_if_asked(run, tasks: Path) -> None:
    result = run("score", tasks)
    assert "Jeanne" not in result.stdout
    assert "The names of 2 people were left out: add --names to keep them.\n" in result.stderr
    assert "Jeanne Martin" in run("score", tasks, "--names", "-q").stdout


def test_quiet_leaves_the_result_alone(run, tasks: Path) -> None:
    assert run("hours", tasks, "--quiet").stderr == ""


def test_hours_writes_lanes_and_says_the_finding(run, tasks: Path, tmp_path: Path) -> None:
    output = tmp_path / "hours.json"
    result = run("hours", tasks, "-o", output, "--quiet")
    rows = json.loads(output.read_text(encoding="utf-8"))
    assert result.exit_code == 0
    assert {row["lane"] for row in rows} <= {"automate", "assist", "redesign", "keep_human"}
    assert all(row["minutes_freed_low"] <= row["minutes_freed_central"] <= row["minutes_freed_high"] for row in rows)
    words = run("hours", tasks, "-o", output).stderr
    assert "a week could be freed (" in words
    assert "1 task has no time" in words


def test_a_scenario_and_an_assumption_change_the_hours(run, tasks: Path) -> None:
    def freed(*words: str) -> float:
        rows = csv.DictReader(io.StringIO(run("hours", tasks, "-q", *words).stdout))
        return sum(float(row["minutes_freed_central"]) for row in rows)

    assert freed("--scenario", "cautious") < freed() < freed("--scenario", "ambitious")
    assert freed("--set", "adoption=0") == 0
    assert freed("--set", "adoption=0,6") == freed("--set", "adoption=60%") == freed()


def test_a_day_of_work_is_the_day_that_is_assumed(run, tmp_path: Path) -> None:
    path = tmp_path / "days.csv"
    path.write_text("Task,Frequency,Duration\nClose the accounts,weekly,1 day\nFile the mail,weekly,1 h\n")
    rows = list(csv.DictReader(io.StringIO(run("hours", path, "-q", "--set", "hours_per_day=8").stdout)))
    assert float(rows[0]["minutes_per_week"]) == 480


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--scenario", "wild"], "There is no scenario “wild”"),
        (["--set", "adoption"], "“adoption” is not understood: write NAME=VALUE, for example adoption=0.5."),
        (["--set", "=1"], "“=1” is not understood"),
        (["--set", "luck=1"], "There is no assumption “luck”"),
        (["--set", "adoption=7"], "The assumption “adoption” cannot be “7”"),
        (["--column", "Task=banana"], "“banana” is no field"),
        (["-o", "hours.txt"], "“hours.txt” does not say what kind of file to write"),
        (["-o", "nowhere/hours.csv"], "The folder “nowhere” does not exist: create it first."),
    ],
)
def test_a_wrong_option_is_one_sentence_and_status_2(run, tasks: Path, words: list[str], part: str) -> None:
    result = run("hours", tasks, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert part in result.stderr
    assert result.stderr.count("\n") == 1


BAD_FILES = {
    "nothing": b"",
    "blank": b"\n\n  \n",
    "binary": bytes(range(256)) * 8,
    "html": b"<html><body>Please sign in</body></html>",
    "zip": b"PK\x03\x04 broken",
    "no tasks": b"Amount,Date\n12,2026-01-01\n13,2026-01-02\n",
    "header only": b"Task,Role,Frequency\n",
}


@pytest.mark.parametrize("command", ["check", "score", "hours"])
@pytest.mark.parametrize("kind", BAD_FILES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_file_that_cannot_be_used_is_one_sentence_and_status_3(run, tmp_path, kind, command, language) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(BAD_FILES[kind])
    result = run(command, path, "--language", language)
    assert (result.exit_code, result.stdout) == (3, ""), result.exception
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith({"en": "“bad.csv”", "fr": "«\u00a0bad.csv\u00a0»"}[language])


def test_a_file_that_is_not_there_is_status_3(run, tmp_path: Path) -> None:
    result = run("score", tmp_path / "nothing.xlsx")
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert "nothing.xlsx" in result.stderr


def test_an_empty_folder_is_status_3(run, tmp_path: Path) -> None:
    result = run("check", tmp_path)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)


def test_a_model_that_cannot_be_used_is_status_4(run, tasks: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("ANALYZER_MODELS", str(tmp_path / "none"))
    settings.cache_clear()
    try:
        result = run("score", tasks, "--language", "fr")
    finally:
        settings.cache_clear()
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (4, "", 1)
    assert "none" in result.stderr


def test_a_result_replaces_an_older_one_but_never_an_input(run, tasks: Path, tmp_path: Path) -> None:
    before = tasks.read_bytes()
    alias = tmp_path / "alias.csv"
    os.link(tasks, alias)
    for output in (tasks, alias):
        result = run("score", tasks, "-o", output)
        assert result.exit_code == 2
        assert "is one of the files to read" in result.stderr
    assert tasks.read_bytes() == before
    older = tmp_path / "older.csv"
    older.write_text("before")
    assert run("score", tasks, "-o", older, "-q").exit_code == 0
    assert older.read_text(encoding="utf-8").startswith("row,task,")


def test_a_result_never_lands_in_the_folder_that_is_read(run, tasks: Path) -> None:
    result = run("score", tasks.parent, "-o", tasks.parent / "scores.csv")
    assert result.exit_code == 2
    assert "be read as a task list next time" in result.stderr


def test_files_are_scored_as_one_list(run, tasks: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_bytes(tasks.read_bytes())
    rows = list(csv.DictReader(io.StringIO(run("hours", tasks, other, "-q").stdout)))
    assert [row["file"] for row in rows] == ["tasks.csv"] * 4 + ["other.csv"] * 4
    assert rows[0]["use_case"] == rows[4]["use_case"]


@pytest.mark.parametrize("command", ["train", "evaluate"])
def test_a_missing_data_folder_is_one_sentence(run, tmp_path: Path, command: str) -> None:
    result = run(command, "--data", tmp_path / "labels")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("does not exist: name the folder of the label sets.\n")


def test_evaluate_without_label_sets_is_one_sentence(run, tmp_path: Path) -> None:
    result = run("evaluate", "--data", tmp_path)
    assert result.exit_code == 4
    assert (result.stdout, result.stderr.count("\n")) == ("", 1)


def test_a_closed_pipe_is_no_traceback(tasks: Path) -> None:
    import subprocess
    import sys

    command = [sys.executable, "-m", "analyzer.cli", "check", str(tasks), "--json"]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        result = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, text=True, check=False)
    assert "Traceback" not in result.stderr
    assert result.returncode == 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_template_is_written_and_comes_back_without_a_question(run, tmp_path: Path, language: str) -> None:
    path = tmp_path / "template.xlsx"
    assert run("template", "-o", path, "--language", language).exit_code == 0
    found = json.loads(run("check", path, "--json").stdout)
    assert (found["tasks"], found["tasks_without_time"], found["problems"]) == (2, 0, [])


def test_the_template_never_overwrites_a_file(run, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    path.write_bytes(b"mine")
    result = run("template", "-o", path)
    assert result.exit_code == 2 and "already there" in result.stderr
    assert path.read_bytes() == b"mine"
    assert "ends in .xlsx" in run("template", "-o", tmp_path / "template.csv").stderr
