"""Where the project's own files and the user's work are found, from a clone and from an installed wheel alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def bundled(name: str) -> Path:
    """Return the folder ``name`` ("models" or "sample_data"): beside the package in a clone, inside it in a wheel."""
    inside = _PACKAGE / "_bundled" / name
    return inside if inside.exists() else _PACKAGE.parent / name
