"""Named sets of assumptions of a project, and which one is in use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import clean_text, now
from analyzer.workspace.database import Workspace
from analyzer.workspace.tables import ScenarioRow
from analyzer.workspace.touch import touch


@dataclass(frozen=True)
class Scenario:
    """A named set of assumptions."""

    id: str
    project_id: str
    name: str
    base: str
    """Code of the ready-made scenario that it starts from ("cautious", "central", "ambitious")."""
    assumptions: Mapping[str, Any]
    """What was changed of it, value by name."""
    created_at: datetime
    updated_at: datetime
    chosen_at: datetime | None


def _scenario(row: ScenarioRow) -> Scenario:
    return Scenario(
        row.id,
        row.project_id,
        row.name,
        row.base,
        dict(row.assumptions),
        row.created_at,
        row.updated_at,
        row.chosen_at,
    )


def save_scenario(
    workspace: Workspace,
    project_id: str,
    name: str,
    base: str,
    assumptions: Mapping[str, Any],
    *,
    author_id: str | None = None,
) -> Scenario:
    """Keep a set of assumptions under a name and use it; one of the same name is replaced.

    :param base: code of the ready-made scenario that it starts from.
    :param assumptions: what is changed of it, value by name.
    :param author_id: who saves; the local account if none is named.
    :raises WorkspaceError: if the name is empty or the project is no longer there.
    """
    name = clean_text(name).strip()
    if not name:
        raise WorkspaceError("A scenario needs a name: type one.")
    with workspace.writing() as session:
        touch(session, project_id, revise=False)
        same = select(ScenarioRow).where(ScenarioRow.project_id == project_id, ScenarioRow.name == name)
        row = session.scalar(same)
        if row is None:
            row = ScenarioRow(project_id=project_id, name=name)
            session.add(row)
        row.author_id = author_id or workspace.local_account_id
        row.base = base
        row.assumptions = dict(assumptions)
        row.updated_at = row.chosen_at = now()
        session.flush()
        return _scenario(row)


def list_scenarios(workspace: Workspace, project_id: str) -> list[Scenario]:
    """Return the scenarios of a project, by name."""
    query = select(ScenarioRow).where(ScenarioRow.project_id == project_id).order_by(ScenarioRow.name)
    with workspace.reading() as session:
        return [_scenario(row) for row in session.scalars(query)]


def current_scenario(workspace: Workspace, project_id: str) -> Scenario | None:
    """Return the scenario in use: the one saved or chosen last; ``None`` if the project goes by the defaults."""
    query = (
        select(ScenarioRow)
        .where(ScenarioRow.project_id == project_id, ScenarioRow.chosen_at.is_not(None))
        .order_by(ScenarioRow.chosen_at.desc(), ScenarioRow.id)
        .limit(1)
    )
    with workspace.reading() as session:
        row = session.scalar(query)
        return _scenario(row) if row else None


def choose_scenario(workspace: Workspace, project_id: str, scenario_id: str | None) -> None:
    """Use a scenario, or (``None``) go by the defaults again.

    :raises WorkspaceError: if the project or the scenario is no longer there.
    """
    with workspace.writing() as session:
        touch(session, project_id, revise=False)
        session.execute(update(ScenarioRow).where(ScenarioRow.project_id == project_id).values(chosen_at=None))
        if scenario_id is not None:
            row = _found(session, scenario_id)
            if row.project_id != project_id:
                raise _gone()
            row.chosen_at = now()


def rename_scenario(workspace: Workspace, scenario_id: str, name: str) -> Scenario:
    """Give a scenario another name.

    :raises WorkspaceError: if the name is empty or another scenario of the project has it, or this one is no longer
        there.
    """
    name = clean_text(name).strip()
    if not name:
        raise WorkspaceError("A scenario needs a name: type one.")
    with workspace.writing() as session:
        row = _found(session, scenario_id)
        touch(session, row.project_id, revise=False)
        same = select(ScenarioRow.id).where(ScenarioRow.project_id == row.project_id, ScenarioRow.name == name)
        if session.scalar(same.where(ScenarioRow.id != scenario_id)) is not None:
            raise WorkspaceError("A scenario called “{name}” is there already: choose another name.", name=name)
        row.name = name
        row.updated_at = now()
        session.flush()
        return _scenario(row)


def delete_scenario(workspace: Workspace, scenario_id: str) -> None:
    """Delete a scenario.

    :raises WorkspaceError: if it is no longer there.
    """
    with workspace.writing() as session:
        row = _found(session, scenario_id)
        touch(session, row.project_id, revise=False)
        session.execute(delete(ScenarioRow).where(ScenarioRow.id == scenario_id))


def _found(session: Session, scenario_id: str) -> ScenarioRow:
    row = session.get(ScenarioRow, scenario_id)
    if row is None:
        raise _gone()
    return row


def _gone() -> WorkspaceError:
    return WorkspaceError("This scenario is no longer there: choose another one.")
