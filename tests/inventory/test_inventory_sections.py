"""Headings between the tasks: how often the tasks below them are done, or their team."""

from __future__ import annotations

import pandas as pd
import pytest
from corpus_case import MONTH
from inventory_samples import codes, read

from analyzer.inventory.sections import is_rate


@pytest.mark.parametrize(
    "heading",
    ["Quotidien", "Tous les jours", "Tâches hebdomadaires", "Le lundi", "Fin de mois", "Début de trimestre", "Ponctuel",
     "Selon besoin", "Mes activités mensuelles", "Daily", "Monthly jobs", "Every Friday", "Month end", "As needed",
     "End of the week", "Tâches du lundi", "Matin", "À faire chaque mois"],
)  # fmt: skip
def test_a_line_that_says_nothing_but_how_often_is_a_heading(heading: str) -> None:
    assert is_rate(heading)


@pytest.mark.parametrize(
    "text",
    ["Équipe du matin", "Réunion hebdomadaire", "Clôture de fin de mois", "Weekly meeting", "Comptabilité", "Planning",
     "Daily cash up", "Mes tâches de la semaine", "TASKS OF THE WEEK", "Ma semaine",
     "Travail du mois", "Journal de caisse", "Secrétariat", "Point du lundi avec les chefs"],
)  # fmt: skip
def test_a_line_that_says_more_is_none(text: str) -> None:
    assert not is_rate(text)


def test_headings_say_how_often_in_a_list() -> None:
    inventory = read(
        "Chaque jour :\n- Relever la boîte commune (20 min)\n- Tenir l'accueil (3 h/j)\n\nTâches hebdomadaires\n"
        "- Faire les bons de commande, 1 h 30\n- Tester l'alarme, mensuel, 10 min\n\nFin de mois\n- TVA : 2 h\n"
        "\nPonctuel\n- Accueillir un nouveau (3 h)\n",
        name="liste.txt",
    )
    frame = inventory.frame
    assert frame["occurrences_per_week"].tolist()[:-1] == pytest.approx([5, 5, 1, MONTH, MONTH])
    assert frame["minutes_per_occurrence"].tolist() == [20, 180, 90, 10, 120, 180]
    assert pd.isna(frame["occurrences_per_week"].iloc[-1]) and frame["team"].isna().all()
    assert {"frequency_from_section", "frequency_vague"} <= set(codes(inventory))
    assert "frequency_column_missing" not in codes(inventory)


def test_the_title_of_a_week_says_not_how_often() -> None:
    frame = read(
        "Mes tâches de la semaine :\n- Répondre aux mails (2 h par jour)\n- Tri (10 min)\n", name="a.txt"
    ).frame
    assert frame["occurrences_per_week"].isna().all() and frame["minutes_per_week"].iloc[0] == 600


def test_a_task_says_itself_how_often_where_only_how_long_stands_behind_it() -> None:
    inventory = read(
        "Weekly sync with sales (45 min)\nPrepare the monthly report (3 h)\nSort post (15 min)\n", name="a.txt"
    )
    assert inventory.frame["occurrences_per_week"].tolist()[:2] == pytest.approx([1, MONTH])
    assert pd.isna(inventory.frame["occurrences_per_week"].iloc[2])
    assert [code for code in codes(inventory) if code.startswith("frequency_read_as")] == [
        "frequency_read_as_week", "frequency_read_as_month"]  # fmt: skip


def test_headings_say_how_often_in_a_table_with_roles() -> None:
    inventory = read("Task,Role,Minutes\nDAILY,,\nOpen the post,Clerk,20\nWeekly,,\nPayroll run,Payroll officer,90\n")
    assert inventory.frame["occurrences_per_week"].tolist() == [5, 1]
    assert inventory.frame["role"].tolist() == ["Clerk", "Payroll officer"]
    assert inventory.rows == 4


@pytest.mark.parametrize("headings", [("Équipe du matin", "Équipe de nuit"), ("Accueil", "Lundi")])
def test_other_headings_stay_teams(headings: tuple[str, str]) -> None:
    inventory = read("".join(f"{one} :\n- Ouvrir (20 min)\n- Ranger (1 h)\n" for one in headings), name="liste.txt")
    assert sorted(set(inventory.frame["team"])) == sorted(one.removeprefix("Équipe ") for one in headings)
    assert "team_from_section" in codes(inventory)


@pytest.mark.parametrize(
    "listed",
    ["Chaque matin, je relève les compteurs (10 min).\nDeux fois par semaine, je commande les pièces, 30 minutes.\n",
     "Name;Frequency;Minutes\nCheck stock;daily;12\nOrder parts;weekly;30\n",
     "Ouvrir (20 min)\nFermer la caisse (1 h)\nRanger (10 min)\n"],
)  # fmt: skip
def test_texts_that_hold_times_are_tasks_where_nothing_else_can_be(listed: str) -> None:
    assert len(read(listed, name="a.txt").frame) == listed.count("\n") - listed.startswith("Name")
