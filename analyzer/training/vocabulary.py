"""Cutting the vocabulary to the languages offered.

Of the 250,002 pieces of the pretrained tokenizer, French and English task lists use a tenth. A piece is kept if it
occurs in
the segmentation of a corpus of words and texts, or if it is a single Latin character, digit or sign, so that no French
or English text needs an unknown piece.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

from analyzer.training.pretrained import Pretrained

WORD_LISTS = tuple(Path("/usr/share/dict") / name for name in ("french", "american-english", "british-english"))
"""Word lists of Debian's packages wfrench, wamerican and wbritish."""

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
MAX_TOKENS = 96
"""Longest input in pieces, prefix and ends included; the rest of a longer task text is cut off."""


def build_tokenizer(pieces: list[str], scores: Iterable[float]) -> Tokenizer:
    """Return the Unigram tokenizer over ``pieces`` (NFKC, single spaces, metaspace, ``<s> … </s>``)."""
    ranked = [(piece, float(score)) for piece, score in zip(pieces, scores, strict=True)]
    tokenizer = Tokenizer(Unigram(ranked, unk_id=pieces.index("<unk>"), byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace("\n", " "), normalizers.Replace("\t", " "), normalizers.Strip()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", pieces.index("<s>")), ("</s>", pieces.index("</s>"))]
    )
    tokenizer.add_special_tokens(list(SPECIAL))
    return tokenizer


def kept_pieces(pretrained: Pretrained, texts: Iterable[str], word_lists: Iterable[Path] = WORD_LISTS) -> list[int]:
    """Return the ids of the pieces to keep, ascending.

    :param texts: the texts the encoder is trained on.
    :param word_lists: files with one word a line; a missing one is left out, which only makes the vocabulary smaller.
    """
    tokenizer = build_tokenizer(pretrained.pieces, pretrained.scores)
    kept = {pretrained.pieces.index(piece) for piece in SPECIAL}
    kept.update(i for i, piece in enumerate(pretrained.pieces) if _is_basic(piece))
    lines = list(texts)
    for path in word_lists:
        if path.exists():
            words = path.read_text(encoding="utf-8").split()
            lines += words
            lines += [word.capitalize() for word in words[::4]]
    # Words of a line are segmented apart from one another, so long joined lines give the same pieces, faster.
    for start in range(0, len(lines), 2000):
        for encoding in tokenizer.encode_batch_fast(lines[start : start + 2000]):
            kept.update(encoding.ids)
    return sorted(kept)


def _is_basic(piece: str) -> bool:
    """Tell whether a piece is one Latin character, digit or sign, alone or at the start of a word."""
    character = piece.removeprefix("▁")
    if piece == "▁":
        return True
    if len(character) != 1:
        return False
    category = unicodedata.category(character)
    if category.startswith("L"):
        return "LATIN" in unicodedata.name(character, "")
    return category[0] in "NPS" and ord(character) < 0x2500
