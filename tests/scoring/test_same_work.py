"""The same work gets the same key, in any order of the texts and in either language."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.scoring import Scorer
from analyzer.scoring.same_work import work_keys
from analyzer.training.data import read_everyday


def test_equal_wording_is_the_same_work_whatever_the_vectors_say() -> None:
    keys = work_keys(["Saisir les factures", "saisir les factures."], np.eye(2, dtype=np.float32))
    assert keys[0] == keys[1]


def test_like_wording_with_another_meaning_is_different_work() -> None:
    keys = work_keys(["Valider le contrat type", "Valider le contrat typé"], np.eye(2, dtype=np.float32))
    assert keys[0] == keys[1]  # accents do not count
    keys = work_keys(
        ["Réviser le barème des tournées", "Reviser le barême des tourillons"], np.eye(2, dtype=np.float32)
    )
    assert keys[0] != keys[1]


@given(st.permutations(range(6)))
def test_the_order_of_the_rows_changes_nothing(order: list[int]) -> None:
    texts = ["send the invoice", "send the invoices", "sending invoices", "file the contract", "file contracts", "x"]
    vectors = np.ones((6, 1), np.float32)
    straight = work_keys(texts, vectors)
    assert [straight[i] for i in order] == work_keys([texts[i] for i in order], vectors)
    assert straight[0] == straight[1] != straight[3]


@pytest.mark.parametrize(
    "pair",
    [
        ("Saisir les factures fournisseurs", "Saisie des factures fournisseurs"),
        ("Chase up unpaid invoices", "chase up unpaid invoice"),
        ("Répondre aux e-mails clients", "répondre aux emails clients"),
    ],
)
def test_one_task_in_two_teams_words_is_one_piece_of_work(scorer: Scorer, pair: tuple[str, str]) -> None:
    keys = work_keys(pair, scorer.encoder.encode(pair))
    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("saisie factures fournisseurs", "enter supplier invoices"),
        ("Saisir les factures fournisseurs", "Key supplier invoices"),
        ("relance clients impayés", "chase unpaid invoices"),
        ("Rédiger un contrat", "Draft a contract"),
        ("Rapprochement bancaire", "Bank reconciliation"),
        ("Répondre aux e-mails clients", "Answer customer emails"),
        ("Contrôler les notes de frais", "Check expense claims"),
        ("Mettre à jour le fichier clients", "Update the customer database"),
        ("Déclaration de TVA", "VAT return"),
        ("Gérer les plannings des équipes", "Manage team rotas"),
        ("Commander les fournitures de bureau", "Order office supplies"),
        ("Former les nouveaux arrivants", "Train new starters"),
    ],
)
def test_a_task_and_its_translation_are_one_piece_of_work(scorer: Scorer, french: str, english: str) -> None:
    keys = work_keys([french, english], scorer.encoder.encode([french, english]))
    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    "pair",
    [
        ("rédiger un contrat", "valider un contrat"),  # another act
        ("rédiger un contrat", "approve a contract"),
        ("Saisir les factures fournisseurs", "pay supplier invoices"),
        ("Saisir les factures fournisseurs", "Saisir les factures clients"),  # another party
        ("Saisir les factures fournisseurs", "enter supplier quotes"),  # another document
        ("Préparer le rapport mensuel des ventes", "Prepare the weekly sales report"),  # another period
        ("Minutes of the board meeting", "Board meeting"),  # the document, and what it tells of
        ("Compte rendu de la réunion d'équipe", "Run the team meeting"),
        ("Relancer les clients impayés", "Répondre aux clients"),
        ("Trier le courrier", "Tondre la pelouse"),
    ],
)
def test_work_that_is_only_alike_in_kind_stays_apart(scorer: Scorer, pair: tuple[str, str]) -> None:
    keys = work_keys(pair, scorer.encoder.encode(pair))
    assert keys[0] != keys[1]


LISTED = [
    "saisie factures fournisseurs",
    "enter supplier invoices",
    "Saisir les factures fournisseurs dans Sage",
    "relance clients impayés",
    "chase unpaid invoices",
    "Rédiger le contrat de bail",
    "Approve the lease contract",
    "Trier le courrier",
    "???",
]


@settings(max_examples=50, deadline=None)
@given(st.permutations(range(len(LISTED))), st.integers(1, len(LISTED)))
def test_the_same_list_gives_the_same_keys_in_any_order(scorer: Scorer, order: list[int], count: int) -> None:
    chosen = sorted(order[:count])
    texts = [LISTED[i] for i in chosen]
    mixed = [LISTED[i] for i in order[:count]]
    vectors = dict(zip(LISTED, _vectors(scorer), strict=True))
    keys = dict(zip(texts, work_keys(texts, np.stack([vectors[text] for text in texts])), strict=True))
    assert work_keys(mixed, np.stack([vectors[text] for text in mixed])) == [keys[text] for text in mixed]


@settings(max_examples=50, deadline=None)
@given(st.permutations(range(5, len(LISTED))), st.integers(0, len(LISTED) - 5))
def test_other_work_added_to_a_list_renames_nothing(scorer: Scorer, order: list[int], count: int) -> None:
    vectors = _vectors(scorer)
    before = work_keys(LISTED[:5], vectors[:5])
    places = [*range(5), *order[:count]]
    assert work_keys([LISTED[i] for i in places], vectors[places])[:5] == before


def test_a_reworded_text_keeps_its_key(scorer: Scorer) -> None:
    texts = ["Saisir les factures fournisseurs", "Saisie des factures des fournisseurs", "Entering supplier invoices"]
    keys = [work_keys([text], scorer.encoder.encode([text]))[0] for text in texts]
    assert len(set(keys)) == 1, "each alone, as in files uploaded one after the other"


def test_without_vectors_only_what_is_about_the_same_is_joined() -> None:
    texts = ["saisie factures fournisseurs", "enter supplier invoices", "chase unpaid invoices", "relance impayés"]
    keys = work_keys(texts, np.empty((0, 0), np.float32))
    assert keys[0] == keys[1]
    assert len(set(keys)) == 3


_kept: dict[int, np.ndarray] = {}


def _vectors(scorer: Scorer) -> np.ndarray:
    if id(scorer) not in _kept:
        _kept[id(scorer)] = scorer.encoder.encode(LISTED)
    return _kept[id(scorer)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_look_alikes_of_the_everyday_set_stay_apart(scorer: Scorer, language: str) -> None:
    tasks = read_everyday()
    tasks = tasks[tasks["contrast"] != ""].drop_duplicates(language)
    keys = work_keys(tasks[language].tolist(), scorer.encoder.encode(tasks[language].tolist()))
    groups = tasks.assign(key=keys).groupby("contrast")["key"]
    joined = (groups.size() - groups.nunique()).sum()
    assert joined <= 0.01 * len(tasks)
