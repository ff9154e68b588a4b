"""Use cases: tasks that are the same work share one, whoever does it and in whichever language it was written."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping

import pandas as pd

from analyzer.opportunity.local_facts import UseCaseDecisions
from analyzer.scoring.workwords import vocabulary

LONGEST_NAME = 80
"""Characters of a name; a longer text is cut at a word."""
MUCH_OF_IT = 0.5
"""Share of the longest task's time from which a task may give its use case the name (judgement): what takes an hour
does not name what takes thirty."""


def name_use_cases(tasks: pd.DataFrame, decisions: UseCaseDecisions | None = None) -> pd.Series:
    """Name the use case of each task.

    A name that people gave wins. Otherwise the tasks of one use case share the shortest clear text (two words and eight
    letters at least) among those that most of its time is spent on, in the language that most of them are written in.
    The name depends on the tasks alone, so that another order of rows, or the same file again, gives the same names;
    two use cases never share a name: the second gets " (2)".

    :param tasks: counted frame (``task``, ``language``, and ``use_case_key``, or ``work_key`` in its place; with
        ``minutes_per_week``, NaN where unknown, if the names are to follow the time).
    :param decisions: what people decided; nothing if absent.
    :returns: names, same index.
    """
    key = "use_case_key" if "use_case_key" in tasks.columns else "work_key"
    texts = tasks[[key, "task", "language"]].assign(task=tasks["task"].map(_tidy))
    texts["language"] = _spoken(texts)
    texts["minutes"] = tasks["minutes_per_week"].fillna(0.0) if "minutes_per_week" in tasks.columns else 0.0
    grouped = texts.groupby([key, "language", "task"], as_index=False)
    lines = grouped.size().assign(minutes=grouped["minutes"].sum()["minutes"])
    spoken = lines.groupby([key, "language"])["size"].sum().reset_index()
    # As many in one language as in the other: the one that the whole list is written in.
    spoken["everywhere"] = spoken["language"].map(texts["language"].value_counts())
    order = {key: True, "size": False, "everywhere": False, "language": True}
    spoken = spoken.sort_values(list(order), ascending=list(order.values()), kind="stable")
    main_language = spoken.drop_duplicates(key).set_index(key)["language"]
    lines = lines[lines["language"] == lines[key].map(main_language)]
    clear = lines["task"].map(_is_clear).astype(bool)  # of no line at all, texts would come back
    most = lines["minutes"].where(clear, -1.0).groupby(lines[key]).transform("max")
    clear &= lines["minutes"] >= MUCH_OF_IT * most
    length = lines["task"].str.len()
    # Clear texts of what takes the time first, the shortest of them; where none is clear, the longest says most.
    lines = lines.assign(unclear=~clear, order=length.where(clear, -length))
    chosen = lines.sort_values([key, "unclear", "order", "task"], kind="stable").drop_duplicates(key)
    made = dict(zip(chosen[key], chosen["task"].map(_shortened), strict=True))
    names = _told_apart(made, {} if decisions is None else decisions.names)
    return tasks[key].map(names).astype("str")


def _spoken(texts: pd.DataFrame) -> list[str]:
    """Return the language of each text: told by its words, else that of its row, which is often that of its file."""
    told = {text: vocabulary().spoken(text) for text in texts["task"].unique()}
    return [told[text] or str(row) for text, row in zip(texts["task"], texts["language"], strict=True)]


def _tidy(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,:")


def _is_clear(text: str) -> bool:
    return len(text.split()) >= 2 and len(re.findall(r"[^\W\d_]", text)) >= 8


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_NAME:
        return text
    shortened = textwrap.shorten(text, LONGEST_NAME, placeholder="…")
    return shortened if len(shortened) > 1 else text[: LONGEST_NAME - 1] + "…"  # one long word cannot be cut at a space


def _told_apart(made: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Give different use cases different names, those that people named first, then in the order of their keys."""
    taken: set[str] = set()
    result = {}
    for key in sorted(made, key=lambda one: (one not in given, one)):
        name, wanted, number = given.get(key, made[key]), given.get(key, made[key]), 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted} ({number})"
        taken.add(name.casefold())
        result[key] = name
    return result
