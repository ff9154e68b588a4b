"""Values that every database accepts."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from analyzer.workspace.columns import UtcDateTime, clean_text, plain, to_json

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(JSON_VALUES)
@example(["NaN", "\\u0000", "\x00", float("nan")])
def test_any_plain_value_becomes_json_that_postgresql_accepts(value: object) -> None:
    text = to_json(value)
    json.loads(text, parse_constant=pytest.fail)  # NaN and Infinity are no JSON
    assert re.search(r"(?<!\\)(\\\\)*\\u0000", text) is None  # PostgreSQL refuses the escape, not a text that spells it


def test_numbers_of_frames_become_plain_numbers() -> None:
    assert plain({"hours": np.float64(1.5), "count": np.int64(3), "unknown": np.nan, "codes": {"b", "a"}}) == {
        "hours": 1.5,
        "count": 3,
        "unknown": None,
        "codes": ["a", "b"],
    }
    assert type(plain(np.int64(3))) is int


def test_what_json_cannot_hold_is_named() -> None:
    with pytest.raises(TypeError, match="a complex cannot be kept"):
        plain({"value": 1j})


@given(st.text(alphabet=st.characters(codec=None)))
def test_clean_text_can_be_stored_anywhere(text: str) -> None:
    cleaned = clean_text(text)
    assert "\x00" not in cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


def test_times_come_back_in_utc_and_must_name_their_zone() -> None:
    column = UtcDateTime()
    paris = timezone(timedelta(hours=1))
    stored = column.process_bind_param(datetime(2026, 11, 22, 9, tzinfo=paris), sqlite.dialect())
    assert stored == datetime(2026, 11, 22, 8, tzinfo=UTC)
    assert column.process_result_value(datetime(2026, 11, 22, 8), sqlite.dialect()) == stored
    with pytest.raises(ValueError, match="must name its zone"):
        column.process_bind_param(datetime(2026, 11, 22, 9), sqlite.dialect())
