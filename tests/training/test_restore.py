"""The shipped encoder is a sentence-transformers model: it loads, encodes, trains and saves as one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from analyzer.scoring import load_scorer

pytest.importorskip("onnx", reason="the extra “train” is not installed")

from sentence_transformers import SentenceTransformer

from analyzer.training.restore import load_encoder
from analyzer.training.train import write_encoder

TEXTS = [
    "pointage BL/factures",
    "chase up POs",
    "Préparer la déclaration de TVA et la télétransmettre, puis archiver les justificatifs dans le dossier du client",
    "calm two colleagues who no longer speak",
    "tri " * 200,
]


@pytest.fixture(scope="module")
def model() -> SentenceTransformer:
    return load_encoder()


def cosines(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    return (first * second).sum(axis=1) / np.linalg.norm(first, axis=1) / np.linalg.norm(second, axis=1)


def test_it_gives_the_vectors_that_are_served(model: SentenceTransformer) -> None:
    vectors = model.encode_query(TEXTS)
    assert cosines(vectors, load_scorer().encoder.encode(TEXTS)).min() > 0.998  # serving rounds what it multiplies
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_it_is_saved_and_loaded_as_any_other(model: SentenceTransformer, tmp_path: Path) -> None:
    model.save(str(tmp_path))
    again = SentenceTransformer(str(tmp_path), device="cpu", local_files_only=True)
    np.testing.assert_allclose(again.encode_query(TEXTS), model.encode_query(TEXTS), atol=1e-6)


def test_written_for_serving_again_it_is_the_same_encoder(model: SentenceTransformer, tmp_path: Path) -> None:
    import onnxruntime
    from tokenizers import Tokenizer

    write_encoder(model, tmp_path)
    pieces = Tokenizer.from_file(str(tmp_path / "tokenizer.json")).encode("query: " + TEXTS[0])
    feed = {"input_ids": np.array([pieces.ids]), "attention_mask": np.array([pieces.attention_mask])}
    served = onnxruntime.InferenceSession(tmp_path / "encoder.onnx").run(None, feed)[0]
    assert cosines(served, load_scorer().encoder.encode(TEXTS[:1])).min() > 0.998  # written without rounding


def test_a_step_of_training_changes_it() -> None:
    import torch

    model = load_encoder()
    before = model.encode_query(TEXTS)
    optimiser = torch.optim.SGD(model.parameters(), lr=0.05)
    model.train()
    first, second = model(model.preprocess(TEXTS[:2]))["sentence_embedding"]
    (first @ second).backward()
    optimiser.step()
    after = model.eval().encode_query(TEXTS)
    assert cosines(before, after).min() < 0.999
    assert after[0] @ after[1] < before[0] @ before[1]


def test_loading_draws_no_bars(capfd) -> None:
    load_encoder()
    assert capfd.readouterr().err == ""
