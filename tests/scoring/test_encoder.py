"""The served encoder."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.scoring import Scorer, load_scorer

TEXTS = [
    "pointage BL/factures",
    "MAJ tarifs sur le site",
    "chase up POs",
    "Préparer la déclaration de TVA et la télétransmettre, puis archiver les justificatifs dans le dossier du client",
    "calm two colleagues who no longer speak",
    "",
]


def test_a_text_has_the_same_vector_alone_and_in_a_batch(scorer: Scorer) -> None:
    together = scorer.encoder.encode(TEXTS * 30)
    alone = np.vstack([scorer.encoder.encode([text]) for text in TEXTS])
    cosines = (together[: len(TEXTS)] * alone).sum(axis=1)
    assert cosines.min() > 0.99999


def test_the_order_of_the_texts_does_not_matter(scorer: Scorer) -> None:
    texts = [f"{text} {number}" for number in range(40) for text in TEXTS]
    forwards, backwards = scorer.encoder.encode(texts), scorer.encoder.encode(texts[::-1])[::-1]
    assert (forwards * backwards).sum(axis=1).min() > 0.99999


def test_it_is_shared_by_threads(scorer: Scorer) -> None:
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(scorer.encoder.encode, [TEXTS * 20] * 4))
    for vectors in found[1:]:
        assert (vectors * found[0]).sum(axis=1).min() > 0.99999


def test_vectors_have_unit_length(scorer: Scorer) -> None:
    vectors = scorer.encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), scorer.encoder.dimensions)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_no_text_at_all(scorer: Scorer) -> None:
    assert scorer.encoder.encode([]).shape == (0, scorer.encoder.dimensions)


def test_progress_ends_at_one(scorer: Scorer) -> None:
    seen: list[float] = []
    scorer.encoder.encode(TEXTS * 50, seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=2000), max_size=4))
def test_any_text_gives_finite_vectors(texts: list[str]) -> None:
    assert np.isfinite(load_scorer().encoder.encode(texts)).all()
