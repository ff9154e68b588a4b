"""The fast engine (extra ``fast``): openvino runs the encoder with floats of 16 bits where the processor has them.

The served graph multiplies whole numbers in two parts (:mod:`analyzer.training.export`), which is what onnxruntime does
fastest. One product of 16-bit floats takes less time still, so that the two parts are joined again here. It costs less
than a point of any score (two of an interval's ends) but where a text is hardly recognised as a task: there the scores
turn steeply, and the scorer reads such texts again with :attr:`FastEncoder.exact`.
"""

from __future__ import annotations

import importlib.util
import queue
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from analyzer.errors import ModelError
from analyzer.scoring.encoder import Encoder, FloatArray, Graph, IntArray
from analyzer.scoring.manifest import Manifest

_CPUINFO = Path("/proc/cpuinfo")
_INSTRUCTIONS = frozenset({"avx512_bf16", "amx_bf16"})
"""What Linux calls the instructions for products of 16-bit floats."""
_CONVERTER = "openvino.tools.ovc"


def gains(cpuinfo: Path = _CPUINFO) -> bool:
    """Return whether the processor has instructions of its own for products of 16-bit floats.

    :param cpuinfo: where Linux tells; elsewhere nothing is known, and the answer is no.
    :raises ModelError: if openvino is not installed.
    """
    if importlib.util.find_spec("openvino") is None:
        raise ModelError(
            "The engine “openvino” is not installed: add it with “{command}”, or leave ANALYZER_ENGINE empty.",
            command="pip install 'task-automation-analyzer[fast]'",
        )
    try:
        lines = cpuinfo.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return False
    flags = next((line for line in lines if line.startswith("flags")), "")
    return not _INSTRUCTIONS.isdisjoint(flags.split())


class FastEncoder(Encoder):
    """The served encoder in openvino: cosine to the default's vectors above 0.9999.

    :param manifest: names the graph and the tokenizer.
    :raises ModelError: if a file is missing or altered.
    """

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest
        super().__init__(manifest)

    @cached_property
    def exact(self) -> Encoder:
        """The default encoder, opened when it is first needed."""
        return Encoder(self._manifest)

    def _open(self, content: bytes, cores: int) -> Graph:
        core = _openvino().Core()
        model = core.read_model(content, b"")
        _join_parts(model)
        compiled = core.compile_model(
            model,
            "CPU",
            {
                "INFERENCE_PRECISION_HINT": "bf16",
                "DYNAMIC_QUANTIZATION_GROUP_SIZE": 0,  # else inputs would be rounded to 8 bits
                "NUM_STREAMS": cores,
                "INFERENCE_NUM_THREADS": cores,
                "ENABLE_CPU_PINNING": False,  # several processes would be bound to the same cores
            },
        )
        idle: queue.SimpleQueue[Any] = queue.SimpleQueue()

        def run(ids: IntArray, mask: IntArray) -> FloatArray:
            try:
                request = idle.get_nowait()
            except queue.Empty:
                request = compiled.create_infer_request()
            try:
                vectors = np.array(request.infer({"input_ids": ids, "attention_mask": mask})[0], np.float32)
            finally:
                idle.put(request)
            # With 16 bits the length is 1 to three digits only.
            unit: FloatArray = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
            return unit

        return run


def _join_parts(model: Any) -> None:
    """Let one product do where there are two, of an input rounded and of what that leaves over."""
    for node in model.get_ordered_ops():
        parts = [value.get_node() for value in node.input_values()]
        if node.get_type_name() != "Add" or [part.get_type_name() for part in parts] != ["MatMul", "MatMul"]:
            continue
        rounded = parts[0].input_value(0).get_node()
        while rounded.get_type_name() != "FakeQuantize":
            rounded = rounded.input_value(0).get_node()
        parts[0].input(0).replace_source_output(rounded.input_value(0))
        for reader in node.output(0).get_target_inputs():
            reader.replace_source_output(parts[0].output(0))


def _openvino() -> Any:
    """Import openvino without its converter of models.

    The package imports the converter, which reports each import to its maker (package ``openvino-telemetry``). Nothing
    here converts anything, and openvino does without where it is not to be had.
    """
    hidden = "openvino" not in sys.modules and _CONVERTER not in sys.modules
    if hidden:
        sys.modules[_CONVERTER] = None  # type: ignore[assignment]  # so that importing it fails
    try:
        import openvino  # noqa: PLC0415 - only those who have the extra
    finally:
        if hidden:
            del sys.modules[_CONVERTER]
    return openvino
