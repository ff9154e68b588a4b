"""The user's own copy of O*NET's task statements: added, shown beside the reference tasks, and removed again.

The statements here are invented; only their numbers are those of reference tasks.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter

from analyzer.scoring import explain, load_scorer
from analyzer.scoring.close_tasks import neighbour_source, neighbour_title
from analyzer.scoring.statements import FILE
from analyzer.settings import settings

PUBLISHED = ("O*NET-SOC Code", "Title", "Task ID", "Task", "Task Type", "Date", "Domain Source")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the test a data folder of its own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("ANALYZER_HOME", str(folder))
    settings.cache_clear()
    yield folder
    settings.cache_clear()


@pytest.fixture(scope="module")
def numbers() -> list[str]:
    """Return the numbers of a few reference tasks, and one that is none."""
    return [*sorted(load_scorer().reference.onet_codes, key=int)[:30], "99999999"]


def rows(numbers: list[str]) -> list[list[str]]:
    return [
        ["11-1011.00", "Gardeners of Numbers", number, said_of(number), "Core", "08/2026", "Incumbent"]
        for number in numbers
    ]


def said_of(number: str) -> str:
    return f'Water the plants of aisle {number}, and note "done" in the book; call if dry.'


def as_text(lines: list[list[str]]) -> bytes:
    return "\r\n".join("\t".join(line) for line in lines).encode() + b"\r\n"


def as_csv(lines: list[list[str]]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(lines)
    return written.getvalue().encode("utf-8-sig")


def as_workbook(lines: list[list[str]]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as workbook:
        sheet = workbook.add_worksheet("Task Statements")
        for at, line in enumerate(lines):
            sheet.write_row(at, 0, [int(cell) if cell.isdecimal() else cell for cell in line])
    return content.getvalue()


def published(path: Path, numbers: list[str], header: tuple[str, ...] = PUBLISHED) -> Path:
    write = {".txt": as_text, ".csv": as_csv, ".xlsx": as_workbook}[path.suffix]
    path.write_bytes(write([list(header), *rows(numbers)]))
    return path


@pytest.mark.parametrize("name", ["Task Statements.txt", "Task Statements.xlsx", "statements.csv"])
def test_the_statements_of_the_reference_tasks_are_kept(run, tmp_path: Path, home: Path, numbers, name: str) -> None:
    result = run("reference", "add", published(tmp_path / name, numbers))
    known = f"{len(load_scorer().reference.onet_codes):,}"
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"30 of {known} reference tasks now show their text.\n"
    kept = json.loads((home / FILE).read_text(encoding="utf-8"))["texts"]
    assert set(kept) == set(numbers[:30])
    assert kept[numbers[0]] == said_of(numbers[0])


@pytest.mark.parametrize(
    "header",
    [
        ("onetsoc_code", "title", "task_id", "task", "task_type", "date", "source"),
        ("ONET SOC CODE", "Occupation", "Task Id", "Task Statement", "Type", "Date", "Source"),
    ],
)
def test_the_columns_may_be_called_otherwise(run, tmp_path: Path, numbers, header: tuple[str, ...]) -> None:
    result = run("reference", "add", published(tmp_path / "tasks.txt", numbers, header))
    assert result.stderr.startswith("30 of ")


def test_the_nearest_reference_tasks_show_their_statement_and_source(run, tmp_path: Path) -> None:
    text = "Install, maintain, and repair electrical wiring, equipment, and fixtures in accordance with relevant codes"

    def near() -> list[str | None]:
        return [one.text for one in explain(text, "en").neighbours if one.source == "onet"]

    found = [one for one in explain(text, "en").neighbours if one.source == "onet"]
    assert found
    assert near() == [None] * len(found)
    path = published(tmp_path / "tasks.txt", [one.code for one in found])
    run("reference", "add", path)
    assert near() == [said_of(one.code) for one in found]
    one = next(one for one in explain(text, "fr").neighbours if one.source == "onet")
    assert neighbour_title(one, "fr").startswith("Water the plants")
    assert one.code in neighbour_source(one, "fr")
    run("reference", "remove")
    assert near() == [None] * len(found)


def test_show_says_what_is_there(run, tmp_path: Path, numbers) -> None:
    assert run("reference", "show").stderr.startswith("No statements have been added")
    run("reference", "add", published(tmp_path / "Task Statements.txt", numbers))
    assert "show their text, from “Task Statements.txt”, added on " in run("reference", "show").stderr
    assert "O*NET" in run("reference", "show").stderr
    french = run("reference", "show", "--language", "fr").stderr
    assert french.startswith("30 tâches de référence d’O*NET sur ")
    facts = json.loads(run("reference", "show", "--json").stdout)
    assert (facts["with_text"], facts["file"]) == (30, "Task Statements.txt")


def test_remove_undoes_it(run, tmp_path: Path, home: Path, numbers) -> None:
    run("reference", "add", published(tmp_path / "tasks.txt", numbers))
    assert run("reference", "remove").stderr.startswith("The statements were removed")
    assert not (home / FILE).exists()
    assert run("reference", "remove").stderr.startswith("No statements have been added")


def test_another_workspace_has_statements_of_its_own(run, tmp_path: Path, home: Path, numbers) -> None:
    other = tmp_path / "other"
    run("reference", "add", published(tmp_path / "tasks.txt", numbers), "--workspace", other)
    assert (other / FILE).exists()
    assert not (home / FILE).exists()
    assert "No statements" not in run("reference", "show", "--workspace", other).stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"Task,Role\nSort the mail,Clerk\n", "has no columns"),
        # A list of one's own may number its tasks too, and low numbers are O*NET's.
        (b"Code;Task ID;Task\nA1;1;Sort the mail\nA2;2;File the mail\n", "has no columns"),
        (b"O*NET-SOC Code\tTask ID\tTask\nA1\t1\tSort the mail\nA2\t2\tFile it\n", "has none of the O*NET tasks"),
        (b"O*NET-SOC Code\tTask ID\tTask\n11-1011.00\t99999999\tSort the mail\n", "has none of the O*NET tasks"),
    ],
)
def test_a_wrong_file_is_one_sentence_and_status_3(run, tmp_path: Path, home: Path, content: bytes, words: str) -> None:
    path = tmp_path / "wrong.txt"
    path.write_bytes(content)
    result = run("reference", "add", path)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert words in result.stderr
    assert "wrong.txt" in result.stderr
    assert not (home / FILE).exists()


def test_a_file_that_is_not_there_is_status_3(run, tmp_path: Path) -> None:
    assert run("reference", "add", tmp_path / "none.txt").exit_code == 3


def test_a_damaged_copy_is_said_and_hides_no_explanation(run, home: Path) -> None:
    home.mkdir()
    (home / FILE).write_text("{")
    result = run("reference", "show")
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert "add your copy" in result.stderr
    assert explain("Sort the mail", "en").neighbours
    assert run("reference", "remove").exit_code == 0


@pytest.mark.parametrize(("system", "words"), [("en_GB.UTF-8", "your own copy"), ("fr_FR.UTF-8", "votre propre")])
def test_help_names_the_three_commands(run, system: str, words: str) -> None:
    help_page = run("reference", "--help", env={"LANG": system}).output
    assert all(command in help_page for command in ("add", "show", "remove"))
    assert words in help_page
