"""Settings of the installation, read from environment variables named ``ANALYZER_…``.

They are a handful of texts, folders and numbers: read by hand, so that no command waits for a library that reads them,
and so that a value which cannot be used is told in one sentence.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from analyzer.errors import UsageError
from analyzer.paths import bundled

PREFIX = "ANALYZER_"
ENGINES = ("onnxruntime", "openvino", "")


@dataclass(frozen=True)
class Settings:
    """Everything an administrator may set; each field is the environment variable ``ANALYZER_<NAME>``.

    :raises UsageError: if a value is out of its range.
    """

    home: Path = field(
        default_factory=lambda: user_data_path("task-automation-analyzer", appauthor=False), metadata={"read": Path}
    )
    """Folder of the workspace database and of the user's copy of O*NET's statements, created when first needed."""
    database_url: str = ""
    """SQLAlchemy URL of the workspace; empty means SQLite in ``home``."""
    models: Path = field(default_factory=lambda: bundled("models"), metadata={"read": Path})
    """Folder of the trained models."""
    encoder: str = ""
    """Name or folder of a sentence-transformers model to use instead of the shipped encoder; ``analyzer train`` trains
    the heads for it. Empty means the encoder that ``models`` was trained for."""
    engine: str = ""
    """What runs the shipped encoder, one of :data:`ENGINES`: "openvino" (extra ``fast``) is taken where the processor
    gains from it; empty means onnxruntime."""
    max_file_mb: int = field(default=100, metadata={"read": int, "least": 1, "most": 4096})
    """Largest file that is read, in megabytes."""
    max_rows: int = field(default=1_000_000, metadata={"read": int, "least": 1})
    """Most rows that are read from one file."""
    max_read_seconds: int = field(default=300, metadata={"read": int, "least": 1})
    """Longest time that reading one file may take, in seconds."""
    max_read_memory_mb: int = field(default=700, metadata={"read": int, "least": 200})
    """Most memory that the process which opens a workbook, Parquet or large JSON file may take, in megabytes, three
    times the size of the file aside; on Windows it is not limited."""

    def __post_init__(self) -> None:
        if self.engine not in ENGINES:
            raise UsageError(
                "The setting {name} is “{value}”: set it to openvino or onnxruntime, or leave it empty.",
                name=f"{PREFIX}ENGINE",
                value=self.engine,
            )
        for one in fields(self):
            least, most = one.metadata.get("least"), one.metadata.get("most")
            value = getattr(self, one.name)
            if least is not None and not least <= value <= (value if most is None else most):
                raise _not_a_number(one.name, value, least, most)

    def workspace_url(self) -> str:
        """Return the SQLAlchemy URL of the workspace."""
        return self.database_url or f"sqlite:///{self.home / 'workspace.sqlite3'}"


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Return the settings that environment variables make; one that is absent or empty leaves the default.

    :raises UsageError: if one cannot be used.
    """
    values: dict[str, Any] = {}
    for one in fields(Settings):
        text = environment.get(f"{PREFIX}{one.name.upper()}", "").strip()
        if text:
            try:
                values[one.name] = one.metadata.get("read", str)(text)
            except ValueError as error:
                raise _not_a_number(one.name, text, one.metadata["least"], one.metadata.get("most")) from error
    return Settings(**values)


@cache
def settings() -> Settings:
    """Return the settings, read once a process.

    :raises UsageError: if one of them cannot be used.
    """
    return settings_from(os.environ)


def _not_a_number(name: str, value: object, least: int, most: int | None) -> UsageError:
    facts: dict[str, object] = {"name": f"{PREFIX}{name.upper()}", "value": value, "least": least}
    if most is None:
        return UsageError("The setting {name} is “{value}”: set it to a whole number, {least} or more.", **facts)
    return UsageError(
        "The setting {name} is “{value}”: set it to a whole number from {least} to {most}.", **facts, most=most
    )
