"""``analyzer cases``, ``analyzer roadmap`` and ``analyzer hours --money``: what the pages say, from a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analyzer.batch import analyze
from analyzer.opportunity import estimate_money, plan_roadmap, use_case_table
from analyzer.opportunity.costs import costs_of

MONEY = ("value", "build", "run", "net", "payback", "three_year_return", "waiting", "break_even")


def test_the_file_of_use_cases_holds_those_of_the_page(run: Any, tasks: Path, tmp_path: Path) -> None:
    output = tmp_path / "cases.csv"
    result = run("cases", tasks, "-o", output)
    assert result.exit_code == 0, result.stderr
    written, table = pd.read_csv(output), use_case_table(analyze(tasks).estimate)
    assert written["use_case"].tolist() == table["use_case"].tolist()
    assert written["priority"].tolist() == table["priority"].tolist()
    assert "4 use cases; " in result.stderr
    assert "pay" not in result.stderr, "money is said when asked"


def test_money_is_that_of_the_page(run: Any, tasks: Path, tmp_path: Path) -> None:
    output = tmp_path / "cases.json"
    result = run("cases", tasks, "-o", output, "--cost-per-hour", "30:40:60")
    assert result.exit_code == 0, result.stderr
    costs = costs_of({"hour": {"low": 30, "central": 40, "high": 60}})
    money = estimate_money(analyze(tasks).estimate, costs)
    first, case = money.cases.iloc[0], money.in_full(money.cases.head(1))[0]
    row = next(row for row in json.loads(output.read_text("utf-8")) if row["use_case"] == first["use_case"])
    assert row["currency"] == "EUR" and row["pays"] == first["pays"]
    for name in MONEY[:3]:
        found = [row[f"{name}_{end}"] for end in ("low", "central", "high")]
        assert found == sorted(found)
        assert found[1] == pytest.approx(getattr(case, name).central, abs=0.001)
    assert "three years" in result.stderr


def test_hours_says_money_when_asked(run: Any, tasks: Path, tmp_path: Path) -> None:
    result = run("hours", tasks, "-o", tmp_path / "hours.csv", "--money", "gbp", "--language", "fr")
    assert result.exit_code == 0, result.stderr
    assert "trois ans" in result.stderr
    assert "trois ans" not in run("hours", tasks, "-o", tmp_path / "hours.csv", "--language", "fr").stderr


def test_costs_of_a_file_take_the_place_of_the_usual_ones(run: Any, tasks: Path, tmp_path: Path) -> None:
    costs, output = tmp_path / "costs.json", tmp_path / "cases.json"
    free = {
        f"cost:{solution}:{item}": 0
        for solution in ("capture", "rules", "reporting")
        for item in ("build_days", "run_days", "licence", "purchase", "training_hours")
    }
    costs.write_text(json.dumps(free), encoding="utf-8")
    assert run("cases", tasks, "-o", output, "--costs", costs).exit_code == 0
    built = [
        row["run_central"] for row in json.loads(output.read_text("utf-8")) if row["solution"] in ("capture", "rules")
    ]
    assert 0.0 in built
    assert set(built) <= {0.0, None}, "what frees nothing has no figures"


def test_the_roadmap_is_that_of_the_page(run: Any, tasks: Path, tmp_path: Path) -> None:
    output = tmp_path / "roadmap.csv"
    result = run("roadmap", tasks, "-o", output)
    assert result.exit_code == 0, result.stderr
    estimate = analyze(tasks).estimate
    plan = plan_roadmap(estimate)
    written = pd.read_csv(output)
    assert written[["step", "kind"]].values.tolist() == [[step.name, step.kind] for step in plan.steps]
    assert "Start small" in result.stderr and "It has succeeded if" in result.stderr


def test_capacity_changes_the_roadmap(run: Any, tasks: Path, tmp_path: Path) -> None:
    ends = {}
    for days in (5, 200):
        output = tmp_path / f"{days}.json"
        assert run("roadmap", tasks, "-o", output, "--days-per-quarter", days, "--at-once", 1).exit_code == 0
        ends[days] = [row["finish_quarter"] for row in json.loads(output.read_text("utf-8")) if row["kind"] == "build"]
    assert min(ends[200]) < min(ends[5], default=99)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["cases", "--money", "USD"], 2, "“USD”"),
        (["cases", "--cost-per-hour", "cheap"], 2, "“cheap” is no cost of an hour"),
        (["cases", "--cost-per-hour", "60:40:30"], 2, "in rising order"),
        (["cases", "--cost-per-hour", "nan"], 2, "is no range"),
        (["hours", "--cost-per-hour", "1:2"], 2, "30:40:60"),
        (["roadmap", "--days-per-quarter", "0"], 2, "“days_per_quarter” cannot be “0.0”"),
        (["roadmap", "--at-once", "11"], 2, "“at_once” cannot be “11”"),
        (["roadmap", "--quarters", "13"], 2, "“quarters” cannot be “13”"),
        (["roadmap", "--costs", "none.json"], 3, "cannot be read"),
    ],
)
def test_a_bad_value_gives_one_sentence_and_no_file(
    run: Any, tasks: Path, tmp_path: Path, words: list[str], status: int, said: str
) -> None:
    output = tmp_path / "out.csv"
    result = run(words[0], tasks, "-o", output, *words[1:])
    assert result.exit_code == status
    assert said in result.stderr and result.stderr.count("\n") == 1
    assert not output.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{broken", "is no JSON"),
        ("[]", "is no JSON"),
        ('{"cost:rules:coffee": 3}', "“cost:rules:coffee”"),
        ('{"cost:rules:build_days": {"low": 9, "central": 3, "high": 1}}', "in rising order"),
        ('{"cost:rules:build_days": "three"}', "is no range"),
        ('{"currency": "USD"}', "“USD”"),
        ('{"currency": ["EUR"]}', "no costs in"),
    ],
)
def test_a_broken_file_of_costs_gives_one_sentence(
    run: Any, tasks: Path, tmp_path: Path, content: str, said: str
) -> None:
    costs = tmp_path / "costs.json"
    costs.write_text(content, encoding="utf-8")
    result = run("cases", tasks, "--costs", costs)
    assert result.exit_code in (2, 3)
    assert said in result.stderr and result.stderr.count("\n") == 1


def test_the_roadmap_leaves_out_what_does_not_pay_only_where_costs_are_named(
    run: Any, tasks: Path, tmp_path: Path
) -> None:
    costs = tmp_path / "costs.json"
    costs.write_text(json.dumps({"hour": {"low": 1, "central": 2, "high": 3}}), encoding="utf-8")
    by_hours = run("roadmap", tasks, "-o", tmp_path / "hours.csv")
    by_money = run("roadmap", tasks, "-o", tmp_path / "money.csv", "--costs", costs)
    assert "more money in three years" not in by_hours.stderr
    assert "more money in three years" in by_money.stderr


def test_a_working_week_is_that_of_the_country_and_what_is_set_wins(run: Any, tasks: Path, tmp_path: Path) -> None:
    def said(*options: object) -> str:
        result = run("hours", tasks, "-o", tmp_path / "hours.csv", *options)
        assert result.exit_code == 0, result.stderr
        line = next(line for line in result.stderr.splitlines() if line.startswith("A full-time week"))
        return line.replace("\N{NO-BREAK SPACE}", " ")

    assert "is 35 h here, with 25 days" in said()
    assert "is 39 h here" in said("--week", "fr39")
    assert "is 37 h 30 min here, with 20 days" in said("--money", "GBP")
    assert "is 39 h here" in said("--money", "GBP", "--week", "fr39")
    assert "with 30 days" in said("--week", "uk", "--set", "leave_days=30")
    assert run("hours", tasks, "-o", tmp_path / "hours.csv", "--week", "de").exit_code == 2
