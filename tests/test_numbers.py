"""Numbers as readers see them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.numbers import (
    format_count,
    format_difference,
    format_duration,
    format_number,
    format_points,
    format_range,
    format_share,
    labelled,
    one_or_many,
    shown_minutes,
)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (0.4, "0 min"),
        (7.5, "8 min"),
        (59.4, "59 min"),
        (59.6, "1 h"),
        (61, "1 h"),
        (63, "1 h 5 min"),
        (190, "3 h 10 min"),
        (119, "2 h"),
        (1199, "20 h"),
        (1270, "21 h"),
        (75_000, "1,250 h"),
        (-12, "\u221212 min"),
        (-0.2, "0 min"),
        (math.nan, "not known"),
        (None, "not known"),
    ],
)
def test_durations(minutes: float | None, words: str) -> None:
    assert format_duration(minutes, "en").replace("\u00a0", " ") == words


def test_durations_in_french() -> None:
    assert format_duration(75_000, "fr") == "1\u202f250\u00a0h"
    assert format_duration(None, "fr") == "inconnu"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (11, 39, "11 to 39 min"),
        (45, 130, "45 min to 2 h 10 min"),
        (120, 300, "2 to 5 h"),
        (125, 300, "2 h 5 min to 5 h"),
        (10.1, 10.2, "10 min"),
    ],
)
def test_ranges_say_their_unit_once(low: float, high: float, words: str) -> None:
    assert format_range(low, high, "en").replace("\u00a0", " ") == words


def test_a_range_in_french() -> None:
    assert format_range(11, 39, "fr") == "11 à 39\u00a0min"


def test_shares_and_decimals_follow_the_language() -> None:
    assert (format_share(0.125, "en", 1), format_share(0.125, "fr", 1)) == ("12.5%", "12,5\u202f%")
    assert (format_number(1234.56, "en"), format_number(1234.56, "fr")) == ("1,234.6", "1\u202f234,6")
    assert (format_number(7.0, "en"), format_count(1250, "fr")) == ("7", "1\u202f250")


def test_a_colon_has_its_space_in_french() -> None:
    assert labelled("Adoption", "60%", "en") == "Adoption: 60%"
    assert labelled("Adoption", "60 %", "fr") == "Adoption\u00a0: 60 %"


@given(st.floats(min_value=-1e7, max_value=1e7), st.sampled_from(["en", "fr"]))
def test_a_duration_always_has_a_unit_and_never_breaks_over_two_lines(minutes: float, language: str) -> None:
    words = format_duration(minutes, language)
    assert "h" in words or words.endswith("min")
    assert " " not in words


@given(st.floats(min_value=0, max_value=1e6))
def test_a_duration_is_never_further_off_than_its_grain(minutes: float) -> None:
    words = format_duration(minutes, "en").replace("\u00a0", " ").replace(",", "")
    assert abs(read(words) - minutes) <= (0.5 if minutes < 59.5 else 2.5 if minutes < 1200 else 30)


def read(words: str) -> int:
    """Return the minutes that a reader takes from "3 h 10 min", "+45 min" or "\u22121,250 h"."""
    sign = -1 if words.startswith("\u2212") else 1
    hours, _, rest = words.lstrip("+\u2212").replace(",", "").replace("\u00a0", " ").rpartition(" h")
    return sign * (60 * int(hours or 0) + int(rest.removesuffix(" min") or 0))


def test_a_difference_is_what_stands_between_its_two_sides() -> None:
    # Written "3 h 10 min" and "2 h 50 min": between the two stand 20 min, though they are 16 min apart.
    assert (format_duration(188, "en"), format_duration(172, "en")) == (
        "3\u00a0h\u00a010\u00a0min",
        "2\u00a0h\u00a050\u00a0min",
    )
    assert format_difference(188, 172, "en") == "\u221220\u00a0min"
    # Written "26 h" and "18 h 35 min".
    assert format_difference(18 * 60 + 34, 26 * 60 + 10, "en") == "+7\u00a0h\u00a025\u00a0min"
    assert format_difference(30, 30.2, "en") == "0\u00a0min"


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_a_reader_who_takes_one_side_from_the_other_finds_the_difference(first: float, second: float) -> None:
    sides = [read(format_duration(minutes, "en")) for minutes in (first, second)]
    assert sides == [shown_minutes(first), shown_minutes(second)]
    assert read(format_difference(first, second, "en")) == sides[1] - sides[0]


@given(st.floats(0, 1), st.floats(0, 1))
def test_points_between_two_shares_are_those_between_the_shares_as_written(first: float, second: float) -> None:
    one, other = (round(10 * float(format_share(share, "en", 1).rstrip("%"))) for share in (first, second))
    points = format_points(first, second, "en").removesuffix("s").removesuffix(" point").replace("\u2212", "-")
    assert round(10 * float(points)) == other - one


@pytest.mark.parametrize(("value", "english", "french"), [(0, 2, 1), (0.5, 2, 1), (1, 1, 1), (-1.7, 2, 1), (2, 2, 2)])
def test_french_uses_the_singular_below_two(value: float, english: int, french: int) -> None:
    assert (one_or_many(value, "en"), one_or_many(value, "fr")) == (english, french)
