"""The roadmap page, and money when asked."""

from __future__ import annotations

import pytest
from driving_app import button, open_app, problems, said, settled, small_project

from analyzer.i18n import LANGUAGES
from analyzer.ui import roadmap
from analyzer.ui.analysis import analysed
from analyzer.ui.local_facts import PRIORITY, ROLE
from analyzer.ui.work import work
from analyzer.workspace import choices, keep_choice


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_proposes_a_pilot_and_a_plan(language: str) -> None:
    app = open_app("roadmap", language, small_project())
    assert problems(app) == []
    words = said(app)
    for sentence in (
        ("Start small:", "Commencez petit"),
        ("It has succeeded if", "C’est réussi si"),
        ("Quarter by quarter", "Trimestre par trimestre"),
        ("Worth it from a value of 50", "Intéressant à partir d’une valeur de 50"),
    ):
        assert sentence[LANGUAGES.index(language)] in words
    assert len(app.get("plotly_chart")) == 2
    assert all(chart.proto.alt for chart in app.get("plotly_chart"))


def test_the_capacity_is_kept_and_changes_the_plan() -> None:
    app = open_app("roadmap", "en", small_project())
    project = app.query_params["project"]
    app.slider(key="view_days_per_quarter").set_value(100)
    app.slider(key="view_at_once").set_value(3)
    settled(app)
    assert problems(app) == []
    capacity = roadmap.capacity_of(project)
    assert (capacity.days_per_quarter, capacity.at_once) == (100, 3)
    assert open_app("roadmap", "en", project).slider(key="view_days_per_quarter").value == 100


def test_a_quarter_opens_to_the_use_cases_that_make_its_figures() -> None:
    app = open_app("roadmap", "en", small_project())
    name = app.selectbox(key="view_opened_quarter").options[0]
    app.selectbox(key="view_opened_quarter").select_index(0)
    settled(app)
    assert problems(app) == []
    assert f"Use cases that make the figures of {name}" in said(app)


def scored_project() -> str:
    """Return a small project whose tasks are scored, so that its analysis is at hand."""
    project = small_project()
    open_app("roadmap", "en", project)
    return project


def test_weights_are_kept_move_the_priority_and_can_be_reset() -> None:
    project = scored_project()
    before = analysed(project, "en").tasks["priority"]
    roadmap.keep_weights(project, hours=100, effort=0)
    after = analysed(project, "en").tasks["priority"]
    assert not after.equals(before)
    roadmap.reset_weights(project)
    assert analysed(project, "en").tasks["priority"].equals(before)


def test_wish_and_pain_are_kept_for_each_use_case() -> None:
    project = scored_project()
    case = roadmap.cases_of(analysed(project, "en").estimate).iloc[-1]
    roadmap.keep_appeal(project, case["use_case_key"], wish=5)
    roadmap.keep_appeal(project, case["use_case_key"], pain=4)
    assert list(choices(work(), project, PRIORITY).values()) == [{"wish": 5, "pain": 4}]
    cases = roadmap.cases_of(analysed(project, "en").estimate).set_index("use_case_key")
    assert cases.at[case["use_case_key"], "value"] > case["value"]


def test_what_was_kept_and_is_broken_changes_nothing() -> None:
    project = small_project()
    keep_choice(work(), project, PRIORITY, "capacity", {"days_per_quarter": "many"})
    keep_choice(work(), project, PRIORITY, "weights", {"hours": -3})
    keep_choice(work(), project, roadmap.MONEY, "hour", [1, 2])
    assert roadmap.capacity_of(project).days_per_quarter == 30
    assert roadmap.priorities(project).weights == roadmap.usual_weights()
    assert roadmap.costs_for(project).hour.central == 38.7
    assert problems(open_app("roadmap", "en", project)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_money_is_shown_only_when_asked(language: str) -> None:
    project = small_project()
    app = open_app("hours", language, project)
    assert problems(app) == []
    assert "€" not in said(app), "not an amount before the reader opens it"
    app.session_state["view_money"] = True
    settled(app)
    assert problems(app) == []
    words = said(app)
    assert {"en": "Hours freed are not money", "fr": "ne sont pas de l’argent"}[language] in words
    assert "€" in words


def test_another_currency_forgets_what_was_entered_in_the_first() -> None:
    project = small_project()
    roadmap.keep_amount(project, "hour", {"low": 30, "central": 35, "high": 40})
    assert roadmap.costs_for(project).hour.central == 35
    roadmap.keep_currency(project, "GBP")
    assert (roadmap.costs_for(project).currency, roadmap.costs_for(project).hour.central) == ("GBP", 25)


def test_the_cost_of_a_role_stands_beside_what_else_was_said_of_it() -> None:
    project = scored_project()
    keep_choice(work(), project, ROLE, "Comptable", {"hours_per_week": 39})
    roadmap.keep_role_cost(project, "Comptable", 45.0)
    assert choices(work(), project, ROLE)["Comptable"] == {"hours_per_week": 39, "cost_per_hour": 45.0}
    assert analysed(project, "en").estimate.facts.roles["Comptable"].cost_per_hour == 45


def test_the_usual_weights_come_back_at_a_button() -> None:
    project = small_project()
    roadmap.keep_weights(project, hours=100)
    app = open_app("roadmap", "en", project)
    app.session_state["view_weights"] = True
    settled(app)
    button(app, "reset_weights")
    assert roadmap.priorities(project).weights == roadmap.usual_weights()


def test_the_roadmap_goes_by_hours_until_somebody_enters_a_cost_or_decides() -> None:
    project = scored_project()
    estimate = analysed(project, "en").estimate
    assert roadmap.builds_unpaid(project)
    assert roadmap.roadmap_of(project, estimate).unpaid == ()
    # At two pounds an hour next to nothing that is freed pays for what it takes to build.
    roadmap.keep_amount(project, "hour", {"low": 1, "central": 2, "high": 3})
    assert not roadmap.builds_unpaid(project)
    left_out = roadmap.roadmap_of(project, estimate)
    assert left_out.unpaid
    assert set(left_out.unpaid).isdisjoint(step.name for step in left_out.built)
    roadmap.keep_builds_unpaid(project, True)
    assert roadmap.roadmap_of(project, estimate).unpaid == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_use_case_stands_somewhere_on_the_page(language: str) -> None:
    project = scored_project()
    app = open_app("roadmap", language, project)
    app.session_state["view_standings"] = True
    settled(app)
    assert problems(app) == []
    assert ("What the roadmap does with all", "Ce que la feuille de route fait de tout")[
        LANGUAGES.index(language)
    ] in said(app)
    app.selectbox(key="view_opened_standing").select_index(0)
    settled(app)
    assert problems(app) == []
    assert sum(said(app).count(name) for name in ("First pilot", "Premier essai pilote")) >= 2, "a table of its own"
    assert ("the roadmap builds", "la feuille de route en réalise")[LANGUAGES.index(language)] in said(app)
    assert ("the roadmap builds", "la feuille de route en réalise")[LANGUAGES.index(language)] in said(
        open_app("hours", language, project)
    )


def test_another_use_case_can_begin_and_stays_first_until_the_proposal_is_taken_back() -> None:
    project = small_project()
    app = open_app("roadmap", "en", project)
    estimate = analysed(project, "en").estimate
    proposed = roadmap.pilot_of(project, estimate)
    cases = roadmap.cases_of(estimate)
    freeing = cases[cases["minutes_freed_central"] > 0]
    other = next(key for key in freeing["use_case_key"] if proposed is not None and key != proposed.use_case_key)
    roadmap.keep_appeal(project, other, wish=4)
    app.session_state["view_other_pilot"] = True
    settled(app)
    next(one for one in app.selectbox if one.key.startswith("first_pilot")).set_value(other)
    settled(app)
    button(app, "keep_first_pilot")
    assert problems(app) == []
    name = str(freeing.set_index("use_case_key").loc[other, "use_case"])
    assert f"Start small: “{name}”" in said(app)
    assert f"Start small: “{name}”" in said(open_app("opportunities", "en", project))
    held = analysed(project, "en").estimate.facts.priorities.appeals[other]
    assert (held.begins, held.wish) == (True, 4)
    button(app, "propose_pilot")
    assert proposed is not None and f"Start small: “{proposed.use_case}”" in said(app)
    assert analysed(project, "en").estimate.facts.priorities.appeals[other].wish == 4
