"""Readers that a file could harm run in a process of their own: whatever becomes of it, one sentence is said."""

from __future__ import annotations

import io
import json
import struct
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow as pa
import pytest
from inventory_samples import SECTOR, read, record, xls, xlsx
from pyarrow import parquet

from analyzer.errors import InputFileError
from analyzer.inventory import read_inventory
from analyzer.inventory import service as service_module
from analyzer.inventory import workbook as workbook_module
from analyzer.inventory.apart import process
from analyzer.settings import Settings

HEADER = ["Tâche", "Fréquence", "Durée"]
TASK = ["Saisie", "hebdo", "1h"]


def as_parquet(table: pa.Table) -> bytes:
    stream = io.BytesIO()
    parquet.write_table(table, stream)
    return stream.getvalue()


def small_parquet() -> bytes:
    return as_parquet(pa.table(dict(zip(HEADER, ([cell] for cell in TASK), strict=True))))


@pytest.mark.parametrize(
    ("script", "english", "french"),
    [
        ("import time\ntime.sleep(60)", "more than 1 seconds", "plus de 1 secondes"),
        ("import os\nos.abort()", "far more cells", "bien plus de cellules"),
        ("raise SystemExit(3)", "is a damaged Parquet file", "est un fichier Parquet endommagé"),
        ("print('no message')", "is a damaged Parquet file", "est un fichier Parquet endommagé"),
        (
            "import pickle, sys\nsys.stdout.buffer.write(pickle.dumps(eval))",
            "is a damaged Parquet file",
            "est un fichier Parquet endommagé",
        ),
    ],
    ids=["it hangs", "it is out of memory", "it ends", "it says nonsense", "it sends code"],
)
def test_whatever_the_other_process_does_one_sentence_is_said(
    script: str, english: str, french: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reader.py").write_text(script)
    monkeypatch.setattr(process, "SCRIPT", tmp_path / "reader.py")
    monkeypatch.setattr(service_module, "settings", lambda: Settings(max_read_seconds=1 if "sleep" in script else 60))
    with pytest.raises(InputFileError) as caught:
        read_inventory(small_parquet(), filename="liste.parquet")
    assert english in caught.value.message("en")
    assert french in caught.value.message("fr")


def test_a_few_bytes_that_stand_for_gigabytes_are_refused() -> None:
    """One text of a megabyte, told a hundred thousand times by its number in a dictionary: 100 GB from 47 kB."""
    pytest.importorskip("resource", reason="memory is bounded where the platform has limits of a process")
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), pa.array(["x" * 1_000_000]))
    with pytest.raises(InputFileError, match="far more cells"):
        read_inventory(as_parquet(pa.table({"task": texts})), filename="liste.parquet")


def test_where_no_process_may_be_started_the_file_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_environment: dict[str, str]) -> None:
        raise PermissionError

    monkeypatch.setattr(process, "_start", refuse)
    assert read_inventory(small_parquet(), filename="liste.parquet").frame["task"].tolist() == ["Saisie"]


def test_a_large_workbook_reads_the_same_apart_as_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(book: openpyxl.Workbook) -> None:
        sheet = book["Sheet"]
        sheet["C4"], sheet["D4"], sheet["E4"] = HEADER
        for row in range(5, 2_505):
            sheet[f"C{row}"], sheet[f"D{row}"], sheet[f"E{row}"] = f"Saisie {row}", "hebdo", 0.25 + row / 10_000
        sheet["E5"].number_format = "hh:mm"

    data = xlsx(build)
    here = read(data)
    monkeypatch.setattr(workbook_module, "SMALL", 0)
    apart = read(data)
    pd.testing.assert_frame_equal(apart.frame, here.frame)
    assert apart.as_check() == here.as_check() and apart.rows == 2_503


def test_old_workbooks_that_would_hang_or_end_the_reader_are_refused() -> None:
    bites_its_tail = bytearray(xls(HEADER, TASK))
    struct.pack_into("<I", bites_its_tail, SECTOR + 4 * 3, 2)  # after the second sector of the stream comes its first
    billions_of_texts = xls(HEADER, TASK, also=record(0x00FC, struct.pack("<II", 0x7FFFFFFF, 0x7FFFFFFF)))
    for data in (bytes(bites_its_tail), billions_of_texts, xls(HEADER, TASK)[:3000]):
        with pytest.raises(InputFileError, match="damaged or incomplete"):
            read(data, name="liste.xls")
    with pytest.raises(InputFileError, match="protected by a password"):
        read(xls(HEADER, TASK, also=record(0x002F, bytes(6))), name="liste.xls")


def test_values_of_parquet_become_cells() -> None:
    table = pa.table(
        {
            "Tâche": ["Saisie", "Tri"],
            "Durée": pa.array([30 * 60 * 10**9, None], pa.duration("ns")),
            "Fréquence": pa.array(["hebdo", "hebdo"]).dictionary_encode(),
            "Depuis": pa.array([0, None], pa.timestamp("ns", tz="Europe/Paris")),
            "Étiquettes": pa.array([[1, 2], None]),
            "__index_level_0__": [0, 1],
        }
    )
    inventory = read(as_parquet(table), name="liste.parquet")
    assert inventory.frame["minutes_per_week"].tolist()[0] == 30
    assert inventory.frame["task"].tolist() == ["Saisie", "Tri"]
    assert "__index_level_0__" not in inventory.headers


def test_a_column_that_pandas_keeps_as_index_is_read() -> None:
    stream = io.BytesIO()
    frame = pd.DataFrame({"Durée": ["1h"], "Fréquence": ["hebdo"]}, index=pd.Index(["Saisie"], name="Tâche"))
    frame.to_parquet(stream)
    assert read(stream.getvalue(), name="liste.parquet").frame["task"].tolist() == ["Saisie"]


def test_json_may_wrap_its_list_and_hold_halves_of_letters() -> None:
    wrapped = {"exported": "2026", "tasks": [{"task": "Scan \ud800", "minutes": 10, "frequency": "daily"}]}
    inventory = read(json.dumps(wrapped).encode(), name="tasks.json")
    assert inventory.frame["task"].tolist() == ["Scan"] and inventory.minutes_per_week == 50
