"""What a task is about, in words that French and English share."""

import pytest

from analyzer.scoring.workwords import agreement, vocabulary
from analyzer.scoring.workwords.stems import stem, words


@pytest.mark.parametrize(
    ("one", "other"),
    [("relance", "relancés"), ("technique", "technic"), ("directeurs", "director"), ("facture", "facturation")],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert stem(words(one)[0]) == stem(words(other)[0])


def test_small_words_accents_and_case_say_nothing() -> None:
    assert words("Saisie DES données à l'œil") == ["saisie", "donnees", "oeil"]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("saisie factures fournisseurs", {"enter", "invoice", "supplier"}),
        ("Key supplier invoices", {"enter", "invoice", "supplier"}),
        ("Effectuer le rapprochement bancaire", {"reconcile", "bank"}),  # "effectuer" says nothing
        ("Order office supplies", {"order", "supplies"}),  # "office supplies" belong together
        ("Enter the order", {"enter", "order_document"}),  # later: what it is done to
        ("Mise à jour du fichier clients", {"update", "database", "customer"}),  # words that belong together
        ("Zwischenlager", {".zwischenlag"}),  # a word that nobody listed stands for itself
        ("???", set()),
    ],
)
def test_a_text_is_about_its_acts_and_things(text: str, about: set[str]) -> None:
    assert vocabulary().concepts(text) == about


def test_what_is_rare_tells_more_than_what_is_everywhere() -> None:
    known = vocabulary()
    assert known.weight(".zwischenlag") == 1 > known.weight("vat") > known.weight("customer") > 0
    assert known.weight("month") < 0.3 * known.weight("vat") + 0.3, "when it is done is a detail"


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [
        ("relance clients impayés", "chase unpaid invoices", True),
        ("rédiger le contrat", "approve the contract", False),
        ("saisir les factures fournisseurs", "enter customer invoices", False),
        ("inventaire du quai", "saisir l'inventaire du quai", False),
        ("planning équipes", "team rota", True),  # neither says what is done with it
        ("planning équipes", "planning salles", False),
    ],
)
def test_acts_and_parties_set_work_apart(one: str, other: str, possible: bool) -> None:
    known = vocabulary()
    assert agreement(known.concepts(one), known.concepts(other), known).possible is possible


def test_agreement_tells_what_is_shared_and_what_is_not() -> None:
    known = vocabulary()
    found = agreement(known.concepts("saisie factures fournisseurs"), known.concepts("valider factures clients"), known)
    assert found.unlike == (("supplier", "customer"),)
    assert found.other_acts == ({"enter"}, {"approve"})
    # Shared: "invoice" alone, twice its weight over that of all six.
    weight = known.weight
    total = sum(map(weight, ("enter", "invoice", "supplier", "approve", "invoice", "customer")))
    assert found.shared == pytest.approx(2 * weight("invoice") / total)
