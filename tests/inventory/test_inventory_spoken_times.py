"""Times told in a sentence about one task: what is taken, and what is left because it could mean two things."""

from __future__ import annotations

import pytest

from analyzer.inventory import parse_duration, parse_frequency
from analyzer.inventory.spokentimes import SpokenTime, time_in

TOLD = [
    # sentence, times a week, minutes each time
    ("Je relance les clients 2 h par semaine", 1, 120),
    ("takes me 20 minutes every morning", 5, 20),
    ("Je copie les commandes dans le fichier stock, 3 fois par jour, 20 min", 15, 20),
    ("Tous les lundis je passe une heure à compiler les chiffres", 1, 60),
    ("Every Friday I spend half an hour on the timesheets", 1, 30),
    ("Je saisis 20 factures par jour, 5 min chacune", 100, 5),
    ("I type up 15 orders a day, about 4 minutes each", 75, 4),
    ("je traite 30 commandes de 5 minutes par jour", 150, 5),
    ("I take 12 calls of 10 minutes a day", 60, 10),
    ("chaque mois je prépare le reporting (1 h 30)", 12 / 52, 90),
    ("Twice a week I update the website for an hour", 2, 60),
    ("2 heures et demie par semaine à faire des devis", 1, 150),
    ("J’y passe 45 minutes par jour", 5, 45),
    ("remplir le tableau 10 min tous les matins", 5, 10),
    ("je mets une demi-heure chaque soir à rapprocher la caisse", 5, 30),
    ("an hour and a half every month", 12 / 52, 90),
    ("Je prépare la paie de 40 salariés, 2 jours par mois", 12 / 52, 840),
    ("Appeler les clients, 10 à 20 minutes chaque jour", 5, 15),
]


@pytest.mark.parametrize(("sentence", "often", "long"), TOLD)
def test_what_a_sentence_tells(sentence: str, often: float, long: float) -> None:
    told = time_in(sentence)
    assert parse_frequency(told.frequency) == pytest.approx(often)
    assert parse_duration(told.duration) == pytest.approx(long)


@pytest.mark.parametrize(
    "sentence",
    [
        "I chase late payers",
        "every day 10 minutes, and on Fridays 2 hours",
        "Répondre aux mails : entre 10 et 20 minutes par jour",
        "24h support line monitoring",
        "Tous les lundis, et tous les mois pour le bilan",
        "Tenir à jour le plan 2026",
        "",
    ],
)
def test_nothing_is_taken_where_it_could_mean_two_things_or_nothing(sentence: str) -> None:
    assert time_in(sentence) == SpokenTime()


def test_one_of_the_two_may_be_told() -> None:
    assert time_in("Prendre 3 rendez-vous par jour au téléphone") == SpokenTime("3 par jour", "")
    assert time_in("1h30 pour classer le courrier") == SpokenTime("", "1h30")


def test_a_duration_counts_nothing() -> None:
    told = time_in("2 h de relances par semaine")
    assert told.duration == "2 h"
    assert told.frequency == "", "what is done two hours a week is not done twice a week"
