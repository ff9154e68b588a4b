"""Of all that is in doubt, what moves the total most is asked first: minutes a week say how much."""

from __future__ import annotations

import pandas as pd
import pytest

from analyzer.inventory import find_questions, read_inventory
from analyzer.inventory.stakes import minutes_asked_about, minutes_missing, minutes_moved, usual


def frame(*rows: str) -> pd.DataFrame:
    text = "Tâche;Poste;Fréquence;Durée (min);Nb pers.\n" + "\n".join(rows)
    return read_inventory(text.encode(), filename="taches.csv", language="en").frame


def at_stake(tasks: pd.DataFrame) -> dict[str, float]:
    questions = find_questions(tasks)
    codes = dict.fromkeys(question.code for question in questions)
    return {code: minutes_asked_about(tasks, [one for one in questions if one.code == code]) for code in codes}


def test_an_answer_weighs_what_it_would_move() -> None:
    tasks = frame(
        "Saisir;Aide;hebdo;-30;", "Relancer les clients;Aide;hebdo;90;", "Relancer des clients;Aide;hebdo;90;"
    )
    assert at_stake(tasks) == pytest.approx({"time_negative": 30, "near_duplicate": 90})


def test_what_stands_beyond_the_week_is_in_doubt_even_if_the_answer_changes_nothing() -> None:
    tasks = frame("Saisir;Aide;quotidien;400;", "Trier;Aide;quotidien;200;")
    assert at_stake(tasks)["role_over_week"] == pytest.approx(3000 - 35 * 60)


def test_what_no_answer_can_change_weighs_nothing() -> None:
    tasks = frame(*(f"{task};Aide;hebdo;30;" for task in ("Saisir", "Trier", "Ranger", "Classer")))
    assert at_stake(tasks) == {"role_under_week": 0}


def test_a_missing_time_weighs_what_the_other_tasks_usually_take() -> None:
    tasks = frame("Saisir;Aide;hebdo;60;", "Trier;Aide;3 fois par semaine;20;", "Ranger;Aide;ponctuel;10;2")
    assert usual(tasks["occurrences_per_week"]) == 2
    assert minutes_missing(tasks, [2]) == pytest.approx(2 * 10 * 2)
    assert minutes_missing(tasks, [0, 1]) == 0, "their time is known"


def test_a_time_that_cannot_be_weighs_as_much_as_a_missing_one() -> None:
    tasks = frame("Saisir;Aide;hebdo;60;", "Trier;Aide;hebdo;60;", "Ranger;Aide;hebdo;0;", "Classer;Aide;99/jour;600;")
    assert minutes_missing(tasks, [3]) == pytest.approx(60)
    assert at_stake(tasks) == pytest.approx({"time_zero": 60, "person_over_day": 60})


def test_a_row_set_aside_takes_its_time_along() -> None:
    tasks = frame("Saisir;Aide;hebdo;60;", "Ranger;Aide;ponctuel;10;")
    assert minutes_moved(tasks, {0: {}, 1: {}}) == 60
    assert minutes_moved(tasks, {}) == 0


def test_many_questions_of_one_kind_count_in_proportion() -> None:
    tasks = frame(*(f"Saisir {place};Aide {place};hebdo;-30;" for place in range(1, 1501)))
    assert at_stake(tasks)["time_negative"] == pytest.approx(1500 * 30)
