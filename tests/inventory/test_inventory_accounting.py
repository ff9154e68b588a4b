"""Rows in = tasks + rows named with a reason, whatever stands in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from inventory_samples import labels, read, xlsx_rows

from analyzer.errors import InputFileError
from analyzer.inventory import NOT_A_TASK

CELL = st.sampled_from(
    [
        "", "", "Saisie des factures", "Relance", "TOTAL", "Total général", "CLASSEMENT", "Note : à revoir", "hebdo",
        "3x/semaine",
        "1h30", "45 min", "12", "Comptable", "Tâche", "Durée", "Service Paie :", "variable", "ponctuel", "-", "=1+1",
    ]
)  # fmt: skip
ROW = st.lists(CELL, min_size=0, max_size=5)


@given(st.lists(ROW, max_size=12))
def test_every_row_below_a_header_is_accounted_for(rows: list[list[str]]) -> None:
    lines = [["Tâche", "Poste", "Fréquence", "Durée"], *rows]
    text = "\n".join(";".join(row) for row in lines) + "\n"
    try:
        inventory = read(text)
    except InputFileError as error:
        assert "no task" in str(error)
        return
    assert inventory.rows in (len(rows), len(rows) - 1)  # one less where a line of units belongs to the header
    assert set(labels(inventory).values()) <= NOT_A_TASK


@given(st.lists(ROW, min_size=1, max_size=12))
def test_every_row_of_any_text_is_accounted_for(rows: list[list[str]]) -> None:
    try:
        read("\n".join(";".join(row) for row in rows) + "\n")
    except InputFileError as error:
        assert "tasks.csv" in str(error)


@given(st.lists(ROW, min_size=1, max_size=10))
def test_every_row_of_a_workbook_is_accounted_for(rows: list[list[str]]) -> None:
    try:
        read(xlsx_rows(["Tâche", "Poste", "Fréquence", "Durée"], *rows))
    except InputFileError as error:
        assert "tasks.csv" in str(error)


TASK = st.text(st.characters(categories=["Ll"], max_codepoint=255), min_size=4, max_size=12)
FREQUENCIES = {"quotidien": 5, "hebdo": 1, "3x/semaine": 3, "2 fois par jour": 10}
TIMED = st.tuples(TASK, st.sampled_from(sorted(FREQUENCIES)), st.integers(1, 200), st.integers(1, 3))


@given(st.lists(TIMED, min_size=1, max_size=20))
def test_the_total_is_the_sum_of_what_each_row_says(rows: list[tuple[str, str, int, int]]) -> None:
    lines = [f"{task} des dossiers;{often};{minutes};{people}" for task, often, minutes, people in rows]
    inventory = read("Tâche;Fréquence;Durée (min);Effectif\n" + "\n".join(lines) + "\n")
    expected = sum(FREQUENCIES[often] * minutes * people for _, often, minutes, people in rows)
    assert len(inventory.frame) == len(rows)
    assert inventory.minutes_per_week == expected
