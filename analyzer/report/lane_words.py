"""Why a task takes its path, and what that means to do: the rule of ``analyzer.opportunity.lanes`` in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analyzer.i18n import mark, translate
from analyzer.labels import label
from analyzer.opportunity.lanes import BY_HAND, MOST_STEPS, OFTEN_AND_ALIKE, RELATION, uncertain

_TO_DO = {
    "automate": mark("To do: write its steps down as they are done today, and try one tool on past cases first."),
    "assist": mark("To do: let those who do it try an assistant for two weeks, and note the time before and after."),
    "redesign": mark(
        "To do: list the cases that differ and the checks, agree on one way of working, then look at it again."
    ),
    "keep_human": mark("To do: leave it as it is, and look at what is prepared or filed around it instead."),
}

_NOT_UNDERSTOOD = (
    mark("The text says too little to tell what could be done: nothing is counted for it."),
    mark("To do: describe it in a few more words, or set its score yourself."),
)


def lane_words(task: Mapping[str, Any], language: str) -> list[str]:
    """Return what the path of a task means, why it takes that one, and what to do, one sentence each.

    :param task: a row of ``HoursEstimate.frame``.
    """
    lane = str(task["lane"])
    if lane == "keep_human" and _is_uncertain(task):
        return [translate(sentence, language) for sentence in _NOT_UNDERSTOOD]
    sentences = [label("lane_help", lane, language), *_because(task, lane, language), translate(_TO_DO[lane], language)]
    return [sentence for sentence in sentences if sentence]


def _because(task: Mapping[str, Any], lane: str, language: str) -> list[str]:
    if task.get("overridden"):
        return [translate("Somebody corrected this task: the path follows that.", language)]
    if lane == "redesign":
        reasons = _in_the_way(task, language)
        joined = ", ".join(reasons)
        return [translate("What stands in the way of automating it now: {reasons}.", language, reasons=joined)] * bool(
            reasons
        )
    if lane == "keep_human":
        if task["physical"] >= BY_HAND:
            return [translate("It is done by hand or on the spot.", language)]
        if task["interpersonal"] >= RELATION:
            return [translate("The relation with people is the work itself.", language)]
    return []


def _in_the_way(task: Mapping[str, Any], language: str) -> list[str]:
    """Return what keeps a task that could run in part from the path of automating."""
    found = []
    if task["repetitiveness"] < OFTEN_AND_ALIKE:
        found.append(translate("it is seldom done, or differs from case to case", language))
    if task["automatability"] < MOST_STEPS:
        found.append(translate("only part of its steps could run by themselves", language))
    if task["oversight_needed"] not in ("none", "sampling"):
        found.append(translate("each result is checked by a person", language))
    if _is_uncertain(task):
        found.append(translate("its score is not sure: look at it first", language))
    return found


def _is_uncertain(task: Mapping[str, Any]) -> bool:
    return bool(uncertain(pd.DataFrame([dict(task)])).iloc[0])
