"""The open project as the pages see it: its tasks, their scores with people's corrections, and the hours freed.

Each stage is kept by what it was computed from: scores in the workspace (they cost seconds), the estimate in memory (a
slider asks for it at every move).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from analyzer.i18n import translate
from analyzer.inventory import complete_frame
from analyzer.opportunity import Assumptions, HoursEstimate, estimate_hours
from analyzer.scoring import SCORE_FIELDS, apply_override, load_scorer, score_tasks
from analyzer.ui.jobs import jobs, wait_for
from analyzer.ui.plan import assumptions_of
from analyzer.ui.work import work
from analyzer.workspace import (
    Project,
    content_hash,
    current_overrides,
    get_project,
    load_analysis,
    load_rows,
    store_analysis,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

    from analyzer.ui.jobs import Progress, Work
    from analyzer.workspace import Workspace

Row = dict[str, Any]
"""One row of a frame, value by column."""

_SCORED = ["task", "occurrences_per_week"]
"""Columns that scores are read from: a change elsewhere in the list needs no new scores."""


@dataclass(frozen=True, eq=False)
class Analysis:
    """One project, analysed.

    :ivar tasks: the frame of ``estimate``, by ``row_id`` (also a column).
    """

    project: Project
    tasks: pd.DataFrame
    estimate: HoursEstimate

    @property
    def total(self) -> Row:
        """The one row of ``estimate.totals()``."""
        return one_row(self.estimate.totals("total"), 0)

    def task(self, row_id: str) -> Row | None:
        """Return one task, or ``None`` if it is no longer in the list."""
        return one_row(self.tasks, self.tasks.index.get_loc(row_id)) if row_id in self.tasks.index else None


def one_row(frame: pd.DataFrame, place: Any) -> Row:
    """Return the row at a position, value by column."""
    return {str(name): value for name, value in frame.iloc[place].items()}


def rows_of(project_id: str, language: str, *, include_excluded: bool = False) -> pd.DataFrame:
    """Return the inventory frame of a project with people's edits, complete, with ``row_id``."""
    rows = load_rows(work(), project_id, include_excluded=include_excluded)
    for field in ("occurrences_per_week", "minutes_per_occurrence"):
        # A value that someone took out takes out the time per week that was read with it.
        cleared = rows["edited"].str.contains(field, regex=False) & rows[field].isna()
        rows.loc[cleared, "minutes_per_week"] = float("nan")
    return complete_frame(rows, language)


def analysed(project_id: str, language: str) -> Analysis:
    """Return the analysis of a project; while tasks are being scored, show how far it is and end this run.

    :raises WorkspaceError: if the project is no longer there.
    :raises ModelError: if the model cannot be used.
    """
    project = get_project(work(), project_id)
    scores = _scores(project, language)
    estimate = _estimate(content_hash(scores), assumptions_of(project_id), scores)
    return Analysis(project, estimate.frame.set_axis(pd.Index(estimate.frame["row_id"], name=None)), estimate)


def _scores(project: Project, language: str) -> pd.DataFrame:
    """Return the scores of all counted rows, with people's judgements laid over them."""
    rows = rows_of(project.id, language)
    content = content_hash(rows[_SCORED])
    words = translate("Reading the tasks and scoring them…", language)
    scored = wait_for(*_scoring(project.id, rows, content), words)
    return _judged(pd.concat([rows, scored], axis=1), project.id)


def prepare(project_id: str, language: str) -> None:
    """Begin to score a project that the reader is likely to look at next; nothing waits for it."""
    rows = rows_of(project_id, language)
    if not rows.empty:
        jobs().start(*_scoring(project_id, rows, content_hash(rows[_SCORED])))


def warm_up() -> None:
    """Begin to load the model, so that the first scores need not wait for it."""
    jobs().start("model", lambda _progress: load_scorer())


def _scoring(project_id: str, rows: pd.DataFrame, content: str) -> tuple[Hashable, Work]:
    """Return the job that gives the score columns of rows: its key, and its work."""
    workspace = work()
    return ("scores", workspace, project_id, content), lambda progress: _score(
        workspace, project_id, rows, content, progress
    )


def _judged(scores: pd.DataFrame, project_id: str) -> pd.DataFrame:
    """Return the scores with people's judgements in their place; a lane that someone chose stands in ``lane``."""
    lanes = pd.Series(pd.NA, scores.index, dtype="str")
    for row_id, fields in current_overrides(work(), project_id).items():
        rows = scores["row_id"] == row_id
        for field, decision in fields.items():
            if field in SCORE_FIELDS:
                scores = apply_override(scores, rows, field, float(decision.value))
            elif field == "lane":
                lanes[rows] = str(decision.value)
                scores = scores.assign(overridden=scores["overridden"] | rows)
    return scores.assign(lane=lanes)


def _score(workspace: Workspace, project_id: str, rows: pd.DataFrame, content: str, progress: Progress) -> pd.DataFrame:
    """Return the score columns of rows, from the workspace if they were computed before."""
    scorer = load_scorer()
    kept = load_analysis(workspace, project_id, content, scorer.model_id)
    if kept is not None:
        return kept
    scores = score_tasks(rows, scorer, progress)
    added = scores[[column for column in scores.columns if column not in rows.columns]]
    store_analysis(workspace, project_id, content, scorer.model_id, added)
    return added


@st.cache_resource(show_spinner=False, max_entries=8)
def _estimate(content: str, assumptions: Assumptions, _scores: pd.DataFrame) -> HoursEstimate:
    del content  # it stands for the frame in the key of the cache
    return estimate_hours(_scores, assumptions)
