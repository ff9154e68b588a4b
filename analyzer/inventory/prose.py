"""Running text told from a list: a read-me or a letter has sentences that go on over the lines, a list has not."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, pairwise

_LINES, _CHARACTERS = 300, 1 << 17
"""Lines and letters that are looked at."""

_FEWEST = 4
"""Lines below which nothing is called running text; judgement."""

_LONG = 40
"""Letters from which on a line can have been broken for its length; judgement."""

_CONTINUED, _SENTENCES_WITHIN = 0.3, 0.15
"""Shares of lines that go on with the sentence of the line before, and that hold the end of one; judgement."""

_REGULAR = 0.6
"""Share of lines with the same number of delimiters from which on a text is a table; judgement."""

_MANY_WORDS = 18
"""Words from which on a line is more than one task; judgement: half of O*NET's statements have fewer than 15."""

_SENTENCE_END = re.compile(r"[a-zà-ÿ)”»][.!?…] +[A-ZÀ-Ý“«]")
_DOCUMENT_MARK = re.compile(r"#{1,6} \S|```|\[!\[")
_BULLET = re.compile(r"[-*•–—·▪] |\d{1,3}[.)] ")
_GOES_ON = re.compile(r"[a-zà-ÿ]")


def is_running_text(text: str) -> bool:
    """Say whether a text is prose: its sentences end within lines and go on over them, and nothing parts columns.

    :param text: the whole text; its first lines are looked at.
    """
    lines = _first_lines(text)
    bullets = sum(_BULLET.match(line) is not None for line in lines)
    if len(lines) < _FEWEST or _is_regular(lines) or 2 * bullets >= len(lines):
        return False
    continued = sum(
        len(before) >= _LONG and before[-1] not in ".!?:;" and _GOES_ON.match(line) is not None
        for before, line in pairwise(lines)
    )
    marks = sum(_DOCUMENT_MARK.match(line) is not None for line in lines)
    within = sum(_SENTENCE_END.search(line) is not None for line in lines)
    if within < _SENTENCES_WITHIN * len(lines):
        return False
    return continued >= _CONTINUED * len(lines) or (marks >= 2 and continued + marks >= _CONTINUED * len(lines))


def holds_sentences(text: str) -> bool:
    """Say whether most lines of a list hold several sentences or very many words: one of them is hardly one task."""
    lines = [line for line in _first_lines(text) if not line.startswith("#")]
    long = sum(_SENTENCE_END.search(line) is not None or len(line.split()) >= _MANY_WORDS for line in lines)
    return len(lines) > 1 and 2 * long > len(lines)


def _first_lines(text: str) -> list[str]:
    stripped = (line.strip() for line in text[:_CHARACTERS].split("\n"))
    return list(islice(filter(None, stripped), _LINES))


def _is_regular(lines: list[str]) -> bool:
    """Say whether one of the delimiters parts most lines into the same number of cells."""
    for delimiter in (";", "\t", ",", "|"):
        (count, share), *_ = Counter(line.count(delimiter) for line in lines).most_common(1)
        if count and share >= _REGULAR * len(lines):
            return True
    return False
