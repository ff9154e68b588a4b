"""Choices of a project: kept by kind and key, all or none."""

from __future__ import annotations

import pytest

from analyzer.errors import WorkspaceError
from analyzer.workspace import Project, Workspace, choices, delete_project, drop_choices, keep_choice, keep_choices


def test_a_choice_is_found_under_its_kind_and_key(workspace: Workspace, project: Project) -> None:
    keep_choice(workspace, project.id, "readiness", "Sales", {"culture": 3})
    keep_choice(workspace, project.id, "priority", "value", 0.5)

    assert choices(workspace, project.id, "readiness") == {"Sales": {"culture": 3}}
    assert choices(workspace, project.id, "priority") == {"value": 0.5}


def test_a_later_choice_replaces_the_earlier_one(workspace: Workspace, project: Project) -> None:
    keep_choice(workspace, project.id, "priority", "value", 0.5)
    keep_choice(workspace, project.id, "priority", "value", None)

    assert choices(workspace, project.id, "priority") == {"value": None}


def test_choices_are_forgotten_by_key_or_all_at_once(workspace: Workspace, project: Project) -> None:
    keep_choices(workspace, project.id, "priority", {"value": 1, "ease": 2, "risk": 3})

    drop_choices(workspace, project.id, "priority", ["ease"])
    assert choices(workspace, project.id, "priority") == {"risk": 3, "value": 1}

    drop_choices(workspace, project.id, "priority")
    assert choices(workspace, project.id, "priority") == {}


def test_of_several_choices_all_are_kept_or_none(workspace: Workspace, project: Project) -> None:
    with pytest.raises(WorkspaceError, match="1 to 255 characters"):
        keep_choices(workspace, project.id, "priority", {"value": 1, "x" * 256: 2})

    assert choices(workspace, project.id, "priority") == {}


def test_a_project_takes_its_choices_along(workspace: Workspace, project: Project) -> None:
    keep_choice(workspace, project.id, "priority", "value", 1)
    delete_project(workspace, project.id)

    assert choices(workspace, project.id, "priority") == {}
    with pytest.raises(WorkspaceError, match="no longer there"):
        keep_choice(workspace, project.id, "priority", "value", 1)
