"""How far two texts speak of the same work, word for word."""

from __future__ import annotations

import math
from collections.abc import Set
from dataclasses import dataclass

from analyzer.scoring.workwords.vocabulary import ACT, EXCLUSIVE, LIGHT, SURROUNDINGS, Vocabulary

_MOST_THINGS = 1.5
"""Weight of shared things from which more of them say nothing more (judgement)."""
_SHORT = 5
"""Concepts up to which each act of a text counts: "stock count" is not "enter the stock count" (judgement)."""
_NAMED_ALIKE = 0.75
"""Shared part from which texts that name no act may be the same work (judgement)."""

_NEAR = (
    {"ask", "chase", "collect"},
    {"write", "prepare", "report", "summarise"},
    {"check", "assess", "audit", "analyse"},
    {"order", "buy"},
    {"plan", "book", "organise"},
    {"reply", "handle"},
    {"monitor", "chase", "check"},
    {"send", "announce", "chase"},
    {"count", "calculate"},
    {"create", "enter", "prepare", "design"},
    {"correct", "assess", "edit_image"},
    {"refund", "handle"},
    {"install", "update"},
    {"sort", "assign"},
    {"call", "chase"},
)
"""Acts that may name one piece of work, said by two people: "ask for", "chase missing papers" (judgement)."""

_START, _SHARED, _THINGS, _ACT, _NEAR_ACT, _MORE_SAID = -4.4, 3.9, 3.5, 1.6, 0.2, -0.5
"""Weights of :attr:`Agreement.chance`: logistic regression on one half of ``tests/scoring/same_work.csv``, together
with other pairs of its tasks that the encoder puts near; ``tests/scoring/test_same_work_people.py`` holds what they
reach on the other half."""


@dataclass(frozen=True)
class Agreement:
    """What two texts have in common, and what sets them apart.

    :ivar shared: weight of the concepts of both, as a share of all (Dice), 0..1.
    :ivar acts: what both do.
    :ivar things: weight of what both do it to, at most 1.5.
    :ivar other_acts: acts of the first alone and of the second alone.
    :ivar other_things: weight of the listed things that the first alone and the second alone speak of.
    :ivar unlike: pairs of concepts that exclude each other ("supplier", "customer").
    :ivar short: whether one of them is too short for an act to be a detail.
    :ivar document: whether one of them names a document and the other none ("board meeting", "its minutes").
    """

    shared: float
    acts: frozenset[str]
    things: float
    other_acts: tuple[frozenset[str], frozenset[str]]
    other_things: tuple[float, float]
    unlike: tuple[tuple[str, str], ...]
    short: bool
    document: bool

    @property
    def possible(self) -> bool:
        """Whether nothing sets them apart: something is done in common and, in a short text, nothing else; or no act is
        named, and nearly all the rest is shared, the document too."""
        if self.unlike or (any(self.other_acts) and (self.short or not self.acts)):
            return False
        return bool(self.acts) or (self.shared >= _NAMED_ALIKE and not self.document)

    @property
    def near(self) -> bool:
        """Whether each does what the other does not, and the two are often one piece of work."""
        one, other = self.other_acts
        return any(one & acts and other & acts for acts in _NEAR)

    @property
    def chance(self) -> float:
        """How likely they are the same work by their words alone, 0..1; 0 where something sets them apart."""
        nothing_in_common = all(self.other_acts) and not self.acts
        if self.unlike or (nothing_in_common and not self.near):
            return 0.0
        weighed = _START + _SHARED * self.shared + _THINGS * self.things + _ACT * bool(self.acts)
        weighed += _NEAR_ACT if nothing_in_common else _MORE_SAID * any(self.other_acts)
        return 1.0 / (1.0 + math.exp(-weighed))


def agreement(one: Set[str], other: Set[str], words: Vocabulary) -> Agreement:
    """Compare the concepts of two texts."""
    both = frozenset(one & other)
    weight, total = _weight(both, words), _weight(one, words) + _weight(other, words)
    acts = frozenset(filter(words.is_act, both))
    left, right = frozenset(one - other), frozenset(other - one)
    other_acts = frozenset(filter(words.is_act, left)), frozenset(filter(words.is_act, right))
    return Agreement(
        shared=2.0 * weight / total if total else 0.0,
        acts=acts,
        things=min(_MOST_THINGS, _weight(both - acts, words)),
        other_acts=other_acts,
        other_things=(_weight(_things(left, words), words), _weight(_things(right, words), words)),
        unlike=_unlike(left, right, words),
        short=min(len(one), len(other)) <= _SHORT,
        document=any(words.kind.get(concept) == "document" for concept in left | right),
    )


def _things(concepts: Set[str], words: Vocabulary) -> frozenset[str]:
    """Return what is listed as a thing: words that nobody listed may name the same thing as one that somebody did."""
    beside = (None, ACT, LIGHT, *SURROUNDINGS)
    return frozenset(concept for concept in concepts if words.kind.get(concept) not in beside)


def _weight(concepts: Set[str], words: Vocabulary) -> float:
    """Return the weight of concepts, added in one order so that it is the same to the last digit."""
    return sum(map(words.weight, sorted(concepts)))


def _unlike(left: Set[str], right: Set[str], words: Vocabulary) -> tuple[tuple[str, str], ...]:
    pairs = []
    for kind in EXCLUSIVE:
        mine = sorted(one for one in left if words.kind.get(one) == kind)
        theirs = sorted(one for one in right if words.kind.get(one) == kind)
        pairs += [(one, other) for one in mine for other in theirs]
    return tuple(pairs)
