"""Which encoder a models folder goes with: the served one, or another that its heads were trained for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from analyzer.errors import ModelError
from analyzer.scoring.encoder import Encoder
from analyzer.scoring.manifest import Manifest
from analyzer.settings import settings


class TextEncoder(Protocol):
    """What turns texts into unit vectors."""

    dimensions: int

    def encode(self, texts: Sequence[str], progress: Callable[[float], None] | None = None) -> npt.NDArray[np.float32]:
        """Return one unit vector a text, shape ``(len(texts), dimensions)``.

        :param progress: called with the share done, 0 to 1.
        """
        ...


def open_encoder(manifest: Manifest, named: str | None = None, engine: str | None = None) -> TextEncoder:
    """Return the encoder that the heads of a models folder were fitted on.

    :param named: name or folder of a sentence-transformers model, as the user gives it: where the model is on this
        machine, if not where the manifest says; by default the one of the settings.
    :param engine: "openvino" (extra ``fast``) is taken where this machine gains from it, "onnxruntime" always; by
        default the one of the settings. Another encoder than the served one is run by its own library.
    :raises ModelError: if a file of the encoder is missing or altered, if the user names an encoder that the folder
        has no heads for, or if the engine is not installed.
    """
    named = settings().encoder if named is None else named
    if manifest.kind == "sentence-transformers":
        # It imports torch, which takes seconds: only those who chose such an encoder wait for it.
        from analyzer.scoring.sentence_encoder import SentenceEncoder  # noqa: PLC0415

        return SentenceEncoder(manifest, named)
    if named:
        raise ModelError(
            "The models in “{folder}” are not for the encoder “{name}” that ANALYZER_ENCODER names: train some with "
            "“analyzer train --encoder”, and name their folder in ANALYZER_MODELS.",
            folder=manifest.folder,
            name=named,
        )
    if (engine or settings().engine) == "openvino":
        from analyzer.scoring.fast import open_where_it_gains  # noqa: PLC0415 - only those who have the extra

        return open_where_it_gains(manifest)
    return Encoder(manifest)
