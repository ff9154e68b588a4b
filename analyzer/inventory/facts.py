"""The facts of a problem, kept small: a list of a million rows may have as many problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

NO_FACTS: Mapping[str, object] = {}
"""Facts of a sentence that needs none; one for all, for a list may have millions of problems."""


class OneFact(Mapping[str, object]):
    """One fact by its name, in a quarter of the memory of a dict: there may be one for each of a million rows."""

    __slots__ = ("name", "value")

    def __init__(self, name: str, value: object) -> None:
        self.name, self.value = name, value

    def __getitem__(self, name: str) -> object:
        if name != self.name:
            raise KeyError(name)
        return self.value

    def __iter__(self) -> Iterator[str]:
        yield self.name

    def __len__(self) -> int:
        return 1
