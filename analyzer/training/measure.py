"""What enters the products of an encoder when it reads our own texts, and the inner units that do next to nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

from analyzer.training.encoder import network_of, tokenizer_json
from analyzer.training.quantise import Inputs
from analyzer.training.vocabulary import MAX_TOKENS

FloatArray = npt.NDArray[np.float32]
State = dict[str, FloatArray]

IDLE = 1e-5
"""Share of the variance at the end of a layer that inner units may hold together and still be left out."""
_UNITS_AT_ONCE = 64
"""Processors multiply in blocks: a number of units that is no multiple of this gains nothing."""
_TOKENS_A_BATCH = 4096


class _Reach:
    """Collects least, most, mean and variance by channel over any number of tokens."""

    def __init__(self) -> None:
        self.tokens = 0
        self.least = self.most = self.total = self.squares = torch.zeros(1)

    def add(self, x: torch.Tensor) -> None:
        x = x.reshape(-1, x.shape[-1])
        least, most = x.amin(dim=0), x.amax(dim=0)
        total, squares = x.double().sum(dim=0), x.double().square().sum(dim=0)
        first = self.tokens == 0
        self.least = least if first else torch.minimum(self.least, least)
        self.most = most if first else torch.maximum(self.most, most)
        self.total, self.squares = self.total + total, self.squares + squares
        self.tokens += len(x)

    def inputs(self) -> Inputs:
        mean = self.total / self.tokens
        variance = (self.squares / self.tokens - mean**2).clamp(min=0.0)
        return Inputs(*(values.float().numpy() for values in (self.least, self.most, mean, variance)))


def measure_inputs(model: SentenceTransformer, texts: Sequence[str]) -> dict[str, Inputs]:
    """Read texts and return what enters each product of the network.

    :param texts: cleaned texts with the prefix in front; some thousands, of every kind that users may write.
    :returns: by product, under the names of the served graph ("encoder.layer.0.qkv").
    """
    network = network_of(model).eval()
    reaches: dict[str, _Reach] = defaultdict(_Reach)
    hooks = []
    for i, layer in enumerate(network.encoder.layer):
        products = {
            "qkv": layer.attention.self.query,
            "attention": layer.attention.output.dense,
            "inner": layer.intermediate.dense,
            "outer": layer.output.dense,
        }
        for name, module in products.items():
            hooks.append(module.register_forward_pre_hook(_adding(reaches[f"encoder.layer.{i}.{name}"])))
    try:
        with torch.no_grad():
            for ids in _batches(model, texts):
                network(input_ids=torch.from_numpy(ids).to(network.device))
    finally:
        for hook in hooks:
            hook.remove()
    return {name: reach.inputs() for name, reach in reaches.items()}


def _adding(reach: _Reach) -> Any:
    return lambda _module, arguments: reach.add(arguments[0].detach().cpu())


def _batches(model: SentenceTransformer, texts: Sequence[str]) -> list[npt.NDArray[np.int64]]:
    """Return the texts' pieces, texts of one length together: nothing is padded, so no padding is measured."""
    tokenizer = Tokenizer.from_str(tokenizer_json(model))
    tokenizer.enable_truncation(MAX_TOKENS)
    by_length: dict[int, list[list[int]]] = defaultdict(list)
    for pieces in tokenizer.encode_batch_fast(list(texts)):
        by_length[len(pieces.ids)].append(pieces.ids)
    batches = []
    for length, rows in by_length.items():
        size = max(1, _TOKENS_A_BATCH // length)
        batches += [np.array(rows[start : start + size], np.int64) for start in range(0, len(rows), size)]
    return batches


def without_idle_units(state: State, inputs: dict[str, Inputs]) -> tuple[State, dict[str, Inputs]]:
    """Leave out the inner units whose output hardly varies, whatever is read; their mean goes into the bias.

    The last layer has many: it needs few of its units to give the mean over the tokens.

    :param state: tensors under ``transformers``' BERT names.
    :param inputs: of :func:`measure_inputs`.
    :returns: both, for the units that are kept; layers may then differ in width.
    """
    state, inputs = dict(state), dict(inputs)
    layers = sum(name.endswith("intermediate.dense.bias") for name in state)
    for i in range(layers):
        prefix, products = f"encoder.layer.{i}.", (f"encoder.layer.{i}.inner", f"encoder.layer.{i}.outer")
        arriving, unit = inputs[products[0]], inputs[products[1]]
        outer = state[f"{prefix}output.dense.weight"]
        held = unit.variance * (outer**2).sum(axis=0)
        falling = np.argsort(-held, kind="stable")
        left = held.sum() - np.cumsum(held[falling])
        needed = int((left > IDLE * arriving.variance.sum()).sum()) + 1
        needed = min(-(-needed // _UNITS_AT_ONCE) * _UNITS_AT_ONCE, len(held))
        kept, dropped = np.sort(falling[:needed]), falling[needed:]
        state[f"{prefix}intermediate.dense.weight"] = state[f"{prefix}intermediate.dense.weight"][kept]
        state[f"{prefix}intermediate.dense.bias"] = state[f"{prefix}intermediate.dense.bias"][kept]
        state[f"{prefix}output.dense.weight"] = outer[:, kept]
        state[f"{prefix}output.dense.bias"] = (
            state[f"{prefix}output.dense.bias"] + outer[:, dropped] @ unit.mean[dropped]
        )
        inputs[products[1]] = unit.only(kept)
    return state, inputs
