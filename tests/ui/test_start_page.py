"""The start page: what it promises, and projects from before that are reopened, renamed and deleted."""

from __future__ import annotations

from driving_app import button, go, open_app, problems, said, settled, small_project

from analyzer.ui.work import work
from analyzer.workspace import get_project, list_projects


def test_it_says_in_three_lines_what_the_analyzer_does() -> None:
    app = open_app()
    assert sum("promise" in element.value and element.value.count("<li>") == 3 for element in app.get("html")) == 1


def test_a_project_from_before_is_reopened_where_its_result_is() -> None:
    project = small_project()
    app = button(open_app(), f"open_{project}")
    assert app.title[0].value == "Opportunities"
    assert app.query_params["project"] == project


def test_a_project_is_renamed() -> None:
    project = small_project()
    app = open_app()
    app.text_input(key=f"name_{project}").set_value("Accounts 2027")
    button(app, f"rename_{project}")
    assert get_project(work(), project).name == "Accounts 2027"
    assert "Accounts 2027" in said(app)


def test_a_name_left_empty_is_refused_in_one_sentence() -> None:
    project = small_project()
    app = open_app()
    app.text_input(key=f"name_{project}").set_value(" ")
    button(app, f"rename_{project}")
    assert problems(app) == ["A project needs a name: type one."]


def test_a_project_is_deleted_only_after_a_second_word() -> None:
    project = small_project()
    app = go(open_app("opportunities", project=project), "start")
    assert app.button(key=f"delete_{project}").disabled
    app.checkbox(key=f"sure_{project}").check()
    button(settled(app), f"delete_{project}")
    assert list_projects(work()) == []
    assert "project" not in app.query_params


def test_only_the_latest_projects_are_listed_until_all_are_asked_for() -> None:
    projects = [small_project() for _ in range(8)]
    app = open_app()
    listed = [one for one in app.button if one.key and one.key.startswith("open_")]
    assert len(listed) == 6
    app.toggle(key="all_projects").set_value(True)
    settled(app)
    assert len([one for one in app.button if one.key and one.key.startswith("open_")]) == len(projects)
