"""What makes one use case come before another: the weights of a project, and what its teams say of each use case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from analyzer.errors import UsageError

LARGEST_WEIGHT = 100.0
BEST_ANSWER = 5.0
"""Wish and pain are answered from 0 (not at all) to 5 (very much)."""
NO_ANSWER = BEST_ANSWER / 2
"""Where nobody answered, the middle of the scale stands: it neither pushes a use case up nor down."""


@dataclass(frozen=True)
class PriorityWeights:
    """How much each point counts, 0..100; only their proportions matter.

    Value: ``hours`` freed, the team's ``wish`` to hand the work over, the ``pain`` it gives. Against it: ``effort`` and
    ``risk``. The defaults are judgement: hours count most, because they are what was measured; what is asked of a team
    counts half as much as what can be reckoned.
    """

    hours: float = 40.0
    wish: float = 10.0
    pain: float = 10.0
    effort: float = 25.0
    risk: float = 15.0

    @property
    def value(self) -> float:
        """Weight of the value side."""
        return self.hours + self.wish + self.pain

    @property
    def burden(self) -> float:
        """Weight of what stands against it."""
        return self.effort + self.risk

    def changed(self, **values: object) -> PriorityWeights:
        """Return the weights with some replaced.

        :raises UsageError: if there is no such weight, one is no number from 0 to 100, or nothing is left to count on
            one of the two sides.
        """
        held = asdict(self)
        for name, value in values.items():
            if name not in held:
                raise UsageError(
                    "There is no weight “{name}”: choose one of {names}.", name=name, names=", ".join(held)
                )
            held[name] = _number(value, LARGEST_WEIGHT)
            if held[name] is None:
                raise UsageError(
                    "The weight “{name}” cannot be “{value}”: give a number from 0 to 100.", name=name, value=str(value)
                )
        weights = PriorityWeights(**held)
        if weights.value <= 0 or weights.burden <= 0:
            raise UsageError(
                "Something must count on both sides: give hours, wish or pain a weight above 0, and effort or risk too."
            )
        return weights


@dataclass(frozen=True)
class Appeal:
    """What a team says of a use case, 0..5: its wish to hand the work over, and the pain it gives; ``None`` where it
    did not say. ``begins``: whether somebody chose it as the first pilot."""

    wish: float | None = None
    pain: float | None = None
    begins: bool = False


@dataclass(frozen=True)
class Priorities:
    """The weights, and what was said of use cases by their stable key."""

    weights: PriorityWeights = field(default_factory=PriorityWeights)
    appeals: Mapping[str, Appeal] = field(default_factory=dict)


CASE = "case:"
"""What the key of a kept appeal begins with; the use case's key follows."""


def priorities_of(kept: Mapping[str, Any]) -> Priorities:
    """Return the priorities of a project from what is kept of them; what cannot be used is left aside.

    :param kept: "weights" to numbers by name, and "case:" followed by a use case's key to its wish and pain.
    """
    try:
        stated = kept.get("weights")
        known = {one.name for one in fields(PriorityWeights)}
        given = {name: value for name, value in stated.items() if name in known} if isinstance(stated, Mapping) else {}
        weights = PriorityWeights().changed(**given)
    except UsageError:
        weights = PriorityWeights()
    appeals = {
        key.removeprefix(CASE): Appeal(
            _number(said.get("wish"), BEST_ANSWER), _number(said.get("pain"), BEST_ANSWER), said.get("begins") is True
        )
        for key, said in kept.items()
        if key.startswith(CASE) and isinstance(said, Mapping)
    }
    return Priorities(weights, appeals)


def _number(value: object, most: float) -> float | None:
    """Return a number from 0 to ``most``, or ``None``."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value <= most else None
