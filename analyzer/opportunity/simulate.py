"""Ranges by simulation: score, evidence, adoption and checking are drawn together, and totals are summed draw by draw.

One draw is one state of the world. In it each family has one share freed, adoption and checking have one value for
everybody, and each piece of work has its own error of score, part of which its family shares. What is drawn belongs
to a name (the family's, the work's), never to a place in the file: another order of rows changes nothing, and a task
added elsewhere leaves the ranges of the others as they were.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array, hstack

from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.columns import Codes, FloatArray
from analyzer.opportunity.draws import Draws, Work, ends, even
from analyzer.opportunity.profiles import minutes_by, profiles_of, size_of
from analyzer.opportunity.share import ShareTerms
from analyzer.opportunity.world import World, blocks

_MOST_SORTED = 25_000_000
"""Most drawn values from which the ranges of single tasks are taken, and those of the grouping with most groups:
sorting them is most of the work. Where there are more (12,500 different tasks at 2,000 draws), these ranges rest on
fewer draws than those of totals; the ends then move by some per cent of the range, which no total feels."""
_FEWEST_SORTED = 500
_EVERYTHING = ""
"""Name of the grouping that has one group."""


@dataclass(frozen=True)
class Range:
    """Low and high end of several figures, in the order of their codes."""

    low: FloatArray
    high: FloatArray


@dataclass(frozen=True)
class Simulation:
    """Ranges taken from the draws.

    ``tasks``: share of each task's minutes that is freed after adoption and checking, 0..1. ``groups``: minutes a
    week by grouping. ``total``: minutes a week of everything, one value a draw.
    """

    tasks: Range
    groups: Mapping[str, Range]
    total: Draws


def simulate(
    terms: ShareTerms,
    minutes: FloatArray,
    work: Work,
    groups: Mapping[str, Codes],
    assumptions: Assumptions,
    *,
    draws: int | None = None,
) -> Simulation:
    """Draw the minutes freed and return their ranges.

    :param terms: what each task's share is made of.
    :param minutes: minutes a week of each task, 0 where unknown.
    :param work: each task's work (``work_key``): the same work errs in the same way.
    :param groups: groupings by name: for each task the code 0, 1, … of its group. Memory grows with the number of
        groups of all groupings but the one with most groups (4 bytes x draws each).
    :param assumptions: adoption, checking, correlation, seed, and ``draws`` if not given here.
    :returns: 5th and 95th percentiles; deterministic for the same arguments.
    """
    count = even(draws or assumptions.draws)
    world = World.drawn(assumptions, terms, work, count)
    most = max(groups, key=lambda name: size_of(groups[name]), default="")
    profiles, profile_of = profiles_of(terms, work.codes, groups.get(most))
    # All groupings but one are summed in one go, side by side; everything is one group more.
    summed = {name: codes for name, codes in groups.items() if name != most}
    summed[_EVERYTHING] = np.zeros(len(minutes), dtype=np.intp)
    sides = [minutes_by(codes, profile_of, minutes, len(profiles)) for codes in summed.values()]
    weights, bounds = hstack(sides, format="csr"), np.cumsum([side.shape[1] for side in sides])
    sums = np.zeros((weights.shape[1], count), dtype=np.float32)
    by_most = minutes_by(groups[most], profile_of, minutes, len(profiles)) if most else None
    sorted_draws = max(_FEWEST_SORTED, _MOST_SORTED // max(1, len(profiles)))
    every = max(1, count // sorted_draws)
    streamed = None if by_most is None else _Streamed(by_most.shape[1])
    # The last place stands for the tasks that free nothing.
    task_low, task_high = np.zeros(len(profiles) + 1), np.zeros(len(profiles) + 1)
    for start, stop in blocks(len(profiles), count):
        net = world.net_shares(profiles, slice(start, stop))
        _add(sums, weights, slice(start, stop), net)
        some = net[:, ::every].copy()
        block = Range(*ends(some.copy()))
        task_low[start:stop], task_high[start:stop] = block.low, block.high
        if streamed is not None and by_most is not None:
            streamed.add(by_most[start:stop], some, block)
    total = sums[-1].copy()
    low, high = (np.split(end, bounds[:-1]) for end in ends(sums))
    ranges = {name: Range(*both) for name, *both in zip(summed, low, high, strict=True)}
    if streamed is not None:
        ranges[most] = streamed.finished()
    return Simulation(Range(task_low[profile_of], task_high[profile_of]), ranges, total)


class _Streamed:
    """Ranges of the grouping with most groups, taken as soon as a group is complete, so that its draws need not be
    kept.

    Blocks come sorted by group: only the last group of a block can go on in the next.
    """

    def __init__(self, groups: int) -> None:
        self._low, self._high = np.zeros(groups), np.zeros(groups)
        self._open: int | None = None
        self._open_sum = np.zeros(0, dtype=np.float32)

    def add(self, weights: csr_array, net: Draws, profiles: Range) -> None:
        """Add one block: ``weights`` is profiles x groups, ``profiles`` the ranges of the block's profiles."""
        by_group = weights.tocsc()
        present = np.flatnonzero(np.diff(by_group.indptr))
        if not len(present):
            return
        if self._open is not None and self._open != present[0]:
            self._close()
        # A group of a single profile has that profile's range, times its minutes: most groups of a long list are such.
        alone = np.diff(by_group.indptr)[present] == 1
        alone[0] &= self._open is None
        alone[-1] = False
        first = by_group.indptr[present[alone]]
        minutes, profile = by_group.data[first], by_group.indices[first]
        self._low[present[alone]] = minutes * profiles.low[profile]
        self._high[present[alone]] = minutes * profiles.high[profile]
        several = present[~alone]
        sums = by_group[:, several].T @ net
        if self._open is not None:
            sums[0] += self._open_sum
        self._open, self._open_sum = int(several[-1]), sums[-1].copy()
        if len(several) > 1:
            self._low[several[:-1]], self._high[several[:-1]] = ends(sums[:-1])

    def _close(self) -> None:
        low, high = ends(self._open_sum[np.newaxis].copy())
        self._low[self._open], self._high[self._open] = low[0], high[0]
        self._open = None

    def finished(self) -> Range:
        """Return the ranges after the last block; a group without a profile that frees anything has 0 to 0."""
        if self._open is not None:
            self._close()
        return Range(self._low, self._high)


def _add(sums: Draws, weights: csr_array, rows: slice, net: Draws) -> None:
    """Add the minutes freed by a block of profiles to the sums of their groups.

    :param weights: all profiles x groups.
    :param rows: which profiles these are.
    """
    first, last = weights.indptr[rows.start], weights.indptr[rows.stop]
    present, column = np.unique(weights.indices[first:last], return_inverse=True)
    if len(present):
        pointers = weights.indptr[rows.start : rows.stop + 1] - first
        block = csr_array((weights.data[first:last], column, pointers), shape=(len(net), len(present)))
        sums[present] += block.T @ net
