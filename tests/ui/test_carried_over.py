"""Wish, pain, measurements and risks of a use case when its file is uploaded again in other words."""

from __future__ import annotations

from driving_app import INVENTORY, open_app, problems, said, small_project

from analyzer.inventory import read_inventory
from analyzer.opportunity.measurement_block import MeasuredLine
from analyzer.ui import follow_up, roadmap
from analyzer.ui.analysis import analysed
from analyzer.ui.components.risk_register import keep_change, registers
from analyzer.ui.moves import use_cases
from analyzer.ui.reading import store_reading
from analyzer.ui.work import work
from analyzer.workspace import add_source, delete_source, list_sources

TASK = "Saisir les factures fournisseurs"


def key_of(project: str, task: str) -> str:
    tasks = analysed(project, "en").tasks
    return str(tasks.loc[tasks["task"] == task, "use_case_key"].iloc[0])


def uploaded_again(project: str, before: str, after: str) -> None:
    """Put a list in the place of the project's, with some words changed."""
    for source in list_sources(work(), project):
        delete_source(work(), source.id)
    content = INVENTORY.decode().replace(before, after).encode()
    source = add_source(work(), project, "taches2.csv", content)
    store_reading(source.id, read_inventory(content, filename="taches2.csv", language="en"), None)
    open_app("use_cases", "en", project)  # scores the new list


def everything_said_of(project: str, task: str) -> str:
    """Say something of all kinds of one use case, as its pages do; return its key."""
    open_app("use_cases", "en", project)
    analysis, key = analysed(project, "en"), key_of(project, task)
    roadmap.keep_appeal(project, key, wish=5, pain=4)
    name = follow_up.names_of(analysis)[key]
    follow_up.enter(analysis, [MeasuredLine(name, minutes_before=20, minutes_after=10)])
    greatest = registers(analysis, use_cases(analysis.estimate))[key][0]
    keep_change(analysis, key, greatest.code, {"impact": 5})
    open_app("roadmap", "en", project)  # the page that the reader sees next notes which rows it has
    return key


def test_all_that_was_said_follows_a_task_told_in_other_words() -> None:
    project = small_project()
    old = everything_said_of(project, TASK)
    uploaded_again(project, TASK, "Saisir et vérifier les factures fournisseurs")
    new = key_of(project, "Saisir et vérifier les factures fournisseurs")
    assert new != old, "this is what the test is about"

    analysis = analysed(project, "en")
    appeal = analysis.estimate.facts.priorities.appeals[new]
    assert (appeal.wish, appeal.pain) == (5, 4)
    assert [one.use_case_key for one in follow_up.measured(analysis)] == [new]
    register = registers(analysis, use_cases(analysis.estimate))[new]
    assert any(risk.edited and risk.impact == 5 for risk in register)
    for page in ("use_cases", "roadmap", "readiness", "follow_up"):
        app = open_app(page, "en", project)
        assert problems(app) == []
        assert "most of its tasks belong to “Saisir et vérifier les factures fournisseurs” now" in said(app)


def test_a_new_answer_keeps_what_was_answered_under_the_key_before() -> None:
    project = small_project()
    everything_said_of(project, TASK)
    uploaded_again(project, TASK, "Saisir et vérifier les factures fournisseurs")
    app = open_app("roadmap", "en", project)
    app.session_state["view_answers"] = True
    app.run()
    shown = app.dataframe[-1].value.set_index("use_case")
    assert tuple(shown.loc["Saisir et vérifier les factures fournisseurs", ["wish", "pain"]]) == (5, 4)


def test_what_belongs_to_no_use_case_any_more_is_kept_and_said() -> None:
    project = small_project()
    old = everything_said_of(project, TASK)
    uploaded_again(project, TASK, "Accueillir les visiteurs au salon")
    app = open_app("use_cases", "fr", project)
    assert problems(app) == []
    assert "ne figure plus dans la liste" in said(app)
    uploaded_again(project, TASK, TASK)
    analysis = analysed(project, "en")
    assert analysis.carried.moved == analysis.carried.lost == {}
    assert analysis.estimate.facts.priorities.appeals[old].wish == 5
