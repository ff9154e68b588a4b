"""The encoder as a sentence-transformers model: cut out of the pretrained network, and fine-tuned."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules.normalize import Normalize
from sentence_transformers.base.modules.transformer import Transformer
from sentence_transformers.sentence_transformer.modules.pooling import Pooling
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast
from transformers.utils import logging

from analyzer.training.pretrained import Pretrained
from analyzer.training.vocabulary import MAX_TOKENS, build_tokenizer

_NAMES = {
    "q.w": "attention.self.query.weight",
    "q.b": "attention.self.query.bias",
    "k.w": "attention.self.key.weight",
    "k.b": "attention.self.key.bias",
    "v.w": "attention.self.value.weight",
    "v.b": "attention.self.value.bias",
    "ao.w": "attention.output.dense.weight",
    "ao.b": "attention.output.dense.bias",
    "aln.w": "attention.output.LayerNorm.weight",
    "aln.b": "attention.output.LayerNorm.bias",
    "fi.w": "intermediate.dense.weight",
    "fi.b": "intermediate.dense.bias",
    "fo.w": "output.dense.weight",
    "fo.b": "output.dense.bias",
    "oln.w": "output.LayerNorm.weight",
    "oln.b": "output.LayerNorm.bias",
}
"""Tensor names of the pretrained file to those of ``transformers``' BERT layer."""


def cut_encoder(pretrained: Pretrained, kept: list[int], layers: list[int]) -> SentenceTransformer:
    """Build a smaller encoder out of the pretrained one.

    :param kept: ids of the pieces to keep.
    :param layers: the layers to keep, in order, of ``range(pretrained.layers)``.
    :returns: mean pooling and unit length behind the network.
    """
    tokenizer = build_tokenizer([pretrained.pieces[i] for i in kept], pretrained.scores[kept])
    return assemble(_state(pretrained, kept, layers), tokenizer, heads=pretrained.heads, epsilon=pretrained.epsilon)


def assemble(
    state: dict[str, torch.Tensor], tokenizer: Tokenizer, *, heads: int, epsilon: float
) -> SentenceTransformer:
    """Put network, tokenizer, mean pooling and unit length together as a sentence-transformers model.

    :param state: all tensors of the network under ``transformers``' BERT names; its sizes are theirs.
    :param heads: attention heads of a layer.
    :param epsilon: added to the variance wherever a layer is normalised.
    """
    pieces, hidden = state["embeddings.word_embeddings.weight"].shape
    config = BertConfig(
        vocab_size=pieces,
        hidden_size=hidden,
        num_hidden_layers=sum(name.endswith(_NAMES["fi.b"]) for name in state),
        num_attention_heads=heads,
        intermediate_size=len(state[f"encoder.layer.0.{_NAMES['fi.b']}"]),
        max_position_embeddings=len(state["embeddings.position_embeddings.weight"]),
        type_vocab_size=1,
        layer_norm_eps=epsilon,
        pad_token_id=1,
        hidden_act="gelu",
    )
    # transformers gives every BERT a layer over the first piece; the mean is taken instead, so it stays empty.
    unused = {"pooler.dense.weight": torch.zeros(hidden, hidden), "pooler.dense.bias": torch.zeros(hidden)}
    network = BertModel(config)
    network.load_state_dict(state | unused)
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token="<s>",
        eos_token="</s>",
        cls_token="<s>",
        sep_token="</s>",
        unk_token="<unk>",
        pad_token="<pad>",
        model_max_length=MAX_TOKENS,
    )
    with tempfile.TemporaryDirectory() as folder, _without_progress_bars():
        network.save_pretrained(folder)
        fast.save_pretrained(folder)
        transformer = Transformer(folder, max_seq_length=MAX_TOKENS)
    return SentenceTransformer(modules=[transformer, Pooling(hidden, "mean"), Normalize()], device="cpu")


@contextmanager
def _without_progress_bars() -> Iterator[None]:
    """Keep transformers from drawing bars for a model of some megabytes that goes to a folder and back."""
    drawn = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if drawn:
            logging.enable_progress_bar()


def _state(pretrained: Pretrained, kept: list[int], layers: list[int]) -> dict[str, torch.Tensor]:
    tensors = pretrained.tensors
    arrays: dict[str, np.ndarray] = {
        "embeddings.word_embeddings.weight": tensors["emb.word"][kept],
        "embeddings.position_embeddings.weight": tensors["emb.pos"],
        "embeddings.token_type_embeddings.weight": tensors["emb.type"][: pretrained.hidden].reshape(1, -1),
        "embeddings.LayerNorm.weight": tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": tensors["emb.ln.b"],
    }
    for new, old in enumerate(layers):
        for short, long in _NAMES.items():
            arrays[f"encoder.layer.{new}.{long}"] = tensors[f"l{old}.{short}"]
    return {name: torch.from_numpy(np.ascontiguousarray(array)) for name, array in arrays.items()}


def network_of(model: SentenceTransformer) -> BertModel:
    """Return the BERT network inside a sentence-transformers model."""
    first = model[0]
    network = getattr(first, "auto_model", None) or first.model
    if not isinstance(network, BertModel):
        raise TypeError(f"the encoder is a {type(network).__name__}, not a BertModel")
    return network


def tokenizer_json(model: SentenceTransformer) -> str:
    """Return the model's tokenizer in the form that the ``tokenizers`` library reads, without padding and
    truncation."""
    backend = Tokenizer.from_str(model.tokenizer.backend_tokenizer.to_str())
    backend.no_padding()
    backend.no_truncation()
    text: str = backend.to_str()
    return text
