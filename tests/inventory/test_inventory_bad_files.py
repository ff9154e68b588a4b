"""Files that cannot be used: one sentence in the user's language, never a traceback, never a hang."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inventory_samples import XLSX_MAIN, ods, read, with_entry, xlsx, xlsx_rows, zipped

from analyzer.errors import InputFileError
from analyzer.inventory import ReadingOptions, read_inventory
from analyzer.inventory import service as service_module
from analyzer.inventory import workbook as workbook_module
from analyzer.settings import Settings

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = xlsx_rows(["Tâche", "Durée"], ["Saisie", "1h"])
SHEET = "xl/worksheets/sheet1.xml"


def far_cell(workbook: openpyxl.Workbook) -> None:
    workbook["Sheet"]["A1"] = "Tâche"
    workbook["Sheet"]["XFD1048576"] = "x"


def far_row() -> bytes:
    row = '<row r="900000000"><c t="str"><v>x</v></c></row>'
    return with_entry(GOOD, SHEET, f'<worksheet xmlns="{XLSX_MAIN}"><sheetData>{row}</sheetData></worksheet>'.encode())


def impossible_place(place: str) -> bytes:
    """Return a workbook with a cell at a place that cannot be: what reads it would lay out half a terabyte."""
    cells = "".join(f'<c r="{one}" t="str"><v>x</v></c>' for one in ("A1", place))
    row = f'<row r="1">{cells}</row>'
    return with_entry(GOOD, SHEET, f'<worksheet xmlns="{XLSX_MAIN}"><sheetData>{row}</sheetData></worksheet>'.encode())


def zip_bomb() -> bytes:
    """Return a workbook of less than a megabyte with a sheet of 700 megabytes."""
    stream = io.BytesIO(GOOD)
    with (
        zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet2.xml", "w") as sheet,
    ):
        for _ in range(700):
            sheet.write(b" " * 1_000_000)
    assert len(stream.getvalue()) < 1_000_000
    return stream.getvalue()


def long_cell(letters: int) -> bytes:
    """Return a small workbook with one very long cell."""
    cells = f'<c r="A1" t="str"><v>x</v></c></row><row r="2"><c r="A2" t="str"><v>{"a" * letters}</v></c>'
    return with_entry(
        GOOD,
        SHEET,
        f'<worksheet xmlns="{XLSX_MAIN}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'.encode(),
    )


def one_text_in_every_cell() -> bytes:
    """Return a workbook of 20 KB whose cells all show one long text: six gigabytes of letters."""
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 20_001))
    sheet = f'<worksheet xmlns="{XLSX_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    strings = f'<sst xmlns="{XLSX_MAIN}"><si><t>{"a" * 300_000}</t></si></sst>'
    return with_entry(with_entry(GOOD, SHEET, sheet.encode()), "xl/sharedStrings.xml", strings.encode())


def long_parquet_cell() -> bytes:
    stream = io.BytesIO()
    pd.DataFrame({"task": ["File invoices", "a" * 2_000_000]}).to_parquet(stream)
    return stream.getvalue()


def repeated_cells() -> bytes:
    attributes = 'office:value-type="string" table:number-columns-repeated="10000"'
    cell = f"<table:table-cell {attributes}><text:p>x</text:p></table:table-cell>"
    return ods(body=f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>')


def ten_thousand_columns() -> bytes:
    return (";".join(f"c{number}" for number in range(10_000)) + "\n").encode() * 2


def noise() -> bytes:
    return bytes((place * 7919 + place // 251) % 256 for place in range(4000))


Case = tuple[bytes | Callable[[], bytes], str, str]
UNUSABLE: dict[str, Case] = {
    "empty": (b"", "is empty", "est vide"),
    "blank lines": (b"\n \n\t\n", "is empty", "est vide"),
    "byte order mark only": (b"\xef\xbb\xbf", "is empty", "est vide"),
    "separators only": (b";;;\n;;;\n", "is empty", "est vide"),
    "empty workbook": (lambda: xlsx(lambda _: None), "is empty", "est vide"),
    "header only": ("Tâche;Durée\n".encode(), "has a header but no task", "aucune tâche"),
    "header only, workbook": (lambda: xlsx_rows(["Tâche", "Durée"]), "has a header but no task", "aucune tâche"),
    "numbers only": (b"1;2;3\n4;5;6\n", "has no column of tasks", "pas de colonne de tâches"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a PNG picture", "est une image PNG"),
    "document": (b"%PDF-1.7\n", "is a PDF document", "est un document PDF"),
    "web page": (b"<html><table><tr><td>Task</td></tr></table></html>", "is a web page", "est une page web"),
    "random bytes": (noise, "is neither text nor a workbook", "n’est ni du texte"),
    "cut off": (GOOD[: len(GOOD) // 2], "is damaged or incomplete", "est endommagé ou incomplet"),
    "end missing": (GOOD[:-40], "is damaged or incomplete", "est endommagé ou incomplet"),
    "broken sheet": (lambda: with_entry(GOOD, SHEET, b"<worksheet><sheetData><row><c"), "is damaged", "est endommagé"),
    "password": (
        OLE + bytes(600) + "EncryptedPackage".encode("utf_16_le") + bytes(600),
        "is protected by a password", "mot de passe",
    ),
    "password, ODS": (
        lambda: ods(["Tâche"], manifest_extra="<manifest:encryption-data/>"),
        "is protected by a password", "mot de passe",
    ),
    "old document": (OLE + bytes(2000), "is an old Office document", "est un ancien document Office"),
    "broken XLS": (OLE + bytes(600) + "Workbook".encode("utf_16_le") + bytes(2000), "is damaged", "est endommagé"),
    "archive": (lambda: zipped(("a.txt", "x")), "is a ZIP archive", "est une archive ZIP"),
    "Word": (lambda: zipped(("word/document.xml", "x")), "is a Word document", "est un document Word"),
    "XLSB": (lambda: zipped(("xl/workbook.bin", "x")), "is a binary Excel workbook", "est un classeur Excel binaire"),
    "far cell": (lambda: xlsx(far_cell), "holds far more cells", "bien plus de cellules"),
    "impossible row": (lambda: impossible_place("A29999999999999"), "holds far more cells", "bien plus de cellules"),
    "impossible column": (lambda: impossible_place("ZZZZZZZZZZZZZ2"), "holds far more cells", "bien plus de cellules"),
    "far row": (far_row, "holds far more cells", "bien plus de cellules"),
    "zip bomb": (zip_bomb, "holds far more cells", "bien plus de cellules"),
    "long cell": (lambda: long_cell(1_500_000), "holds far more cells", "bien plus de cellules"),
    "long cell, unpacked large": (lambda: long_cell(40_000_000), "holds far more cells", "bien plus de cellules"),
    "one text in every cell": (one_text_in_every_cell, "holds far more cells", "bien plus de cellules"),
    "long cell, JSON": (
        lambda: b'[{"task": "' + b"a" * 1_500_000 + b'"}]', "holds far more cells", "bien plus de cellules",
    ),
    "long cell, Parquet": (long_parquet_cell, "holds far more cells", "bien plus de cellules"),
    "repeated cells, ODS": (repeated_cells, "holds far more cells", "bien plus de cellules"),
    "long line": (b"a" * 3_000_000, "is 3000000 characters long", "compte 3000000 caractères"),
    "ten thousand columns": (ten_thousand_columns, "has 10000 columns", "compte 10000 colonnes"),
    "ten thousand columns, workbook": (
        lambda: xlsx_rows([f"c{number}" for number in range(10_000)], ["x"] * 10_000),
        "has 10000 columns", "compte 10000 colonnes",
    ),
    "broken JSON": (b'{"task": "a"\n', "is JSON, but", "est du JSON, mais"),
    "broken Parquet": (b"PAR1....", "is a damaged Parquet file", "est un fichier Parquet endommagé"),
}  # fmt: skip


def test_a_workbook_that_is_large_unpacked_is_read_in_a_process_that_can_be_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Half a megabyte may unpack to half a gigabyte: the size on disk alone does not vouch for a file."""
    trusted: list[bool] = []

    def remember(*_: object, **given: bool) -> Iterator[object]:
        trusted.append(given["trusted"])
        return iter(())

    monkeypatch.setattr(workbook_module, "read_apart", remember)
    for data in (GOOD, long_cell(30_000_000), one_text_in_every_cell()):
        assert len(data) < workbook_module.SMALL
        workbook_module.read_workbook(data, 100, 1_000, "liste.xlsx")
    assert trusted == [True, False, False]


@pytest.mark.parametrize("case", UNUSABLE)
def test_one_sentence_in_both_languages(case: str) -> None:
    data, english, french = UNUSABLE[case]
    with pytest.raises(InputFileError) as caught:
        read_inventory(data() if callable(data) else data, filename="liste.csv")
    for message, expected in ((caught.value.message("en"), english), (caught.value.message("fr"), french)):
        assert expected in message
        assert "liste.csv" in message
        assert message.endswith(".") and "\n" not in message and "{" not in message


def test_a_size_that_is_lied_about_is_found() -> None:
    """The directory of the archive says 10 bytes, the sheet is larger: it is damaged, whatever it unpacks to."""
    data = bytearray(GOOD)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        entry = archive.getinfo("xl/worksheets/sheet1.xml")
    directory = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    assert data[directory : directory + 4] == b"PK\x01\x02"
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    assert entry.file_size > 10
    with pytest.raises(InputFileError, match="damaged"):
        read_inventory(bytes(data), filename="liste.xlsx")


def test_entities_in_a_spreadsheet_are_refused() -> None:
    table = ods(["Tâche"], ["Saisie"])
    with zipfile.ZipFile(io.BytesIO(table)) as archive:
        content = archive.read("content.xml").decode()
    bomb = content.replace("?>", '?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', 1)
    with pytest.raises(InputFileError, match="damaged"):
        read_inventory(with_entry(table, "content.xml", bomb.encode()), filename="liste.ods")


def limits(monkeypatch: pytest.MonkeyPatch, **values: int) -> None:
    monkeypatch.setattr(service_module, "settings", lambda: Settings(**values))


def test_no_file_over_the_limit_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    limits(monkeypatch, max_file_mb=1)
    path = tmp_path / "grand.csv"
    path.write_bytes("Tâche\n".encode() + b"saisie\n" * 200_000)
    with pytest.raises(InputFileError, match="is larger than 1 MB"):
        read_inventory(path)
    with path.open("rb") as handle:
        with pytest.raises(InputFileError, match="is larger than 1 MB"):
            read_inventory(handle)
        assert handle.tell() <= 1_000_001


@pytest.mark.parametrize("workbook", [False, True])
def test_no_more_rows_than_the_limit_are_read(monkeypatch: pytest.MonkeyPatch, workbook: bool) -> None:
    limits(monkeypatch, max_rows=10)
    rows = [["Tâche"], *[[f"saisie {number}"] for number in range(10)]]
    within = xlsx_rows(*rows) if workbook else "\n".join(row[0] for row in rows).encode()
    assert len(read(within).frame) == 10
    beyond = xlsx_rows(*rows, ["encore"]) if workbook else within + b"\nencore"
    with pytest.raises(InputFileError, match="more than 10 rows"):
        read_inventory(beyond)


@pytest.mark.parametrize(("path", "reason"), [("rien.csv", "cannot be opened"), (".", "is a folder")])
def test_a_path_that_cannot_be_read(tmp_path: Path, path: str, reason: str) -> None:
    with pytest.raises(InputFileError, match=reason):
        read_inventory(tmp_path / path)


def test_a_wrong_choice_of_the_user_is_one_sentence_too() -> None:
    data = "Tâche;Durée\nSaisie réussie;1h\n".encode("cp1252")
    with pytest.raises(InputFileError, match="not written in the encoding"):
        read_inventory(data, options=ReadingOptions(encoding="utf-8"))
    with pytest.raises(InputFileError, match="no encoding that is known"):
        read_inventory(data, options=ReadingOptions(encoding="klingon"))
    with pytest.raises(InputFileError, match="has no sheet “Paie”"):
        read_inventory(GOOD, options=ReadingOptions(sheets=("Paie",)))


def test_names_lead_nobody_astray() -> None:
    assert read("Task\nReport to the board\n", name="../../etc/pass\u202ewd.csv").file == "passwd.csv"
    assert read("Task\nReport to the board\n", name="C:\\tmp\\list.csv").file == "list.csv"


@given(st.binary(max_size=400))
def test_any_bytes_end_in_a_reading_or_in_a_sentence(data: bytes) -> None:
    try:
        inventory = read_inventory(data)
    except InputFileError as error:
        assert error.message("fr") and error.message("en")
    else:
        assert inventory.rows >= len(inventory.frame) > 0


@given(st.data())
def test_a_workbook_with_any_byte_changed_ends_in_a_reading_or_in_a_sentence(data: st.DataObject) -> None:
    damaged = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(GOOD) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_inventory(bytes(damaged))
    except InputFileError as error:
        assert error.message("fr")


def test_random_bytes_of_any_length_are_refused_or_read() -> None:
    for size in (1, 2, 3, 5, 17, 1000, 70_000):
        try:
            read_inventory(os.urandom(size))
        except InputFileError as error:
            assert str(error)
