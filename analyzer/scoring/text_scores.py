"""What is read from texts alone, before anything that a user told of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analyzer.scoring.heads import Readings

FloatArray = npt.NDArray[np.float32]

UNFAMILIAR = 0.5
"""Familiarity below which a text is said to match nothing known."""
NO_VERDICT_TO, VERDICT_FROM = 0.45, 0.6
"""Up to the first familiarity a text gets no verdict, from the second its own; between them, some of both."""


@dataclass(frozen=True)
class TextScores:
    """All that is read from ``n`` texts alone.

    :ivar vectors: unit vectors, shape (n, dimensions), or (0, dimensions) where they were not kept.
    :ivar readings: of the heads and of near tasks, those of unfamiliar texts drawn to the middle.
    :ivar familiar: 0..1, how sure it is that the text is a work task of a kind that was trained on.
    :ivar automatability: 0..100, with ``low`` and ``high`` of its 90 % interval.
    """

    texts: list[str]
    vectors: FloatArray
    readings: Readings
    familiar: FloatArray
    automatability: FloatArray
    low: FloatArray
    high: FloatArray

    @property
    def known(self) -> FloatArray:
        """How far each text has a verdict of its own: 0..1."""
        return verdict_part(self.familiar)

    @property
    def confidence(self) -> FloatArray:
        """Familiarity, lowered by the width of the interval: 0..1."""
        result: FloatArray = self.familiar * (1.0 - (self.high - self.low) / 200.0)
        return result


def verdict_part(familiar: FloatArray) -> FloatArray:
    """Return how far texts have a verdict of their own, 0..1, for how familiar they are."""
    known: FloatArray = np.clip((familiar - NO_VERDICT_TO) / (VERDICT_FROM - NO_VERDICT_TO), 0.0, 1.0)
    return known.astype(np.float32, copy=False)
