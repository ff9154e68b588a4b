"""Assumptions are saved by name, and the project remembers which ones it goes by."""

from __future__ import annotations

import pytest

from analyzer.errors import WorkspaceError
from analyzer.workspace import (
    Project,
    Workspace,
    choose_scenario,
    create_project,
    current_scenario,
    delete_project,
    delete_scenario,
    get_project,
    list_scenarios,
    rename_scenario,
    save_scenario,
)


def test_a_saved_scenario_is_in_use(workspace: Workspace, project: Project) -> None:
    assert current_scenario(workspace, project.id) is None
    saved = save_scenario(workspace, project.id, "Prudent", "cautious", {"adoption": 0.3, "hours_per_day": 7})
    assert saved.assumptions == {"adoption": 0.3, "hours_per_day": 7}
    assert current_scenario(workspace, project.id) == saved


def test_saving_under_the_same_name_replaces(workspace: Workspace, project: Project) -> None:
    first = save_scenario(workspace, project.id, "Prudent", "cautious", {"adoption": 0.3})
    second = save_scenario(workspace, project.id, " Prudent ", "central", {"adoption": 0.4})
    assert second.id == first.id
    assert [(s.name, s.base, s.assumptions) for s in list_scenarios(workspace, project.id)] == [
        ("Prudent", "central", {"adoption": 0.4})
    ]


def test_another_scenario_or_none_can_be_chosen(workspace: Workspace, project: Project) -> None:
    first = save_scenario(workspace, project.id, "A", "cautious", {})
    save_scenario(workspace, project.id, "B", "ambitious", {})
    choose_scenario(workspace, project.id, first.id)
    chosen = current_scenario(workspace, project.id)
    assert chosen is not None
    assert chosen.name == "A"
    choose_scenario(workspace, project.id, None)
    assert current_scenario(workspace, project.id) is None
    assert len(list_scenarios(workspace, project.id)) == 2


def test_scenarios_do_not_make_rows_be_read_again(workspace: Workspace, project: Project) -> None:
    save_scenario(workspace, project.id, "A", "cautious", {})
    assert get_project(workspace, project.id).revision == project.revision


def test_what_is_gone_says_so(workspace: Workspace, project: Project) -> None:
    scenario = save_scenario(workspace, project.id, "A", "cautious", {})
    other = create_project(workspace, "Other")
    with pytest.raises(WorkspaceError, match="This scenario is no longer there"):
        choose_scenario(workspace, other.id, scenario.id)
    delete_scenario(workspace, scenario.id)
    assert current_scenario(workspace, project.id) is None
    with pytest.raises(WorkspaceError, match="This scenario is no longer there"):
        delete_scenario(workspace, scenario.id)
    with pytest.raises(WorkspaceError, match="A scenario needs a name"):
        save_scenario(workspace, project.id, "", "central", {})
    delete_project(workspace, project.id)
    with pytest.raises(WorkspaceError, match="This project is no longer there"):
        save_scenario(workspace, project.id, "A", "central", {})


def test_a_scenario_keeps_its_values_under_another_name(workspace: Workspace, project: Project) -> None:
    first = save_scenario(workspace, project.id, "A", "cautious", {"adoption": 0.3})
    save_scenario(workspace, project.id, "B", "central", {})
    assert rename_scenario(workspace, first.id, " After the training ").assumptions == {"adoption": 0.3}
    assert [one.name for one in list_scenarios(workspace, project.id)] == ["After the training", "B"]
    for name, part in (("B", "is there already"), ("  ", "needs a name")):
        with pytest.raises(WorkspaceError, match=part):
            rename_scenario(workspace, first.id, name)
    delete_scenario(workspace, first.id)
    with pytest.raises(WorkspaceError, match="no longer there"):
        rename_scenario(workspace, first.id, "C")
