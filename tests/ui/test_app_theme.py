"""Pages and charts share one palette, and what is written can be read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from analyzer.i18n import LANGUAGES
from analyzer.report.theme import PALETTES, contrast
from analyzer.ui.components.style import _OWN, stylesheet

CONFIG = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
THEMES = ("light", "dark")


@pytest.mark.parametrize("theme", THEMES)
def test_the_pages_have_the_colours_of_the_charts(theme: str) -> None:
    page, chart = CONFIG["theme"][theme], PALETTES[theme]
    assert (page["backgroundColor"], page["textColor"]) == (chart.background, chart.text)
    assert page["secondaryBackgroundColor"] == chart.surface
    assert page["primaryColor"] == chart.own


@pytest.mark.parametrize("theme", THEMES)
def test_text_stands_out_from_what_it_stands_on(theme: str) -> None:
    page, chart = CONFIG["theme"][theme], PALETTES[theme]
    own = {name: colours[THEMES.index(theme)] for name, colours in _OWN.items()}
    for text in (chart.text, chart.muted, page["linkColor"], own["bad"], own["warn"]):
        assert contrast(text, chart.background) >= 4.5
        assert contrast(text, own["card"]) >= 4.5
    assert contrast(own["on-accent"], chart.own) >= 4.5
    assert contrast(chart.muted, page["sidebar"]["backgroundColor"]) >= 4.5
    assert contrast(chart.own, chart.background) >= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stylesheet_survives_the_page(language: str) -> None:
    sheet = stylesheet(language, "light dark").removeprefix("<style>").removesuffix("</style>")
    assert "<" not in sheet, "the page drops a stylesheet that holds a tag"
    assert sheet.count("{") == sheet.count("}")


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert "http" not in stylesheet("en", "light").replace("http://www.w3.org/2000/svg", "")
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["address"] == "127.0.0.1"
