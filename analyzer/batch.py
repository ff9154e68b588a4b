"""The pipeline from files to hours, over one file or many."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from analyzer.inventory import Inventory, ReadingOptions, read_inventories
from analyzer.opportunity import Assumptions, HoursEstimate, LocalFacts, estimate_hours
from analyzer.scoring import Scorer, score_tasks

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Analysis:
    """What was read of some files, and the scores of all their tasks together.

    :ivar inventories: one a file.
    :ivar scores: the scores frame over all files, one row a task.
    :ivar assumptions: what the hours rest on.
    :ivar facts: what is known of the organisation.
    """

    inventories: list[Inventory]
    scores: pd.DataFrame
    assumptions: Assumptions
    facts: LocalFacts = field(default_factory=LocalFacts)

    @cached_property
    def estimate(self) -> HoursEstimate:
        """The hours freed, computed when first asked for."""
        return estimate_hours(self.scores, self.assumptions, self.facts)


def analyze(
    paths: Path | str | Iterable[Path | str],
    *,
    options: ReadingOptions | None = None,
    assumptions: Assumptions | None = None,
    facts: LocalFacts | None = None,
    language: str | None = None,
    scorer: Scorer | None = None,
    progress: Progress | None = None,
) -> Analysis:
    """Read, score and estimate some files as one inventory, so that the same task in two files is one use case.

    :param paths: a file, several, or a folder.
    :param options: corrections of the reading, the same for all files.
    :param assumptions: defaults to the central scenario.
    :param facts: what is known of the organisation; nothing if absent.
    :param language: of the ``issues`` column, "fr" or "en"; each file's own if None.
    :param scorer: the shipped one if absent.
    :param progress: called with the share of the scoring done, 0..1.
    :raises InputFileError: for the first file that cannot be used.
    :raises ModelError: if a model file is missing or altered.
    """
    inventories = read_inventories(paths, options=options, language=language)
    frame = pd.concat([inventory.frame for inventory in inventories], ignore_index=True)
    scores = score_tasks(frame, scorer, progress)
    return Analysis(inventories, scores, assumptions or Assumptions(), facts or LocalFacts())
