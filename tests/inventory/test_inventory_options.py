"""What a user may say about a file, kept as JSON."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import UsageError
from analyzer.inventory import FIELDS, IGNORE, ReadingOptions, field_label

OPTIONS = st.builds(
    ReadingOptions,
    columns=st.dictionaries(st.text(max_size=20), st.sampled_from([*FIELDS, IGNORE]), max_size=5),
    sheets=st.none() | st.lists(st.text(max_size=20), max_size=3).map(tuple),
    header_row=st.none() | st.integers(0, 100),
    encoding=st.none() | st.sampled_from(["utf-8", "cp1252"]),
    delimiter=st.none() | st.sampled_from([";", ",", "\t", "|"]),
    hours_per_day=st.floats(0.5, 24),
    hours_per_half_day=st.none() | st.floats(0.5, 24),
    duration_unit=st.sampled_from(["auto", "minutes", "hours", "days"]),
    number_period=st.sampled_from(["day", "week", "month", "quarter", "year"]),
)


@given(OPTIONS)
def test_options_survive_json(options: ReadingOptions) -> None:
    assert ReadingOptions.from_json(options.to_json()) == options


def test_what_an_older_or_newer_version_wrote_is_read() -> None:
    assert ReadingOptions.from_json('{"hours_per_day": 8, "something_new": 1}') == ReadingOptions(hours_per_day=8)
    assert ReadingOptions.from_json("{}") == ReadingOptions()


def test_a_half_day_is_half_a_day_unless_the_user_says_otherwise() -> None:
    assert ReadingOptions(hours_per_day=8).work_time.hours_per_half_day == 4
    assert ReadingOptions(hours_per_day=8, hours_per_half_day=3).work_time.hours_per_half_day == 3


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"columns": {"Tâche": "tache"}}, "is no field"),
        ({"hours_per_day": 0}, "working day"),
        ({"hours_per_day": 25}, "working day"),
        ({"hours_per_half_day": -1}, "working day"),
        ({"delimiter": ";;"}, "one character"),
        ({"delimiter": '"'}, "one character"),
        ({"duration_unit": "weeks"}, "no unit"),
        ({"number_period": "decade"}, "no period"),
        ({"header_row": -1}, "counted from 1"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(values: dict[str, object], reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as caught:
        ReadingOptions(**values)  # type: ignore[arg-type]
    assert caught.value.message("fr") != caught.value.message("en")


@pytest.mark.parametrize("text", ["", "[]", "no", '{"columns": 3}', '{"hours_per_day": "seven"}'])
def test_text_that_is_no_options_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        ReadingOptions.from_json(text)


@pytest.mark.parametrize("field", [*FIELDS, IGNORE])
def test_every_field_has_a_name_in_both_languages(field: str) -> None:
    assert field_label(field, "fr") and field_label(field, "en")
    assert field_label(field, "fr") != field_label(field, "en")
