"""The deck: native charts and tables that hold the story's figures, and nothing outside a slide."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from analyzer.batch import analyze
from analyzer.report import deck, told
from analyzer.report.story.parts import Bars, Figure, Map, Points, Section, Series, Story, Table
from analyzer.report.usual_decisions import usual_decisions

DAY = date(2026, 11, 23)
SAMPLES = Path(__file__).parents[2] / "sample_data"
HOSTILE = "=cmd|'/c calc'!A1 <script>alert(1)</script> & “é” {0} %s"


@pytest.fixture(scope="module")
def story() -> Story:
    estimate = analyze(SAMPLES / "administration-des-ventes.csv").estimate
    return told(estimate, usual_decisions(estimate, day=DAY), "fr", name="ADV", day=DAY, for_the_team=True)


@pytest.fixture(scope="module")
def slides(story):
    return Presentation(io.BytesIO(deck(story))).slides


def alone(section: Section):
    """Return the slide of one section."""
    made = deck(Story("en", "A title", "A day", "A position", (section,)))
    return Presentation(io.BytesIO(made)).slides[1]


def words(slide) -> str:
    found = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def runs(slide) -> list:
    """Return the pieces of text of a slide, those of its number left out: every language writes it alike."""
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
    return [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]


def test_one_slide_a_section_with_its_finding_as_title(story, slides) -> None:
    assert [slide.shapes.title.text_frame.text for slide in slides] == [
        story.title,
        *(section.finding for section in story.sections),
    ]


def test_charts_are_native_and_hold_the_storys_figures(story, slides) -> None:
    drawn = 0
    for section, slide in zip(story.sections, list(slides)[1:], strict=True):
        charts = [shape.chart for shape in slide.shapes if shape.has_chart]
        if isinstance(section.drawing, Bars):
            assert [list(series.values) for series in charts[0].plots[0].series] == [
                pytest.approx(list(series.values)) for series in section.drawing.series
            ]
            drawn += 1
        elif isinstance(section.drawing, Map):
            assert charts[0].chart_type == XL_CHART_TYPE.BUBBLE
            points = sum(len(list(series.iter_values())) for series in charts[0].plots[0].series)
            assert points == sum(len(group.marks) for group in section.drawing.groups)
            drawn += 1
    assert drawn >= 4


def test_charts_say_what_they_show_to_readers_who_do_not_see_them(slides) -> None:
    frames = [shape for slide in slides for shape in slide.shapes if shape.has_chart]
    assert frames
    assert all(len(shape._element.nvGraphicFramePr.cNvPr.get("descr", "")) > 40 for shape in frames)


def test_tables_are_native_and_whole(story, slides) -> None:
    for section, slide in zip(story.sections, list(slides)[1:], strict=True):
        tables = [shape.table for shape in slide.shapes if shape.has_table]
        assert bool(tables) == (section.table is not None)
        if section.table is not None:
            rows = [tuple(cell.text_frame.text for cell in row.cells) for row in tables[0].rows]
            assert rows == [section.table.heads, *section.table.rows]


def test_nothing_stands_outside_its_slide(slides) -> None:
    page = slides._sldIdLst.getparent()
    width, height = int(page.find(".//{*}sldSz").get("cx")), int(page.find(".//{*}sldSz").get("cy"))
    assert (width, height) == (12_191_695, 6_858_000)
    for slide in slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= width and shape.top + shape.height <= height + 10, shape.name


def test_every_shape_of_a_slide_has_a_number_of_its_own(slides) -> None:
    for slide in slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(numbers) == len(set(numbers))


def test_stacked_bars_have_no_labels_that_programs_refuse(slides) -> None:
    """PowerPoint repairs a file in which the labels of stacked bars stand outside their ends."""
    for slide in slides:
        for shape in slide.shapes:
            if shape.has_chart and shape.chart.chart_type == XL_CHART_TYPE.BAR_STACKED:
                assert b"outEnd" not in shape.chart.part.blob


def test_words_are_marked_as_french_and_notes_hold_the_details(story, slides) -> None:
    runs = [
        r for slide in slides for s in slide.shapes if s.has_text_frame for p in s.text_frame.paragraphs for r in p.runs
    ]
    assert {run.font.language_id.name for run in runs} == {"FRENCH"}
    studies = next(i for i, section in enumerate(story.sections, start=1) if section.code == "studies")
    assert story.sections[studies - 1].details[0] in slides[studies].notes_slide.notes_text_frame.text


def test_text_of_a_task_stays_text() -> None:
    section = Section(
        "any",
        HOSTILE,
        HOSTILE,
        figures=(Figure(HOSTILE, HOSTILE, HOSTILE),),
        table=Table((HOSTILE, "b"), ((HOSTILE, "1"),), (1.0, 1.0)),
    )
    slide = alone(section)
    assert words(slide).count(HOSTILE) == 7
    bars = Section("any", "n", "f", drawing=Bars((HOSTILE,), (Series("s", (1.0,), "#0072B2", (HOSTILE,)),), "h", "a"))
    chart = next(shape for shape in alone(bars).shapes if shape.has_chart).chart
    assert list(chart.plots[0].categories) == [HOSTILE]


def test_long_words_shrink_before_they_run_over() -> None:
    block = Points("A title", tuple("a sentence of some length that goes on and on " * 3 for _ in range(12)))
    slide = alone(Section("any", "n", "f", points=(block, block, block)))
    assert min(run.font.size.pt for run in runs(slide)) == 10
