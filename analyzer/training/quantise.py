"""Products in 8 bits: how far what enters them reaches, and the whole numbers that this makes of a weight.

Serving multiplies whole numbers of 8 bits, which processors do three to four times as fast as floats. What enters a
product is rounded to 256 steps that are set once, on our own texts, and not anew for each batch: so a text's vector is
the same alone and in any batch. Few channels reach ten times as far as the others; each is therefore divided by a
number of its own before it is rounded, and its weights are multiplied by it (as SmoothQuant does).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]

STEP = 1.0 / 128.0
"""Width of a step of what enters a product, once divided: a power of 2, so that every engine rounds alike."""
LARGEST = 63
"""Largest magnitude of a weight. With 7 bits two products fit the 16 bits in which processors without instructions of
their own for 8 bits add them up; with 8 bits they would overflow there, and a score would depend on the processor."""

_ZEROS = (16, 32, 64, 128)
"""Steps that may lie below zero; the rest of the 255 lies above. Activations behind a GELU hardly go below it."""
_ROUNDS = 3


@dataclass(frozen=True)
class Inputs:
    """What enters a product over the tokens of many texts, by channel; each array of shape (channels,)."""

    least: FloatArray
    most: FloatArray
    mean: FloatArray
    variance: FloatArray

    def only(self, channels: npt.NDArray[np.int64]) -> Inputs:
        """Return what enters through some of the channels."""
        return Inputs(self.least[channels], self.most[channels], self.mean[channels], self.variance[channels])


@dataclass(frozen=True)
class Product:
    """``x @ weight + bias`` as it is served.

    :ivar inverse: what ``x`` is multiplied by before it is rounded to steps of :data:`STEP`, shape (inputs,).
    :ivar zero: the step that stands for 0, of 0 to 255.
    :ivar values: weights, shape (inputs, outputs), of magnitude :data:`LARGEST` at most.
    :ivar scale: what the weights of an output are multiplied by, shape (outputs,).
    :ivar bias: shape (outputs,).
    """

    inverse: FloatArray
    zero: int
    values: npt.NDArray[np.int8]
    scale: FloatArray
    bias: FloatArray


def quantise(matrix: FloatArray, axis: int, largest: int = 127) -> tuple[npt.NDArray[np.int8], FloatArray]:
    """Return ``matrix`` as int8 and its scales, the largest magnitude along ``axis`` becoming ``largest``."""
    scale = np.maximum(np.abs(matrix).max(axis=axis, keepdims=True), 1e-12) / largest
    return np.round(matrix / scale).astype(np.int8), scale.astype(np.float32)


def quantise_product(weight: FloatArray, bias: FloatArray, inputs: Inputs) -> Product:
    """Return a product in 8 bits.

    :param weight: shape (inputs, outputs).
    :param inputs: what enters it.
    """
    divisor, zero = _divisor(weight, inputs)
    values, scale = quantise(weight * divisor[:, None], axis=0, largest=LARGEST)
    served = values * scale / divisor[:, None]
    # What rounding the weights adds on average is known, and taken off.
    corrected = bias + inputs.mean @ (weight - served)
    return Product((1.0 / divisor).astype(np.float32), zero, values, scale[0], corrected.astype(np.float32))


def _divisor(weight: FloatArray, inputs: Inputs) -> tuple[FloatArray, int]:
    """Return what each channel is divided by, and the step that stands for 0.

    Rounding what enters costs ``divisor**2`` in each channel times the power of its weights; a larger divisor than the
    channel's reach asks for is worth it only where small divisors would make the rounding of weights cost more.
    """
    power = np.maximum((weight**2).sum(axis=1), 1e-12)
    least, most = np.minimum(inputs.least, 0.0), np.maximum(inputs.most, 1e-4)
    reaches = {zero: np.maximum(most / (255 - zero), -least / zero) / STEP for zero in _ZEROS}
    zero = min(reaches, key=lambda candidate: float((reaches[candidate] ** 2 * power).sum()))
    divisor = reaches[zero]
    for _ in range(_ROUNDS):
        coarseness = (np.abs(weight * divisor[:, None]).max(axis=0) ** 2).sum() / LARGEST**2
        even = (coarseness * inputs.variance / (STEP**2 * power)) ** 0.25
        divisor = np.maximum(reaches[zero], even)
    return divisor.astype(np.float32), zero
