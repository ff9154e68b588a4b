"""The hours page: scenarios under names and as files, working time, a role's week, and totals that open."""

from __future__ import annotations

import re

import pytest
from driving_app import button, open_app, problems, said, settled, small_project

from analyzer.errors import AnalyzerError
from analyzer.opportunity import assumptions_for, read_scenario, write_scenario
from analyzer.ui import plan
from analyzer.ui.analysis import analysed
from analyzer.ui.local_facts import ROLE, local_facts_of
from analyzer.ui.work import work
from analyzer.workspace import keep_choice


def opened(project: str, part: str, language: str = "en"):
    """Open the hours page with one of its closed parts open."""
    app = open_app("hours", language, project)
    app.session_state[f"view_{part}"] = True
    return settled(app)


def test_assumptions_are_saved_under_a_name_and_used_again() -> None:
    project = small_project()
    plan.use(project, "central", {"adoption": 0.9})
    kept = plan.keep_as(project, "After the training")
    plan.use(project, "cautious", {})
    app = open_app("hours", "en", project)
    app.segmented_control(key="view_scenario").set_value(kept.id)
    settled(app)
    assert plan.in_use(project) == kept.id
    assert analysed(project, "en").estimate.assumptions.adoption == 0.9


def test_a_moved_slider_leaves_what_was_saved_as_it_is() -> None:
    project = small_project()
    plan.use(project, "central", {"adoption": 0.9})
    kept = plan.keep_as(project, "Ours")
    app = open_app("hours", "en", project)
    app.slider(key="view_assumption_adoption").set_value(20)
    settled(app)
    assert plan.in_use(project) == plan.OWN
    assert plan.options(project, "en")[kept.id][1].adoption == 0.9


@pytest.mark.parametrize("name", ["central", "Prudent", " ambitious ", "own", "As set now", ""])
def test_a_name_that_stands_for_something_else_is_refused(name: str) -> None:
    project = small_project()
    if name == "Prudent":  # what the cautious scenario is called in French
        name = plan.options(project, "fr")["cautious"][0]
    with pytest.raises(AnalyzerError):
        plan.keep_as(project, name)
    assert plan.saved(project) == []


def test_scenarios_are_renamed_and_deleted() -> None:
    project = small_project()
    plan.use(project, "cautious", {"review": 0.2})
    kept = plan.keep_as(project, "First")
    plan.rename(kept.id, "Second")
    assert [one.name for one in plan.saved(project)] == ["Second"]
    plan.remove(kept.id)
    assert plan.saved(project) == []
    assert plan.chosen(project) == ("cautious", {"review": 0.2}), "the project goes by what it went by before"


def test_a_file_is_taken_over_and_a_broken_one_changes_nothing() -> None:
    project = small_project()
    open_app("hours", "en", project)
    text = write_scenario("From elsewhere", "ambitious", assumptions_for("ambitious", {"leave_days": 30}))
    plan.take_over(project, read_scenario(text.encode(), "a.json"))
    assert analysed(project, "en").estimate.assumptions.leave_days == 30
    before = plan.chosen(project)
    with pytest.raises(AnalyzerError):
        read_scenario(text.replace("30", "300").encode(), "a.json")
    assert plan.chosen(project) == before


def test_two_scenarios_are_compared_in_numbers() -> None:
    app = opened(small_project(), "compare")
    words = said(app)
    assert problems(app) == []
    assert "What differs in the assumptions" in words and "What differs in the totals" in words
    assert "Months to full use" in words


def test_scenarios_can_be_saved_from_the_page() -> None:
    project = small_project()
    app = opened(project, "shelf")
    next(box for box in app.text_input if box.label.startswith("Save")).set_value("Ours")
    button(app, "save_scenario_now")
    assert [one.name for one in plan.saved(project)] == ["Ours"]


def test_a_working_time_sets_day_leave_and_holidays_at_once() -> None:
    app = open_app("hours", "en", small_project())
    project = app.query_params["project"]
    app.selectbox(key="view_working_time").set_value("uk")
    settled(app)
    values = analysed(project, "en").estimate.assumptions
    assert (values.hours_per_day, values.leave_days, values.public_holidays) == (7.5, 20, 8)


def test_a_role_s_week_reaches_the_estimate() -> None:
    # The accountant declares 6 h 30 a week: too much for one who works a tenth of 35 h.
    project = small_project()
    open_app("hours", "en", project)
    keep_choice(work(), project, ROLE, "Comptable", {"working_share": 0.1, "cost_per_hour": True, "else": "x"})
    assert local_facts_of(project).roles["Comptable"].working_share == 0.1
    assert "role_over_week" in [warning.code for warning in analysed(project, "en").estimate.warnings]
    app = opened(project, "roles")
    assert problems(app) == []
    assert "A role never frees more than the week of its people" in said(app)


def test_a_total_opens_to_rows_that_add_up_to_it_as_shown() -> None:
    app = open_app("hours", "en", small_project())
    app.selectbox(key="view_opened_role").set_value(0)
    settled(app)
    table = next(html.value for html in app.get("html") if "Rows that make the total of" in html.value)
    shown = [float(value) for value in re.findall(r"([\d.]+)\u00a0(?:h|min)</td></tr>", table)]
    assert sum(shown[:-1]) == pytest.approx(shown[-1])
