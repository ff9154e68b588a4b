"""The stylesheet: the palette of ``analyzer.report.theme`` as variables, then ``assets/style.css``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from analyzer.i18n import translate
from analyzer.report.theme import LANES, PALETTES

_SHEET = Path(__file__).parents[1] / "assets" / "style.css"
_OWN = {  # what only pages need: light, dark
    "card": ("#FFFFFF", "#171C24"),
    "track": ("#E3E7EC", "#2C343F"),
    "line-strong": ("#CBD2DB", "#3B4552"),
    "field": ("#848E9C", "#667282"),  # 3 : 1 on page, card and fill (WCAG 2.2, 1.4.11)
    "on-accent": ("#FFFFFF", "#08131C"),
    "bad": ("#B3261E", "#F2918A"),
    "warn": ("#9A5B00", "#E6B34D"),
}


@cache
def stylesheet(language: str, theme: str) -> str:
    """Return the whole stylesheet as one ``<style>`` element.

    :param language: of the few words that Streamlit's own widgets say in English only; they are replaced here.
    :param theme: "light", "dark", or "light dark" for what the reader's system says.
    """
    light, dark = PALETTES["light"], PALETTES["dark"]
    colours = {
        "text": (light.text, dark.text),
        "muted": (light.muted, dark.muted),
        "line": (light.grid, dark.grid),
        "accent": (light.own, dark.own),
        **{f"lane-{lane}": (light.lanes[lane], dark.lanes[lane]) for lane in LANES},
        **_OWN,
    }
    variables = "".join(f"--{name}:light-dark({by_day},{by_night});" for name, (by_day, by_night) in colours.items())
    variables += f'--words-upload:"{translate("Choose a file, or drop it here", language)}";'
    variables += f'--words-turn:" {translate("(more columns on a wider screen)", language)}";'
    # Dialogs are drawn outside .stApp: the root must know the theme too, for what light-dark() means in them.
    return f"<style>:root{{color-scheme:{theme};{variables}}}\n{_SHEET.read_text(encoding='utf-8')}</style>"


def apply(language: str) -> None:
    """Put the stylesheet into the page."""
    st.html(stylesheet(language, st.context.theme.type or "light dark"))
