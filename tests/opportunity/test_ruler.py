"""The ruler: the estimate beside measured and self-reported savings."""

import pytest

from analyzer.opportunity import Assumptions, estimate_hours, measured_range, ruler


def test_published_shares_become_minutes_of_the_day_assumed():
    marks = {mark.code: mark for mark in ruler(0.04, 0.07, 0.11, Assumptions(hours_per_day=8))}
    # 2.8 % of 480 min = 13.44; 5.5 % = 26.4; 12 % = 57.6, up to 38 % = 182.4.
    assert marks["exposed_occupations"].minutes_per_day_central == pytest.approx(13.44)
    assert marks["users"].minutes_per_day_central == pytest.approx(26.4)
    assert marks["any_use"].minutes_per_day_central == pytest.approx(57.6)
    assert marks["any_use"].minutes_per_day_high == pytest.approx(182.4)
    # The estimate: 4, 7 and 11 % of 480 min.
    own = marks["estimate"]
    assert (own.minutes_per_day_low, own.minutes_per_day_central, own.minutes_per_day_high) == pytest.approx(
        (19.2, 33.6, 52.8)
    )


def test_measured_and_self_reported_are_told_apart():
    kinds = {mark.code: mark.kind for mark in ruler(0.1, 0.1, 0.1, Assumptions())}
    assert kinds == {
        "estimate": "estimate",
        "exposed_occupations": "measured",
        "office_copilot": "self_reported",
        "users": "measured",
        "any_use": "self_reported",
    }


def test_the_estimate_comes_first_and_the_rest_from_small_to_large():
    marks = ruler(0.5, 0.6, 0.7, Assumptions())
    assert marks[0].kind == "estimate"
    published = [mark.share_central for mark in marks[1:]]
    assert published == sorted(published)


def test_measured_savings_are_13_to_45_minutes_of_an_eight_hour_day():
    assert measured_range(Assumptions(hours_per_day=8)) == pytest.approx((13, 45))
    assert measured_range(Assumptions(hours_per_day=7)) == pytest.approx((11.375, 39.375))


def test_every_mark_names_itself_and_its_source_in_both_languages():
    for mark in ruler(0.1, 0.2, 0.3, Assumptions()):
        assert mark.label("en") != mark.label("fr")
        if mark.kind != "estimate":
            assert mark.source in mark.note("en")
            assert mark.source in mark.note("fr")
            assert mark.note("en") != mark.note("fr")
        assert mark.share_low <= mark.share_central <= mark.share_high


def test_an_estimate_is_put_on_the_ruler_per_person_and_day(make_scores, make_task):
    # A list that covers 600 min of the week frees 136.08 / 5 = 27.2 min a day: 6.48 % of a day of 420 min,
    # and not 22.7 % as a share of the minutes declared would say.
    own = estimate_hours(make_scores(make_task())).ruler()[0]
    assert own.share_central == pytest.approx(136.08 / 5 / 420)
    assert own.minutes_per_day_central == pytest.approx(27.216)
