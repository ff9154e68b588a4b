"""Why a score is what it is."""

import pandas as pd
import pytest

from analyzer.scoring import Scorer, explain, score_tasks
from analyzer.scoring.explanation import SCORES
from analyzer.scoring.text import clean
from analyzer.scoring.text_scores import VERDICT_FROM


def test_words_are_weighed_by_leaving_them_out(scorer: Scorer) -> None:
    told = explain("Enter supplier invoices in Sage", "en", scorer)
    without = explain("Enter in Sage", "en", scorer)
    effect = next(word for word in told.words if word.word == "supplier invoices")
    for score in SCORES:
        assert effect.on(score) == pytest.approx(getattr(told, score) - getattr(without, score), abs=1.0)


def test_raising_and_lowering_words_are_told_apart_strongest_first(scorer: Scorer) -> None:
    told = explain("Répondre aux questions des clients par e-mail et mettre à jour le tableau de bord", "fr", scorer)
    assert told.words
    for score in SCORES:
        up, down = told.raising(score), told.lowering(score)
        assert [word.on(score) for word in up] == sorted((word.on(score) for word in up), reverse=True)
        assert [word.on(score) for word in down] == sorted(word.on(score) for word in down)
        assert all(word.on(score) > 0 for word in up)
        assert all(word.on(score) < 0 for word in down)


@pytest.mark.parametrize("text", ["chase late payers", "relances impayés", "Train new staff on the tills"])
def test_words_are_not_weighed_against_a_rest_that_says_nothing(scorer: Scorer, text: str) -> None:
    told = explain(text, "en", scorer)
    assert told.familiar
    for word in told.words:
        rest = clean(text.replace(word.word, ""))
        assert scorer.read_texts([rest]).familiar[0] >= VERDICT_FROM, word


def test_a_stated_duration_counts_as_in_the_scores(scorer: Scorer) -> None:
    text, often, long = "Répondre aux mails de la boîte contact", 5.0, 240.0
    told = explain(text, "fr", scorer, occurrences_per_week=often, minutes_per_occurrence=long)
    row = {"task": [text], "occurrences_per_week": [often], "minutes_per_occurrence": [long]}
    assert told.repetitiveness == pytest.approx(score_tasks(pd.DataFrame(row), scorer)["repetitiveness"][0], abs=0.1)
    assert told.repetitiveness_of_text == pytest.approx(explain(text, "fr", scorer).repetitiveness)


def test_words_of_a_set_phrase_are_never_named_alone(scorer: Scorer) -> None:
    told = explain("Mettre à jour le tableau de bord des ventes", "fr", scorer)
    assert not {"tableau", "bord", "de", "le", "jour"} & {word.word for word in told.words}


@pytest.mark.parametrize(("language", "word"), [("fr", "factures"), ("en", "invoices")])
def test_the_nearest_known_tasks_are_told_in_the_readers_language(scorer: Scorer, language: str, word: str) -> None:
    told = explain("Saisir les factures fournisseurs", language, scorer)
    closeness = [neighbour.closeness for neighbour in told.neighbours]
    assert closeness == sorted(closeness, reverse=True)
    ours = [neighbour.text for neighbour in told.neighbours if neighbour.source == "everyday"]
    assert any(word in str(text).lower() for text in ours)
    assert len({neighbour.code for neighbour in told.neighbours}) == len(told.neighbours)


def test_statements_of_onet_are_not_shown_only_their_codes(scorer: Scorer) -> None:
    told = explain("Direct or coordinate an organization's financial or budget activities", "en", scorer)
    official = [neighbour for neighbour in told.neighbours if neighbour.source == "onet"]
    assert official
    assert all(neighbour.text is None and neighbour.code.isdigit() for neighbour in official)


def test_nonsense_is_told_to_be_unknown_in_both_languages(scorer: Scorer) -> None:
    told = explain("xqzt wvbn plk", "fr", scorer)
    assert not told.familiar
    assert told.reasons[0] == "unfamiliar"
    assert "ne ressemble à aucune des tâches déjà notées" in told.in_words("fr")
    assert "resembles none of the tasks" in told.in_words("en")


@pytest.mark.parametrize("text", ["", "x", "mails"])
def test_texts_of_a_word_or_less_can_be_explained(scorer: Scorer, text: str) -> None:
    assert explain(text, "en", scorer).words == []
