"""The time of a task from whatever columns a file has."""

from __future__ import annotations

import datetime as dt

import pytest
from inventory_samples import codes, read, xlsx_rows

from analyzer.inventory import ReadingOptions


def only_row(text: str | bytes, options: ReadingOptions | None = None) -> dict[str, object]:
    """Return the first row of a file."""
    first: dict[str, object] = read(text, options=options).frame.iloc[0].to_dict()
    return first


def test_frequency_times_duration_times_people() -> None:
    row = only_row("Tâche;Fréquence;Durée;Effectif\nSaisie des factures;3x/semaine;1h30;2\n")
    assert (row["occurrences_per_week"], row["minutes_per_occurrence"], row["headcount"]) == (3, 90, 2)
    assert row["minutes_per_week"] == 540


@pytest.mark.parametrize(
    ("header", "cell", "minutes"),
    [
        ("h/sem", "3,5", 210),
        ("Hours per week", "2", 120),
        ("Heures par mois", "13", 180),
        ("Minutes/jour", "30", 150),
        ("Temps passé par semaine", "1h30", 90),
        ("Temps passé par semaine", "2h par jour", 600),
        ("% du temps", "20", 420),
        ("% du temps", "20 %", 420),
        ("Part du temps", "0,2", 420),
        ("Jours par mois", "2", 2 * 420 * 12 / 52),
        ("ETP", "0,4", 840),
    ],
)
def test_time_per_week_or_month_is_understood(header: str, cell: str, minutes: float) -> None:
    row = only_row(f"Tâche;{header}\nSaisie des factures;{cell}\n")
    assert row["minutes_per_week"] == pytest.approx(minutes)
    assert row["occurrences_per_week"] != row["occurrences_per_week"], "how often is not known"


def test_a_time_per_week_is_one_persons_unless_it_is_a_total() -> None:
    assert only_row("Task;Hours per week;Headcount\nOrders;2;3\n")["minutes_per_week"] == 360
    assert only_row("Tâche;Total h/semaine;Effectif\nCommandes;2;3\n")["minutes_per_week"] == 120


def test_two_of_three_give_the_third() -> None:
    row = only_row("Task;Frequency;Hours per week\nOrders;daily;5\n")
    assert row["minutes_per_occurrence"] == 60
    row = only_row("Task;Time (min);Hours per week\nOrders;60;5\n")
    assert row["occurrences_per_week"] == 5


def test_a_column_that_repeats_the_others_is_held_against_them() -> None:
    inventory = read("Task;Frequency;Time (min);Hours per week\nOrders;daily;60;5\nQuotes;weekly;60;5\n")
    assert inventory.frame["minutes_per_week"].tolist() == [300, 60]
    assert [problem.row for problem in inventory.problems if problem.code == "weekly_time_disagrees"] == [3]


def test_full_time_equivalents_are_people_where_time_is_known_otherwise() -> None:
    inventory = read("Tâche;Fréquence;Durée;ETP\nSaisie;quotidien;1h;2\n")
    assert inventory.frame["minutes_per_week"].tolist() == [600]
    assert "fte_as_headcount" in codes(inventory)


def test_volume_multiplies_a_frequency() -> None:
    inventory = read("Activité;Fréquence;Volume;Temps unitaire (min)\nCommandes;quotidien;40;5\nDevis;mensuel;12;30\n")
    assert inventory.frame["occurrences_per_week"].tolist() == pytest.approx([200, 12 * 12 / 52])
    assert "volume_multiplied" in codes(inventory)


def test_volume_alone_is_a_number_per_period() -> None:
    inventory = read("Activité;Volume;Temps (min)\nCommandes;40;5\n", options=ReadingOptions(number_period="month"))
    assert inventory.frame["occurrences_per_week"].tolist() == pytest.approx([40 * 12 / 52])
    assert "period_assumed" in codes(inventory)


def test_the_period_of_the_header_counts_for_numbers_only() -> None:
    inventory = read("Tâche;Fréquence (par mois);Durée (min)\nSaisie;4;10\nPointage;quotidien;10\n")
    assert inventory.frame["occurrences_per_week"].tolist() == pytest.approx([4 * 12 / 52, 5])
    assert "period_assumed" not in codes(inventory)


def test_ticked_columns_tell_the_frequency() -> None:
    inventory = read("Task;Daily;Weekly;Monthly;Minutes\nOpen post;x;;;10\nFile letters;;2;;5\nReport;;;X;60\n")
    assert inventory.frame["occurrences_per_week"].tolist() == pytest.approx([5, 2, 12 / 52])


@pytest.mark.parametrize(
    ("cell", "occurrences", "minutes", "weekly"),
    [
        ("3 x 20 min / semaine", 3, 20, 60),
        ("hebdo, 2h", 1, 120, 120),
        ("quotidien (15 min)", 5, 15, 75),
        ("15 min par jour", None, None, 75),
        ("2h/semaine", None, None, 120),
    ],
)
def test_frequency_and_duration_in_one_column(
    cell: str, occurrences: float | None, minutes: float | None, weekly: float
) -> None:
    row = only_row(f"Tâche;Fréquence\nSaisie des factures;{cell}\n")
    assert row["minutes_per_week"] == pytest.approx(weekly)
    for name, expected in (("occurrences_per_week", occurrences), ("minutes_per_occurrence", minutes)):
        assert row[name] == expected or (expected is None and row[name] != row[name])


def test_numbers_without_unit_are_minutes_unless_they_look_like_hours() -> None:
    minutes = read("Tâche;Fréquence;Durée\nSaisie;hebdo;30\nPaie;hebdo;7,5\n")
    hours = read("Tâche;Fréquence;Durée\nSaisie;hebdo;0,5\nPaie;hebdo;2\n")
    assert minutes.frame["minutes_per_occurrence"].tolist() == [30, 7.5]
    assert hours.frame["minutes_per_occurrence"].tolist() == [30, 120]
    assert "duration_unit_assumed" in codes(minutes) and "duration_unit_assumed" in codes(hours)


def test_the_user_settles_the_unit() -> None:
    options = ReadingOptions(duration_unit="hours", hours_per_day=8)
    inventory = read("Tâche;Fréquence;Durée\nSaisie;hebdo;30\nPaie;mensuel;1 j\n", options=options)
    assert inventory.frame["minutes_per_occurrence"].tolist() == [1800, 480]
    assert "duration_unit_assumed" not in codes(inventory)


def test_cells_that_the_spreadsheet_keeps_as_times() -> None:
    inventory = read(
        xlsx_rows(
            ["Tâche", "Fréquence", "Durée"],
            ["Saisie", "hebdo", dt.time(1, 30)],
            ["Pointage", "hebdo", dt.timedelta(hours=26)],
            ["Classement", "hebdo", 45],
        )
    )
    assert inventory.frame["minutes_per_occurrence"].tolist() == [90, 26 * 60, 45]


def test_a_range_that_became_a_date_is_read_as_the_range() -> None:
    inventory = read(
        xlsx_rows(
            ["Tâche", "Fréquence", "Durée (min)"],
            ["Saisie", "hebdo", dt.date(2026, 10, 5)],
            ["Paie", "hebdo", dt.date(2026, 2, 1)],
            ["Devis", dt.date(2026, 3, 2), 30],
        )
    )
    assert inventory.frame["minutes_per_occurrence"].iloc[0] == 7.5
    assert inventory.frame["minutes_per_week"].isna().tolist() == [False, True, True]
    told = [(problem.row, problem.code) for problem in inventory.problems if problem.code.startswith("date_")]
    assert told == [(2, "date_as_range"), (3, "date_unreadable"), (4, "date_unreadable")]


@pytest.mark.parametrize(("cell", "people"), [("2", 2), ("2-3 pers.", 2.5), ("3 personnes", 3), ("", 1), ("1,5", 1.5)])
def test_numbers_of_people(cell: str, people: float) -> None:
    assert only_row(f"Tâche;Effectif;Fréquence;Durée\nSaisie;{cell};hebdo;1h\n")["headcount"] == people


def test_an_unreadable_number_of_people_is_one_and_said() -> None:
    inventory = read("Tâche;Effectif;Fréquence;Durée\nSaisie;Marie et Paul;hebdo;1h\n")
    assert inventory.frame["headcount"].tolist() == [1]
    assert "headcount_unreadable" in codes(inventory)


def test_what_cannot_be_is_kept_set_aside_and_said() -> None:
    rows = "A lot;daily;6000;1\nNothing;weekly;0;1\nLess;weekly;-5;1\nTwo;daily;2000;2\n"
    inventory = read(f"Task;Frequency;Time (min);Headcount\n{rows}")
    assert inventory.frame["minutes_per_week"].isna().tolist() == [True] * 4
    assert inventory.frame["minutes_per_occurrence"].tolist() == [6000, 0, -5, 2000]
    told = [problem.code for problem in inventory.problems if problem.row]
    assert told == ["week_exceeded", "not_positive", "not_positive", "week_exceeded"]


def test_the_limit_is_per_head() -> None:
    assert only_row("Task;Frequency;Time (min);Headcount\nGuard;daily;1440;3\n")["minutes_per_week"] == 3 * 7200
    assert read("Task;Frequency;Time (min)\nGuard;daily;1441\n").tasks_without_time == 1


def test_thousands_that_could_be_decimals_are_said() -> None:
    inventory = read("Task;Frequency;Time (min)\nOrders;1,200 per year;5\n".replace(",", "."))
    assert inventory.frame["occurrences_per_week"].tolist() == pytest.approx([1200 / 52])
    assert "number_ambiguous" in codes(inventory)
