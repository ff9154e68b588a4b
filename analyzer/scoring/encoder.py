"""Texts to vectors: the served encoder, run by onnxruntime without torch."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from analyzer.scoring.manifest import Manifest

FloatArray = npt.NDArray[np.float32]

_TOKENS_A_BATCH = 1024
"""A batch holds about this many pieces: enough to keep two cores busy, little enough to stay in their caches."""


class Encoder:
    """Turns texts into unit vectors; a text gets the same vector alone and in any batch (to 1e-6).

    :param manifest: names the graph and the tokenizer.
    :raises ModelError: if a file is missing or altered.
    """

    def __init__(self, manifest: Manifest) -> None:
        self.prefix = str(manifest.encoder["prefix"])
        self.dimensions = int(manifest.encoder["dimensions"])
        self._tokenizer = Tokenizer.from_str(manifest.read("tokenizer.json").decode("utf-8"))
        self._tokenizer.enable_truncation(int(manifest.encoder["max_tokens"]))
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # By default it takes a thread a core of the machine, also where the process may only use some of them.
        options.intra_op_num_threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
        # The arena keeps its largest block for ever; without it memory follows the batch at hand.
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(
            manifest.read("encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str], progress: Callable[[float], None] | None = None) -> FloatArray:
        """Return one unit vector a text, shape ``(len(texts), dimensions)``, float32.

        :param progress: called with the share done, 0 to 1, after each batch.
        """
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        pieces = self._tokenizer.encode_batch_fast([self.prefix + text for text in texts])
        lengths = np.array([len(piece.ids) for piece in pieces])
        # Texts of like length share a batch, so that little is spent on padding.
        order = np.argsort(lengths, kind="stable")
        done = 0
        while done < len(order):
            end = _batch_end(lengths, order, done)
            rows = order[done:end]
            ids = np.ones((len(rows), int(lengths[rows[-1]])), np.int64)
            mask = np.zeros_like(ids)
            for at, row in enumerate(rows):
                ids[at, : lengths[row]] = pieces[row].ids
                mask[at, : lengths[row]] = 1
            vectors[rows] = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
            done = end
            if progress is not None:
                progress(done / len(order))
        return vectors


def _batch_end(lengths: npt.NDArray[np.int64], order: npt.NDArray[np.int64], start: int) -> int:
    """Return where the batch that begins at ``start`` ends: as many texts as fit when padded to the longest."""
    end = start + 1
    while end < len(order) and (end + 1 - start) * lengths[order[end]] <= _TOKENS_A_BATCH:
        end += 1
    return end
