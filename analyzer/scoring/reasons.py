"""Why a score is what it is, as codes: what the rubric's readings of the text have to say for and against."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from analyzer.scoring.heads import Readings
from analyzer.scoring.rubric_reading import HIGH, LOW
from analyzer.scoring.vocabulary import RUBRIC

CORRECTED_ALIKE = "corrected_alike"
"""Reason code of a score that decisions about like tasks moved (:mod:`analyzer.scoring.correction`)."""

RAISING = ("rule_based_high", "structured_input_high", "alike_high", "judgement_low")
LOWERING = (
    "rule_based_low",
    "structured_input_low",
    "alike_low",
    "judgement_high",
    "relation_high",
    "physical_high",
    "stake_high",
)
REASONS = (*RAISING, *LOWERING, "frequency_high", "frequency_low", "unfamiliar", "frequency_stated", CORRECTED_ALIKE)
"""Every reason code."""


def reason_codes(readings: Readings, unfamiliar: npt.NDArray[np.bool_]) -> list[list[str]]:
    """Return the codes for each text, the strongest first, at most five.

    Between :data:`~analyzer.scoring.rubric_reading.LOW` and ``HIGH`` an item explains nothing.

    :param unfamiliar: texts that match nothing known: that is the only reason they get.
    """
    found: list[list[str]] = []
    for row, unknown in zip(readings.rubric, unfamiliar, strict=True):
        if unknown:
            found.append(["unfamiliar"])
            continue
        strength: dict[str, float] = {}
        for item, value in zip(RUBRIC, row, strict=True):
            for code, excess in ((f"{item}_high", value - HIGH), (f"{item}_low", LOW - value)):
                if excess > 0 and code in REASONS:
                    strength[code] = float(excess)
        found.append(sorted(strength, key=lambda code: (-strength[code], code))[:5])
    return found
