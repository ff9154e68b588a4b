"""The word lists beside this file, read once a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def sections(name: str) -> dict[str, list[str]]:
    """Return the entries of a list's sections; those before the first heading stand under ""."""
    found: dict[str, list[str]] = {"": []}
    current = ""
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[]")
            found[current] = []
        elif line and not line.startswith("#"):
            found[current] += [entry.replace("_", " ") for entry in line.split()]
    return found


@cache
def phrases(name: str) -> list[str]:
    """Return the lines of a list that holds one phrase a line."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def small_words(section: str) -> frozenset[str]:
    """Return a section of small_words.txt."""
    return frozenset(sections("small_words")[section])


@cache
def around_names(section: str) -> frozenset[str]:
    """Return a section of around_names.txt."""
    return frozenset(sections("around_names")[section])
