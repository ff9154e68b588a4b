"""Cleaning of task texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.scoring.text import MAX_CHARACTERS, clean, comparison_key


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  Saisir\tles  factures\n", "Saisir les factures"),
        ("- pointage BL/factures", "pointage BL/factures"),
        ("3) chase up POs", "chase up POs"),
        ("a) relancer", "relancer"),
        ("B. relancer", "relancer"),
        ("M. Durand à relancer", "M. Durand à relancer"),
        ("<b>Send</b> invoices<script>", "Send invoices"),
        ("re\u200bconcile\u202e accounts", "reconcile accounts"),
        ("Salaries &amp; bonuses", "Salaries & bonuses"),
        ("3x/semaine", "3x/semaine"),
        ("\x00\x07", ""),
    ],
)
def test_clean_keeps_words_and_drops_the_rest(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(st.text(max_size=3000))
def test_clean_is_bounded_and_stable(text: str) -> None:
    once = clean(text)
    assert len(once) <= MAX_CHARACTERS
    assert "\x00" not in once
    assert "  " not in once


def test_comparison_key_ignores_case_accents_and_punctuation() -> None:
    assert comparison_key("Éditer les devis.") == comparison_key("- editer  les DEVIS")
    assert comparison_key("rédiger le contrat") != comparison_key("valider le contrat")
