"""Sheets that are laid out as no table should be, as small firms send them: each in French and in English."""

from __future__ import annotations

from corpus_case import MONTH, Case, rows, sheets, text

CASES = [
    # Two tables side by side are two lists; a key beside a table is none.
    Case(
        "cote-a-cote.xlsx",
        sheets(
            Cabinet=rows(
                ["ACCUEIL", None, None, None, "ASSISTANTES"],
                ["Tâche", "Fréquence", "Durée", None, "Tâche", "Fréquence", "Durée"],
                ["Répondre au téléphone", "20 fois par jour", "4 min", None, "Stériliser", "8x/jour", "15 min"],
                ["Confirmer les rendez-vous", "tous les jours", "40 min", None, "Commander", "1 fois sur 2 sem.", "1h"],
                ["Relancer les impayés", "2 fois par mois", "1h30"],
            )
        ),
        ["Répondre au téléphone", "Confirmer les rendez-vous", "Relancer les impayés", "Stériliser", "Commander"],
        [400, 200, 180 * MONTH, 600, 30],
        teams=[None] * 5,
        says={"tables_beside", "banner", "blank"},
        silent={"column_twice", "team_from_sheet"},
    ),
    Case(
        "side-by-side.xlsx",
        sheets(
            Front_desk=rows(
                ["Task", "How often", "Time", None, "What we do", "Frequency", "Minutes"],
                ["Answer the phone", "20 a day", "4 min", None, "Sterilise instruments", "8 x day", 15],
                ["Confirm appointments", "daily", "40 min", None, "Order consumables", "fortnightly", 60],
            )
        ),
        ["Answer the phone", "Confirm appointments", "Sterilise instruments", "Order consumables"],
        [400, 200, 600, 30],
        says={"tables_beside"},
        silent={"column_twice"},
    ),
    Case(
        "key-beside.xlsx",
        sheets(
            Sheet1=rows(
                ["Task", "Frequency", "Duration", None, "Code", "Task type"],
                ["Answer the phone", "daily", "40 min", None, "A", "admin"],
                ["Order consumables", "weekly", "1h", None, "B", "buying"],
            )
        ),
        ["Answer the phone", "Order consumables"],
        [200, 60],
        silent={"tables_beside"},
    ),
    # A list that runs across is turned; a page that explains the columns is not.
    Case(
        "en-travers.xlsx",
        sheets(
            Espaces_verts=rows(
                ["Équipe espaces verts 2026"],
                ["Tâche", "Tondre les pelouses", "Tailler les haies", "Facturer les clients"],
                ["Qui", "Jardinier", "Jardinier", "Secrétaire"],
                ["Fréquence", "2x/sem", "1x/mois", "fin de mois"],
                ["Durée", "3h", "1 jour", "3h30"],
            )
        ),
        ["Tondre les pelouses", "Tailler les haies", "Facturer les clients"],
        [360, 420 * MONTH, 210 * MONTH],
        roles=["Jardinier", "Jardinier", "Secrétaire"],
        says={"table_turned"},
    ),
    Case(
        "across.csv",
        text("Task;Mow the lawns;Trim the hedges", "Role;Gardener;Gardener", "Frequency;weekly;monthly", "Time;3h;2h"),
        ["Mow the lawns", "Trim the hedges"],
        [180, 120 * MONTH],
        roles="Gardener",
        says={"table_turned"},
    ),
    Case(
        "lisez-moi-des-colonnes.xlsx",
        sheets(
            Lisez_moi=rows(
                ["À lire", "Ce qu'il faut écrire", "Exemple"],
                ["Tâche", "ce que vous faites", "Saisir les factures"],
                ["Fréquence", "combien de fois", "3x/semaine"],
                ["Durée", "le temps à chaque fois", "20 min"],
            ),
            Liste=rows(["Tâche", "Fréquence", "Durée"], ["Classer le courrier", "hebdo", "1h"]),
        ),
        ["Classer le courrier"],
        [60],
        silent={"table_turned"},
    ),
    # Days of the week are ticked; hours under them are not ticks, and are left aside as columns that are not used.
    Case(
        "jours-coches.xlsx",
        sheets(
            Ménage=rows(
                ["Poste", "Tâche", "Lun", "Mar", "Mer", "Jeu", "Ven", "Durée"],
                ["Agent d'entretien", "Vider les corbeilles", "x", "x", "x", "x", "x", "30 min"],
                ["Agent d'entretien", "Laver les vitres", None, "X", None, None, None, "2h"],
                ["Agent d'entretien", "Nettoyer le hall", "x", None, "✓", None, "x", "45 min"],
            )
        ),
        ["Vider les corbeilles", "Laver les vitres", "Nettoyer le hall"],
        [150, 120, 135],
        silent={"frequency_missing", "column_ignored"},
    ),
    Case(
        "days-ticked.csv",
        text(
            "Task,Mon,Tue,Wed,Thu,Fri,Mins each",
            "Take deliveries,x,,x,,x,45",
            "Check fire doors,yes,,,,,30",
        ),
        ["Take deliveries", "Check fire doors"],
        [135, 30],
    ),
    Case(
        "hours-by-day.csv",
        text("Task;Monday;Tuesday;Wednesday", "Take deliveries;2;1.5;2", "Check fire doors;0.5;;1"),
        ["Take deliveries", "Check fire doors"],
        [330, 90],
        says={"column_guessed", "duration_unit_assumed"},
    ),
    # The group above a header names what stands below it.
    Case(
        "en-tete-double.xlsx",
        sheets(
            Cabinet=rows(
                ["Mission", None, "Volume", None, "Temps", None],
                ["Pôle", "Tâche", "Nb dossiers", "par", "Unitaire", "Unité"],
                ["Social", "Éditer les bulletins", 40, "mois", 12, "min"],
                ["Compta", "Saisir les pièces", 15, "semaine", 1.5, "h"],
            )
        ),
        ["Éditer les bulletins", "Saisir les pièces"],
        [480 * MONTH, 1350],
        teams=["Social", "Compta"],
        silent={"duration_column_missing"},
    ),
    Case(
        "double-header.xlsx",
        sheets(
            Accounts=rows(
                ["What", None, "Time", None],
                ["Task", "Frequency", "On average", "Comment"],
                ["Run payroll", "monthly", "2h", "last Friday"],
                ["Pay suppliers", "weekly", "45 min", None],
            )
        ),
        ["Run payroll", "Pay suppliers"],
        [120 * MONTH, 45],
    ),
    # What is counted in a period is how often, whatever it is; money is not.
    Case(
        "tickets.xlsx",
        sheets(
            Helpdesk=rows(
                ["Ticket type", "Tickets / month", "Avg handling time (min)", "Cost per ticket"],
                ["Reset a password", 260, 6, 12],
                ["Set up a new starter", 13, 95, 40],
                ["TOTAL", 273, None, None],
            )
        ),
        ["Reset a password", "Set up a new starter"],
        [360, 285],
        says={"column_guessed", "total"},
    ),
    Case(
        "appels.csv",
        text("Tâche;Appels par semaine;Durée (min);Coûts par mois", "Prendre les commandes;50;3;1200"),
        ["Prendre les commandes"],
        [150],
        says={"column_guessed", "column_ignored"},
    ),
    # How long stands in brackets behind how often; a sub-total stands in the column of tasks.
    Case(
        "periodicite-et-duree.csv",
        text(
            "Tâche;Périodicité / durée",
            "Envoyer les factures;Mensuel (2 jours)",
            "Relancer les caisses;trimestriel 1/2 j",
            "Établir les plannings;Hebdo - 4h",
            "Nota : hors réunions;",
        ),
        ["Envoyer les factures", "Relancer les caisses", "Établir les plannings"],
        [840 * MONTH, 210 / 13, 240],
        says={"note"},
    ),
    Case(
        "how-often-and-long.csv",
        text(
            "Task;How often and how long", "Send the invoices;monthly (2 days)", "Chase the funds;quarterly, half a day"
        ),
        ["Send the invoices", "Chase the funds"],
        [840 * MONTH, 210 / 13],
    ),
    Case(
        "sous-total-dans-les-taches.xlsx",
        sheets(
            Fournil=rows(
                ["Poste", "Tâche", "Fréquence", "Durée"],
                ["Boulanger", "Pétrir la pâte", "6 j/7", "1h30"],
                [None, "S/total boulanger", None, "9h"],
                ["Vendeuse", "Sous-total caisse du soir", "quotidien", "15 min"],
                [None, "Subtotal shop", None, "1h15"],
            )
        ),
        ["Pétrir la pâte", "Sous-total caisse du soir"],
        [540, 75],
        says={"total"},
    ),
]
