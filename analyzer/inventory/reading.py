"""A file, whatever its name says, into grids: the kind is told by its content."""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO

from analyzer.errors import InputFileError
from analyzer.i18n import mark
from analyzer.inventory.archive import KindError
from analyzer.inventory.delimited import read_delimited
from analyzer.inventory.encoding import decode
from analyzer.inventory.grids import Source
from analyzer.inventory.options import ReadingOptions
from analyzer.inventory.records import read_json, read_parquet
from analyzer.inventory.storedcopy import SIGNATURE, unpack
from analyzer.inventory.workbook import OLE_SIGNATURE, read_workbook

SUFFIXES = (
    ".csv",
    ".tsv",
    ".txt",
    ".tab",
    ".xlsx",
    ".xlsm",
    ".xls",
    ".ods",
    ".jsonl",
    ".ndjson",
    ".json",
    ".parquet",
    ".md",
)
"""Endings of the files that are looked for in a folder."""

_KINDS = (
    (b"\x89PNG", mark("a PNG picture")),
    (b"\xff\xd8\xff", mark("a JPEG picture")),
    (b"GIF8", mark("a GIF picture")),
    (b"BM", mark("a BMP picture")),
    (b"RIFF", mark("a picture or sound file")),
    (b"%PDF", mark("a PDF document")),
    (b"{\\rtf", mark("an RTF document")),
    (b"\x1f\x8b", mark("a compressed archive")),
    (b"7z\xbc\xaf", mark("a compressed archive")),
    (b"Rar!", mark("a compressed archive")),
    (b"MZ", mark("a program")),
    (b"\x7fELF", mark("a program")),
)
_MARKUP = re.compile(rb"\s*(?:<!doctype html|<html|<table|<head|<\?xml)", re.IGNORECASE)


def load_bytes(source: Path | BinaryIO | bytes, max_file_mb: int, name: str) -> bytes:
    """Return the bytes of a source, never more than the limit.

    :param source: path, open binary file, or bytes.
    :param max_file_mb: limit in megabytes.
    :param name: file name for messages.
    :raises InputFileError: if it cannot be opened or is larger than the limit.
    """
    limit = max_file_mb * 1_000_000
    if isinstance(source, bytes | bytearray | memoryview):
        data = bytes(source)
    else:
        try:
            if isinstance(source, Path):
                with source.open("rb") as handle:
                    data = handle.read(limit + 1)
            else:
                data = source.read(limit + 1)
        except IsADirectoryError:
            raise InputFileError(mark("“{file}” is a folder: choose a file in it."), file=name) from None
        except OSError:
            raise InputFileError(
                mark("“{file}” cannot be opened: check that it exists and that you may read it."), file=name
            ) from None
    if len(data) > limit:
        raise InputFileError(
            mark("“{file}” is larger than {limit} MB: split it into several files."),
            file=name,
            limit=max_file_mb,
        )
    return data


def read_source(data: bytes, name: str, options: ReadingOptions, max_file_mb: int, max_rows: int) -> Source:
    """Return the grids of a file.

    :param data: the whole file.
    :param name: file name, for messages and to tell JSON lines from lists.
    :param options: the user's corrections.
    :param max_file_mb: limit of a file in megabytes.
    :param max_rows: most rows that are read.
    :raises InputFileError: if it is empty, no table, protected, damaged or over a limit.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise InputFileError(mark("“{file}” is empty: choose a file with one task a row."), file=name)
    if data.startswith(SIGNATURE):
        source = unpack(data, name, max_file_mb, max_rows)
    elif data.startswith(b"PK\x03\x04") or data.startswith((b"PK\x05\x06", OLE_SIGNATURE)):
        grids, problems = read_workbook(data, max_file_mb, max_rows, name)
        source = Source(grids, problems=problems)
    elif data.startswith(b"PAR1"):
        source = Source([read_parquet(data, max_rows, name)])
    else:
        source = _read_text(data, name, options, max_rows)
    if not any(any(grid.rows) for grid in source.grids):
        raise InputFileError(mark("“{file}” is empty: choose a file with one task a row."), file=name)
    return source


def _read_text(data: bytes, name: str, options: ReadingOptions, max_rows: int) -> Source:
    for signature, kind in _KINDS:
        if data.startswith(signature) and not (
            len(signature) == 2 and data[:2048].isascii() and b"\x00" not in data[:2048]
        ):
            raise KindError(name, kind)
    if _MARKUP.match(data[:200].lstrip(b"\xef\xbb\xbf")):
        raise KindError(name, mark("a web page or XML file"))
    text, encoding, problems = decode(data, options.encoding, name)
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:1] in ("{", "[") and re.match(r'\s*[\[{]\s*["{]', text):
        return Source([read_json(text, max_rows, name)], encoding, problems=problems)
    grid, delimiter, assumed = read_delimited(text, options.delimiter, max_rows, name)
    return Source([grid], encoding, delimiter, problems + assumed)
