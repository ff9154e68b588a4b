"""Column types and small helpers that every table shares: ids, times in UTC, and JSON that any database accepts."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import numpy as np
from sqlalchemy import DateTime, Dialect
from sqlalchemy.types import TypeDecorator


def new_id() -> str:
    """Return a fresh identifier: 32 hexadecimal digits."""
    return uuid4().hex


def now() -> datetime:
    """Return the present time, aware, in UTC."""
    return datetime.now(UTC)


class UtcDateTime(TypeDecorator[datetime]):
    """A time that is aware and in UTC on both sides, whatever the database keeps (SQLite keeps no zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Bring a time to UTC before it is stored.

        :raises ValueError: if the time names no zone.
        """
        if value is not None and value.tzinfo is None:
            raise ValueError("a stored time must name its zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give a stored time its zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def clean_text(text: str) -> str:
    """Return ``text`` without what no database stores: NUL characters (PostgreSQL) and halves of surrogate pairs."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def plain(value: Any) -> Any:
    """Return ``value`` as JSON can hold it: numpy scalars become Python's, NaN becomes None, tuples and sets lists.

    :raises TypeError: if it is of a kind that JSON cannot hold.
    """
    value = value.item() if isinstance(value, np.generic) else value
    result: Any
    match value:
        case None | int():
            result = value
        case float():
            result = value if math.isfinite(value) else None
        case str():
            result = clean_text(value)
        case date():
            result = value.isoformat()
        case Mapping():
            result = {clean_text(str(key)): plain(item) for key, item in value.items()}
        case list() | tuple() | np.ndarray():
            result = [plain(item) for item in value]
        case set() | frozenset():
            result = sorted((plain(item) for item in value), key=str)
        case _:
            raise TypeError(f"a {type(value).__name__} cannot be kept in the workspace")
    return result


def to_json(value: Any) -> str:
    """Return the JSON text of ``value``; PostgreSQL refuses the NaN that Python would write."""
    return json.dumps(plain(value), ensure_ascii=False, allow_nan=False)
