"""The fast engine (extra ``fast``): openvino runs the same encoder, and is taken where it takes clearly less time.

Both engines multiply the same whole numbers (:mod:`analyzer.training.export`). Which is faster is a matter of the
processor: with AVX-512 VNNI (AMD Zen 4) both come near to what it can do, and openvino gains some 5 %; units for
matrices (AMX) promise more, which was not measured. So both engines run a batch, and the fast one is taken only where
it clearly gains (:func:`open_where_it_gains`).

Between the products the engines' floats differ in the last digits, so that now and then one is rounded to the next
whole number: of 4,000 everyday texts, 998 in 1,000 were within a point of the default's automatability, and the others
within 1.3; the ends of an interval within 3.8. Where a text is hardly recognised as a task scores turn steeply, and the
scorer reads such texts again with :attr:`FastEncoder.exact`.
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
_INSTRUCTIONS = frozenset({"avx_vnni", "avx512_vnni", "amx_int8"})
"""What Linux calls the instructions for products of whole numbers of 8 bits."""
_CONVERTER = "openvino.tools.ovc"
_GAIN = 1.5
"""How many times as fast the engine must be to be taken: below, what is read again with the default engine takes most
of the gain back, and the choice would turn with the machine's mood (judgement)."""
_TURNS = 5
_SAMPLE, _SAMPLES = "Saisir les factures fournisseurs et les rapprocher des bons de commande", 12
"""A batch of the usual size: texts of the usual length, some 250 pieces together."""


def can_gain(cpuinfo: Path = _CPUINFO) -> bool:
    """Return whether the processor has instructions of its own for products of whole numbers of 8 bits.

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
    """The served encoder in openvino: cosine to the default's vectors above 0.999.

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
        compiled = core.compile_model(
            core.read_model(content, b""),
            "CPU",
            {
                "INFERENCE_PRECISION_HINT": "f32",  # between the products of whole numbers
                "DYNAMIC_QUANTIZATION_GROUP_SIZE": 0,  # the graph says how far inputs reach, whatever the batch
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
                # A copy: the request's memory is used again.
                return np.array(request.infer({"input_ids": ids, "attention_mask": mask})[0], np.float32)
            finally:
                idle.put(request)

        return run


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
