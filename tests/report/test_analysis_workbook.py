"""The workbook: every sheet, in words, with the figures of the estimate."""

from __future__ import annotations

import dataclasses
import io

import openpyxl
import pandas as pd
import pytest

from analyzer.inventory import Problem
from analyzer.opportunity import estimate_money, plan_roadmap, propose_pilot, use_case_table
from analyzer.opportunity.balance import QuarterDate
from analyzer.opportunity.cash import cash_flow
from analyzer.opportunity.risks import risks_of
from analyzer.report import workbook
from analyzer.report.decision_sheets import Decided


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
        "Use cases",
        "Tasks",
        "Assumptions",
        "Sources",
        "Problems",
    ]
    assert opened(workbook(make_estimate(), "fr")).sheetnames[:2] == ["Synthèse", "Par poste"]


def test_the_summary_holds_numbers_with_range_and_unit(make_estimate) -> None:
    estimate = make_estimate()
    sheet = opened(workbook(estimate))["Summary"]
    facts = {row[0]: row[1:] for row in sheet.iter_rows(values_only=True) if row[0]}
    total = estimate.totals("total").iloc[0]
    *hours, unit = facts["Time that could be freed a week"]
    assert hours == pytest.approx([total[f"minutes_freed_{end}"] / 60 for end in ("low", "central", "high")])
    assert unit == "hours a week, of all people"
    assert facts["Tasks"] == (None, 4, None, "rows of the list")
    assert facts["Tasks without a time"][1] == 1


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


@pytest.fixture
def decided(make_estimate):
    """Return an estimate and all that may stand beside it."""
    estimate = make_estimate({"minutes_per_week": 2400.0}, {"minutes_per_week": 900.0, "use_case": "E-mail replies"})
    money = estimate_money(estimate)
    roadmap = plan_roadmap(estimate, paying=money.paying)
    moves = {"team": "Finance", "role": None, "activity": "calls", "kind": "relations", "minutes_per_week": 90}
    return estimate, Decided(
        QuarterDate(2027, 1),
        roadmap,
        propose_pilot(estimate),
        {"Invoices": risks_of(estimate.frame)},
        {"Finance": {"training": 1}},
        pd.DataFrame([{**moves, "title_en": "Call customers", "title_fr": "Appeler les clients"}]),
        money,
        cash_flow(roadmap, estimate),
    )


def test_what_was_decided_has_sheets_of_its_own(decided) -> None:
    estimate, everything = decided
    assert opened(workbook(estimate, decided=everything)).sheetnames[4:14] == [
        "First pilot",
        "Roadmap",
        "Quarter by quarter",
        "Money",
        "Money by month",
        "Money by use case",
        "Costs",
        "Risk register",
        "Readiness",
        "Plan",
    ]
    hours_only = dataclasses.replace(everything, money=None, cash=None, answers={}, moves=None)
    assert "Money" not in opened(workbook(estimate, decided=hours_only)).sheetnames, "money only when asked"
    assert "Chiffrage" in opened(workbook(estimate, "fr", decided=everything)).sheetnames


def test_money_is_written_as_numbers_with_their_unit(decided) -> None:
    estimate, everything = decided
    book = opened(workbook(estimate, decided=everything))
    figures = {row["Figure"]: row for row in records(book["Money"])}
    total = everything.money.total
    assert figures["To keep it running"]["Central"] == pytest.approx(total.run.central)
    assert figures["To keep it running"]["Unit"] == "€ a year"
    assert figures["Paid back after"]["Central"] == pytest.approx(everything.cash.payback.central)
    assert "not money until someone decides" in figures["To keep in mind"]["What it counts"]
    months = records(book["Money by month"])
    assert [row["Month"] for row in months] == list(range(1, 37))
    assert [row["Quarter"] for row in months[:4]] == ["Q1 2027"] * 3 + ["Q2 2027"]
    so_far = sum(row["Left of the month (€)"] for row in months)
    assert months[-1]["Sum so far (€), central"] == pytest.approx(so_far)


def test_the_roadmap_of_the_workbook_is_that_of_the_page(decided) -> None:
    estimate, everything = decided
    book = opened(workbook(estimate, decided=everything))
    steps = records(book["Roadmap"])
    assert [row["Step"] for row in steps] == [step.name for step in everything.roadmap.steps]
    assert sum(row["Work (days)"] or 0 for row in steps) == pytest.approx(
        sum(step.days for step in everything.roadmap.steps)
    )
    quarters = records(book["Quarter by quarter"])
    freed = [one.hours_freed for one in everything.roadmap.quarters]
    assert [row["Freed (hours)"] for row in quarters] == pytest.approx(freed)


def test_risks_readiness_and_plan_are_in_words(decided) -> None:
    estimate, everything = decided
    book = opened(workbook(estimate, decided=everything))
    risk = records(book["Risk register"])[0]
    assert (risk["Use case"], risk["Counts"]) == ("Invoices", "yes")
    answered = next(row for row in records(book["Readiness"]) if row["Answer (0 to 4)"] is not None)
    assert (answered["Team"], answered["In words"]) == ("Finance", "A little")
    move = records(book["Plan"])[0]
    assert (move["Role"], move["What it becomes"], move["Hours a week"]) == ("Role not stated", "Call customers", 1.5)


def test_use_cases_come_in_the_order_in_which_to_take_them_up(make_estimate) -> None:
    estimate = make_estimate()
    rows = records(opened(workbook(estimate))["Use cases"])
    assert [row["Use case"] for row in rows] == use_case_table(estimate)["use_case"].tolist()
    assert rows[0]["Quadrant"] in ("Quick wins", "Big bets", "Fill-ins", "Not now")


def test_every_sheet_prints_on_its_side_with_its_head_on_each_page(decided) -> None:
    estimate, everything = decided
    for sheet in opened(workbook(estimate, decided=everything)):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert opened(workbook(estimate))["Tasks"].print_title_rows == "$1:$1"


def test_paper_shows_what_readers_look_for_and_the_sheet_the_rest(make_estimate) -> None:
    sheet = opened(workbook(make_estimate()))["Tasks"]
    heads = [cell.value for cell in sheet[1]]
    printed = [cell.value for cell in sheet[sheet.print_area.split("!")[-1].replace("$", "")][0]]
    assert printed[0] == "Task" and printed[-1] == "Why this score"
    assert heads[: len(printed)] == printed and "File" in heads[len(printed) :]
    assert not opened(workbook(make_estimate()))["By role"].print_area, "what fits is printed whole"
