"""One real browser for the whole session, and what is left out where there is none."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

if "PYTEST_XDIST_WORKER" in os.environ:
    # A worker has about one core: several threads of it would keep others from theirs by waiting busily. It is read
    # when numpy or torch is first imported, which is later.
    os.environ.setdefault("OMP_NUM_THREADS", "1")

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


def pytest_collection_finish() -> None:
    """Keep the modules out of the garbage collector's sight, as the app does: it collects after each run of a page."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser; Playwright runs once a process, so every test shares it."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield running
        running.close()
