"""Why a task has its score: the words that move it, the readings behind it, the nearest tasks already rated, and what
would change it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analyzer.scoring.changes import Change, automatability_changes, frequency_changes
from analyzer.scoring.reasons import reason_codes
from analyzer.scoring.reference import Neighbour
from analyzer.scoring.repetition import combined_repetitiveness
from analyzer.scoring.rubric_reading import RubricReading, graded
from analyzer.scoring.scorer import Scorer, load_scorer
from analyzer.scoring.spans import spans_of
from analyzer.scoring.text import clean
from analyzer.scoring.text_scores import UNFAMILIAR, VERDICT_FROM
from analyzer.scoring.vocabulary import RUBRIC

SCORES = ("automatability", "repetitiveness", "assistance")
"""Scores whose words are weighed."""

_MOST_SPANS = 24
_NOTICEABLE = 1.5
"""Points by which words must move a score to be named."""


@dataclass(frozen=True)
class WordEffect:
    """How far each score would fall (or, below zero, rise) if these words were not there, in points of 100.

    :ivar word: a word, or words that say something only together ("purchase order").
    """

    word: str
    automatability: float
    repetitiveness: float
    assistance: float

    def on(self, score: str) -> float:
        """Return the points on one of :data:`SCORES`."""
        points: float = getattr(self, score)
        return points


@dataclass(frozen=True)
class Explanation:
    """Why a text is scored as it is.

    :ivar repetitiveness: 0..100, with the stated frequency where there is one.
    :ivar occurrences_per_week: the stated frequency, or None.
    :ivar repetitiveness_of_text: the same from the text alone.
    :ivar role: the role that was named, or "".
    :ivar role_points: points that it adds to the repetitiveness (:mod:`analyzer.scoring.role_context`), a stated
        frequency beside it.
    :ivar occupation: title of the occupation nearest to the role (O*NET, in English), or "".
    :ivar words: words that move a score by 1.5 points or more, strongest first; none for an unfamiliar text.
    :ivar neighbours: the nearest reference tasks with their published ratings, nearest first.
    :ivar rubric: readings 0..4 of the rubric's items.
    :ivar reasons: reason codes (:data:`analyzer.scoring.reasons.REASONS`).
    :ivar changes: what would move the scores (:mod:`analyzer.scoring.changes`); none for an unfamiliar text.
    :ivar familiar: whether the text resembles tasks that were trained on.
    """

    text: str
    automatability: float
    automatability_low: float
    automatability_high: float
    repetitiveness: float
    repetitiveness_of_text: float
    assistance: float
    occurrences_per_week: float | None
    role: str
    role_points: float
    occupation: str
    words: list[WordEffect]
    neighbours: list[Neighbour]
    rubric: dict[str, float]
    reasons: list[str]
    changes: list[Change]
    familiar: bool

    @property
    def reading(self) -> list[RubricReading]:
        """The rubric's items with their grades; none for an unfamiliar text, whose readings say nothing."""
        return graded(self.rubric) if self.familiar else []

    def raising(self, score: str) -> list[WordEffect]:
        """Return the words that raise one of :data:`SCORES`, strongest first."""
        found = [word for word in self.words if word.on(score) >= _NOTICEABLE]
        return sorted(found, key=lambda word: -word.on(score))

    def lowering(self, score: str) -> list[WordEffect]:
        """Return the words that lower one of :data:`SCORES`, strongest first."""
        found = [word for word in self.words if word.on(score) <= -_NOTICEABLE]
        return sorted(found, key=lambda word: word.on(score))

    def in_words(self, language: str) -> str:
        """Return all of it as one paragraph, as a colleague would say it."""
        from analyzer.scoring.telling import paragraph  # noqa: PLC0415 - it is built on this module

        return paragraph(self, language)


def explain(
    text: str,
    language: str,
    scorer: Scorer | None = None,
    neighbours: int = 5,
    occurrences_per_week: float | None = None,
    minutes_per_occurrence: float | None = None,
    role: str = "",
) -> Explanation:
    """Explain the scores that the text gives a task, with its frequency where that is stated.

    Words are weighed by leaving each span of them out and scoring the rest (:mod:`analyzer.scoring.spans`), so that an
    effect is measured and not inferred. A rest that is no task of a known kind any more ("payers" of "chase payers")
    has no verdict of its own to compare with: the words whose absence leaves it so are not weighed.

    :param text: a task as a user wrote it.
    :param language: "fr" or "en": the language in which everyday reference tasks are given.
    :param scorer: the one of the settings if absent.
    :param neighbours: how many of the closest tasks that were rated before are given, at most.
    :param occurrences_per_week: how often it is done, where someone has said so; above 0.
    :param minutes_per_occurrence: how long it takes each time, where someone has said so; above 0.
    :param role: whose work it is, where someone has said so.
    """
    scorer = scorer or load_scorer()
    whole = clean(text)
    spans = spans_of(whole)[:_MOST_SPANS]
    spans = spans if len(spans) > 1 else []
    read = scorer.read_texts([whole, *(clean(whole[: span.start] + whole[span.end :]) for span in spans)])
    alike = read.readings.rubric[:, RUBRIC.index("alike")]
    often, long = (
        np.full(len(alike), np.nan if stated is None else float(stated))
        for stated in (occurrences_per_week, minutes_per_occurrence)
    )
    of_role = float(scorer.role_points([role])[0] * read.known[0])
    of_text, of_both = (
        combined_repetitiveness((read.readings.repetitiveness + points).clip(0.0, 100.0), often, alike, long)
        for points in (0.0, of_role)
    )
    repetitiveness = of_both
    scores = (read.automatability, repetitiveness, read.readings.assistance)
    words = [
        WordEffect(span.words, *(float(values[0] - values[i]) for values in scores))
        for i, span in enumerate(spans, start=1)
        if read.familiar[[0, i]].min() >= VERDICT_FROM
    ]
    unfamiliar = read.familiar < UNFAMILIAR
    words = [word for word in words if max(abs(word.on(score)) for score in SCORES) >= _NOTICEABLE]
    rubric = dict(zip(RUBRIC, map(float, read.readings.rubric[0]), strict=True))
    changes: list[Change] = []
    if not unfamiliar[0]:
        changes = automatability_changes(float(read.automatability[0]), rubric, scorer.reference.everyday_codes)
        if occurrences_per_week is None:
            changes += frequency_changes(float(repetitiveness[0]), rubric["alike"])
    return Explanation(
        text=whole,
        automatability=float(read.automatability[0]),
        automatability_low=float(read.low[0]),
        automatability_high=float(read.high[0]),
        repetitiveness=float(repetitiveness[0]),
        repetitiveness_of_text=float(read.readings.repetitiveness[0]),
        assistance=float(read.readings.assistance[0]),
        occurrences_per_week=occurrences_per_week,
        role=role,
        role_points=float(of_both[0] - of_text[0]),
        occupation=scorer.occupation_like(role),
        words=sorted(words, key=lambda word: -max(abs(word.on(score)) for score in SCORES)),
        neighbours=scorer.reference.nearest(read.vectors[0], language, neighbours),
        rubric=rubric,
        reasons=reason_codes(read.readings, unfamiliar)[0],
        changes=changes,
        familiar=not bool(unfamiliar[0]),
    )
