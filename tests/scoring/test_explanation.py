"""Why a score is what it is."""

import pytest

from analyzer.scoring import Scorer, explain


def test_words_are_weighed_by_leaving_them_out(scorer: Scorer) -> None:
    told = explain("Enter supplier invoices in Sage", "en", scorer)
    without = explain("Enter supplier in Sage", "en", scorer)
    effect = next(word for word in told.words if word.word == "invoices")
    assert effect.automatability == pytest.approx(told.automatability - without.automatability, abs=0.1)


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
    assert "ne ressemble à aucune tâche connue" in told.reason_words("fr")[0]
    assert "resembles no task" in told.reason_words("en")[0]


@pytest.mark.parametrize("text", ["", "x", "mails"])
def test_texts_of_a_word_or_less_can_be_explained(scorer: Scorer, text: str) -> None:
    assert explain(text, "en", scorer).words == []
