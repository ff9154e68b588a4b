"""Hostile files: each ends in a reading or in one sentence, within limits that an administrator sets."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import openpyxl
import pytest
from inventory_samples import read, xlsx

from analyzer.errors import InputFileError
from analyzer.inventory import read_inventory
from analyzer.inventory import service as service_module
from analyzer.inventory.deadline import check_time, time_limit
from analyzer.report import write_table
from analyzer.settings import Settings

LIST = "Tâche;Rôle;Fréquence;Durée\nSaisie des factures;Comptable;hebdo;1h\n"

# File -> what the sentence says in English and in French.
REFUSED = {
    "a line of 20 MB": (LIST.encode() + b"a" * 20_000_000 + b"\n", "characters long", "compte 20000001"),
    "20 MB between quotes": (LIST.encode() + b'"' + b"a;\n" * 7_000_000 + b'"', "rows", "lignes"),
    "ten thousand columns": (b";".join([b"Task"] * 10_000) + b"\n" + b";" * 9_999 + b"\n", "columns", "colonnes"),
    "NUL bytes only": (bytes(100_000), "is empty", "est vide"),
    "a picture named .csv": (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20, "is a JPEG picture", "est une image JPEG"),
    "a picture of another kind": (b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(500), "is a picture", "est une image"),
    "nested JSON": (b'[{"task":' + b"[" * 100_000, "is JSON, but", "est du JSON, mais"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_one_sentence_soon(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data, english, french = REFUSED[case]
    monkeypatch.setattr(service_module, "settings", lambda: Settings(max_rows=1_000_000, max_read_seconds=60))
    with pytest.raises(InputFileError) as caught:
        read_inventory(data, filename="liste.csv")
    assert english in caught.value.message("en")
    assert french in caught.value.message("fr")
    assert "\n" not in caught.value.message("en")


@pytest.mark.parametrize(
    "cell",
    [
        "=cmd|'/C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "{{7*7}}", "${jndi:ldap://x}", "'; DROP TABLE tasks; --", "\x00\x01Saisie\x07",
        "\u202egnisias\u202c", "Sai\u200bsie\u200d", "\ufeffSaisie", "%s%n%d {0} {file}", "../../etc/passwd",
    ],
)  # fmt: skip
def test_texts_are_texts(cell: str, tmp_path: Path) -> None:
    """They are read as words, and what is exported again can never run as a formula."""
    quoted = cell.replace('"', '""')
    inventory = read(f'Tâche;Rôle;Fréquence;Durée\n"Saisie {quoted}";"{quoted}";hebdo;1h\n')
    task = inventory.frame["task"].iloc[0]
    assert not any(sign in task for sign in "\x00\x01\x07\u200b\u200d\u202e\u202c\ufeff")
    for name in ("out.csv", "out.xlsx"):
        write_table(inventory.frame, tmp_path / name)
    for line in (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[1:]:
        assert not any(field.strip('"').startswith(("=", "@", "+")) for field in line.split(","))
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    for language in ("fr", "en"):
        assert inventory.as_check(language)["problems"] is not None


def test_names_of_sheets_are_texts_too() -> None:
    def build(workbook: openpyxl.Workbook) -> None:
        workbook.remove(workbook["Sheet"])
        for name in ("..%2F..%2Fpaie", "=1+1", "\u202eexe.paie"):
            sheet = workbook.create_sheet(name)
            sheet.append(["Tâche", "Fréquence", "Durée"])
            sheet.append([f"Saisie pour {len(name)} dossiers", "hebdo", "1h"])

    inventory = read(xlsx(build))
    assert inventory.frame["sheet"].tolist() == ["..%2F..%2Fpaie", "=1+1", "exe.paie"]
    # What names a team is a text without marks around it; a sum names none.
    assert inventory.frame["team"].astype(object).where(inventory.frame["team"].notna(), None).tolist() == [
        "%2F..%2Fpaie",
        None,
        "exe.paie",
    ]


def test_reading_ends_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with time_limit(1, "liste.csv"), pytest.raises(InputFileError, match="more than 1 seconds"):
        while True:
            check_time()
            time.sleep(0.05)
    check_time()
    monkeypatch.setattr("analyzer.inventory.deadline.time.monotonic", iter(range(0, 10**9, 400)).__next__)
    with pytest.raises(InputFileError, match="more than 300 seconds"):
        read_inventory(LIST.encode() * 1500, filename="liste.csv")


def test_memory_stays_below_a_gigabyte_beyond_the_file() -> None:
    """A file of 100,000 rows that all differ, in a process of its own: a tenth of a million, and what is kept once."""
    script = """
        import resource
        from analyzer.inventory import read_inventory
        line = "Traiter le dossier {0} du client {1};Rôle {2};hebdo;{3} min\\n"
        rows = "".join(line.format(i, i % 977, i % 50, i % 90) for i in range(100_000))
        data = ("Tâche;Rôle;Fréquence;Durée\\n" + rows).encode()
        del rows
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        inventory = read_inventory(data, filename="grand.csv")
        assert len(inventory.frame) == 100_000
        print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True, timeout=300
    )
    assert int(done.stdout) < 1000 / 10 + 60


@pytest.mark.parametrize("digits", [20, 90, 400])
def test_a_number_beyond_any_time_is_none_and_stays_short(digits: int) -> None:
    records = [
        {"task": "Sort the post", "frequency": 10**digits, "minutes": 10},
        {"task": "Open the letters", "frequency": 3, "minutes": f"1{'0' * digits}"},
        {"task": "Close the day", "frequency": -(10**digits), "minutes": 5},
    ]
    inventory = read("\n".join(map(json.dumps, records)), name="records.jsonl")
    assert inventory.frame["minutes_per_week"].isna().all() and len(inventory.frame) == 3
    said = [one.message("en") for one in (*inventory.problems, *inventory.questions)]
    assert said and not any("0" * 10 in words for words in said)
    assert json.dumps(inventory.as_check(), allow_nan=False)
