"""The served encoder as a sentence-transformers model again, to be trained further or used elsewhere.

The served graph (:mod:`analyzer.training.export`) holds all weights: matrices in whole numbers with their scales, the
query's with the scale of the attention scores in it, and the position vectors with the one type vector added.
Multiplied out, they are the very numbers that serving computes with.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

from analyzer.errors import ModelError
from analyzer.scoring.manifest import Manifest, read_manifest
from analyzer.settings import settings
from analyzer.training.encoder import assemble

_LAYER = "encoder.layer."
_DENSE = {"attention": "attention.output.dense", "inner": "intermediate.dense", "outer": "output.dense"}
_NORMALISED = {"norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}
"""Names within a layer of the graph to those of ``transformers``' BERT layer."""

Array = npt.NDArray[Any]


def load_encoder(folder: Path | None = None) -> SentenceTransformer:
    """Return the encoder of a models folder as a sentence-transformers model: it encodes, trains and saves as any.

    Its vectors are those that serving gives (cosine of 0.999: serving rounds what it multiplies) to texts with the
    manifest's prefix in front: ``model.encode_query(texts)`` puts it there. The texts should be cleaned
    (:func:`analyzer.scoring.text.clean`).

    :param folder: the models folder; by default the one of the settings.
    :raises ModelError: if a file is missing, altered, or was not written by :mod:`analyzer.training.export`.
    """
    manifest = read_manifest(folder or settings().models)
    if manifest.kind == "sentence-transformers":
        # Only such a folder needs a model from elsewhere.
        from analyzer.scoring.sentence_encoder import SentenceEncoder  # noqa: PLC0415

        return SentenceEncoder(manifest, settings().encoder).model
    graph = onnx.load_model_from_string(manifest.read("encoder.onnx")).graph
    constants = {constant.name: numpy_helper.to_array(constant) for constant in graph.initializer}
    try:
        state = _state(constants)
        heads = int(constants[f"{_LAYER}0.split"][3])
        epsilon = next(
            attribute.f
            for node in graph.node
            if node.op_type == "LayerNormalization"
            for attribute in node.attribute
            if attribute.name == "epsilon"
        )
    except (KeyError, StopIteration) as error:
        raise ModelError(
            "“{file}” was not written by this version: install the matching models.", file=manifest.folder
        ) from error
    model = assemble(state, _tokenizer(manifest), heads=heads, epsilon=epsilon)
    model.prompts["query"] = str(manifest.encoder["prefix"])
    return model.eval()


def _tokenizer(manifest: Manifest) -> Tokenizer:
    return Tokenizer.from_str(manifest.read("tokenizer.json").decode("utf-8"))


def _state(constants: dict[str, Array]) -> dict[str, torch.Tensor]:
    """Return the tensors of the network under ``transformers``' names."""
    words, positions = _multiplied_out(constants, "words"), constants["positions"]
    state = {
        "embeddings.word_embeddings.weight": words,
        "embeddings.position_embeddings.weight": positions,
        "embeddings.token_type_embeddings.weight": np.zeros((1, words.shape[1]), np.float32),
        **_normalised(constants, "embeddings.LayerNorm", "embeddings.LayerNorm"),
    }
    layers = sum(name.startswith(_LAYER) and name.endswith(".split") for name in constants)
    for layer in range(layers):
        prefix = f"{_LAYER}{layer}."
        size = int(constants[f"{prefix}split"][4])
        weights = np.split(_multiplied_out(constants, f"{prefix}qkv").T, 3)
        biases = np.split(constants[f"{prefix}qkv.bias"], 3)
        # The query carries the scale of the attention scores in the graph.
        for name, factor, weight, bias in zip(
            ("query", "key", "value"), (np.sqrt(size), 1.0, 1.0), weights, biases, strict=True
        ):
            state[f"{prefix}attention.self.{name}.weight"] = weight * factor
            state[f"{prefix}attention.self.{name}.bias"] = bias * factor
        for short, long in _DENSE.items():
            state[f"{prefix}{long}.weight"] = _multiplied_out(constants, f"{prefix}{short}").T
            state[f"{prefix}{long}.bias"] = constants[f"{prefix}{short}.bias"]
        for short, long in _NORMALISED.items():
            state |= _normalised(constants, f"{prefix}{short}", f"{prefix}{long}")
    return {name: torch.from_numpy(np.array(array, np.float32, order="C")) for name, array in state.items()}


def _multiplied_out(constants: dict[str, Array], name: str) -> npt.NDArray[np.float32]:
    product: npt.NDArray[np.float32] = constants[f"{name}.int8"].astype(np.float32) * constants[f"{name}.scale"]
    smaller = constants.get(f"{name}.smaller")  # what the inputs are multiplied by where products are of whole numbers
    return product if smaller is None else product * smaller[:, None]


def _normalised(constants: dict[str, Array], short: str, long: str) -> dict[str, Array]:
    return {f"{long}.weight": constants[f"{short}.scale"], f"{long}.bias": constants[f"{short}.shift"]}
