"""Ranges by simulation: score, evidence, adoption and checking are drawn together, and totals are summed draw by draw.

One draw is one state of the world. In it each family has one share freed, adoption and checking have one value for
everybody, and each piece of work has its own error of score, part of which its family shares. What is drawn belongs
to a name (the family's, the work's), never to a place in the file: another order of rows changes nothing, and a task
added elsewhere leaves the ranges of the others as they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.columns import Codes, FloatArray
from analyzer.opportunity.draws import Draws, ends, even, mirrored_normal, normal, two_piece
from analyzer.opportunity.share import LARGEST_PLACE, TYPICAL_SCORE, ShareTerms

_BLOCK_VALUES = 500_000
"""Drawn values worked on at a time: 2 MB, which stays in the processor's cache."""


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
    work: pd.Series,
    groups: Mapping[str, Codes],
    assumptions: Assumptions,
    *,
    draws: int | None = None,
) -> Simulation:
    """Draw the minutes freed and return their ranges.

    :param terms: what each task's share is made of.
    :param minutes: minutes a week of each task, 0 where unknown.
    :param work: name of each task's work (``work_key``): the same work errs in the same way.
    :param groups: groupings by name: for each task the code 0, 1, … of its group. Memory grows with the number of
        groups of all groupings but the one with most groups (4 bytes x draws each).
    :param assumptions: adoption, checking, correlation, seed, and ``draws`` if not given here.
    :returns: 5th and 95th percentiles; deterministic for the same arguments.
    """
    count = even(draws or assumptions.draws)
    world = _World.drawn(assumptions, terms, count)
    most = max(groups, key=lambda name: _size(groups[name]), default="")
    profiles, profile_of = _profiles(terms, work, groups.get(most))
    summing = {
        name: np.zeros((_size(codes), count), dtype=np.float32) for name, codes in groups.items() if name != most
    }
    weights = {name: _weights(codes, profile_of, minutes, len(profiles)) for name, codes in groups.items()}
    everything = _weights(np.zeros(len(minutes), dtype=np.intp), profile_of, minutes, len(profiles))
    total = np.zeros(count, dtype=np.float32)
    streamed = _Streamed(_size(groups[most]), count) if most else None
    # The last place stands for the tasks that free nothing.
    task_low, task_high = np.zeros(len(profiles) + 1), np.zeros(len(profiles) + 1)
    for start, stop in _blocks(len(profiles), max(1, _BLOCK_VALUES // count)):
        net = world.net_shares(profiles.iloc[start:stop])
        block = Range(*ends(net.copy()))
        task_low[start:stop], task_high[start:stop] = block.low, block.high
        total += (everything[start:stop].T @ net)[0]
        for name, sums in summing.items():
            _add(sums, weights[name][start:stop], net)
        if streamed is not None:
            streamed.add(weights[most][start:stop], net, block)
    ranges = {name: Range(*ends(sums)) for name, sums in summing.items()}
    if streamed is not None:
        ranges[most] = streamed.finished()
    return Simulation(Range(task_low[profile_of], task_high[profile_of]), ranges, total)


@dataclass(frozen=True)
class _World:
    """The draws that tasks have in common, one column a draw: ``evidence`` and ``shared_error`` by family, ``kept``
    (what adoption and checking leave of a share) by :func:`_kinds`."""

    assumptions: Assumptions
    family_codes: Mapping[str, int]
    evidence: Draws
    shared_error: Draws
    kept: Draws

    @classmethod
    def drawn(cls, assumptions: Assumptions, terms: ShareTerms, count: int) -> _World:
        seed = assumptions.seed
        found = [family for family in terms.evidence.values() if family.central > 0]
        evidence = [
            two_piece(normal(seed, f"evidence {family.code}", count), family.low, family.central, family.high)
            for family in found
        ]
        shared = [normal(seed, f"score {family.code}", count) for family in found]
        return cls(
            assumptions,
            {family.code: place for place, family in enumerate(found)},
            np.stack(evidence),
            np.stack(shared),
            _kept(terms, assumptions, count),
        )

    def net_shares(self, profiles: pd.DataFrame) -> Draws:
        """Draw the share freed after adoption and checking of some profiles, sorted by work: one row a profile."""
        count = self.kept.shape[1]
        family = profiles["family"].map(dict(self.family_codes)).to_numpy(dtype=np.intp)
        common = np.float32(np.sqrt(self.assumptions.family_correlation))
        own = np.float32(np.sqrt(1 - self.assumptions.family_correlation))
        work, place = np.unique(profiles["work"].to_numpy(dtype=object), return_inverse=True)
        errors = np.stack([mirrored_normal(self.assumptions.seed, f"work {name}", count) for name in work])
        errors *= own
        drawn = errors[place]
        drawn += common * self.shared_error[family]
        score, low, high = (_column(profiles[name]) for name in ("score", "score_low", "score_high"))
        # In place from here on: this loop is where the time goes.
        share = two_piece(drawn, low, score, high)
        share /= np.float32(TYPICAL_SCORE)
        np.clip(share, 0, LARGEST_PLACE, out=share)
        share *= _column(profiles["weight"])
        share *= self.evidence[family]
        np.clip(share, 0, _column(profiles["cap"]), out=share)
        share *= self.kept[profiles["kind"].to_numpy(dtype=np.intp)]
        return share


def _kinds(terms: ShareTerms) -> tuple[FloatArray, Codes]:
    """Return the different triples of adoption, checking and part checked, and for each task the place of its own."""
    triples = np.column_stack([terms.adoption, terms.review, terms.checked])
    if not len(triples):
        return triples, np.zeros(0, dtype=np.intp)
    different, kind = np.unique(triples, axis=0, return_inverse=True)
    return different, kind.reshape(-1).astype(np.intp)


def _kept(terms: ShareTerms, assumptions: Assumptions, count: int) -> Draws:
    """Draw what adoption and checking leave of a share, one row a kind.

    All kinds go up and down together: where one team takes to the new way better than expected, so do the others.
    """
    adoption_error = normal(assumptions.seed, "adoption", count)
    review_error = normal(assumptions.seed, "review", count)
    rows = []
    for adoption, review, checked in _kinds(terms)[0]:
        drawn = [
            np.clip(two_piece(error, middle - margin, middle, middle + margin), 0, 1)
            for error, middle, margin in (
                (adoption_error, adoption, assumptions.adoption_margin),
                (review_error, review, assumptions.review_margin),
            )
        ]
        rows.append(drawn[0] * (1 - np.float32(checked) * drawn[1]))
    return np.stack(rows).astype(np.float32) if rows else np.zeros((0, count), dtype=np.float32)


class _Streamed:
    """Ranges of the grouping with most groups, taken as soon as a group is complete, so that its draws need not be
    kept.

    Blocks come sorted by group: only the last group of a block can go on in the next.
    """

    def __init__(self, groups: int, draws: int) -> None:
        self._low, self._high = np.zeros(groups), np.zeros(groups)
        self._open: int | None = None
        self._open_sum = np.zeros(draws, dtype=np.float32)

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


def _profiles(terms: ShareTerms, work: pd.Series, most: Codes | None) -> tuple[pd.DataFrame, Codes]:
    """Put tasks together whose draws are the same, so that each is drawn once.

    :returns: the profiles that can free anything, sorted by group and work; and for each task the place of its profile,
        which is one past the last where the task frees nothing.
    """
    frame = pd.DataFrame(
        {
            "group": most if most is not None else 0,
            "work": work.to_numpy(dtype=object),
            "family": terms.family,
            "score": terms.score,
            "score_low": terms.score_low,
            "score_high": terms.score_high,
            "weight": terms.weight,
            "cap": terms.cap,
            "kind": _kinds(terms)[1],
        }
    )
    frees = frame["family"].isin([family.code for family in terms.evidence.values() if family.central > 0])
    frees &= (frame["weight"] > 0) & (frame["cap"] > 0) & (frame["score_high"] > 0)
    groups = frame[frees].groupby(list(frame.columns), sort=True)
    profile_of = np.full(len(frame), groups.ngroups, dtype=np.intp)
    profile_of[frees.to_numpy()] = groups.ngroup().to_numpy()
    profiles = groups.size().reset_index()[list(frame.columns)]
    return profiles, profile_of


def _weights(codes: Codes, profile_of: Codes, minutes: FloatArray, profiles: int) -> csr_array:
    """Return minutes by profile (row) and group (column); tasks that free nothing are left out."""
    order = np.lexsort((minutes, codes, profile_of))  # the same sums, to the last bit, whatever the order of the rows
    drawn = order[(profile_of[order] < profiles) & (minutes[order] > 0)]
    summed = csr_array((minutes[drawn], (profile_of[drawn], codes[drawn])), shape=(profiles, _size(codes)))
    summed.sum_duplicates()
    return summed.astype(np.float32)


def _add(sums: Draws, weights: csr_array, net: Draws) -> None:
    present = np.unique(weights.indices)
    if len(present):
        sums[present] += weights[:, present].T @ net


def _column(values: pd.Series) -> Draws:
    return values.to_numpy(dtype=np.float32)[:, np.newaxis]


def _size(codes: Codes) -> int:
    return int(codes.max()) + 1 if len(codes) else 0


def _blocks(length: int, size: int) -> Iterator[tuple[int, int]]:
    for start in range(0, length, size):
        yield start, min(start + size, length)
