"""The same work gets the same key, in any order of the texts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analyzer.scoring import Scorer
from analyzer.scoring.same_work import work_keys


def test_equal_wording_is_the_same_work_whatever_the_vectors_say() -> None:
    keys = work_keys(["Saisir les factures", "saisir les factures."], np.eye(2, dtype=np.float32))
    assert keys[0] == keys[1]


def test_far_texts_are_different_work() -> None:
    keys = work_keys(["Saisir les factures", "Former les apprentis"], np.eye(2, dtype=np.float32))
    assert keys[0] != keys[1]


@given(st.permutations(range(6)))
def test_the_order_of_the_rows_changes_nothing(order: list[int]) -> None:
    rng = np.random.default_rng(3)
    vectors = rng.normal(size=(6, 4)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    texts = [f"task {letter}" for letter in "abcdef"]
    straight = work_keys(texts, vectors, threshold=0.3)
    shuffled = work_keys([texts[i] for i in order], vectors[order], threshold=0.3)
    assert [straight[i] for i in order] == shuffled


def test_one_task_in_two_languages_is_one_piece_of_work(scorer: Scorer) -> None:
    texts = ["Saisir les factures fournisseurs", "Enter supplier invoices", "Calm two colleagues who no longer speak"]
    keys = work_keys(texts, scorer.encoder.encode(texts))
    assert keys[0] == keys[1]
    assert keys[2] != keys[0]
