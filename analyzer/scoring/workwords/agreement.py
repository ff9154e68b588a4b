"""How far two texts speak of the same work, word for word."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from analyzer.scoring.workwords.vocabulary import EXCLUSIVE, Vocabulary

_MOST_THINGS = 1.5
"""Weight of shared things from which more of them say nothing more (judgement)."""
_SHORT = 5
"""Concepts up to which each act of a text counts: "stock count" is not "enter the stock count" (judgement)."""
_NAMED_ALIKE = 0.75
"""Shared part from which texts that name no act may be the same work (judgement)."""


@dataclass(frozen=True)
class Agreement:
    """What two texts have in common, and what sets them apart.

    :ivar shared: weight of the concepts of both, as a share of all (Dice), 0..1.
    :ivar acts: what both do.
    :ivar things: weight of what both do it to, at most 1.5.
    :ivar other_acts: acts of the first alone and of the second alone.
    :ivar unlike: pairs of concepts that exclude each other ("supplier", "customer").
    :ivar short: whether one of them is too short for an act to be a detail.
    """

    shared: float
    acts: frozenset[str]
    things: float
    other_acts: tuple[frozenset[str], frozenset[str]]
    unlike: tuple[tuple[str, str], ...]
    short: bool

    @property
    def possible(self) -> bool:
        """Whether nothing sets them apart: something is done in common and, in a short text, nothing else; or no act is
        named, and nearly all the rest is shared."""
        if self.unlike or (any(self.other_acts) and (self.short or not self.acts)):
            return False
        return bool(self.acts) or self.shared >= _NAMED_ALIKE


def agreement(one: Set[str], other: Set[str], words: Vocabulary) -> Agreement:
    """Compare the concepts of two texts."""
    both = frozenset(one & other)
    weight = sum(map(words.weight, sorted(both)))
    total = sum(map(words.weight, sorted(one))) + sum(map(words.weight, sorted(other)))
    acts = frozenset(filter(words.is_act, both))
    left, right = frozenset(one - other), frozenset(other - one)
    return Agreement(
        shared=2.0 * weight / total if total else 0.0,
        acts=acts,
        things=min(_MOST_THINGS, sum(map(words.weight, sorted(both - acts)))),
        other_acts=(frozenset(filter(words.is_act, left)), frozenset(filter(words.is_act, right))),
        unlike=_unlike(left, right, words),
        short=min(len(one), len(other)) <= _SHORT,
    )


def _unlike(left: Set[str], right: Set[str], words: Vocabulary) -> tuple[tuple[str, str], ...]:
    pairs = []
    for kind in EXCLUSIVE:
        mine = sorted(one for one in left if words.kind.get(one) == kind)
        theirs = sorted(one for one in right if words.kind.get(one) == kind)
        pairs += [(one, other) for one in mine for other in theirs]
    return tuple(pairs)
