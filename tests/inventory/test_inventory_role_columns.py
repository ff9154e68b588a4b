"""Tasks by roles: a column for each role, with its times, crosses or letters below, becomes a row for each of them."""

from __future__ import annotations

import pandas as pd
import pytest
from inventory_samples import codes, labels, read, xlsx_rows

from analyzer.inventory import Inventory, ReadingOptions

HOURS = "Task;Manager;Clerk\nSend notices;2;5\nPay suppliers;;1\n"


def parts(inventory: Inventory) -> list[tuple[str, str | None, float | None]]:
    frame = inventory.frame[["task", "role", "minutes_per_week"]]
    return [tuple(None if pd.isna(value) else value for value in row) for row in frame.itertuples(index=False)]


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("Task (hours per month);Manager;Clerk\nBook;13;26\n", [180, 360]),
        ("Who does what: minutes a day;;\n\nTask;Manager;Clerk\nBook;10;20\n", [50, 100]),
        ("Task;Manager (h/month);Clerk (h/month)\nBook;13;26\n", [180, 360]),
        (";Time per week (h);\nTask;Manager;Clerk\nBook;3;6\n", [180, 360]),
        ("Tâche;Temps par semaine (h);\n;Comptable;Assistante\nSaisir;3;6\n", [180, 360]),
        ("Task;Manager;Clerk\nBook;20 min/day;6 h/month\n", [100, 360 * 12 / 52]),
        ("Task;Manager;Clerk\nBook;10%;50%\n", [210, 1050]),
    ],
)
def test_the_unit_stands_above_in_the_headers_or_in_the_cells(written: str, minutes: list[float]) -> None:
    inventory = read(written)
    assert inventory.frame["minutes_per_week"].tolist() == pytest.approx(minutes)
    assert "roles_across_times" in codes(inventory)
    assert not {"duration_unit_assumed", "period_assumed"} & set(codes(inventory))


def test_the_name_of_the_sheet_can_say_the_unit() -> None:
    data = xlsx_rows(["Task", "Manager", "Clerk"], ["Book", 13, 26], title="Hours per month")
    assert read(data, name="a.xlsx").frame["minutes_per_week"].tolist() == pytest.approx([180, 360])


def test_numbers_without_a_unit_are_taken_for_hours_a_week_and_that_is_said() -> None:
    inventory = read(HOURS)
    assert parts(inventory) == [
        ("Send notices", "Manager", 120), ("Send notices", "Clerk", 300), ("Pay suppliers", "Clerk", 60),
    ]  # fmt: skip
    assert {"roles_across_times", "duration_unit_assumed", "period_assumed"} <= set(codes(inventory))


def test_the_reader_may_say_another_unit_and_period() -> None:
    inventory = read(HOURS, options=ReadingOptions(duration_unit="minutes", number_period="day"))
    assert inventory.frame["minutes_per_week"].tolist() == [10, 25, 5]


def test_the_reader_may_refuse_it() -> None:
    inventory = read(HOURS, options=ReadingOptions(columns={"Manager": "ignore", "Clerk": "ignore"}))
    assert parts(inventory) == [("Send notices", None, None), ("Pay suppliers", None, None)]


def test_the_reader_may_name_a_column_that_was_not_told() -> None:
    inventory = read("Task;Manager;Clerk;Pool\nBook;1;;2\n", options=ReadingOptions(columns={"Pool": "role_column"}))
    assert parts(inventory) == [("Book", "Manager", 60), ("Book", "Pool", 120)]


def test_totals_of_rows_and_columns_are_no_tasks_and_no_roles() -> None:
    inventory = read("Task;Manager;Clerk;Total\nBook;1;2;3\nPay;;1;1\nTotal;1;3;4\n")
    assert inventory.frame["minutes_per_week"].sum() == 240
    assert labels(inventory) == {4: "total"}


def test_a_task_that_no_role_does_is_kept() -> None:
    assert parts(read("Task;Manager;Clerk\nBook;2h;-\nFile;;0\n"))[-1] == ("File", None, None)


def test_crosses_say_who_and_no_time() -> None:
    inventory = read("Task;Manager;Clerk\nBook;x;X\nPay;;x\n")
    assert parts(inventory) == [("Book", "Manager", None), ("Book", "Clerk", None), ("Pay", "Clerk", None)]
    assert {"roles_across_marks", "time_columns_missing"} <= set(codes(inventory))


def test_a_time_beside_crosses_is_shared_so_that_the_total_stays() -> None:
    inventory = read("Task;How often;Minutes;Manager;Clerk\nBook;weekly;60;x;x\nPay;weekly;30;;x\n")
    assert parts(inventory) == [("Book", "Manager", 30), ("Book", "Clerk", 30), ("Pay", "Clerk", 30)]
    assert codes(inventory).count("time_shared") == 2


def test_how_often_by_role_takes_the_duration_of_the_row() -> None:
    inventory = read("Task;Minutes;Manager;Clerk\nBook;10;weekly;2 per day\nPay;20;;weekly\n")
    assert parts(inventory) == [("Book", "Manager", 10), ("Book", "Clerk", 100), ("Pay", "Clerk", 20)]


def test_in_a_raci_chart_who_is_responsible_does_it() -> None:
    inventory = read("Task;Accountant;Clerk;Director\nBook;R;C;A\nReview;I;;A\nPay;R/A;R;I\n")
    assert [(task, role) for task, role, _ in parts(inventory)] == [
        ("Book", "Accountant"), ("Review", "Director"), ("Pay", "Accountant"), ("Pay", "Clerk"),
    ]  # fmt: skip
    assert "roles_across_letters" in codes(inventory)


@pytest.mark.parametrize("corner", ["", "Task \\ Role", "Qui fait quoi"])
def test_the_corner_need_not_say_task(corner: str) -> None:
    inventory = read(f"{corner};Gestionnaire;Assistante\nConvoquer les copropriétaires;2h;5h\nPayer les factures;;1h\n")
    assert inventory.frame["role"].tolist() == ["Gestionnaire", "Assistante", "Assistante"]


@pytest.mark.parametrize(
    "written",
    [
        "Task;Monday;Tuesday;Wednesday\nBook;1h;2h;1h\n",
        "Task;Daily;Weekly;Monthly\nBook;x;;\n",
        "Task;Minutes;How often;Nb agents;Nb clerks\nBook;10;weekly;2;1\n",
        "Staff per task;;\nTask;Manager;Clerk\nBook;1;2\n",
        "Task;Role;Manager;Clerk\nBook;Buyer;1;2\n",
        "Préparer la paie;Assistante;RH\nSuivre les dossiers;Comptable;Accueil\n",
    ],
)
def test_other_tables_stay_what_they_are(written: str) -> None:
    assert not any(code.startswith("roles_across") for code in codes(read(written)))


def test_one_row_for_several_roles_is_not_asked_about() -> None:
    assert "same_across_roles" not in [question.code for question in read(HOURS).questions]


def test_people_across_the_top_are_people() -> None:
    inventory = read("Tâche;Sophie;Karim;Léa\nSaisir les commandes;6h;2h;\nPréparer les colis;;10h;8h\n")
    assert inventory.frame["person"].tolist() == ["[personne 1]", "[personne 2]", "[personne 2]", "Léa"]
    assert inventory.frame["role"].isna().all()
    assert inventory.frame["minutes_per_week"].tolist() == [360, 120, 600, 480]


def test_a_title_that_says_a_time_makes_roles_of_columns_that_no_list_knows() -> None:
    inventory = read("Charge hebdomadaire en heures;;;\n\nActivité;Comptable;Saphir;Rubis\nSaisir;2;5;1\nClasser;;1;\n")
    assert inventory.frame["role"].tolist() == ["Comptable", "Saphir", "Rubis", "Saphir"]


def test_roles_below_one_another_with_their_tasks_across_the_top() -> None:
    inventory = read(
        "Poste;Saisir les factures;Relancer les clients;Préparer la paie\n"
        "Comptable;5h;2h;\nAssistante;1h;3h;\nGestionnaire de paie;;;12h\n"
    )
    assert parts(inventory) == [
        ("Saisir les factures", "Comptable", 300), ("Saisir les factures", "Assistante", 60),
        ("Relancer les clients", "Comptable", 120), ("Relancer les clients", "Assistante", 180),
        ("Préparer la paie", "Gestionnaire de paie", 720),
    ]  # fmt: skip
    assert {"table_turned", "roles_across_times"} <= set(codes(inventory))
