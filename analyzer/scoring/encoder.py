"""Texts to vectors: the served encoder, run by onnxruntime without torch."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Encoding, Tokenizer

from analyzer.scoring.manifest import Manifest

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

_TOKENS_A_BATCH = 256
"""A batch holds about this many pieces: what a layer makes of them stays in the cache of a core."""


Graph = Callable[[IntArray, IntArray], FloatArray]
"""Turns ids and mask, each of shape (texts, pieces), into vectors; threads may call it at the same time."""


class Encoder:
    """Turns texts into unit vectors; a text gets the same vector alone and in any batch (to 1e-6).

    It may be shared by threads.

    :param manifest: names the graph and the tokenizer.
    :raises ModelError: if a file is missing or altered.
    """

    def __init__(self, manifest: Manifest) -> None:
        self.prefix = str(manifest.encoder["prefix"])
        self.dimensions = int(manifest.encoder["dimensions"])
        self._tokenizer = Tokenizer.from_str(manifest.read("tokenizer.json").decode("utf-8"))
        self._tokenizer.enable_truncation(int(manifest.encoder["max_tokens"]))
        # Whole batches side by side keep the cores busier than the parts of one product would.
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        self._graph = self._open(manifest.read("encoder.onnx"), cores)
        self._side_by_side = ThreadPoolExecutor(cores, thread_name_prefix="encoder") if cores > 1 else None

    def encode(self, texts: Sequence[str], progress: Callable[[float], None] | None = None) -> FloatArray:
        """Return one unit vector a text, shape ``(len(texts), dimensions)``, float32.

        :param progress: called with the share done, 0 to 1, after each batch.
        """
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        pieces = self._tokenizer.encode_batch_fast([self.prefix + text for text in texts])
        batches = _batches(np.array([len(piece.ids) for piece in pieces], np.int64))

        def encoded(rows: IntArray) -> FloatArray:
            return self._run([pieces[row] for row in rows])

        found: Iterable[FloatArray]
        if self._side_by_side is None or len(batches) < 2:
            found = map(encoded, batches)
        else:
            found = self._side_by_side.map(encoded, batches)
        done = 0
        for rows, part in zip(batches, found, strict=True):
            vectors[rows] = part
            done += len(rows)
            if progress is not None:
                progress(done / len(texts))
        return vectors

    def _run(self, pieces: Sequence[Encoding]) -> FloatArray:
        """Return the vectors of one batch, padded to its longest text."""
        ids = np.ones((len(pieces), max(len(piece.ids) for piece in pieces)), np.int64)
        mask = np.zeros_like(ids)
        for row, piece in enumerate(pieces):
            ids[row, : len(piece.ids)] = piece.ids
            mask[row, : len(piece.ids)] = 1
        return self._graph(ids, mask)

    def _open(self, content: bytes, cores: int) -> Graph:
        """Return the graph as an engine runs it.

        :param content: the served graph (:mod:`analyzer.training.export`).
        :param cores: processors that it may use, each for another batch.
        """
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1  # the batches share the cores
        session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

        def run(ids: IntArray, mask: IntArray) -> FloatArray:
            vectors: FloatArray = session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
            return vectors

        return run


def _batches(lengths: IntArray) -> list[IntArray]:
    """Return which rows are read together: texts of like length, so that little is spent on padding."""
    order = np.argsort(lengths, kind="stable")
    found = []
    start = 0
    while start < len(order):
        end = start + 1
        while end < len(order) and (end + 1 - start) * lengths[order[end]] <= _TOKENS_A_BATCH:
            end += 1
        found.append(order[start:end])
        start = end
    return found
