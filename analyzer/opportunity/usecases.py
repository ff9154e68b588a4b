"""Use cases: tasks that are the same work share one, whoever does it and in whichever language it was written."""

from __future__ import annotations

import re
import textwrap

import pandas as pd

from analyzer.opportunity.local_facts import UseCaseDecisions

LONGEST_NAME = 80
"""Characters of a name; a longer text is cut at a word."""


def name_use_cases(tasks: pd.DataFrame, decisions: UseCaseDecisions | None = None) -> pd.Series:
    """Name the use case of each task.

    Tasks of one ``work_key`` share the shortest clear text among them (two words and eight letters at least), in the
    language that most of them are written in. The name depends on the texts alone, so that another order of rows, or
    the same file again, gives the same names; different work never shares a name: the second gets " (2)".

    :param tasks: counted frame (``work_key``, ``task``, ``language``).
    :param decisions: what people decided about use cases.
    :returns: names, same index.
    """
    del decisions
    texts = tasks[["work_key", "task", "language"]].assign(task=tasks["task"].map(_tidy))
    lines = texts.groupby(["work_key", "language", "task"], as_index=False).size()
    spoken = lines.groupby(["work_key", "language"])["size"].sum().reset_index()
    spoken = spoken.sort_values(["work_key", "size", "language"], ascending=[True, False, True], kind="stable")
    main_language = spoken.drop_duplicates("work_key").set_index("work_key")["language"]
    lines = lines[lines["language"] == lines["work_key"].map(main_language)]
    clear = lines["task"].map(_is_clear)
    length = lines["task"].str.len()
    # Clear texts first, the shortest of them; where none is clear, the longest says most.
    lines = lines.assign(unclear=~clear, order=length.where(clear, -length))
    chosen = lines.sort_values(["work_key", "unclear", "order", "task"], kind="stable").drop_duplicates("work_key")
    names = _told_apart(dict(zip(chosen["work_key"], chosen["task"].map(_shortened), strict=True)))
    return tasks["work_key"].map(names).astype("str")


def _tidy(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,:")


def _is_clear(text: str) -> bool:
    return len(text.split()) >= 2 and len(re.findall(r"[^\W\d_]", text)) >= 8


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_NAME:
        return text
    shortened = textwrap.shorten(text, LONGEST_NAME, placeholder="…")
    return shortened if len(shortened) > 1 else text[: LONGEST_NAME - 1] + "…"  # one long word cannot be cut at a space


def _told_apart(names: dict[str, str]) -> dict[str, str]:
    """Give different work different names, in the order of its keys."""
    taken: set[str] = set()
    result = {}
    for key in sorted(names):
        name, number = names[key], 1
        while name.casefold() in taken:
            number += 1
            name = f"{names[key]} ({number})"
        taken.add(name.casefold())
        result[key] = name
    return result
