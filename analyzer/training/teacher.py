"""The uncut pretrained network as a teacher of what texts are about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch

from analyzer.scoring.text import clean
from analyzer.training.encoder import cut_encoder
from analyzer.training.pretrained import read_pretrained
from analyzer.training.vocabulary import kept_pieces

FloatArray = npt.NDArray[np.float32]
_BATCH = 64


def teacher_vectors(texts: Sequence[str], prefix: str) -> FloatArray:
    """Return the pretrained network's unit vectors of the texts, all its layers used.

    :param texts: shape (n,); what the vocabulary must cover.
    :raises ModelError: if the package that carries the network is missing.
    """
    pretrained = read_pretrained()
    model = cut_encoder(pretrained, kept_pieces(pretrained, texts), list(range(pretrained.layers)))
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    vectors = np.zeros((len(texts), pretrained.hidden), np.float32)
    with torch.inference_mode(), torch.autocast(model.device.type, dtype=torch.bfloat16):
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            vectors[rows] = model.encode(
                [prefix + clean(texts[i]) for i in rows], batch_size=_BATCH, show_progress_bar=False
            )
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors
