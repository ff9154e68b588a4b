"""Headers in both languages, with the unit and period that stand in them."""

from __future__ import annotations

import pytest

from analyzer.inventory.headers import read_header

FIELD_OF = {
    "task": (
        "Tâche|Tâches|TÂCHE|Libellé|Activité|Intitulé|Tâche / Activité|Task|Activity|What|What do you do?"
        "|Description|Tâche 1|Tâches confiées au service|Tâche principale|Taches"
    ),
    "role": "Poste|Fonction|Rôle|Métier|Nom du poste|Role|Job title|Position|Rôle / poste",
    "team": "Service|Équipe|Département|Pôle|Team|Department|Dept|Team / Department",
    "person": "Nom|Prénom|Salarié|Collaborateur|Name|Employee",
    "owner": "Qui|Qui ?|Responsable|Réalisé par|Who|Who?|Owner|Done by|Personne en charge",
    "occurrences_per_week": (
        "Fréquence|Frequence|Fréq.|Récurrence|Périodicité|Combien de fois|Frequency|How often|How often?"
        "|Fréquense|Nb/sem|Nb fois / mois|Volume mensuel|# per month|Times per week|Nombre de fois par jour"
        "|Fréquence (par mois)|Nb de dossiers par mois"
    ),
    "volume": "Volume|Quantité|Qté|Nb|Number",
    "minutes_per_occurrence": (
        "Durée|Temps passé (min)|Temps unitaire|Durée (h)|Temps (mn)|Combien de temps ?|Durée en minutes"
        "|Time spent|Duration|mins|Time (min)|Hours|How long (mins)?|Average time (mins)"
        "|Temps par tâche (min)|Time per task (mins)|Temps / occurrence"
    ),
    "minutes_per_week": (
        "Hours per week|h/sem|H / semaine|Temps hebdo|Temps passé par semaine (h)|% du temps"
        "|Total heures/mois|hrs/week|Charge (h/semaine)|Minutes/jour|Nombre d'heures par semaine"
        "|number of hours per week|Hrs p.w.|Jours par mois|Durée totale hebdo"
    ),
    "headcount": "Effectif|ETP|Nb personnes|Nombre de personnes concernées|Headcount|# people|FTE|Number of people",
    "notes": "Commentaires|Remarques|Observations|Notes|Comments|Commentaires éventuels",
    "ignore": "N°|Réf|Date|Priorité|Outil|Statut",
    "period": "Quotidien|Hebdo|Weekly|Monthly",
    "weekday": "Lundi|Mar.|Fri|Wednesday",
    "month_of_year": "Janv.|Février|mars 2026|Jun-26|September",
    "quarter_of_year": "T1|Q3 2026|2e trimestre",
    "counted": "Tickets / month|Appels par semaine|Commandes/j|New starters per year",
}


@pytest.mark.parametrize(("header", "field"), [(h, field) for field, hs in FIELD_OF.items() for h in hs.split("|")])
def test_known_headers(header: str, field: str) -> None:
    meaning = read_header(header)
    assert meaning is not None and meaning.field == field


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Colonne1",
        "xx",
        "123",
        "Coûts par mois",
        "Sales / year (€)",
        "Total",
        "Coût de la tâche automatisée en euros " * 4,
    ],
)
def test_what_names_nothing_known_is_not_guessed(header: str) -> None:
    assert read_header(header) is None


@pytest.mark.parametrize(
    ("header", "unit", "period"),
    [
        ("Durée (h)", "hours", None),
        ("Time (min)", "minutes", None),
        ("Temps (jours)", "days", None),
        ("Durée en minutes", "minutes", None),
        ("Temps passé par semaine (h)", "hours", "week"),
        ("Minutes/jour", "minutes", "day"),
        ("Total heures/mois", "hours", "month"),
        ("Fréquence (par mois)", None, "month"),
        ("Volume annuel", None, "year"),
        ("Times per week", None, "week"),
        ("% du temps", "percent", None),
        ("ETP", "fte", None),
        ("Durée (hh:mm)", None, None),
        ("Tâche", None, None),
    ],
)
def test_unit_and_period_stand_in_the_header(header: str, unit: str | None, period: str | None) -> None:
    meaning = read_header(header)
    assert meaning is not None and (meaning.unit, meaning.period) == (unit, period)


def test_a_header_that_people_use_is_surer_than_one_with_a_slip() -> None:
    exact, slip, longer = read_header("Fréquence"), read_header("Fréquense"), read_header("Tâches confiées au service")
    assert exact is not None and slip is not None and longer is not None
    assert 1.0 == exact.confidence > slip.confidence > longer.confidence > 0.5
