"""Random numbers with names, and the curves that low, central and high ends stand for.

A value with a low, central and high end is drawn from two half normal curves that meet at the central value, each as
wide as makes its end the 5th or the 95th percentile; so the median is the central value, and the ends hold nine draws
in ten.
"""

from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt

from analyzer.opportunity.columns import FloatArray

Draws = npt.NDArray[np.float32]
"""Drawn values, one column a draw where there are two dimensions."""

TAIL = 0.05
"""Part of the draws below a range's low end, and above its high end."""
_Z_OF_TAIL = np.float32(1.6448536)


def ends(drawn: Draws) -> tuple[FloatArray, FloatArray]:
    """Return the 5th and the 95th percentile of each row; the rows' order is lost."""
    last = drawn.shape[1] - 1
    low, high = round(TAIL * last), round((1 - TAIL) * last)
    drawn.partition((low, high), axis=1)
    return drawn[:, low].astype(np.float64), drawn[:, high].astype(np.float64)


def two_piece(normal: Draws, low: float | Draws, central: float | Draws, high: float | Draws) -> Draws:
    """Turn standard normal draws into draws around ``central`` whose 5th and 95th percentiles are ``low`` and
    ``high``."""
    up = np.maximum(normal, 0)
    up *= (np.float32(1) * (high - central)) / _Z_OF_TAIL
    down = np.minimum(normal, 0)
    down *= (np.float32(1) * (central - low)) / _Z_OF_TAIL
    up += down
    up += central
    return up


def normal(seed: int, name: str, count: int) -> Draws:
    """Return standard normal draws that belong to a name."""
    return _generator(seed, name).standard_normal(count, dtype=np.float32)


def mirrored_normal(seed: int, name: str, count: int) -> Draws:
    """Return draws of which the second half mirrors the first: half the work, and their mean is exactly 0.

    Only errors that belong to one piece of work are mirrored; what they are combined with is not, so each draw stays
    a fair one.
    """
    half = normal(seed, name, count // 2)
    return np.concatenate([half, -half])


def _generator(seed: int, name: str) -> np.random.Generator:
    digest = hashlib.blake2b(f"{seed} {name}".encode(), digest_size=16).digest()
    return np.random.Generator(np.random.Philox(key=int.from_bytes(digest, "little")))


def even(count: int) -> int:
    """Return a number of draws that can be mirrored."""
    return count + count % 2
