"""The language of a column and of its rows."""

from __future__ import annotations

import pytest

from analyzer.inventory.language import detect_language, row_languages

FRENCH = [
    "Saisir les factures fournisseurs dans Sage",
    "pointage BL/factures",
    "Relancer les clients en retard",
    "MAJ tarifs site",
]
ENGLISH = ["Enter supplier invoices in Xero", "chase up POs", "Prepare the VAT return", "bank rec"]


@pytest.mark.parametrize(("texts", "language"), [(FRENCH, "fr"), (ENGLISH, "en"), (FRENCH[1:2] * 3, "fr")])
def test_the_column_decides(texts: list[str], language: str) -> None:
    assert detect_language(texts, beside=["Tâche", "Fréquence"] if language == "fr" else []) == language


def test_without_words_the_headers_decide() -> None:
    assert detect_language(["123", ""], beside=["Tâche", "Durée"]) == "fr"
    assert detect_language([], beside=["Task", "How often"]) == "en"
    assert detect_language([]) == "en"


def test_a_row_in_the_other_language_is_told_by_its_small_words() -> None:
    texts = [*FRENCH, "Chase up the suppliers for their statements"]
    assert row_languages(texts, "fr") == ["fr"] * 4 + ["en"]
    assert row_languages(["Reporting", "Saisie des factures de la semaine"], "en") == ["en", "fr"]
