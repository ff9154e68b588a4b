"""The page for the team as it comes out of the printer: one sheet, whatever its tasks and activities are called."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from driving import NewPage

from analyzer.i18n import LANGUAGES
from analyzer.opportunity import estimate_hours
from analyzer.reallocation.catalogue import catalogue
from analyzer.reallocation.explanation_page import explanation
from analyzer.reallocation.sheets import as_page
from analyzer.scoring import score_tasks

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_page_for_the_team_is_one_page(new_page: NewPage, tmp_path: Path, language: str, paper: str) -> None:
    # The longest words that the page takes: tasks of 70 letters, and the three longest titles of the catalogue.
    tasks = [
        f"Key supplier invoices number {number} into the accounting software".ljust(70, ".") for number in range(3)
    ]
    frame = pd.DataFrame(
        {"task": tasks, "role": "Clerk", "team": "Finance", "minutes_per_week": 600.0, "headcount": 6.0}
    )
    estimate = estimate_hours(score_tasks(frame.assign(language="en")))
    work = [one for one in catalogue().values() if one.kind not in ("relief", "learning")]
    longest = sorted(work, key=lambda one: -len(one.title(language)))[:3]
    moves = pd.DataFrame({"activity": [one.code for one in longest], "minutes_per_week": 60})
    sheet = explanation(
        estimate, moves, language, relief_share=0.2, learning_share=0.1, contact="the works council, every Tuesday" * 3
    )
    page = new_page()
    page.set_content(as_page(sheet))
    file = tmp_path / "team.pdf"
    page.pdf(path=file, format=paper)
    assert all(one.title(language) in page.inner_text("main") for one in longest)
    assert re.findall(rb"/Count (\d+)", file.read_bytes()) == [b"1"]
