"""What a test does with a page: wait until the app is done, look at it, and check what must hold on every page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
ARTIFACTS = ROOT / "artifacts"
NewPage = Callable[..., Page]
Sample = Callable[[str], str]

_STILL = """() => new Promise(done => {
    const main = document.querySelector('[data-testid=stMain]');
    let height = -1, still = 0, looks = 0;
    const look = () => {
        still = main.scrollHeight === height ? still + 1 : 0;
        height = main.scrollHeight;
        looks += 1;
        if (still === 3 || looks === 60) { done(); } else { setTimeout(look, 50); }
    };
    look();
})"""
"""Wait until the page has kept its height for a moment (charts follow the window's size a little later), or 3 s."""
_DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


def settled(page: Page) -> Page:
    """Wait until a click is answered and the page is drawn."""
    drawn(page)
    page.wait_for_timeout(250)  # a click's answer comes over the wire: the state above may still be the one before
    return drawn(page)


def drawn(page: Page) -> Page:
    """Wait until the script has run, nothing is being computed any more, and every widget stands where it belongs."""
    page.wait_for_selector(_DONE, timeout=60_000)
    expect(page.get_by_test_id("stProgress")).to_have_count(0, timeout=60_000)
    page.wait_for_selector(_DONE, timeout=60_000)
    # A widget whose code is still being loaded is a grey box until then.
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60_000)
    return page


def visit(page: Page, address: str) -> Page:
    """Open an address in a session of its own."""
    page.goto(address)
    return drawn(page)


def picture(page: Page, path: Path) -> None:
    """Keep a picture of the whole page (the app scrolls inside itself, so the window is made as high as the page)."""
    size = page.viewport_size or {"width": 1280, "height": 900}
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(900, min(int(height), 6000))})
    page.evaluate(_STILL)
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path)
    page.set_viewport_size(size)


def scrolls_sideways(page: Page) -> bool:
    """Whether the page itself is wider than the window (tables may scroll inside themselves)."""
    script = """() => {
        const main = document.querySelector('[data-testid=stMain]');
        const root = document.documentElement;
        return root.scrollWidth > window.innerWidth || main.scrollWidth > main.clientWidth + 1;
    }"""
    return bool(page.evaluate(script))


def minutes_in(text: str) -> float:
    """Return the first duration of a text in minutes ("3 h 10", "3 h 10 min", "45 min")."""
    found = re.search(
        r"(\d[\d,\u202f]*)\s*h(?:\s+(\d{1,2})(?=\s*min)|\s+(\d{2}))?|(\d+)\s*min", text.replace("\u00a0", " ")
    )
    assert found, f"no duration in {text!r}"
    hours, rest_en, rest_fr, minutes = found.groups()
    if minutes:
        return float(minutes)
    return float(re.sub(r"\D", "", hours)) * 60 + float(rest_en or rest_fr or 0)
