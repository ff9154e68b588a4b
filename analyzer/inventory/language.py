"""The language of an inventory and of its rows, French or English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from analyzer.inventory.grids import MOST_KEPT
from analyzer.inventory.text import clean, word_set

SAMPLE_TEXTS = 400
"""Texts looked at to tell the language of a column."""

CLEAR_HITS = 6
"""Function words from which on they decide without the language model (two thirds of a second to load)."""

SURE = 0.8
"""Probability from which on the language model is believed without a look at the headers."""

_FRENCH_WORDS = word_set(
    """le la les des du de un une et pour par avec sur dans au aux en ou est pas qui ne sont leur leurs ce ces cette
    chez vers sans entre"""
)
_ENGLISH_WORDS = word_set(
    """the of and to for from with at by into all any their our we is are that this when then each which be as it or up
    out off new check send update chase weekly daily monthly"""
)
_FRENCH = re.compile(
    rf"\b(?:{'|'.join(sorted(_FRENCH_WORDS))})\b|\b[ldnsjcm]['’](?=\w)|\b\w*[éèêëàâùûçîïôœ]\w*", re.IGNORECASE
)
_ENGLISH = re.compile(rf"\b(?:{'|'.join(sorted(_ENGLISH_WORDS))})\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")

_FRENCH_HEADERS = re.compile(
    r"\b(?:t[âa]ches?|poste|fr[ée]quence|dur[ée]e|temps|[ée]quipe|qui|effectif|activit[ée]s?)\b", re.IGNORECASE
)
_ENGLISH_HEADERS = re.compile(
    r"\b(?:tasks?|roles?|frequency|how|time|team|who|owner|headcount|activity|activities)\b", re.IGNORECASE
)


def detect_language(texts: Iterable[str], beside: Iterable[str] = ()) -> str:
    """Return "fr" or "en", whichever a column of texts is written in.

    Small function words and French letters decide where they are plenty and nearly all on one side; otherwise py3langid
    does, on the column as a whole, because it misfires on single words. Where it is not sure, the headers decide.

    :param texts: task texts; the first :data:`SAMPLE_TEXTS` different ones are looked at.
    :param beside: texts such as headers, asked only where the tasks themselves leave it open.
    """
    different: dict[str, None] = {}
    for text in texts:
        if text:
            different[text] = None
            if len(different) == SAMPLE_TEXTS:
                break
    joined = "\n".join(clean(text)[:300] for text in different)
    if not re.search(r"[^\W\d_]{2}", joined):
        return _header_language(beside) or "en"
    french, english = len(_FRENCH.findall(joined)), len(_ENGLISH.findall(joined))
    if max(french, english) >= CLEAR_HITS and max(french, english) >= 4 * min(french, english):
        return "fr" if french > english else "en"
    language, confidence = _identifier().classify(joined)
    return str(language) if confidence >= SURE else _header_language(beside) or str(language)


def _header_language(headers: Iterable[str]) -> str | None:
    """Return the language of headers, or None if they are in neither or in both."""
    joined = " ".join(headers)
    french, english = len(_FRENCH_HEADERS.findall(joined)), len(_ENGLISH_HEADERS.findall(joined))
    if french == english:
        return None
    return "fr" if french > english else "en"


def row_languages(texts: Sequence[str], column_language: str) -> list[str]:
    """Return the language of each text: the column's, unless function words of the other one alone stand in it.

    :param texts: task texts.
    :param column_language: what :func:`detect_language` said of the column.
    """
    own, other = (_FRENCH, _ENGLISH) if column_language == "fr" else (_ENGLISH, _FRENCH)
    other_words = _ENGLISH_WORDS if column_language == "fr" else _FRENCH_WORDS
    other_language = "en" if column_language == "fr" else "fr"

    @lru_cache(maxsize=MOST_KEPT)
    def language_of(text: str) -> str:
        if other is _ENGLISH or (text.isascii() and "'" not in text):
            words = _WORD.findall(text.lower())
            if other_words.isdisjoint(words) or sum(word in other_words for word in words) < 2:
                return column_language  # nearly always; the patterns take five times as long
        hits = len(other.findall(text))
        return other_language if hits >= 2 and hits > 2 * len(own.findall(text)) else column_language

    return [language_of(text) for text in texts]


@cache
def _identifier() -> Any:
    """Return the py3langid classifier, restricted to the two languages; loaded when first needed."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(["en", "fr"])
    return identifier
