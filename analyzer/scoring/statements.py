"""O*NET's task statements from the user's own copy, kept in their data folder and never with the models.

Without them a reference task of O*NET stands as a task of its occupation; with them its statement is shown.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analyzer.errors import InputFileError, UsageError
from analyzer.settings import settings

FILE = "onet_statements.json"


@dataclass(frozen=True)
class Statements:
    """What was read from a user's copy.

    :ivar source: name of the file that it was read from.
    :ivar added: the day it was read.
    :ivar texts: O*NET's task number to its statement.
    """

    source: str
    added: dt.date
    texts: Mapping[str, str]


def keep_statements(statements: Statements, home: Path | None = None) -> None:
    """Keep the statements, in the place of any that were kept before.

    :param home: the user's data folder; by default the one of the settings.
    :raises UsageError: if the folder cannot be written.
    """
    path = _file(home)
    content = {
        "source": statements.source,
        "added": statements.added.isoformat(),
        "texts": dict(statements.texts),
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A reader sees the old file or the new one, never a half.
        with tempfile.NamedTemporaryFile("w", dir=path.parent, suffix=".part", delete=False, encoding="utf-8") as part:
            json.dump(content, part, ensure_ascii=False)
        os.replace(part.name, path)  # noqa: PTH105 - its name is text
    except OSError as error:
        raise UsageError(
            "“{file}” cannot be written: check the folder and the space left, and close whatever holds it open.",
            file=str(path),
        ) from error


def kept_statements(home: Path | None = None) -> Statements | None:
    """Return the statements that are kept, or None if there are none; the last ones read are held in memory.

    :param home: the user's data folder; by default the one of the settings.
    :raises InputFileError: if what is kept cannot be read.
    """
    path = _file(home)
    try:
        state = path.stat()
    except OSError:
        return None
    return _read(path, state.st_mtime_ns, state.st_size)


def remove_statements(home: Path | None = None) -> bool:
    """Remove the statements that are kept; returns whether there were any.

    :raises UsageError: if they cannot be removed.
    """
    path = _file(home)
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise UsageError(
            "“{file}” cannot be removed: check that you may write in its folder.", file=str(path)
        ) from error
    return True


def statement_of(code: str) -> str | None:
    """Return the statement of an O*NET task in the user's own copy, or None; a copy that is damaged gives none."""
    try:
        kept = kept_statements()
    except InputFileError:
        return None
    return kept.texts.get(code) if kept is not None else None


def _file(home: Path | None) -> Path:
    return (home or settings().home) / FILE


@lru_cache(maxsize=2)
def _read(path: Path, changed: int, size: int) -> Statements:
    """Read the file; when it changed, and its size, are what makes it another one."""
    del changed, size
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        texts = {str(code): str(text) for code, text in content["texts"].items()}
        return Statements(str(content["source"]), dt.date.fromisoformat(content["added"]), texts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputFileError(
            "“{file}” is damaged: add your copy of the task statements again with “analyzer reference add”.",
            file=str(path),
        ) from error
