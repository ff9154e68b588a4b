"""Clipped words are read as what they stand for; what is not clipped stays as it is."""

from __future__ import annotations

import pytest

from analyzer.scoring import Scorer
from analyzer.scoring.shorthand import written_out
from analyzer.training.data import read_everyday


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("saisir les cmdes clts", "saisir les commandes clients"),
        ("Décl. TVA", "Déclaration TVA"),
        ("fact. fourn., relances", "factures fournisseurs, relances"),
        ("éditer relances niv. 2 ds Sage", "éditer relances niveau 2 dans Sage"),
        ("wkly rpts to mgmt", "weekly reports to management"),
        ("chk qty on PO", "check quantity on PO"),
        ("a/c queries", "account queries"),
        ("Répondre au tel", "Répondre au téléphone"),
        ("tél. fournisseurs", "téléphone fournisseurs"),
    ],
)
def test_clipped_words_are_written_out(written: str, meant: str) -> None:
    assert written_out(written) == meant
    assert written_out(meant) == meant


@pytest.mark.parametrize(
    "text",
    [
        "établir les facts",
        "gather the facts",
        "trim the hedge",
        "DS-1000",
        "MGMT",
        "appropriation",
        "reap wheat",
        "livrer le matériel tel quel",
        "un produit tel que décrit",
        "TEL",
        "",
        ".",
    ],
)
def test_what_is_no_clipped_word_stays(text: str) -> None:
    assert written_out(text) == text


def test_hardly_a_task_is_touched_and_none_is_emptied() -> None:
    tasks = read_everyday()
    texts = [*tasks["fr"], *tasks["en"]]
    changed = [text for text in texts if written_out(text) != text]
    assert 50 < len(changed) < len(texts) / 50
    assert all(written_out(text).strip() for text in texts)


def test_orders_in_shorthand_are_scored_as_orders(scorer: Scorer) -> None:
    read = scorer.read_texts(["Passer les cdes de réappro", "Passer les cdes de réapprovisionnement"])
    assert read.automatability[0] == pytest.approx(read.automatability[1], abs=0.01)
