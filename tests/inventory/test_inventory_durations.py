"""Durations as people write them, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.inventory import parse_duration
from analyzer.inventory.durations import read_duration
from analyzer.inventory.worktime import WorkTime

DAY, HALF_DAY, WEEK = 420.0, 210.0, 2100.0

WRITTEN = {
    # hours and minutes together
    "1h30": 90, "1 h 30": 90, "1H30": 90, "1h30min": 90, "1h30mn": 90, "1 h 05": 65, "1h05": 65, "0h20": 20,
    "2 hrs 15 mins": 135,
    "1 hour 15 minutes": 75, "1 heure 15": 75, "12h30": 750,
    # a clock
    "0:20": 20, "00:45": 45, "1:30": 90, "1:30h": 90, "01:30:00": 90, "00:00:30": 0.5,
    # one unit
    "45 min": 45, "45mn": 45, "45 mn": 45, "45m": 45, "15'": 15, "15 minutes": 15, "90 sec": 1.5, "30''": 0.5,
    "2h": 120, "2 h": 120,
    "1,5h": 90, "1.5 hours": 90, "1hr": 60, "7,5 h": 450, "2 j": 2 * DAY, "0,5 j": HALF_DAY, "2 jours": 2 * DAY,
    "1 day": DAY,
    "1 sem": WEEK, "1 j 2 h": DAY + 120, "1 200 min": 1200,
    # about
    "environ 2h": 120, "~15'": 15, "env. 10 min": 10, "about 20 min": 20, "approx 1 hour": 60, "1 h environ": 60,
    "+/- 30 min": 30,
    # ranges: the middle
    "5-10 min": 7.5, "5 à 10 mn": 7.5, "5 to 10 minutes": 7.5, "entre 10 et 15 min": 12.5, "10/15 min": 12.5,
    "1-2h": 90,
    "1h-1h30": 75, "30 min - 1h": 45, "30-1h": 45, "1h30 à 2h": 105, "2 à 3 j": 2.5 * DAY, "5-10": 7.5,
    # parts
    "1/2 journée": HALF_DAY, "½ journée": HALF_DAY, "demi-journée": HALF_DAY, "une demi journée": HALF_DAY,
    "1/2 j": HALF_DAY,
    "half a day": HALF_DAY, "half-day": HALF_DAY, "2 demi-journées": DAY, "1/2 h": 30, "½h": 30, "1h½": 90,
    "1 ½ h": 90, "3/4 h": 45, "1/4 d'heure": 15, "3/4 d’heure": 45, "1/4 of an hour": 15,
    "un quart d'heure": 15, "un quart d’heure": 15, "trois quarts d'heure": 45, "une demi-heure": 30,
    "half an hour": 30,
    "quarter of an hour": 15, "deux heures et demie": 150, "1 heure et quart": 75, "an hour and a half": 90,
    "1 jour et demi": 1.5 * DAY, "2 jours 1/2": 2.5 * DAY, "1/4 journée": DAY / 4, "half a day to a day": 0.75 * DAY,
    "2min30": 2.5, "2'30": 2.5, ".5 h": 30, "20 mn (x2)": 40, "a couple of hours": 120, "une bonne heure": 60,
    "une heure quarante-cinq": 105, "1 man-day": DAY,
    # words
    "une heure": 60, "an hour": 60, "toute la journée": DAY, "all day": DAY, "une journée": DAY, "matinée": HALF_DAY,
    "une vingtaine de minutes": 20, "ten minutes": 10,
    # counted
    "2x15 min": 30, "2 x 15 mn": 30, "30 min x 2": 60,
    # for each item
    "15 min par dossier": 15, "10 min / facture": 10, "5 min each": 5, "10 mins per email": 10,
    # beside the point
    "30 min (hors saisie)": 30, "15min.": 15,
    # no unit: minutes
    "90": 90, "0": 0, "7,5": 7.5,
}  # fmt: skip


@pytest.mark.parametrize(("text", "minutes"), WRITTEN.items())
def test_written_durations(text: str, minutes: float) -> None:
    assert parse_duration(text) == pytest.approx(minutes)


@pytest.mark.parametrize("text", ["", "-", "?", "n/a", "NC", "x"])
def test_a_cell_left_open_says_nothing(text: str) -> None:
    assert parse_duration(text) is None
    assert read_duration(text, WorkTime()).status == "empty"


@pytest.mark.parametrize("text", ["variable", "ça dépend", "quelques minutes", "a few minutes", "quick", "à définir"])
def test_words_without_a_number_are_told_apart_from_nonsense(text: str) -> None:
    assert read_duration(text, WorkTime()).status == "vague"


@pytest.mark.parametrize("text", ["blabla", "3 par semaine", "2 personnes", "Sage", "saisie " * 60])
def test_what_is_no_duration_is_not_guessed(text: str) -> None:
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    ("text", "minutes", "per_week"),
    [
        ("2h/semaine", 120, 1),
        ("2h par jour", 120, 5),
        ("30 min/day", 30, 5),
        ("10h a month", 600, 12 / 52),
        ("1 jour/mois", DAY, 12 / 52),
        ("4h/j", 240, 5),
        ("1h tous les 15 jours", 60, 0.5),
        ("2h every 2 weeks", 120, 0.5),
        ("2h hebdo", 120, 1),
    ],
)
def test_a_duration_may_name_its_period(text: str, minutes: float, per_week: float) -> None:
    reading = read_duration(text, WorkTime())
    assert reading.middle == pytest.approx(minutes)
    assert reading.per_week == pytest.approx(per_week)


@pytest.mark.parametrize(
    "text",
    [
        "moins de 5 min",
        "< 5 min",
        "> 1h",
        "max 30 min",
        "30 min prépa + 1h réunion",
        "8h-12h",
        "1 hr per resident (24 residents)",
    ],
)
def test_a_doubtful_reading_says_so(text: str) -> None:
    assert read_duration(text, WorkTime()).doubtful


def test_a_slot_of_the_day_is_as_long_as_it_lasts() -> None:
    assert parse_duration("8h-12h") == 240
    assert parse_duration("de 9h à 10h") == 60


def test_a_range_keeps_its_ends() -> None:
    reading = read_duration("entre 10 et 20 min", WorkTime())
    assert (reading.low, reading.middle, reading.high) == (10, 15, 20)


def test_a_share_is_no_duration_but_is_understood() -> None:
    reading = read_duration("20 %", WorkTime())
    assert (reading.status, reading.middle) == ("share", 20)
    assert parse_duration("20 %") is None


def test_a_negative_duration_stays_negative_so_that_it_can_be_told() -> None:
    assert parse_duration("-15 min") == -15
    assert parse_duration("-30") == -30


def test_the_user_says_how_long_a_day_is() -> None:
    assert parse_duration("2 j", WorkTime(8.0, 4.0)) == 960
    assert parse_duration("1/2 journée", WorkTime(8.0, 3.0)) == 180


HOURS = st.integers(0, 40)
MINUTES = st.integers(0, 59)


@given(HOURS, MINUTES)
def test_every_way_to_write_hours_and_minutes_gives_the_same(hours: int, minutes: int) -> None:
    expected = hours * 60 + minutes
    written = [f"{hours}h{minutes:02}", f"{hours} h {minutes:02}", f"{hours}:{minutes:02}", f"{hours}h{minutes:02}min"]
    written += [f"{hours} hours {minutes} minutes", f"{hours} heures et {minutes} min", f"{expected} mn", f"{expected}"]
    assert [parse_duration(text) for text in written] == pytest.approx([expected] * len(written))


@given(st.integers(1, 500), st.sampled_from(["min", "h", "j", "mn", "hours", "jours"]))
def test_more_is_longer(count: int, unit: str) -> None:
    shorter, longer = parse_duration(f"{count} {unit}"), parse_duration(f"{count + 1} {unit}")
    assert shorter is not None and longer is not None and shorter < longer


@given(st.integers(1, 300), st.integers(1, 300), st.sampled_from(["{}-{} min", "{} à {} mn", "entre {} et {} min"]))
def test_a_range_lies_between_its_ends(one: int, other: int, written: str) -> None:
    middle = parse_duration(written.format(min(one, other), max(one, other)))
    assert middle == pytest.approx((one + other) / 2)


@given(st.floats(0.25, 99).map(lambda hours: round(hours, 2)))
def test_decimal_comma_and_point_are_alike(hours: float) -> None:
    assert parse_duration(f"{hours} h") == parse_duration(f"{hours} h".replace(".", ",")) == pytest.approx(hours * 60)


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    minutes = parse_duration(text)
    assert minutes is None or isinstance(minutes, float)
