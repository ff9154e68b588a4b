"""The open project as the pages see it: its tasks, their scores with people's corrections, and the hours freed.

Each stage is kept by what it was computed from: scores in the workspace (they cost seconds), the rest in memory under
the project's revision, which grows with each change of its files, rows or corrections, and under the corrections of
other projects that it learns from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import pandas as pd

from analyzer._version import __version__
from analyzer.i18n import translate
from analyzer.inventory import complete_frame
from analyzer.opportunity import HoursEstimate, LocalFacts, estimate_prepared, prepare_tasks
from analyzer.scoring import SCORE_FIELDS, apply_override, load_scorer, score_tasks
from analyzer.ui.anchors import carried_over
from analyzer.ui.jobs import jobs, wait_for
from analyzer.ui.learning import Teaching, learned, teaching_of
from analyzer.ui.local_facts import local_facts_of
from analyzer.ui.memory import memory
from analyzer.ui.plan import assumptions_of
from analyzer.ui.use_cases import usable_decisions
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

    from analyzer.opportunity import Assumptions, PreparedTasks, UseCaseDecisions
    from analyzer.opportunity.anchors import Carried
    from analyzer.scoring import Corrected
    from analyzer.ui.jobs import Progress, Work
    from analyzer.workspace import Workspace

Row = dict[str, Any]
"""One row of a frame, value by column."""

_SCORED = ["task", "role", "occurrences_per_week", "minutes_per_occurrence"]
"""Columns that scores are read from: a change elsewhere in the list needs no new scores."""


@dataclass(frozen=True, eq=False)
class Analysis:
    """One project, analysed.

    :ivar tasks: the frame of ``estimate``, by ``row_id`` (also a column).
    :ivar teaching: the corrections that it may learn from.
    :ivar carried: use cases that something was said of and that stand under another key now.
    :ivar moved: which scores moved because of them: :attr:`~analyzer.scoring.Corrected.changes` with ``row_id`` in the
        place of ``at``.
    """

    project: Project
    tasks: pd.DataFrame
    estimate: HoursEstimate
    teaching: Teaching
    carried: Carried
    moved: pd.DataFrame

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


def rows_of(project: Project, language: str, *, include_excluded: bool = False) -> pd.DataFrame:
    """Return the inventory frame of a project with people's edits, complete, with ``row_id``; not to be changed.

    :param include_excluded: also give the rows that were set aside.
    :raises WorkspaceError: if the project is no longer there.
    """
    kept, key = memory("rows"), (*_version(project), language)
    rows = cast("pd.DataFrame | None", kept.get(key))
    if rows is None:
        rows = complete_frame(load_rows(work(), project.id, include_excluded=True), language)
        kept.put(key, rows)
    return rows if include_excluded else rows[~rows["excluded"]].reset_index(drop=True)


def analysed(project_id: str, language: str) -> Analysis:
    """Return the analysis of a project; while tasks are being scored, show how far it is and end this run.

    :raises WorkspaceError: if the project is no longer there.
    :raises ModelError: if the model cannot be used.
    """
    project = get_project(work(), project_id)
    assumptions, teaching = assumptions_of(project_id), teaching_of(project_id)
    corrected, prepared = _prepared(project, teaching, usable_decisions(project_id), language)
    carried = carried_over(project_id, prepared)
    facts = local_facts_of(project_id, carried)
    kept, key = memory("analysis"), (prepared, assumptions, facts.fingerprint, carried.fingerprint)
    analysis = cast("Analysis | None", kept.get(key))
    if analysis is None:
        estimate = estimate_prepared(prepared, assumptions, facts)
        tasks = estimate.frame.set_axis(pd.Index(estimate.frame["row_id"], name=None))
        row_ids = corrected.scores["row_id"].loc[corrected.changes["at"]].to_list()
        moved = corrected.changes.drop(columns="at").assign(row_id=pd.Series(row_ids, dtype="str"))
        analysis = Analysis(project, tasks, estimate, teaching, carried, moved)
        kept.put(key, analysis)
    return analysis


def estimated(analysis: Analysis, assumptions: Assumptions, language: str) -> HoursEstimate:
    """Return the estimate of the same tasks and facts under other assumptions; while a long list is being estimated,
    show that and end this run."""
    own = analysis.estimate
    if assumptions == own.assumptions:
        return own
    kept, key = memory("scenarios"), (own.prepared, own.facts.fingerprint, assumptions)
    estimate = cast("HoursEstimate | None", kept.get(key))
    if estimate is None:
        job = partial(_estimate, own.prepared, assumptions, own.facts)
        words = translate("Estimating each scenario…", language)
        estimate = cast("HoursEstimate", wait_for(("scenario", *key), job, words))
        kept.put(key, estimate)
    return estimate


def _estimate(
    prepared: PreparedTasks, assumptions: Assumptions, facts: LocalFacts, progress: Progress
) -> HoursEstimate:
    del progress  # the draws of one scenario are over before a bar would say anything
    return estimate_prepared(prepared, assumptions, facts)


def _prepared(
    project: Project, teaching: Teaching, use_cases: UseCaseDecisions, language: str
) -> tuple[Corrected, PreparedTasks]:
    """Return the scores, and the tasks made ready for estimates: a moved slider then costs the draws alone."""
    decided = LocalFacts(use_cases=use_cases).fingerprint
    kept, key = memory("prepared"), (*_version(project), language, teaching, decided)
    found = cast("tuple[Corrected, PreparedTasks] | None", kept.get(key))
    if found is None:
        corrected = _learned(project, teaching, language)
        found = corrected, prepare_tasks(corrected.scores, use_cases)
        kept.put(key, found)
    return found


def prepare(project: Project, language: str) -> None:
    """Begin to score a project that the reader is likely to look at next; nothing waits for it."""
    rows = rows_of(project, language)
    if not rows.empty and memory("scores").get((*_version(project), language)) is None:
        jobs().start(*_scoring(project.id, rows))


def _version(project: Project) -> tuple[str, str, int]:
    """Return what stands for everything that a project holds."""
    return work().name, project.id, project.revision


def _scores(project: Project, language: str) -> pd.DataFrame:
    """Return the scores of all counted rows, with people's judgements laid over them."""
    kept, key = memory("scores"), (*_version(project), language)
    scores = cast("pd.DataFrame | None", kept.get(key))
    if scores is None:
        rows = rows_of(project, language)
        scored = wait_for(*_scoring(project.id, rows), translate("Reading the tasks and scoring them…", language))
        scores = _judged(pd.concat([rows, scored], axis=1), project.id)
        kept.put(key, scores)
    return scores


def _learned(project: Project, teaching: Teaching, language: str) -> Corrected:
    """Return the scores with what is learned from corrections carried over to like tasks."""
    scores = _scores(project, language)
    if not teaching.used:
        return learned(scores, teaching)
    kept, key = memory("learned"), (*_version(project), language, teaching.used)
    corrected = cast("Corrected | None", kept.get(key))
    if corrected is None:
        words = translate("Carrying your corrections over to similar tasks…", language)
        corrected = cast("Corrected", wait_for(("learned", *key), lambda _progress: learned(scores, teaching), words))
        kept.put(key, corrected)
    return corrected


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


def _scoring(project_id: str, rows: pd.DataFrame) -> tuple[Hashable, Work]:
    """Return the job that gives the score columns of rows: its key, and its work."""
    workspace, content = work(), content_hash(rows[_SCORED])

    def score(progress: Progress) -> pd.DataFrame:
        return _score(workspace, project_id, rows, content, progress)

    return ("scores", workspace.name, project_id, content), score


def _score(workspace: Workspace, project_id: str, rows: pd.DataFrame, content: str, progress: Progress) -> pd.DataFrame:
    """Return the score columns of rows, from the workspace if they were computed before."""
    scorer = load_scorer()
    # Texts are read by the rules of this version as well as by the models.
    scored_by = f"{scorer.model_id} {__version__}"
    kept = load_analysis(workspace, project_id, content, scored_by)
    if kept is not None:
        return kept
    scores = score_tasks(rows, scorer, progress)
    added = scores[[column for column in scores.columns if column not in rows.columns]]
    store_analysis(workspace, project_id, content, scored_by, added)
    return added
