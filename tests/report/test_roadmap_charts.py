"""The quadrants and the timeline."""

import pytest

from analyzer.numbers import format_duration
from analyzer.opportunity.balance import QuarterDate
from analyzer.opportunity.roadmap import plan_roadmap
from analyzer.opportunity.schedule import Capacity
from analyzer.opportunity.value import use_case_table
from analyzer.report.charts import quadrants_chart, timeline_chart
from analyzer.report.charts.timeline import MOST_ROWS, rows_of

BEGINNING = QuarterDate(2026, 4)
DRAFTING = {"solution": "drafting", "lane": "assist", "minutes_per_week": 900.0}


@pytest.fixture
def estimate(make_estimate):
    rows = [
        {"task": f"Write letter {place}", "use_case": f"Letter {place}", "minutes_freed": (0, 1, 2), **DRAFTING}
        for place in range(3)
    ]
    return make_estimate(*rows)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_quadrants_show_every_use_case_with_its_key_and_its_cuts(estimate, language, theme):
    cases = use_case_table(estimate)
    figure = quadrants_chart(cases, language=language, theme=theme)
    keys = {point[0] for trace in figure.data for point in trace.customdata}
    assert keys == set(cases.loc[cases["minutes_freed_central"] > 0, "use_case_key"])
    cuts = {(shape.x0, shape.x1) for shape in figure.layout.shapes if shape.x0 == shape.x1}
    assert cuts == {(40, 40)}
    assert len(figure.layout.annotations) == 4
    numbers = [number for trace in figure.data for carried in trace.text if carried for number in carried.split(", ")]
    assert sorted(numbers) == ["1", "2", "3"]


def test_marks_in_one_place_share_their_numbers(estimate):
    cases = use_case_table(estimate)
    cases["burden"], cases["value"] = [0.30, 0.31, 0.90], [0.60, 0.61, 0.60]
    numbers = {number for trace in quadrants_chart(cases).data for number in trace.text if number}
    assert numbers == {"1, 2", "3"}


def test_several_numbers_stand_beside_a_mark_that_is_too_small_for_them(estimate):
    cases = use_case_table(estimate)
    cases["burden"], cases["value"] = [0.30, 0.31, 0.90], [0.60, 0.61, 0.60]
    cases["minutes_freed_central"] = [10.0, 10.0, 1000.0]
    marks = [
        mark
        for trace in quadrants_chart(cases).data
        for mark in zip(trace.text, trace.textposition, trace.marker.size, strict=True)
    ]
    by_number = {number: (side, size) for number, side, size in marks if number}
    side, size = by_number["1, 2"]
    assert side != "middle center" and size == 20  # as large as the mark of one digit: 46 pixels are for 1,000 minutes
    assert by_number["3"] == ("middle center", 46)


def test_quadrants_of_a_list_that_frees_nothing_say_so(make_estimate):
    figure = quadrants_chart(use_case_table(make_estimate({"solution": "none"})))
    assert "no use case would free time" in figure.layout.meta["title"]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_timeline_draws_each_step_from_start_to_finish(estimate, language, theme):
    roadmap = plan_roadmap(estimate, Capacity(30, 2))
    figure = timeline_chart(roadmap, BEGINNING, language=language, theme=theme)
    bars = sorted(
        end
        for trace in figure.data
        for base, length in zip(trace.base, trace.x, strict=True)
        for end in (base, base + length)
    )
    ends = sorted(end for step in roadmap.steps for end in (step.start, step.finish))
    assert bars == pytest.approx(ends, abs=0.002)  # drawn to a thousandth of a quarter
    assert len({trace.marker.pattern.shape for trace in figure.data}) == len(figure.data), "not by colour alone"
    first = figure.layout.xaxis.ticktext[0]
    assert first == {"en": "Q4<br>2026", "fr": "T4<br>2026"}[language]


def test_the_timeline_says_the_hours_freed_in_its_last_quarter(estimate):
    roadmap = plan_roadmap(estimate, Capacity(30, 2))
    last = roadmap.quarters[-1]
    said = timeline_chart(roadmap, BEGINNING).layout.meta["title"].replace("<br>", " ")
    assert (
        f"; {format_duration(last.hours_freed * 60, 'en')} freed in the quarter {BEGINNING.name(last.number, 'en')}"
        in said
    )


def test_names_of_a_user_are_escaped(make_estimate):
    row = {"task": "Write <b>bold</b> letters", "use_case": "x", "minutes_freed": (0, 1, 2), **DRAFTING}
    figure = timeline_chart(plan_roadmap(make_estimate(row)), BEGINNING)
    assert "<b>bold" not in str([note.text for note in figure.layout.annotations])


def test_a_long_roadmap_says_how_many_rows_it_leaves_out(make_estimate):
    rows = [
        {"task": f"Write letter {place}", "use_case": f"L {place}", "minutes_freed": (0, 1, 2), **DRAFTING}
        for place in range(MOST_ROWS + 3)
    ]
    roadmap = plan_roadmap(make_estimate(*rows), Capacity(300, 2))
    hidden = len(rows_of(roadmap)) - MOST_ROWS
    assert hidden > 0
    assert f"Rows not shown: {hidden}." in timeline_chart(roadmap, BEGINNING).layout.meta["subtitle"]


def test_an_empty_roadmap_says_why(make_estimate):
    figure = timeline_chart(plan_roadmap(make_estimate({"solution": "none"})), BEGINNING)
    assert figure.layout.meta["title"] == "Nothing is built: no use case of this list gives back what it takes."
