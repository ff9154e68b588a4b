"""Which line of a task list is which, whatever its position: what people decided must find it again in a new upload."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

_SAME_SIGN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "\u00ad": None})
"""Office software turns one into the other by itself."""


@lru_cache(maxsize=4096)  # roles and teams come again on every line
def normalised(text: str | None) -> str:
    """Return ``text`` without what varies in writing: case, spaces, typographic signs, a final stop."""
    folded = unicodedata.normalize("NFKC", text or "").translate(_SAME_SIGN).casefold()
    return " ".join(folded.split()).rstrip(" .;:")


def row_key(task: str, role: str | None, team: str | None) -> str:
    """Return the key of a task line: 32 hexadecimal digits, the same for the same task, role and team."""
    parts = "\x1f".join(normalised(part) for part in (task, role, team))
    return hashlib.blake2b(parts.encode("utf-8", "replace"), digest_size=16).hexdigest()


def row_id(source_id: str, key: str, ordinal: int) -> str:
    """Return the identifier of a task line of a file: reading the file anew gives the line the same one."""
    return hashlib.blake2b(f"{source_id} {key} {ordinal}".encode(), digest_size=16).hexdigest()


def identities(
    source_id: str, tasks: Sequence[str], roles: Sequence[str | None], teams: Sequence[str | None]
) -> tuple[list[str], list[str], list[int]]:
    """Return which line each line of a file is.

    :param source_id: the file.
    :returns: of each line its identifier, its key, and how many lines of the same key came before it.
    """
    keys = [row_key(*line) for line in zip(tasks, roles, teams, strict=True)]
    seen: Counter[str] = Counter()
    ordinals = []
    for key in keys:
        ordinals.append(seen[key])
        seen[key] += 1
    return [row_id(source_id, key, n) for key, n in zip(keys, ordinals, strict=True)], keys, ordinals
