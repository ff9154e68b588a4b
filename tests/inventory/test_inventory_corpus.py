"""The corpus: every file is read as a careful reader would, in both languages, and no row is lost."""

from __future__ import annotations

from collections.abc import Sequence

import corpus
import pandas as pd
import pytest
from inventory_samples import assert_every_row_accounted_for, codes

from analyzer.i18n import LANGUAGES
from analyzer.inventory import read_inventory

CASES = {case.file: case for case in corpus.CASES}


def test_the_corpus_is_large_and_its_files_have_names_of_their_own() -> None:
    assert len(CASES) == len(corpus.CASES) >= 60


@pytest.mark.parametrize("file", CASES)
def test_a_file_is_understood(file: str) -> None:
    case = CASES[file]
    inventory = read_inventory(case.bytes(), filename=file)
    assert_every_row_accounted_for(inventory)
    frame = inventory.frame
    assert frame["task"].tolist() == list(case.tasks)
    if case.minutes is not None:
        expected = [pytest.approx(value, rel=1e-6) if value is not None else None for value in case.minutes]
        assert known(frame["minutes_per_week"]) == expected
    for name, values in (("role", case.roles), ("team", case.teams), ("person", case.people)):
        if values is not None:
            assert known(frame[name]) == spread(values, len(frame)), name
    if case.headcount is not None:
        assert frame["headcount"].tolist() == list(case.headcount)
    assert case.says <= set(codes(inventory)), codes(inventory)
    assert not case.silent & set(codes(inventory)), codes(inventory)
    if case.encoding is not None:
        assert inventory.format.encoding == case.encoding
    if case.delimiter is not None:
        assert inventory.format.delimiter == case.delimiter
    for language in LANGUAGES:
        for problem in inventory.as_check(language)["problems"]:
            assert problem["message"].endswith((".", "?")) and "{" not in problem["message"]


def known(values: pd.Series) -> list[object]:
    return [None if pd.isna(value) else value for value in values]


def spread(values: Sequence[str | None] | str, count: int) -> list[str | None]:
    return [values] * count if isinstance(values, str) else list(values)
