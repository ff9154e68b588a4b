"""Which column is which: by header, by content, and as the user says."""

from __future__ import annotations

import pytest
from inventory_samples import codes, read

from analyzer.inventory import ReadingOptions


def test_columns_are_found_in_french() -> None:
    header = "N°;Libellé;Service;Poste;Récurrence;Temps passé (min);Effectif;Remarques"
    inventory = read(f"{header}\n1;Saisie;Compta;Aide;hebdo;30;2;Sage\n")
    assert inventory.columns == {
        "Libellé": "task", "Service": "team", "Poste": "role", "Récurrence": "occurrences_per_week",
        "Temps passé (min)": "minutes_per_occurrence", "Effectif": "headcount", "Remarques": "notes",
    }  # fmt: skip
    assert inventory.frame["notes"].tolist() == ["Sage"]
    assert [problem.facts["header"] for problem in inventory.problems if problem.code == "column_ignored"] == ["N°"]


def test_columns_are_found_in_english() -> None:
    inventory = read("What,Job title,Dept,How often,mins,# people\nChase POs,Buyer,Purchasing,weekly,20,2\n")
    assert set(inventory.columns.values()) == {
        "task", "role", "team", "occurrences_per_week", "minutes_per_occurrence", "headcount",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (["Marie Dupont", "Paul Martin", "Léa B."], "person"),
        (["Comptable", "Assistante RH", "Responsable paie"], "role"),
        (["MD", "PM", "LB"], "person"),
        (["Accueil", "Compta", "Direction"], "role"),
    ],
)
def test_who_is_a_person_or_a_role_as_its_values_say(values: list[str], field: str) -> None:
    rows = "".join(f"Tâche numéro {place};{value};hebdo\n" for place, value in enumerate(values))
    inventory = read(f"Tâche;Qui;Fréquence\n{rows}")
    assert inventory.columns["Qui"] == field
    assert f"owner_as_{field}" in codes(inventory)


def test_a_person_beside_a_role_never_becomes_the_role() -> None:
    inventory = read("Tâche;Poste;Prénom;Nom;Durée\nSaisie;Comptable;Marie;Dupont;1h\n")
    assert inventory.frame[["role", "person"]].iloc[0].tolist() == ["Comptable", "Marie Dupont"]


def test_the_users_word_wins() -> None:
    text = "Sujet;Intervenant;Charge\nSaisie des factures;Paul;2\n"
    columns = {"Sujet": "task", "intervenant": "role", "Charge": "minutes_per_week"}
    inventory = read(text, options=ReadingOptions(columns=columns, duration_unit="hours"))
    assert inventory.frame[["task", "role", "minutes_per_week"]].iloc[0].tolist() == [
        "Saisie des factures",
        "[personne 1]",  # a name is masked in whatever column
        120,
    ]


def test_a_column_can_be_taken_out_and_another_put_in_its_place() -> None:
    text = "Tâche;Description;Durée\nA1;Saisie des factures;1h\nB2;Relance des clients;2h\n"
    inventory = read(text, options=ReadingOptions(columns={"Tâche": "ignore", "Description": "task"}))
    assert inventory.frame["task"].tolist() == ["Saisie des factures", "Relance des clients"]


def test_of_two_task_columns_the_surer_is_the_task_and_the_other_becomes_notes() -> None:
    inventory = read("Activité;Tâche;Durée\nComptabilité;Saisie des factures;1h\n")
    assert inventory.frame[["task", "notes"]].iloc[0].tolist() == ["Saisie des factures", "Comptabilité"]


def test_columns_without_a_header_are_told_by_their_content() -> None:
    first = "Comptable;Saisie des factures fournisseurs;quotidien;30 min"
    inventory = read(f"{first}\nAssistante;Relance des clients par téléphone;hebdo;2h\n")
    assert inventory.columns == {
        "[A]": "role", "[B]": "task", "[C]": "occurrences_per_week", "[D]": "minutes_per_occurrence",
    }  # fmt: skip
    assert inventory.format.header_row is None
    assert {"header_missing", "column_guessed"} <= set(codes(inventory))


def test_a_header_that_says_nothing_is_told_by_content() -> None:
    inventory = read("Tâche;Colonne1;Colonne2\nSaisie;quotidien;30 min\nRelance;hebdo;1h\n")
    assert inventory.frame["minutes_per_week"].tolist() == [150, 60]


def test_a_header_that_contradicts_its_column_gives_way() -> None:
    inventory = read("Tâche;Temps;Fréquence\nSaisie;quotidien;30 min\nRelance;hebdo;1h\n")
    assert inventory.columns["Temps"] == "occurrences_per_week"
    assert inventory.columns["Fréquence"] == "minutes_per_occurrence"


def test_two_columns_of_one_name_are_told_apart() -> None:
    inventory = read("Tâche;Durée;Durée\nSaisie;30 min;45 min\n")
    assert inventory.headers == ["Tâche", "Durée", "Durée (2)"]
    assert inventory.frame["minutes_per_occurrence"].tolist() == [30]
    assert "column_twice" in codes(inventory)


def test_matches_say_how_sure_they_are() -> None:
    inventory = read("Tâche;Fréquense;Colonne1\nSaisie des factures;hebdo;30 min\n")
    assert [round(match.confidence, 2) for match in inventory.matches] == [1.0, 0.75, 0.5]
