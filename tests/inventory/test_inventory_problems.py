"""The sentences: complete in both languages, and readable back from the issues column."""

from __future__ import annotations

import string

import pytest
from inventory_samples import read

from analyzer.inventory import Problem
from analyzer.inventory.problems import issue_words, recognise
from analyzer.inventory.sentences import READING_SENTENCES, SENTENCES, VALUE_SENTENCES
from analyzer.inventory.timenotes import spoken_rate

FACTS: dict[str, object] = {
    "text": "2 fois; ou 3", "header": "Durée", "field": "task", "name": "Paie", "unit": "hours", "period": "month",
    "other_row": 1234, "encoding": "cp1252", "kind": "person",
}  # fmt: skip


def sample(code: str) -> Problem:
    """Return a problem of this kind with every fact that its sentence names."""
    names = [name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name]
    return Problem(code, 3, None, {name: FACTS.get(name, 12.5) for name in names})


@pytest.mark.parametrize("code", sorted(SENTENCES))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_sentence_is_whole(code: str, language: str) -> None:
    sentence = sample(code).message(language)
    assert sentence and "{" not in sentence and "; " not in sentence


def test_numbers_are_written_as_the_language_does() -> None:
    problem = Problem("week_exceeded", 2, None, {"hours": 1000.5})
    assert "1,000\u00a0h\u00a030" in problem.message("en")
    assert "1\u202f000\u00a0h\u00a030" in problem.message("fr")


@pytest.mark.parametrize("code", sorted(VALUE_SENTENCES | READING_SENTENCES))
@pytest.mark.parametrize(("written", "wanted"), [("en", "fr"), ("fr", "en")])
def test_a_sentence_is_recognised_and_said_again_in_the_other_language(code: str, written: str, wanted: str) -> None:
    problem = sample(code)
    words = issue_words([problem, Problem("time_missing")], written)
    again = recognise(words)
    assert [found.code for found in again if isinstance(found, Problem)] == [code, "time_missing"]
    assert issue_words([found for found in again if isinstance(found, Problem)], wanted) == issue_words(
        [problem, Problem("time_missing")], wanted
    )


def test_other_sentences_come_back_as_they_are() -> None:
    assert recognise("à demander à Paul") == ["à demander à Paul"]
    assert recognise("") == []


@pytest.mark.parametrize(
    ("per_week", "spoken"),
    [
        (5, ("day", 1)),
        (10, ("day", 2)),
        (3, ("week", 3)),
        (7.5, ("week", 7.5)),
        (0.5, ("fortnight", 1)),
        (12 / 52, ("month", 1)),
        (6 / 52, ("year", 6)),
    ],
)
def test_a_rate_is_said_as_people_say_it(per_week: float, spoken: tuple[str, float]) -> None:
    assert spoken_rate(per_week) == spoken


def test_the_issues_of_a_row_are_in_the_language_asked_for() -> None:
    text = "Tâche;Fréquence;Durée\nSaisie des factures;bimensuel;1h\n"
    assert read(text, language="en").frame["issues"].tolist() == ["“bimensuel” was read as 2 per month"]
    assert read(text, language="fr").frame["issues"].tolist() == ["«\u00a0bimensuel\u00a0» a été lu comme 2 par mois"]
    assert read(text, language=None).frame["issues"].tolist() == read(text, language="fr").frame["issues"].tolist()


def test_ranges_are_reported_but_are_nothing_to_mend() -> None:
    inventory = read("Tâche;Fréquence;Durée\nSaisie;2-3x/semaine;5-10 min\n")
    assert inventory.frame["issues"].tolist() == [""]
    told = {problem.code: problem.facts for problem in inventory.problems}
    assert told["duration_range"] == {"text": "5-10 min", "low": 5.0, "high": 10.0}
    assert "frequency_range" in told
