"""The same work gets the same key, in any order of the texts."""

import numpy as np
import pytest
from hypothesis import given
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
    keys = work_keys(["Envoyer le contrat", "Envoyer les contrats"], np.eye(2, dtype=np.float32))
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


@pytest.mark.parametrize("language", ["fr", "en"])
def test_look_alikes_of_the_everyday_set_stay_apart(scorer: Scorer, language: str) -> None:
    tasks = read_everyday()
    tasks = tasks[tasks["contrast"] != ""].drop_duplicates(language)
    keys = work_keys(tasks[language].tolist(), scorer.encoder.encode(tasks[language].tolist()))
    groups = tasks.assign(key=keys).groupby("contrast")["key"]
    joined = (groups.size() - groups.nunique()).sum()
    assert joined <= 0.01 * len(tasks)
