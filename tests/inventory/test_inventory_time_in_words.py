"""Every way of saying a time that the project promises to understand, read through a file, with what is said of it."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from corpus_case import MONTH
from inventory_samples import codes, read, xlsx_rows

DURATIONS: dict[str, float] = {
    "1h30": 90,
    "1 h 30": 90,
    "90": 90,
    "0:20": 20,
    "1/2 journée": 210,
    "2 j": 840,
    "45 mn": 45,
    "5-10 min": 7.5,
    "environ 2h": 120,
    "~15'": 15,
    "½ journée": 210,
    "une demi-heure": 30,
    "1,5 h": 90,
    "1.5 hours": 90,
    "half a day": 210,
    "2 hrs": 120,
    "about 20 mins": 20,
    "an hour and a half": 90,
    "1 h 15 min": 75,
    "3/4 h": 45,
    "une demie heure": 30,
    "2 hres": 120,
    "5 mintues": 5,
    "hour and a half": 90,
    "ninety minutes": 90,
    "a couple of hours": 120,
    "une dizaine de minutes": 10,
    "10aine de minutes": 10,
    "1 h et quart": 75,
    "hour and a quarter": 75,
    "un quart de jour": 105,
    "2 full days": 840,
    "1 working day": 420,
    "20-ish min": 20,
    "1'30": 1.5,
    "90m": 90,
}
"""Cell -> minutes."""

FREQUENCIES: dict[str, float | None] = {
    "quotidien": 5,
    "tous les jours": 5,
    "lun-ven": 5,
    "3x/semaine": 3,
    "1 fois sur deux": None,
    "tous les 15 jours": 0.5,
    "1 sem. sur 3": 1 / 3,
    "chaque demi-journée": 10,
    "2 fois par demi-journée": 20,
    "each half-day": 10,
    "toutes les demi-heures": 70,
    "every half hour": 70,
    "1 in 3 weeks": 1 / 3,
    "1j/2": 2.5,
    "2x/sem.": 2,
    "1/trim.": 1 / 13,
    "lu-ma-je": 3,
    "2e et 4e mardi du mois": 2 * MONTH,
    "1st and 3rd Monday of the month": 2 * MONTH,
    "mi-mois et fin de mois": 2 * MONTH,
    "tous les matins sauf le mercredi": 4,
    "une fois le matin, une fois le soir": 10,
    "à l'ouverture et à la fermeture": 10,
    "10ish a day": 50,
    "toute la semaine": None,
    "all week": None,
    "M/W/F": 3,
    "T/Th": 2,
    "L M M J V": 5,
    "L, Me, V": 3,
    "MWF": 3,
    "M/T": None,
    "tous les jours à 9h et 16h30": 10,
    "le lundi à 14h": 1,
    "quotidien (à 9h)": 5,
    "8am, 12pm, 6pm and 10pm daily": 20,
    "à 9h et à 14h": 10,
    "tous les matins à 8 h": 5,
    "à chaque mandat": None,
    "bimensuel": 2 * MONTH,
    "bimestriel": MONTH / 2,
    "hebdo": 1,
    "mensuel (clôture)": MONTH,
    "trimestriel": 1 / 13,
    "2 fois par an": 2 / 52,
    "à la demande": None,
    "twice a week": 2,
    "fortnightly": 0.5,
    "biweekly": 0.5,
    "every other day": 2.5,
    "quarterly": 1 / 13,
    "ad hoc": None,
    "per ticket (40/week)": 40,
    "une semaine sur deux": 0.5,
    "un jour sur deux": 2.5,
    "deux fois par jour": 10,
    "3 à 4 fois par semaine": 3.5,
    "ts les matins": 5,
    "chaques jours": 5,
    "2 x / j": 10,
    "1f/sem": 1,
    "2 pw": 2,
    "bi mensuelle": 2 * MONTH,
    "half yearly": 2 / 52,
    "p.a.": 1 / 52,
    "about a dozen a week": 12,
    "half a dozen a month": 6 * MONTH,
    "a couple of times a week": 2,
    "x fois par jour": None,
    "Mon-Fri": 5,
    "once a year": 1 / 52,
    "every 2 weeks": 0.5,
    "le lundi et le jeudi": 2,
    "chaque vendredi": 1,
    "annuel": 1 / 52,
    "semestriel": 2 / 52,
    "ponctuel": None,
    "selon besoin": None,
    "weekdays": 5,
    "monthly (close)": MONTH,
    "as needed": None,
}
"""Cell -> times a week, None where it gives no rate."""

AMBIGUOUS = {
    "bimensuel": "frequency_read_as_",
    "bimestriel": "frequency_read_as_",
    "biweekly": "frequency_read_as_fortnight",
    "1 fois sur deux": "frequency_vague",
    "à la demande": "frequency_vague",
    "ad hoc": "frequency_vague",
    "3 à 4 fois par semaine": "frequency_range",
}
"""Cell -> what is said of it."""


@pytest.mark.parametrize("cell", DURATIONS)
def test_how_long(cell: str) -> None:
    frame = read(f"Tâche;Fréquence;Durée\nSaisie des factures;hebdo;{cell}\n").frame
    assert frame["minutes_per_occurrence"].tolist() == pytest.approx([DURATIONS[cell]])


@pytest.mark.parametrize("cell", FREQUENCIES)
def test_how_often(cell: str) -> None:
    inventory = read(f"Tâche;Fréquence;Durée\nSaisie des factures;{cell};10 min\n")
    expected = FREQUENCIES[cell]
    if expected is None:
        assert inventory.frame["occurrences_per_week"].isna().all()
        assert inventory.tasks_without_time == len(inventory.frame) == 1, "the task stays, without a time"
    else:
        assert inventory.frame["occurrences_per_week"].tolist() == pytest.approx([expected])


@pytest.mark.parametrize("cell", AMBIGUOUS)
def test_an_ambiguity_is_shown_with_the_reading_taken(cell: str) -> None:
    inventory = read(f"Tâche;Fréquence;Durée\nSaisie des factures;{cell};10 min\n")
    assert any(code.startswith(AMBIGUOUS[cell]) for code in codes(inventory)), codes(inventory)
    for language in ("fr", "en"):
        assert any(cell in problem.message(language) for problem in inventory.problems)


@pytest.mark.parametrize("cell", [dt.time(1, 30), dt.timedelta(hours=1, minutes=30), "01:30:00", "1:30", 90])
def test_a_time_cell_of_a_spreadsheet(cell: object) -> None:
    frame = read(xlsx_rows(["Task", "Frequency", "Duration"], ["Scan letters", "weekly", cell])).frame
    assert frame["minutes_per_week"].tolist() == [90]


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("1/2 journée par semaine", 210),
        ("une demi-journée par semaine", 210),
        ("hebdo, 1/2 journée", 210),
        ("half a day a month", 210 * MONTH),
        ("10 min par demi-journée", 100),
        ("mensuel, 2 j", 840 * MONTH),
        ("15 min chaque demi-journée", 150),
        ("lun-ven 9h-12h", 900),
    ],
)
@pytest.mark.parametrize("header", ["Fréquence", "How often and how long", "Fréquence et durée"])
def test_how_often_and_how_long_in_one_cell(header: str, cell: str, minutes: float) -> None:
    frame = read(f"Tâche;{header}\nSaisie des factures;{cell}\nRelances;hebdo, 1h\n").frame
    assert frame["minutes_per_week"].tolist() == pytest.approx([minutes, 60])


def test_a_half_day_says_how_long_not_how_often() -> None:
    inventory = read("Tâche;Fréquence\nSaisie des factures;1/2 journée\nRelances;hebdo\n")
    assert inventory.frame["occurrences_per_week"].isna().tolist() == [True, False]
    assert inventory.frame["minutes_per_occurrence"].iloc[0] == 210


@pytest.mark.parametrize(
    ("often", "long", "expected"),
    [
        ("toute la journée", "2h/jour", (5, 120)),
        ("all day", "90 min a day", (5, 90)),
        ("toute la journée", "5h par semaine", (5, 60)),
        ("all day", "3 min", (None, 3)),
        ("when I get a minute", "20 min", (None, 20)),
        ("plusieurs fois dans la journée", "5 min", (None, 5)),
        ("selon besoin, 2h par mois", "", (MONTH, 120)),
    ],
)
def test_how_often_and_how_long_together(often: str, long: str, expected: tuple[float | None, float | None]) -> None:
    frame = read(f"Tâche;Fréquence;Durée\nRépondre au téléphone;{often};{long}\n").frame
    values = frame[["occurrences_per_week", "minutes_per_occurrence"]].iloc[0]
    assert tuple(None if pd.isna(value) else value for value in values) == expected
    assert pd.notna(frame["minutes_per_week"].iloc[0]) == (expected[0] is not None)
