"""How far the inputs of an encoder's products reach when it reads our own texts.

A few inputs reach ten times as far as the others whatever the text, so that some hundreds of texts of each kind tell as
much as all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from tokenizers import Tokenizer

from analyzer.training.export import Reach

_MATRIX = ".int8"


def reaches(graph: onnx.ModelProto, tokenizer: Tokenizer, texts: Sequence[str]) -> dict[str, Reach]:
    """Return how far the inputs of the products reach, by the products' names.

    :param graph: of :func:`analyzer.training.export.encoder_graph`, all its products of floats.
    :param tokenizer: cuts off what the graph cannot read.
    :param texts: as they are put to the encoder, prefix and all.
    """
    inputs = _product_inputs(graph)
    watched = onnx.ModelProto()
    watched.CopyFrom(graph)
    outputs = list(dict.fromkeys(inputs.values()))
    watched.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs)
    session = onnxruntime.InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    ends: dict[str, Reach] = {}
    for pieces in tokenizer.encode_batch_fast(list(texts)):
        ids = np.array([pieces.ids], np.int64)
        found = session.run(outputs, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        for name, values in zip(outputs, found, strict=True):
            least, greatest = values.min(axis=(0, 1)), values.max(axis=(0, 1))
            low, high = ends.get(name, (least, greatest))
            ends[name] = np.minimum(low, least), np.maximum(high, greatest)
    return {product: ends[name] for product, name in inputs.items()}


def _product_inputs(graph: onnx.ModelProto) -> dict[str, str]:
    """Return what enters each product with a stored matrix: name of the product to name of its input."""
    maker = {output: node for node in graph.graph.node for output in node.output}
    found = {}
    for node in graph.graph.node:
        scaled = maker.get(node.input[1]) if node.op_type == "MatMul" else None
        if scaled is not None and scaled.op_type == "Mul":
            found[maker[scaled.input[0]].input[0].removesuffix(_MATRIX)] = node.input[0]
    return found
