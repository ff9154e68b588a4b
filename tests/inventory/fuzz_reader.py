"""A fuzzer over the reader: the corpus cut, mixed and spiked for as long as asked; any crash is written down.

python tests/inventory/fuzz_reader.py --seconds 600 --seed 1
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import traceback
import zipfile
from pathlib import Path

import corpus

from analyzer.errors import InputFileError
from analyzer.inventory import NOT_A_TASK, read_inventory

SPIKES = [
    *(text.encode() for text in (
        ";", '"', "\n", "\t", "\0", "1h30", "quotidien", "9" * 30, "1e308", "-5", "%", "\u202e", "=1+1", "nan", "inf",
        "1/0", "5/0 min", "tous les 0 jours", "0000-00-00", "Total", "(((", "1 sur 0", "x" * 5_000, "²", "٣", "½",
        "1,2,3,4", "|---|", "1" * 400, "#", ":",
    )),
    b"\xff\xfe", b"PK\x03\x04", b"\xd0\xcf\x11\xe0",
]  # fmt: skip
"""What is put into files: signs that part, numbers that cannot be, and beginnings of other formats."""


def spoiled(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return a file with a few things changed, now and then with the end of another one.

    Of a workbook mostly one of its parts is spoiled: spoiled as a whole, it hardly gets past the check of its archive.
    """
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _with_a_part_spoiled(data, other, chance)
    return _spoiled_bytes(data, other, chance)


def _with_a_part_spoiled(data: bytes, other: bytes, chance: random.Random) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as result:
        spoiled_part = chance.choice(archive.namelist())
        for name in archive.namelist():
            part = archive.read(name)
            result.writestr(name, _spoiled_bytes(part, other, chance) if name == spoiled_part else part)
    return written.getvalue()


def _spoiled_bytes(data: bytes, other: bytes, chance: random.Random) -> bytes:
    result = bytearray(data)
    if chance.random() < 0.25:
        result[chance.randrange(len(result) + 1) :] = other[chance.randrange(len(other)) :]
    for _ in range(chance.randint(1, 6)):
        place, what = chance.randrange(len(result) + 1), chance.random()
        if what < 0.5:
            result[place:place] = chance.choice(SPIKES)
        elif what < 0.7:
            del result[place : place + chance.randint(1, 30)]
        elif what < 0.85 and result:
            result[chance.randrange(len(result))] = chance.randrange(256)
        else:
            result[place:place] = result[max(0, place - 50) : place] * chance.randint(1, 4)
    return bytes(result)


def try_file(data: bytes, name: str) -> bool:
    """Read one file; return whether it was read, False if it was refused in a sentence."""
    try:
        inventory = read_inventory(data, filename=name)
    except InputFileError as error:
        assert error.message("fr") and error.message("en")
        return False
    inventory.as_check("fr")
    named = sum(problem.code in NOT_A_TASK for problem in inventory.problems)
    assert inventory.rows == len(inventory.frame) + named, "a row was lost"
    return True


def main() -> int:
    """Spoil and read files until the time is over; return how many different crashes there were."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--crashes", type=Path, default=Path("crashes"), help="folder for files that crash the reader")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    files = [(case.file, case.bytes()) for case in corpus.CASES]
    end, tried, read, slowest, crashes = time.monotonic() + asked.seconds, 0, 0, 0.0, set()
    while time.monotonic() < end:
        name, data = chance.choice(files)
        data = spoiled(data, chance.choice(files)[1], chance)
        begun = time.process_time()
        try:
            read += try_file(data, name)
        except Exception:
            where = traceback.format_exc().splitlines()[-3].strip()
            if where not in crashes:
                crashes.add(where)
                asked.crashes.mkdir(exist_ok=True)
                (asked.crashes / f"{len(crashes)}-{name}").write_bytes(data)
                traceback.print_exc()
        tried, slowest = tried + 1, max(slowest, time.process_time() - begun)
    print(f"{tried} files, {read} read, {tried - read} refused, {len(crashes)} crashes")
    print(f"slowest: {slowest:.2f} s of computing")
    return len(crashes)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
