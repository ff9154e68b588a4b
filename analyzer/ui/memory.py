"""What pages ask for at every click, kept in memory: the last few of a kind, shared by all sessions.

What is kept is shared and must not be changed by who gets it.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Hashable

Value = TypeVar("Value")
_KEPT = 8


class Memory(Generic[Value]):
    """The values used last, by key."""

    def __init__(self, kept: int = _KEPT) -> None:
        self._kept = kept
        self._held: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Value | None:
        """Return what is kept under ``key``, or ``None``."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: Hashable, value: Value) -> Value:
        """Keep ``value`` under ``key`` and return it; what was used longest ago goes."""
        with self._lock:
            self._held[key] = value
            self._held.move_to_end(key)
            while len(self._held) > self._kept:
                self._held.popitem(last=False)
            return value


@st.cache_resource(show_spinner=False)
def memory(kind: str) -> Memory[object]:
    """Return the memory of one kind of values."""
    del kind  # it is the key of the cache
    return Memory()
