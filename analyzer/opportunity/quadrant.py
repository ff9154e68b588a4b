"""Four quadrants of use cases: what they are worth against what stands against them.

- *quick_wins*: worth it and easy. *big_bets*: worth it, but not easy. *fill_ins*: easy, but worth little: when there
  is room. *not_now*: neither, or nothing is freed.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from analyzer.opportunity.columns import FloatArray

QUADRANTS = ("quick_wins", "big_bets", "fill_ins", "not_now")

VALUE_CUT = 0.5
"""Value from which a use case is worth taking up: with nothing said of wish and pain, 1.35 hours a week (the middle of
the scale of ``priority.hours_point``)."""

BURDEN_CUT = 0.4
"""Burden from which a use case is no longer easy: with the usual weights an effort of days (2) stays below it unless
the risk is grave, an effort of weeks (3) reaches it unless there is hardly any (judgement)."""


def quadrants(value: FloatArray, burden: FloatArray, minutes_freed: FloatArray) -> npt.NDArray[np.object_]:
    """Return the quadrant of each use case.

    :param value: 0..1.
    :param burden: 0..1.
    :param minutes_freed: central minutes a week.
    """
    worth, easy = value >= VALUE_CUT, burden < BURDEN_CUT
    chosen = np.select(
        [minutes_freed <= 0, worth & easy, worth, easy],
        ["not_now", "quick_wins", "big_bets", "fill_ins"],
        default="not_now",
    )
    return chosen.astype(object)
