"""What a lead decides on the pages of hours and action, by mouse and by keyboard: it is kept, it moves the figures, and
what cannot be is refused in one sentence."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from driving import NewPage, Sample, settled, visit
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

PROBLEM = ".panel.problem"
_LONGEST = 60_000
"""Milliseconds that an answer may take on a machine that is busy with other tests."""


def figure(page: Page, label: str) -> Locator:
    return page.locator(".figure", has_text=label).first


def value(page: Page, label: str) -> str:
    return figure(page, label).locator(".value").inner_text()


def choose_by_keyboard(page: Page, label: str, letters: str) -> None:
    """Type a few letters into a list and take the first that fits."""
    box = page.get_by_role("combobox", name=label, exact=True)
    box.focus()
    page.keyboard.type(letters)
    expect(page.get_by_role("option").first).to_contain_text(letters, ignore_case=True, timeout=_LONGEST)
    page.keyboard.press("Enter")
    settled(page)


def open_part(page: Page, title: str) -> None:
    page.locator("summary", has_text=title).click()
    settled(page)


def test_a_risk_is_changed_below_its_register_and_stays_changed(server: str, sample: Sample, new_page: NewPage) -> None:
    page = new_page()
    address = f"{server}/readiness?{sample('en')}"
    visit(page, address)
    first = page.locator("table", has_text="Risks of the use cases that free most").locator("tbody tr").first
    high, medium = first.locator("td").nth(0), first.locator("td").nth(1)
    before = int(high.inner_text()), int(medium.inner_text())
    register = page.locator("table", has_text="The risk register of the use case").locator("tbody tr")
    risk = register.filter(has_text="Medium risk").first
    choose_by_keyboard(page, "Change or add a risk", risk.locator("th").inner_text()[:30])
    likelihood = page.get_by_role("slider", name="Likelihood (1 to 5)")
    likelihood.focus()
    page.keyboard.press("End")
    page.get_by_role("button", name="Keep this change").click()
    expect(high).to_have_text(str(before[0] + 1), timeout=_LONGEST)
    visit(page, address)
    expect(high).to_have_text(str(before[0] + 1))
    expect(medium).to_have_text(str(before[1] - 1))
    page.get_by_role("button", name="Back to the risks by the rules").click()
    expect(high).to_have_text(str(before[0]), timeout=_LONGEST)


def test_answers_of_a_team_move_adoption_and_ramp_up_before_its_eyes(
    server: str, sample: Sample, new_page: NewPage
) -> None:
    page = new_page()
    visit(page, f"{server}/readiness?{sample('en')}")
    assert (value(page, "Adoption"), value(page, "Until it is in full use")) == ("60%", "6 months")
    answers = page.get_by_test_id("stButtonGroup").filter(has_text="Not at all")
    for number in range(3):  # the three statements on open culture
        answers.nth(number).get_by_text("Not at all").click()
        settled(page)
    expect(figure(page, "Adoption")).to_contain_text("60% without them", timeout=_LONGEST)
    assert float(value(page, "Adoption").rstrip("%")) < 60
    assert float(value(page, "Until it is in full use").split()[0]) > 6
    expect(page.locator(".finding")).to_contain_text("the weakest point is: Open culture")


def test_minutes_measured_are_typed_pasted_or_refused(server: str, sample: Sample, new_page: NewPage) -> None:
    page = new_page()
    visit(page, f"{server}/follow_up?{sample('en')}")
    page.get_by_label("Minutes of a case after, checking included").fill("4")
    page.get_by_role("button", name="Keep this measurement").click()
    expect(page.locator(PROBLEM)).to_have_count(1, timeout=_LONGEST)
    expect(page.get_by_text("What was entered")).to_have_count(0)
    page.get_by_label("Minutes of a case before").fill("7")
    page.get_by_role("button", name="Keep this measurement").click()
    expect(page.get_by_text("What was entered")).to_be_visible(timeout=_LONGEST)
    settled(page)
    page.get_by_text("Paste from a spreadsheet").click()
    settled(page)
    block = page.get_by_label("Lines from the spreadsheet")
    block.fill("Before\tAfter\n7\t4\n7\tfive\n")
    page.get_by_role("button", name="Keep these measurements").click()
    expect(page.locator(PROBLEM)).to_contain_text("five", timeout=_LONGEST)
    expect(block).to_have_value(re.compile("five"))
    block.fill("Before\tAfter\n7\t4\n6.5\t4\n7\t3.5\n8\t5\n7\t4.5\n")
    page.get_by_role("button", name="Keep these measurements").click()
    entered = page.locator("table", has_text="the latest entry first").locator("tbody tr")
    expect(entered).to_have_count(6, timeout=_LONGEST)
    expect(page.locator(".finding")).to_contain_text("could be freed instead of")


def test_a_scenario_of_ones_own_is_saved_compared_exported_and_loaded_again(
    server: str, sample: Sample, new_page: NewPage, tmp_path: Path
) -> None:
    page = new_page()
    visit(page, f"{server}/hours?{sample('en')}")
    freed = value(page, "Could be freed")
    open_part(page, "Assumptions of the scenario")
    adoption = page.get_by_role("slider", name="Adoption").first
    adoption.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    settled(page)
    expect(figure(page, "Could be freed").locator(".value")).not_to_have_text(freed, timeout=_LONGEST)
    mine = value(page, "Could be freed")
    open_part(page, "Save and exchange scenarios")
    page.get_by_label("Save the assumptions in use under a name").fill("After the training")
    page.get_by_role("button", name="Save this scenario").click()
    expect(page.get_by_text("With your own changes, below.")).to_have_count(0, timeout=_LONGEST)
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as a file").click()
    kept = tmp_path / "scenario.json"
    download.value.save_as(kept)
    open_part(page, "Compare scenarios side by side")
    expect(page.locator("table", has_text="What differs in the assumptions")).to_contain_text(
        "Adoption", timeout=_LONGEST
    )
    scenarios = page.get_by_test_id("stButtonGroup").filter(has_text="Ambitious")
    scenarios.get_by_text("Central", exact=True).click()
    expect(figure(page, "Could be freed").locator(".value")).to_have_text(freed, timeout=_LONGEST)
    settled(page)
    changed = json.loads(kept.read_text(encoding="utf-8"))
    for broken, name in (("{ not a scenario", "broken.json"), (out_of_range(changed), "beyond.json")):
        page.locator('input[type="file"]').set_input_files(
            {"name": name, "mimeType": "application/json", "buffer": broken.encode()}
        )
        expect(page.locator(PROBLEM)).to_contain_text(name, timeout=_LONGEST)
        settled(page)
        assert value(page, "Could be freed") == freed, "nothing changed"
    page.locator('input[type="file"]').set_input_files(kept)
    expect(figure(page, "Could be freed").locator(".value")).to_have_text(mine, timeout=_LONGEST)


def out_of_range(scenario: dict[str, object]) -> str:
    """Return a scenario file in which everybody, and half as many again, adopts the tools."""
    text = json.dumps(scenario)
    return re.sub(r'"adoption": [\d.]+', '"adoption": 1.5', text)


def test_use_cases_are_merged_split_and_renamed_by_keyboard(server: str, sample: Sample, new_page: NewPage) -> None:
    page = new_page()
    visit(page, f"{server}/use_cases?{sample('en')}")
    choose_by_keyboard(page, "Use case", "Password resets")
    choose_by_keyboard(page, "The same work as", "Reset 2FA")
    press(page, "Merge the two", page.get_by_role("tabpanel"))
    expect(page.get_by_text("was merged into")).to_be_visible(timeout=_LONGEST)
    tab(page, "Split")
    choose_by_keyboard(page, "Rows that are other work", "Reset 2FA")
    page.keyboard.press("Escape")
    press(page, "Split these rows out")
    expect(page.get_by_text("Rows were split out of")).to_be_visible(timeout=_LONGEST)
    tab(page, "Rename")
    page.get_by_role("tabpanel").get_by_role("textbox").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Access to accounts")
    page.keyboard.press("Tab")
    settled(page)
    press(page, "Keep this name")
    expect(page.locator("table", has_text="Access to accounts").first).to_be_visible(timeout=_LONGEST)


def tab(page: Page, name: str) -> None:
    """Go to a tab with the keyboard."""
    page.get_by_role("tab", name=name).focus()
    page.keyboard.press("Enter")
    settled(page)


def press(page: Page, name: str, within: Locator | None = None) -> None:
    """Press a button with the keyboard."""
    (within or page).get_by_role("button", name=name).first.focus()
    page.keyboard.press("Enter")
    settled(page)


def test_a_plan_that_adds_work_before_it_takes_any_away_is_warned_of(
    server: str, sample: Sample, new_page: NewPage
) -> None:
    page = new_page()
    visit(page, f"{server}/roadmap?{sample('en')}")
    warning = page.locator(".panel.caution", has_text="This plan adds work before it takes any away")
    days = page.get_by_role("slider", name="Days of work a quarter")
    days.focus()
    page.keyboard.press("End")
    settled(page)
    expect(warning).to_be_visible(timeout=_LONGEST)


def test_a_part_stays_open_when_its_first_change_brings_in_a_line_above(
    server: str, sample: Sample, new_page: NewPage
) -> None:
    page = new_page()
    visit(page, f"{server}/hours?{sample('en')}")
    open_part(page, "Assumptions of the scenario")
    open_part(page, "The other assumptions")
    margin = page.get_by_role("slider", name="Margin of adoption")
    margin.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("With your own changes, below.")).to_be_visible(timeout=_LONGEST)
    settled(page)
    expect(margin).to_be_visible()
    page.get_by_role("button", name="Back to the scenario’s own values").click()
    expect(page.get_by_text("With your own changes, below.")).to_have_count(0, timeout=_LONGEST)
