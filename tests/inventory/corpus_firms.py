"""Workbooks as firms keep them, with the traps that first users fell into: each in French and in English."""

from __future__ import annotations

from corpus_case import MONTH, Case, rows, sheets, text

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
    # A column of periods beside a count is its unit, whatever its header; what no period is, is asked for.
    *[
        Case(
            f"times-{number}.csv",
            text(
                f"Task;{header};Minutes each time",
                "Send the pack;1;month;60",
                "Run payroll;3;week;10",
                "Audit the stock;2;quarter;130",
                "Other;2;sprint;30",
            ),
            ["Send the pack", "Run payroll", "Audit the stock", "Other"],
            [60 * MONTH, 30, 20, None],
            says={"frequency_unreadable"},
            silent={"period_assumed", "column_ignored", "column_twice"},
        )
        for number, header in enumerate(
            (
                "Times;Per",
                "Frequency;Period",
                "Frequency;Unit",
                "Count;Per",
                "How many times;Frequency",
                "Nb;Frequency unit",
            )
        )
    ],
    *[
        Case(
            f"fois-{number}.csv",
            text(
                f"Tâche;{header};Durée (min)",
                "Envoyer le dossier;1;mois;60",
                "Lancer la paie;3;semaine;10",
                "Contrôler le stock;2;trimestre;130",
                "Autre;2;sprint;30",
            ),
            ["Envoyer le dossier", "Lancer la paie", "Contrôler le stock", "Autre"],
            [60 * MONTH, 30, 20, None],
            says={"frequency_unreadable"},
            silent={"period_assumed", "column_ignored", "column_twice"},
        )
        for number, header in enumerate(
            (
                "Nb de fois;par",
                "Fréquence;Unité",
                "Nb;Période",
                "Nombre de fois;Périodicité",
                "Fréquence;Unité de fréquence",
            )
        )
    ],
    Case(
        "times-per-letters.csv",
        text("Task;Times;Per;Minutes each time", "Run payroll;3;W;10", "Send the pack;1;M;60", "Plan the year;1;Y;52"),
        ["Run payroll", "Send the pack", "Plan the year"],
        [30, 60 * MONTH, 1],
    ),
    # Neither a department, a site nor a team is a unit of time, whatever its name is short for.
    *[
        Case(
            f"not-a-unit-{value}.csv",
            text(
                f"{header};Task;Frequency;Duration",
                f"{value};Answer questions on leave;weekly;30",
                f"{value};Prepare interviews;weekly;60",
            ),
            ["Answer questions on leave", "Prepare interviews"],
            [30, 60],
            teams=value,
            silent={"column_guessed"},
        )
        for header, value in (("Department", "HR"), ("Site", "H"), ("Team", "D"), ("Service", "J"), ("Direction", "M"))
    ],
    # The foot of a list is neither a task nor a person, whatever words stand in its cells.
    *[
        Case(
            f"pied-{number}.xlsx",
            sheets(
                Feuil1=rows(
                    ["Qui", "Tâche", "Fréquence", "Temps passé"],
                    ["Anne", "Saisir les bons", "hebdo", "1h"],
                    ["Marc", "Total caisse du soir", "quotidien", "10 min"],
                    foot,
                )
            ),
            ["Saisir les bons", "Total caisse du soir"],
            [60, 50],
            people=["Anne", "Marc"],
            says={"total"},
        )
        for number, foot in enumerate(
            (
                ["TOTAL", "60 tâches", None, "environ 280 h / semaine"],
                ["Total général", "2 tâches au total", "6 fois", "280 h"],
                ["Sous-total équipe", "Anne et Marc", None, "env. 110 min / semaine"],
                ["Somme", "2 lignes", None, "soit 110 min"],
                [None, "Total : 280 h", None, None],
                ["Anne", "Total des heures", None, "280 h par semaine"],
                [None, "60 tâches", None, "280 h"],
            )
        )
    ],
    *[
        Case(
            f"foot-{number}.xlsx",
            sheets(
                Sheet1=rows(
                    ["Who", "Task", "Frequency", "Time spent"],
                    ["Anne", "Key in the orders", "weekly", "1h"],
                    ["Mark", "Total the till", "daily", "10 min"],
                    foot,
                )
            ),
            ["Key in the orders", "Total the till"],
            [60, 50],
            people=["Anne", "Mark"],
            says={"total"},
        )
        for number, foot in enumerate(
            (
                ["TOTAL", "60 tasks", None, "about 280 h / week"],
                ["Grand total", "2 tasks in all", "6 times", "280 hours"],
                ["Subtotal team", "Anne and Mark", None, "approx. 110 min per week"],
                ["Sum", "2 rows", None, "110 min"],
                [None, "Total: 280 h", None, None],
                ["Anne", "Total hours", None, "280 h a week"],
                [None, "60 tasks", None, "280 h"],
            )
        )
    ],
    # "All day" is five days of that length, which is told; beside a time each time it stays open, as "en continu" does.
    Case(
        "toute-la-journee.csv",
        text(
            "Tâche;Fréquence;Durée",
            "Tenir le standard;toute la journée;",
            "Ouvrir le courrier;toute la matinée;",
            "Répondre aux appels;toute la journée;3 min",
            "Surveiller la ligne;en continu;",
            "Trier;au fil de l'eau;",
        ),
        ["Tenir le standard", "Ouvrir le courrier", "Répondre aux appels", "Surveiller la ligne", "Trier"],
        [35 * 60, 17.5 * 60, None, None, None],
        says={"frequency_read_as_day", "duration_read_as", "frequency_vague"},
    ),
    Case(
        "all-day.csv",
        text(
            "Task;Frequency;Duration",
            "Run the switchboard;all day;",
            "Open the post;All morning;",
            "Answer calls;all day;3 min",
            "Watch the line;permanent;",
            "Sort;ongoing;",
        ),
        ["Run the switchboard", "Open the post", "Answer calls", "Watch the line", "Sort"],
        [35 * 60, 17.5 * 60, None, None, None],
        says={"frequency_read_as_day", "duration_read_as", "frequency_vague"},
    ),
    # What people sort their tasks by is offered as the team where there is none.
    Case(
        "domaine.csv",
        text("Domaine;Tâche;Fréquence;Durée", "SAV;Répondre aux mails;hebdo;1h", "Achats;Passer commande;hebdo;2h"),
        ["Répondre aux mails", "Passer commande"],
        teams=[None, None],
        says={"column_groups"},
    ),
    Case(
        "category.csv",
        text("Category;Task;Frequency;Duration", "Service;Answer mails;weekly;1h", "Buying;Place orders;weekly;2h"),
        ["Answer mails", "Place orders"],
        teams=[None, None],
        says={"column_groups"},
    ),
]
