"""Why two roles are close, in words: what they share, who could help with what, what would be learned first."""

from __future__ import annotations

import pandas as pd
from babel.numbers import format_percent

from analyzer.i18n import translate
from analyzer.labels import label
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
            "Both spend time on “{activity}”: {share_a} of the time of {role_a}, {share_b} of the time of {role_b}.",
            language,
            activity=label("activity", name, language),
            share_a=format_percent(share_a, locale=language),
            share_b=format_percent(share_b, locale=language),
            role_a=a,
            role_b=b,
        )
        for name, share_a, share_b in reasons.activities
    ]
    lines += [
        translate(
            "“{task_a}” ({role_a}) is near to “{task_b}” ({role_b}).",
            language,
            task_a=tasks[pair.task_a],
            task_b=tasks[pair.task_b],
            role_a=a,
            role_b=b,
        )
        for pair in reasons.tasks
    ]
    lines += _help(b, a, tasks[list(reasons.b_could_help_with)][:_MOST_TASKS], reasons.b_would_learn, language)
    lines += _help(a, b, tasks[list(reasons.a_could_help_with)][:_MOST_TASKS], reasons.a_would_learn, language)
    return tuple(lines)


def _help(helper: str, other: str, tasks: object, learn: tuple[str, ...], language: str) -> list[str]:
    named = [str(task) for task in list(tasks)]  # type: ignore[call-overload]
    if not named:
        return []
    quoted = listed([translate("“{words}”", language, words=task) for task in named], language)
    said = translate("{helper} could help {other} with: {tasks}.", language, helper=helper, other=other, tasks=quoted)
    if learn:
        named_activities = ", ".join(label("activity", name, language) for name in learn)
        first = translate(
            "{helper} would first learn: {activities}.", language, helper=helper, activities=named_activities
        )
        return [said, first]
    return [said, translate("{helper} already does work of this kind.", language, helper=helper)]
