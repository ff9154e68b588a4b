"""Every page as readers see it: wide and narrow, light and dark, in both languages.

The pictures are kept in ``artifacts/pages`` to be looked at; what a machine can check is checked here: no page scrolls
sideways, none reports a problem, and each can be read and reached by keyboard.
"""

from __future__ import annotations

import re

import pytest
from driving import ARTIFACTS, NewPage, Sample, picture, scrolls_sideways, settled, visit
from playwright.sync_api import expect

from analyzer.ui import navigation

pytestmark = pytest.mark.browser

PAGES = [entry.code for entry in navigation.ENTRIES]


def address(server: str, code: str, query: str) -> str:
    """Return the address of a page; the first one stands at the root."""
    return f"{server}/{'' if code == 'start' else code}?{query}"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_each_page_can_be_shown_to_a_client(
    server: str, sample: Sample, new_page: NewPage, width: int, theme: str, language: str
) -> None:
    page = new_page(width, theme, language)
    for code in PAGES:
        visit(page, address(server, code, sample(language)))
        expect(page.get_by_role("dialog")).to_have_count(0)
        picture(page, ARTIFACTS / "pages" / f"{code} {width} {theme} {language}.png")
        expect(page.locator(".panel.problem")).to_have_count(0)
        assert not scrolls_sideways(page), f"{code} scrolls sideways at {width} pixels"
        assert page.locator("h1").count() == 1, f"{code} has one main heading"


_CONTROLS = ("button", "checkbox", "combobox", "link", "radio", "slider", "spinbutton", "switch", "tab", "textbox")


@pytest.mark.parametrize("page_code", PAGES)
def test_every_control_has_a_name_that_can_be_heard(
    server: str, sample: Sample, new_page: NewPage, page_code: str
) -> None:
    page = new_page()
    visit(page, address(server, page_code, sample("en")))
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    settled(page)
    main = page.get_by_test_id("stMain")
    for role in _CONTROLS:
        nameless = main.get_by_role(role, name=re.compile(r"^\s*$"))
        try:
            expect(nameless).to_have_count(0, timeout=20_000)  # a button stands a moment before its words do
        except AssertionError:
            pytest.fail(f"a {role} without a name: {nameless.first.evaluate('e => e.outerHTML')[:500]}")


def test_a_control_without_a_name_is_found(new_page: NewPage) -> None:
    page = new_page()
    page.set_content("<button><span></span></button><button>Save</button><input aria-label='Name'><input>")
    assert page.get_by_role("button", name=re.compile(r"^\s*$")).count() == 1
    assert page.get_by_role("textbox", name=re.compile(r"^\s*$")).count() == 1


def test_a_task_is_opened_with_the_keyboard_alone(server: str, sample: Sample, new_page: NewPage) -> None:
    page = new_page()
    visit(page, f"{server}/opportunities?{sample('en')}")
    settled(page)
    box = page.get_by_role("combobox", name="Open a task")
    box.focus()
    page.keyboard.type("a")
    for _ in range(20):  # a page that is still being drawn closes the list: a reader opens it again
        if page.get_by_role("option").count():
            break
        page.wait_for_timeout(500)
        box.focus()
        page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_text("Why it scores so")).to_be_visible(timeout=30_000)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_row_of_the_table_opens_its_task_again_and_again(server: str, sample: Sample, new_page: NewPage) -> None:
    page = new_page()
    visit(page, f"{server}/opportunities?{sample('en')}")
    table = page.get_by_test_id("stDataFrame").first
    for _ in range(2):
        table.scroll_into_view_if_needed()
        place = table.bounding_box()
        assert place is not None
        page.mouse.click(place["x"] + 15, place["y"] + 38 + 19)
        expect(page.get_by_role("dialog").get_by_text("Why it scores so")).to_be_visible(timeout=30_000)
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        settled(page)


def test_a_cell_is_corrected_in_place(server: str, sample: Sample, new_page: NewPage) -> None:
    page = new_page()
    visit(page, f"{server}/inventory?{sample('en')}")
    figure = page.locator(".figure", has_text="Work listed").locator(".value")
    before = figure.inner_text()
    table = page.get_by_test_id("stDataFrame").last
    table.scroll_into_view_if_needed()
    place = table.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + 250, place["y"] + 35 + 17)  # the first task
    page.keyboard.press("ArrowRight")  # to how often
    page.keyboard.press("Enter")
    editor = page.locator("#portal input, .gdg-input").last
    editor.fill("9x/week")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_text("Rows changed on this page: 1.")).to_be_visible(timeout=15_000)
    assert figure.inner_text() != before
    visit(page, f"{server}/inventory?{sample('en')}")
    assert page.locator(".figure", has_text="Work listed").locator(".value").inner_text() != before, "it is kept"
    page.get_by_role("button", name="Undo the changes of this page").click()
    settled(page)
    assert page.locator(".figure", has_text="Work listed").locator(".value").inner_text() == before
