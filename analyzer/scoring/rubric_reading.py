"""The rubric's items as a person would grade them: four grades an item, their edges in one place.

The reading of an item is a number from 0 to 4, as two raters' mean would be; the items and what their ends mean stand
in ``analyzer/training/rubric.md``. A grade's code says the same of every item: ``none``, ``some``, ``much``,
``full``; its words differ by item (:func:`analyzer.labels.label`, kind ``grade``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from analyzer.scoring.vocabulary import RUBRIC

GRADES = ("none", "some", "much", "full")
"""Codes of the grades, lowest first."""

EDGES = (1.2, 2.6, 3.4)
"""Readings (0..4) from which the second, third and fourth grade begin.

The ends are narrow in meaning: readings of a text keep away from 0 and 4 more than raters do, so the last grade begins
below 4 and the first ends above 1.
"""

LOW, HIGH = EDGES[0], EDGES[1]
"""Below ``LOW`` and from ``HIGH`` on an item is a reason for or against (:mod:`analyzer.scoring.reasons`)."""

ITEMS = RUBRIC[:-3]
"""The items that say what the work is like; the other three of the rubric are verdicts, and the scores give them."""


@dataclass(frozen=True)
class RubricReading:
    """One item of the rubric as it was read from a text.

    :ivar item: one of :data:`ITEMS`.
    :ivar value: 0..4.
    :ivar grade: one of :data:`GRADES`.
    """

    item: str
    value: float
    grade: str

    def words(self, language: str) -> tuple[str, str]:
        """Return the item and its grade in words: ("Rule-based", "mostly")."""
        from analyzer.labels import label  # noqa: PLC0415 - the labels are built from this room's vocabulary

        return label("item", self.item, language), label("grade", f"{self.item}_{self.grade}", language)


def grade_of(value: float) -> str:
    """Return the grade of a reading from 0 to 4."""
    return GRADES[bisect_right(EDGES, value)]


def graded(rubric: Mapping[str, float]) -> list[RubricReading]:
    """Return the items of :data:`ITEMS` with their grades.

    :param rubric: readings 0..4 by item.
    """
    return [RubricReading(item, rubric[item], grade_of(rubric[item])) for item in ITEMS]
