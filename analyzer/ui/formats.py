"""The few phrases around numbers that pages share; ``analyzer.numbers`` writes the numbers themselves."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st
from babel.dates import format_datetime, get_timezone

from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Spread:
    """A low / central / high triple in one unit, as the estimate gives it."""

    low: float
    central: float
    high: float

    @classmethod
    def of(cls, row: Mapping[str, Any], name: str) -> Spread:
        """Return the columns ``<name>_low``, ``<name>_central`` and ``<name>_high`` of a row."""
        return cls(*(float(row[f"{name}_{end}"]) for end in ("low", "central", "high")))

    @property
    def known(self) -> bool:
        """Whether all three can be shown."""
        return not any(math.isnan(value) for value in (self.low, self.central, self.high))


def missing(value: Any) -> bool:
    """Whether a cell of a frame holds nothing."""
    return bool(pd.isna(value))


def name_of(value: Any) -> str | None:
    """Return a name of a frame, or ``None`` where it is missing."""
    return None if missing(value) else str(value)


def capitalised(text: str) -> str:
    """Return text as it begins a cell or a sentence."""
    return text[:1].upper() + text[1:]


def counted_tasks(count: int, language: str) -> str:
    """Return "3 tasks", the number written for reading."""
    return translate_plural("{number} task", "{number} tasks", count, language, number=format_count(count, language))


def counted_rows(count: int, language: str) -> str:
    """Return "3 rows", the number written for reading."""
    return translate_plural("{number} row", "{number} rows", count, language, number=format_count(count, language))


def without_time(count: int, language: str) -> str:
    """Return that so many tasks have no time and do not count in the hours."""
    return translate_plural(
        "{number} task without a time, not counted in the hours",
        "{number} tasks without a time, not counted in the hours",
        count,
        language,
        number=format_count(count, language),
    )


def joined_names(names: Sequence[str], language: str, most: int = 3) -> str:
    """Return "Sales, Finance", "Sales, Finance, Support and 2 others", or that none is stated."""
    if not names:
        return translate("not stated", language)
    shown = ", ".join(names[:most])
    rest = len(names) - most
    if rest <= 0:
        return shown
    return translate_plural(
        "{names} and {number} other", "{names} and {number} others", rest, language, names=shown, number=rest
    )


def _zone() -> tzinfo | None:
    """Return the time zone of the browser, for a server may stand in another; ``None``, this machine's, if unknown."""
    name = st.context.timezone
    try:
        return get_timezone(name) if name else None
    except LookupError:
        return None


def moment(when: datetime, language: str) -> str:
    """Return a date and time of day where the reader is, as they write it: "3 Mar 2026, 14:05", "3 mars 2026 à 14:05",
    or "Mar 3, 2026, 2:05 PM" where the browser is set to the United States.

    :param when: a time with its zone.
    """
    local = when.astimezone(_zone())
    if language == "en" and (st.context.locale or "").endswith("-US"):
        return format_datetime(local, "MMM d, y, h:mm a", locale="en_US")
    return format_datetime(local, "d MMM y, HH:mm" if language == "en" else "d MMM y 'à' HH:mm", locale=language)
