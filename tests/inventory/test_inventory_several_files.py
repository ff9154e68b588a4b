"""Several files beside each other: their names as teams, the same file twice, teams of the same name."""

from __future__ import annotations

from pathlib import Path

import pytest
from inventory_samples import codes, read

from analyzer.i18n import LANGUAGES
from analyzer.inventory import Inventory, ReadingOptions, read_inventories, read_together
from analyzer.inventory.severalfiles import teams_of_files

ONE = "Tâche;Fréquence;Durée\nSaisir les factures;hebdo;1h\n"
OTHER = "Tâche;Fréquence;Durée\nRecevoir les candidats;hebdo;2h\n"


@pytest.mark.parametrize(
    ("names", "teams"),
    [
        (["compta.xlsx", "rh.xlsx"], ["Compta", "RH"]),
        (["taches.csv", "tasks.csv"], [None, None]),
        (["Liste des tâches - Achats 2024-03 v2 final.xlsx", "Liste des tâches - SAV.xlsx"], ["Achats", "SAV"]),
        (["Mairie - taches - Etat civil.ods", "Mairie - taches - Urbanisme.ods"], ["Etat civil", "Urbanisme"]),
        (["taches_compta_v1.csv", "taches_compta_v2.csv"], ["Compta", "Compta"]),
        (["équipe 1.ods", "équipe 2.ods"], ["Équipe 1", "Équipe 2"]),
        (["back-office.csv", "front-office.csv"], ["Back office", "Front office"]),
        (["Tasks Finance (final).xlsx", "Tasks Legal (copy).xlsx"], ["Finance", "Legal"]),
        (["export (1).csv", "export (2).csv"], [None, None]),
        (["[personne 1].xlsx", "[personne 1] v2.xlsx"], [None, None]),
        (["Durand SARL.xlsx", "Petit et fils.xlsx"], ["Durand SARL", "Petit et fils"]),
    ],
)
def test_the_name_of_a_file_says_its_team(names: list[str], teams: list[str | None]) -> None:
    assert teams_of_files(names) == teams


def together(*files: tuple[str, str]) -> list[Inventory]:
    return read_together([read(text, name=name) for name, text in files])


def test_names_are_teams_where_no_column_says_one_and_it_is_told() -> None:
    compta, rh = together(("compta.csv", ONE), ("taches RH 2025.csv", OTHER))
    assert (compta.frame["team"].tolist(), rh.frame["team"].tolist()) == (["Compta"], ["RH"])
    assert codes(rh)[0] == "team_from_file"
    assert rh.as_check("fr")["assumptions"]["team"] == "RH"
    for language in LANGUAGES:
        assert "RH" in rh.problems[0].message(language)


def test_a_column_of_teams_has_the_last_word_and_one_file_alone_is_no_team() -> None:
    named = "Tâche;Équipe\nSaisir les factures;Siège\nTrier le courrier;\n"
    first, second = together(("compta.csv", named), ("rh.csv", OTHER))
    assert first.frame["team"].iloc[0] == "Siège" and "team_from_file" not in codes(first)
    assert second.frame["team"].tolist() == ["RH"]
    (alone,) = together(("compta.csv", ONE))
    assert alone.frame["team"].isna().all()


def test_the_same_bytes_under_two_names_are_told_and_both_count(tmp_path: Path) -> None:
    for name in ("compta.csv", "compta copie.csv"):
        (tmp_path / name).write_text(ONE, encoding="utf-8")
    first, second = read_inventories(tmp_path)
    assert "same_file" not in codes(first) and "same_file" in codes(second)
    assert len(first.frame) == len(second.frame) == 1
    assert first.file in second.problems[0].message("en")


def test_teams_of_the_same_name_in_two_files_are_told() -> None:
    lists = [f"Tâche;Équipe\n{task};Comptabilité\n" for task in ("Saisir les factures", "Relancer les clients")]
    first, second = together(("durand.csv", lists[0]), ("petit.csv", lists[1]))
    assert "team_in_files" not in codes(first)
    assert second.problems[0].code == "team_in_files"
    assert "Comptabilité" in second.problems[0].message("fr") and "durand.csv" in second.problems[0].message("fr")


def test_a_team_stated_for_a_file_holds_for_the_tasks_that_name_none() -> None:
    assert read(ONE, options=ReadingOptions(team="Nord")).frame["team"].tolist() == ["Nord"]
    named = read("Tâche;Équipe\nSaisir;Siège\nTrier;Sud\n", options=ReadingOptions(team="Nord"))
    assert named.frame["team"].tolist() == ["Siège", "Sud"]
    assert ReadingOptions.from_json(ReadingOptions(team="Nord").to_json()).team == "Nord"
