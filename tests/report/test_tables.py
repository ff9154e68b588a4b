"""Tables as files: the same data in four formats, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import UsageError
from analyzer.report import TABLE_ENDINGS, table_bytes, write_table
from analyzer.report import tables as tables_module
from analyzer.report.formulas import defuse

ATTACKS = ("=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0@x", "＝1")


def rows_of(content: bytes, **dialect: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), **dialect))


@pytest.mark.parametrize("text", ATTACKS)
def test_a_formula_is_defused_in_csv(text: str) -> None:
    frame = pd.DataFrame({"task": [text]})
    assert rows_of(table_bytes(frame, ".csv"))[1] == ["'" + text]


@pytest.mark.parametrize("text", ATTACKS)
def test_a_formula_is_plain_text_in_xlsx(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(table_bytes(pd.DataFrame({"task": [text]}), ".xlsx")))
    cell = book.active["A2"]
    assert cell.data_type in ("s", "inlineStr")
    # XML reads a lone carriage return as a line end; the text is the same otherwise.
    assert cell.quotePrefix, "confirmed in the spreadsheet it stays a text"
    assert cell.value.replace("_x000D_", "\r").replace("\r", "\n").strip() == text.replace("\r", "\n").strip()


def test_negative_numbers_stay_numbers() -> None:
    frame = pd.DataFrame({"minutes_freed_low": [-6.5, 3.0], "row": [-1, 2]})
    assert rows_of(table_bytes(frame, ".csv"))[1] == ["-6.5", "-1"]
    assert openpyxl.load_workbook(io.BytesIO(table_bytes(frame, ".xlsx"))).active["A2"].value == -6.5


def test_mixed_columns_defuse_their_texts_only() -> None:
    frame = pd.DataFrame({"value": pd.Series([-2, "-2+1", None], dtype=object)})
    assert [row[0] for row in rows_of(table_bytes(frame, ".csv"))[1:]] == ["-2", "'-2+1", ""]


def test_a_column_name_is_defused_too() -> None:
    assert rows_of(table_bytes(pd.DataFrame({"=x": [1]}), ".csv"))[0] == ["'=x"]


@given(st.text(max_size=30))
def test_no_text_begins_a_formula_after_it_is_defused(text: str) -> None:
    safe = str(defuse(text))
    assert not safe.lstrip().startswith(("=", "+", "-", "@"))
    assert safe in (text, "'" + text)


def test_machine_csv_is_rfc_4180() -> None:
    frame = pd.DataFrame({"task": ['Say "yes", then\nfile it', "Étiqueter"], "minutes_per_week": [1.5, None]})
    content = table_bytes(frame, ".csv")
    assert content.decode("utf-8") == ('task,minutes_per_week\r\n"Say ""yes"", then\nfile it",1.5\r\nÉtiqueter,\r\n')


def test_csv_for_french_readers_opens_in_french_excel() -> None:
    frame = pd.DataFrame({"task": ["Étiqueter; trier"], "minutes_per_week": [1234.56789]})
    content = table_bytes(frame, ".csv", for_people=True, language="fr")
    assert content.startswith(b"\xef\xbb\xbf")
    assert rows_of(content, delimiter=";") == [["task", "minutes_per_week"], ["Étiqueter; trier", "1234,5679"]]


def test_csv_for_english_readers_keeps_its_commas() -> None:
    content = table_bytes(pd.DataFrame({"a": [1.5]}), ".csv", for_people=True)
    assert content == b"\xef\xbb\xbfa\r\n1.5\r\n"


def test_the_frame_is_left_as_it_was(make_frame) -> None:
    frame = make_frame().assign(notes="=1")
    before = frame.copy(deep=True)
    for ending in TABLE_ENDINGS:
        table_bytes(frame, ending)
    pd.testing.assert_frame_equal(frame, before)


def test_json_is_records_with_null_for_what_is_missing(make_frame) -> None:
    frame = make_frame().assign(when=pd.Timestamp("2026-03-02T08:30:00"))
    records = json.loads(table_bytes(frame, ".json"))
    assert len(records) == 4
    assert records[3]["minutes_per_week"] is None
    assert records[0]["sheet"] is None
    assert records[0]["overridden"] is False
    assert records[0]["when"].startswith("2026-03-02T08:30:00")


def test_parquet_comes_back_equal(make_frame) -> None:
    frame = make_frame()
    back = pd.read_parquet(io.BytesIO(table_bytes(frame, ".parquet")))
    assert list(back.columns) == list(frame.columns)
    assert back["minutes_freed_central"].tolist() == frame["minutes_freed_central"].tolist()
    assert back["sheet"].isna().all()
    assert back["task"].tolist() == frame["task"].tolist()


def test_a_sheet_is_made_for_reading(make_frame) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(table_bytes(make_frame(), ".xlsx"))).active
    header = {cell.value: cell for cell in sheet[1]}
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert header["task"].font.bold
    assert sheet.cell(2, header["share_freed_low"].column).number_format == "0%"
    assert sheet.cell(5, header["minutes_per_week"].column).value is None
    assert sheet.column_dimensions[header["task"].column_letter].width > 20


def test_a_cell_that_is_too_long_for_a_spreadsheet_is_cut_not_lost() -> None:
    content = table_bytes(pd.DataFrame({"task": ["a" * 40_000]}), ".xlsx")
    value = openpyxl.load_workbook(io.BytesIO(content)).active["A2"].value
    assert (len(value), value[-1]) == (32_767, "…")


def test_more_rows_than_a_sheet_holds_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_module, "XLSX_MOST_ROWS", 2)
    with pytest.raises(UsageError, match=r"“big.xlsx” would have 3 rows and a spreadsheet holds 2"):
        table_bytes(pd.DataFrame({"a": [1, 2, 3]}), ".xlsx", name="big.xlsx")


@pytest.mark.parametrize("name", ["out.txt", "out", "out.csv.gz"])
def test_an_unknown_ending_says_which_are_known(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"\.csv, \.xlsx, \.parquet, \.json"):
        write_table(pd.DataFrame({"a": [1]}), tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", [*TABLE_ENDINGS, ".CSV"])
def test_a_table_replaces_the_one_before_and_leaves_nothing_else(tmp_path: Path, make_frame, ending: str) -> None:
    path = tmp_path / f"out{ending}"
    path.write_text("before")
    assert write_table(make_frame(), path) == path
    assert path.read_bytes() != b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_frame_has_its_header(make_frame) -> None:
    frame = make_frame().iloc[:0]
    assert rows_of(table_bytes(frame, ".csv")) == [list(frame.columns)]
    assert json.loads(table_bytes(frame, ".json")) == []
    assert len(pd.read_parquet(io.BytesIO(table_bytes(frame, ".parquet")))) == 0
    assert openpyxl.load_workbook(io.BytesIO(table_bytes(frame, ".xlsx"))).active.max_row == 1


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_table(pd.DataFrame({"a": [1]}), tmp_path / "nowhere" / "out.csv")


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "real.csv", tmp_path / "link.csv"
    target.write_text("before")
    link.symlink_to(target)
    write_table(pd.DataFrame({"a": [1]}), link)
    assert link.is_symlink()
    assert target.read_bytes() == b"a\r\n1\r\n"
