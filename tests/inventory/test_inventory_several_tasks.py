"""Several tasks in one cell: told, and read apart on the reader's word, the time of the row shared evenly."""

from __future__ import annotations

import pytest
from inventory_samples import codes, read, xlsx_rows

from analyzer.inventory import ReadingOptions, read_inventory

APART = ReadingOptions(split_cells=True)


def cell_read(cell: str, options: ReadingOptions | None = None) -> list[str]:
    data = xlsx_rows(["Task", "How often", "Minutes"], [cell, "weekly", 60], ["Call back", "weekly", 10])
    return read(data, name="a.xlsx", options=options).frame["task"].tolist()[:-1]


@pytest.mark.parametrize(
    ("cell", "tasks"),
    [
        ("Saisir les factures\nRelancer les clients\nClasser",) * 1 + (
            ["Saisir les factures", "Relancer les clients", "Classer"],
        ),
        ("- Book invoices\n- Pay suppliers", ["Book invoices", "Pay suppliers"]),
        ("1. Unload\r\n2. Check", ["Unload", "Check"]),
        ("Clôture :\n- rapprochement\n- provisions", ["Clôture : rapprochement", "Clôture : provisions"]),
        ("- Unload - Check", ["Unload", "Check"]),
        ("trier\nclasser\narchiver", ["trier", "classer", "archiver"]),
    ],
)  # fmt: skip
def test_lines_that_are_tasks_are_read_apart_on_agreement_only(cell: str, tasks: list[str]) -> None:
    assert len(cell_read(cell)) == 1
    assert cell_read(cell, APART) == tasks


@pytest.mark.parametrize(
    "cell",
    [
        "Saisir les factures des fournisseurs dans\nle logiciel",
        "Saisir les factures\n(fournisseurs)",
        "Book invoices,\nPay suppliers",
        "Préparer la paie de\nSociété Générale",
        "Call the bank\n12:30",
        "Rapprocher la banque et\nLa caisse",
    ],
)
def test_one_task_over_two_lines_stays_one(cell: str) -> None:
    assert len(cell_read(cell, APART)) == 1
    assert "several_tasks" not in codes(read(xlsx_rows(["Task", "Minutes"], [cell, 5]), name="a.xlsx"))


def test_it_is_told_before_and_the_total_stays() -> None:
    text = 'Task;How often;Minutes\n"Book\nPay\nFile";weekly;90\nCall back;weekly;10\n'
    before, after = read(text), read(text, options=APART)
    assert "several_tasks" in codes(before)
    assert codes(after).count("time_split") == 3
    assert before.minutes_per_week == after.minutes_per_week == 100
    assert after.frame["row"].tolist() == [2, 2, 2, 3]


def test_tasks_without_a_time_stay_without() -> None:
    inventory = read('Task;How often;Minutes\n"Book\nPay";weekly;\nCall;weekly;5\n', options=APART)
    assert inventory.frame["minutes_per_week"].isna().tolist() == [True, True, False]
    assert inventory.frame["occurrences_per_week"].tolist() == [1, 1, 1]
    assert "time_split" not in codes(inventory)


def test_a_masked_copy_can_still_be_read_apart_and_holds_no_name() -> None:
    text = 'Tâche;Minutes\n"Saisir les factures\nRelancer Joséphine Lambertin\nClasser";30\nAppeler;5\n'
    first = read_inventory(text.encode(), filename="a.csv", with_copy=True)
    assert first.stored_copy is not None
    again = read_inventory(first.stored_copy, filename="a.csv", options=APART)
    assert again.frame["task"].tolist() == ["Saisir les factures", "Relancer [personne 1]", "Classer", "Appeler"]
