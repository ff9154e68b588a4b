"""Lists of trades that were new to the reader, in the shapes that it did not read at first sight."""

from __future__ import annotations

from corpus_case import MONTH, Case, rows, sheets, text

CASES = [
    Case(
        "pompes-funebres.xlsx",
        sheets(
            Feuil1=rows(
                ["Maison Vasseur - pompes funèbres", None, None, None],
                ["qui fait quoi chez nous (relevé du 12 mars)"],
                [],
                ["Personne concernée (poste)", "Ce qui est fait", "Combien de fois", "Ça prend"],
                ["Conseillère funéraire", "Recevoir les familles", "8 fois par semaine", "1h30"],
                [None, "Rédiger les avis de décès", "tous les jours", "20 mn"],
                [None, "Déclarations en mairie", "10 / mois", "45 min"],
                ["Porteur", "Préparer le véhicule", "avant chaque convoi (6/semaine)", "une demi-heure"],
                ["Marbrier", "Graver les plaques", "2x par mois", "1/2 journée"],
                ["Total", None, None, "—"],
            )
        ),
        [
            "Recevoir les familles",
            "Rédiger les avis de décès",
            "Déclarations en mairie",
            "Préparer le véhicule",
            "Graver les plaques",
        ],
        [720, 100, 450 * MONTH, 180, 420 * MONTH],
        roles=["Conseillère funéraire"] * 3 + ["Porteur", "Marbrier"],
        says={"banner", "total"},
    ),
    Case(
        "domaine-viticole.csv",
        text(
            "Travaux au chai et au bureau;Fréquence et durée;Fait par",
            "Relever les températures des cuves;2 fois par jour, 15 min;caviste",
            "Étiqueter les bouteilles;1 jour par semaine;caviste",
            "Déclarer la récolte (DRM);mensuel - 2h;secrétaire",
            "Préparer les commandes export;hebdo (3h);secrétaire",
            "Salons;3 par an, 2 jours;gérante",
        ),
        [
            "Relever les températures des cuves",
            "Étiqueter les bouteilles",
            "Déclarer la récolte (DRM)",
            "Préparer les commandes export",
            "Salons",
        ],
        [150, 420, 120 * MONTH, 180, 3 * 840 / 52],
        roles=["caviste", "caviste", "secrétaire", "secrétaire", "gérante"],
    ),
    Case(
        "campsite.csv",
        text(
            "RIVERSIDE CAMPSITE,,,",
            "jobs list - summer team,,,",
            "",
            "Job to do,How many times,Time it takes,Whose job",
            "RECEPTION,,,",
            "Check guests in,25 a day,6 mins,Receptionist",
            "Answer booking emails,every day,1.5 hours,Receptionist",
            "Sub-total reception,,,",
            "SITE,,,",
            "Empty the bins,twice a day,40 mins,Warden",
            "Cut the grass,weekly,half a day,Warden",
            "Check the pool,3 x day,10 min,Lifeguard",
        ),
        ["Check guests in", "Answer booking emails", "Empty the bins", "Cut the grass", "Check the pool"],
        [750, 450, 400, 210, 150],
        roles=["Receptionist", "Receptionist", "Warden", "Warden", "Lifeguard"],
        says={"total", "section"},
    ),
    Case(
        "dry-cleaner.csv",
        text(
            "What,Mon,Tue,Wed,Thu,Fri,Sat,Mins,By",
            "Sort the garments,x,x,x,x,x,x,30,Presser",
            "Clean the filters,x,,,x,,,45,Presser",
            "Bank the takings,,,,,x,,20,Manager",
            "Phone customers about uncollected items,,x,,,,,60,Counter",
        ),
        ["Sort the garments", "Clean the filters", "Bank the takings", "Phone customers about uncollected items"],
        [180, 90, 20, 60],
        roles=["Presser", "Presser", "Manager", "Counter"],
    ),
    Case(
        "theatre.txt",
        text(
            "Ce que fait l'équipe de la billetterie",
            "- Ouvrir les réservations en ligne : 2 fois par mois, 3h",
            "- Répondre aux groupes scolaires (1h par jour)",
            "- Éditer les contremarques - tous les soirs de spectacle",
            "- Recettes du soir : 30 min, 4 fois par semaine",
        ),
        [
            "Ouvrir les réservations en ligne",
            "Répondre aux groupes scolaires",
            "Éditer les contremarques - tous les soirs de spectacle",
            "Recettes du soir",
        ],
        [360 * MONTH, 300, None, 120],
    ),
    Case(
        "imprimerie.xlsx",
        sheets(
            Charge=rows(
                ["Imprimerie du Port - charge mensuelle (heures)"],
                ["Tâche", "PAO", "Conducteur offset", "Façonnier", "Total"],
                ["Contrôler les fichiers", 30, None, None, 30],
                ["Caler la machine", None, 52, None, 52],
                ["Massicoter", None, 4, 39, 43],
                ["Total", 30, 56, 39, 125],
            )
        ),
        ["Contrôler les fichiers", "Caler la machine", "Massicoter", "Massicoter"],
        [1800 * MONTH, 3120 * MONTH, 240 * MONTH, 2340 * MONTH],
        roles=["PAO", "Conducteur offset", "Conducteur offset", "Façonnier"],
    ),
    Case(
        "musee.xlsx",
        sheets(
            Inventaire_des_tâches=rows(
                ["", "Qui ?", "", "Quand ?", ""],
                ["Activités", "Service", "Fonction", "Périodicité", "Durée (h)"],
                ["Accueillir les scolaires", "Médiation", "Médiatrice", "4 x / semaine", 2],
                ["Relever l'hygrométrie", "Collections", "Régisseur", "quotidienne", 0.5],
                ["Rédiger les cartels", "Collections", "Conservatrice", "une fois par trimestre", 6],
                ["Newsletter", "Com", "Chargée de com", "bimensuelle", 3],
            )
        ),
        ["Accueillir les scolaires", "Relever l'hygrométrie", "Rédiger les cartels", "Newsletter"],
        [480, 150, 360 / 13, 360 * MONTH],
        roles=["Médiatrice", "Régisseur", "Conservatrice", "Chargée de com"],
        teams=["Médiation", "Collections", "Collections", "Com"],
    ),
    Case(
        "food-bank.csv",
        text(
            "Activity;Volunteers needed;How often;Hours",
            "Collect from supermarkets;2;Tue and Fri;3",
            "Sort donations;6;every Wednesday;2,5",
            "Hand out parcels;5;Thurs;4",
            "Write to donors;1;once a quarter;8",
            "Stock count;2;last Friday of the month;1,5",
        ),
        ["Collect from supermarkets", "Sort donations", "Hand out parcels", "Write to donors", "Stock count"],
        [720, 900, 1200, 480 / 13, 180 * MONTH],
        headcount=[2, 6, 5, 1, 2],
    ),
    Case(
        "radio.csv",
        text(
            "Bit of work;Who normally;Roughly how long;Regularity",
            "Write the news bulletin;Newsreader;20 mins;hourly 6am-12",
            "Edit the podcast;Producer;2-3 hrs;every weekday",
            "Schedule the music;Producer;1 hr;Mon/Thu",
            "Pay presenters;Station manager;half a day;end of month",
            "Sort out the transmitter;Engineer;?;when it breaks",
        ),
        [
            "Write the news bulletin",
            "Edit the podcast",
            "Schedule the music",
            "Pay presenters",
            "Sort out the transmitter",
        ],
        [700, 750, 120, 210 * MONTH, None],
        roles=["Newsreader", "Producer", "Producer", "Station manager", "Engineer"],
    ),
    Case(
        "radio-taxi.xlsx",
        sheets(
            Feuil1=rows(
                ["Centrale taxis"],
                ["Activité", "Poste", None, "Volume hebdo", "Temps moyen (sec)"],
                ["Prendre les appels", "Opératrice", None, 4200, 45],
                ["Affecter les courses", "Dispatcheur", None, 4000, 30],
                ["Traiter les objets perdus", "Opératrice", None, 15, 600],
            )
        ),
        ["Prendre les appels", "Affecter les courses", "Traiter les objets perdus"],
        [3150, 2000, 150],
        roles=["Opératrice", "Dispatcheur", "Opératrice"],
        silent={"duration_unit_assumed"},
    ),
    Case(
        "call-centre.csv",
        text(
            "Call type,Calls per day,Handling time,Unit",
            "Change of address,60,210,seconds",
            "Complaint,12,9,min",
            "Opening hours,90,40,sec",
        ),
        ["Change of address", "Complaint", "Opening hours"],
        [1050, 540, 300],
    ),
    Case(
        "par-semaine.csv",
        text("Tâche;Par semaine;Durée", "Saisir les factures;10;20 min", "Relancer les clients;3;30 min"),
        ["Saisir les factures", "Relancer les clients"],
        [200, 90],
        says={"column_guessed"},
    ),
    Case(
        "time-per-week.csv",
        text("Task,Per week", "Enter the invoices,3h", "Chase the debtors,1h30"),
        ["Enter the invoices", "Chase the debtors"],
        [180, 90],
        says={"column_guessed"},
    ),
]
