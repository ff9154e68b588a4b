"""What took time to compute is there after a refresh, for exactly the rows it was computed from."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import update

from analyzer.errors import WorkspaceError
from analyzer.workspace import (
    Project,
    Source,
    Workspace,
    content_hash,
    delete_project,
    edit_rows,
    load_analysis,
    load_rows,
    store_analysis,
)
from analyzer.workspace.analyses import KEPT
from analyzer.workspace.tables import AnalysisRow


@pytest.fixture
def scores() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "task": pd.Series(["Sort the mail", "Plan the week"], dtype="str"),
            "automatability": [71.5, np.nan],
            "level": pd.Series(["T3", None], dtype="str"),
            "overridden": [False, True],
            "row": [2, 3],
        }
    )


def test_a_frame_comes_back_as_it_was_computed(workspace: Workspace, project: Project, scores: pd.DataFrame) -> None:
    store_analysis(workspace, project.id, "rows 1", "model 1", scores)
    loaded = load_analysis(workspace, project.id, "rows 1", "model 1")
    assert loaded is not None
    pd.testing.assert_frame_equal(loaded, scores)


def test_other_rows_or_another_model_find_nothing(workspace: Workspace, project: Project, scores: pd.DataFrame) -> None:
    store_analysis(workspace, project.id, "rows 1", "model 1", scores)
    assert load_analysis(workspace, project.id, "rows 2", "model 1") is None
    assert load_analysis(workspace, project.id, "rows 1", "model 2") is None


def test_a_correction_makes_another_content_and_undoing_it_the_same_again(workspace: Workspace, source: Source) -> None:
    rows = load_rows(workspace, source.project_id)
    before = content_hash(rows)
    edit_rows(workspace, source.project_id, {rows["row_id"][0]: {"role": "Clerk"}})
    assert content_hash(load_rows(workspace, source.project_id)) != before
    assert content_hash(rows) == before
    assert content_hash(rows.iloc[::-1]) != before
    assert content_hash(rows.rename(columns={"role": "team", "team": "role"})) != before


def test_only_the_latest_used_are_kept(workspace: Workspace, project: Project, scores: pd.DataFrame) -> None:
    for number in range(KEPT):
        store_analysis(workspace, project.id, f"rows {number}", "model 1", scores)
    assert load_analysis(workspace, project.id, "rows 0", "model 1") is not None  # used again: now the latest
    store_analysis(workspace, project.id, "one more", "model 1", scores)
    kept = [
        f"rows {n}" for n in range(KEPT) if load_analysis(workspace, project.id, f"rows {n}", "model 1") is not None
    ]
    assert kept == ["rows 0", *(f"rows {n}" for n in range(2, KEPT))]


def test_storing_again_replaces(workspace: Workspace, project: Project, scores: pd.DataFrame) -> None:
    store_analysis(workspace, project.id, "rows 1", "model 1", scores)
    store_analysis(workspace, project.id, "rows 1", "model 1", scores.head(1))
    loaded = load_analysis(workspace, project.id, "rows 1", "model 1")
    assert loaded is not None
    assert len(loaded) == 1


def test_what_cannot_be_read_is_computed_anew(workspace: Workspace, project: Project, scores: pd.DataFrame) -> None:
    store_analysis(workspace, project.id, "rows 1", "model 1", scores)
    with workspace.writing() as session:
        session.execute(update(AnalysisRow).values(frame=b"not Parquet"))
    assert load_analysis(workspace, project.id, "rows 1", "model 1") is None


def test_a_deleted_project_keeps_no_analysis(workspace: Workspace, project: Project, scores: pd.DataFrame) -> None:
    store_analysis(workspace, project.id, "rows 1", "model 1", scores)
    delete_project(workspace, project.id)
    assert load_analysis(workspace, project.id, "rows 1", "model 1") is None
    with pytest.raises(WorkspaceError, match="This project is no longer there"):
        store_analysis(workspace, project.id, "rows 1", "model 1", scores)
