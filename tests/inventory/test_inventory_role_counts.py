"""How many people stand behind a role, where its cell says so."""

from __future__ import annotations

import pytest
from inventory_samples import answered, read

from analyzer.inventory import complete_frame, find_questions
from analyzer.inventory.rolecounts import people_in_role, person_in_role
from analyzer.inventory.sheetnames import team_in
from analyzer.inventory.stakes import minutes_asked_about


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
    edited = frame.assign(minutes_per_occurrence=60.0, edited="minutes_per_occurrence")
    again = complete_frame(edited, language)
    assert again["issues"].tolist() == [said] and again["minutes_per_week"].tolist() == [240]


@pytest.mark.parametrize(
    ("cell", "role", "person"),
    [
        ("Secrétaire médicale (Claire Fontaine)", "Secrétaire médicale", "[personne 1]"),
        ("Magasinier - Hugo Lefèvre", "Magasinier", "[personne 1]"),
        ("Sophie Girard : paie", "paie", "[personne 1]"),
        ("Livreur (Antoine Morel et Lucas Roux)", "Livreur", "[personne 1] et [personne 2]"),
        ("Claire Fontaine", "[personne 1]", None),
    ],
)
def test_a_masked_name_beside_a_role_is_its_person(cell: str, role: str, person: str | None) -> None:
    frame = read(f"Tâche;Poste;Fréquence;Durée\nClasser le courrier;{cell};hebdo;1h\nTrier;Comptable;hebdo;1h\n").frame
    assert [one if isinstance(one, str) else None for one in frame.loc[0, ["role", "person"]]] == [role, person]


@pytest.mark.parametrize("cell", ["Comptable (fournisseurs)", "Agent [identifiant 1]", "[personne 1]", "Chef (N+1)"])
def test_what_names_no_person_stays_with_the_role(cell: str) -> None:
    assert person_in_role(cell) is None


def test_whether_each_of_them_does_it_is_asked_where_their_number_stands_beside_the_role() -> None:
    listed = "Task,Role,Frequency,Duration\nSweep the yard,Yard (5 people),weekly,2h\nSort post,Clerk,daily,20 min\n"
    frame = read(listed).frame
    asked = find_questions(frame)
    assert [(one.code, one.row) for one in asked] == [("times_of_role", 2)]
    assert minutes_asked_about(frame, asked) == 480, "what the answer would take away"
    once = answered(frame, "times_of_role")
    assert once["minutes_per_week"].tolist() == [120, 100] and once["headcount"].tolist() == [5, 1]
    assert find_questions(once) == [], "an answer is final"
    stated = answered(read("Task,Role,Hours per week\nSweep the yard,Yard (5 people),10\n").frame, "times_of_role")
    assert stated["minutes_per_week"].tolist() == [600] and find_questions(stated) == [], "of stated hours too"
    of_a_column = "Task,Role,Headcount,Frequency,Duration\nSweep the yard,Yard,5,weekly,2h\n"
    assert find_questions(read(of_a_column).frame) == [], "a column of its own says how many do it"


@pytest.mark.parametrize(
    ("sheet", "team"),
    [("Atelier (4 pers.)", "Atelier"), ("Accueil - 2 agents", "Accueil"), ("Achats (Lyon)", "Achats (Lyon)")],
)
def test_a_team_bears_no_number_of_people(sheet: str, team: str) -> None:
    assert team_in(sheet) == team
