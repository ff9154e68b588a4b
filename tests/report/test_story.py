"""What the deck and the printed page say: the figures of the estimate, in the reader's language, and nobody alone."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from analyzer.batch import analyze
from analyzer.numbers import format_duration, format_range
from analyzer.opportunity import HoursEstimate, use_case_table
from analyzer.report import told
from analyzer.report.story.parts import Bars, Map, Points, Section, Story, Timeline, printable
from analyzer.report.usual_decisions import usual_decisions

DAY = date(2026, 11, 23)
SAMPLES = Path(__file__).parents[2] / "sample_data"
ORDER = [
    "summary",
    "studies",
    "lanes",
    "teams",
    "roles",
    "map",
    "use_cases",
    "pilot",
    "roadmap",
    "plan",
    "risks",
    "reckoning",
    "what_moves",
    "sources",
]


@pytest.fixture(scope="module")
def hall() -> HoursEstimate:
    """Return the estimate of a French municipality: nine roles, of which some are many and some are one person."""
    return analyze(SAMPLES / "mairie.xlsx").estimate


def story_of(estimate: HoursEstimate, language: str = "fr", *, for_the_team: bool = False) -> Story:
    decided = usual_decisions(estimate, day=DAY)
    return told(estimate, decided, language, name="Beaulieu", day=DAY, scenario="Central", for_the_team=for_the_team)


def section(story: Story, code: str) -> Section:
    return next(one for one in story.sections if one.code == code)


def texts(held: object) -> list[str]:
    """Return every text of a section or story, as its dictionary."""
    if isinstance(held, str):
        return [held]
    inside = held.values() if isinstance(held, dict) else held if isinstance(held, list | tuple) else ()
    return [text for one in inside for text in texts(one)]


def test_sections_come_in_their_order_in_both_languages(hall) -> None:
    for language in ("fr", "en"):
        assert [one.code for one in story_of(hall, language, for_the_team=True).sections] == ORDER


def test_the_head_names_team_scenario_and_day(hall) -> None:
    french, english = story_of(hall, "fr"), story_of(hall, "en")
    assert french.title == "Beaulieu\u00a0: les heures qui pourraient être libérées"
    assert english.under == "Scenario “Central” · 23 November 2026"
    assert "23 novembre 2026" in french.under
    assert "never people" in english.position


def test_the_summary_holds_the_totals_with_their_ranges(hall) -> None:
    total = hall.totals("total").iloc[0]
    first = section(story_of(hall), "summary").figures[0]
    assert first.value == format_duration(total["minutes_freed_central"], "fr")
    assert first.note == format_range(total["minutes_freed_low"], total["minutes_freed_high"], "fr")


def test_bars_by_lane_add_up_to_the_time_stated(hall) -> None:
    drawing = section(story_of(hall), "lanes").drawing
    assert isinstance(drawing, Bars)
    drawn = sum(sum(series.values) for series in drawing.series) * 60
    assert drawn == pytest.approx(hall.totals("lane")["minutes_per_week"].sum())


def test_nobody_is_shown_alone_to_readers_outside_the_team(hall) -> None:
    roles = hall.totals("role")
    small = set(roles.loc[roles["headcount"] < 5, "role"])
    assert small, "the sample has roles of fewer than five people"
    outside = story_of(hall)
    for code in ("summary", "teams", "roles", "use_cases", "plan"):
        shown = [words for one in outside.sections if one.code == code for words in texts(asdict(one))]
        assert not [role for role in small for words in shown if role in words], code
    assert "1 poste de moins de 5 personnes a des durées" in " ".join(texts(asdict(outside)))
    assert "Directeur général des services" in " ".join(
        texts(asdict(section(story_of(hall, for_the_team=True), "summary")))
    )
    inside = section(story_of(hall, for_the_team=True), "roles").drawing
    assert isinstance(inside, Bars)
    assert len(inside.categories) == len(roles)


def test_the_map_names_what_frees_most_and_numbers_it(hall) -> None:
    held = section(story_of(hall), "map")
    assert isinstance(held.drawing, Map)
    numbers = sorted(mark.number for group in held.drawing.groups for mark in group.marks if mark.number)
    assert numbers == [1, 2, 3, 4, 5, 6]
    first = next(mark for group in held.drawing.groups for mark in group.marks if mark.number == 1)
    assert held.points[0].numbered and held.points[0].points[0].startswith(first.name)
    assert first.name == hall.frame.loc[hall.frame["minutes_freed_central"].idxmax(), "task"]


def test_use_cases_stand_in_the_order_of_the_page(hall) -> None:
    table = section(story_of(hall), "use_cases").table
    assert table is not None
    expected = use_case_table(hall)
    assert [row[0] for row in table.rows] == expected["use_case"].head(len(table.rows)).tolist()


def test_the_plan_adds_up_to_its_moves(hall) -> None:
    decided = usual_decisions(hall, day=DAY)
    drawing = section(story_of(hall), "plan").drawing
    assert isinstance(drawing, Bars) and decided.moves is not None
    assert sum(drawing.series[0].values) * 60 == pytest.approx(decided.moves["minutes_per_week"].sum())


def test_the_timeline_begins_with_the_next_quarter(hall) -> None:
    drawing = section(story_of(hall), "roadmap").drawing
    assert isinstance(drawing, Timeline)
    assert drawing.columns[0] == "T1 2027"
    assert all(0 <= bar.start < bar.finish <= len(drawing.columns) for _, bars in drawing.rows for bar in bars)


def test_sources_add_up_to_all_that_is_freed(hall) -> None:
    table = section(story_of(hall, "en"), "sources").table
    assert table is not None
    rests_on = hall.frame.groupby("family")["minutes_freed_central"].sum()
    assert len(table.rows) == int((rests_on > 0).sum())
    assert all(row[-1] for row in table.rows), "every share has a source"


def test_a_list_without_times_has_a_report_all_the_same(tmp_path) -> None:
    path = tmp_path / "tasks.csv"
    path.write_text("Task,Role\nEnter supplier invoices,Clerk\nAnswer e-mails,Clerk\n", encoding="utf-8")
    estimate = analyze(path).estimate
    story = story_of(estimate, "en")
    codes = [one.code for one in story.sections]
    assert codes == ["summary", "reckoning"]
    assert "No time is stated" in story.sections[0].finding
    assert not story.sections[0].figures


def test_money_is_there_when_costs_are(hall) -> None:
    from analyzer.opportunity.costs import costs_of

    decided = usual_decisions(hall, day=DAY, costs=costs_of({"currency": "EUR"}))
    story = told(hall, decided, "fr", name="Beaulieu", day=DAY)
    assert "€" in " ".join(texts(asdict(story)))
    assert section(story, "money").figures
    assert "€" not in " ".join(texts(asdict(story_of(hall))))


def test_what_no_document_can_hold_is_left_out() -> None:
    held = Section("a", "A\x00B\x1b[31m", "turned \u202ednuor", points=(Points("\x07", ("\ud83d é — “ok” 😀",)),))
    clean = printable(held)
    assert (clean.name, clean.finding) == ("AB[31m", "turned dnuor")
    assert clean.points == (Points("", (" é — “ok” 😀",)),)
