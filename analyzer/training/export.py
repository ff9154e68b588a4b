"""The encoder's served form: one ONNX graph with pooling and unit length, weights kept in 8 bits.

Matrices are stored as int8 with one float scale per output (per row for the word vectors). Where it was measured how
far the inputs of the products reach (:mod:`analyzer.training.reach`), products are of whole numbers, which takes a
third of the time of floats: an input is rounded to 8 bits, a weight to 7. In each layer a few inputs reach ten times
as far as the others, and would leave them a few steps only; so these are made smaller first, and their weights larger
by as much (Xiao et al. 2023, "SmoothQuant", here for these few alone). That keeps a cosine of 0.999 to the vectors of
floats. Without the measure the matrices are multiplied out when the graph is loaded, and the arithmetic is float32.
Either way nothing is set by the batch at hand, so that a text's vector does not depend on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

FloatArray = npt.NDArray[np.float32]
Reach = tuple[FloatArray, FloatArray]
"""Least and greatest value that each input of a product takes, shape (inputs,) each."""

_OPSET = 20  # the first with Gelu
_MASKED = -1e9
_STEPS, _WEIGHT_STEPS = 255, 63
"""Steps of an input that is rounded to a whole number, and of a weight on either side of 0. The sum of two products of
them fits the 16 bits in which processors without instructions of their own for 8 bits add up."""
_ALIKE = 0.95
"""Share of a product's inputs that are left as they are; those that reach further are made to reach as far as the last
of these. From 0.8 to 0.98 the vectors came as near to those of floats (cosine 0.9993 to 0.9995, 1,400 texts)."""


def quantise(matrix: FloatArray, axis: int, steps: int = 127) -> tuple[npt.NDArray[np.int8], FloatArray]:
    """Return ``matrix`` as int8 and its scales, the largest magnitude along ``axis`` becoming ``steps``."""
    scale = np.maximum(np.abs(matrix).max(axis=axis, keepdims=True), 1e-12) / steps
    return np.round(matrix / scale).astype(np.int8), scale.astype(np.float32)


def output_size(content: bytes) -> int:
    """Return how many values a served graph gives a text."""
    shape = onnx.load_model_from_string(content).graph.output[0].type.tensor_type.shape
    return int(shape.dim[-1].dim_value)


class _Graph:
    """Collects nodes and constants under names that are never given twice.

    :param reaches: how far the inputs of products reach, by the products' names.
    """

    def __init__(self, reaches: Mapping[str, Reach]) -> None:
        self.reaches = reaches
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: npt.NDArray[np.generic] | np.generic) -> str:
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def node(self, operation: str, *inputs: str, **attributes: Any) -> str:
        output = f"{operation}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operation, list(inputs), [output], **attributes))
        return output

    def matrix(self, name: str, weight: FloatArray) -> str:
        """Add a weight of shape (outputs, inputs) and return it as float32 of shape (inputs, outputs)."""
        values, scale = quantise(weight.T, axis=0)
        cast = self.node("Cast", self.constant(f"{name}.int8", values), to=TensorProto.FLOAT)
        return self.node("Mul", cast, self.constant(f"{name}.scale", scale))

    def linear(self, name: str, x: str, weight: FloatArray, bias: FloatArray) -> str:
        """Add ``x @ weight.T + bias``, weight of shape (outputs, inputs)."""
        if name in self.reaches:
            product = self.whole_numbers(name, x, weight)
        else:
            product = self.node("MatMul", x, self.matrix(name, weight))
        return self.node("Add", product, self.constant(f"{name}.bias", bias))

    def whole_numbers(self, name: str, x: str, weight: FloatArray) -> str:
        """Add the product as one of whole numbers.

        An engine joins the nodes around the product into one; taken literally they give the same result.
        """
        low, high = self.reaches[name]
        far = np.maximum(np.abs(low), np.abs(high))
        larger = np.maximum(far / np.maximum(np.quantile(far, _ALIKE), 1e-12), 1.0).astype(np.float32)
        least, greatest = min(float((low / larger).min()), 0.0), max(float((high / larger).max()), 0.0)
        step = np.float32((greatest - least) / _STEPS)
        rounding = self.constant(f"{name}.step", step), self.constant(f"{name}.zero", np.uint8(np.round(-least / step)))
        x = self.node("Mul", x, self.constant(f"{name}.smaller", 1.0 / larger))
        rounded = self.node("DequantizeLinear", self.node("QuantizeLinear", x, *rounding), *rounding)
        values, scale = quantise((weight * larger).T, axis=0, steps=_WEIGHT_STEPS)
        stored = self.constant(f"{name}.int8", values), self.constant(f"{name}.scale", scale[0])
        return self.node("MatMul", rounded, self.node("DequantizeLinear", *stored, axis=1))

    def normalise(self, name: str, x: str, weight: FloatArray, bias: FloatArray, epsilon: float) -> str:
        scale, shift = self.constant(f"{name}.scale", weight), self.constant(f"{name}.shift", bias)
        return self.node("LayerNormalization", x, scale, shift, axis=-1, epsilon=epsilon)


def encoder_graph(
    state: Mapping[str, FloatArray],
    *,
    layers: int,
    heads: int,
    epsilon: float,
    positions: int,
    reaches: Mapping[str, Reach] | None = None,
) -> onnx.ModelProto:
    """Build the graph: ``input_ids`` and ``attention_mask`` (batch, tokens) to ``embedding`` (batch, hidden).

    :param state: tensors under ``transformers``' BERT names, matrices of shape (outputs, inputs).
    :param positions: longest input in tokens; position vectors beyond it are left out.
    :param reaches: how far the inputs of products reach (:func:`analyzer.training.reach.reaches`); those that are not
        among them stay products of floats.
    """
    g = _Graph(reaches or {})
    x = _embeddings(g, state, epsilon, positions)
    mask = g.node("Cast", "attention_mask", to=TensorProto.FLOAT)
    absent = g.node("Sub", g.constant("one", np.float32(1.0).reshape(1)), mask)
    bias = g.node("Mul", absent, g.constant("masked", np.float32(_MASKED).reshape(1)))
    bias = g.node("Unsqueeze", bias, g.constant("middle", np.array([1, 2], np.int64)))
    for layer in range(layers):
        x = _layer(g, state, f"encoder.layer.{layer}.", x, bias, heads, epsilon)
    weights = g.node("Unsqueeze", mask, g.constant("last", np.array([2], np.int64)))
    total = g.node("ReduceSum", g.node("Mul", x, weights), g.constant("tokens", np.array([1], np.int64)), keepdims=0)
    # The mean and the sum point the same way, and only the direction is kept.
    length = g.node("ReduceL2", total, g.constant("hidden", np.array([1], np.int64)), keepdims=1)
    g.nodes.append(helper.make_node("Div", [total, length], ["embedding"]))
    hidden = state["embeddings.LayerNorm.bias"].shape[0]
    ids = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
        for name in ("input_ids", "attention_mask")
    ]
    out = [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", hidden])]
    graph = helper.make_graph(g.nodes, "encoder", ids, out, g.constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=10)
    onnx.checker.check_model(model)
    return model


def _embeddings(g: _Graph, state: Mapping[str, FloatArray], epsilon: float, positions: int) -> str:
    values, scale = quantise(state["embeddings.word_embeddings.weight"], axis=1)
    words = g.node("Cast", g.node("Gather", g.constant("words.int8", values), "input_ids"), to=TensorProto.FLOAT)
    words = g.node("Mul", words, g.node("Gather", g.constant("words.scale", scale), "input_ids"))
    table = (
        state["embeddings.position_embeddings.weight"][:positions] + state["embeddings.token_type_embeddings.weight"]
    )
    tokens = g.node(
        "Slice",
        g.node("Shape", "input_ids"),
        *(g.constant(n, np.array([v], np.int64)) for n, v in (("from", 1), ("to", 2))),
    )
    start = g.constant("start", np.array([0], np.int64))
    place = g.node("Slice", g.constant("positions", table.astype(np.float32)), start, tokens)
    x = g.node("Add", words, place)
    name = "embeddings.LayerNorm"
    return g.normalise(name, x, state[f"{name}.weight"], state[f"{name}.bias"], epsilon)


def _layer(
    g: _Graph, state: Mapping[str, FloatArray], prefix: str, x: str, bias: str, heads: int, epsilon: float
) -> str:
    def both(name: str) -> tuple[FloatArray, FloatArray]:
        return state[f"{prefix}{name}.weight"], state[f"{prefix}{name}.bias"]

    query, key, value = (both(f"attention.self.{name}") for name in ("query", "key", "value"))
    size = query[0].shape[0] // heads
    # One product for the three is faster; the scale of the scores is folded into the query.
    weight = np.concatenate([query[0] / np.sqrt(size), key[0], value[0]]).astype(np.float32)
    joined = g.linear(
        f"{prefix}qkv", x, weight, np.concatenate([query[1] / np.sqrt(size), key[1], value[1]]).astype(np.float32)
    )
    shape = g.constant(f"{prefix}split", np.array([0, 0, 3, heads, size], np.int64))
    apart = g.node("Transpose", g.node("Reshape", joined, shape), perm=[2, 0, 3, 1, 4])
    q, k, v = (
        g.node("Gather", apart, g.constant(f"{prefix}{name}", np.array(i, np.int64)), axis=0)
        for i, name in enumerate("qkv")
    )
    scores = g.node("Add", g.node("MatMul", q, g.node("Transpose", k, perm=[0, 1, 3, 2])), bias)
    context = g.node("MatMul", g.node("Softmax", scores, axis=-1), v)
    context = g.node(
        "Reshape",
        g.node("Transpose", context, perm=[0, 2, 1, 3]),
        g.constant(f"{prefix}join", np.array([0, 0, heads * size], np.int64)),
    )
    attended = g.linear(f"{prefix}attention", context, *both("attention.output.dense"))
    x = g.normalise(f"{prefix}norm1", g.node("Add", x, attended), *both("attention.output.LayerNorm"), epsilon)
    inner = g.node("Gelu", g.linear(f"{prefix}inner", x, *both("intermediate.dense")))
    outer = g.linear(f"{prefix}outer", inner, *both("output.dense"))
    return g.normalise(f"{prefix}norm2", g.node("Add", x, outer), *both("output.LayerNorm"), epsilon)
