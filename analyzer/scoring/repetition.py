"""How repetitive a task is, when the user has said how often it is done and how long it takes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.floating]

STATED_WEIGHT = 0.75
"""Share that a stated frequency has in the repetitiveness; the text keeps the rest."""

_PER_WEEK = (0.02, 0.077, 0.23, 1.0, 5.0, 25.0, 60.0)
_SCORE = (5.0, 15.0, 30.0, 50.0, 70.0, 90.0, 100.0)
_ALIKE_SPAN = 12.0
_MINUTES = (10.0, 50.0, 240.0)
_FOR_LENGTH = (5.0, 0.0, -5.0)
"""Points for how long it takes each time: what is done in minutes is likelier the same each time than what fills half a
day. A judgement, and kept small."""


def stated_repetitiveness(
    occurrences_per_week: FloatArray, alike: FloatArray, minutes_per_occurrence: FloatArray | None = None
) -> FloatArray:
    """Return the repetitiveness that a stated frequency stands for.

    Weekly work is 50, daily 70, five times a day 90, yearly 5, on a logarithmic scale between; work that is done
    alike each time counts up to 12 more, work that never is up to 12 less; a stated duration counts up to 5 more
    (ten minutes or less) or less (four hours or more).

    :param occurrences_per_week: times a week one person does the task, above 0.
    :param alike: how alike each time, 0..4, as read from the text.
    :param minutes_per_occurrence: NaN where nothing was stated.
    :returns: 0..100.
    """
    base = np.interp(np.log(np.maximum(occurrences_per_week, 1e-4)), np.log(_PER_WEEK), _SCORE)
    points = (alike / 2.0 - 1.0) * _ALIKE_SPAN
    if minutes_per_occurrence is not None:
        known = np.isfinite(minutes_per_occurrence) & (minutes_per_occurrence > 0)
        minutes = np.where(known, minutes_per_occurrence, _MINUTES[1])
        points = points + np.interp(np.log(minutes), np.log(_MINUTES), _FOR_LENGTH)
    return np.clip(base + points, 0.0, 100.0)


def combined_repetitiveness(
    from_text: FloatArray,
    occurrences_per_week: FloatArray,
    alike: FloatArray,
    minutes_per_occurrence: FloatArray | None = None,
) -> FloatArray:
    """Return the repetitiveness from the text, outweighed by the stated frequency where there is one.

    :param from_text: 0..100.
    :param occurrences_per_week: NaN where nothing was stated: then the duration says nothing either.
    """
    known = np.isfinite(occurrences_per_week) & (occurrences_per_week > 0)
    stated = stated_repetitiveness(np.where(known, occurrences_per_week, 1.0), alike, minutes_per_occurrence)
    return np.where(known, STATED_WEIGHT * stated + (1 - STATED_WEIGHT) * from_text, from_text)
