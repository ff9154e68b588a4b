"""Heads for any sentence-transformers model: it is taken as it is, and only what stands on its vectors is trained."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from analyzer.errors import ModelError, UsageError
from analyzer.i18n import mark
from analyzer.paths import bundled
from analyzer.scoring.sentence_encoder import decisive_hashes, find_model, open_model
from analyzer.training.data import read_everyday, read_not_tasks, read_onet
from analyzer.training.train import SEED, WRITTEN, Say, fit_and_write, put_in_place, silent

MOST_TOKENS = 256
"""Pieces that are read of a text at most: a long task in a vocabulary that was not made for its language."""


def train_heads(
    data: Path,
    output: Path,
    name: str,
    *,
    prefix: str | None = None,
    download: bool = False,
    progress: Say | None = None,
) -> None:
    """Write a models folder for another encoder: heads and reference tasks, and a manifest that names it.

    :param data: folder of the label sets (:func:`analyzer.training.data.read_onet`).
    :param output: folder to write; its files are replaced only when all of them have been made.
    :param name: folder of a sentence-transformers model, or its name as published.
    :param prefix: put before each text; by default the model's own prompt, if it has one for all texts.
    :param download: whether a published model that is not on this machine may be fetched.
    :param progress: called at each step with a sentence to translate, and by name what stands in it.
    :raises UsageError: if ``output`` is the folder of the shipped models.
    :raises ModelError: if a label file or the model is missing, or the model cannot be opened.
    """
    say = progress or silent
    if output.resolve() == bundled("models").resolve():
        raise UsageError("The shipped models would be overwritten: name another folder with --output.")
    say(mark("Opening the encoder {name}."), name=name)
    about = encoder_entry(name, prefix=prefix, download=download)
    onet, everyday, not_tasks = read_onet(data), read_everyday(), read_not_tasks()
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        fit_and_write(made, onet, everyday, not_tasks, SEED, say, about=about)
        put_in_place(made, output)
    say(WRITTEN, folder=output)


def encoder_entry(name: str, *, prefix: str | None = None, download: bool = False) -> dict[str, Any]:
    """Return what the manifest says of a sentence-transformers model; the parameters are those of
    :func:`train_heads`.

    :raises ModelError: if the model is not there or cannot be opened.
    """
    folder = find_model(name, download=download)
    if folder is None and download:
        raise ModelError(
            "The encoder “{name}” could not be fetched: check its name and the connection, or give a folder that holds "
            "it.",
            name=name,
        )
    if folder is None:
        raise ModelError(
            "The encoder “{name}” is not on this machine: give the folder that holds it, or let it be fetched with "
            "--download.",
            name=name,
        )
    model = open_model(folder, name)
    own = model.prompts.get(model.default_prompt_name or "", "")
    longest = model.max_seq_length
    return {
        "kind": "sentence-transformers",
        "name": str(folder) if Path(name).expanduser().is_dir() else name,
        "prefix": own if prefix is None else prefix,
        "max_tokens": MOST_TOKENS if longest is None else int(min(longest, MOST_TOKENS)),
        "dimensions": int(model.encode([""], prompt="", show_progress_bar=False).shape[1]),
        "weights": decisive_hashes(folder),
    }
