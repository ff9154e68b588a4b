"""Workbooks: banners, merged cells, a sheet a team, totals, notes, formulas."""

from __future__ import annotations

import datetime as dt

from corpus_case import MONTH, Case, rows, sheets
from openpyxl.worksheet.worksheet import Worksheet

FR = ["Tâche", "Poste", "Fréquence", "Durée"]
EN = ["Task", "Role", "Frequency", "Duration"]


def merged_roles(sheet: Worksheet) -> None:
    rows(
        FR,
        ["Saisie", "Comptable", "hebdo", "1h"],
        ["Pointage", None, "hebdo", "2h"],
        ["Tri", "Aide", "hebdo", "1h"],
        ["Envoi", None, "hebdo", "1h"],
    )(sheet)
    sheet.merge_cells("B2:B3")
    sheet.merge_cells("B4:B5")


def partly_merged_roles(sheet: Worksheet) -> None:
    merged_roles(sheet)
    rows(["Accueil", "Agent", "hebdo", "1h"], ["Standard", None, "hebdo", "3h"])(sheet)


def merged_banner(sheet: Worksheet) -> None:
    rows(["Task inventory 2026"], ["Finance department"], [], EN, ["Send invoices", "Clerk", "daily", "20 min"])(sheet)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("A2:D2")


def formulas(sheet: Worksheet) -> None:
    # What a program that has computed the formulas would have stored is not there: only the other columns count.
    rows(
        ["Tâche", "Fréquence/sem", "Durée (min)", "Total h/semaine"],
        ["Saisie", 5, 60, "=B2*C2/60"],
        ["Tri", 2, 30, "=B3*C3/60"],
        ["TOTAL", None, None, "=SUM(D2:D3)"],
    )(sheet)


def times(sheet: Worksheet) -> None:
    rows(
        ["Tâche", "Fréquence", "Durée"],
        ["Saisie", "hebdo", dt.time(1, 30)],
        ["Paie", "hebdo", dt.timedelta(hours=26)],
        ["Tri", "hebdo", dt.timedelta(minutes=20)],
    )(sheet)
    sheet["C2"].number_format = "hh:mm"
    sheet["C3"].number_format = "[h]:mm"
    sheet["C4"].number_format = "[h]:mm"


CASES = [
    Case(
        "bandeau.xlsx",
        sheets(
            Feuil1=rows(
                ["Inventaire des tâches"],
                ["Service comptable", None, "maj le 3 mars"],
                [],
                FR,
                ["Saisie", "Comptable", "hebdo", "1h"],
            )
        ),
        ["Saisie"],
        [60],
        says={"banner", "blank"},
    ),
    Case("banner.xlsx", sheets(Sheet1=merged_banner), ["Send invoices"], [100], says={"banner"}),
    Case(
        "fusion.xlsx",
        sheets(Feuil1=merged_roles),
        ["Saisie", "Pointage", "Tri", "Envoi"],
        [60, 120, 60, 60],
        roles=["Comptable", "Comptable", "Aide", "Aide"],
        says={"merged_filled"},
    ),
    Case(
        "fusion-en-partie.xlsx",
        sheets(Feuil1=partly_merged_roles),
        ["Saisie", "Pointage", "Tri", "Envoi", "Accueil", "Standard"],
        [60, 120, 60, 60, 60, 180],
        roles=["Comptable", "Comptable", "Aide", "Aide", "Agent", "Agent"],
        says={"merged_filled", "filled_down"},
    ),
    Case(
        "sans-fusion.xlsx",
        sheets(
            Feuil1=rows(
                ["Poste", "Tâche", "Durée", "Fréquence"],
                ["Comptable", "Saisie", "1h", "hebdo"],
                [None, "Lettrage", "1h", "hebdo"],
                [None, "Paie", "1h", "hebdo"],
                ["Accueil", "Standard", "1h", "hebdo"],
                [None, "Courrier", "1h", "hebdo"],
            )
        ),
        ["Saisie", "Lettrage", "Paie", "Standard", "Courrier"],
        roles=["Comptable"] * 3 + ["Accueil"] * 2,
        says={"filled_down"},
    ),
    Case(
        "equipes.xlsx",
        sheets(
            Lisez_moi=rows(["Comment remplir"], ["Une ligne par tâche"]),
            Achats=rows(FR[:1] + FR[2:], ["Devis", "hebdo", "1h"]),
            Paie=rows(FR[:1] + FR[2:], ["Bulletins", "mensuel", "2h"]),
        ),
        ["Devis", "Bulletins"],
        [60, 120 * MONTH],
        teams=["Achats", "Paie"],
        says={"team_from_sheet", "sheet_left_out"},
    ),
    Case(
        "teams.xlsx",
        sheets(
            Read_me=rows(
                ["How to fill in"], ["Task", "what is done"], ["Role", "who does it"], ["Duration", "how long"]
            ),
            Sales=rows(["Task", "Frequency", "Duration"], ["Quotes", "daily", "1h"]),
            Payroll=rows(["Task", "Frequency", "Duration"], ["Payslips", "monthly", "2h"]),
        ),
        ["Quotes", "Payslips"],
        [300, 120 * MONTH],
        teams=["Sales", "Payroll"],
        says={"team_from_sheet"},
    ),
    Case(
        "totaux.xlsx",
        sheets(
            Feuil1=rows(
                FR,
                ["Saisie", "Aide", "hebdo", "1h"],
                ["Sous-total", None, None, "1h"],
                ["Tri", "Aide", "hebdo", "2h"],
                ["Sous-total Aide", None, None, "3h"],
                ["TOTAL GÉNÉRAL", None, None, "3h"],
            )
        ),
        ["Saisie", "Tri"],
        [60, 120],
        says={"total"},
    ),
    Case(
        "totals.xlsx",
        sheets(
            Sheet1=rows(
                EN,
                ["Scan", "Clerk", "weekly", "1h"],
                [None, "Subtotal Clerk", None, "1h"],
                ["Grand total", None, None, "1h"],
            )
        ),
        ["Scan"],
        [60],
        says={"total"},
    ),
    Case(
        "entetes-repetes.xlsx",
        sheets(Feuil1=rows(FR, ["Saisie", "Aide", "hebdo", "1h"], [], FR, ["Tri", "Aide", "hebdo", "2h"])),
        ["Saisie", "Tri"],
        [60, 120],
        says={"repeated_header", "blank"},
    ),
    Case(
        "deux-tableaux.xlsx",
        sheets(
            Feuil1=rows(
                ["Tâche", "Poste", "Fréquence", "Durée"],
                ["Saisie", "Aide", "hebdo", "1h"],
                [],
                ["Pôle paie"],
                ["Tâche", "Poste", "Fréquence", "Durée"],
                ["Bulletins", "Paie", "mensuel", "2h"],
            )
        ),
        ["Saisie", "Bulletins"],
        [60, 120 * MONTH],
    ),
    Case(
        "sans-en-tete.xlsx",
        sheets(
            Feuil1=rows(
                ["Saisie des factures", "Comptable", "quotidien", "30 min"],
                ["Relance des clients", "Assistante", "hebdo", "2h"],
            )
        ),
        ["Saisie des factures", "Relance des clients"],
        [150, 120],
        roles=["Comptable", "Assistante"],
        says={"header_missing"},
    ),
    Case(
        "colonne-sans-en-tete.xlsx",
        sheets(Feuil1=rows(["Tâche", None, "Durée"], ["Saisie", "hebdo", "1h"], ["Tri", "mensuel", "1h"])),
        ["Saisie", "Tri"],
        [60, 60 * MONTH],
        says={"column_guessed"},
    ),
    Case(
        "notes-dessous.xlsx",
        sheets(
            Feuil1=rows(
                FR,
                ["Saisie", "Aide", "hebdo", "1h"],
                ["Tri", "Aide", "hebdo", "1h"],
                [],
                ["Rempli par le service en mars"],
                ["* hors vacances"],
            )
        ),
        ["Saisie", "Tri"],
        says={"note"},
    ),
    Case(
        "notes-below.xlsx",
        sheets(
            Sheet1=rows(EN, ["Scan", "Clerk", "weekly", "1h"], ["Note: excludes holidays"], ["Last updated 3 March"])
        ),
        ["Scan"],
        says={"note"},
    ),
    Case("formules.xlsx", sheets(Feuil1=formulas), ["Saisie", "Tri"], [300, 60], says={"total"}),
    Case("heures-excel.xlsx", sheets(Feuil1=times), ["Saisie", "Paie", "Tri"], [90, 26 * 60, 20]),
    Case(
        "decale.xlsx",
        sheets(Feuil1=rows([], [], [None, None, *FR], [None, None, "Saisie", "Aide", "hebdo", "1h"])),
        ["Saisie"],
        [60],
        roles="Aide",
    ),
    Case(
        "numerotes.xlsx",
        sheets(Feuil1=rows(["N°", *FR], [1, "Saisie", "Aide", "hebdo", "1h"], [2, "Tri", "Aide", "hebdo", "1h"])),
        ["Saisie", "Tri"],
        [60, 60],
    ),
    Case(
        "unites-dessous.xlsx",
        sheets(Feuil1=rows(["Tâche", "Fréquence", "Durée"], [None, "(par mois)", "(h)"], ["Saisie", 4, 1.5])),
        ["Saisie"],
        [4 * MONTH * 90],
    ),
    Case(
        "intertitres.xlsx",
        sheets(
            Feuil1=rows(
                ["Tâche", "Fréquence", "Durée"],
                ["Service Achats :"],
                ["Devis", "hebdo", "1h"],
                ["Service Paie :"],
                ["Bulletins", "mensuel", "2h"],
            )
        ),
        ["Devis", "Bulletins"],
        teams=["Achats", "Paie"],
        says={"section", "team_from_section"},
    ),
    Case(
        "matrice.xlsx",
        sheets(
            Feuil1=rows(
                ["Tâche", "Quotidien", "Hebdo", "Mensuel", "Durée (min)"],
                ["Saisie", "x", None, None, 10],
                ["Tri", None, "x", None, 30],
                ["Bilan", None, None, "x", 60],
            )
        ),
        ["Saisie", "Tri", "Bilan"],
        [50, 30, 60 * MONTH],
    ),
]
