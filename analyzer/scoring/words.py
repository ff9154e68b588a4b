"""Which words a text is written with, as numbers: what a score rests on beside the text's meaning.

The encoder knows what a text is like as a whole; the words themselves say the same thing more bluntly, and err
elsewhere. Words, the beginnings of words (a verb and its noun begin alike) and pairs of neighbouring beginnings are
hashed to a fixed number of places (*feature hashing*, Weinberger et al. 2009), so that no list of words is needed.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

PLACES = 1 << 15
"""Places that words are hashed to."""

_WORD = re.compile(r"\w\w+")
_BEGINNING = 5
"""Letters of a word's beginning."""
_MIX = 2_654_435_761
"""Multiplier that spreads pairs over the places (Knuth's multiplicative hashing)."""


@dataclass(frozen=True)
class Words:
    """The words of ``n`` texts.

    :ivar places: places of all their words, 0 to :data:`PLACES` - 1, text after text.
    :ivar ends: where each text's words end in ``places``, shape (n,).
    """

    places: Places
    ends: Places

    @property
    def counts(self) -> Places:
        """Number of places of each text, shape (n,)."""
        return np.diff(self.ends, prepend=0)

    def weigh(self, rarity: FloatArray) -> FloatArray:
        """Return the weight of each place of :attr:`places`: its rarity, each text brought to length 1."""
        weight = rarity[self.places].astype(np.float64)
        squares = self._sums((weight**2)[:, None])[:, 0]
        length = np.sqrt(np.maximum(squares, 1e-12))
        result: FloatArray = (weight / np.repeat(length, self.counts)).astype(np.float32)
        return result

    def read(self, rarity: FloatArray, weights: FloatArray) -> FloatArray:
        """Return what ``weights`` make of the texts' words.

        :param rarity: weight of each place, shape (:data:`PLACES`,).
        :param weights: shape (:data:`PLACES`, columns).
        :returns: shape (n, columns); 0 for a text without a word.
        """
        values = weights[self.places].astype(np.float64) * self.weigh(rarity)[:, None]
        result: FloatArray = self._sums(values).astype(np.float32)
        return result

    def _sums(self, values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Add up ``values``, shape (places, columns), text by text."""
        running = np.vstack([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)])
        result: npt.NDArray[np.float64] = running[self.ends] - running[self.ends - self.counts]
        return result


def words_of(texts: Sequence[str]) -> Words:
    """Return the words of texts, whatever their case and accents."""
    found, ends, total = [], [], 0
    for text in texts:
        places = _places(text)
        found.append(places)
        total += len(places)
        ends.append(total)
    flat = np.fromiter((place for places in found for place in places), np.int64, total)
    return Words(flat, np.array(ends, np.int64))


def _places(text: str) -> list[int]:
    hashed = [_hashed(word) for word in _WORD.findall(_plain(text))]
    words = [word for word, _ in hashed]
    beginnings = [beginning for _, beginning in hashed]
    pairs = [(first * _MIX ^ second) % PLACES for first, second in pairwise(beginnings)]
    return [*(word % PLACES for word in words), *(beginning % PLACES for beginning in beginnings), *pairs]


def _plain(text: str) -> str:
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def _hashed(word: str) -> tuple[int, int]:
    """Return the hash of a word and of its beginning; the same in every process, unlike ``hash``."""
    return zlib.crc32(word.encode()), zlib.crc32(("~" + word[:_BEGINNING]).encode())
