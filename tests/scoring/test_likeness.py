"""Tasks are alike by their words first, and by their meaning where the words leave it open."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.scoring import Scorer
from analyzer.scoring.likeness import Pairs, centre, likeness, wording_pairs

Vectors = np.ndarray


def unit(*rows: list[float]) -> Vectors:
    vectors = np.array(rows, np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def values(pairs: Pairs) -> dict[tuple[int, int], float]:
    places = zip(pairs.text.tolist(), pairs.known.tolist(), strict=True)
    return dict(zip(places, pairs.value.tolist(), strict=True))


def test_equal_words_are_wholly_alike_whatever_their_vectors_say() -> None:
    wording = wording_pairs(["Saisir les factures"], ["saisir les FACTURES."])
    assert values(wording) == {(0, 0): 1.0}
    apart = unit([1.0, 0.0]), unit([-1.0, 0.0])
    assert values(likeness(wording, *apart, np.zeros(2, np.float32))) == {(0, 0): 1.0}


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Saisie des factures fournisseurs", "Saisir les factures fournisseurs"),
        ("Saisir les factures fournisseurs dans Sage", "Saisir les factures fournisseurs"),
        ("supplier invoices: enter", "Enter supplier invoices"),
    ],
)
def test_other_endings_other_order_and_a_few_words_more_stay_close(text: str, known: str) -> None:
    assert values(wording_pairs([text], [known]))[0, 0] > 0.8


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Mener les entretiens annuels", "Saisir les factures fournisseurs"),
        ("Enter supplier invoices", "Saisir les factures fournisseurs"),
        ("Visites", "Visites de la crèche avec les parents et les élus de quartier"),
        ("???", "!!!"),
        ("", ""),
    ],
)
def test_other_work_a_translation_and_a_fragment_are_not_alike(text: str, known: str) -> None:
    assert values(wording_pairs([text], [known])) == {}


def test_like_words_count_only_as_far_as_the_meaning_bears_them_out() -> None:
    wording = wording_pairs(["Approve supplier invoices"], ["Enter supplier invoices"])
    middle = np.zeros(2, np.float32)
    known = unit([1.0, 0.0])
    found = [
        values(likeness(wording, unit([cosine, float(np.sqrt(1 - cosine**2))]), known, middle)).get((0, 0), 0.0)
        for cosine in (0.3, 0.6, 0.8, 0.95)
    ]
    assert found[0] == 0.0
    assert found == sorted(found)
    assert 0.0 < found[1] < found[2] < found[3] < 1.0


def test_what_all_texts_share_is_no_likeness() -> None:
    vectors = unit([10.0, 1.0, 0.0], [10.0, 0.0, 1.0])
    assert float(vectors[0] @ vectors[1]) > 0.98
    wording = Pairs(np.array([0]), np.array([0]), np.array([0.9]))
    middle = centre(vectors)
    assert values(likeness(wording, vectors[:1], vectors[1:], middle)) == {}


def test_a_short_list_leans_on_what_tasks_usually_share() -> None:
    usual = np.array([1.0, 0.0], np.float32)
    one, many = unit([0.0, 1.0]), np.repeat(unit([0.0, 1.0]), 3000, axis=0)
    assert centre(one, usual)[0] > 0.9
    assert centre(many, usual)[0] < 0.05
    assert centre(many[:0], usual).tolist() == usual.tolist()


@given(st.permutations(range(5)))
def test_the_order_of_the_texts_changes_nothing(order: list[int]) -> None:
    texts = ["send the invoice", "send the invoices", "sending invoices", "file the contract", "x"]
    straight = values(wording_pairs(texts, ["send invoices"]))
    mixed = values(wording_pairs([texts[i] for i in order], ["send invoices"]))
    assert {order[i]: value for (i, _), value in mixed.items()} == {i: value for (i, _), value in straight.items()}


def test_in_a_very_long_list_only_equal_words_are_looked_for() -> None:
    pairs = wording_pairs(["send invoices", "Send invoices!", "send invoice"], ["send invoices"], equal_only=True)
    assert values(pairs) == {(0, 0): 1.0, (1, 0): 1.0}


def test_the_shipped_encoder_tells_a_rewording_from_other_work(scorer: Scorer) -> None:
    texts = ["Saisie des factures fournisseurs", "Répondre aux questions des clients sur les factures"]
    known = ["Saisir les factures fournisseurs"]
    middle = centre(scorer.encoder.encode(texts), scorer.reference.vectors.mean(axis=0))
    found = values(
        likeness(wording_pairs(texts, known), scorer.encoder.encode(texts), scorer.encoder.encode(known), middle)
    )
    assert found.get((0, 0), 0.0) > 0.5 > found.get((1, 0), 0.0)
