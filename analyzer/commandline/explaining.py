"""What ``explain`` says of one task: in words for a reader, as plain values for a script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analyzer.errors import UsageError
from analyzer.i18n import translate
from analyzer.numbers import labelled
from analyzer.scoring import close_tasks, explain, telling
from analyzer.scoring.explanation import SCORES
from analyzer.scoring.text import clean

if TYPE_CHECKING:
    from analyzer.scoring import Explanation
    from analyzer.scoring.reference import Neighbour


def explained(text: str, frequency: str, role: str, language: str) -> Explanation:
    """Return why a task has its scores.

    :param text: the task as the user wrote it.
    :param frequency: how often it is done, in words; "" if nothing is said.
    :param role: whose work it is; "" if nothing is said.
    :raises UsageError: if the text holds no words, or the frequency cannot be read.
    :raises ModelError: if the model cannot be used.
    """
    if not clean(text):
        raise UsageError("There is no task to explain: write it in a few words.")
    often = _times_a_week(frequency) if frequency.strip() else None
    return explain(text, language, occurrences_per_week=often, role=role)


def _times_a_week(frequency: str) -> float:
    from analyzer.inventory import parse_frequency  # noqa: PLC0415 - reading lists takes longer to import than a score

    often = parse_frequency(frequency)
    if not often:
        raise UsageError(
            "“{text}” is not understood as a frequency: write for example “every day” or “3 times a week”.",
            text=frequency,
        )
    return often


def in_lines(told: Explanation, language: str) -> list[str]:
    """Return the explanation for a reader: the paragraph, then the facts under their headings."""
    lines = [told.text, "", told.in_words(language)]
    if told.reading:
        readings = (labelled(*reading.words(language), language) for reading in told.reading)
        lines += _part(translate("How the task was read", language), [" · ".join(readings)])
    names = {
        "automatability": translate("Automatable", language),
        "repetitiveness": translate("Repetitive", language),
        "assistance": translate("An assistant speeds it up", language),
    }
    words = {score: telling.words_on(told, score, language) for score in SCORES}
    lines += _part(
        translate("Words left out one by one", language),
        [labelled(names[score], moved, language) for score, moved in words.items() if moved],
    )
    if told.familiar:
        lines += _part(translate("What would change it", language), telling.changes(told, language))
    near = [line for one in close_tasks.close_tasks(told) for line in _neighbour(one, language)]
    return lines + _part(translate("Closest tasks that were rated before", language), near)


def as_values(told: Explanation, language: str) -> dict[str, Any]:
    """Return the explanation as JSON holds it: codes and numbers, with the words that stand for them."""
    return {
        "task": told.text,
        "language": language,
        "familiar": told.familiar,
        "in_words": told.in_words(language),
        "automatability": round(told.automatability, 1),
        "automatability_low": round(told.automatability_low, 1),
        "automatability_high": round(told.automatability_high, 1),
        "repetitiveness": round(told.repetitiveness, 1),
        "assistance": round(told.assistance, 1),
        "occurrences_per_week": told.occurrences_per_week,
        "role": told.role,
        "role_points": round(told.role_points, 1),
        "occupation": told.occupation,
        "reading": [
            {"item": one.item, "value": round(one.value, 2), "grade": one.grade, "words": one.words(language)[1]}
            for one in told.reading
        ],
        "words": [{"words": one.word, **{score: round(one.on(score), 1) for score in SCORES}} for one in told.words],
        "reasons": told.reasons,
        "changes": [
            {
                "score": one.score,
                "code": one.code,
                "direction": one.direction,
                "points": one.points,
                "would_be": None if one.would_be is None else round(one.would_be, 1),
                "words": telling.change_sentence(one, language),
            }
            for one in told.changes
        ],
        "nearest": [
            {
                "code": near.code,
                "source": near.source,
                "context": near.context,
                "text": near.text,
                "closeness": round(near.closeness, 3),
                "level": near.level,
                "assistance": round(near.assistance, 3),
                "words": close_tasks.neighbour_rating(near, language),
            }
            for near in told.neighbours
        ],
    }


def _part(title: str, lines: list[str]) -> list[str]:
    return ["", title, *(f"  {line}" for line in lines)] if lines else []


def _neighbour(near: Neighbour, language: str) -> list[str]:
    """Return a reference task as two lines: what it is with its ratings, and where both were published."""
    title = labelled(
        close_tasks.neighbour_title(near, language), close_tasks.neighbour_rating(near, language), language
    )
    return [title, f"  {close_tasks.neighbour_source(near, language)}"]
