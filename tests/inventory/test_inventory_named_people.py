"""Rows that name who does them, in a role whose cell says how many people it is."""

from __future__ import annotations

import pytest
from inventory_samples import read

from analyzer.inventory.rolecounts import everybody, people_named


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Karim, Julie", 2),
        ("Léa (alternante)", 1),
        ("Marie Dupont et Jean-Luc", 2),
        ("chauffeurs (3)", 3),
        ("[personne 1] / [personne 2]", 2),
        ("J. Smith", 1),
        ("Fred + adjoint", 2),
        ("Anna (team leader)", 1),
        ("Chef d'équipe + Malik", 2),
    ],
)
def test_names_are_counted(cell: str, people: float) -> None:
    assert people_named(cell) == people
    assert not everybody(cell)


@pytest.mark.parametrize(
    "cell", ["tous", "Toute l'équipe", "Équipe dépôt", "All staff", "the whole team", "Sales team", "Chacun"]
)
def test_everybody_is_no_number(cell: str) -> None:
    assert everybody(cell)
    assert people_named(cell) is None


@pytest.mark.parametrize("cell", ["chauffeurs", "Comptable", "the drivers"])
def test_words_for_a_role_are_no_number(cell: str) -> None:
    assert people_named(cell) is None


def test_a_row_that_names_somebody_counts_once_in_a_role_of_several() -> None:
    inventory = read(
        "Poste;Tâche;Fréquence;Durée;Qui\n"
        "Cuisine (4);Commander les légumes;5 par semaine;30 min;Amélie\n"
        "Cuisine (4);Nettoyer le plan de travail;5 par semaine;30 min;tous\n"
        "Cuisine (4);Contrôler les températures;5 par semaine;30 min;\n"
        "Cuisine (4);Préparer les sauces;5 par semaine;30 min;Hugo et Inès\n"
    )
    frame = inventory.frame
    assert frame["role"].unique().tolist() == ["Cuisine"]
    assert frame["headcount"].tolist() == [1, 4, 4, 2]
    assert (frame["headcount"] * 150).tolist() == frame["minutes_per_week"].tolist()
    assert frame["person"].isna().tolist() == [False, True, True, False]
    told = [problem.code for problem in inventory.problems]
    assert told.count("headcount_by_name") == 2
    assert told.count("headcount_from_role") == 2


@pytest.mark.parametrize("who", ["équipe dépôt", "tous (dépôt)", "dépôt (3)"])
def test_a_word_for_everybody_among_the_persons_makes_no_name_of_a_role(who: str) -> None:
    frame = read(
        "Poste;Tâche;Fréquence;Durée;Qui\n"
        "Dépôt & quai (4);Décharger les camions;5 par semaine;30 min;Amélie\n"
        f"Dépôt & quai (4);Ranger le dépôt;5 par semaine;30 min;{who}\n"
        "Bureau (2);Relancer les clients;2 par semaine;30 min;Hugo\n"
    ).frame
    assert frame["role"].unique().tolist() == ["Dépôt & quai", "Bureau"]
    assert frame["task"].tolist()[1] == "Ranger le dépôt"
