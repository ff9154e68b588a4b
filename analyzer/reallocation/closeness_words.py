"""Why two roles are close, in words: what they share, who could help with what, what would be learned first."""

from __future__ import annotations

import pandas as pd

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_share
from analyzer.reallocation.closeness import ClosenessReasons
from analyzer.reallocation.meeting_sheet import place_words
from analyzer.reallocation.sheets import listed

_MOST_TASKS = 3


def closeness_words(
    frame: pd.DataFrame, role_a: str, role_b: str, reasons: ClosenessReasons, language: str
) -> tuple[str, ...]:
    """Return sentences that explain a closeness.

    :param frame: the frame that the reasons were taken from.
    :param role_a: name of the first role, as in :func:`analyzer.reallocation.role_closeness`; ``role_b`` likewise.
    """
    a, b = (place_words(role or None, None, language) for role in (role_a, role_b))
    tasks = frame["task"].astype("str").to_numpy()
    lines = [
        translate(
            "“{task_a}” ({role_a}) is close to “{task_b}” ({role_b}).",
            language,
            task_a=tasks[pair.task_a],
            task_b=tasks[pair.task_b],
            role_a=a,
            role_b=b,
        )
        for pair in reasons.tasks
    ]
    if not lines:
        lines = [
            translate(
                "No two of their tasks read alike, but both roles spend their time on work of the same kinds.", language
            )
        ]
    lines += [
        translate(
            "Most of the time of both goes to “{activity}”: {share_a} for {role_a}, {share_b} for {role_b}.",
            language,
            activity=label("activity", name, language),
            share_a=format_share(share_a, language),
            share_b=format_share(share_b, language),
            role_a=a,
            role_b=b,
        )
        for name, share_a, share_b in reasons.activities
    ]
    for helper, other, places, new in (
        (b, a, reasons.b_could_help_with, reasons.b_would_learn),
        (a, b, reasons.a_could_help_with, reasons.a_would_learn),
    ):
        lines += _help(helper, other, [(str(tasks[i]), i in new) for i in places[:_MOST_TASKS]], language)
    return tuple(lines)


def _help(helper: str, other: str, tasks: list[tuple[str, bool]], language: str) -> list[str]:
    """Return with which tasks a role could help another, and which of them are of a kind that it does not do yet."""
    if not tasks:
        return []
    quoted = [translate("“{words}”", language, words=task) for task, _ in tasks]
    new = [words for words, (_, learned) in zip(quoted, tasks, strict=True) if learned]
    facts = {"helper": helper, "other": other}
    said = [translate("{helper} could help {other} with: {tasks}.", language, tasks=listed(quoted, language), **facts)]
    if new:
        said.append(
            translate("{helper} would first be shown: {tasks}.", language, tasks=listed(new, language), **facts)
        )
    else:
        said.append(translate("{helper} already does work of this kind.", language, helper=helper))
    return said
