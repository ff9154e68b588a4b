"""Random numbers with names, and the curves that low, central and high ends stand for.

A value with a low, central and high end is drawn from two half normal curves that meet at the central value, each as
wide as makes its end the 5th or the 95th percentile; so the median is the central value, and the ends hold nine draws
in ten.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from analyzer.opportunity.columns import Coded, Codes, FloatArray

Draws = npt.NDArray[np.float32]
"""Drawn values, one column a draw where there are two dimensions."""

TAIL = 0.05
"""Part of the draws below a range's low end, and above its high end."""
_Z_OF_TAIL = np.float32(1.6448536)


def ends(drawn: Draws) -> tuple[FloatArray, FloatArray]:
    """Return the 5th and the 95th percentile of each row; the rows' order is lost."""
    last = drawn.shape[1] - 1
    low, high = round(TAIL * last), round((1 - TAIL) * last)
    drawn.sort(axis=1)  # numpy sorts with vector instructions: ten times as fast as its partition at two places
    return drawn[:, low].astype(np.float64), drawn[:, high].astype(np.float64)


def two_piece(normal: Draws, low: float | Draws, central: float | Draws, high: float | Draws) -> Draws:
    """Turn standard normal draws into draws around ``central`` whose 5th and 95th percentiles are ``low`` and
    ``high``."""
    up = np.clip(normal, 0, np.inf)  # three times as fast as maximum
    up *= (np.float32(1) * (high - central)) / _Z_OF_TAIL
    down = np.clip(normal, -np.inf, 0)
    down *= (np.float32(1) * (central - low)) / _Z_OF_TAIL
    up += down
    up += central
    return up


def normal(seed: int, name: str, count: int) -> Draws:
    """Return standard normal draws that belong to a name."""
    return _generator(seed, name).standard_normal(count, dtype=np.float32)


_POOL = 1 << 21
"""Standard normal values that all pieces of work draw from: 8 MB."""


@dataclass(frozen=True, eq=False)
class Work(Coded):
    """The pieces of work by name, and where in the pool each begins to draw; not to be changed.

    Each name takes a stretch of one pool, from a place that its hash says: a generator of its own would cost more than
    all the rest. Two stretches may overlap, but one draw never takes the same value for two names unless their hashes
    agree, which of 50,000 names some 600 pairs in a thousand million do.
    """

    _places: dict[tuple[int, int], Codes] = field(default_factory=dict, repr=False)

    def places(self, seed: int, length: int) -> Codes:
        """Return where the stretch of each name begins; hashing them takes longer than drawing, so it is done once."""
        known = self._places.get((seed, length))
        if known is None:
            last = _POOL - length
            places = [_hash(seed, f"work {name}") % (last + 1) for name in self.names]
            known = self._places[seed, length] = np.array(places, dtype=np.intp)
        return known


def own_errors(seed: int, spread: float) -> Draws:
    """Return the pool that pieces of work draw their own errors from, standard normal values times ``spread``."""
    return _pool(seed) * np.float32(spread)


def mirrored(pool: Draws, places: Codes, count: int) -> Draws:
    """Return ``count`` draws a row from the stretches of a pool that begin at places; the second half mirrors the
    first.

    Only errors that belong to one piece of work are mirrored (half the work, and their mean is exactly 0); what they
    are combined with is not, so each draw stays a fair one.
    """
    half = count // 2
    drawn = np.empty((len(places), 2 * half), dtype=np.float32)
    drawn[:, :half] = np.lib.stride_tricks.sliding_window_view(pool, half)[places]
    np.negative(drawn[:, :half], out=drawn[:, half:])
    return drawn


@lru_cache(maxsize=2)
def _pool(seed: int) -> Draws:
    pool = normal(seed, "pool", _POOL)
    pool.setflags(write=False)
    return pool


def _generator(seed: int, name: str) -> np.random.Generator:
    return np.random.Generator(np.random.Philox(key=_hash(seed, name)))


def _hash(seed: int, name: str) -> int:
    return int.from_bytes(hashlib.blake2b(f"{seed} {name}".encode(), digest_size=16).digest(), "little")


def even(count: int) -> int:
    """Return a number of draws that can be mirrored."""
    return count + count % 2
