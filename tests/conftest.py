"""One real browser for the whole session, and what is left out where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

settings.register_profile("exploring", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True)  # what CI says of a commit stays said
settings.load_profile(os.environ.get("ANALYZER_TEST_EXAMPLES", "exploring"))


def chromium() -> str | None:
    """Return the path of the browser that the tests drive, or None."""
    return os.environ.get("ANALYZER_TEST_BROWSER") or shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if chromium() is None:
        absent = pytest.mark.skip(reason="needs Chromium: install it, or name another in ANALYZER_TEST_BROWSER")
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(absent)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser; Playwright runs once a process, so every test shares it."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield running
        running.close()
