"""Several tasks in one cell, on lines of their own or behind bullets, told from one task that takes two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analyzer.inventory.text import fold, word_set
from analyzer.inventory.timereading import TimeReading

_MARK = r"(?:[-*•–—·▪◦‣>]|\(?\d{1,2}(?:[.)]|\s?[-/])|[a-z]\))"
_MARKED = re.compile(rf"{_MARK}\s+(?=\S)")
_LIST = re.compile(r"([-*•–—·▪]) \S.*? \1 \S|1(?:[.)] | ?[-/] )\S.*? 2(?:[.)] | ?[-/] )\S")
""" "- Unload - Check", "1. Unload 2. Check": a list in the cell of one task."""

_NUMBERED = re.compile(r"(?:^|\s)\d{1,2}(?:[.)] | ?[-/] )(?=\S)")
_LONGEST_TASK = 20
"""Words of a line up to which it can be a task; judgement: what is longer is running text."""

_GOES_ON = word_set(
    """et ou de du des d' la le les l' un une a au aux en dans pour par avec sur sans puis que qui dont via and or of
    the a an to for in on with by from then that which"""
)
"""Words before or after which a line break parts no tasks."""


def tasks_in(text: str, lines: Sequence[str]) -> list[str]:
    """Return the tasks that one cell lists, [] if it holds one.

    :param text: the cell.
    :param lines: its lines, if it has several.
    """
    marked = [_MARKED.match(line) is not None for line in lines]
    if lines and (all(marked) or (len(lines) > 2 and all(marked[1:]))):
        parts = _under_heading(lines, marked)
    elif lines and not any(marked) and _are_apart(lines):
        parts = list(lines)
    else:
        parts = _inside(text)
    found = [_MARKED.sub("", part, count=1).strip(" ;,") for part in parts]
    return found if len(found) > 1 and all(re.search(r"[^\W\d_]{2}", one) for one in found) else []


def split_time(time: TimeReading, among: int) -> TimeReading:
    """Return the part of a row's time that falls to one of its tasks: as often, for an even share of the time."""
    minutes, weekly = time.minutes_per_occurrence, time.minutes_per_week
    return replace(
        time,
        minutes_per_occurrence=None if minutes is None else minutes / among,
        minutes_per_week=None if weekly is None else weekly / among,
    )


def _under_heading(lines: Sequence[str], marked: Sequence[bool]) -> list[str]:
    """Return lines with bullets, each behind the line above them all where that has none ("Clôture :")."""
    if marked[0]:
        return list(lines)
    heading = lines[0] if lines[0].endswith(":") else f"{lines[0]}:"
    return [f"{heading} {_MARKED.sub('', line, count=1)}" for line in lines[1:]]


def _are_apart(lines: Sequence[str]) -> bool:
    """Say whether lines without bullets are tasks: each begins like the first, and none goes on in the next."""
    if any(len(line.split()) > _LONGEST_TASK or not line[0].isalpha() for line in lines):
        return False
    if len({line[0].isupper() for line in lines}) > 1 or (lines[0][0].islower() and len(lines) < 3):
        return False
    ends = [fold(line).split()[-1] for line in lines[:-1]]
    begins = [re.split(r"[ ']", fold(line))[0] for line in lines[1:]]
    open_ended = any(line[-1] in ",:-–/(" for line in lines[:-1])
    return not open_ended and not _GOES_ON & {*ends, *begins}


def _inside(text: str) -> list[str]:
    """Return the parts of a list that stands on one line."""
    found = _LIST.match(text)
    if found is None:
        return []
    sign = found.group(1)
    parts = re.split(rf"(?:^|\s){re.escape(sign)}\s", text) if sign else _NUMBERED.split(text)
    return [part for part in parts if part.strip()]
