"""The workbook: every sheet, in words, with the figures of the estimate."""

from __future__ import annotations

import io

import openpyxl
import pytest

from analyzer.inventory import Problem
from analyzer.report import workbook


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def records(sheet) -> list[dict[str, object]]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_the_sheets_are_there_in_both_languages(make_estimate) -> None:
    assert opened(workbook(make_estimate())).sheetnames == [
        "Summary",
        "By role",
        "By team",
        "Tasks",
        "Use cases",
        "Assumptions",
        "Sources",
        "Problems",
    ]
    assert opened(workbook(make_estimate(), "fr")).sheetnames[:2] == ["Synthèse", "Par poste"]


def test_the_summary_names_unit_and_range(make_estimate) -> None:
    sheet = opened(workbook(make_estimate()))["Summary"]
    facts = {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[0]}
    assert "h" in facts["Time that could be freed a week"] or "min" in facts["Time that could be freed a week"]
    assert " to " in facts["Time that could be freed a week"]
    assert facts["Tasks"] == "4"
    assert facts["Tasks without a time"] == "1"


def test_totals_are_those_of_the_estimate(make_estimate) -> None:
    estimate = make_estimate()
    rows = records(opened(workbook(estimate))["By role"])
    totals = estimate.totals("role")
    assert [row["Role"] for row in rows] == totals["role"].tolist()
    assert [row["Minutes freed a week, central"] for row in rows] == totals["minutes_freed_central"].tolist()


def test_tasks_come_with_the_most_hours_first_and_in_words(make_estimate) -> None:
    rows = records(opened(workbook(make_estimate(), "fr"))["Tâches"])
    freed = [row["Minutes libérées par semaine, central"] for row in rows]
    assert freed == sorted(freed, reverse=True)
    assert {row["Voie"] for row in rows} <= {"Automatiser", "Assister", "Repenser d’abord", "Garder humain"}


def test_names_of_persons_are_nowhere(make_frame, make_estimate) -> None:
    estimate = make_estimate({"person": "Jeanne Martin"})
    assert estimate.frame["person"].tolist() == ["Jeanne Martin"]
    for sheet in opened(workbook(estimate)):
        assert not any("Jeanne" in str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)


def test_assumptions_carry_value_range_and_source(make_estimate) -> None:
    estimate = make_estimate()
    rows = {row["Name on the command line"]: row for row in records(opened(workbook(estimate))["Assumptions"])}
    assert rows["adoption"]["Value"] == estimate.assumptions.adoption
    assert all(row["Source"] and row["Lowest"] <= row["Value"] <= row["Highest"] for row in rows.values())


def test_sources_name_their_study(make_estimate) -> None:
    rows = records(opened(workbook(make_estimate(), "fr"))["Sources"])
    assert len(rows) == 15
    assert all(row["Source"] for row in rows)
    assert {row["Contrôle compris"] for row in rows} == {"oui", "non", None}


def test_problems_are_listed_once_each(make_estimate) -> None:
    estimate = make_estimate({"issues": "No task is named: write what is done.; The header line again."}, {})
    problems = [
        Problem("repeated_header", row=2, sheet=None),
        Problem("total", row=9, sheet=None, facts={"text": "Total 40 h"}),
    ]
    rows = records(opened(workbook(estimate, problems=problems))["Problems"])
    assert [row["What to check"] for row in rows] == [
        "No task is named: write what is done.",
        "The header line again.",
        "A total, not a task: “Total 40 h”.",
    ]


def test_without_problems_the_sheet_says_so(make_estimate) -> None:
    assert records(opened(workbook(make_estimate()))["Problems"])[0]["What to check"] == "Nothing to check."


@pytest.mark.parametrize("text", ["=1+1", "https://example.org", "007"])
def test_text_of_a_task_is_text(make_estimate, text: str) -> None:
    sheet = opened(workbook(make_estimate({"task": text})))["Tasks"]
    assert sheet["A2"].value == text
    assert sheet["A2"].hyperlink is None


def test_a_role_that_is_not_stated_is_said(make_estimate) -> None:
    rows = records(opened(workbook(make_estimate({"role": None})))["By role"])
    assert rows[0]["Role"] == "Role not stated"
