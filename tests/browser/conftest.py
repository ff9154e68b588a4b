"""The real app behind a real browser: one server a test session, on a workspace of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain

import pytest
from driving import ARTIFACTS, ROOT, NewPage, Sample, settled, visit
from playwright.sync_api import Browser, BrowserContext, Page

_STARTS_WITHIN = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < end:
        assert process.poll() is None, "the app ended at once"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"the app did not start within {_STARTS_WITHIN} s")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the app, started as a reader starts it, and return its address."""
    port = free_port()
    home = tmp_path_factory.mktemp("home")
    command = [sys.executable, "-m", "analyzer.cli", "serve", "--port", str(port)]
    environment = {**os.environ, "ANALYZER_HOME": str(home)}
    environment.pop("ANALYZER_DATABASE_URL", None)
    ARTIFACTS.mkdir(exist_ok=True)
    name = f"server {os.environ.get('PYTEST_XDIST_WORKER', '')}".strip()
    with (ARTIFACTS / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_until_healthy(f"http://127.0.0.1:{port}", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(10)


@pytest.fixture(scope="session")
def sample(server: str, browser: Browser) -> Sample:
    """Return a function that gives what stands behind the "?" of an example's address, opened once a language."""

    @cache
    def opened(language: str = "en") -> str:
        context = new_context(browser, language)
        page = context.new_page()
        visit(page, f"{server}/?lang={language}")
        page.get_by_role("button", name=_SAMPLES[language]).click()
        page.wait_for_url("**/inventory?**", timeout=60_000)
        settled(page)
        query = page.url.split("?")[1]
        context.close()
        return query

    return opened


_SAMPLES = {"en": "Customer support", "fr": "Cabinet comptable"}


Windows = defaultdict[str, list[BrowserContext]]


@pytest.fixture(scope="session")
def windows_at_rest(browser: Browser) -> Iterator[Windows]:
    """Keep windows, by language, for the next test: a new one loads and compiles all scripts of the app again."""
    at_rest: Windows = defaultdict(list)
    yield at_rest
    for context in chain.from_iterable(at_rest.values()):
        context.close()


@pytest.fixture
def new_page(browser: Browser, windows_at_rest: Windows) -> Iterator[NewPage]:
    """Return a function that opens a page of a size, theme and language; two pages of a test share nothing."""
    used = []

    def opened(width: int = 1280, theme: str = "light", language: str = "en") -> Page:
        at_rest = windows_at_rest[language]
        context = at_rest.pop() if at_rest else new_context(browser, language)
        used.append((language, context))
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        return page

    yield opened
    for language, context in used:
        forget(context)
        windows_at_rest[language].append(context)


def new_context(browser: Browser, language: str) -> BrowserContext:
    return browser.new_context(locale={"en": "en-GB", "fr": "fr-FR"}[language], accept_downloads=True)


def forget(context: BrowserContext) -> None:
    """Close the pages of a window, with all that they kept in the browser."""
    for page in context.pages:
        if page.url.startswith("http"):
            page.evaluate("localStorage.clear()")
        page.close()
    context.clear_cookies()
