"""A task's text as the encoder and the heads read it: the same in training and in use."""

from __future__ import annotations

from analyzer.scoring.neutral import neutral
from analyzer.scoring.shorthand import written_out
from analyzer.scoring.typing_habits import usually_typed


def as_read(text: str) -> str:
    """Return a cleaned text without what must not move a score: persons, capitals, a stop at its end, clipped words.

    :param text: a cleaned text (:func:`analyzer.scoring.text.clean`).
    """
    return written_out(usually_typed(neutral(text)))
