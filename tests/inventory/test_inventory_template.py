"""The template comes back as it was filled in, without a question, in both languages."""

from __future__ import annotations

import io

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from inventory_samples import read

from analyzer.i18n import LANGUAGES, translate
from analyzer.inventory import template
from analyzer.inventory.template import DURATIONS, EXAMPLES, FREQUENCIES, template_name

FREQUENCY = [15, 5, 3, 2, 1, 0.5, 12 / 52, 1 / 13, 2 / 52, 1 / 52]
DURATION = [5, 10, 15, 30, 45, 60, 90, 120, 180, 210, 420, 840]
MEANT = {
    "frequency": dict(zip(FREQUENCIES, FREQUENCY, strict=True)),
    "duration": dict(zip(DURATIONS, DURATION, strict=True)),
}


def filled(language: str, rows: list[tuple[str, str, str, str, str, int]]) -> bytes:
    """Return the template with these rows in the place of its examples."""
    book = openpyxl.load_workbook(io.BytesIO(template(language)))
    sheet = book.worksheets[0]
    for place, cells in enumerate([*rows, *[(None,) * 7] * len(EXAMPLES)], start=2):
        for column, cell in enumerate(cells, start=1):
            sheet.cell(place, column).value = cell
    for row in range(2, 2 + len(rows)):
        sheet.cell(row, 7).value = None
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_comes_back_without_a_question(language: str) -> None:
    inventory = read(template(language), name=template_name(language))
    assert inventory.language == language
    assert inventory.problems == [] and inventory.questions == []
    assert inventory.frame["task"].tolist() == [translate(example[0], language) for example in EXAMPLES]
    assert inventory.frame["headcount"].tolist() == [1, 2]
    assert inventory.frame["minutes_per_week"].tolist() == [225, 600]
    assert inventory.frame[["role", "team"]].notna().all(axis=None)
    assert [match.confidence for match in inventory.matches] == [1.0] * 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_choice_is_understood(language: str) -> None:
    task = "Classer le courrier" if language == "fr" else "File the post"
    chosen = [(often, DURATIONS[0]) for often in FREQUENCIES] + [("daily", long) for long in DURATIONS]
    rows = [(task, f"R{place}", "T", often, long, 1) for place, (often, long) in enumerate(chosen)]
    said = [(*row[:3], translate(row[3], language), translate(row[4], language), row[5]) for row in rows]
    inventory = read(filled(language, said))
    assert inventory.problems == []
    assert inventory.frame["occurrences_per_week"].tolist() == pytest.approx([*FREQUENCY, *[5] * len(DURATIONS)])
    assert inventory.frame["minutes_per_occurrence"].tolist() == pytest.approx([*[5] * len(FREQUENCIES), *DURATION])


WORDS = st.text(st.characters(categories=("L", "Zs")), min_size=4, max_size=40).map(
    lambda text: f"Préparer {text.strip()}"
)


@given(
    st.sampled_from(LANGUAGES),
    st.lists(
        st.tuples(WORDS, st.sampled_from(FREQUENCIES), st.sampled_from(DURATIONS), st.integers(1, 9)),
        min_size=1, max_size=8, unique_by=lambda row: row[0],
    ),
)  # fmt: skip
@hypothesis_settings(max_examples=15)
def test_what_the_template_holds_the_reader_reads(language: str, rows: list[tuple[str, str, str, int]]) -> None:
    said = [
        (task, "Comptable", "Finance", translate(often, language), translate(long, language), people)
        for task, often, long, people in rows
    ]
    frame = read(filled(language, said)).frame
    expected = [MEANT["frequency"][often] * MEANT["duration"][long] * people for _, often, long, people in rows]
    assert len(frame) == len(rows)
    possible = [minutes if minutes / row[3] <= 7200 else None for minutes, row in zip(expected, rows, strict=True)]
    assert [None if pd.isna(value) else value for value in frame["minutes_per_week"]] == [
        None if minutes is None else pytest.approx(minutes) for minutes in possible
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_drop_down(language: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(template(language))).worksheets[0]
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert [str(rule.sqref) for rule in lists] == ["D2:D301", "E2:E301"]
