"""Names of the files that readers download."""

from __future__ import annotations

import re
import unicodedata


def file_stem(name: str) -> str:
    """Return a name that people gave as the name of a file on any system."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", letters).strip("-").lower()[:60] or "tasks"
