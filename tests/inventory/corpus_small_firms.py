"""Lists of twenty small firms: those that were misread at first sight, and the habits that made them so."""

from __future__ import annotations

from corpus_case import MONTH, Case, rows, sheets, text
from openpyxl.worksheet.worksheet import Worksheet


def _heading_over_periods(
    heading: str, headers: list[str], *body: list[object], first: int = 3, last: int = 5
) -> dict[str, object]:
    """Return a sheet whose first line names what several columns share, in one merged cell."""

    def fill(sheet: Worksheet) -> None:
        sheet.append([None] * (first - 1) + [heading])
        sheet.append(headers)
        for row in body:
            sheet.append(row)
        sheet.merge_cells(start_row=1, end_row=1, start_column=first, end_column=last)

    return {"Sheet1": fill}


_WORK = ["Sort the post", "Pay invoices", "Count the stock", "Answer calls"]

CASES = [
    # One value in several columns, each for a period of its own: a row fills one of them.
    Case(
        "association-heures-par-periode.xlsx",
        sheets(
            **_heading_over_periods(  # type: ignore[arg-type]
                "Heures",
                ["Poste", "Tâche", "par semaine", "par mois", "par an"],
                ["Coordinatrice", "Organiser les bénévoles", 4, None, None],
                ["Coordinatrice", "Rédiger les demandes de subvention", None, None, 52],
                ["Animateur", "Rédiger le bilan", None, 3, None],
            )
        ),
        ["Organiser les bénévoles", "Rédiger les demandes de subvention", "Rédiger le bilan"],
        [240, 60, 180 * MONTH],
        roles=["Coordinatrice", "Coordinatrice", "Animateur"],
        silent={"column_twice", "column_ignored"},
    ),
    Case(
        "club-times-per-period.csv",
        text(
            "Post,Task,Times per day,Times per week,Times per month,Minutes",
            "Steward,Open the bar,1,,,20",
            "Steward,Order drinks,,2,,30",
            "Secretary,Write the minutes,,,1,120",
        ),
        ["Open the bar", "Order drinks", "Write the minutes"],
        [100, 60, 120 * MONTH],
        silent={"column_twice"},
    ),
    # The same time given twice, in two periods, counts once.
    Case(
        "deux-fois-le-meme-temps.csv",
        text("Tâche;Heures par semaine;Heures par mois", "Tenir la caisse;4;17,3", "Faire les comptes;2;8,7"),
        ["Tenir la caisse", "Faire les comptes"],
        [240, 120],
        says={"column_twice"},
    ),
    # A number beside a role is one of people, and that is told.
    Case(
        "boulangerie-effectifs.xlsx",
        sheets(
            Fournil_Centre=rows(
                ["Qui", "Ce qu'on fait", "Fréq.", "Durée (h)"],
                ["2 boulangers", "Pétrir la pâte", "6j/7", 3],
                [None, "Sous-total fournil", None, 18],
                ["Tourier", "Préparer les croissants", "tous les matins", 2.5],
            ),
            Boutique_Gare=rows(
                ["Qui", "Ce qu'on fait", "Fréq.", "Durée (h)"],
                ["Vendeuses x3", "Servir les clients", "6j/7", 6],
                ["Gérante (1)", "Commander les matières premières", "2x/sem.", 0.75],
            ),
        ),
        ["Pétrir la pâte", "Préparer les croissants", "Servir les clients", "Commander les matières premières"],
        [6 * 180 * 2, 750, 6 * 360 * 3, 90],
        roles=["boulangers", "Tourier", "Vendeuses", "Gérante"],
        teams=["Fournil Centre", "Fournil Centre", "Boutique Gare", "Boutique Gare"],
        headcount=[2, 1, 3, 1],
        says={"headcount_from_role", "owner_as_role"},
    ),
    Case(
        "recruiters-total-hours.csv",
        text(
            "Responsible,What they do,Total hours per week",
            "resourcers x4,Search databases,60",
            "2 consultants,Visit clients,20",
            "compliance officer (level 2),Check papers,12",
        ),
        ["Search databases", "Visit clients", "Check papers"],
        [3600, 1200, 720],
        roles=["resourcers", "consultants", "compliance officer (level 2)"],
        headcount=[4, 2, 1],
        says={"headcount_from_role"},
    ),
    Case(
        "effectif-dans-sa-colonne.csv",
        text("Poste;Nb pers.;Tâche;Fréquence;Durée", "Poseur (4);3;Poser;hebdo;1h", "Poseur (2);2;Livrer;hebdo;1h"),
        ["Poser", "Livrer"],
        [180, 120],
        roles=["Poseur (4)", "Poseur"],
        headcount=[3, 2],
        says={"headcount_disagrees"},
        silent={"headcount_from_role"},
    ),
    # Things counted by name under a header that counts them.
    Case(
        "support-desk.csv",
        text(
            "Queue,Owner,Ticket type,Tickets per week,AHT (min),Comments",
            "Tier 1,agents,Password resets,120 tickets,4,",
            'Tier 1,agents,Billing questions,60 tickets,9,"often, a refund"',
            "Tier 2,engineers,Bug triage,25 tickets,30,",
        ),
        ["Password resets", "Billing questions", "Bug triage"],
        [480, 540, 750],
        roles=["agents", "agents", "engineers"],
        teams=["Tier 1", "Tier 1", "Tier 2"],
        says={"column_guessed"},
    ),
    Case(
        "standard-appels.csv",
        text("Tâche;Appels par jour;Durée (min)", "Répondre aux clients;40 appels;3", "Rappeler;12 clients;5"),
        ["Répondre aux clients", "Rappeler"],
        [600, 300],
        says={"column_guessed"},
    ),
    # "Job" beside "Role": one of two columns of roles is the task where nothing else is.
    Case(
        "garage-job-and-role.csv",
        text("Job;Role;FTE", "Service bookings;Service advisor;0.5", "Warranty claims;Warranty clerk;0.4"),
        ["Service bookings", "Warranty claims"],
        [1050, 840],
        roles=["Service advisor", "Warranty clerk"],
        says={"column_guessed", "fte_as_time"},
    ),
    Case(
        "atelier-metier-et-fonction.csv",
        text("Métier;Fonction;ETP", "Réglage des machines;Technicien;0,5", "Contrôle des pièces;Agent qualité;0,4"),
        ["Réglage des machines", "Contrôle des pièces"],
        [1050, 840],
        roles=["Technicien", "Agent qualité"],
        says={"column_guessed", "fte_as_time"},
    ),
    # Other words for roles.
    Case(
        "surgery-staff-group.csv",
        text("Duty,Staff group,Mon,Tue,Wed,Thu,Fri,Minutes", "Open the post,Reception,Y,Y,Y,Y,Y,20"),
        ["Open the post"],
        [100],
        roles="Reception",
    ),
    Case(
        "law-fee-earner.csv",
        text("Fee earner|Task description|Freq|Avg time", "Paralegal|Check papers|about 6 a week|20 mins"),
        ["Check papers"],
        [120],
        roles="Paralegal",
        says={"owner_as_role"},
    ),
    # Owners that no list knows: told by their shape.
    Case(
        "qui-en-minuscules.csv",
        text("Qui;Tâche;Durée;Fréquence", "façonniers;Façonner;1h;hebdo", "colleurs;Coller;1h;hebdo"),
        ["Façonner", "Coller"],
        roles=["façonniers", "colleurs"],
        says={"owner_as_role"},
    ),
    Case(
        "who-come-again.csv",
        text(
            "Who,Task,Time,Frequency",
            *("Lister,Draw up particulars,1h,weekly", "Lister,Take photos,1h,weekly", "Matcher,Ring buyers,1h,weekly"),
        ),
        ["Draw up particulars", "Take photos", "Ring buyers"],
        roles=["Lister", "Lister", "Matcher"],
        says={"owner_as_role"},
    ),
    *[
        Case(
            f"surnames-{number}.csv",
            text(
                f"{header};Task;Time;Frequency",
                *(f"{who};{task};1h;weekly" for who, task in zip(people, _WORK, strict=True)),
            ),
            _WORK,
            roles=[None] * len(people),
            people=people,
            says={"owner_as_person"},
        )
        for number, (header, people) in enumerate(
            (
                ("Responsable", ["Dupont", "Mercier", "Dupont", "Mercier"]),
                ("Owner", ["Miller", "Carter", "Miller", "Carter"]),
                ("Qui", ["JPD", "AM", "JPD", "AM"]),
                ("Who", ["marie", "paul", "marie", "paul"]),
            )
        )
    ],
    # A letter around a list; its greeting and its name are no tasks.
    Case(
        "mail-autour-de-la-liste.txt",
        text(
            *("Bonjour,", "", "Voici ce que nous faisons :", "- saisir les commandes (tous les jours, 1h)"),
            *("- relancer les impayés : 2h par semaine", "- préparer la paie, mensuel, 2 j", "", "Cordialement"),
        ),
        ["saisir les commandes", "relancer les impayés", "préparer la paie"],
        [300, 120, 840 * MONTH],
        teams=[None] * 3,
        says={"banner", "note", "time_from_text"},
    ),
    Case(
        "letter-around-the-list.txt",
        text(
            *("Hi,", "", "This is what the front desk does:", "- check guests in: 40 per day, 4 min"),
            *("- night audit (daily, 1h30)", "- chase deposits - weekly, 2 hours", "", "Best"),
        ),
        ["check guests in", "night audit", "chase deposits"],
        [800, 450, 120],
        teams=[None] * 3,
        says={"banner", "note", "time_from_text"},
    ),
    # Lines that are hardly one task each are read, and that is told.
    Case(
        "plusieurs-phrases.txt",
        text("Saisir les factures. Vérifier les montants.", "Relancer les clients. Noter la réponse."),
        ["Saisir les factures. Vérifier les montants.", "Relancer les clients. Noter la réponse."],
        says={"lines_of_sentences"},
    ),
    Case(
        "several-in-a-cell.csv",
        text("Task,Frequency,Time", '"1. Open the post\n2. Sort it",daily,20 min', "Answer calls,daily,1 h"),
        ["1. Open the post 2. Sort it", "Answer calls"],
        [100, 300],
        says={"several_tasks"},
    ),
    Case(
        "newsletter.jsonl",
        b'{"Task": "Newsletter", "Post": "Fundraiser", "Frequency": "1 in 3 weeks", "Time": "1 day"}\n',
        ["Newsletter"],
        [140],
        roles="Fundraiser",
    ),
]
