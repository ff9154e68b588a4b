"""Hidden rows and columns: said, and used or not as the user chooses."""

from __future__ import annotations

import openpyxl
import pytest
from inventory_samples import codes, labels, ods, read, xls, xlsx

from analyzer.i18n import LANGUAGES
from analyzer.inventory import ReadingOptions

LEFT_OUT = ReadingOptions(use_hidden=False)
HEADERS = {"fr": ["Tâche", "Rôle", "Durée", "Fréquence"], "en": ["Task", "Role", "Duration", "Frequency"]}


def workbook(language: str) -> bytes:
    """Return a list whose role column and second task are hidden."""

    def build(book: openpyxl.Workbook) -> None:
        sheet = book["Sheet"]
        for row in (HEADERS[language], ["Scan letters", "Clerk", "1h", "hebdo"], ["Old work", "Clerk", "5h", "hebdo"]):
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True

    return xlsx(build)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hidden_cells_count_unless_the_user_leaves_them_out(language: str) -> None:
    kept = read(workbook(language))
    assert kept.frame["task"].tolist() == ["Scan letters", "Old work"]
    assert kept.frame["role"].tolist() == ["Clerk", "Clerk"]
    assert {"rows_hidden", "columns_hidden"} <= set(codes(kept))
    left_out = read(workbook(language), options=LEFT_OUT)
    assert left_out.frame["task"].tolist() == ["Scan letters"]
    assert left_out.frame["role"].isna().all()
    assert labels(left_out) == {3: "row_hidden"}
    assert {"rows_hidden_left_out", "columns_hidden_left_out"} <= set(codes(left_out))
    said = " ".join(problem.message(language) for problem in left_out.problems)
    assert "Old work" in said and HEADERS[language][1] in said


def test_the_user_can_still_choose_a_hidden_column() -> None:
    options = ReadingOptions(columns={"Role": "role"}, use_hidden=False)
    assert read(workbook("en"), options=options).frame["role"].tolist() == ["Clerk"]


def test_the_role_of_a_block_is_known_even_if_its_first_row_is_hidden() -> None:
    def build(book: openpyxl.Workbook) -> None:
        sheet = book["Sheet"]
        for row in (["Role", "Task"], ["Clerk", "Old"], [None, "Scan"], ["Buyer", "Order"], [None, "Check"]):
            sheet.append(row)
        sheet.row_dimensions[2].hidden = True

    frame = read(xlsx(build), options=LEFT_OUT).frame
    assert frame["role"].tolist() == ["Clerk", "Buyer", "Buyer"]


@pytest.mark.parametrize("how", ["collapse", "filter"])
def test_hidden_rows_of_an_opendocument_sheet(how: str) -> None:
    def row(text: str, more: str = "") -> str:
        cells = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in text.split(";")
        )
        return f"<table:table-row {more}>{cells}</table:table-row>"

    body = row("Tâche;Durée") + row("Saisie;1h") + row("Ancienne;2h", f'table:visibility="{how}"') + row("Tri;3h")
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    assert {"rows_hidden", "columns_hidden"} <= set(codes(read(ods(body=columns + body))))
    inventory = read(ods(body=columns + body), options=LEFT_OUT)
    assert inventory.frame["task"].tolist() == ["Saisie", "Tri"]
    assert inventory.frame["minutes_per_occurrence"].isna().all()


def test_a_filter_over_many_rows_is_said_in_a_few_words() -> None:
    def build(book: openpyxl.Workbook) -> None:
        sheet = book["Sheet"]
        sheet.append(["Task", "Duration"])
        for number in range(200):
            sheet.append([f"Check file {number} of the archive", "1h"])
            sheet.row_dimensions[number + 2].hidden = number % 2 == 0

    inventory = read(xlsx(build))
    problem = next(problem for problem in inventory.problems if problem.code == "rows_hidden")
    assert problem.facts["count"] == 100
    assert len(problem.message("en")) < 200


def test_hidden_cells_of_an_old_workbook_are_said_too() -> None:
    rows = (HEADERS["fr"], ["Saisie", "Comptable", "1h", "hebdo"], ["Ancien", "Comptable", "5h", "hebdo"])
    data = xls(*rows, hidden_rows=[2], hidden_columns=[1])
    kept = read(data, name="liste.xls")
    assert len(kept.frame) == 2 and {"rows_hidden", "columns_hidden"} <= set(codes(kept))
    left_out = read(data, name="liste.xls", options=LEFT_OUT)
    assert left_out.frame["task"].tolist() == ["Saisie"] and left_out.frame["role"].isna().all()
