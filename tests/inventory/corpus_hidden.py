"""Workbooks with hidden rows and columns: read like the others, and said."""

from __future__ import annotations

from corpus_case import Case, rows, sheets
from inventory_samples import xls
from openpyxl.worksheet.worksheet import Worksheet

FR = ["Tâche", "Poste", "Fréquence", "Durée"]
EN = ["Task", "Role", "Frequency", "Duration"]


def hidden_row(header: list[str]) -> object:
    def fill(sheet: Worksheet) -> None:
        rows(
            header,
            ["Saisie", "Aide", "hebdo", "1h"],
            ["Ancienne tâche", "Aide", "hebdo", "5h"],
            ["Tri", "Aide", "hebdo", "2h"],
        )(sheet)
        sheet.row_dimensions[3].hidden = True

    return fill


def hidden_columns(sheet: Worksheet) -> None:
    rows(
        ["Task", "Comment", "Role", "Frequency", "Duration"],
        ["Scan", "old", "Clerk", "weekly", "1h"],
        ["Sort", "-", "Clerk", "weekly", "2h"],
    )(sheet)
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions["C"].hidden = True


def grouped_columns(sheet: Worksheet) -> None:
    rows(["Tâche", "Fréquence", "Durée", "Effectif", "Ancien effectif"], ["Tri", "hebdo", "1h", 2, 9])(sheet)
    sheet.column_dimensions.group("D", "E", hidden=True)


CASES = [
    Case(
        "lignes-masquees.xlsx",
        sheets(Feuil1=hidden_row(FR)),
        ["Saisie", "Ancienne tâche", "Tri"],
        [60, 300, 120],
        says={"rows_hidden"},
    ),
    Case(
        "hidden-rows.xlsx",
        sheets(Sheet1=hidden_row(EN)),
        ["Saisie", "Ancienne tâche", "Tri"],
        [60, 300, 120],
        says={"rows_hidden"},
    ),
    Case(
        "hidden-columns.xlsx",
        sheets(Sheet1=hidden_columns),
        ["Scan", "Sort"],
        [60, 120],
        roles="Clerk",
        says={"columns_hidden"},
    ),
    Case("colonnes-groupees.xlsx", sheets(Feuil1=grouped_columns), ["Tri"], [120], says={"columns_hidden"}),
    Case(
        "masquees.xls",
        xls(FR, ["Saisie", "Aide", "hebdo", "1h"], ["Tri", "Aide", "hebdo", "2h"], hidden_rows=[2], hidden_columns=[1]),
        ["Saisie", "Tri"],
        [60, 120],
        says={"rows_hidden", "columns_hidden"},
    ),
]
