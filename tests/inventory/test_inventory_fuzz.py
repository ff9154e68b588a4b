"""A few hundred spoiled files of the corpus end in a reading or in a sentence (fuzz_reader.py goes on for minutes)."""

from __future__ import annotations

import random

import corpus
from fuzz_reader import spoiled, try_file


def test_spoiled_files_are_read_or_refused_in_a_sentence() -> None:
    chance = random.Random(20261122)
    files = [(case.file, case.bytes()) for case in corpus.CASES]
    read = sum(try_file(spoiled(data, chance.choice(files)[1], chance), name) for name, data in files * 3)
    assert 0 < read < len(files) * 3
