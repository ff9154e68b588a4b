"""Why a task has its score: the words that move it, the readings behind it, and the nearest tasks already rated."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analyzer.scoring.reasons import reason_codes
from analyzer.scoring.reference import Neighbour
from analyzer.scoring.scorer import UNFAMILIAR, Scorer, load_scorer
from analyzer.scoring.text import clean
from analyzer.scoring.vocabulary import RUBRIC

_WORD = re.compile(r"[^\s,;:.!?()\"«»“”]+")
_MOST_WORDS = 40
_NOTICEABLE = 1.5
"""Points by which a word must move a score to be named."""


@dataclass(frozen=True)
class WordEffect:
    """How far a score would fall (or, below zero, rise) if the word were not there, in points of 100."""

    word: str
    automatability: float
    repetitiveness: float


@dataclass(frozen=True)
class Explanation:
    """Why a text is scored as it is.

    :ivar words: words that move automatability or repetitiveness by 1.5 points or more, strongest first.
    :ivar neighbours: the nearest reference tasks with their published ratings, nearest first.
    :ivar rubric: readings 0..4 of the rubric's items.
    :ivar reasons: reason codes (:data:`analyzer.scoring.reasons.REASONS`).
    :ivar familiar: whether the text resembles tasks that were trained on.
    """

    text: str
    automatability: float
    automatability_low: float
    automatability_high: float
    repetitiveness: float
    words: list[WordEffect]
    neighbours: list[Neighbour]
    rubric: dict[str, float]
    reasons: list[str]
    familiar: bool

    def reason_words(self, language: str) -> list[str]:
        """Return the reasons as short phrases in ``language``."""
        from analyzer.labels import label  # noqa: PLC0415 - the labels are built from this room's vocabulary

        return [label("reason", code, language) for code in self.reasons]


def explain(text: str, language: str, scorer: Scorer | None = None, neighbours: int = 5) -> Explanation:
    """Explain the scores that the text alone gives a task.

    Words are weighed by leaving each out and scoring the rest, so that an effect is measured and not inferred.

    :param text: a task as a user wrote it.
    :param language: "fr" or "en": the language in which everyday reference tasks are given.
    """
    scorer = scorer or load_scorer()
    whole = clean(text)
    spans = [match.span() for match in _WORD.finditer(whole)][:_MOST_WORDS]
    without = [clean(whole[:start] + whole[end:]) for start, end in spans] if len(spans) > 1 else []
    read = scorer.read_texts([whole, *without])
    words = [
        WordEffect(
            whole[start:end],
            float(read.automatability[0] - read.automatability[i]),
            float(read.readings.repetitiveness[0] - read.readings.repetitiveness[i]),
        )
        for i, (start, end) in enumerate(spans[: len(without)], start=1)
    ]
    words = [word for word in words if max(abs(word.automatability), abs(word.repetitiveness)) >= _NOTICEABLE]
    words.sort(key=lambda word: -max(abs(word.automatability), abs(word.repetitiveness)))
    unfamiliar = read.familiar < UNFAMILIAR
    return Explanation(
        text=whole,
        automatability=float(read.automatability[0]),
        automatability_low=float(read.low[0]),
        automatability_high=float(read.high[0]),
        repetitiveness=float(read.readings.repetitiveness[0]),
        words=words,
        neighbours=scorer.reference.nearest(read.vectors[0], language, neighbours),
        rubric=dict(zip(RUBRIC, map(float, read.readings.rubric[0]), strict=True)),
        reasons=reason_codes(read.readings, unfamiliar)[0],
        familiar=not bool(unfamiliar[0]),
    )
