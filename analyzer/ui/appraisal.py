"""One task in someone's own words: read, scored, put into hours, and compared with the tasks already known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import streamlit as st

from analyzer.inventory import complete_frame
from analyzer.inventory.spokentimes import SpokenTime, time_in
from analyzer.opportunity import Assumptions, UseCaseDecisions, estimate_hours
from analyzer.scoring import load_scorer, score_tasks
from analyzer.scoring.nearest_known import nearest_known
from analyzer.scoring.text import clean
from analyzer.ui.analysis import Row, one_row, rows_of
from analyzer.ui.formats import missing, name_of
from analyzer.ui.learning import learned, teaching_of
from analyzer.ui.local_facts import local_facts_of
from analyzer.ui.plan import assumptions_of
from analyzer.ui.times_in_words import minutes_each_time, times_a_week
from analyzer.ui.work import work
from analyzer.workspace import content_hash, get_project

if TYPE_CHECKING:
    from analyzer.workspace import Project

_SNAPSHOT = (
    "repetitiveness",
    "automatability",
    "automatability_low",
    "automatability_high",
    "assistance",
    "solution",
    "oversight_needed",
    "flags",
    "confidence",
    "reasons",
    "lane",
    "minutes_per_week",
    "minutes_freed_low",
    "minutes_freed_central",
    "minutes_freed_high",
)


@dataclass(frozen=True)
class Idea:
    """What someone wrote; frequency and duration are in their words.

    ``from_words``: whether one of them stands in the task only, and was taken from there.
    """

    task: str
    frequency: str = ""
    duration: str = ""
    role: str | None = None
    team: str | None = None
    headcount: float = 1.0
    from_words: bool = False

    def completed(self) -> Idea:
        """Return the idea with the times that its task tells and its own fields do not."""
        told = time_in(self.task)
        if self.frequency.strip() or self.duration.strip():
            # "2 h a week" beside a field that says three times a week could mean either.
            told = SpokenTime("" if told.duration else told.frequency, "" if told.frequency else told.duration)
        often, long = self.frequency.strip() or told.frequency, self.duration.strip() or told.duration
        taken = (often, long) != (self.frequency.strip(), self.duration.strip())
        return replace(self, frequency=often, duration=long, from_words=taken)

    def times(self) -> tuple[float, float]:
        """Return occurrences a week and minutes each, NaN where nothing was said.

        :raises InputFileError: if what was said cannot be read as a frequency or a duration.
        """
        often = times_a_week(self.frequency) if self.frequency.strip() else np.nan
        long = minutes_each_time(self.duration) if self.duration.strip() else np.nan
        return often, long


@dataclass(frozen=True)
class Near:
    """A task already in the list that is close to the new one; ``same`` if it is taken to be the same work."""

    task: str
    role: str | None
    team: str | None
    same: bool


@dataclass(frozen=True, eq=False)
class Appraisal:
    """What an idea is worth: the row of its estimate, and the nearest known tasks."""

    row: Row
    nearest: list[Near]

    def snapshot(self) -> dict[str, Any]:
        """Return scores and hours as plain values, to be kept with the proposal."""
        values = {name: self.row[name] for name in _SNAPSHOT}
        return {name: None if missing(value) else _plain(value) for name, value in values.items()}


def appraise(idea: Idea, project_id: str | None, language: str) -> Appraisal:
    """Score an idea on its own and find what it resembles.

    :param project_id: the project whose tasks it is compared with and whose assumptions count, if any.
    :raises InputFileError: if its frequency or duration cannot be read.
    """
    often, long = idea.times()
    inventory = complete_frame(
        pd.DataFrame(
            {
                "row": [1],
                "task": pd.Series([idea.task], dtype="str"),
                "role": pd.Series([idea.role], dtype="str"),
                "team": pd.Series([idea.team], dtype="str"),
                "person": pd.Series([None], dtype="str"),
                "occurrences_per_week": [often],
                "minutes_per_occurrence": [long],
                "headcount": [float(idea.headcount)],
                "minutes_per_week": [often * long * idea.headcount],
                "language": pd.Series([language], dtype="str"),
                "notes": pd.Series([None], dtype="str"),
                "issues": pd.Series([""], dtype="str"),
                "file": pd.Series([None], dtype="str"),
                "sheet": pd.Series([None], dtype="str"),
            }
        ),
        language,
    )
    assumptions = assumptions_of(project_id) if project_id else Assumptions()
    scores = learned(score_tasks(inventory), teaching_of(project_id)).scores
    # One idea is one use case: what was decided about those of the list does not touch it.
    facts = replace(local_facts_of(project_id), use_cases=UseCaseDecisions()) if project_id else None
    frame = estimate_hours(scores, assumptions, facts).frame
    return Appraisal(one_row(frame, 0), nearest_in_project(idea.task, project_id, language) if project_id else [])


def nearest_in_project(task: str, project_id: str, language: str) -> list[Near]:
    """Return the tasks of a project that are most like a text, the likest first."""
    project = get_project(work(), project_id)
    return _nearest(task, (work().name, project_id, project.revision, load_scorer().model_id), project, language)


@st.cache_data(show_spinner=False, max_entries=256)
def _nearest(task: str, known_as: tuple[str | int, ...], _project: Project, language: str) -> list[Near]:
    del known_as  # it stands for the project's tasks and the encoder in the key of the cache
    rows = rows_of(_project, language).drop_duplicates("task")
    if rows.empty:
        return []
    scorer, text = load_scorer(), clean(task)
    known = [clean(one) for one in rows["task"]]
    vectors = _vectors(content_hash(rows[["task"]]), scorer.model_id, known)
    return [
        Near(
            str(rows["task"].iloc[near.place]),
            name_of(rows["role"].iloc[near.place]),
            name_of(rows["team"].iloc[near.place]),
            near.same,
        )
        for near in nearest_known(text, scorer.encoder.encode([text])[0], known, vectors)
    ]


@st.cache_data(show_spinner=False, max_entries=8)
def _vectors(content: str, model_id: str, _texts: list[str]) -> npt.NDArray[np.float32]:
    del content, model_id  # they stand for the texts and the encoder in the key of the cache
    return load_scorer().encoder.encode(_texts)


def _plain(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic) else value
