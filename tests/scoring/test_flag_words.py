"""Flags that nobody has to guess: plain words raise them, and take the flag of money out off again."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from analyzer.scoring import score_tasks
from analyzer.scoring.flag_words import worded_flags

PHRASES = Path(__file__).with_name("flag_phrases.tsv")
"""Short phrases with the flags they must carry and those they may carry, by hand. Parts b to d were written later than
the words of ``flag_words.py`` that part a called for; e and f, with look-alikes for half, called for the last of them;
g was written after all of them, and no word was taken from it."""


def _codes(joined: str) -> set[str]:
    return set(filter(None, joined.split(";")))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_short_phrases_carry_the_flags_that_a_reader_would_set(language):
    with PHRASES.open(encoding="utf-8", newline="") as lines:
        phrases = [row for row in csv.DictReader(lines, delimiter="\t") if row["language"] == language]
    found, missed, wrong = _counts([row for row in phrases if row["part"] in "abcd"])
    # Without the words: precision .69 (en) and .74 (fr), recall .61 and .66.
    assert found / (found + missed) > 0.95
    assert found / (found + wrong) > 0.80


@pytest.mark.parametrize("part", ["e", "f"])
def test_look_alikes_carry_few_flags(part):
    with PHRASES.open(encoding="utf-8", newline="") as lines:
        found, missed, wrong = _counts([row for row in csv.DictReader(lines, delimiter="\t") if row["part"] == part])
    # Precision .79 and recall .98 of part e, .79 and 1 of part f; before the words that they called for, .76 and .92 of
    # the one and .77 and .90 of the other.
    assert found / (found + missed) > 0.93
    assert found / (found + wrong) > 0.75


def test_phrases_that_no_word_was_taken_from_carry_most_of_their_flags():
    with PHRASES.open(encoding="utf-8", newline="") as lines:
        found, missed, wrong = _counts([row for row in csv.DictReader(lines, delimiter="\t") if row["part"] == "g"])
    # Precision .85 and recall .88 of 100 phrases of offices, practices and haulage, labelled before they were scored.
    assert found / (found + missed) > 0.85
    assert found / (found + wrong) > 0.80


def _counts(phrases):
    """Return how many flags were rightly given, missed and wrongly given."""
    times = {"occurrences_per_week": float("nan"), "minutes_per_occurrence": float("nan")}
    flags = score_tasks(pd.DataFrame([{"task": row["task"], **times} for row in phrases]))["flags"]
    found = missed = wrong = 0
    for row, given in zip(phrases, map(_codes, flags), strict=True):
        must, may = _codes(row["must"]), _codes(row["may"])
        found += len(given & must)
        missed += len(must - given)
        wrong += len(given - must - may)
    return found, missed, wrong


@pytest.mark.parametrize(
    "phrase",
    [
        "Pay supplier invoices",
        "Open the mail and pay the bills",
        "Supplier payment run",
        "Reimburse mileage",
        "Enter bank transfers for the month's suppliers",
        "Régler les fournisseurs",
        "Paiement des prestataires",
        "Saisir les factures puis lancer les virements",
        "VIREMENTS SALAIRES",
    ],
)
def test_who_pays_moves_money_out(phrase):
    assert worded_flags(phrase)["money"] is True


@pytest.mark.parametrize(
    "phrase",
    [
        "File invoices in binders",
        "Enter clients' purchase invoices",
        "Code invoices to cost centres",
        "Invoice entry",
        "Bank reconciliation",
        "Match supplier invoices with purchase orders",
        "Enregistrer les paiements reçus",
        "Calculer le paiement",
        "Relance des factures impayées",
    ],
)
def test_who_only_looks_at_payments_moves_nothing(phrase):
    assert worded_flags(phrase)["money"] is False


@pytest.mark.parametrize(
    "phrase",
    [
        "Call customers who pay late",
        "Order the meeting notes by date",
        "Régler la hauteur de la machine",
        "Mettre à jour le règlement intérieur",
        "Préparer les commandes",
        "Grade the apples by size",
        "Assess the benefits of the new tool",
        "Noter les numéros de lot",
    ],
)
def test_words_that_sound_alike_say_nothing(phrase):
    raised = {flag for flag, stands in worded_flags(phrase).items() if stands}
    assert not {"money", "decision", "safety"} & raised


def test_a_decision_about_a_person_asks_for_the_review_of_each_result():
    inventory = pd.DataFrame({"task": ["Trier les CV"], "occurrences_per_week": [5.0], "minutes_per_occurrence": [9.0]})
    scores = score_tasks(inventory)
    assert "decision" in scores["flags"][0].split(";")
    assert scores["oversight"][0] in ("each", "human")
