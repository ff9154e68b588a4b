"""Any other sentence-transformers model as encoder: heads trained for it, served with it, and with nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from analyzer.cli import app
from analyzer.errors import ModelError, UsageError
from analyzer.paths import bundled
from analyzer.scoring import Scorer, explain, score_tasks
from analyzer.scoring.sentence_encoder import decisive_hashes
from analyzer.scoring.vocabulary import ACTIVITIES
from analyzer.settings import settings
from analyzer.training.data import read_everyday, read_not_tasks, read_onet, split_of

pytest.importorskip("onnx", reason="the extra “train” is not installed")

from analyzer.training import other_encoder
from analyzer.training.restore import load_encoder

DIMENSIONS = 48
TASKS = ["Saisir les factures fournisseurs", "calm two colleagues who no longer speak", "chase up POs", ""]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a sentence-transformers model with random weights, which reads letters."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules.transformer import Transformer
    from sentence_transformers.sentence_transformer.modules.pooling import Pooling
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("encoder")
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=DIMENSIONS,
        num_hidden_layers=1,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(folder / "network")
    BertTokenizerFast(vocab={piece: i for i, piece in enumerate(pieces)}).save_pretrained(folder / "network")
    modules = [Transformer(str(folder / "network"), max_seq_length=64), Pooling(DIMENSIONS, "mean")]
    SentenceTransformer(modules=modules, device="cpu").save(str(folder / "model"))
    return folder / "model"


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write label sets of invented statements under the published names."""
    folder = tmp_path_factory.mktemp("labels")
    random = np.random.default_rng(5)
    codes = [f"{number // 100 + 11}-{number:04d}.00" for number in range(1000, 1060)]
    assert {split_of(code[:7]) for code in codes} == {"train", "calibration", "test"}
    verbs, things = ["Sort", "Approve", "Repair", "Teach"], ["invoices", "roofs", "pupils", "reports", "engines"]
    tasks = pd.DataFrame({"soc": codes * 4})
    tasks["task_id"] = range(1, len(tasks) + 1)
    tasks["task"] = [f"{verbs[i % 4]} {things[i % 5]} of kind {i}." for i in tasks["task_id"]]
    tasks["occupation"] = "Workers " + tasks["soc"]
    for column, values in {
        "human_exposure": ("E0", "E1", "E2"),
        "gpt4_exposure": ("E0", "E1", "E2"),
        "gpt4_exposure_alt_rubric": ("E0", "E1", "E2"),
        "gpt4_automation": ("T0", "T1", "T2", "T3", "T4"),
    }.items():
        tasks[column] = random.choice(values, len(tasks))
    tasks.to_csv(folder / "onet_exposure.tsv", sep="\t", index=False)
    often = tasks[["task"]].assign(times_per_day=random.random(len(tasks)), importance=3.0, claude_usage_pct=0.1)
    often.to_csv(folder / "onet_task_frequency.tsv", sep="\t", index=False)
    context = tasks[["occupation"]].drop_duplicates()
    for column in (
        "importance_of_repeating_same_tasks_context",
        "structured_versus_unstructured_work_context",
        "importance_of_being_exact_or_accurate_context",
        "degree_of_automation_context",
    ):
        context[column] = 0.5
    context.to_csv(folder / "onet_work_context.csv", index=False)
    context.assign(job_zone=3.0).to_csv(folder / "onet_occupations.tsv", sep="\t", index=False)
    works = pd.DataFrame({"gwa": ACTIVITIES, "dwa_id": [f"D{i}" for i in range(len(ACTIVITIES))]})
    works.assign(iwa_id="I1").to_csv(folder / "onet_work_activities.tsv", sep="\t", index=False)
    links = pd.DataFrame({"task_id": tasks["task_id"], "dwa_id": [f"D{i % 37}" for i in tasks["task_id"]]})
    links.to_csv(folder / "onet_task_to_activity.tsv", sep="\t", index=False)
    reach = pd.DataFrame({"IWA": ["I1"], "completion_x_scope_x_coverage_ai": [0.3]})
    reach.to_csv(folder / "working_with_ai_iwa.csv", index=False)
    return folder


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory, encoder: Path, labels: Path) -> Path:
    """Train heads for the model with the command line, on a tenth of the everyday set."""
    folder = tmp_path_factory.mktemp("made") / "models"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(other_encoder, "read_everyday", lambda: read_everyday().iloc[::10].reset_index(drop=True))
        patch.setattr(other_encoder, "read_not_tasks", lambda: read_not_tasks().iloc[::10].reset_index(drop=True))
        words = ["train", "--data", labels, "--encoder", encoder, "--prefix", "task ", "-o", folder]
        result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def setting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, Path | str], None]]:
    """Return a function that sets an environment variable of the settings for the length of a test."""

    def change(name: str, value: Path | str) -> None:
        monkeypatch.setenv(name, str(value))
        settings.cache_clear()

    yield change
    settings.cache_clear()


def test_the_manifest_says_which_encoder_it_is(models: Path, encoder: Path) -> None:
    manifest = json.loads((models / "manifest.json").read_text(encoding="utf-8"))
    about = manifest["encoder"]
    assert (about["kind"], about["name"]) == ("sentence-transformers", str(encoder))
    assert (about["dimensions"], about["prefix"], about["max_tokens"]) == (DIMENSIONS, "task ", 64)
    assert "model.safetensors" in about["weights"]
    assert manifest["data"]["pretrained"] == str(encoder)
    assert sorted(path.name for path in models.iterdir()) == [
        "heads.safetensors",
        "manifest.json",
        "reference.safetensors",
        "roles.safetensors",
    ]


def test_the_scorer_scores_with_it(models: Path) -> None:
    scorer = Scorer(models)
    frame = score_tasks(pd.DataFrame({"task": TASKS}), scorer)
    assert frame["automatability"].between(0, 100).all()
    assert frame["probability_t0"].notna().all()
    assert len(explain(TASKS[0], "fr", scorer).neighbours) == 5
    vectors = scorer.encoder.encode(TASKS * 40)
    assert vectors.shape == (len(TASKS) * 40, DIMENSIONS)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    alone = np.vstack([scorer.encoder.encode([text]) for text in TASKS])
    assert (vectors[: len(TASKS)] * alone).sum(axis=1).min() > 0.9999
    assert scorer.encoder.encode([]).shape == (0, DIMENSIONS)


def test_the_prefix_stands_before_each_text(models: Path) -> None:
    own = Scorer(models).encoder.encode(["sort mail"])
    plain = load_encoder(models).encode(["task sort mail"], normalize_embeddings=True)
    assert float((own * plain).sum()) > 0.9999


def altered(model: Path) -> Path:
    """Change the last weight of a model a little."""
    weights = bytearray((model / "model.safetensors").read_bytes())
    weights[-2] ^= 1
    (model / "model.safetensors").write_bytes(weights)
    return model


def test_a_model_with_other_weights_is_refused(models: Path, encoder: Path, tmp_path: Path, setting) -> None:
    other = Path(shutil.copytree(encoder, tmp_path / "other"))
    setting("ANALYZER_ENCODER", other)
    Scorer(models)  # the same weights in another place
    altered(other)
    with pytest.raises(ModelError, match=r"is not the one that the models in .* were trained for"):
        Scorer(models)


def test_a_model_that_is_not_there_is_refused(models: Path, setting) -> None:
    setting("ANALYZER_ENCODER", "no-one/has-this-model")
    with pytest.raises(ModelError, match="is not on this machine: name the folder") as caught:
        Scorer(models)
    assert "n’est pas sur cette machine" in caught.value.message("fr")


def test_the_setting_is_never_passed_over_in_silence(encoder: Path, setting) -> None:
    setting("ANALYZER_ENCODER", encoder)
    with pytest.raises(ModelError, match="are not for the encoder"):
        Scorer(bundled("models"))


def with_entry(models: Path, folder: Path, **changes: object) -> Path:
    """Copy a models folder and change what its manifest says of the encoder."""
    shutil.copytree(models, folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["encoder"] |= changes
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def test_heads_of_another_encoder_are_refused(models: Path, encoder: Path, tmp_path: Path) -> None:
    other = altered(Path(shutil.copytree(encoder, tmp_path / "other")))
    changed = with_entry(models, tmp_path / "models", name=str(other), weights=decisive_hashes(other))
    with pytest.raises(ModelError, match="belong to another encoder"):
        Scorer(changed)


def test_an_encoder_of_an_unknown_kind_is_refused(models: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        Scorer(with_entry(models, tmp_path / "models", kind="something else"))


def test_what_is_no_model_is_one_sentence(tmp_path: Path, encoder: Path) -> None:
    with pytest.raises(ModelError, match="is no sentence-transformers model"):
        other_encoder.encoder_entry(str(tmp_path))
    with pytest.raises(ModelError, match="or let it be fetched with --download"):
        other_encoder.encoder_entry("no-one/has-this-model")
    pickled = Path(shutil.copytree(encoder, tmp_path / "pickled"))
    (pickled / "model.safetensors").rename(pickled / "pytorch_model.bin")
    with pytest.raises(ModelError, match="no weights in the form of safetensors"):
        other_encoder.encoder_entry(str(pickled))


def test_the_shipped_models_are_never_overwritten(encoder: Path, labels: Path) -> None:
    with pytest.raises(UsageError, match="The shipped models would be overwritten"):
        other_encoder.train_heads(labels, bundled("models"), str(encoder))


def test_a_prefix_alone_is_a_wrong_use(labels: Path) -> None:
    result = CliRunner().invoke(app, ["train", "--data", str(labels), "--prefix", "query: "])
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_the_invented_labels_are_read(labels: Path) -> None:
    onet = read_onet(labels)
    assert len(onet) == 240
    assert onet["level"].notna().all()
