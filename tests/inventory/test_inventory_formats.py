"""The formats, encodings and dialects that real files come in, all read to the same list."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pandas as pd
import pytest
from inventory_samples import codes, ods, read, xls, xlsx_rows

from analyzer.inventory import ReadingOptions, read_inventory

HEADER = ["Tâche", "Poste", "Fréquence", "Durée (min)"]
ROWS = [
    ["Saisie des factures reçues à l’accueil", "Comptable", "3x/semaine", "30"],
    ["Relance des clients, par téléphone", "Assistante", "hebdo", "12,5"],
    ["Dîner-débat œuvre – coût 5 €", "Chargée d’événementiel", "mensuel", "90"],
]


def delimited(delimiter: str, line_end: str = "\r\n") -> str:
    """Return the list as text, cells quoted where they need it."""
    lines = [[f'"{cell}"' if delimiter in cell else cell for cell in row] for row in [HEADER, *ROWS]]
    return "".join(delimiter.join(cells) + line_end for cells in lines)


def assert_is_the_list(data: bytes | str, *, name: str = "liste.csv", options: ReadingOptions | None = None) -> None:
    frame = read(data, name=name, options=options).frame
    assert frame["task"].tolist() == [row[0] for row in ROWS]
    assert frame["role"].tolist() == [row[1] for row in ROWS]
    assert frame["minutes_per_week"].tolist() == pytest.approx([90, 12.5, 90 * 12 / 52])
    assert frame["row"].tolist() == [2, 3, 4]
    assert frame["language"].tolist() == ["fr"] * 3


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(delimiter: str, line_end: str) -> None:
    data = delimited(delimiter, line_end)
    assert_is_the_list(data)
    assert read(data).format.delimiter == delimiter


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso8859-15", "mac-roman"]
)
def test_encodings(encoding: str) -> None:
    text = delimited(";")
    if encoding == "iso8859-15":
        text = text.replace("’", "'").replace("–", "-")
        expected = [row[0].replace("’", "'").replace("–", "-") for row in ROWS]
        assert read(text.encode(encoding)).frame["task"].tolist() == expected
    else:
        assert_is_the_list(text.encode(encoding))


def test_an_assumed_encoding_is_said_and_a_mark_is_believed() -> None:
    assumed = read(delimited(";").encode("cp1252"))
    assert assumed.format.encoding == "cp1252"
    assert "encoding_assumed" in codes(assumed)
    assert "encoding_assumed" not in codes(read(delimited(";").encode("utf-8-sig")))


def test_a_spanish_name_keeps_its_tilde() -> None:
    frame = read("Tâche;Durée\nBilan de l'año pasado en España;1h\n".encode("cp1252")).frame
    assert frame["task"].tolist() == ["Bilan de l'año pasado en España"]


def test_the_user_chooses_encoding_and_delimiter() -> None:
    text = delimited("|")
    assert_is_the_list(text.encode("utf-16"), options=ReadingOptions(encoding="utf-16", delimiter="|"))


def test_excel_names_its_separator_in_a_line_that_it_does_not_show() -> None:
    assert_is_the_list("sep=;\r\n" + delimited(";"))


def test_unicode_text_of_excel() -> None:
    assert_is_the_list(delimited("\t").encode("utf-16"), name="liste.txt")


def test_xlsx() -> None:
    rows = [[*row[:3], float(row[3].replace(",", "."))] for row in ROWS]
    assert_is_the_list(xlsx_rows(HEADER, *rows), name="liste.xlsx")


def test_the_content_tells_the_format_not_the_name() -> None:
    assert_is_the_list(xlsx_rows(HEADER, *ROWS), name="liste.csv")
    assert_is_the_list(delimited(";"), name="liste.xlsx")


def test_xls() -> None:
    inventory = read(xls(HEADER, *ROWS), name="liste.xls")
    assert_is_the_list(xls(HEADER, *ROWS), name="liste.xls")
    assert inventory.format.sheets == ("Feuil1",)


def test_ods() -> None:
    assert_is_the_list(ods(HEADER, *ROWS), name="liste.ods")
    timed = read(ods(["Tâche", "Fréquence", "Durée"], ["Saisie", "hebdo", "PT01H30M00S"]))
    assert timed.frame["minutes_per_week"].tolist() == [90]


def test_json_lines_and_json() -> None:
    records = [dict(zip(HEADER, row, strict=True)) for row in ROWS]
    assert_is_the_list("\n".join(json.dumps(record) for record in records), name="liste.jsonl")
    assert_is_the_list(json.dumps(records, ensure_ascii=False), name="liste.json")


def test_parquet() -> None:
    stream = io.BytesIO()
    pd.DataFrame(ROWS, columns=HEADER).to_parquet(stream)
    assert_is_the_list(stream.getvalue(), name="liste.parquet")


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "1. ", "2) ", "☐ ", ""])
def test_lists_with_one_task_a_line(bullet: str) -> None:
    tasks = ["Saisir les factures, les avoirs", "Relancer les clients", "Payer les fournisseurs, si validé"]
    inventory = read("\n".join(bullet + task for task in tasks) + "\n", name="liste.txt")
    assert inventory.frame["task"].tolist() == tasks
    assert inventory.format.delimiter is None


def test_a_pasted_block_needs_no_name() -> None:
    inventory = read_inventory(delimited("\t").encode())
    assert inventory.file == "data"
    assert len(inventory.frame) == 3


def test_a_quoted_line_break_stays_in_its_cell_and_rows_count_as_in_a_spreadsheet() -> None:
    inventory = read('Tâche;Durée;Notes\n"Saisie\ndes factures";1h;"a\nb"\nPaie;2h;\n')
    assert inventory.frame["task"].tolist() == ["Saisie des factures", "Paie"]
    assert inventory.frame["row"].tolist() == [2, 3]


def test_a_stray_quotation_mark_swallows_nothing() -> None:
    rows = "".join(f"Tâche {number};1h\n" for number in range(60))
    inventory = read(f'Tâche;Durée\nVis 3/4" à commander;1h\n"Suivi;1h\n{rows}')
    assert len(inventory.frame) == 62
    assert "quotes_ignored" in codes(inventory)


def test_marks_that_nobody_sees_are_taken_out() -> None:
    inventory = read("\ufeffTâche;Durée\nSai\u200bsie\u00a0des\u202e factures\x00;1h\n")
    assert inventory.frame["task"].tolist() == ["Saisie des factures"]


def test_formulas_and_markup_are_plain_text() -> None:
    inventory = read("Task;Notes\n=cmd|' /C calc'!A0;<script>alert(1)</script>\n")
    assert inventory.frame["task"].tolist() == ["=cmd|' /C calc'!A0"]
    assert inventory.frame["notes"].tolist() == ["<script>alert(1)</script>"]


def test_a_path_an_open_file_and_bytes_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "tâches.csv"
    path.write_text(delimited(";"), encoding="utf-8")
    with path.open("rb") as handle:
        inventories = [read_inventory(path), read_inventory(handle), read_inventory(str(path))]
    assert {inventory.file for inventory in inventories} == {"tâches.csv"}
    assert {inventory.minutes_per_week for inventory in inventories} == {inventories[0].minutes_per_week}
