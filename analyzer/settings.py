"""Settings of the installation, read from environment variables named ``ANALYZER_…``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from analyzer.paths import bundled


class Settings(BaseSettings):
    """Everything an administrator may set; each field is the environment variable ``ANALYZER_<NAME>``."""

    model_config = SettingsConfigDict(env_prefix="ANALYZER_", frozen=True)

    home: Path = Field(default_factory=lambda: user_data_path("task-automation-analyzer", appauthor=False))
    """Folder of the workspace database and of the user's copy of O*NET's statements, created when first needed."""
    database_url: str = ""
    """SQLAlchemy URL of the workspace; empty means SQLite in ``home``."""
    models: Path = Field(default_factory=lambda: bundled("models"))
    """Folder of the trained models."""
    encoder: str = ""
    """Name or folder of a sentence-transformers model to use instead of the shipped encoder; ``analyzer train`` trains
    the heads for it. Empty means the encoder that ``models`` was trained for."""
    engine: Literal["onnxruntime", "openvino", ""] = ""
    """What runs the shipped encoder: "openvino" (extra ``fast``) is taken where the processor gains from it; empty
    means onnxruntime."""
    max_file_mb: int = Field(default=100, ge=1, le=4096)
    """Largest file that is read, in megabytes."""
    max_rows: int = Field(default=1_000_000, ge=1)
    """Most rows that are read from one file."""

    max_read_seconds: int = Field(default=300, ge=1)
    """Longest time that reading one file may take, in seconds."""
    max_read_memory_mb: int = Field(default=700, ge=200)
    """Most memory that the process which opens a workbook, Parquet or large JSON file may take, in megabytes, three
    times the size of the file aside; on Windows it is not limited."""

    def workspace_url(self) -> str:
        """Return the SQLAlchemy URL of the workspace."""
        return self.database_url or f"sqlite:///{self.home / 'workspace.sqlite3'}"


@cache
def settings() -> Settings:
    """Return the settings, read once a process."""
    return Settings()
