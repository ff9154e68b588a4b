"""The manifest of models/: which files there are, with their hashes, and what they were made with.

A model file is read only if it is named in the manifest and has the hash that stands there; nothing is ever unpickled.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analyzer.errors import ModelError

FORMAT = 2
"""Number of the form of models/; a reader refuses any other."""

FILES = ("encoder.onnx", "tokenizer.json", "heads.safetensors", "reference.safetensors", "roles.safetensors")
"""Files that serving needs."""

FILES_OF = {"onnx": FILES, "sentence-transformers": FILES[2:]}
"""Kinds of encoder, with the files that a models folder then holds.

An encoder of the second kind stays where it is: the manifest names it, with the hashes of its weights.
"""


@dataclass(frozen=True)
class Manifest:
    """What ``manifest.json`` says.

    :ivar folder: where the files are.
    :ivar model_id: the first 12 digits of a hash over all files: scores of equal ``model_id`` are comparable.
    :ivar encoder: ``prefix`` put before each text, ``max_tokens``, ``dimensions``; ``kind``, one of :data:`FILES_OF`
        ("onnx" where none stands); for "sentence-transformers" also ``name`` (its folder, or its name as published)
        and ``weights`` (hash by file).
    """

    folder: Path
    model_id: str
    encoder: dict[str, Any]
    files: dict[str, str]

    @property
    def kind(self) -> str:
        """The kind of the encoder."""
        return str(self.encoder.get("kind", "onnx"))

    @property
    def encoder_hash(self) -> str:
        """Stands for the encoder's weights: heads fitted on its vectors keep it, and are read with no other."""
        if self.kind == "onnx":
            return self.files.get("encoder.onnx", "")
        weights = sorted(self.encoder["weights"].items())
        return hashlib.sha256("".join(f"{name} {digest}\n" for name, digest in weights).encode()).hexdigest()

    def read(self, name: str) -> bytes:
        """Return the bytes of one file.

        :raises ModelError: if the file is missing or does not have its hash.
        """
        path = self.folder / name
        try:
            content = path.read_bytes()
        except OSError as error:
            raise ModelError(
                "The model file “{file}” is missing: reinstall, or rebuild with “analyzer train”.", file=path
            ) from error
        if hashlib.sha256(content).hexdigest() != self.files.get(name):
            raise ModelError(
                "The model file “{file}” is not the one its manifest names: "
                "reinstall, or rebuild with “analyzer train”.",
                file=path,
            )
        return content


def read_manifest(folder: Path) -> Manifest:
    """Read ``manifest.json``.

    :raises ModelError: if it is missing, broken, or of another format.
    """
    path = folder / "manifest.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        files = {name: str(entry["sha256"]) for name, entry in content["files"].items()}
        encoder = _encoder_entry(dict(content["encoder"]))
        number = int(content["format"])
    except OSError as error:
        raise ModelError(
            "There is no model in “{folder}”: reinstall, or rebuild with “analyzer train”.", folder=folder
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError("“{file}” cannot be read: reinstall, or rebuild with “analyzer train”.", file=path) from error
    if number != FORMAT:
        raise ModelError(
            "The models in “{folder}” have format {found}, this version reads format {expected}: "
            "install the matching models.",
            folder=folder,
            found=number,
            expected=FORMAT,
        )
    joined = "".join(files[name] for name in sorted(files))
    return Manifest(folder, hashlib.sha256(joined.encode()).hexdigest()[:12], encoder, files)


def _encoder_entry(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the entry of the encoder.

    :raises ValueError: if its kind is unknown, or if something stands not there that its kind needs.
    """
    if entry.get("kind", "onnx") not in FILES_OF:
        raise ValueError(f"no such kind of encoder: {entry['kind']}")
    if "encoder.onnx" not in FILES_OF[entry.get("kind", "onnx")]:
        entry["name"] = str(entry["name"])
        entry["weights"] = {str(name): str(digest) for name, digest in entry["weights"].items()}
    return entry


def write_manifest(folder: Path, encoder: dict[str, Any], made_with: dict[str, str], data: dict[str, Any]) -> None:
    """Write ``manifest.json`` over the files in ``folder`` that the kind of encoder asks for (:data:`FILES_OF`)."""
    files = {}
    for name in FILES_OF[str(encoder.get("kind", "onnx"))]:
        content = (folder / name).read_bytes()
        files[name] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    manifest = {"format": FORMAT, "encoder": encoder, "files": files, "made_with": made_with, "data": data}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
