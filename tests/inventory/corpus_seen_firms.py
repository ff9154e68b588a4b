"""Lists as small firms keep them, in the shapes that were not read at first sight when they were tried."""

from __future__ import annotations

from corpus_case import MONTH, Case, text

CASES = [
    Case(
        "veterinaires.csv",
        text(
            "Clinique - charge hebdomadaire en heures;;;;",
            "",
            "Activité;Vétérinaire;ASV;Secrétaire;Remarque",
            "Consultations;25;5;;",
            "Tenir la caisse;;2;6;le soir",
            "Commander les médicaments;;1,5;;",
            "TOTAL;25;8,5;6;",
        ),
        ["Consultations", "Consultations", "Tenir la caisse", "Tenir la caisse", "Commander les médicaments"],
        [1500, 300, 120, 360, 90],
        roles=["Vétérinaire", "ASV", "ASV", "Secrétaire", "ASV"],
        says={"roles_across_times", "total"},
        silent={"duration_unit_assumed", "period_assumed"},
    ),
    Case(
        "auto-ecole-jours.csv",
        text(
            "Mission;Qui;Jours;Durée",
            "Accueillir les élèves;Secrétaire;L M M J V;2h",
            "Donner le code;Moniteur;Ma/Je;1h30",
            "Emmener à l'examen;Monitrice;L, J;3h",
            "Déclarer les examens;Gérant;1er lundi du mois;1h",
        ),
        ["Accueillir les élèves", "Donner le code", "Emmener à l'examen", "Déclarer les examens"],
        [600, 180, 360, 60 * MONTH],
        roles=["Secrétaire", "Moniteur", "Monitrice", "Gérant"],
        says={"frequency_read_as_day", "frequency_read_as_week", "column_guessed"},
    ),
    Case(
        "croix-par-periode.csv",
        text(
            "Taches;Jour;Semaine;Mois;An;Durée (mn)",
            "Ouvrir le courrier;x;;;;20",
            "Relancer;;x;;;60",
            "Déclarer la TVA;;;x;;120",
            "Préparer le bilan;;;;x;2400",
        ),
        ["Ouvrir le courrier", "Relancer", "Déclarer la TVA", "Préparer le bilan"],
        [100, 60, 120 * MONTH, 2400 / 52],
        silent={"column_ignored"},
    ),
    Case(
        "transport-exploitation.csv",
        text(
            "Exploitation;;;",
            "Tâche;Fréquence;Durée;Qui",
            "Planifier les tournées;2x/j;45mn;Exploitant",
            "Suivre les litiges;quotidien;30mn;Exploitant",
            ";;;",
            "Administratif;;;",
            "Tâche;Fréquence;Durée;Qui",
            "Facturer;hebdo;1/2 j;Comptable",
            "Archiver les CMR;tous les 15 jours;1h;Secrétaire",
        ),
        ["Planifier les tournées", "Suivre les litiges", "Facturer", "Archiver les CMR"],
        [450, 150, 210, 30],
        roles=["Exploitant", "Exploitant", "Comptable", "Secrétaire"],
        says={"section", "repeated_header"},
    ),
    Case(
        "care-home-rounds.csv",
        text(
            "Task;Role;When;Length",
            "Medication round;Senior carer;8am, 12pm, 6pm and 10pm daily;35 min",
            "Handover;Carer;start of each shift (3/day);15min",
            "Order supplies;Manager;Mondays at 10am;1 hr",
        ),
        ["Medication round", "Handover", "Order supplies"],
        [700, 225, 60],
        says={"frequency_read_as_day"},
    ),
    Case(
        "who-does-what.csv",
        text(
            "Process step,Service desk,Sysadmin,IT manager",
            "Log incidents,R,I,",
            "Patch servers,C,R,A",
            "Approve changes,I,C,A/R",
        ),
        ["Log incidents", "Patch servers", "Approve changes"],
        [None, None, None],
        roles=["Service desk", "Sysadmin", "IT manager"],
        says={"roles_across_letters", "time_columns_missing"},
    ),
]
