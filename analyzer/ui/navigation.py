"""The pages, their order, and the ways from one to the next.

Addresses are fixed and the same in every language, so that a link sent to a colleague opens in the language they read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from analyzer.i18n import mark, translate
from analyzer.ui import state

_PAGES = Path(__file__).parent / "pages"
"""Absolute, so that the app runs from a clone and from an installed wheel alike."""


@dataclass(frozen=True)
class Entry:
    """One page: its file and address, its title, its icon, and the part of the menu where it stands."""

    code: str
    title: str
    icon: str
    section: str

    @property
    def path(self) -> Path:
        """The page's script."""
        return _PAGES / f"{self.code}.py"


ANALYSIS = mark("Analysis")
ACTION = mark("From hours to action")
IDEAS = mark("Ideas from the team")

ENTRIES = (
    Entry("start", mark("Start"), ":material/home:", ANALYSIS),
    Entry("inventory", mark("Task list"), ":material/checklist:", ANALYSIS),
    Entry("opportunities", mark("Opportunities"), ":material/lightbulb:", ANALYSIS),
    Entry("map", mark("Map"), ":material/scatter_plot:", ANALYSIS),
    Entry("hours", mark("Hours freed"), ":material/schedule:", ANALYSIS),
    Entry("use_cases", mark("Use cases"), ":material/hub:", ACTION),
    Entry("roadmap", mark("Roadmap"), ":material/route:", ACTION),
    Entry("readiness", mark("Readiness and risks"), ":material/health_and_safety:", ACTION),
    Entry("plan", mark("What the hours become"), ":material/swap_horiz:", ACTION),
    Entry("meeting", mark("Across roles"), ":material/groups:", ACTION),
    Entry("follow_up", mark("Follow-up"), ":material/fact_check:", ACTION),
    Entry("export", mark("Export"), ":material/download:", ACTION),
    Entry("propose", mark("Propose an idea"), ":material/edit_note:", IDEAS),
    Entry("proposals", mark("Ideas received"), ":material/inbox:", IDEAS),
)

JOURNEY = tuple(entry.code for entry in ENTRIES if entry.section != IDEAS)
"""The steps from a file to the exports, in order."""

_BY_CODE = {entry.code: entry for entry in ENTRIES}


def entry(code: str) -> Entry:
    """Return the page called ``code``."""
    return _BY_CODE[code]


def pages(language: str) -> dict[str, list[Page]]:
    """Return the menu for :func:`streamlit.navigation`, with titles in ``language``."""
    menu: dict[str, list[Page]] = {}
    for item in ENTRIES:
        page = st.Page(
            item.path,
            title=translate(item.title, language),
            icon=item.icon,
            url_path=item.code,
            default=item.code == "start",
        )
        menu.setdefault(translate(item.section, language), []).append(page)
    return menu


def go(code: str) -> None:
    """Leave this run for another page; project and language stay in the address."""
    st.switch_page(entry(code).path, query_params=state.address())


def link(code: str, label: str | None = None, *, forward: bool = False, icon: str | None = None) -> None:
    """Show a link to another page.

    :param code: the page's code.
    :param label: its words; the page's title if absent.
    :param forward: draw it as the way on (arrow at the right) instead of a plain link.
    :param icon: another icon than the page's; "" for none.
    """
    st.page_link(
        entry(code).path,
        label=label or translate(entry(code).title, state.language()),
        icon=":material/arrow_forward:" if forward else icon,
        icon_position="right" if forward else "left",
        query_params=state.address(),
    )


def way_on(code: str, label: str | None = None) -> None:
    """Show the main way on from here, in the middle of the page."""
    with st.container(key=f"way_on_{code}", horizontal=True, horizontal_alignment="center"):
        link(code, label, forward=True)


def steps(code: str) -> tuple[str | None, str]:
    """Return the codes of the step before ``code`` (``None`` for the first) and of the step after it.

    The pages of ideas stand beside the journey: they follow its last step and lead back to the opportunities.
    """
    if code in JOURNEY:
        place = JOURNEY.index(code)
        return (JOURNEY[place - 1] if place else None), (*JOURNEY, "propose")[place + 1]
    return ("opportunities", "proposals") if code == "propose" else ("propose", "opportunities")
