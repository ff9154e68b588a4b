"""The words of a text as numbers: the same in every process, whatever the case, the accents and the company."""

import subprocess
import sys

import numpy as np
import pytest

from analyzer.scoring.words import PLACES, words_of

RARITY = np.linspace(1.0, 9.0, PLACES, dtype=np.float32)
WEIGHTS = np.random.default_rng(1).normal(size=(PLACES, 3)).astype(np.float32)


def places(text: str) -> list[int]:
    return words_of([text]).places.tolist()


def test_case_and_accents_do_not_matter() -> None:
    assert places("Créer un ÉTAT") == places("creer un etat")


def test_words_of_one_stem_share_its_place() -> None:
    shared = set(places("facturer")) & set(places("factures"))
    assert len(shared) == 1
    assert not set(places("facturer")) & set(places("relancer"))


def test_the_order_of_words_counts() -> None:
    assert set(places("contrat valider")) != set(places("valider contrat"))


def test_two_words_have_two_places_each_and_one_together() -> None:
    assert len(places("saisir factures")) == 5


def test_a_text_is_read_the_same_alone_and_in_company() -> None:
    texts = ["saisir les factures", "", "relance devis", "?", "saisir les factures"]
    together = words_of(texts).read(RARITY, WEIGHTS)
    alone = np.vstack([words_of([text]).read(RARITY, WEIGHTS) for text in texts])
    assert together == pytest.approx(alone, abs=1e-6)
    assert not together[[1, 3]].any()


def test_long_and_short_texts_weigh_alike() -> None:
    weight = words_of(["relance devis", "relance devis clients en retard depuis deux mois"]).weigh(RARITY)
    assert (weight[:5] ** 2).sum() == pytest.approx(1.0, abs=1e-5)
    assert (weight[5:] ** 2).sum() == pytest.approx(1.0, abs=1e-5)


def test_no_text_at_all_gives_no_row() -> None:
    assert words_of([]).read(RARITY, WEIGHTS).shape == (0, 3)


def test_places_are_the_same_in_another_process() -> None:
    script = "from analyzer.scoring.words import words_of; print(words_of(['pointage BL/factures']).places.tolist())"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert told.strip() == str(places("pointage BL/factures"))
