"""Which words of a task belong together."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.scoring.reference import everyday_texts
from analyzer.scoring.spans import spans_of
from analyzer.scoring.text import clean


def parts(text: str) -> list[str]:
    return [span.words for span in spans_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mettre à jour le tableau de bord des ventes à partir des mails des commerciaux",
            ["Mettre à jour", "le tableau de bord", "des ventes", "à partir des mails", "des commerciaux"],
        ),
        ("Raise a purchase order for the office supplies", ["Raise", "a purchase order", "for the office supplies"]),
        ("Enter supplier invoices in Sage", ["Enter", "supplier invoices", "in Sage"]),
        ("relance impayés par tel", ["relance", "impayés", "par tel"]),
        ("saisie de factures", ["saisie", "de factures"]),
        ("chase up missing timesheets", ["chase up", "missing timesheets"]),
        ("suivi des CACES et des visites médicales", ["suivi", "des CACES", "des visites médicales"]),
        ("forward mails to the right person", ["forward", "mails", "to the right person"]),
        ("pull sales out of the ERP", ["pull", "sales", "out of the ERP"]),
        ("MAJ du planning quand quelqu'un est absent", ["MAJ", "du planning", "quand quelqu'un est absent"]),
    ],
)
def test_function_words_go_with_what_they_lead_to(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_an_elided_article_stays_with_its_noun(apostrophe: str) -> None:
    assert parts(f"compter l{apostrophe}inventaire") == ["compter", f"l{apostrophe}inventaire"]


def test_a_negation_stays_with_its_verb() -> None:
    assert parts("calm two colleagues who no longer speak")[-1] == "who no longer speak"
    assert parts("Apaiser deux collègues qui ne se parlent plus")[-1] == "qui ne se parlent plus"


def test_a_name_of_several_words_is_one() -> None:
    assert parts("saisir les ventes dans Business Central")[-1] == "dans Business Central"
    assert "Sage 100" in parts("exporter Sage 100")


def test_a_day_closes_what_it_stands_in() -> None:
    assert parts("chaque lundi saisir les ventes") == ["chaque lundi", "saisir", "les ventes"]


def test_a_conjunction_is_left_out_with_its_clause_but_not_shown() -> None:
    [_, file] = spans_of("print and file")
    assert (file.words, "print and file"[file.start : file.end]) == ("file", "and file")


@pytest.mark.parametrize("text", ["", "…", "- , !", "de la", "x"])
def test_texts_without_a_content_word_are_at_most_one_part(text: str) -> None:
    assert len(spans_of(text)) <= 1


def without_spans(text: str) -> str:
    for span in reversed(spans_of(text)):
        text = text[: span.start] + text[span.end :]
    return text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_word_of_the_everyday_tasks_is_lost_and_no_part_is_long(language: str) -> None:
    for texts in everyday_texts().values():
        text = clean(texts[language])
        assert not any(character.isalnum() for character in without_spans(text)), text
        spans = spans_of(text)
        assert all(first.end <= second.start for first, second in pairwise(spans)), text


@given(st.text(alphabet="aàbdeélnosu ,;:.'’-/()", max_size=80))
def test_no_word_is_lost_whatever_is_written(text: str) -> None:
    assert not any(character.isalnum() for character in without_spans(clean(text)))
