"""The path of a task is told with its reason and with what to do."""

from __future__ import annotations

import pytest

from analyzer.i18n import LANGUAGES
from analyzer.opportunity.lanes import LANES
from analyzer.report.lane_words import lane_words

TASK = {
    "lane": "redesign",
    "automatability": 94.0,
    "automatability_low": 80.0,
    "automatability_high": 99.0,
    "repetitiveness": 43.0,
    "confidence": 0.8,
    "overridden": False,
    "oversight_needed": "sampling",
    "physical": 5.0,
    "interpersonal": 10.0,
}


def test_a_score_of_94_that_is_to_be_rethought_first_says_what_stands_in_the_way() -> None:
    assert lane_words(TASK, "en") == [
        "Part of it could be automated once the way of working is simplified.",
        "What stands in the way of automating it now: it is seldom done, or differs from case to case.",
        "To do: list the cases that differ and the checks, agree on one way of working, then look at it again.",
    ]


def test_each_thing_in_the_way_is_named() -> None:
    words = " ".join(lane_words(TASK | {"automatability": 50.0, "oversight_needed": "each", "confidence": 0.1}, "en"))
    assert "only part of its steps could run by themselves" in words
    assert "each result is checked by a person" in words
    assert "its score is not sure" in words


def test_work_kept_with_people_says_whether_hand_or_relation() -> None:
    kept = TASK | {"lane": "keep_human"}
    assert "It is done by hand or on the spot." in lane_words(kept | {"physical": 80.0}, "en")
    assert "The relation with people is the work itself." in lane_words(kept | {"interpersonal": 80.0}, "en")


def test_a_correction_is_the_reason_of_its_path() -> None:
    assert "Somebody corrected this task: the path follows that." in lane_words(TASK | {"overridden": True}, "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lane", LANES)
def test_every_path_says_what_to_do(lane: str, language: str) -> None:
    last = lane_words(TASK | {"lane": lane}, language)[-1]
    assert last.startswith({"en": "To do: ", "fr": "À faire\u00a0: "}[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_not_understood_is_not_said_to_rest_on_judgement(language: str) -> None:
    words = lane_words(TASK | {"lane": "keep_human", "confidence": 0.1}, language)
    assert "judgement" not in " ".join(words)
    assert "jugement" not in " ".join(words)
    assert {"en": "describe it in a few more words", "fr": "en quelques mots de plus"}[language] in words[-1]
