"""Headers and values that were once taken for something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.inventory import read_inventory
from analyzer.inventory.headers import read_header
from analyzer.inventory.personal import find_personal_data

DEPARTMENTS = """Atelier Bureau Magasin Dépôt Chantier Accueil Cuisine Entrepôt Usine Caisse Salle
    Bar Réception Standard Livraison Expédition Quai Garage Laboratoire Pharmacie Boutique Siège Agence Finance Achats
    Ventes Paie Juridique Communication Informatique Logistique Production Qualité Maintenance Méthodes Travaux Voirie
    Urbanisme Scolarité Crèche Cantine Workshop Office Warehouse Kitchen Store Shop Yard Depot Reception Frontdesk
    Helpdesk Sales Purchasing Payroll Legal Marketing Engineering Facilities Stores Dispatch Showroom Counter Floor
    Housekeeping Nursery Library Ward Clinic"""


@pytest.mark.parametrize(
    ("header", "jobs"),
    [
        ("Qui ?", ["Secrétaire", "Chef d'atelier", "Poseur"]),
        ("Responsable", ["Poseur", "Peintre", "Soudeur", "Menuisier"]),
        ("Owner", ["Joiner", "Painter", "Welder"]),
        ("Who", ["Accountant", "Fitter", "Baker"]),
    ],
)
def test_a_column_that_asks_who_holds_roles_where_its_values_are_jobs(
    header: str, jobs: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    rows = [f"Task {place};{job};weekly;2 h" for place, job in enumerate(jobs)]
    path.write_text("\n".join([f"Task;{header};Frequency;Duration", *rows]), encoding="utf-8")
    assert list(read_inventory(path).frame["role"]) == jobs


def test_a_column_that_asks_who_holds_people_where_its_values_are_names(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Task;Owner;Frequency\nFit;Kerbrat;weekly\nPaint;Marc Baker;weekly\nWeld;Ayo;daily\n", "utf-8")
    assert read_inventory(path).frame["role"].isna().all()


@pytest.mark.parametrize("header", ["Rmq", "Rq", "Obs", "Obs."])
def test_short_headers_of_remarks_are_notes(header: str) -> None:
    meaning = read_header(header)
    assert meaning is not None
    assert meaning.field == "notes"


def test_a_count_may_name_what_it_counts(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Task;Role;Count;Frequency;Minutes\nReset passwords;1st line;26 tickets;weekly;10\n"
        "Mend servers;2nd line support;12 tickets;weekly;30\nPlan;IT manager;2;weekly;60\n", "utf-8"
    )  # fmt: skip
    frame = read_inventory(path).frame
    assert list(frame["occurrences_per_week"]) == [26, 12, 2]
    assert list(frame["role"]) == ["1st line", "2nd line support", "IT manager"]


def test_the_name_of_a_department_is_nobodys() -> None:
    assert [team for team in DEPARTMENTS.split() if find_personal_data(team)] == []


def test_a_team_is_not_masked_for_a_word_among_the_persons(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Tâche;Nom;Service\nMonter;Zorblat d'atelier;Atelier\nVendre;Marc Durand;Magasin\n", "utf-8")
    assert list(read_inventory(path).frame["team"]) == ["Atelier", "Magasin"]


def test_names_are_found_alike_in_texts_that_differ_in_their_numbers_only() -> None:
    found = [find_personal_data(f"Relancer la facture n°{number} avec Julie Durand") for number in (1041, 1042)]
    assert found[0] == found[1]
    assert found[0]
    assert find_personal_data("Appeler 06 12 34 56 78") != find_personal_data("Appeler 06 12 34 56 79")
