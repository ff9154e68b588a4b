"""An explanation in words: what is said when, in both languages, without a word that a colleague would not use."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from analyzer.i18n import LANGUAGES
from analyzer.labels import labels
from analyzer.scoring import Explanation, Scorer, WordEffect, close_tasks, explain, telling
from analyzer.scoring.changes import Change
from analyzer.scoring.reasons import LOWERING, RAISING
from analyzer.scoring.reference import Neighbour
from analyzer.scoring.vocabulary import RUBRIC
from analyzer.training.data import read_everyday

JARGON = re.compile(
    r"\b(embedding|vector|cosine|model|token|feature|kernel|dataset|head|probabilit|vecteur|modèle|cosinus|jeton)",
    re.IGNORECASE,
)
OURS = Neighbour("accounting-002", "everyday", "accounting", "approve invoices over £5k", 0.9, 1.0, 0.0)
THEIRS = Neighbour("7184", "onet", "Tellers", None, 0.9, 3.0, 0.75)


@pytest.fixture
def told() -> Explanation:
    """Return the explanation of a task that could mostly run by itself."""
    return Explanation(
        text="Enter supplier invoices in Sage",
        automatability=82.4,
        automatability_low=61.0,
        automatability_high=97.0,
        repetitiveness=90.0,
        repetitiveness_of_text=90.0,
        assistance=20.0,
        occurrences_per_week=None,
        role="",
        role_points=0.0,
        occupation="",
        words=[WordEffect("supplier invoices", 9.2, 7.0, 0.0), WordEffect("in Sage", -6.4, 0.0, 2.0)],
        neighbours=[THEIRS, OURS],
        rubric=dict.fromkeys(RUBRIC, 3.0),
        reasons=["rule_based_high", "alike_high", "stake_high"],
        changes=[
            Change("automatability", "weighed", -1, -45, 37.4, 8.0),
            Change("repetitiveness", "daily", -1, None, 84.0),
            Change("repetitiveness", "weekly", -1, None, 69.0),
            Change("repetitiveness", "monthly", -1, None, 54.0),
        ],
        familiar=True,
    )


def test_the_paragraph_says_it_in_english(told: Explanation) -> None:
    assert told.in_words("en") == (
        "This task could run almost entirely by itself: 82 out of 100, between 61 and 97. "
        "It follows clear rules and the steps are the same each time, but a mistake would be serious. "
        "If each case had to be weighed by a person, it would score about 45 points lower. "
        "In your words, “supplier invoices” raises the score most (by about 9 points), “in Sage” lowers it most (by "
        "about 6). "
        "A close task, “approve invoices over £5k” (accounting), was rated differently: under half of its steps can be "
        "automated. "
        "From the words alone, repetitiveness is 90 out of 100; done daily it would be about 84, weekly 69, monthly 54."
    )


def test_the_paragraph_says_it_in_french(told: Explanation) -> None:
    words = told.in_words("fr").replace("\u00a0", " ").replace("\u202f", " ")
    assert words.startswith(
        "Cette tâche pourrait se faire presque entièrement toute seule : 82 sur 100, entre 61 et 97. "
        "Elle suit des règles claires et les étapes sont les mêmes à chaque fois, mais une erreur serait grave. "
        "Si quelqu’un devait apprécier chaque cas, le score perdrait environ 45 points."
    )
    assert "« supplier invoices » fait le plus monter le score (d’environ 9 points)" in words


def test_what_prevails_is_said_first(told: Explanation) -> None:
    low = replace(told, automatability=8.0, reasons=["physical_high", "rule_based_high"])
    assert telling.because(low, "en") == "It takes hands or somebody on the spot, even though it follows clear rules."
    assert telling.because(low, "fr") == (
        "Elle demande des gestes ou une présence sur place. En revanche, elle suit des règles claires."
    )
    assert telling.because(replace(low, reasons=["physical_high"]), "en") == "It takes hands or somebody on the spot."
    assert telling.because(replace(told, reasons=["stake_high"]), "en") == (
        "A mistake would be serious, which holds it back."
    )
    assert telling.because(replace(told, reasons=[]), "en") == ""


def test_a_stated_frequency_is_said_to_be_used(told: Explanation) -> None:
    stated = replace(told, occurrences_per_week=1.0, changes=told.changes[:1], repetitiveness=71.2)
    said = "With the frequency you gave, repetitiveness is 71 out of 100; from the words alone it would be 90."
    assert stated.in_words("en").endswith(said)
    assert telling.changes(stated, "en") == [
        "If each case had to be weighed by a person, it would score about 45 points lower.",
        said,
    ]


def test_an_unmeasured_change_is_told_without_a_number() -> None:
    said = telling.change_sentence(Change("automatability", "fields", 1), "en")
    assert said.startswith("If the information came in as form fields or files of fixed form, it would score higher")
    assert not re.search(r"\d", said)


def test_what_holds_a_task_is_not_said_twice(told: Explanation) -> None:
    held = Change("automatability", "held_relation", 0)
    people = replace(told, automatability=3.0, reasons=["relation_high"], changes=[held])
    assert telling.in_brief(people, "en") == (
        "It rests on trust between people. Tidier forms or clearer rules would change little."
    )
    assert telling.change_sentence(held, "en").startswith("As long as it rests on trust between people,")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["fields", "rules", "remote", "loose", "weighed"])
@pytest.mark.parametrize("points", [20, -20])
def test_every_change_has_a_sentence(language: str, code: str, points: int) -> None:
    said = telling.change_sentence(Change("automatability", code, 1 if points > 0 else -1, points), language)
    assert "20 points" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_clause(told: Explanation, language: str) -> None:
    clauses = {telling.because(replace(told, reasons=[code]), language) for code in (*RAISING, *LOWERING)}
    assert len(clauses) == len(RAISING) + len(LOWERING)


def test_words_are_told_with_their_points_and_their_direction(told: Explanation) -> None:
    assert telling.words_on(told, "automatability", "en") == (
        "higher with “supplier invoices” (+9); lower with “in Sage” (−6)"
    )
    assert telling.words_on(told, "repetitiveness", "en") == "higher with “supplier invoices” (+7)"
    assert telling.words_on(replace(told, words=[]), "assistance", "en") == ""


def test_a_reference_task_names_its_source_and_ratings() -> None:
    assert close_tasks.neighbour_title(THEIRS, "en") == "A task of the occupation “Tellers”"
    assert close_tasks.neighbour_source(THEIRS, "en") == "O*NET task 7184, rated in the study “GPTs are GPTs” (2024)"
    assert close_tasks.neighbour_rating(THEIRS, "en") == (
        "Nearly all its steps can be automated, with a person watching; an assistant saves much time."
    )
    shown = replace(THEIRS, text="Count currency, coins, and checks received.")
    assert close_tasks.neighbour_source(shown, "en").startswith("Tellers; O*NET task 7184")
    assert close_tasks.neighbour_source(OURS, "fr").startswith("Comptabilité")
    assert close_tasks.neighbour_rating(OURS, "en").startswith("Under half of its steps can be automated; an assistant")


@pytest.mark.parametrize(("level", "grade"), [(0.0, 0), (0.5, 1), (1.5, 2), (2.5, 2), (3.5, 3), (3.6, 4), (4.0, 4)])
def test_between_two_levels_a_rating_is_told_as_the_more_moderate(level: float, grade: int) -> None:
    assert replace(OURS, level=level).grade == grade


def test_a_task_that_was_rated_itself_is_said_to_be(told: Explanation) -> None:
    same = replace(told, text="Approve invoices over £5K")
    assert (
        close_tasks.closest(same, "en") == "This very task was rated before: under half of its steps can be automated."
    )
    assert close_tasks.closest(replace(told, neighbours=[THEIRS]), "en") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_function_of_the_everyday_tasks_has_a_name(language: str) -> None:
    named = labels("function", language)
    assert set(named) == set(read_everyday()["function"])
    assert len(set(named.values())) == len(named)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "Saisir les factures fournisseurs dans Sage",
        "Apaiser deux collègues qui ne se parlent plus",
        "approve invoices over £5k",
        "unload sheet metal off the lorry with the forklift",
        "xqzt wvbn plk",
    ],
)
def test_nothing_is_said_in_jargon_or_left_unfilled(scorer: Scorer, text: str, language: str) -> None:
    said = explain(text, language, scorer).in_words(language)
    assert not JARGON.search(said)
    assert not set("{}_") & set(said)
    assert "  " not in said
    assert said.endswith(".")


def test_of_the_close_tasks_the_one_that_reads_likest_is_told(told: Explanation) -> None:
    likest = replace(OURS, text="enter suppliers' invoices in Sage 50", closeness=0.88)
    assert "“enter suppliers' invoices in Sage 50”" in close_tasks.closest(
        replace(told, neighbours=[THEIRS, OURS, likest]), "en"
    )


@pytest.mark.parametrize(("score", "said"), [(74.6, "almost entirely by itself: 75"), (74.4, "Most of this task")])
def test_the_verdict_goes_by_the_number_that_is_shown(told: Explanation, score: float, said: str) -> None:
    assert said in telling.verdict(replace(told, automatability=score), "en")


def test_words_that_all_stand_in_a_rated_task_are_not_said_to_resemble_none(told: Explanation) -> None:
    unsure = replace(told, text="approve invoices", familiar=False)
    far = replace(unsure, neighbours=[replace(OURS, closeness=0.7)])
    assert far.in_words("en").startswith("These words recall tasks that were rated before")


def test_of_a_text_that_resembles_none_no_rated_task_is_shown(told: Explanation) -> None:
    assert close_tasks.close_tasks(told) == [THEIRS, OURS]
    nonsense = replace(told, text="😀", familiar=False, neighbours=[replace(OURS, closeness=0.7)])
    assert close_tasks.close_tasks(nonsense) == []
    assert close_tasks.close_tasks(replace(nonsense, text="approve invoices")) == nonsense.neighbours


def test_nonsense_is_told_to_say_nothing(scorer: Scorer) -> None:
    told = explain("xqzt wvbn plk", "en", scorer)
    assert told.in_words("en").startswith("This resembles none of the tasks that were rated before")
    assert (told.reading, told.words, told.changes) == ([], [], [])


def test_a_text_that_recalls_a_rated_task_is_not_said_to_resemble_none(told: Explanation) -> None:
    unsure = replace(told, familiar=False, automatability=50.0)
    near = replace(unsure, neighbours=[replace(told.neighbours[0], closeness=0.88)])
    far = replace(unsure, neighbours=[replace(told.neighbours[0], closeness=0.74)])
    assert near.in_words("en").startswith("These words recall tasks that were rated before")
    assert far.in_words("en").startswith("This resembles none of the tasks that were rated before")
    for one in (near, far):
        assert "score of 50 says next to nothing" in one.in_words("en")
