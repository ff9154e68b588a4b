"""Capitals, stops, spaces and apostrophes of a writer move no score, or hardly."""

import unicodedata
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.scoring import Scorer
from analyzer.scoring.neutral import neutral
from analyzer.scoring.text import clean
from analyzer.scoring.typing_habits import usually_typed
from analyzer.training.data import read_everyday


def in_capitals(text: str) -> str:
    return text.upper()


def with_a_stop(text: str) -> str:
    return text.rstrip(". ") + "."


def each_word_capital(text: str) -> str:
    return text.title()


def with_a_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("habit", "mean"),
    [(in_capitals, 3.0), (with_a_stop, 0.01), (each_word_capital, 3.5), (with_a_capital, 1.0), (without_accents, 3.0)],
)
def test_a_writers_habits_hardly_move_a_score(
    scorer: Scorer, habit: Callable[[str], str], mean: float, language: str
) -> None:
    tasks = read_everyday()
    texts = [clean(text) for text in tasks[language][tasks["split"] == "calibration"][::3]]
    usual, other = scorer.read_texts(texts), scorer.read_texts([clean(habit(text)) for text in texts])
    assert np.abs(usual.automatability - other.automatability).mean() <= mean
    assert np.abs(usual.readings.repetitiveness - other.readings.repetitiveness).mean() <= mean


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Répondre aux mails", "  Répondre   aux mails .  "),
        ("Répondre aux mails", "- Répondre aux\u00a0mails ;"),
        ("Saisir l'inventaire", "Saisir l'inventaire..."),
        ("enter supplier invoices in sage", "ENTER SUPPLIER INVOICES IN SAGE"),
        ("Take table reservations", "take table reservations"),
        ("L'inventaire du stock", "l'inventaire du stock"),
        ("enter supplier invoices in sage", "Enter Supplier Invoices In Sage"),
    ],
)
def test_the_same_task_typed_otherwise_scores_the_same(scorer: Scorer, one: str, other: str) -> None:
    read = scorer.read_texts([clean(one), clean(other)])
    assert read.automatability[0] == pytest.approx(read.automatability[1], abs=0.01)


def test_names_are_found_before_capitals_are_lowered() -> None:
    assert usually_typed(neutral("RAPPELER MME DUPONT POUR LE DEVIS")) == "rappeler Sam pour le devis"


@pytest.mark.parametrize(
    "text",
    [
        "DSN",
        "FACTURATION",
        "RDV DRH",
        "FNP CCA PCA",
        "saisie DSN URSSAF",
        "book in GRNs on Lightspeed",
        "tri Sage",
        "GRNs to Lightspeed",
        "",
    ],
)
def test_acronyms_single_words_and_names_of_products_keep_their_capitals(text: str) -> None:
    assert usually_typed(text) == text


@given(st.text(alphabet="aéABÉ .,;:'-", max_size=60))
def test_no_text_becomes_empty_and_once_is_enough(text: str) -> None:
    once = usually_typed(text)
    assert bool(once) == bool(text)
    assert usually_typed(once) == once
