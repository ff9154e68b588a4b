"""The command that says why one task scores as it does."""

from __future__ import annotations

import json

import pytest

from analyzer.scoring import explain
from analyzer.scoring.rubric_reading import ITEMS

TASK = "Enter supplier invoices in Sage"


def test_it_says_why_in_a_paragraph_and_then_on_what_that_rests(run) -> None:
    result = run("explain", TASK)
    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert lines[0] == TASK
    assert lines[2] == explain(TASK, "en").in_words("en")
    headings = [line for line in lines[3:] if line and not line.startswith(" ")]
    assert headings == [
        "How the task was read",
        "Words left out one by one",
        "What would change it",
        "Closest tasks that were rated before",
    ]
    assert "  Rule-based: " in result.stdout
    assert "of this project, rated by its rubric" in result.stdout


def test_it_speaks_french(run) -> None:
    words = run("explain", "Relancer les clients impayés", "--language", "fr").stdout
    assert "Comment la tâche a été comprise" in words
    assert "Suit des règles\u00a0: " in words
    assert not {"Words", "Closest", "higher", "task"} & set(words.split())


def test_json_holds_codes_and_numbers_with_their_words(run) -> None:
    found = json.loads(run("explain", TASK, "--json").stdout)
    assert (found["task"], found["language"], found["familiar"]) == (TASK, "en", True)
    assert found["automatability_low"] <= found["automatability"] <= found["automatability_high"]
    assert [reading["item"] for reading in found["reading"]] == list(ITEMS)
    assert len(found["nearest"]) == 5
    assert {"code", "source", "context", "text", "closeness", "level", "assistance", "words"} == set(
        found["nearest"][0]
    )
    assert [change["code"] for change in found["changes"]][-3:] == ["daily", "weekly", "monthly"]
    assert all(change["words"] for change in found["changes"])


def test_a_frequency_in_words_enters_the_repetitiveness(run) -> None:
    def repetitive(*words: str) -> tuple[float | None, float]:
        found = json.loads(run("explain", TASK, "--json", *words).stdout)
        return found["occurrences_per_week"], found["repetitiveness"]

    assert repetitive("--frequency", "every day")[0] == 5
    assert repetitive("--frequency", "every day")[1] > repetitive("--frequency", "once a year")[1]
    assert repetitive()[0] is None


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["  "], "There is no task to explain: write it in a few words."),
        ([TASK, "--frequency", "by moonlight"], "“by moonlight” is not understood as a frequency"),
        ([TASK, "--language", "de"], "There is no language “de”"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_status_2(run, words: list[str], part: str) -> None:
    result = run("explain", *words)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert part in result.stderr


def test_nonsense_is_told_to_say_nothing(run) -> None:
    words = run("explain", "xqzt wvbn plk").stdout
    assert "resembles none of the tasks that were rated before" in words
    assert "How the task was read" not in words
