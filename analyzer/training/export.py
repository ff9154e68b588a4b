"""The encoder's served form: one ONNX graph with pooling and unit length, weights kept in 8 bits.

Matrices are stored as int8 with one float scale per output (per row for the word vectors). Where it was measured how
far the inputs of the products reach (:mod:`analyzer.training.reach`), products are of whole numbers: an input is
rounded to 7 bits, and what the rounding left over to 8 bits again. Two products of whole numbers take half the time of
one of floats, and 15 bits lose nothing that a score would show (cosine 0.999999), where 8 bits alone move scores by
several points. Without the measure the matrices are multiplied out when the graph is loaded, and the arithmetic is
float32. Either way nothing is set by the batch at hand, so that a text's vector does not depend on it. The heads are
fitted on the vectors of this graph, so that nothing is lost between training and use.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

FloatArray = npt.NDArray[np.float32]
Reach = tuple[float, float]
"""Least and greatest value that enters a product; 0 lies between them."""

_OPSET = 20  # the first with Gelu
_MASKED = -1e9
_COARSE, _FINE, _HALF = 127, 254, 128
"""Steps of an input that is rounded to a whole number, those of what the rounding left over, and the middle of these.
With 7 bits two products by a weight fit the 16 bits in which processors without instructions of their own for 8 bits
add them up; what is left over is so little that it does not matter if, once in a while, it does not fit."""


def quantise(matrix: FloatArray, axis: int) -> tuple[npt.NDArray[np.int8], FloatArray]:
    """Return ``matrix`` as int8 and its scales, the largest magnitude along ``axis`` becoming 127."""
    scale = np.maximum(np.abs(matrix).max(axis=axis, keepdims=True), 1e-12) / 127.0
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
        """Add the product as two of whole numbers: one of what ``x`` is in 7 bits, one of what that leaves over, in 8.

        An engine joins the nodes around each product into one product of whole numbers; taken literally they give the
        same result.
        """
        low, high = self.reaches[name]
        step = np.float32((high - low) / _COARSE)
        coarse = self.constant(f"{name}.step", step), self.constant(f"{name}.zero", np.uint8(np.round(-low / step)))
        fine = self.constant(f"{name}.fine", step / np.float32(_FINE)), self.constant(f"{name}.half", np.uint8(_HALF))
        rounded = self.node("DequantizeLinear", self.node("QuantizeLinear", x, *coarse), *coarse)
        left = self.node("Sub", x, rounded)
        left = self.node("DequantizeLinear", self.node("QuantizeLinear", left, *fine), *fine)
        values, scale = quantise(weight.T, axis=0)
        stored = self.constant(f"{name}.int8", values), self.constant(f"{name}.scale", scale[0])
        matrix = self.node("DequantizeLinear", *stored, axis=1)
        return self.node("Add", self.node("MatMul", rounded, matrix), self.node("MatMul", left, matrix))

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
