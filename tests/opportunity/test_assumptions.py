"""Assumptions: defaults, values as people type them, and one sentence for what cannot be."""

import pytest
from pydantic import ValidationError

from analyzer.errors import UsageError
from analyzer.opportunity import Assumptions, assumption_fields


def test_working_days_come_from_weeks_leave_and_public_holidays():
    # 52 x 5 = 260 weekdays - 25 days of leave - 9 public holidays = 226.
    assert Assumptions().working_days_per_year == 226
    # England: 260 - 20 - 8 = 232.
    assert Assumptions(leave_days=20, public_holidays=8).working_days_per_year == 232


def test_a_week_has_five_days():
    # 39 hours a week are 7.8 hours a day: 468 minutes a day, 2340 a week.
    assumptions = Assumptions(hours_per_day=7.8)
    assert assumptions.minutes_per_day == pytest.approx(468)
    assert assumptions.minutes_per_week == pytest.approx(2340)


@pytest.mark.parametrize("typed", [0.4, "0.4", "0,4", "40%", "40 %", "40\u202f%"])
def test_a_share_is_understood_as_people_type_it(typed):
    assert Assumptions().changed(adoption=typed).adoption == pytest.approx(0.4)


def test_changing_gives_a_copy_and_leaves_the_first_set_alone():
    before = Assumptions()
    after = before.changed(adoption=0.3, draws="2 000")
    assert (before.adoption, after.adoption, after.draws) == (0.6, 0.3, 2000)
    assert after.review == before.review


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (
            "adoption",
            1.2,
            "The assumption “adoption” cannot be “1.2”: give a share from 0 to 1, for example 0.4 or 40%.",
        ),
        ("adoption", "lots", "cannot be “lots”"),
        ("adoption", float("nan"), "cannot be “nan”"),
        ("adoption", True, "cannot be “True”"),
        ("adoption", None, "cannot be “None”"),
        ("review", "-5%", "cannot be “-5%”: give a share from 0 to 0.9"),
        ("hours_per_day", 25, "The assumption “hours_per_day” cannot be “25”: give a number from 1 to 12."),
        ("hours_per_day", "90%", "cannot be “90%”"),
        ("draws", 10, "give a whole number from 200 to 20,000"),
        ("draws", 1000.5, "cannot be “1000.5”: give a whole number"),
        ("adoptoin", 0.5, "There is no assumption “adoptoin”: choose one of adoption, "),
    ],
)
def test_a_value_that_cannot_be_gets_one_sentence(name, value, expected):
    with pytest.raises(UsageError) as caught:
        Assumptions().changed(**{name: value})
    assert expected in str(caught.value)
    assert caught.value.exit_code == 2


def test_the_sentence_writes_its_numbers_in_the_reader_s_language():
    with pytest.raises(UsageError) as caught:
        Assumptions().changed(review=2)
    assert caught.value.message("fr") == (
        "L’hypothèse «\u00a0review\u00a0» ne peut pas valoir «\u00a02\u00a0»\u00a0: "
        "donnez une part de 0 à 0,9, par exemple 0,4 ou 40\u202f%."
    )


def test_assumptions_cannot_be_altered_in_place():
    with pytest.raises(ValidationError):
        Assumptions().adoption = 0.9  # type: ignore[misc]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_assumption_has_a_label_unit_range_step_and_source(language):
    fields = assumption_fields(language)
    assert [field.name for field in fields] == list(Assumptions.model_fields)
    for field in fields:
        assert field.label and field.unit and field.why and field.source
        assert field.low <= field.default <= field.high
        assert 0 < field.step <= field.high - field.low


def test_every_text_on_an_assumption_exists_in_french():
    for english, french in zip(assumption_fields("en"), assumption_fields("fr"), strict=True):
        assert (english.unit, english.why, english.source) != (french.unit, french.why, french.source)
        assert english.why != french.why
        assert english.source != french.source


def test_the_schema_alone_tells_default_unit_range_and_source():
    description = Assumptions.model_fields["review"].description or ""
    assert "Default 0.37, from 0 to 0.9 (share, 0 to 1)." in description
    assert "Workday 2025" in description
