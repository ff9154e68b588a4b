"""Bytes of a text file into text: byte order marks, strict UTF-8, UTF-16 without a mark, then the 8-bit encodings."""

from __future__ import annotations

import codecs
import re

from analyzer.errors import InputFileError
from analyzer.i18n import mark
from analyzer.inventory.problems import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf_8_sig"),
    (codecs.BOM_UTF32_LE, "utf_32"),
    (codecs.BOM_UTF32_BE, "utf_32"),
    (codecs.BOM_UTF16_LE, "utf_16"),
    (codecs.BOM_UTF16_BE, "utf_16"),
)
_EIGHT_BIT = ("cp1252", "iso8859_15", "mac_roman", "cp850")
SAMPLE_BYTES = 1 << 16
FEW_CONTROLS = 8
"""Control bytes that text may hold by accident; more of them, and over one in a hundred, is no text."""

_WRONG_BYTES = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile("[\x80-\ud7ff\ue000-\U0010ffff]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ACCENTED = re.compile(
    r"(?<=[A-Za-zà-ÿ'’ ])[éèêëàâùûçîïôœüöäñ](?=[a-zà-ÿœ\s,;.:)'’]|$)|\b[ÉÀÈÊÇÔÂ](?=[a-z])|[’–€]", re.MULTILINE
)
_UNLIKELY = re.compile(
    r"[\x80-\x9f¤¦¨¬¯±´¶·¸¹¾¿×ÐÝÞðýþ†‡ˆ˜Š‹›ƒ„√∫∂∑∏πΩ◊ªºµ∞≠≈]|[a-zà-ÿ][A-ZÀ-ÞŽ][a-zà-ÿ]|(?<=[A-Za-z])[½¼](?=[A-Za-z])"
)


def decode(data: bytes, encoding: str | None, name: str) -> tuple[str, str, list[Problem]]:
    """Return the text of ``data``, the encoding used, and a problem if it had to be assumed.

    :param data: the whole file.
    :param encoding: the user's choice, or None.
    :param name: file name for messages.
    :raises InputFileError: if the encoding asked for is unknown or does not fit, or the bytes are no text.
    """
    if encoding is not None:
        return _decode_as_asked(data, encoding, name), encoding, []
    for signature, marked in _MARKS:
        if data.startswith(signature):
            return data.decode(marked, errors="replace"), codecs.lookup(marked.removesuffix("_sig")).name, []
    if wide := _utf16_without_mark(data):
        return data.decode(wide, errors="replace"), codecs.lookup(wide).name, []
    sample = data[:SAMPLE_BYTES]
    controls = len(_CONTROLS.findall(sample))
    if controls > FEW_CONTROLS and controls * 100 > len(sample):
        sentence = mark("“{file}” is neither text nor a workbook: choose a CSV, XLSX, XLS or ODS file.")
        raise InputFileError(sentence, file=name)
    try:
        return data.decode("utf_8"), "utf-8", []
    except UnicodeDecodeError:
        if (mixed := _mostly_utf8(data)) is not None:
            return mixed, "utf-8", [Problem("encoding_assumed", facts={"encoding": "utf-8"})]
        chosen = codecs.lookup(_eight_bit_encoding(data)).name
    return data.decode(chosen, errors="replace"), chosen, [Problem("encoding_assumed", facts={"encoding": chosen})]


def _decode_as_asked(data: bytes, encoding: str, name: str) -> str:
    try:
        codec = codecs.lookup(encoding).name
        return data.decode("utf_8_sig" if codec == "utf-8" else codec)
    except LookupError:
        sentence = mark("“{encoding}” is no encoding that is known: choose another one for “{file}”.")
    except UnicodeError:
        sentence = mark("“{file}” is not written in the encoding “{encoding}”: choose another one.")
    raise InputFileError(sentence, encoding=encoding, file=name)


def _mostly_utf8(data: bytes) -> str | None:
    """Return a text that was put together from UTF-8 and, for a smaller part, an 8-bit encoding; else None.

    Letters of two bytes or more that are right by accident are rare: a few of them, twice as many as wrong bytes, tell.
    """
    text = data.decode("utf_8", errors="surrogateescape")
    wrong = _WRONG_BYTES.findall(text)
    right = len(_BEYOND_ASCII.findall(text))
    if right < 2 * len(wrong):
        return None
    return _WRONG_BYTES.sub(lambda match: bytes([ord(match.group()) - 0xDC00]).decode("cp1252", "replace"), text)


def _utf16_without_mark(data: bytes) -> str | None:
    """Return the byte order of UTF-16 text without a mark: every other byte of Latin text is zero."""
    sample = data[:4096]
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf_16_le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf_16_be"
    return None


def _eight_bit_encoding(data: bytes) -> str:
    """Return the most plausible 8-bit encoding of French or English text.

    charset-normalizer proposes, among those that French and English files come in; its proposal is kept unless
    another one of them gives clearly more accented letters in plausible places and fewer odd signs (short files give
    it too little to go by).
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415  (only files that are not UTF-8 need it)

    sample = data[:SAMPLE_BYTES]
    best = from_bytes(sample, cp_isolation=list(_EIGHT_BIT)).best()
    proposed = best.encoding if best is not None and best.encoding in _EIGHT_BIT else "cp1252"
    ranked = sorted(_EIGHT_BIT, key=lambda name: (-_plausibility(sample, name), _EIGHT_BIT.index(name)))
    if _plausibility(sample, ranked[0]) > _plausibility(sample, proposed):
        return ranked[0]
    return _prefer_first(sample, proposed)


def _prefer_first(sample: bytes, proposed: str) -> str:
    """Return cp1252 rather than a proposal that gives the same text."""
    same = sample.decode("cp1252", errors="replace") == sample.decode(proposed, errors="replace")
    return "cp1252" if same else proposed


def _plausibility(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, errors="replace")
    return len(_ACCENTED.findall(text)) - 3 * len(_UNLIKELY.findall(text)) - 5 * text.count("\ufffd")
