"""Times are typed as people say them, in rows and ideas alike, and shown so that they can be typed again."""

from __future__ import annotations

import pytest

from analyzer.errors import InputFileError
from analyzer.i18n import LANGUAGES
from analyzer.inventory.worktime import WorkTime
from analyzer.ui.appraisal import Idea
from analyzer.ui.components.row_editor import read_typed
from analyzer.ui.times_in_words import duration_in_words, frequency_in_words, minutes_each_time, times_a_week


@pytest.mark.parametrize(
    ("often", "long", "expected"),
    [
        ("3x/semaine", "1h30", (3, 90)),
        ("tous les jours", "45 mn", (5, 45)),
        ("twice a month", "half a day", (2 * 12 / 52, 210)),
        ("2", "90", (2, 90)),
    ],
)
def test_an_idea_and_a_row_mended_in_place_are_read_alike(often: str, long: str, expected: tuple[float, float]) -> None:
    assert Idea("Saisir", often, long).times() == pytest.approx(expected)
    typed = read_typed({"occurrences_per_week": often, "minutes_per_occurrence": long, "kept": True}, None)
    assert (typed["occurrences_per_week"], typed["minutes_per_occurrence"]) == pytest.approx(expected)
    assert "kept" not in typed


def test_an_emptied_time_is_unknown_and_texts_stay_as_they_are() -> None:
    assert read_typed({"minutes_per_occurrence": "", "occurrences_per_week": None, "task": "1h30"}, None) == {
        "minutes_per_occurrence": None,
        "occurrences_per_week": None,
        "task": "1h30",
    }


def test_a_day_is_as_long_as_the_reader_said() -> None:
    assert minutes_each_time("1 jour", WorkTime(8.0, 4.0)) == 480


@pytest.mark.parametrize("read", [times_a_week, minutes_each_time])
def test_what_cannot_be_read_is_said_with_an_example(read: object) -> None:
    with pytest.raises(InputFileError) as error:
        read("un bon bout")  # type: ignore[operator]
    assert "“un bon bout” is not understood" in error.value.message("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("minutes", [0.5, 5, 12.5, 59, 60, 67, 90, 210, 420, 2400, -30])
def test_a_duration_shown_can_be_typed_again(minutes: float, language: str) -> None:
    assert minutes_each_time(duration_in_words(minutes, language)) == pytest.approx(minutes)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("per_week", [1, 3, 12.5, 200, 0.5, 12 / 52, 6 / 52, 1 / 52, 1000])
def test_a_frequency_shown_can_be_typed_again(per_week: float, language: str) -> None:
    assert times_a_week(frequency_in_words(per_week, language)) == pytest.approx(per_week, rel=0.01)


def test_what_is_unknown_is_shown_empty() -> None:
    assert frequency_in_words(float("nan"), "en") == duration_in_words(float("nan"), "fr") == ""
