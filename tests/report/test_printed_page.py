"""The printable report: a tagged PDF in which text of a task is text, whatever it says."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from analyzer.batch import analyze
from analyzer.report import printed, told
from analyzer.report.story.parts import Points, Section, Story, Table
from analyzer.report.usual_decisions import usual_decisions

DAY = date(2026, 11, 23)
SAMPLES = Path(__file__).parents[2] / "sample_data"


@pytest.mark.parametrize(("sample", "language"), [("hr-team.xlsx", "en"), ("agence-marketing.xlsx", "fr")])
def test_every_finding_stands_in_it(sample: str, language: str) -> None:
    estimate = analyze(SAMPLES / sample).estimate
    story = told(estimate, usual_decisions(estimate, day=DAY), language, name="A & B", day=DAY, for_the_team=True)
    document = PdfReader(io.BytesIO(printed(story)))
    text = " ".join(page.extract_text() for page in document.pages)

    def plain(words: str) -> str:
        """Return the letters alone: a page breaks lines and words where it must."""
        return "".join(letter for letter in words if letter.isalnum())

    missing = [section.code for section in story.sections if plain(section.finding) not in plain(text)]
    assert not missing
    assert document.metadata is not None and document.metadata.title == story.title


def test_it_can_be_followed_by_a_screen_reader() -> None:
    story = Story("fr", "Un titre", "Un jour", "Une phrase", (Section("a", "b", "Une découverte"),))
    catalogue = PdfReader(io.BytesIO(printed(story))).trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "fr"
    assert "/StructTreeRoot" in catalogue


def test_markup_in_a_task_is_shown_as_it_was_written() -> None:
    hostile = '#panic("no") $x^2$ *bold* _it_ @ref <label> \\ `raw` "quoted" [x]'
    section = Section(
        "a", hostile, hostile, table=Table((hostile,), ((hostile,),), (1.0,)), points=(Points(hostile, (hostile, "b")),)
    )
    document = PdfReader(io.BytesIO(printed(Story("en", hostile, hostile, hostile, (section,)))))
    text = "".join(page.extract_text() for page in document.pages).replace("\n", "").replace(" ", "")
    assert text.count('#panic("no")$x^2$*bold*_it_@ref<label>') >= 6


def test_letters_that_no_font_knows_cost_the_report_nothing_else() -> None:
    section = Section("a", "b", "Réponse aux mails 😀 并 \U0001fbff, puis classement")
    text = PdfReader(io.BytesIO(printed(Story("fr", "t", "u", "p", (section,))))).pages[0].extract_text()
    assert "Réponse aux mails" in text and "puis classement" in text
