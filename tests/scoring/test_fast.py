"""The fast engine says what the default engine says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from analyzer.errors import ModelError
from analyzer.scoring import Scorer, fast
from analyzer.scoring.encoder import Encoder
from analyzer.scoring.fast import FastEncoder, can_gain
from analyzer.scoring.manifest import read_manifest
from analyzer.scoring.reference import everyday_texts
from analyzer.settings import settings

NAMES = ("assistance", "repetitiveness", "physical", "interpersonal")


@pytest.fixture(scope="module")
def fast_scorer() -> Scorer:
    pytest.importorskip("openvino", reason="the extra “fast” is not installed")
    if not can_gain():
        pytest.skip("this processor has no products of whole numbers of 8 bits")
    scorer = Scorer(engine="onnxruntime")
    scorer.encoder = FastEncoder(read_manifest(settings().models))  # whether this machine gains from it or not
    return scorer


def test_hardly_a_score_differs_by_more_than_a_point(scorer: Scorer, fast_scorer: Scorer) -> None:
    tasks = list(everyday_texts().values())[::25]
    # Names and odd ends stand where scores are steepest: between a verdict and none.
    texts = [text for task in tasks for text in task.values()] + ["Paris", "veg order for tomorrow", "asdf qwer", ""]
    one, other = scorer.read_texts(texts), fast_scorer.read_texts(texts)
    pairs = [(one.automatability, other.automatability)]
    pairs += [(getattr(one.readings, name), getattr(other.readings, name)) for name in NAMES]
    for score, same_score in pairs:
        apart = np.abs(score - same_score)
        assert (apart > 1.0).mean() < 0.01
        assert apart.max() < 3.0  # one of 3,214 texts differed by 2.9
    for name in ("low", "high"):  # how far the interval reaches changes with the score itself
        assert np.abs(getattr(one, name) - getattr(other, name)).max() < 7.0


def test_a_text_has_the_same_vector_alone_and_in_a_batch(fast_scorer: Scorer) -> None:
    texts = ["pointage BL/factures", "chase up POs", "calm two colleagues who no longer speak", ""]
    together = fast_scorer.encoder.encode(texts * 30)[: len(texts)]
    alone = np.vstack([fast_scorer.encoder.encode([text]) for text in texts])
    assert (together * alone).sum(axis=1).min() > 0.9999
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-5)


def test_without_the_extra_one_sentence_says_how_to_add_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(ModelError) as raised:
        Scorer(engine="openvino")
    assert "pip install 'task-automation-analyzer[fast]'" in str(raised.value)
    assert raised.value.message("fr").startswith("Le moteur «\u00a0openvino\u00a0»")


def test_a_processor_without_the_instructions_keeps_the_default(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip("openvino", reason="the extra “fast” is not installed")
    about = tmp_path / "cpuinfo"
    about.write_text("processor : 0\nflags : fpu sse2 avx2\n")
    assert not can_gain(about)
    assert not can_gain(tmp_path / "not there")
    about.write_text("processor : 0\nflags : fpu avx512_vnni\n")
    assert can_gain(about)
    monkeypatch.setattr(fast, "can_gain", lambda: False)
    encoder = Scorer(engine="openvino").encoder
    assert isinstance(encoder, Encoder)
    assert not isinstance(encoder, FastEncoder)


@pytest.mark.parametrize(
    ("seconds_of_the_fast_engine", "gains"), [(1.0, True), (1.3, True), (1.4, False), (2.5, False)]
)
def test_it_is_taken_only_where_it_is_clearly_faster(
    fast_scorer: Scorer, seconds_of_the_fast_engine: float, gains: bool
) -> None:
    assert isinstance(fast_scorer.encoder, FastEncoder)
    # The engines take turns, the fast one first; the default takes 2 seconds a turn, and one turn of each is disturbed.
    turns = [30.0, 40.0, *[seconds_of_the_fast_engine, 2.0] * 4]
    times = (time for at, turn in enumerate(turns) for time in (100.0 * at, 100.0 * at + turn))
    assert fast_scorer.encoder.gains(clock=lambda: next(times)) is gains


@pytest.mark.parametrize("gains", [True, False])
def test_the_setting_takes_the_engine_that_gains(monkeypatch: pytest.MonkeyPatch, gains: bool) -> None:
    pytest.importorskip("openvino", reason="the extra “fast” is not installed")
    monkeypatch.setattr(fast, "can_gain", lambda: True)
    monkeypatch.setattr(FastEncoder, "gains", lambda _self: gains)
    assert isinstance(Scorer(engine="openvino").encoder, FastEncoder) is gains
