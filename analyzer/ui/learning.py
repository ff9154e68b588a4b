"""What a project learns from the corrections that people made, in it and in the other projects of the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analyzer.scoring import SCORE_FIELDS, learn_from_overrides
from analyzer.ui.work import work
from analyzer.workspace import learns, list_lessons

if TYPE_CHECKING:
    from analyzer.scoring import Corrected
    from analyzer.workspace import Lesson


@dataclass(frozen=True)
class Teaching:
    """The corrections of scores that a project may learn from; it can stand in the key of what is computed with it.

    :ivar on: whether the workspace learns at all.
    :ivar lessons: those left out included, the oldest first.
    """

    on: bool
    lessons: tuple[Lesson, ...]

    @property
    def used(self) -> tuple[Lesson, ...]:
        """Those that scores learn from."""
        return tuple(lesson for lesson in self.lessons if self.on and not lesson.left_out)


def teaching_of(project_id: str | None) -> Teaching:
    """Return what a project (or, with ``None``, a task of no project) may learn from."""
    found = list_lessons(work(), project_id)
    return Teaching(learns(work()), tuple(lesson for lesson in found if lesson.field in SCORE_FIELDS))


def learned(scores: pd.DataFrame, teaching: Teaching) -> Corrected:
    """Return scores with what is taught carried over to like tasks; ``because`` names lessons by their ids."""
    used = teaching.used
    overrides = pd.DataFrame(
        {
            "override": [lesson.id for lesson in used],
            "task": [lesson.task for lesson in used],
            "field": [lesson.field for lesson in used],
            "value": [lesson.value for lesson in used],
            "occurrences_per_week": [lesson.occurrences_per_week for lesson in used],
        }
    )
    return learn_from_overrides(scores, overrides)
