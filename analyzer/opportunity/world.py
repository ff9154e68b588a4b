"""The states of the world that are drawn: what the evidence, adoption, checking and the scores' shared errors are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.columns import Codes, FloatArray
from analyzer.opportunity.draws import Draws, Work, mirrored, normal, own_errors, two_piece
from analyzer.opportunity.profiles import Profiles
from analyzer.opportunity.share import LARGEST_PLACE, TYPICAL_SCORE, ShareTerms

BLOCK_VALUES = 500_000
"""Drawn values worked on at a time: 2 MB, which stays in the processor's cache."""


@dataclass(frozen=True, eq=False)
class World:
    """The draws that tasks have in common, one column a draw: ``evidence`` (0 or more) and ``shared_error`` by family
    that frees anything, ``kept`` (what adoption and checking leave of a share) by ``ShareTerms.kinds``. ``pool`` and
    ``places``: what each piece of work draws its own errors from."""

    evidence: Draws
    shared_error: Draws
    kept: Draws
    pool: Draws
    places: Codes

    @classmethod
    def drawn(cls, assumptions: Assumptions, terms: ShareTerms, work: Work, count: int) -> World:
        """Draw ``count`` states of the world."""
        seed, common = assumptions.seed, assumptions.family_correlation
        found = [family for family in terms.evidence.values() if family.central > 0]
        evidence = [
            two_piece(normal(seed, f"evidence {family.code}", count), family.low, family.central, family.high)
            for family in found
        ]
        shared = [normal(seed, f"score {family.code}", count) for family in found]
        return cls(
            np.clip(np.stack(evidence), 0, np.inf),
            np.stack(shared) * np.float32(np.sqrt(common)),
            _kept(terms, assumptions, count),
            own_errors(seed, np.sqrt(1 - common)),
            work.places(seed, count // 2),
        )

    @property
    def count(self) -> int:
        """How many states were drawn."""
        return int(self.evidence.shape[1])

    def net_shares(self, profiles: Profiles, rows: slice | npt.NDArray[np.intp]) -> Draws:
        """Draw the share freed after adoption and checking: one row a profile, in the order of ``rows``."""
        family = profiles.family[rows]
        drawn = mirrored(self.pool, self.places[profiles.work[rows]], self.count)
        drawn += self.shared_error[family]
        score, low, high = (
            _column(values[rows]) for values in (profiles.score, profiles.score_low, profiles.score_high)
        )
        # In place from here on, and without a limit that each row has its own of: this loop is where the time goes.
        share = two_piece(drawn, low, score, high)
        share /= np.float32(TYPICAL_SCORE)
        np.clip(share, 0, LARGEST_PLACE, out=share)
        share *= _column(profiles.weight[rows])
        share *= self.evidence[family]
        np.minimum(share, _column(profiles.cap[rows]), out=share)
        share *= self.kept[profiles.kind[rows]]
        return share


def _kept(terms: ShareTerms, assumptions: Assumptions, count: int) -> Draws:
    """Draw what adoption and checking leave of a share, one row a kind.

    All kinds go up and down together: where one team takes to the new way better than expected, so do the others.
    """
    adoption_error = normal(assumptions.seed, "adoption", count)
    review_error = normal(assumptions.seed, "review", count)
    rows = []
    for adoption, review, checked in terms.kinds[0]:
        drawn = [
            np.clip(two_piece(error, middle - margin, middle, middle + margin), 0, 1)
            for error, middle, margin in (
                (adoption_error, adoption, assumptions.adoption_margin),
                (review_error, review, assumptions.review_margin),
            )
        ]
        rows.append(drawn[0] * (1 - np.float32(checked) * drawn[1]))
    return np.stack(rows).astype(np.float32) if rows else np.zeros((0, count), dtype=np.float32)


def blocks(length: int, draws: int) -> Iterator[tuple[int, int]]:
    """Yield the first and one past the last of as many rows as are worked on at a time."""
    size = max(1, BLOCK_VALUES // draws)
    for start in range(0, length, size):
        yield start, min(start + size, length)


def _column(values: FloatArray) -> Draws:
    return values.astype(np.float32)[:, np.newaxis]
