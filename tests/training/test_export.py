"""The served graph says what the trained network says."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnxruntime = pytest.importorskip("onnxruntime")
pytest.importorskip("onnx", reason="the extra “train” is not installed")


def test_the_graph_gives_the_networks_vectors() -> None:
    from transformers import BertConfig, BertModel

    from analyzer.training.export import encoder_graph

    torch.manual_seed(5)
    config = BertConfig(
        vocab_size=60,
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=20,
        type_vocab_size=1,
    )
    network = BertModel(config, add_pooling_layer=False).eval()
    state = {name: tensor.detach().numpy() for name, tensor in network.state_dict().items()}
    graph = encoder_graph(state, layers=2, heads=4, epsilon=config.layer_norm_eps, positions=20)
    session = onnxruntime.InferenceSession(graph.SerializeToString())

    ids = np.array([[0, 7, 9, 2], [0, 11, 2, 1]])
    mask = np.array([[1, 1, 1, 1], [1, 1, 1, 0]])
    served = session.run(None, {"input_ids": ids, "attention_mask": mask})[0]

    with torch.no_grad():
        hidden = network(input_ids=torch.tensor(ids), attention_mask=torch.tensor(mask)).last_hidden_state.numpy()
    pooled = (hidden * mask[:, :, None]).sum(axis=1)
    expected = pooled / np.linalg.norm(pooled, axis=1, keepdims=True)
    assert (served * expected).sum(axis=1).min() > 0.999  # 8-bit weights


def test_8_bits_keep_a_weight_within_half_a_step() -> None:
    from analyzer.training.export import quantise

    matrix = np.random.default_rng(0).normal(size=(40, 30)).astype(np.float32)
    values, scale = quantise(matrix, axis=0)
    assert np.abs(values * scale - matrix).max() <= scale.max() / 2 + 1e-6
