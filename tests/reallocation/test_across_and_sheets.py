"""The view across roles, what is learned, and the sheets that people get."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pandas as pd
import pytest
from plan_cases import close

from analyzer.i18n import LANGUAGES
from analyzer.opportunity import estimate_hours
from analyzer.reallocation.crossroles import shared_use_cases, who_to_bring
from analyzer.reallocation.explanation_page import explanation
from analyzer.reallocation.groups import groups_of
from analyzer.reallocation.meeting_sheet import _AGENDA, MEETING_MINUTES, meeting_sheet
from analyzer.reallocation.sheets import Section, Sheet, as_page
from analyzer.reallocation.skills import SKILL_HOURS, TOOL_HOURS, skills_plan
from analyzer.scoring import score_tasks

INVOICES = "Key supplier invoices into the accounting software"
LIST = [
    (INVOICES, "Accountant", "Finance", 300.0, 3.0),
    (INVOICES, "Buyer", "Purchasing", 120.0, 2.0),
    ("Negotiate yearly prices with suppliers", "Buyer", "Purchasing", 240.0, 2.0),
    ("Call Mrs Zoë Farfelu at 06 12 34 56 78 about her order", "Buyer", "Purchasing", 600.0, 2.0),
]


@pytest.fixture(scope="module")
def estimate():  # type: ignore[no-untyped-def]
    names = ["task", "role", "team", "minutes_per_week", "headcount"]
    frame = pd.DataFrame(LIST, columns=names).assign(language="en", person=[None, None, None, "Zoë Farfelu"])
    return estimate_hours(score_tasks(frame))


def test_the_same_work_of_two_teams_is_one_shared_use_case(estimate) -> None:  # type: ignore[no-untyped-def]
    """300 min a week in Finance and 120 in Purchasing: 420 in all, Finance first."""
    (case,) = shared_use_cases(estimate.frame, groups_of(estimate))
    assert case.teams == 2 and case.minutes == 420.0
    assert [(part.role, part.minutes) for part in case.parts] == [("Accountant", 300.0), ("Buyer", 120.0)]
    rows = estimate.frame["task"] == INVOICES
    assert case.freed == pytest.approx(estimate.frame.loc[rows, "minutes_freed_central"].sum())


def test_who_does_the_work_comes_and_two_close_roles_may(estimate) -> None:  # type: ignore[no-untyped-def]
    (case,) = shared_use_cases(estimate.frame, groups_of(estimate))
    frame = pd.DataFrame({"role": ["Accountant", "Buyer", "Clerk", "Nurse"]})
    bring = who_to_bring(case, close(("Accountant", "Clerk", 0.7), ("Accountant", "Buyer", 0.9)), frame)
    assert bring == {"do": ("Accountant", "Buyer"), "near": ("Clerk",)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_of_a_meeting_says_who_what_how_long_and_what_is_decided(estimate, language) -> None:  # type: ignore[no-untyped-def]
    (case,) = shared_use_cases(estimate.frame, groups_of(estimate))
    sheet = meeting_sheet(case, close(), estimate.frame, language)
    assert sum(minutes for minutes, _ in _AGENDA) == MEETING_MINUTES
    page = as_page(sheet)
    assert "Accountant" in page and INVOICES in page and "7" in sheet.under, "420 minutes are 7 hours"
    assert {"en": "Decisions to take", "fr": "Décisions à prendre"}[language] in page


def moves(*rows: tuple[str, str, int]) -> pd.DataFrame:
    """Return the moves of the accountants: activity, kind, minutes a week of all three."""
    return pd.DataFrame(
        [("Accountant", "Finance", activity, kind, minutes) for activity, kind, minutes in rows],
        columns=["role", "team", "activity", "kind", "minutes_per_week"],
    )


def test_what_is_learned_comes_in_order_and_in_the_plans_own_time(estimate) -> None:  # type: ignore[no-untyped-def]
    """Three accountants share 180 min of learning a week: an hour each.

    44 weeks of it are 3 h 40 a month: the tool for keying (document capture, 2 h) is learned in the first, then the two
    skills of the activity (2 h each, until hours 4 and 6) in months 1 to 2 and 2.
    """
    found = skills_plan(estimate.frame, moves(("accounting-margins", "problems", 60), ("learning", "learning", 180)))
    assert found["kind"].tolist() == ["tool", "work", "work"] and found["order"].tolist() == [1, 2, 3]
    assert found["hours"].tolist() == [TOOL_HOURS["capture"], SKILL_HOURS, SKILL_HOURS]
    assert found[["from_month", "to_month"]].values.tolist() == [[1, 1], [1, 2], [2, 2]]


def test_time_to_learn_comes_as_the_roadmap_frees_it(estimate) -> None:  # type: ignore[no-untyped-def]
    """Nothing for half a year, then half of 3 h 40 a month, 1 h 50: six months hold 11 h, the tool's 2 h take two."""
    whole = moves(("accounting-margins", "problems", 60), ("learning", "learning", 180))
    pace = {("Accountant", "Finance"): [0.0] * 6 + [0.5] * 6}
    found = skills_plan(estimate.frame, whole, pace=pace)
    assert found[["from_month", "to_month"]].values.tolist() == [[7, 8], [8, 9], [9, 10]]
    assert found["hours_held"].iloc[0] == pytest.approx(11.0)
    never = skills_plan(estimate.frame, whole, pace={("Accountant", "Finance"): [0.0] * 12})
    assert never["later"].all() and never["hours_held"].eq(0.0).all()


def test_without_time_to_learn_no_month_is_named(estimate) -> None:  # type: ignore[no-untyped-def]
    found = skills_plan(estimate.frame, moves(("accounting-margins", "problems", 60)))
    assert found["later"].all() and all(math.isnan(month) for month in found["to_month"])


def test_a_year_holds_what_its_time_to_learn_pays_and_the_rest_is_later(estimate) -> None:  # type: ignore[no-untyped-def]
    """Three accountants share 15 min a week, 5 each: 44 weeks hold 3 h 40 a person, so the tool (2 h) alone fits."""
    found = skills_plan(estimate.frame, moves(("accounting-margins", "problems", 60), ("learning", "learning", 15)))
    assert found["later"].tolist() == [False, True, True]
    assert found["hours_held"].iloc[0] == pytest.approx(44 * 5 / 60)
    assert found["to_month"].iloc[0] == 7 and found["to_month"].iloc[1:].isna().all()


def test_what_begins_in_the_first_quarter_is_learned_first(estimate) -> None:  # type: ignore[no-untyped-def]
    whole = moves(
        ("accounting-margins", "problems", 90), ("accounting-late-payers", "strategy", 60), ("learning", "learning", 60)
    )
    usual, hurried = (skills_plan(estimate.frame, whole, first=first) for first in (None, whole.iloc[1:2]))
    assert usual.loc[usual["kind"] == "work", "code"].iloc[0] == "accounting-margins"
    assert hurried.loc[hurried["kind"] == "work", "code"].iloc[0] == "accounting-late-payers"


def test_nobody_is_sent_to_learn_what_the_role_shows_already(estimate) -> None:  # type: ignore[no-untyped-def]
    """The activity asks for "reading a full-cost margin" and "holding a price conversation with a salesperson"."""
    asked = moves(("accounting-margins", "problems", 60), ("learning", "learning", 180))
    frame = estimate.frame.assign(
        task=estimate.frame["task"].where(estimate.frame["role"] != "Accountant", "Margin reading")
    )
    before, after = (set(skills_plan(one, asked)["what_en"]) for one in (estimate.frame, frame))
    assert before - after == {"reading a full-cost margin"} and after < before


def test_time_given_back_asks_nobody_to_learn(estimate) -> None:  # type: ignore[no-untyped-def]
    found = skills_plan(estimate.frame, moves(("relief-month-end", "relief", 60)))
    assert found["kind"].tolist() == ["tool"]


def team_page(estimate, language: str = "en", **changes: object) -> Sheet:  # type: ignore[no-untyped-def]
    plan = moves(("accounting-margins", "problems", 60), ("learning", "learning", 30))
    values: dict[str, object] = {"relief_share": 0.2, "learning_share": 0.1, **changes}
    return explanation(estimate, plan, language, **values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_the_team_says_what_changes_what_does_not_what_is_open_and_whom_to_ask(estimate, language) -> None:  # type: ignore[no-untyped-def]
    sheet = team_page(estimate, language, contact="HR")
    assert len(sheet.sections) == 4 and all(section.lines for section in sheet.sections)
    words = as_page(sheet)
    assert "HR" in words and re.search(r"20\s?%", words) and re.search(r"10\s?%", words)
    title = {"en": "Review the margins", "fr": "Revoir avec les ventes les marges"}[language]
    assert title in words


def test_the_page_for_the_team_names_nobody_and_no_role(estimate) -> None:  # type: ignore[no-untyped-def]
    words = as_page(team_page(estimate))
    assert "Farfelu" not in words and "06 12" not in words
    assert "Buyer" not in words and "Accountant" not in words


def test_a_figure_for_all_needs_five_people(estimate) -> None:  # type: ignore[no-untyped-def]
    """Three accountants and two buyers, none of them named: an average is shown. The buyers alone: none is."""
    unnamed = estimate.frame.assign(person=None)
    assert "minutes per person a day on average" in as_page(team_page(estimate_hours(unnamed)))
    few = estimate_hours(unnamed[unnamed["role"] == "Buyer"].reset_index(drop=True))
    assert "on average" not in as_page(team_page(few))


def test_the_page_for_the_team_begins_with_routine_that_several_people_do(estimate) -> None:  # type: ignore[no-untyped-def]
    """Keying of five people is named; nobody's craft is (it is assisted), nor what one does alone."""
    frame = estimate.frame.assign(
        minutes_freed_central=60.0,
        lane="automate",
        headcount=1.0,
        use_case=[f"Task {n}" for n in range(len(estimate.frame))],
    )
    frame.loc[frame.index[0], ["headcount", "minutes_freed_central"]] = [2.0, 30.0]
    frame.loc[frame.index[1], ["headcount", "lane"]] = [2.0, "assist"]
    words = as_page(team_page(replace(estimate, frame=frame)))
    assert "“Task 0”" in words
    assert not any(f"“Task {number}”" in words for number in range(1, len(frame)))


def test_a_page_escapes_what_lists_hold() -> None:
    section = Section("A & B", ("<b>bold</b>",), head=("x",), rows=(("<i>", "1 < 2"),))
    page = as_page(Sheet("en", "<script>", "under", (section,)))
    assert "<script>" not in page and "<b>bold" not in page and "&lt;i&gt;" in page and "1 &lt; 2" in page
    assert page.startswith('<!doctype html><html lang="en">')


def test_two_use_cases_that_may_be_the_same_work_come_after_the_certain_ones(estimate) -> None:  # type: ignore[no-untyped-def]
    """Negotiating (Buyer) and keying (Accountant, Buyer) looked at as one: a second case, and not a certain one."""
    keys = estimate.frame["use_case_key"].tolist()
    pairs = [(keys[2], keys[0])]
    cases = shared_use_cases(estimate.frame, groups_of(estimate), pairs)
    assert [case.certain for case in cases] == [True, False]
    assert cases[1].minutes == 300.0 + 120.0 + 240.0
    nothing = estimate.frame.assign(minutes_freed_central=0.0)
    assert [case.certain for case in shared_use_cases(nothing, groups_of(estimate), pairs)] == [True]
    page = as_page(meeting_sheet(cases[1], close(), estimate.frame, "en"))
    assert "Perhaps the same work in 2 places" in page and "Is it the same work at all?" in page


def test_the_page_for_the_team_leaves_no_task_unsaid(estimate) -> None:  # type: ignore[no-untyped-def]
    kept = {"minutes_freed_central": 0.0, "lane": "keep_human"}
    for uncertain, high, said, unsaid in (
        (True, 40.0, "1 other task of the list", "with people"),
        (False, 75.0, "1 other task of the list", "with people"),
        (False, 40.0, "1 task stays", "other"),
    ):
        frame = estimate.frame.assign(minutes_freed_central=30.0, lane="automate", uncertain=False)
        facts = {**kept, "uncertain": uncertain, "automatability_high": high}
        frame.loc[frame.index[-1], list(facts)] = list(facts.values())
        words = as_page(team_page(replace(estimate, frame=frame)))
        assert said in words and unsaid not in words
