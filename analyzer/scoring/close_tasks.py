"""The rated tasks that are close to a task, in words."""

from __future__ import annotations

from rapidfuzz import fuzz

from analyzer.i18n import mark, translate
from analyzer.labels import label
from analyzer.scoring.explanation import Explanation
from analyzer.scoring.reference import Neighbour
from analyzer.scoring.text import comparison_key

_FAR = 30.0
"""Points by which a close task's rating must differ from the score to be called different."""
_CLOSE = 0.82
"""Closeness of the nearest rated task from which it would be odd to say that none is alike (judgement: names and single
words reach 0.8)."""

_RATED = {
    0: mark("no step of it can be automated"),
    1: mark("under half of its steps can be automated"),
    2: mark("at least half of its steps can be automated"),
    3: mark("nearly all its steps can be automated, with a person watching"),
    4: mark("all its steps can be automated"),
}


def close_tasks(told: Explanation) -> list[Neighbour]:
    """Return the rated tasks worth showing: of an unfamiliar text those that it recalls, perhaps none."""
    if told.familiar:
        return told.neighbours
    return [near for near in told.neighbours if near.closeness >= _CLOSE or _holds(near, told.text)]


def _holds(near: Neighbour, text: str) -> bool:
    """Tell whether a reference task holds all the words of a text."""
    words = set(comparison_key(text).split())
    return bool(words) and words <= set(comparison_key(near.text or "").split())


def closest(told: Explanation, language: str) -> str:
    """Return how the rated task that is likest by words and meaning was rated; "" if none can be shown."""
    own = comparison_key(told.text)
    shown = [(near, near.text) for near in told.neighbours if near.text]
    if not shown:
        return ""
    near, text = max(shown, key=lambda one: one[0].closeness + _wording(own, comparison_key(one[1])))
    rated = translate(_RATED[near.grade], language)
    if comparison_key(text) == own:
        return translate("This very task was rated before: {rated}.", language, rated=rated)
    alike = abs(25.0 * near.level - told.automatability) < _FAR
    template = (
        mark("A close task, “{task}” ({context}), was rated much the same: {rated}.")
        if alike
        else mark("A close task, “{task}” ({context}), was rated differently: {rated}.")
    )
    where = neighbour_context(near, language)
    if near.source == "everyday" and not where.isupper():
        where = where[:1].lower() + where[1:]
    return translate(template, language, task=text, context=where, rated=rated)


def _wording(one: str, other: str) -> float:
    """Return the likeness of wording, 0..1, as :mod:`analyzer.scoring.likeness` takes it."""
    return float(fuzz.token_sort_ratio(one, other) + fuzz.token_set_ratio(one, other)) / 200.0


def neighbour_title(near: Neighbour, language: str) -> str:
    """Return a reference task's text, or what stands for it where it is not ours to show."""
    return near.text or translate("A task of the occupation “{occupation}”", language, occupation=near.context)


def neighbour_context(near: Neighbour, language: str) -> str:
    """Return a reference task's occupation (O*NET's English title) or function."""
    return label("function", near.context, language) if near.source == "everyday" else near.context


def neighbour_source(near: Neighbour, language: str) -> str:
    """Return where a reference task and its ratings were published, with its code there."""
    if near.source == "everyday":
        template = mark("{context}; everyday task {code} of this project, rated by its rubric")
    elif near.text:
        template = mark("{context}; O*NET task {code}, rated in the study “GPTs are GPTs” (2024)")
    else:
        template = mark("O*NET task {code}, rated in the study “GPTs are GPTs” (2024)")
    return translate(template, language, context=neighbour_context(near, language), code=near.code)


def neighbour_rating(near: Neighbour, language: str) -> str:
    """Return a reference task's published ratings in words."""
    helped = {
        "little": mark("an assistant saves little time"),
        "some": mark("an assistant saves some time"),
        "much": mark("an assistant saves much time"),
    }[near.help]
    rated = translate(_RATED[near.grade], language)
    return capitalised(translate("{rated}; {helped}.", language, rated=rated, helped=translate(helped, language)))


def capitalised(words: str) -> str:
    """Return words as a sentence begins."""
    return words[:1].upper() + words[1:]
