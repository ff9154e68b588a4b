"""The hours page: scenarios under names and as files, working time, a role's week, and totals that open."""

from __future__ import annotations

import re

import pytest
from driving_app import button, open_app, problems, said, settled, small_project

from analyzer.errors import AnalyzerError
from analyzer.opportunity import assumptions_for, read_scenario, working_time_of, write_scenario
from analyzer.ui import contract, plan, roadmap
from analyzer.ui.analysis import analysed
from analyzer.ui.local_facts import ROLE, local_facts_of
from analyzer.ui.work import work
from analyzer.workspace import keep_choice, save_scenario


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
    values = {"adoption": 0.7, "leave_days": 30}
    text = write_scenario("From elsewhere", "ambitious", assumptions_for("ambitious", values))
    plan.take_over(project, read_scenario(text.encode(), "a.json"))
    assumptions = analysed(project, "en").estimate.assumptions
    assert (assumptions.adoption, assumptions.leave_days) == (0.7, 25), "leave is the project's, not the file's"
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
    assert roadmap.costs_for(project).currency == "GBP", "and the country of the costs"


def test_working_time_stays_whatever_the_scenario_and_holds_in_all_that_are_compared() -> None:
    project = small_project()
    app = open_app("hours", "en", project)
    app.selectbox(key="view_working_time").set_value("uk")
    settled(app)
    for scenario in ("cautious", "ambitious", "central"):
        app.segmented_control(key="view_scenario").set_value(scenario)
        settled(app)
        assert analysed(project, "en").estimate.assumptions.hours_per_day == 7.5
    assert {one.hours_per_day for _name, one in plan.options(project, "en").values()} == {7.5}
    words = said(app).replace("\u00a0", " ")
    assert "37 h 30 min a week, 20 days of leave and 8 public holidays a year, in every scenario." in words
    app.slider(key="view_assumption_leave_days").set_value(28)
    settled(app)
    assert plan.chosen(project) == ("central", {}), "a day of leave is no matter of the scenario"
    assert plan.assumptions_of(project).leave_days == 28


def test_working_time_that_stood_in_a_scenario_before_still_holds() -> None:
    project = small_project()
    plan.use(project, "cautious", {"hours_per_day": 7.8, "adoption": 0.5})
    assert plan.assumptions_of(project).hours_per_day == 7.8
    contract.keep_working_time(project, {"leave_days": 27})
    plan.use(project, "central", {})
    assert (plan.assumptions_of(project).hours_per_day, plan.assumptions_of(project).leave_days) == (7.8, 27)


@pytest.mark.parametrize(("language", "country", "currency"), [("en", "uk", "GBP"), ("fr", "fr35", "EUR")])
def test_a_project_begins_with_the_working_time_of_its_reader_s_country(language, country, currency) -> None:
    project = small_project()
    contract.begin(project, language)
    assert working_time_of(plan.assumptions_of(project)) == country
    assert roadmap.costs_for(project).currency == currency


def test_one_assumption_that_cannot_be_used_does_not_take_the_others_with_it() -> None:
    project = small_project()
    save_scenario(work(), project, plan.OWN, "central", {"adoption": 0.8, "magic": 1, "review": 7})
    assert plan.assumptions_of(project).adoption == 0.8
    assert plan.left_aside(project) == ["magic", "review"]
    assert "What was kept for magic, review cannot be used by this version" in said(open_app("hours", "en", project))


def test_people_say_how_many_they_are_and_the_page_says_where_its_number_is_from() -> None:
    project = small_project()
    assert "counted: the headcount of each role" in said(open_app("hours", "en", project))
    app = opened(project, "people")
    app.number_input(key="view_people_0").set_value(9)
    settled(app)
    assert problems(app) == []
    assert analysed(project, "en").estimate.totals()["headcount"].item() == 9
    assert "9 people counted: as you stated." in said(app)


def test_the_first_year_goes_at_the_pace_of_the_roadmap() -> None:
    project = small_project()
    app = opened(project, "first_year", "fr")
    assert problems(app) == []
    assert "Au rythme de la feuille de route" in said(app) and "c’est un plafond, pas un plan" in said(app)
    built = len(roadmap.roadmap_of(project, analysed(project, "fr").estimate).built)
    assert f"réalise {built} cas d’usage" in said(app)


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
    # The accountant frees in minutes and in hours: "1 h 25" is read as 85.
    parts = re.findall(r"(?:(\d+)\u00a0h)?\u00a0?(\d+)?(?:\u00a0min)?</td>(?:<td[^>]*>[^<]*</td>)?</tr>", table)
    shown = [60 * int(hours or 0) + int(minutes or 0) for hours, minutes in parts]
    assert len(shown) == 3 and sum(shown[:-1]) == shown[-1] > 0


def test_a_list_without_roles_is_told_by_team() -> None:
    rows = "Tâche;Équipe;Fréquence;Durée\r\nSaisir les factures;Achats;3 fois par jour;20 min\r\n"
    rows += "Relancer les clients;Ventes;hebdo;1h30\r\n"
    app = open_app("hours", "en", small_project(rows.encode()))
    assert app.pills(key="view_group").value == "team"
    assert "Achats" in said(app)


def test_the_question_to_ask_next_stands_before_everything_that_is_opened() -> None:
    app = open_app("hours", "en", small_project())
    words = said(app)
    assert "Depending on the answer, the total would be" in words
    heads = [head.value for head in app.subheader]
    assert heads[:2] == ["Beside what others found", "The next question to ask"]
    assert heads.index("What these hours rest on") == len(heads) - 1
