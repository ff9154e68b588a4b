"""Personal data is found in free text, and what only looks like it is left alone.

``personal_cases.tsv`` was written by hand: a text, and what should be found in it ("kind=value", parted
by "|"; nothing for a look-alike). "first" was there while the detector was written. Each later part was written when
the detector was finished, measured at once, and only then were the rules improved:

- "second": precision 0.962, recall 0.938 at first sight;
- "last": 0.949 of both;
- "third": 0.925 and 0.908 (191 texts);
- "fourth": 0.924 and 0.938 (100 texts, look-alikes chosen to deceive);
- "unseen": 1.000 and 0.974 (65 texts), and nothing was changed for it;
- "fresh": 0.883 and 0.828 (120 texts), written by someone who had not read the rules;
- "again": 0.935 and 0.935 (80 texts), by the same hand once "fresh" had been learnt from;
- "sight": 0.837 and 0.945 (200 texts, look-alikes such as brands, tools, dishes and authors chosen to deceive);
- "after": 0.883 and 0.964 (100 texts), by the same hand once "sight" had been learnt from;
- "stranger": 0.933 and 0.844 (250 texts), by another hand, trades and dialects chosen wide (0.945 and 0.851 with two
  labels corrected; a text told right as holding something or nothing: 0.969 and 0.899);
- "newcomer": 0.857 and 0.783 (250 texts), by that hand, measured once "stranger" had been learnt from (0.863 and 0.788
  with one label corrected; by text: 0.914 and 0.854);
- "guest": 0.903 and 0.832 (322 texts), by a third hand, half of them with personal data of each kind;
- "arrival": 0.929 and 0.905 (211 texts), by that hand, measured once "guest" had been learnt from (by text: 0.951 and
  0.951; of the e-mail and postal addresses, telephone, social security and bank account numbers none was missed);
- "bystander": 0.944 and 0.977 (175 texts), by that hand, measured once "arrival" had been learnt from (by text: 0.938
  and 0.974);
- "passer": 0.949 and 0.933 (103 texts), by that hand, and nothing was changed for it;
- "visitor": 160 texts drawn by chance from ten sets by a fourth hand (1,958 texts, 130 to 359 each), each written when
  the one before had been learnt from: 0.921 and 0.906, 0.867 and 0.867, 0.927 and 0.899, 0.957 and 0.978, 0.955 and
  0.955, 0.945 and 0.956, 1.000 and 0.970, 0.910 and 0.845, 0.961 and 0.766 (the eighth and ninth full of surnames alone
  behind a noun, "devis Lecomte"), 0.981 and 0.930; two further sets (229 texts) that are not in the file: 0.962 and
  0.911, 1.000 and 0.918.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from analyzer.inventory.personal import find_personal_data

CASES = Path(__file__).with_name("personal_cases.tsv")


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def found(text: str) -> list[str]:
    return [f"{one.kind}={text[one.start : one.end]}" for one in find_personal_data(text)]


def measure(rows: list[dict[str, str]]) -> tuple[float, float]:
    """Return precision and recall over values: a name cut short counts against both."""
    right = wrong = missed = 0
    for row in rows:
        wanted, got = Counter(filter(None, row["personal"].split("|"))), Counter(found(row["text"]))
        right += (wanted & got).total()
        wrong += (got - wanted).total()
        missed += (wanted - got).total()
    return right / (right + wrong), right / (right + missed)


def test_the_labelled_set_is_large_and_half_of_it_look_alikes() -> None:
    rows = cases()
    assert len(rows) >= 500 and len({row["text"] for row in rows}) == len(rows)
    assert sum(not row["personal"] for row in rows) >= len(rows) / 2
    assert {row["language"] for row in rows} == {"en", "fr"}


@pytest.mark.parametrize("language", ["fr", "en", None])
def test_precision_and_recall_are_above_95_percent(language: str | None) -> None:
    precision, recall = measure([row for row in cases() if language in (None, row["language"])])
    print(f"{language or 'both'}: precision {precision:.3f}, recall {recall:.3f}")
    assert precision > 0.95 and recall > 0.95


@pytest.mark.parametrize("part", sorted({row["part"] for row in cases()}))
def test_no_part_of_the_set_is_read_badly(part: str) -> None:
    precision, recall = measure([row for row in cases() if row["part"] == part])
    print(f"{part}: precision {precision:.3f}, recall {recall:.3f}")
    assert precision > 0.94 and recall > 0.93


def test_a_check_digit_decides() -> None:
    assert found("NIR 2 84 01 75 112 345 61") == ["social_security=2 84 01 75 112 345 61"]
    assert found("NIR 2 84 01 75 112 345 62") == []
    assert found("FR14 2004 1010 0505 0001 3M02 606") == ["iban=FR14 2004 1010 0505 0001 3M02 606"]
    assert found("FR14 2004 1010 0505 0001 3M02 607") == []


def test_a_function_is_no_person_but_the_name_beside_it_is() -> None:
    assert found("Courrier de Mme la Maire à M. Durand") == ["person=Durand"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Remboursement pour Ayokunle Durand, colis perdu", ["person=Ayokunle Durand"]),
        ("Letter to V. Karapetros about the lease", ["person=V. Karapetros"]),
        ("Vitamin C. Check the stock", []),
        ("new starter forms for tom ridley", ["person=tom ridley"]),
        ("ask mark in the warehouse", ["person=mark"]),
        ("mark invoices as paid", []),
        ("Late payers: Karapetros, F; Okwuosa, L", ["person=Karapetros, F", "person=Okwuosa, L"]),
        ("Refill the Henry hoover bags", []),
        ("Order 6 x Gordon's for the bar", []),
        ("Read Gordon's report", ["person=Gordon"]),
        ("Lesson on Henry VIII", []),
        ("Relancer Le Gall au sujet du devis", ["person=Le Gall"]),
        ("Congé maternité de Tiphaine", ["person=Tiphaine"]),
        ("Rénover la maternité de Roubaix", []),
        ("Conclusions Lagarde c/ Ferreira", ["person=Lagarde", "person=Ferreira"]),
        ("Réunion chez les Kerdoncuff", ["person=Kerdoncuff"]),
        ("Renvoyer les mails de sandrine", ["person=sandrine"]),
        ("planning nathan et solene", ["person=nathan", "person=solene"]),
        ("Import serveur/nathan.csv", []),
        ("Sales meeting in Charlotte", []),
        ("Fit a Stanley lock", []),
        ("Rappeler Vroukhil Zdamberov pour son dossier", ["person=Vroukhil Zdamberov"]),
        ("Rappeler Malakoff Humanis pour son dossier", []),
        ("Contrat de Łukasz Wróbel", ["person=Łukasz Wróbel"]),
        ("Prolonger le CDD d'Ayoub jusqu'à Noël", ["person=Ayoub"]),
        ("Attestation de Bożena Malinowska", ["person=Bożena Malinowska"]),
        ("Chase D. Patel for the form", ["person=D. Patel"]),
        ("Get Mark to initial each page", ["person=Mark"]),
        ("Leave - HERNANDEZ, Luis", ["person=HERNANDEZ, Luis"]),
        ("Absence - Lamarque, Julie", ["person=Lamarque, Julie"]),
        ("Reminder to Pemberton about the rent", ["person=Pemberton"]),
        ("Sinistre auto Lamarque", ["person=Lamarque"]),
        ("Pacs Castelnau - Lamarque", ["person=Castelnau", "person=Lamarque"]),
        ("Rev Oyelowo reads the lesson", ["person=Oyelowo"]),
        ("Terry's overtime", ["person=Terry"]),
        ("Visa renewal - Xiaoming Zhang", ["person=Xiaoming Zhang"]),
        ("Order from Clarke Telecom Ltd", []),
        ("Chase Hodgson Roofing", []),
        ("Delivery for Birmingham", []),
        ("Ask Mr Preston", ["person=Preston"]),
        ("Commander le pain chez Paul", []),
        ("Repas chez Paul", ["person=Paul"]),
        ("Rempoter les Camélia", []),
    ],
)
def test_a_name_is_told_by_several_signs(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Adhérent A-20417 : carte perdue", ["identifier=A-20417"]),
        ("Copy passport 533380006 for the file", ["identifier=533380006"]),
        ("Appeler le locataire 06 39 98 55 61", ["phone=06 39 98 55 61"]),
        ("Chauffeur suisse 079 345 67 89", ["phone=079 345 67 89"]),
        ("Dépôt de Namur 0475/12.34.56", ["phone=0475/12.34.56"]),
        ("Lot 079 345 67 89", []),
        ("Member 10458 - direct debit failed", ["identifier=10458"]),
        ("Resident 75011 Paris", []),
        ("Debt letter to 93a Holloway Head, Birmingham B1 1QP", ["address=93a Holloway Head, Birmingham B1 1QP"]),
        ("Deliver to plot 14, Kingsley Gardens", []),
        ("Moyenne 2.85016443438914", []),
    ],
)
def test_what_stands_beside_a_number_says_what_it_is(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


def test_the_same_value_has_one_key_however_it_is_written() -> None:
    keys = {find_personal_data(text)[0].key for text in ("06 12 34 56 78", "06.12.34.56.78", "+33 6 12 34 56 78")}
    assert keys == {"+33612345678"}


def test_a_name_of_the_person_column_is_known_in_the_texts() -> None:
    assert find_personal_data("Voir Thibaldine") == []
    assert [one.key for one in find_personal_data("Voir Thibaldine", known={"thibaldine"})] == ["thibaldine"]


def test_a_very_long_cell_ends() -> None:
    text = "appeler Julie au 06 12 34 56 78, " * 3_000
    assert len(find_personal_data(text)) == 6_000
    assert find_personal_data("a" * 200_000) == find_personal_data("9" * 200_000) == []
