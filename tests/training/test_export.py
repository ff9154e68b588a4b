"""The served graph says what the trained network says."""

import numpy as np
import pytest

pytest.importorskip("onnx", reason="the extra “train” is not installed")

import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from transformers import BertConfig, BertModel

from analyzer.training.export import Reach, encoder_graph, quantise
from analyzer.training.reach import reaches

POSITIONS = 20
IDS = np.array([[0, 7, 9, 2], [0, 11, 2, 1]])
MASK = np.array([[1, 1, 1, 1], [1, 1, 1, 0]])


@pytest.fixture(scope="module")
def network() -> BertModel:
    torch.manual_seed(5)
    config = BertConfig(
        vocab_size=60,
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=POSITIONS,
        type_vocab_size=1,
    )
    return BertModel(config, add_pooling_layer=False).eval()


def graph_of(network: BertModel, reaches: dict[str, Reach] | None = None) -> onnx.ModelProto:
    state = {name: tensor.detach().numpy() for name, tensor in network.state_dict().items()}
    epsilon = network.config.layer_norm_eps
    return encoder_graph(state, layers=2, heads=4, epsilon=epsilon, positions=POSITIONS, reaches=reaches)


def served(graph: onnx.ModelProto) -> np.ndarray:
    session = onnxruntime.InferenceSession(graph.SerializeToString())
    return session.run(None, {"input_ids": IDS, "attention_mask": MASK})[0]


def tokenizer() -> Tokenizer:
    """Read "7 9" as the pieces 7 and 9 between those that begin and end a text."""
    words = Tokenizer(WordLevel({str(i): i for i in range(60)}, unk_token="3"))
    words.pre_tokenizer = Whitespace()
    return words


def test_the_graph_gives_the_networks_vectors(network: BertModel) -> None:
    with torch.no_grad():
        hidden = network(input_ids=torch.tensor(IDS), attention_mask=torch.tensor(MASK)).last_hidden_state.numpy()
    pooled = (hidden * MASK[:, :, None]).sum(axis=1)
    expected = pooled / np.linalg.norm(pooled, axis=1, keepdims=True)
    assert (served(graph_of(network)) * expected).sum(axis=1).min() > 0.999  # 8-bit weights


def test_products_of_whole_numbers_give_the_same_vectors(network: BertModel) -> None:
    graph = graph_of(network)
    measured = reaches(graph, tokenizer(), ["0 7 9 2", "0 11 2", "0 40 41 42 43 2"])
    assert len(measured) == 8  # four products a layer
    assert [len(low) for low, _high in measured.values()] == [32, 32, 32, 64] * 2  # as many ends as inputs
    assert all((low <= high).all() for low, high in measured.values())

    whole = graph_of(network, measured)

    operations = [node.op_type for node in whole.graph.node]
    assert operations.count("QuantizeLinear") == 8
    assert (served(whole) * served(graph)).sum(axis=1).min() > 0.999


def test_an_input_that_reaches_far_leaves_the_others_their_steps(network: BertModel) -> None:
    measured = reaches(graph_of(network), tokenizer(), ["0 7 9 2", "0 11 2", "0 40 41 42 43 2"])
    name = "encoder.layer.0.qkv"
    low, high = measured[name]
    far = {**measured, name: (low.copy(), np.where(np.arange(len(high)) == 5, 20 * high.max(), high))}

    def step(among: dict[str, Reach]) -> float:
        constants = {constant.name: constant for constant in graph_of(network, among).graph.initializer}
        return float(numpy_helper.to_array(constants[f"{name}.step"]))

    assert step(far) < 1.5 * step(measured)
    assert (served(graph_of(network, far)) * served(graph_of(network))).sum(axis=1).min() > 0.999


def test_8_bits_keep_a_weight_within_half_a_step() -> None:
    matrix = np.random.default_rng(0).normal(size=(40, 30)).astype(np.float32)
    values, scale = quantise(matrix, axis=0)
    assert np.abs(values * scale - matrix).max() <= scale.max() / 2 + 1e-6
