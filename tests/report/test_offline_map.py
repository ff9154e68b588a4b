"""The offline map: complete, asks for nothing from anywhere, and never runs what a task says."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from analyzer.report import map_page
from analyzer.report.page_parts import MOST_USE_CASES

ATTACK = "</script><script>window.ran = true</script><img src=x onerror='window.ran = true'>"


class Page(HTMLParser):
    """What a browser would find: tags with their attributes, and the text of each script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.words: list[str] = []
        self._in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_script = tag == "script"
        if self._in_script:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts[-1] += data
        else:
            self.words.append(data)


@pytest.fixture
def page(make_estimate) -> Page:
    return Page(map_page(make_estimate({"task": ATTACK, "role": ATTACK}, {"task": "Étiqueter"}), "fr"))


def test_the_page_holds_all_it_needs_and_no_more(make_estimate) -> None:
    size = len(map_page(make_estimate()).encode())
    assert 3_000_000 < size < 6_000_000


def test_no_tag_asks_for_anything(page: Page) -> None:
    for tag, attributes in page.tags:
        assert tag not in {"link", "iframe", "object", "embed", "img", "base", "form"}
        assert not {"src", "href", "srcset", "action", "onerror", "onload", "onclick"} & set(attributes)
    rules = " ".join(page.words)
    assert "--background" in rules
    assert "url(" not in rules
    assert "@import" not in rules


def test_only_the_two_scripts_of_the_page_may_run(page: Page) -> None:
    policy = next(a["content"] for tag, a in page.tags if tag == "meta" and a.get("http-equiv"))
    allowed = set(re.findall(r"'sha256-([^']+)'", policy or ""))
    data, *scripts = page.scripts
    assert {base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts} == allowed
    assert "default-src 'none'" in (policy or "")
    assert "unsafe-inline'; img-src" in (policy or "")
    json.loads(data)


def test_the_text_of_a_task_ends_no_script_and_starts_none(page: Page) -> None:
    assert len(page.scripts) == 3
    assert sum(tag == "script" for tag, _ in page.tags) == 3
    figures = json.loads(page.scripts[0])
    assert set(figures) == {"light", "dark"}
    headings = [custom[1] for trace in figures["light"]["data"] for custom in trace.get("customdata") or []]
    assert any("&lt;script&gt;" in heading for heading in headings)
    assert not any("<script" in heading for heading in headings)


def test_the_page_speaks_the_language_of_its_reader(make_estimate) -> None:
    page = Page(map_page(make_estimate(), "fr"))
    assert ("html", {"lang": "fr"}) in page.tags
    words = " ".join(page.words)
    assert "Carte des opportunités" in words
    assert "Comment la lire" in words
    assert "Adoption\u00a0: 60\u202f%" in words


def test_the_table_lists_the_use_cases_with_their_hours(make_estimate) -> None:
    estimate = make_estimate()
    page = Page(map_page(estimate))
    words = " ".join(page.words)
    for name in estimate.totals("use_case")["use_case"]:
        assert name in words
    assert sum(attributes.get("scope") == "row" for _, attributes in page.tags) == len(estimate.totals("use_case"))


def test_the_note_says_how_many_use_cases_are_left_out(make_estimate) -> None:
    different = ({"task": f"Different work {n}", "work_key": f"key {n}"} for n in range(MOST_USE_CASES + 2))
    estimate = make_estimate(*different)
    rest = len(estimate.totals("use_case")) - MOST_USE_CASES
    page = Page(map_page(estimate))
    assert sum(attributes.get("scope") == "row" for _, attributes in page.tags) == min(MOST_USE_CASES, rest + 200)
    assert ("not listed" in " ".join(page.words)) == (rest > 0)


def test_names_of_persons_are_nowhere(make_estimate) -> None:
    assert "Jeanne" not in map_page(make_estimate({"person": "Jeanne Martin"}))


def test_without_times_the_page_says_so(make_estimate) -> None:
    page = Page(map_page(make_estimate({"minutes_per_week": float("nan")})))
    assert "No time is stated for these tasks: the map shows their scores alone." in " ".join(page.words)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_browser_the_map_is_drawn_and_nothing_else_happens(
    make_estimate, browser: Browser, tmp_path: Path, scheme: str
) -> None:
    file = tmp_path / "map.html"
    file.write_bytes(map_page(make_estimate({"task": ATTACK, "role": ATTACK}, {}, {}), "fr").encode())
    asked: list[str] = []
    complaints: list[str] = []
    tab = browser.new_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(file.as_uri())
    tab.wait_for_selector("#map .scatterlayer .point")
    tab.hover("#map .scatterlayer .point >> nth=0", force=True)
    tab.wait_for_selector("#map .hoverlayer .hovertext")
    ground = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    wider = tab.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    ran = tab.evaluate("window.ran")
    tab.close()
    assert asked == [file.as_uri()]
    assert complaints == []
    assert ran is None
    assert not wider
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 28)"}[scheme]
