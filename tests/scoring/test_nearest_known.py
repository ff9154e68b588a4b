"""Which known tasks a new text is most like."""

import numpy as np
import pytest

from analyzer.scoring import Scorer
from analyzer.scoring.nearest_known import nearest_known

KNOWN = ["Saisir les factures fournisseurs", "Relancer les clients impayés", "Trier le courrier", "Nettoyer la salle"]


def unit(*values: float) -> np.ndarray:
    vector = np.array(values, np.float32)
    return vector / np.linalg.norm(vector)


def test_words_and_meaning_count_half_each() -> None:
    vectors = np.stack([unit(1, 0), unit(0, 1)])
    [first, second] = nearest_known("abc", unit(1, 1), ["abc", "xyz"], vectors, 2)
    assert (first.place, second.place) == (0, 1)
    assert first.likeness - second.likeness == pytest.approx(0.5)
    assert (first.same, second.same) == (True, False)


def test_the_same_work_is_known_however_it_is_typed(scorer: Scorer) -> None:
    text = "saisie factures fournisseurs"
    *known, vector = scorer.encoder.encode([*KNOWN, text])
    found = nearest_known(text, vector, KNOWN, np.stack(known))
    assert [len(found), found[0].place] == [3, 0]
    assert [near.likeness for near in found] == sorted((near.likeness for near in found), reverse=True)
    assert not any(near.same for near in found[1:])


def test_an_empty_list_has_no_nearest_task() -> None:
    assert nearest_known("abc", unit(1, 0), [], np.empty((0, 2), np.float32)) == []
