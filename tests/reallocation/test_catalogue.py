"""The catalogue of work worth more: complete, in both languages, and written as people write."""

from __future__ import annotations

import re
from collections import Counter

from analyzer.reallocation import HIGHER_KINDS, KINDS, Activity, catalogue
from analyzer.reallocation.catalogue import FIELDS_IN_WORDS, catalogue_rows
from analyzer.reallocation.seats import SEATS
from analyzer.reallocation.words import everyday_functions

EVERY = list(catalogue().values())


def test_there_are_at_least_120_activities_of_every_kind() -> None:
    counted = Counter(activity.kind for activity in EVERY)
    assert len(EVERY) >= 120
    assert set(counted) == set(KINDS)
    assert all(counted[kind] >= 15 for kind in HIGHER_KINDS)
    assert counted["relief"] >= 5 and counted["learning"] >= 5


def test_every_function_has_activities_of_its_own_of_several_kinds() -> None:
    for function in everyday_functions():
        own = [activity for activity in EVERY if function in activity.functions]
        assert len(own) >= 5, function
        assert len({activity.kind for activity in own}) >= 3, function
        begun = [one for one in own if one.kind in HIGHER_KINDS and one.seat == "any"]
        assert len(begun) >= 3, f"{function}: who assists or begins needs work worth more, too"


def test_codes_are_stable_names_and_titles_are_said_once() -> None:
    codes = [row["code"] for row in catalogue_rows()]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", code) for code in codes)
    for language in ("fr", "en"):
        titles = [activity.title(language).casefold() for activity in EVERY]
        assert len(titles) == len(set(titles))


def test_each_activity_says_all_there_is_to_say_in_both_languages() -> None:
    for activity in EVERY:
        check_words(activity)


def check_words(activity: Activity) -> None:
    """Check one activity: its codes, its minutes, and every text in both languages."""
    assert activity.kind in KINDS and activity.seat in SEATS and activity.house in ("any", "business", "trading", "own")
    assert activity.work in ("any", "hands", "desk") and activity.done_by in ("each", "some")
    assert {*activity.functions, *activity.partners} <= set(everyday_functions())
    assert set(activity.same_as) <= set(catalogue()) - {activity.code}
    assert 10 <= activity.minutes_low <= activity.minutes_typical <= activity.minutes_high <= 480
    for language in ("fr", "en"):
        for field in FIELDS_IN_WORDS:
            assert activity.text(field, language).strip(), f"{field} in {language}"
        for field in ("what", "needs", "changes", "first_step"):
            text = activity.text(field, language)
            assert text.endswith(".") and text[0].isupper(), text
        assert len(activity.title(language).split()) <= 16
    assert len(activity.skills("fr")) == len(activity.skills("en"))
    assert activity.title("fr") != activity.title("en")


def test_french_typography_in_the_catalogue() -> None:
    # Skills are a list: its parts are shown one by one.
    fields = [field for field in FIELDS_IN_WORDS if field != "skills"]
    for text in (activity.text(field, "fr") for activity in EVERY for field in fields):
        assert "'" not in text, text
        assert not re.search(r"(?<![\u202f\s(])[;!?](?=\s|$)| [;!?%]", text), text
        assert not re.search(r"[\w)»] ?:(?=\s|$)", text), text
        assert not re.search(r"« |[^\u00a0]»", text), text


def test_the_example_of_the_issue_is_there() -> None:
    """A bookkeeper is not told "do strategy"."""
    margins = catalogue()["accounting-margins"]
    assert "margins of the ten largest customers with sales" in margins.title("en")
    assert "accounting" in margins.functions and "sales" in margins.partners
    assert margins.shared


RHYTHM = re.compile(
    r"\b(?P<week>(?:a|each|every|per) (?:week|day|morning)|daily|weekly)\b|(?P<fortnight>fortnight)|"
    r"(?P<month>(?:a|each|every|per) month|monthly|month’s)\b|"
    r"\b(?P<quarter>(?:a|each|every|per) (?:quarter|year)(?! of an)|quarterly|quarter’s)\b"
)
MOST_A_WEEK = {"week": 480, "fortnight": 60, "month": 60, "quarter": 30}
"""Minutes a person and week: what comes back once a month takes four hours then at most."""


def test_minutes_fit_the_rhythm_that_the_words_name() -> None:
    """A monthly hour is no day a week."""
    held = 0
    for activity in (one for one in EVERY if one.kind not in ("learning", "relief")):
        words = f"{activity.title('en')} {activity.text('what', 'en')}".lower()
        named = {match.lastgroup or "" for match in RHYTHM.finditer(words)}
        if named:
            held += 1
            assert activity.minutes_high <= max(MOST_A_WEEK[rhythm] for rhythm in named), activity.code
    assert held > 60


def test_learning_and_time_given_back_name_no_amount() -> None:
    """They get what is left, be it a quarter of an hour: words that promise an hour a day would be wrong."""
    amount = re.compile(
        r"\b(an?|one|two|half|half-an?) (hour|half-?hour|half-day|day)\b|\b(une|deux|demi)e?[- ](heures?|journée)\b"
    )
    for activity in (one for one in EVERY if one.kind in ("learning", "relief")):
        for language in ("fr", "en"):
            assert not amount.search(activity.title(language).lower()), activity.title(language)


def test_what_one_does_for_all_does_not_grow_with_the_people() -> None:
    once, each = catalogue()["accounting-margins"], catalogue()["support-call-listening"]
    assert [once.people(staff) for staff in (0.5, 1.0, 2.0, 24.0)] == [0.5, 1.0, 2.0, 2.0]
    assert each.people(24.0) == 24.0
