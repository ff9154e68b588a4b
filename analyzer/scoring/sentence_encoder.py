"""Any other sentence-transformers model as encoder, with heads trained for it by ``analyzer train --encoder``.

The model stays where it is, in a folder of its own or in the cache of the hub that published it; a models folder names
it with the hashes of its weights. Nothing is fetched unless a user asks for it, and nothing is unpickled.
"""

from __future__ import annotations

import hashlib
import math
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
from huggingface_hub import snapshot_download
from sentence_transformers import SentenceTransformer
from transformers.utils import logging

from analyzer.errors import ModelError
from analyzer.scoring.manifest import Manifest

FloatArray = npt.NDArray[np.float32]

_ORGANISATION = "sentence-transformers"
"""Whose a name without an organisation is, as sentence-transformers itself takes it."""
_FETCHED = ("*.json", "*.txt", "*.model", "*.safetensors")
_DECISIVE = ("*.safetensors", "tokenizer.json", "vocab.txt", "*.model", "*_Pooling/config.json")
"""Files that decide what vector a text gets."""
_OTHER_FORMS = frozenset({"onnx", "openvino"})
"""Folders inside a model with the same weights in another form."""
_CHUNK = 1024


class SentenceEncoder:
    """Turns texts into unit vectors with a sentence-transformers model; may be shared by threads.

    :param manifest: of a models folder whose encoder is of this kind.
    :param named: name or folder of the model on this machine; the manifest's own if empty.
    :ivar model: the sentence-transformers model.
    :raises ModelError: if the model is not there, cannot be opened, or is not the one that the heads were trained for.
    """

    def __init__(self, manifest: Manifest, named: str = "") -> None:
        name = named or str(manifest.encoder["name"])
        folder = find_model(name)
        if folder is None:
            raise ModelError(
                "The encoder “{name}” that the models in “{folder}” need is not on this machine: name the folder that "
                "holds it in ANALYZER_ENCODER.",
                name=name,
                folder=manifest.folder,
            )
        if decisive_hashes(folder) != manifest.encoder["weights"]:
            raise ModelError(
                "The encoder “{name}” is not the one that the models in “{folder}” were trained for: put that one in "
                "its place, or train again with “analyzer train --encoder”.",
                name=name,
                folder=manifest.folder,
            )
        self.prefix = str(manifest.encoder["prefix"])
        self.dimensions = int(manifest.encoder["dimensions"])
        self.model = open_model(folder, name)
        if self.model.max_seq_length != math.inf:  # a model that only looks words up reads any length
            self.model.max_seq_length = int(manifest.encoder["max_tokens"])
        # The tokenizer keeps the padding of the batch at hand, so that two threads cannot use it at once.
        self._in_use = threading.Lock()

    def encode(self, texts: Sequence[str], progress: Callable[[float], None] | None = None) -> FloatArray:
        """Return one unit vector a text, shape ``(len(texts), dimensions)``, float32.

        :param progress: called with the share done, 0 to 1, after each thousand texts.
        """
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        for start in range(0, len(texts), _CHUNK):
            part = list(texts[start : start + _CHUNK])
            with self._in_use:
                found = self.model.encode(
                    part, prompt=self.prefix, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
                )
            vectors[start : start + len(part)] = found
            if progress is not None:
                progress(min(start + _CHUNK, len(texts)) / len(texts))
        return vectors


def find_model(name: str, *, download: bool = False) -> Path | None:
    """Return the folder of a sentence-transformers model, or None if it is not on this machine.

    :param name: a folder, or a name as published ("all-MiniLM-L6-v2", "intfloat/multilingual-e5-small").
    :param download: whether a published model may be fetched; else only the local cache is looked at.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder.resolve()
    for published in [name] if "/" in name else [f"{_ORGANISATION}/{name}", name]:
        try:
            found = snapshot_download(
                published,
                cache_dir=os.environ.get("SENTENCE_TRANSFORMERS_HOME"),
                local_files_only=not download,
                allow_patterns=list(_FETCHED),
                ignore_patterns=[f"{form}/*" for form in _OTHER_FORMS],
            )
        except (OSError, ValueError):  # no such name, nothing in the cache, or no way to the hub
            continue
        return Path(found)
    return None


def open_model(folder: Path, name: str) -> SentenceTransformer:
    """Open the model in ``folder``; no code that it may bring along is run.

    :param name: what the user calls it.
    :raises ModelError: if it is no sentence-transformers model with its weights as safetensors.
    """
    described = any((folder / file).is_file() for file in ("modules.json", "config.json"))
    if not described:
        raise _no_model(name)
    pickled = {path.parent for path in folder.rglob("pytorch_model.bin")}
    safe = {path.parent for path in folder.rglob("*.safetensors")}
    if not safe or pickled - safe:
        raise ModelError(
            "“{name}” has no weights in the form of safetensors, and no other form is read: name another model.",
            name=name,
        )
    try:
        with _silence():
            model = SentenceTransformer(str(folder), local_files_only=True, model_kwargs={"use_safetensors": True})
            return model.eval()
    except Exception as error:  # whatever a foreign model's own files may bring about
        raise _no_model(name) from error


def _no_model(name: str) -> ModelError:
    return ModelError("“{name}” is no sentence-transformers model that can be opened: name another one.", name=name)


@contextmanager
def _silence() -> Iterator[None]:
    """Keep the library from writing reports and bars of its own on the terminal meanwhile."""
    level, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()


def decisive_hashes(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of the files that decide a model's vectors: weights, vocabulary and pooling.

    :returns: path inside ``folder`` to hash; forms of the weights that are not used here are left out.
    """
    found = {}
    for path in sorted({path for pattern in _DECISIVE for path in folder.rglob(pattern)}):
        inside = path.relative_to(folder)
        if path.is_file() and not _OTHER_FORMS.intersection(inside.parts):
            with path.open("rb") as handle:
                found[inside.as_posix()] = hashlib.file_digest(handle, "sha256").hexdigest()
    return found
