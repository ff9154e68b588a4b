"""The fast engine (extra ``fast``): openvino runs the encoder with floats of 16 bits where the processor has them.

The served graph multiplies whole numbers in two parts (:mod:`analyzer.training.export`), which is what onnxruntime does
fastest. Where a processor multiplies 16-bit floats in half the time of whole numbers or less, one product of them takes
less time still, so that the two parts are joined again here. Not every processor that has the instructions is one of
these: with AVX-512 alone (AMD Zen 4) the gain is 6 to 18 %; units for matrices (AMX) promise more, which was not
measured. So both engines run a batch, and the fast one is taken only where it clearly is
(:func:`open_where_it_gains`).

It costs less than a point of any score (two of an interval's ends) but where a text is hardly recognised as a task:
there the scores turn steeply, and the scorer reads such texts again with :attr:`FastEncoder.exact`.
"""

from __future__ import annotations

import importlib.util
import queue
import sys
import time
from collections.abc import Callable
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
_GAIN = 1.5
"""How many times as fast the engine must be to be taken: below, what is read again with the default engine takes most
of the gain back, and the choice would turn with the machine's mood (judgement)."""
_TURNS = 5
_SAMPLE, _SAMPLES = "Saisir les factures fournisseurs et les rapprocher des bons de commande", 12
"""A batch of the usual size: texts of the usual length, some 250 pieces together."""


def can_gain(cpuinfo: Path = _CPUINFO) -> bool:
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


def open_where_it_gains(manifest: Manifest) -> Encoder:
    """Return the fast encoder where this machine gains from it, else the default one.

    :raises ModelError: if openvino is not installed, or a file is missing or altered.
    """
    if not can_gain():
        return Encoder(manifest)
    fast = FastEncoder(manifest)
    return fast if fast.gains() else fast.exact


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

    def gains(self, clock: Callable[[], float] = time.process_time) -> bool:
        """Return whether a batch takes clearly less time here than with the default engine.

        The engines take turns, and the best turn of each counts: whatever else goes on makes turns longer, never
        shorter.

        :param clock: tells seconds; those that this process worked, unless given, so that other programs do not count.
        """
        pieces = self._tokenizer.encode_batch_fast([self.prefix + _SAMPLE] * _SAMPLES)
        ids = np.array([piece.ids for piece in pieces], np.int64)
        mask = np.ones_like(ids)
        best = {self: np.inf, self.exact: np.inf}
        for encoder in best:  # the first run of a shape prepares it
            encoder._graph(ids, mask)
        for encoder in [*best] * _TURNS:
            start = clock()
            encoder._graph(ids, mask)
            best[encoder] = min(best[encoder], clock() - start)
        return best[self] * _GAIN <= best[self.exact]

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
