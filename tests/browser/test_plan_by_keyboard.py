"""The plan argued with by keyboard alone: a floor moved, a move pinned, changed and forbidden, and what it changed."""

from __future__ import annotations

import pytest
from driving import NewPage, settled, visit
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

_LONGEST = 60_000
"""Milliseconds that an answer may take on a machine that is busy with other tests."""
_MOST_STEPS = 400
"""Presses of the tab key within which everything on the page is reached."""


def plan_of_a_sample(page: Page, server: str) -> None:
    visit(page, f"{server}/?lang=en")
    page.get_by_role("button", name="Customer support").click()
    page.wait_for_url("**/inventory?**")
    settled(page)
    page.goto(page.url.replace("/inventory?", "/plan?"))
    # The first plan reads every task with the model: on a busy machine that takes its time.
    expect(page.get_by_role("heading", name="Role by role")).to_be_visible(timeout=3 * _LONGEST)
    settled(page)


def reach(page: Page, wanted: Locator) -> None:
    """Go to a control with the tab key, from wherever the keyboard is."""
    expect(wanted).to_be_visible(timeout=_LONGEST)
    for _ in range(_MOST_STEPS):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the tab key does not reach {wanted}")


def press(page: Page, wanted: Locator) -> None:
    reach(page, wanted)
    page.keyboard.press("Enter")
    settled(page)


def type_time(page: Page, card: Locator, time: str) -> None:
    """Write an amount into a move and leave the field, which hands it over."""
    field = card.get_by_role("textbox", name="Time a week")
    reach(page, field)
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(time)
    page.keyboard.press("Tab")
    settled(page)
    expect(field).to_have_value(time)


def cards(page: Page) -> Locator:
    return page.locator('[class*="st-key-card_move_"]').filter(has=page.get_by_role("button", name="Forbid"))


def title(card: Locator) -> str:
    return card.locator(".move .label").inner_text()


def test_a_plan_is_changed_and_solved_again_without_a_mouse(server: str, new_page: NewPage) -> None:
    page = new_page()
    plan_of_a_sample(page, server)
    difference = page.locator("summary", has_text="What changed since the last plan")
    table = page.locator("table", has_text="Changes since the last plan")
    decided = page.locator(".because", has_text="a week").filter(has_text="pinned at")

    # A floor: one step up gives more time back, and the change can be read.
    press(page, page.locator("summary", has_text="Rules of the plan"))
    floor = page.get_by_role("slider", name="Time given back")
    reach(page, floor)
    page.keyboard.press("ArrowRight")
    expect(floor).to_have_value("25", timeout=_LONGEST)
    settled(page)
    expect(floor).to_be_focused()
    press(page, difference)
    expect(table).to_contain_text("Now, a week", timeout=_LONGEST)

    # A move is pinned to another amount, and then to yet another one.
    first = cards(page).first
    pinned = title(first)
    for typed, said in (("45 min", "45 min"), ("1h", "1 h")):
        card = cards(page).filter(has_text=pinned).first
        type_time(page, card, typed)
        press(page, card.get_by_role("button", name="Pin", exact=True))
        expect(decided).to_contain_text(f"“{pinned}” pinned at {said} a week", timeout=_LONGEST)
        expect(decided).to_have_count(1)
    row = table.locator("tr", has_text=pinned)
    expect(row).to_contain_text("45 min", timeout=_LONGEST)
    expect(row).to_contain_text("1 h")

    # Another one is forbidden: it leaves the plan, and what takes its place stands in the difference.
    other = cards(page).filter(has_not_text=pinned).first
    forbidden = title(other)
    press(page, other.get_by_role("button", name="Forbid"))
    expect(page.locator(".because", has_text=f"without “{forbidden}”")).to_be_visible(timeout=_LONGEST)
    expect(cards(page).filter(has_text=forbidden)).to_have_count(0)
    expect(cards(page).filter(has_text=pinned).first).to_contain_text("Pinned")
    gone = table.locator("tr", has_text=forbidden).first
    expect(gone.locator("td").last).to_have_text("0 min", timeout=_LONGEST)

    # And taken back.
    press(page, page.get_by_role("button", name="Take back").last)
    expect(cards(page).filter(has_text=forbidden)).to_have_count(1, timeout=_LONGEST)
