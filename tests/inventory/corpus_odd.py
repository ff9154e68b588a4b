"""Files that came about by accident or ill will, and are read all the same: each of them broke a reader once."""

from __future__ import annotations

import json

import openpyxl
from corpus_case import Case, rows, sheets, text
from inventory_samples import xlsx

FR = ("Tâche;Fréquence;Durée", "Saisie reçue;hebdo;1h")


def merged_everywhere(book: openpyxl.Workbook) -> None:
    sheet = book["Sheet"]
    for row in (["Tâche", "Fréquence", "Durée"], ["Saisie", "hebdo", "1h"], ["Tri", "hebdo", "1h"]):
        sheet.append(row)
    sheet.merged_cells.add("A2:XFD1048576")


def errors_in_cells(book: openpyxl.Workbook) -> None:
    sheet = book["Sheet"]
    for row in (["Task", "Frequency", "Duration"], ["Scan", "#REF!", "#N/A"], ["Sort", "weekly", 1e308]):
        sheet.append(row)


HUGE = "9" * 60
CASES = [
    Case(
        "une-fois-sur-deux.csv",
        text(
            "Tâche;Fréquence;Durée",
            "Ronde;1 fois sur deux jours;10 min",
            "Point;une fois sur deux semaines;1h",
            "Tri;1 fois sur deux;10 min",
        ),
        ["Ronde", "Point", "Tri"],
        [25, 30, None],
    ),
    Case(
        "charge-en-une-colonne.csv",
        text(
            "Tâche;Charge", "Saisie;3x/semaine 45 min", "Point;1 fois sur deux semaines 1h", "Ronde;1 jour sur deux 2h"
        ),
        ["Saisie", "Point", "Ronde"],
        [135, 30, 300],
    ),
    Case(
        "date-saved-as-text.csv",
        text("Task,Frequency,Duration", "Calls,weekly,05-oct", "Post,weekly,10-May"),
        ["Calls", "Post"],
        [7.5, 7.5],
        says={"date_as_range"},
    ),
    Case(
        "time-at-the-end-of-a-line.txt",
        text("- Order stock weekly 2h", "- Commander le papier 2x/mois 30 min", "- Relire chaque dossier de 30 min"),
        ["Order stock", "Commander le papier", "Relire chaque dossier de 30 min"],
        [120, 30 * 24 / 52, None],
    ),
    Case(
        "utf8-puis-cp1252.csv",
        text(*FR) + text("Dîner d’équipe;hebdo;1h") + text("Tri reçu;hebdo;1h", encoding="cp1252"),
        ["Saisie reçue", "Dîner d’équipe", "Tri reçu"],
        [60, 60, 60],
        encoding="utf-8",
        says={"encoding_assumed"},
    ),
    Case(
        "fins-de-ligne-melees.csv",
        "Tâche;Fréquence;Durée\rSaisie;hebdo;1h\nTri;hebdo;1h\r\nPaie;hebdo;1h\r".encode(),
        ["Saisie", "Tri", "Paie"],
        [60, 60, 60],
    ),
    Case("utf-16-cut.csv", text(*FR, encoding="utf-16")[:-1], ["Saisie reçue"], [60]),
    Case("utf-32.csv", text(*FR, encoding="utf-32"), ["Saisie reçue"], [60]),
    Case(
        "signature-a-chaque-ligne.csv",
        b"".join(line.encode("utf-8-sig") + b"\r\n" for line in FR),
        ["Saisie reçue"],
        [60],
    ),
    Case(
        "cell-of-200000-letters.csv",
        text("Task;Frequency;Duration", "Scan " + "x" * 200_000 + ";weekly;1h"),
        ["Scan " + "x" * 200_000],
        [60],
    ),
    Case("quotes-only.csv", b"Task;Duration\r\n" + b'"' * 300_001 + b"\r\n", ['"' * 300_001], [None]),
    Case(
        "temps-impossible.csv",
        text("Tâche;Fréquence;Durée", f"Saisie;hebdo;{HUGE} h", "Tri;hebdo;1e308 h", "Paie;٣ fois;½h½"),
        ["Saisie", "Tri", "Paie"],
        says={"week_exceeded"},
    ),
    Case(
        "half-a-letter.json",
        b'[{"task":"Scan \\ud800","duration":"1h","frequency":"weekly"},{"task":"Sort","duration":NaN}]',
        ["Scan", "Sort"],
        [60, None],
    ),
    Case(
        "enveloppe.json",
        json.dumps(
            {"exporté": "2026-01-05", "tâches": [{"tâche": "Saisie", "durée": "1h", "fréquence": "hebdo"}]}
        ).encode(),
        ["Saisie"],
        [60],
    ),
    Case("merged-everywhere.xlsx", lambda: xlsx(merged_everywhere), ["Saisie", "Tri"], [60, 60]),
    Case("errors.xlsx", lambda: xlsx(errors_in_cells), ["Scan", "Sort"], [None, None], says={"week_exceeded"}),
    Case(
        "prenoms.xlsx",
        sheets(
            Julie=rows(["Tâche", "Fréquence", "Durée"], ["Saisie des factures", "hebdo", "1h"]),
            Karim=rows(["Tâche", "Fréquence", "Durée"], ["Tri du courrier", "hebdo", "2h"]),
        ),
        ["Saisie des factures", "Tri du courrier"],
        [60, 120],
        teams=[None, None],
        people=["[personne 1]", "[personne 2]"],
        says={"person_from_sheet", "personal_data"},
    ),
]
