"""Text files: encodings, dialects, blocks pasted from a spreadsheet, lists."""

from __future__ import annotations

import json

from corpus_case import MONTH, Case, text

FR = (
    "Tâche;Rôle;Fréquence;Durée",
    "Saisie des factures reçues;Comptable;quotidien;1h30",
    "Dîner des élèves à l'école;Chargée d'accueil;hebdo;2 h",
    "Clôture des comptes;Comptable;mensuel;1 j",
)
EN = (
    "Task;Role;Frequency;Duration",
    "Chase overdue invoices;Accountant;daily;1h30",
    "Book the café for visitors;Office assistant;weekly;2 h",
    "Close the accounts;Accountant;monthly;1 day",
)
FR_TASKS = ["Saisie des factures reçues", "Dîner des élèves à l'école", "Clôture des comptes"]
EN_TASKS = ["Chase overdue invoices", "Book the café for visitors", "Close the accounts"]
MINUTES = [450.0, 120.0, 420 * MONTH]

ENCODINGS = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "cp1252": "cp1252",
    "iso8859-15": None,
    "mac-roman": "mac-roman",
}


def headed_bullets() -> list[Case]:
    """Lists whose bullets stand below roles or services without a colon."""
    return [
        Case(
            "ngo.txt",
            text(
                "What our team does (draft!!)",
                "",
                "Fundraising officer",
                "- write donor thank-you letters – 30/month, 10 min each",
                "- grant reports: 1 day each quarter",
                "Volunteer coordinator",
                "- rota for the shop, every week, half a day",
                "- onboard new volunteers (about 3 a month, 1h30)",
            ),
            ["write donor thank-you letters", "grant reports", "rota for the shop", "onboard new volunteers"],
            [300 * MONTH, 420 / 13, 210, 270 * MONTH],
            ["Fundraising officer"] * 2 + ["Volunteer coordinator"] * 2,
            says={"role_from_section"},
        ),
        Case(
            "services.txt",
            text(
                "Comptabilité",
                "",
                "- saisir les factures (2h, hebdo)",
                "- relancer les clients (30 min par jour)",
                "",
                "Accueil",
                "",
                "- trier le courrier (20 min par jour)",
            ),
            ["saisir les factures", "relancer les clients", "trier le courrier"],
            [120, 150, 100],
            teams=["Comptabilité", "Comptabilité", "Accueil"],
            says={"team_from_section"},
        ),
        Case(
            "puce-oubliee.txt",
            text(
                "Mes tâches",
                "- saisir les factures (2h, hebdo)",
                "- relancer les clients (30 min par jour)",
                "classer le courrier (15 min par jour)",
                "- préparer la paie (1 jour par mois)",
            ),
            ["Mes tâches", "saisir les factures", "relancer les clients", "classer le courrier", "préparer la paie"],
            [None, 120, 150, 75, 420 * MONTH],
        ),
    ]


def encodings() -> list[Case]:
    found = []
    for written, read in ENCODINGS.items():
        found.append(Case(f"taches-{written}.csv", text(*FR, encoding=written), FR_TASKS, MINUTES, encoding=read))
        found.append(Case(f"tasks-{written}.csv", text(*EN, encoding=written), EN_TASKS, MINUTES, encoding=read))
    euro = ("Tâche;Durée;Fréquence", "Contrôle des chèques cœur de gamme à 5 €;1h;hebdo")
    found += [
        Case("euro-latin9.csv", text(*euro, encoding="iso8859-15"), ["Contrôle des chèques cœur de gamme à 5 €"], [60]),
        Case("euro-cp1252.csv", text(*euro, encoding="cp1252"), ["Contrôle des chèques cœur de gamme à 5 €"], [60]),
        Case(
            "euro-mac.csv",
            text(*euro, encoding="mac-roman", end="\r"),
            ["Contrôle des chèques cœur de gamme à 5 €"],
            [60],
        ),
    ]
    return found


def dialects() -> list[Case]:
    found = []
    for sign in ";,\t|":
        for end in ("\n", "\r\n", "\r"):
            name = f"dialecte-{ord(sign)}-{len(end)}{ord(end[0])}.csv"
            lines = [line.replace(";", sign) for line in FR]
            found.append(Case(name, text(*lines, end=end), FR_TASKS, MINUTES, delimiter=sign))
    quoted = (
        '"Tâche";"Fréquence";"Durée"',
        '"Saisir les commandes;\nrelancer les ""urgentes""";"hebdo";"1h"',
        '"Classer";"mensuel";"2h"',
    )
    found += [
        Case(
            "retours-a-la-ligne.csv",
            text(*quoted),
            ['Saisir les commandes; relancer les "urgentes"', "Classer"],
            [60, 120 * MONTH],
        ),
        Case(
            "line-breaks.csv",
            text("Task,Frequency,Duration", '"Open the post,\nsort it",daily,"1,5 h"'),
            ["Open the post, sort it"],
            [450],
        ),
        Case(
            "virgule-decimale.csv",
            text("Tâche;Fréquence;Durée (h)", "Saisie;2,5;0,75", "Paie;0,25;7,5"),
            ["Saisie", "Paie"],
            [2.5 * 45, 0.25 * 450],
        ),
        Case(
            "milliers.csv",
            text("Tâche;Nb par an;Durée (min)", "Saisie;1 200;5", "Paie;1\u202f040;10", "Tri;2.080;5"),
            ["Saisie", "Paie", "Tri"],
            [1200 / 52 * 5, 200, 200],
        ),
        Case(
            "thousands.csv",
            text("Task,Times per year,Minutes", 'Scan letters,"1,040",5', 'Sort,"2,080",5'),
            ["Scan letters", "Sort"],
            [100, 200],
        ),
        Case("excel-sep.csv", text("sep=;", *FR), FR_TASKS, MINUTES),
        Case("vide-en-fin.csv", text(*[line + ";;;" for line in FR], ";;;;;;", ""), FR_TASKS, MINUTES),
        Case(
            "unicode-text.txt",
            text(*[line.replace(";", "\t") for line in FR], encoding="utf-16"),
            FR_TASKS,
            MINUTES,
            delimiter="\t",
        ),
        Case(
            "unicode-quotes.txt",
            text("Task\tFrequency\tDuration", '"Read ""Le Monde""\nand clip"\tdaily\t0:20', encoding="utf-16"),
            ['Read "Le Monde" and clip'],
            [100],
        ),
        Case("colle.txt", text(*[line.replace(";", "\t") for line in FR], end="\n"), FR_TASKS, MINUTES),
        Case(
            "pasted.txt",
            text(*[line.replace(";", "\t") for line in EN[1:]], end="\n"),
            EN_TASKS,
            MINUTES,
            roles=["Accountant", "Office assistant", "Accountant"],
            says={"header_missing"},
        ),
        Case(
            "guillemet-seul.csv",
            text("Tâche;Fréquence;Durée", 'Écran 24" à poser;hebdo;1h', "Tri;hebdo;1h"),
            ['Écran 24" à poser', "Tri"],
            [60, 60],
        ),
        Case(
            "markdown.md",
            text(
                "| Task | Frequency | Duration |",
                "|---|---|---|",
                "| File post | daily | 10 min |",
                "| Pay bills | weekly | 1 h |",
            ),
            ["File post", "Pay bills"],
            [50, 60],
        ),
    ]
    return found


def lists() -> list[Case]:
    records = [{"tâche": "Saisie", "fréquence": "hebdo", "durée": "1h"}, {"tâche": "Tri", "durée": "2h"}]
    return [
        Case(
            "puces.txt",
            text("- Saisir les factures", "- Relancer les clients", "• Classer le courrier"),
            ["Saisir les factures", "Relancer les clients", "Classer le courrier"],
            [None] * 3,
        ),
        Case(
            "bullets.txt",
            text("* Send the invoices", "* Chase late payers", "– File the post"),
            ["Send the invoices", "Chase late payers", "File the post"],
        ),
        Case(
            "numerotee.txt",
            text("1. Saisir les factures", "2) Relancer les clients", "(3) Classer le courrier"),
            ["Saisir les factures", "Relancer les clients", "Classer le courrier"],
        ),
        Case(
            "numbered.txt",
            text("1) Send the invoices", "2) Chase late payers, by phone", "10) File the post"),
            ["Send the invoices", "Chase late payers, by phone", "File the post"],
        ),
        Case(
            "liste-titree.txt",
            text("Mes tâches :", "", "- Saisir les factures", "- Relancer les clients"),
            ["Saisir les factures", "Relancer les clients"],
        ),
        Case(
            "liste-avec-temps.txt",
            text(
                "- Saisir les factures (2h par semaine)",
                "- Relancer : 30 min par jour",
                "- Classer le courrier - hebdo, 1h",
            ),
            ["Saisir les factures", "Relancer", "Classer le courrier"],
            [120, 150, 60],
            says={"time_from_text"},
        ),
        Case(
            "list-with-times.txt",
            text(
                "1. Send the invoices (2h a week)",
                "2. Chase late payers: 30 min per day",
                "3. File the post - weekly, 1h",
            ),
            ["Send the invoices", "Chase late payers", "File the post"],
            [120, 150, 60],
            says={"time_from_text"},
        ),
        Case(
            "cases-a-cocher.md",
            text("- [ ] Saisir les factures", "- [x] Relancer les clients"),
            ["Saisir les factures", "Relancer les clients"],
        ),
        Case("taches.jsonl", text(*(json.dumps(record) for record in records)), ["Saisie", "Tri"], [60, None]),
        Case(
            "tasks.json",
            json.dumps([{"task": "File post", "minutes_per_occurrence": 10, "occurrences_per_week": 5}]).encode(),
            ["File post"],
            [50],
        ),
    ]


CASES = [*encodings(), *dialects(), *lists(), *headed_bullets()]
