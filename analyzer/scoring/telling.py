"""An explanation in words, as a colleague would put it: one paragraph, and the facts behind it one by one.

Each function takes facts and a language, and makes words; nothing is computed here.
"""

from __future__ import annotations

from analyzer.i18n import mark, translate
from analyzer.scoring.changes import Change
from analyzer.scoring.close_tasks import capitalised, close_tasks, closest
from analyzer.scoring.explanation import Explanation, WordEffect
from analyzer.scoring.reasons import LOWERING, RAISING

_TELLING = 5.0
"""Points from which words are worth a sentence."""
_WORTH_A_WORD = 2
"""Points from which what a role does is told."""
_MOST_REASONS = 3

_VERDICTS = (
    (75.0, mark("This task could run almost entirely by itself: {score} out of 100, between {low} and {high}.")),
    (55.0, mark("Most of this task could run by itself: {score} out of 100, between {low} and {high}.")),
    (35.0, mark("About half of this task could run by itself: {score} out of 100, between {low} and {high}.")),
    (15.0, mark("Only a small part of this task could run by itself: {score} out of 100, between {low} and {high}.")),
    (0.0, mark("This task stays in people’s hands: {score} out of 100, between {low} and {high}.")),
)

_BECAUSE = {
    "rule_based_high": mark("it follows clear rules"),
    "structured_input_high": mark("it starts from structured data"),
    "alike_high": mark("the steps are the same each time"),
    "judgement_low": mark("it takes little judgement"),
    "rule_based_low": mark("no rule could be written down for it"),
    "structured_input_low": mark("it starts from talk, objects or loose notes"),
    "alike_low": mark("it is different each time"),
    "judgement_high": mark("it takes a person’s judgement"),
    "relation_high": mark("it rests on trust between people"),
    "physical_high": mark("it takes hands or somebody on the spot"),
    "stake_high": mark("a mistake would be serious"),
}

_BALANCE = {
    (True, True, True): mark("{pro}, but {con}."),
    (True, True, False): mark("{pro}."),
    (True, False, True): mark("{con}, which holds it back."),
    (False, True, True): mark("{con}, even though {pro}."),
    (False, True, False): mark("{pro}, which would make it easier to automate."),
    (False, False, True): mark("{con}."),
}
"""By whether half or more of it could run by itself, something speaks for it, something speaks against it."""

_IF = {
    "fields": mark("If the information came in as form fields or files of fixed form"),
    "rules": mark("If written rules settled every case but the exceptions"),
    "remote": mark("If nobody had to be on the spot"),
    "loose": mark("If the information came in by phone, on paper or in loose notes"),
    "weighed": mark("If each case had to be weighed by a person"),
}

_HELD = {
    "held_relation": mark(
        "As long as it rests on trust between people, tidier forms or clearer rules would change little."
    ),
    "held_physical": mark(
        "As long as it takes hands or somebody on the spot, tidier forms or clearer rules would change little."
    ),
    "held_judgement": mark("As long as it rests on a person’s judgement, tidier forms would change little."),
}

_OFTEN = {
    "daily": mark("If it is done daily, repetitiveness would be about {score} out of 100."),
    "weekly": mark("If it is done weekly, repetitiveness would be about {score} out of 100."),
    "monthly": mark("If it is done monthly, repetitiveness would be about {score} out of 100."),
}


def paragraph(told: Explanation, language: str) -> str:
    """Return the explanation as one paragraph."""
    if not told.familiar:
        return unknown(told, language)
    sentences = [
        verdict(told, language),
        because(told, language),
        strongest_change(told, language),
        wording(told, language),
        closest(told, language),
        how_often(told, language),
        of_role(told, language),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def in_brief(told: Explanation, language: str) -> str:
    """Return only what the scores beside it do not show: what speaks for and against, and what would change it."""
    if not told.familiar:
        return unknown(told, language)
    sentences = (because(told, language) or wording(told, language), strongest_change(told, language))
    return " ".join(sentence for sentence in sentences if sentence)


def unknown(told: Explanation, language: str) -> str:
    """Return that the text says too little to be scored."""
    if close_tasks(told):
        template = mark(
            "These words recall tasks that were rated before, but it is not sure that they describe a task, so the "
            "score of {score} says next to nothing: judge it yourself, or describe it in a few more words."
        )
    else:
        template = mark(
            "This resembles none of the tasks that were rated before, so its score of {score} says next to nothing: "
            "judge it yourself, or describe it in a few more words."
        )
    return translate(template, language, score=round(told.automatability))


def verdict(told: Explanation, language: str) -> str:
    """Return how much of the task could run by itself, with its range."""
    low, score, high = (round(v) for v in (told.automatability_low, told.automatability, told.automatability_high))
    template = next(words for edge, words in _VERDICTS if score >= edge)
    return translate(template, language, low=low, score=score, high=high)


def because(told: Explanation, language: str) -> str:
    """Return what speaks for and against in one sentence, the side that prevails first; "" if nothing stands out."""
    speaks_for, against = (
        [translate(_BECAUSE[code], language) for code in _reasons(told, side)] for side in (RAISING, LOWERING)
    )
    if not speaks_for and not against:
        return ""
    template = _BALANCE[told.automatability >= 50.0, bool(speaks_for), bool(against)]
    return capitalised(translate(template, language, pro=listed(speaks_for, language), con=listed(against, language)))


def _reasons(told: Explanation, side: tuple[str, ...]) -> list[str]:
    return [code for code in told.reasons if code in side][:_MOST_REASONS]


def wording(told: Explanation, language: str) -> str:
    """Return which words of the text move the automatability most; "" if none stands out."""
    up = next((word for word in told.raising("automatability") if word.automatability >= _TELLING), None)
    down = next((word for word in told.lowering("automatability") if word.automatability <= -_TELLING), None)
    facts: dict[str, object] = {}
    if up:
        facts |= {"up": up.word, "more": round(up.automatability)}
    if down:
        facts |= {"down": down.word, "less": round(-down.automatability)}
    if up and down:
        template = mark(
            "In your words, “{up}” raises the score most (by about {more} points), “{down}” lowers it most (by about "
            "{less})."
        )
    elif up:
        template = mark("In your words, “{up}” raises the score most (by about {more} points).")
    elif down:
        template = mark("In your words, “{down}” lowers the score most (by about {less} points).")
    else:
        return ""
    return translate(template, language, **facts)


def how_often(told: Explanation, language: str) -> str:
    """Return the repetitiveness, and what a frequency would make of it or has made of it."""
    if told.occurrences_per_week is not None:
        return translate(
            "With the frequency you gave, repetitiveness is {score} out of 100; from the words alone it would be "
            "{alone}.",
            language,
            score=round(told.repetitiveness),
            alone=round(told.repetitiveness_of_text),
        )
    then = {change.code: round(change.would_be or 0.0) for change in told.changes if change.score == "repetitiveness"}
    return translate(
        "From the words alone, repetitiveness is {score} out of 100; done daily it would be about {daily}, weekly "
        "{weekly}, monthly {monthly}.",
        language,
        score=round(told.repetitiveness_of_text),
        **then,
    )


def of_role(told: Explanation, language: str) -> str:
    """Return what the role adds to the repetitiveness or takes from it; "" if it hardly does."""
    points = round(told.role_points)
    if not told.familiar or abs(points) < _WORTH_A_WORD:
        return ""
    template = (
        mark(
            "As work of “{role}”, repetitiveness counts {points} points more: where people do such work for a living "
            "(nearest in O*NET: {occupation}), tasks come back more often than their words let expect."
        )
        if points > 0
        else mark(
            "As work of “{role}”, repetitiveness counts {points} points less: where people do such work for a living "
            "(nearest in O*NET: {occupation}), tasks come back less often than their words let expect."
        )
    )
    return translate(template, language, role=told.role, points=abs(points), occupation=told.occupation)


def strongest_change(told: Explanation, language: str) -> str:
    """Return the change of the automatability that is worth naming first, to be said after :func:`because`.

    One that is not measured is left to :func:`changes`.
    """
    worth = (one for one in told.changes if one.score == "automatability" and (one.points or one.code in _HELD))
    change = next(worth, None)
    if change is None:
        return ""
    item = change.code.removeprefix("held_")
    if change.code in _HELD and f"{item}_high" in _reasons(told, LOWERING) and not _reasons(told, RAISING):
        return translate("Tidier forms or clearer rules would change little.", language)
    return change_sentence(change, language)


def changes(told: Explanation, language: str) -> list[str]:
    """Return all that would change the scores, a sentence each; what a frequency does is one."""
    sentences = [change_sentence(change, language) for change in told.changes if change.score == "automatability"]
    return [*sentences, *filter(None, (how_often(told, language), of_role(told, language)))]


def change_sentence(change: Change, language: str) -> str:
    """Return what would move a score, and by how much where that is measured."""
    if change.code in _HELD:
        return translate(_HELD[change.code], language)
    if change.code in _OFTEN:
        return translate(_OFTEN[change.code], language, score=round(change.would_be or 0.0))
    if change.points is None:
        template = mark(
            "{condition}, it would score higher; by how much is not known: too few rated tasks are like this."
        )
    elif change.direction > 0:
        template = mark("{condition}, it would score about {points} points higher.")
    else:
        template = mark("{condition}, it would score about {points} points lower.")
    condition = translate(_IF[change.code], language)
    return translate(template, language, condition=condition, points=abs(change.points or 0))


def words_on(told: Explanation, score: str, language: str, most: int = 4) -> str:
    """Return which words raise and which lower a score, with their points; "" if none does."""
    parts = []
    for words, template in (
        (told.raising(score), mark("higher with {words}")),
        (told.lowering(score), mark("lower with {words}")),
    ):
        if words:
            named = ", ".join(_with_points(word, score, language) for word in words[:most])
            parts.append(translate(template, language, words=named))
    return ("\u202f; " if language == "fr" else "; ").join(parts)


def _with_points(word: WordEffect, score: str, language: str) -> str:
    points = round(word.on(score))
    signed = f"+{points}" if points > 0 else f"\u2212{-points}"
    return translate("“{word}” ({points})", language, word=word.word, points=signed)


def listed(words: list[str], language: str) -> str:
    """Return words as a list: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return translate("{first} and {last}", language, first=", ".join(words[:-1]), last=words[-1])
