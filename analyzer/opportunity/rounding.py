"""Figures rounded for the eye so that parts still add up to the total that stands below them."""

from __future__ import annotations

import math
from collections.abc import Sequence


def rounded_parts(parts: Sequence[float], step: float) -> list[float]:
    """Round parts to a step so that they add up to their total rounded to the same step.

    Each part is cut down to the step; the steps that are then missing go to the parts that lost most (largest
    remainder), the first of equals. No part moves by a whole step or more.

    :param parts: figures of 0 or more.
    :param step: the least difference that is shown, for example 0.1 or 5.
    """
    steps = [part / step for part in parts]
    # A figure that lies on the grid stays there: 0.3 / 0.1 is a hair below 3.
    down = [math.floor(value + 1e-9) for value in steps]
    missing = math.floor(sum(steps) + 0.5 + 1e-9) - sum(down)
    lost = sorted(range(len(parts)), key=lambda place: (down[place] - steps[place], place))
    for place in lost[: max(0, missing)]:
        down[place] += 1
    return [value * step for value in down]
