"""Unit vectors kept in 8 bits a value, as files of models/ hold them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]


def packed(vectors: FloatArray) -> dict[str, npt.NDArray[np.generic]]:
    """Return the arrays ``vectors`` (8 bits a value) and ``scale`` (one a row) that stand for unit vectors."""
    scale = np.abs(vectors).max(axis=1, keepdims=True) / 127.0
    return {"vectors": np.round(vectors / scale).astype(np.int8), "scale": scale.astype(np.float32)}


def unpacked(arrays: dict[str, npt.NDArray[np.generic]]) -> FloatArray:
    """Return the unit vectors that :func:`packed` made arrays of, shape (n, dimensions)."""
    restored: FloatArray = arrays["vectors"].astype(np.float32) * arrays["scale"].astype(np.float32)
    restored /= np.linalg.norm(restored, axis=1, keepdims=True)
    return restored
