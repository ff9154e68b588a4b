"""A task's text as the encoder and the heads read it: the same in training and in use."""

from __future__ import annotations

import re

from analyzer.scoring.neutral import neutral
from analyzer.scoring.shorthand import written_out
from analyzer.scoring.typing_habits import usually_typed

_SPEAKER = re.compile(
    r"\A(?:(?:je|nous|we|I)\s+(?:am\s+|are\s+)?|j['’]\s?|(?:I['’]m|we['’]re)\s+)(?=[^\W\d_]+\s+\S)", re.IGNORECASE
)
"""Who speaks, before at least two words: people who propose an idea write "je relance les clients" and "I chase
customers"; lists, which the encoder has learned from, do not. ("On" is left: it begins English notes.)"""


def as_read(text: str) -> str:
    """Return a cleaned text without what must not move a score: persons, who speaks, capitals, a stop at its end,
    clipped words.

    :param text: a cleaned text (:func:`analyzer.scoring.text.clean`).
    """
    return written_out(usually_typed(_SPEAKER.sub("", neutral(text))))
