"""What the cells of one row say about its time, and what two of its values give of the third."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.inventory.timenotes import Draft, Note


@dataclass(frozen=True, slots=True)
class TimeReading:
    """What the cells of one row say about its time; None where they say nothing.

    :param occurrences_per_week: how often.
    :param minutes_per_occurrence: how long each time.
    :param headcount: people who do it, 1 if not said.
    :param minutes_per_week: time per week for the whole role where a column states it, else None.
    :param notes: what had to be read one way or was not understood.
    """

    occurrences_per_week: float | None = None
    minutes_per_occurrence: float | None = None
    headcount: float = 1.0
    minutes_per_week: float | None = None
    notes: tuple[Note, ...] = ()


def finished(draft: Draft, *, is_total: bool) -> TimeReading:
    """Return the reading of a draft: what two of its values give of the third, and whether they agree.

    :param is_total: whether the time per week is stated for all the people together.
    """
    occurrences, minutes, stated = draft.occurrences, draft.minutes, draft.weekly
    if stated is None:
        return TimeReading(occurrences, minutes, draft.headcount, None, tuple(draft.notes))
    people = draft.headcount if draft.headcount > 0 else 1.0
    per_head = stated / people if is_total else stated
    if occurrences and minutes is None:
        minutes = per_head / occurrences
    elif minutes and occurrences is None:
        occurrences = per_head / minutes
    elif occurrences is not None and minutes is not None:
        computed = occurrences * minutes
        pairs = ((one, other) for one in (stated, per_head) for other in (computed, computed * people))
        if not any(abs(one - other) <= max(0.1 * abs(other), 1.0) for one, other in pairs):
            draft.notes.append(("weekly_time_disagrees", {"stated": stated, "computed": computed}))
    weekly = None if occurrences is not None and minutes is not None else per_head * draft.headcount
    return TimeReading(occurrences, minutes, draft.headcount, weekly, tuple(draft.notes))
