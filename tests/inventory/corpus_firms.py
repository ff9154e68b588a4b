"""Workbooks as firms keep them, with the traps that first users fell into: each in French and in English."""

from __future__ import annotations

from corpus_case import Case, rows, sheets

_LISTED_FR = [
    ["Saisir les commandes reçues", "tous les jours", "2h"],
    ["Relancer les clients en retard", "2x/semaine", "45 min"],
    ["Préparer les expéditions du lendemain", "tous les jours", "30 min"],
]
_LISTED_EN = [
    ["Key in the orders received", "every day", "2h"],
    ["Chase customers who are late", "twice a week", "45 min"],
    ["Prepare the next day's deliveries", "every day", "30 min"],
]
_TEXTS_FR, _TEXTS_EN = [row[0] for row in _LISTED_FR], [row[0] for row in _LISTED_EN]

CASES = [
    # A sheet of tasks is read though another has the better named header; a list of absences is none.
    Case(
        "feuille-principale.xlsx",
        sheets(
            Tâches_équipe=rows(["Le boulot du service", "Fréquence", "Temps passé"], *_LISTED_FR),
            Trucs_Loïc=rows(["tâche", "temps", "quand"], ["Sauvegarder le serveur", "10 min", "hebdo"]),
            Congés=rows(["Qui", "Du", "Au", "Motif", "Durée"], *[["Anne", "3/3", "5/3", "congés payés", "3 j"]] * 4),
        ),
        [*_TEXTS_FR, "Sauvegarder le serveur"],
        [600, 90, 150, 10],
        teams=[None] * 4,
        people=[None] * 3 + ["[personne 1]"],
        says={"sheet_left_out", "person_from_sheet"},
        silent={"team_from_sheet"},
    ),
    Case(
        "main-sheet.xlsx",
        sheets(
            Team_tasks_2026=rows(["Our work", "Frequency", "Time spent"], *_LISTED_EN),
            Stuff_Julie=rows(["task", "time", "when"], ["Back up the server", "10 min", "weekly"]),
            Leave=rows(["Who", "From", "To", "Reason", "Duration"], *[["Anne", "3/3", "5/3", "paid leave", "3 d"]] * 4),
        ),
        [*_TEXTS_EN, "Back up the server"],
        [600, 90, 150, 10],
        teams=[None] * 4,
        people=[None] * 3 + ["[person 1]"],
        says={"sheet_left_out", "person_from_sheet"},
        silent={"team_from_sheet"},
    ),
    Case(
        "feuilles-compta-paie.xlsx",
        sheets(
            Tâches_Compta=rows(["Ce qu'on fait", "Fréquence", "Temps"], *_LISTED_FR[:2]),
            Tâches_Paie_v2=rows(["Ce que l'on fait", "Fréquence", "Temps"], *_LISTED_FR[2:]),
            Feuil3=rows(["Ce que je fais", "Fréquence", "Temps"], ["Trier le courrier", "hebdo", "1h"]),
        ),
        [*_TEXTS_FR, "Trier le courrier"],
        teams=["Compta", "Compta", "Paie", None],
        silent={"column_guessed"},
    ),
    Case(
        "sheets-by-team.xlsx",
        sheets(
            Sales_tasks=rows(["What they do", "Frequency", "Time"], *_LISTED_EN[:2]),
            Team_B=rows(["What is done", "Frequency", "Time"], *_LISTED_EN[2:]),
            Sheet3=rows(["What I do", "Frequency", "Time"], ["Sort the post", "weekly", "1h"]),
        ),
        [*_TEXTS_EN, "Sort the post"],
        teams=["Sales", "Sales", "Team B", None],
        silent={"column_guessed"},
    ),
    Case(
        "feuilles-par-personne.xlsx",
        sheets(
            Équipe=rows(["Qui", "Tâche", "Fréquence", "Durée"], ["Loïc", "Saisir les bons", "hebdo", "1h"]),
            Trucs_Loïc=rows(["tâche", "temps", "quand"], ["Sauvegarder le serveur", "10 min", "hebdo"]),
        ),
        ["Saisir les bons", "Sauvegarder le serveur"],
        people="Loïc",
        teams=[None, None],
    ),
]
