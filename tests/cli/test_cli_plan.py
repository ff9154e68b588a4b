"""``analyzer plan``: the moves in a file, and in words what they rest on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd

from analyzer.batch import analyze
from analyzer.reallocation import PlanRules, plan_hours
from analyzer.reallocation.reasons import in_words

COLUMNS = ["role", "team", "to_role", "to_team", "activity", "code", "kind", "minutes_per_week", "reason"]


def test_the_file_holds_the_plan_of_the_api(run: Any, tasks: Path, tmp_path: Path) -> None:
    output = tmp_path / "plan.csv"
    result = run("plan", tasks, "-o", output)
    assert result.exit_code == 0, result.stderr
    written = pd.read_csv(output)
    plan = plan_hours(analyze(tasks).estimate)
    assert list(written.columns) == COLUMNS
    expected = in_words(plan, "en")
    for column in ("role", "code", "minutes_per_week", "reason"):
        assert written[column].tolist() == expected[column].tolist()
    assert (
        "a week planned" in result.stderr
        and "First month: " in result.stderr
        and "This is the best plan that the rules allow" in result.stderr
    )


def test_every_ending_is_written_in_the_language_asked_for(run: Any, tasks: Path, tmp_path: Path) -> None:
    for ending in ("xlsx", "parquet", "json"):
        output = tmp_path / f"plan.{ending}"
        assert run("plan", tasks, "-o", output, "--language", "fr").exit_code == 0
        assert output.stat().st_size > 0
    moves = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert all("estimation centrale" in move["reason"] for move in moves)


def test_no_name_of_a_person_is_in_the_plan(run: Any, tasks: Path) -> None:
    result = run("plan", tasks)
    assert result.exit_code == 0
    assert "Jeanne" not in result.stdout and "Durand" not in result.stdout


def test_rules_of_a_file_are_kept(run: Any, tasks: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules.json"
    rules.write_text(PlanRules(relief_floor=0.6, learning_floor=0.4).model_dump_json(), encoding="utf-8")
    output = tmp_path / "plan.json"
    assert run("plan", tasks, "-o", output, "--rules", rules).exit_code == 0
    kinds = {move["kind"] for move in json.loads(output.read_text(encoding="utf-8"))}
    assert kinds <= {"relief", "learning"}, "the floors take all"


def test_rules_that_contradict_each_other_stop_with_one_sentence(run: Any, tasks: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules.json"
    for text, said in (
        ('{"relief_floor": 0.9, "learning_floor": 0.9}', "more than all the freed time"),
        ('{"relief_flor": 0.9}', "“relief_flor”"),
        ("{relief", "is no JSON (line 1)"),
    ):
        rules.write_text(text, encoding="utf-8")
        result = run("plan", tasks, "--rules", rules)
        assert result.exit_code == 2
        assert said in result.stderr and result.stderr.count("\n") == 1
    assert run("plan", tasks, "--rules", tmp_path / "none.json").exit_code == 2


def test_nothing_freed_is_said(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "tasks.csv"
    path.write_text("Task,Role,Frequency,Duration\nCoach trainees,Lead,ad hoc,1 h\n", encoding="utf-8")
    result = run("plan", path, "--language", "fr")
    assert result.exit_code == 0
    assert "il n’y a encore rien à affecter" in result.stderr
