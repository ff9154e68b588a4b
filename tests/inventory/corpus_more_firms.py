"""More lists of small firms that were misread at first sight: days of the week, sections, units of their own."""

from __future__ import annotations

from corpus_case import MONTH, Case, rows, sheets, text
from openpyxl.worksheet.worksheet import Worksheet


def _shop(sheet: Worksheet) -> None:
    """Minutes day by day, under one merged heading."""
    sheet.append([None, "Minutes per day"])
    sheet.append(["Task", "Mon", "Tue", "Wed", "Thu", "Fri"])
    sheet.append(["Pack orders", 120, 90, 60, 90, 180])
    sheet.append(["Take returns", 30, 30, 30, 30, 30])
    sheet.merge_cells("B1:F1")


CASES = [
    # Days of the week that hold times add up; beside a time each time their numbers are counts.
    Case(
        "shop-minutes-by-day.xlsx",
        sheets(Orders=_shop),
        ["Pack orders", "Take returns"],
        [540, 150],
        says={"column_guessed"},
        silent={"duration_unit_assumed"},
    ),
    Case(
        "heures-par-jour.csv",
        text("Tâche;Lun;Mar;Mer;Jeu;Ven", "Tenir la caisse;2;1,5;;2;3", "Compter le stock;1;;1;;1"),
        ["Tenir la caisse", "Compter le stock"],
        [510, 180],
        says={"column_guessed", "duration_unit_assumed"},
    ),
    Case(
        "counts-by-day.csv",
        text("Task;Mon;Tue;Wed;Thu;Fri;Minutes", "Return calls;3;4;2;1;5;10", "Sort the post;1;1;1;1;1;20"),
        ["Return calls", "Sort the post"],
        [150, 100],
        says={"column_guessed"},
    ),
    Case(
        "rota-beside-the-time.csv",
        text("Task;Mon;Tue;Wed;Frequency;Time", "Return calls;2;2;1;daily;10 min"),
        ["Return calls"],
        [50],
        says={"column_ignored"},
    ),
    # A heading above the first header is one like those above the header repeated.
    Case(
        "pharmacie-deux-blocs.xlsx",
        sheets(
            Feuil1=rows(
                ["COMPTOIR"],
                ["Tâche", "Fréq", "Durée"],
                ["Délivrer les ordonnances", "60/j", "4 min"],
                ["Total comptoir"],
                [],
                ["BACK-OFFICE"],
                ["Tâche", "Fréq", "Durée"],
                ["Inventaire tournant", "1/sem", "2h"],
            )
        ),
        ["Délivrer les ordonnances", "Inventaire tournant"],
        [1200, 120],
        teams=["COMPTOIR", "BACK-OFFICE"],
        says={"section", "total", "repeated_header"},
        silent={"banner"},
    ),
    # Times per period in the cells of a column whose header says nothing.
    Case(
        "auto-ecole.csv",
        text(
            "Poste;Effectif;Ce que ça représente;Tâche",
            "Moniteur;3 ETP;20 h/sem;Donner les leçons",
            "Secrétaire;1;env. 6h par semaine;Planifier les leçons",
            "Secrétaire;1;2 h/mois;Déclarer en préfecture",
            "Gérant;1;10 %;Suivre les comptes",
        ),
        ["Donner les leçons", "Planifier les leçons", "Déclarer en préfecture", "Suivre les comptes"],
        [3600, 360, 120 * MONTH, 210],
        says={"column_guessed"},
    ),
    # A column for people that holds roles, one without a header that does, one headed by a trade.
    Case(
        "expert-comptable.xlsx",
        sheets(
            Feuil1=rows(
                ["Collaborateur", "Mission", "Nb dossiers", "Périodicité", "Tps (h)"],
                ["Collaborateur comptable", "Déclarer la TVA", 40, "mensuelle", 0.75],
                ["Sous-total", None, 40, None, 0.75],
                ["Gestionnaire de paie", "Établir les bulletins", 120, "mensuelle", 0.25],
            )
        ),
        ["Déclarer la TVA", "Établir les bulletins"],
        [1800 * MONTH, 1800 * MONTH],
        roles=["Collaborateur comptable", "Gestionnaire de paie"],
        people=[None, None],
        says={"owner_as_role", "total"},
    ),
    Case(
        "creche-sans-en-tete-de-poste.xlsx",
        sheets(
            Feuil1=rows(
                ["Crèche Les Lucioles"],
                [None, "Activités", "Fréquence", "Durée"],
                ["Auxiliaires", "Changer les enfants", "8 fois par jour", "5 min"],
                [None, "Préparer les goûters", "1/j", "30 min"],
                ["Directrice", "Facturer les familles", "mensuel", "1 j"],
            )
        ),
        ["Changer les enfants", "Préparer les goûters", "Facturer les familles"],
        [200, 150, 420 * MONTH],
        roles=["Auxiliaires", "Auxiliaires", "Directrice"],
        says={"column_guessed", "filled_down"},
    ),
    Case(
        "builder-trades.csv",
        text(
            "Trade;Activity;Qty;per;Time;UoM",
            "Fitters x2;Fit kitchens;1.5;week;1;day",
            "Labourer;Clear the site;1;day;30;min",
            "QS;Price tenders;2;month;1.5;days",
        ),
        ["Fit kitchens", "Clear the site", "Price tenders"],
        [1260, 150, 1260 * MONTH],
        roles=["Fitters", "Labourer", "QS"],
        headcount=[2, 1, 1],
    ),
    # Units and periods as headers write them.
    Case(
        "transport-hh-mm.csv",
        text("Rôle;Tâche;Total hebdo (hh:mm);Nb de personnes", "Exploitant;Affecter;15:00;2", "Aide;Facturer;26:15;1"),
        ["Affecter", "Facturer"],
        [900, 1575],
        headcount=[2, 1],
    ),
    Case(
        "vet-d-w-m.csv",
        text("Task,Role,D/W/M,Times,Mins", "Clean kennels,Nurse,D,2,30", "Bill the plans,Clerk,M,1,120"),
        ["Clean kennels", "Bill the plans"],
        [300, 120 * MONTH],
        silent={"period_assumed", "column_ignored"},
    ),
    Case(
        "council-in-post.csv",
        text(
            "Service area,Job title,No. in post,Task,Hours per year (each)",
            "Parking,Notice officer,2,Answer appeals,520",
            "Licensing,Licensing officer,1,Check applications,780",
        ),
        ["Answer appeals", "Check applications"],
        [1200, 900],
        headcount=[2, 1],
        silent={"period_assumed"},
    ),
    # Tasks by roles: a row for each role whose cell is filled.
    *[
        Case(
            name,
            text(header, *body),
            [line.split(";")[0] for line in (body[0], *body)],
            [120, 300, 60],
            roles=[*roles, roles[1]],
            says={"roles_across_times"} | assumed,
            silent={"column_ignored", "time_columns_missing", "owner_as_person"},
        )
        for name, header, body, roles, assumed in (
            (
                "syndic.csv",
                "Tâche;Gestionnaire;Assistante",
                ("Convoquer;2;5", "Payer les fournisseurs;;1"),
                ("Gestionnaire", "Assistante"),
                {"duration_unit_assumed", "period_assumed"},
            ),
            (
                "letting.csv",
                "Task;Manager;Clerk",
                ("Send notices;2h;5h", "Pay suppliers;;1h"),
                ("Manager", "Clerk"),
                set[str](),
            ),
        )
    ],
]
