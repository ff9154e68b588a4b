"""How many people stand behind a role, where its cell says so."""

from __future__ import annotations

import pytest
from inventory_samples import read

from analyzer.inventory import complete_frame
from analyzer.inventory.rolecounts import people_in_role


@pytest.mark.parametrize(
    ("cell", "role", "people"),
    [
        ("Poseur (4)", "Poseur", 4),
        ("2 poseurs", "poseurs", 2),
        ("Techniciens x3", "Techniciens", 3),
        ("Electricians * 2", "Electricians", 2),
        ("3 x Techniciens", "Techniciens", 3),
        ("Vendeuses (2 pers.)", "Vendeuses", 2),
        ("ATSEM : 3 agents", "ATSEM", 3),
        ("deux vendeuses", "vendeuses", 2),
        ("Two fitters", "fitters", 2),
        ("Comptable (0,5 ETP)", "Comptable", 0.5),
        ("Chef d'équipe (2)", "Chef d'équipe", 2),
        ("3 personnes", "3 personnes", 3),
    ],
)
def test_a_number_of_people_stands_beside_a_role(cell: str, role: str, people: float) -> None:
    assert people_in_role(cell) == (role, people)


@pytest.mark.parametrize(
    "cell",
    [
        "Technicien (niveau 3)",
        "Agent niveau 2",
        "Technicien 2",
        "Équipe 2",
        "Team (3)",
        "2nd line support",
        "1er adjoint",
        "2 e ligne",
        "Opérateur 3x8",
        "Microsoft 365 Admin",
        "365 administrators",
        "Infirmière N2",
        "Adjoint (2027)",
        "Service 24/7",
        "Agent n° (2)",
        "Comptable",
        "",
    ],
)
def test_a_number_that_is_a_rank_or_a_name_is_none_of_people(cell: str) -> None:
    assert people_in_role(cell) is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“Poseur (4)” was read as the role “Poseur”, number of people: 4"),
        ("fr", "«\u00a0Poseur (4)\u00a0» a été lu comme le poste «\u00a0Poseur\u00a0», nombre de personnes\u00a0: 4"),
    ],
)
def test_the_reading_is_told_in_the_row_and_stays_told_after_an_edit(language: str, said: str) -> None:
    frame = read("Poste;Tâche;Fréquence;Durée\nPoseur (4);Poser;hebdo;2h\n", language=language).frame
    assert frame["issues"].tolist() == [said]
    assert frame["minutes_per_week"].tolist() == [480]
    edited = frame.assign(minutes_per_occurrence=60.0)
    again = complete_frame(edited, language, before=frame)
    assert again["issues"].tolist() == [said] and again["minutes_per_week"].tolist() == [240]
