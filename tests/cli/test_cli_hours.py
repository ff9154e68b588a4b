"""``analyzer hours``: scenarios from files, two side by side, and what is said of roles."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from analyzer.opportunity import assumptions_for, write_scenario


def freed(result) -> float:
    return sum(float(row["minutes_freed_central"]) for row in csv.DictReader(io.StringIO(result.stdout)))


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """Return the file of a scenario in which nobody works the new way."""
    path = tmp_path / "ours.json"
    path.write_text(write_scenario("Ours", "cautious", assumptions_for("cautious", {"adoption": 0})), encoding="utf-8")
    return path


def test_a_saved_scenario_is_used_and_can_be_changed(run, tasks: Path, ours: Path) -> None:
    assert freed(run("hours", tasks, "-q", "--scenario", ours)) == 0
    assert freed(run("hours", tasks, "-q", "--scenario", ours, "--set", "adoption=0.5")) > 0


def test_the_finding_says_the_first_year_and_what_to_ask(run, tasks: Path) -> None:
    words = run("hours", tasks, "-o", tasks.parent / "hours.csv").stderr
    assert "In the first year" in words and "with full use after 6 months" in words
    assert "What moves the total a week most, and what to ask:" in words
    assert "Ask each team now" in words


def test_two_scenarios_side_by_side(run, tasks: Path, ours: Path) -> None:
    words = run("hours", tasks, "-o", tasks.parent / "hours.csv", "--compare", "ambitious").stderr
    assert "With “ambitious” instead: " in words
    assert "  Adoption: 0.6 → 0.8" in words
    assert "  Checking of results: 0.37 → 0.25" in words
    words = run("hours", tasks, "-o", tasks.parent / "hours.csv", "--compare", ours, "--language", "fr").stderr
    assert "Avec «\u00a0ours.json\u00a0» à la place\u00a0: 0\u00a0min par semaine" in words
    same = run("hours", tasks, "-o", tasks.parent / "hours.csv", "--compare", "central").stderr
    assert "No assumption differs." in same


def test_scenarios_are_compared_with_one_working_time(run, tasks: Path, ours: Path) -> None:
    words = run("hours", tasks, "-o", tasks.parent / "h.csv", "--set", "hours_per_day=7.5", "--compare", ours).stderr
    assert "Hours in a working day: 7.5 → 7" not in words
    assert "yours is kept. Taking it over would change: Hours in a working day 7.5 → 7." in words


def test_part_time_shortens_the_week_that_a_role_may_fill(run, tasks: Path, tmp_path: Path) -> None:
    # The accounts clerk declares 9 h 30 a week (0.27 of 35 h): too much for one who works a tenth of 35 h.
    roles = tmp_path / "roles.json"
    roles.write_text(json.dumps({"Accounts clerk": {"hours_per_week": 35, "working_share": 0.1}}), encoding="utf-8")
    words = run("hours", tasks, "-o", tmp_path / "hours.csv", "--roles", roles).stderr
    said = words.replace("\u00a0", " ")
    assert "“Accounts clerk” declares 9 h 30 min a week a person, more than a week of 3 h 30 min" in said


def test_what_a_file_says_of_a_role_that_is_not_listed_is_no_silent_loss(run, tasks: Path, tmp_path: Path) -> None:
    roles, output = tmp_path / "roles.json", tmp_path / "hours.csv"
    facts = {"hours_per_week": 39}
    roles.write_text(json.dumps({"Accounts clerk": facts, "Account clerk": facts}), encoding="utf-8")
    assert "No task is done by “Account clerk”: " in run("hours", tasks, "-o", output, "--roles", roles).stderr
    assert run("hours", tasks, "-o", output, "--roles", roles, "--quiet").stderr == ""
    roles.write_text(json.dumps({"Clerk": facts, "Lead": facts}), encoding="utf-8")
    assert (
        "No task is done by 2 roles that --roles names, such as “Clerk”: "
        in run("cases", tasks, "-o", output, "--roles", roles).stderr
    )
    roles.write_text(json.dumps({"Accounts clerk": facts}), encoding="utf-8")
    assert "No task is done by" not in run("hours", tasks, "-o", output, "--roles", roles).stderr


@pytest.mark.parametrize(
    ("option", "content", "part"),
    [
        ("--scenario", "{}", "is no scenario file"),
        ("--compare", "{", "line 1 is no JSON"),
        ("--roles", "[", "is no JSON"),
        ("--roles", "[1]", "does not say by role what is known of it"),
        ("--roles", '{"Clerk": {"hours_per_week": 900}}', "cannot be “900”: give a number from 1 to 60"),
    ],
)
def test_a_file_that_is_broken_is_one_sentence_and_writes_nothing(run, tasks, tmp_path, option, content, part) -> None:
    broken, output = tmp_path / "broken.json", tmp_path / "hours.csv"
    broken.write_text(content, encoding="utf-8")
    result = run("hours", tasks, "-o", output, option, broken)
    assert result.exit_code == 3
    assert part in result.stderr and result.stderr.count("\n") == 1
    assert not output.exists()


@pytest.mark.parametrize("option", ["--scenario", "--roles"])
def test_a_file_that_is_not_there_is_one_sentence(run, tasks: Path, option: str) -> None:
    result = run("hours", tasks, option, "missing.json")
    assert (result.exit_code, result.stderr.strip()) == (3, "“missing.json” cannot be read: check its name.")
