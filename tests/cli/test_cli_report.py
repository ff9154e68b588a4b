"""``analyzer report``: deck, workbook and printable page from a terminal; nothing is lost by a wrong call."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pypdf import PdfReader


def test_all_three_files_are_written_and_said(run: Any, tasks: Path, tmp_path: Path) -> None:
    deck, book, page = (tmp_path / name for name in ("d.pptx", "w.xlsx", "p.pdf"))
    result = run(
        "report",
        tasks,
        "--deck",
        deck,
        "--workbook",
        book,
        "--page",
        page,
        "--title",
        "Finance",
        "--scenario",
        "cautious",
    )
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    cover = Presentation(io.BytesIO(deck.read_bytes())).slides[0]
    assert cover.shapes.title.text_frame.text == "Finance: hours that could be freed"
    assert "Scenario “Cautious”" in cover.placeholders[1].text_frame.text
    assert "Summary" in openpyxl.load_workbook(book).sheetnames
    assert PdfReader(page).metadata.title == "Finance: hours that could be freed"
    for path in (deck, book, page):
        assert f"Written to “{path}”." in result.stderr


def test_a_report_speaks_french_and_takes_the_files_name(run: Any, tasks: Path, tmp_path: Path) -> None:
    deck = tmp_path / "d.pptx"
    assert run("report", tasks, "--deck", deck, "--language", "fr", "-q").exit_code == 0
    title = Presentation(io.BytesIO(deck.read_bytes())).slides[0].shapes.title.text_frame.text
    assert title == f"{tasks.stem}\u00a0: les heures qui pourraient être libérées"


def test_money_is_told_when_asked(run: Any, tasks: Path, tmp_path: Path) -> None:
    deck, sentence = tmp_path / "d.pptx", "With these costs no use case pays for itself within three years"

    def findings(*options: str) -> str:
        assert run("report", tasks, "--deck", deck, "-q", *options).exit_code == 0
        slides = Presentation(io.BytesIO(deck.read_bytes())).slides
        return "\n".join(slide.shapes.title.text_frame.text for slide in slides)

    assert sentence in findings("--money", "GBP")
    assert sentence not in findings()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "Nothing is asked for"),
        (["--deck", "x.ppt"], "choose a name that ends in .pptx"),
        (["--page", "nowhere/x.pdf"], "The folder “nowhere” does not exist"),
    ],
)
def test_wrong_calls_are_told_before_anything_is_read(run: Any, tasks: Path, options: list[str], words: str) -> None:
    result = run("report", tasks, *options)
    assert result.exit_code == 2
    assert words in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_the_list_itself_is_never_written_over(run: Any, tasks: Path) -> None:
    book = tasks.with_suffix(".xlsx")
    sheet = openpyxl.Workbook()
    sheet.active.append(["Task", "Minutes per week"])
    sheet.active.append(["Enter supplier invoices", 300])
    sheet.save(book)
    before = book.read_bytes()
    result = run("report", book, "--workbook", book)
    assert result.exit_code == 2
    assert book.read_bytes() == before
