"""Measured minutes: kept together or not at all, in order, and gone when they are removed."""

from __future__ import annotations

import shutil
from dataclasses import fields, replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from analyzer.errors import WorkspaceError
from analyzer.workspace import (
    MeasuredMinutes,
    Measurement,
    Project,
    Workspace,
    add_measurements,
    delete_project,
    get_project,
    list_measurements,
    open_workspace,
    remove_measurements,
    schema,
)
from analyzer.workspace.engine import make_engine

ONE = MeasuredMinutes(
    "invoices",
    "Enter supplier invoices",
    12.5,
    8.0,
    team="Finance",
    period="semaine 12",
    minutes_checking=1.5,
    cases=40,
    cases_new_way=30,
    family="data_entry",
    place=0.8,
    checked=0.25,
)


def entered(measurement: Measurement) -> MeasuredMinutes:
    """Return a kept measurement as it was entered."""
    return MeasuredMinutes(**{one.name: getattr(measurement, one.name) for one in fields(MeasuredMinutes)})


def test_measurements_come_back_as_entered_and_in_their_order(workspace: Workspace, project: Project) -> None:
    block = [ONE, replace(ONE, period="semaine 13", minutes_after=7.0), MeasuredMinutes("notes", "Take notes", 30, 33)]
    add_measurements(workspace, project.id, block)
    kept = list_measurements(workspace, project.id)
    assert [entered(one) for one in kept] == block
    assert kept[0].created_at is not None
    assert len({one.id for one in kept}) == 3


def test_of_a_block_all_is_kept_or_nothing(workspace: Workspace, project: Project) -> None:
    with pytest.raises(WorkspaceError, match="numbers of 0 or more"):
        add_measurements(workspace, project.id, [ONE, replace(ONE, minutes_after=float("nan"))])
    assert list_measurements(workspace, project.id) == []


@pytest.mark.parametrize(
    "wrong",
    [{"minutes_before": -1.0}, {"minutes_checking": float("inf")}, {"cases": -1}, {"cases_new_way": 2**31}],
)
def test_a_number_that_cannot_be_is_refused(workspace: Workspace, project: Project, wrong: dict[str, float]) -> None:
    with pytest.raises(WorkspaceError, match="numbers of 0 or more"):
        add_measurements(workspace, project.id, [replace(ONE, **wrong)])  # type: ignore[arg-type]


def test_a_measurement_belongs_to_a_use_case(workspace: Workspace, project: Project) -> None:
    for key in ("", "x" * 256):
        with pytest.raises(WorkspaceError, match="belongs to a use case"):
            add_measurements(workspace, project.id, [replace(ONE, use_case_key=key)])


def test_a_removed_measurement_is_gone_and_removing_it_again_is_no_error(
    workspace: Workspace, project: Project
) -> None:
    add_measurements(workspace, project.id, [ONE, replace(ONE, period="semaine 13")])
    first, second = list_measurements(workspace, project.id)
    remove_measurements(workspace, project.id, [first.id])
    remove_measurements(workspace, project.id, [first.id])
    assert list_measurements(workspace, project.id) == [second]


def test_a_project_takes_its_measurements_along(workspace: Workspace, project: Project) -> None:
    add_measurements(workspace, project.id, [ONE])
    delete_project(workspace, project.id)
    assert list_measurements(workspace, project.id) == []
    with pytest.raises(WorkspaceError, match="no longer there"):
        add_measurements(workspace, project.id, [ONE])


def test_the_table_comes_to_a_workspace_of_the_version_before_and_its_work_stays(
    empty_url: str, tmp_path: Path
) -> None:
    before = Path(shutil.copytree(schema.MIGRATIONS, tmp_path / "migrations"))
    for later in before.glob("versions/*.py"):
        if later.name >= "0004":
            later.unlink()
    engine = make_engine(empty_url)
    schema.upgrade(engine, before)
    assert "measurements" not in inspect(engine).get_table_names()
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO projects (id, name, revision, created_at, updated_at) "
                "VALUES ('p', 'Payroll', 0, '2026-01-01 00:00:00', '2026-01-01 00:00:00')"
            )
        )
    engine.dispose()
    with open_workspace(empty_url) as workspace:
        assert get_project(workspace, "p").name == "Payroll"
        add_measurements(workspace, "p", [ONE])
        assert [one.use_case for one in list_measurements(workspace, "p")] == ["Enter supplier invoices"]


def test_nothing_says_who_was_measured(empty_url: str) -> None:
    open_workspace(empty_url).close()
    engine = create_engine(empty_url)
    columns = {column["name"] for column in inspect(engine).get_columns("measurements")}
    engine.dispose()
    assert not {name for name in columns if "person" in name or "employee" in name}
