"""Where the table stands, which rows are tasks, and values written once a block."""

from __future__ import annotations

import openpyxl
import pytest
from inventory_samples import codes, labels, read, xlsx

from analyzer.inventory import ReadingOptions

MESSY = """\
Inventaire des tâches - service comptabilité;;;
;;;
Tâche;Poste;Fréquence;Durée
Saisie des factures fournisseurs;Comptable;quotidien;1h30
Rapprochement bancaire;Comptable;hebdo;2h
Sous-total;;;3h30
;;;
CLASSEMENT;;;
Tâche;Poste;Fréquence;Durée
Archivage des pièces;Assistante;3x/semaine;15 min
Total caisse du soir à vérifier;Assistante;quotidien;10 min
Total;;;4h
;;;12
;;;
Note : rempli par le service en octobre;;;
"""


def test_every_row_of_a_messy_sheet_is_a_task_or_has_a_reason() -> None:
    inventory = read(MESSY)
    assert inventory.frame["row"].tolist() == [4, 5, 10, 11]
    assert labels(inventory) == {
        1: "banner", 2: "blank", 6: "total", 7: "blank", 8: "section", 9: "repeated_header", 12: "total", 13: "no_task",
        14: "blank", 15: "note",
    }  # fmt: skip
    assert inventory.format.header_row == 3


@pytest.mark.parametrize(
    "text",
    ["Total", "TOTAL GÉNÉRAL", "Sous-total :", "Total heures", "Grand total", "Subtotal", "Moyenne", "Total équipe"],
)
def test_totals(text: str) -> None:
    assert labels(read(f"Tâche;Fréquence;Durée\nSaisie;hebdo;2h\n{text};;2h\n")) == {3: "total"}


@pytest.mark.parametrize("text", ["Total caisse", "Totaliser les heures", "Total quality audit"])
def test_a_task_that_speaks_of_a_total_stays_a_task(text: str) -> None:
    assert labels(read(f"Tâche;Fréquence;Durée\nSaisie;hebdo;2h\n{text};hebdo;2h\n")) == {}


@pytest.mark.parametrize("said", ["≈ 25 pers", "sem. 12", ""])
def test_a_number_behind_a_total_is_its_amount(said: str) -> None:
    text = f"Poste;Tâche;Fréquence;Durée\nAide;Saisie;hebdo;2h\nAide;Relances;hebdo;1h\nTOTAL;31;;{said}\n"
    assert labels(read(text)) == {4: "total"}


def test_a_total_in_another_column_is_one_too() -> None:
    assert labels(read("Poste;Tâche;Fréquence;Durée\nAide;Saisie;hebdo;2h\nTotal;;;2h\n")) == {3: "total"}


def test_a_list_in_capitals_has_no_headings() -> None:
    inventory = read("TACHE;FREQUENCE;DUREE\nSAISIE;HEBDO;2H\nRELANCE;;\nPOINTAGE;MENSUEL;1H\n")
    assert inventory.frame["task"].tolist() == ["SAISIE", "RELANCE", "POINTAGE"]


def test_a_task_without_any_other_value_stays_a_task() -> None:
    inventory = read(
        "Tâche;Fréquence;Durée\nSaisie des bons;hebdo;2h\nAccueil des visiteurs;;\nPointage;mensuel;1h\nRangement;;\n"
    )
    assert len(inventory.frame) == 4
    assert inventory.tasks_without_time == 2


def test_headings_become_teams_where_nothing_else_tells() -> None:
    text = (
        "Tâche;Fréquence;Durée\nService Achats :;;\nSaisie;quotidien;10 min\nService Paie :;;\nBulletins;mensuel;2h\n"
    )
    inventory = read(text)
    assert inventory.frame["team"].tolist() == ["Achats", "Paie"]
    assert "team_from_section" in codes(inventory)


def test_a_role_on_the_first_row_of_its_block_holds_below() -> None:
    inventory = read(
        "Poste;Tâche;Durée\nComptable;Saisie;1h\n;Pointage;1h\n;Lettrage;2h\nAccueil;Standard;1h\n;Courrier;1h\n"
    )
    assert inventory.frame["role"].tolist() == ["Comptable"] * 3 + ["Accueil"] * 2
    assert [problem.facts["count"] for problem in inventory.problems if problem.code == "filled_down"] == [3]


def test_a_number_of_people_goes_with_the_block_if_it_begins_with_it() -> None:
    with_block = "Poste;Effectif;Tâche\nComptable;3;Saisie\n;;Pointage\nAccueil;2;Standard\n;;Courrier\n"
    by_task = "Poste;Effectif;Tâche\nComptable;;Saisie\n;2;Pointage\nAccueil;;Standard\n;;Courrier\n"
    assert read(with_block).frame["headcount"].tolist() == [3, 3, 2, 2]
    assert read(by_task).frame["headcount"].tolist() == [1, 2, 1, 1]


def test_a_role_in_a_row_of_its_own_holds_below() -> None:
    inventory = read("Poste;Tâche;Durée\nComptable;;\n;Saisie;1h\n;Pointage;1h\nAccueil;;\n;Standard;1h\n")
    assert inventory.frame["role"].tolist() == ["Comptable", "Comptable", "Accueil"]
    assert labels(inventory) == {2: "section", 5: "section"}


def test_a_role_that_is_missing_here_and_there_is_not_made_up() -> None:
    inventory = read(
        "Poste;Tâche;Durée\nComptable;Saisie;1h\nComptable;Pointage;1h\n;Lettrage;2h\nAccueil;Standard;1h\n"
    )
    assert inventory.frame["role"].isna().tolist() == [False, False, True, False]


def merged_sheet(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Sheet"]
    for row in (
        ["Rôles et tâches 2026", None, None, None],
        ["Poste", "Tâche", "Fréquence", "Durée"],
        ["Comptable", "Saisie", "quotidien", "30 min"],
        [None, "Lettrage", None, "20 min"],
        ["Accueil", "Standard", "hebdo", "2h"],
        [None, "Courrier", "hebdo", None],
    ):
        sheet.append(row)
    for cells in ("A1:D1", "A3:A4", "C3:C4", "A5:A6", "D5:D6"):
        sheet.merge_cells(cells)


def test_merged_cells_hold_for_the_rows_they_span_but_a_time_is_not_counted_twice() -> None:
    frame = read(xlsx(merged_sheet)).frame
    assert frame["role"].tolist() == ["Comptable", "Comptable", "Accueil", "Accueil"]
    assert frame["occurrences_per_week"].tolist() == [5, 5, 1, 1]
    assert frame["minutes_per_occurrence"].isna().tolist() == [False, False, False, True]


def two_teams(workbook: openpyxl.Workbook) -> None:
    workbook["Sheet"].title = "Lisez-moi"
    workbook["Lisez-moi"].append(["Comment remplir ce fichier"])
    for team in ("Comptabilité", "Commercial"):
        sheet = workbook.create_sheet(team)
        sheet.append(["Tâche", "Fréquence", "Durée"])
        sheet.append([f"Réunion {team}", "hebdo", "1h"])
    hidden = workbook.create_sheet("Brouillon")
    hidden.append(["Tâche", "Durée"])
    hidden.append(["Essai", "1h"])
    hidden.sheet_state = "hidden"


def test_a_sheet_a_team_and_a_read_me_that_is_none() -> None:
    inventory = read(xlsx(two_teams))
    assert inventory.frame["team"].tolist() == ["Comptabilité", "Commercial"]
    assert inventory.format.sheets == ("Comptabilité", "Commercial")
    assert {"team_from_sheet", "sheet_hidden", "sheet_left_out"} <= set(codes(inventory))


def test_the_user_chooses_the_sheets_hidden_ones_too() -> None:
    inventory = read(xlsx(two_teams), options=ReadingOptions(sheets=("Brouillon",)))
    assert inventory.frame["task"].tolist() == ["Essai"]


def test_the_user_chooses_the_header_row() -> None:
    text = "Tâche;Durée\nListe;des\nTâche;Durée\nSaisie;1h\n"
    assert read(text, options=ReadingOptions(header_row=3)).frame["task"].tolist() == ["Saisie"]
    assert (
        len(read("Saisie des factures;1h\nPointage des heures;2h\n", options=ReadingOptions(header_row=0)).frame) == 2
    )


def test_a_line_of_units_below_the_header_belongs_to_it() -> None:
    inventory = read("Tâche;Fréquence;Durée\n;(par mois);(h)\nSaisie;2;1,5\n")
    assert inventory.rows == 1
    assert inventory.frame["minutes_per_week"].tolist() == pytest.approx([2 * 12 / 52 * 90])


def test_a_decimal_comma_that_cut_a_number_in_two_is_put_together_and_said() -> None:
    inventory = read("Tâche,Fréquence,Durée (h)\nSaisie,quotidien,1,5\nPointage,hebdo,2\n")
    assert inventory.frame["minutes_per_occurrence"].tolist() == [90, 120]
    assert [(p.row, p.code) for p in inventory.problems if p.row] == [(2, "comma_rejoined")]


def test_values_right_of_the_table_are_said() -> None:
    rows = "".join(f"Saisie {number};hebdo;1h\n" for number in range(10))
    inventory = read(f"Tâche;Fréquence;Durée\n{rows}Pointage;hebdo;1h;à voir avec la paie\n")
    assert [(p.row, p.code, p.facts["text"]) for p in inventory.problems if p.row] == [
        (12, "extra_cells", "à voir avec la paie")
    ]


def test_a_heading_may_reach_beyond_the_header_below_it() -> None:
    inventory = read(";;Notes;Heures\nTâche;Fréquence;Par an\nSaisie;hebdo;\n")
    assert inventory.frame["task"].tolist() == ["Saisie"]
    assert read(";;Temps;;Notes\nTâche;Fréquence\nSaisie;hebdo\n").frame["occurrences_per_week"].tolist() == [1]
