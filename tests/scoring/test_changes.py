"""What would change a score: measured on rated tasks, or computed, or not told as a number."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import pytest

from analyzer.scoring import Scorer, explain, score_tasks
from analyzer.scoring.changes import (
    FREQUENCIES,
    MATCHED,
    SUPPORT,
    automatability_changes,
    frequency_changes,
    rating_around,
)
from analyzer.scoring.repetition import combined_repetitiveness
from analyzer.training.data import read_everyday

OFFICE = {
    "rule_based": 3.0,
    "structured_input": 1.5,
    "judgement": 1.5,
    "relation": 0.5,
    "physical": 0.0,
    "stake": 1.5,
    "alike": 3.0,
}
"""Screen work from mails and notes by half-written rules."""


@cache
def known() -> frozenset[str]:
    tasks = read_everyday()
    return frozenset(tasks["id"][tasks["split"] == "train"])


def by_code(score: float, **readings: float) -> dict[str, tuple[int, int | None]]:
    changes = automatability_changes(score, OFFICE | readings, known())
    return {change.code: (change.direction, change.points) for change in changes}


def test_loose_input_would_gain_from_fields_by_what_the_ratings_show() -> None:
    here = np.array([OFFICE[item] for item in MATCHED])
    there = here.copy()
    there[MATCHED.index("structured_input")] = 4.0
    gain = rating_around(there, known())[0] - rating_around(here, known())[0]
    [change] = [one for one in automatability_changes(50.0, OFFICE, known()) if one.code == "fields"]
    assert change.points == 5 * round(gain / 5) > 0
    assert change.would_be == pytest.approx(50.0 + gain)
    assert change.support >= SUPPORT


def test_a_score_never_leaves_its_scale() -> None:
    changes = automatability_changes(74.0, OFFICE | {"rule_based": 1.0, "judgement": 3.0}, known())
    assert changes
    assert all(0.0 <= (change.would_be or 0.0) <= 100.0 for change in changes)


def test_routine_work_would_lose_if_each_case_had_to_be_weighed() -> None:
    told = by_code(90.0, rule_based=3.8, structured_input=2.4, judgement=0.4, relation=0.0)
    direction, points = told["weighed"]
    assert direction == -1
    assert points is not None
    assert points <= -20


def test_where_hardly_a_rated_task_stands_only_the_direction_is_told() -> None:
    # Supplier invoices: to key in (rated 3.5 of 4), and to approve (rated 1).
    two = frozenset({"accounting-001", "accounting-002"})
    changes = automatability_changes(40.0, OFFICE | {"rule_based": 2.0, "judgement": 3.0}, two)
    assert changes
    assert {(change.direction, change.points, change.would_be) for change in changes} == {(1, None, None)}


def test_without_any_rated_task_nothing_is_told() -> None:
    assert automatability_changes(40.0, OFFICE, frozenset()) == []


@pytest.mark.parametrize(("item", "code"), [("relation", "held_relation"), ("physical", "held_physical")])
def test_people_and_hands_hold_a_score_whatever_the_forms(item: str, code: str) -> None:
    told = by_code(4.0, **{item: 4.0}, structured_input=0.2, judgement=3.5, rule_based=0.5, stake=3.0)
    assert told == {code: (0, None)}


@pytest.mark.parametrize(
    ("code", "already"),
    [
        ("rules", {"rule_based": 2.7}),
        ("fields", {"structured_input": 2.7}),
        ("remote", {"physical": 3.0}),
        ("remote", {"physical": 1.0}),
        ("remote", {"physical": 2.0, "relation": 3.0}),
        ("weighed", {"judgement": 2.7}),
        ("loose", {"structured_input": 1.0}),
    ],
)
def test_what_the_text_already_reads_as_is_no_change(code: str, already: dict[str, float]) -> None:
    for score in (30.0, 50.0, 90.0):
        assert code not in by_code(score, **already)


def test_work_that_is_partly_by_hand_is_told_what_less_of_it_would_do() -> None:
    direction, points = by_code(30.0, rule_based=3.2, physical=2.2, judgement=1.0)["remote"]
    assert direction == 1
    assert points is not None and points >= 10, "enough rated tasks stand around both places"


def test_the_differences_hold_in_functions_that_took_no_part() -> None:
    tasks = read_everyday()
    tasks = tasks[tasks["split"] == "test"]
    items, rated = tasks[list(MATCHED)].to_numpy(float), 25.0 * tasks["automatable"].to_numpy(float)
    told, support = np.array([rating_around(place, known()) for place in items]).T
    assert 1.0 - ((told - rated) ** 2).mean() / rated.var() > 0.88
    apart = items[:, None] - items[None]
    firm = (support[:, None] >= SUPPORT) & (support[None] >= SUPPORT)
    for place, item in enumerate(MATCHED):
        others = np.delete(np.abs(apart), place, axis=2).max(axis=2) <= 0.5
        first, second = np.nonzero(firm & others & (apart[:, :, place] >= 1.5))
        measured, really = (told[first] - told[second]).mean(), (rated[first] - rated[second]).mean()
        assert len(first) > 100
        assert measured == pytest.approx(really, abs=5.0), item
        assert measured * really > 0, item


def test_what_a_frequency_would_do_is_what_it_does(scorer: Scorer) -> None:
    text = "Send the weekly report"
    told = explain(text, "en", scorer)
    then = {one.code: one.would_be for one in told.changes if one.score == "repetitiveness"}
    assert list(then) == list(FREQUENCIES) == ["daily", "weekly", "monthly"]
    times = np.array([5.0, 1.0, 12 / 52])
    from_text, alike = np.full(3, told.repetitiveness), np.full(3, told.rubric["alike"])
    assert list(then.values()) == pytest.approx(combined_repetitiveness(from_text, times, alike))
    frame = score_tasks(pd.DataFrame({"task": [text] * 3, "occurrences_per_week": times}), scorer)
    assert list(then.values()) == pytest.approx(frame["repetitiveness"].tolist(), abs=0.5)


def test_a_stated_frequency_leaves_nothing_to_state(scorer: Scorer) -> None:
    text = "Send the weekly report"
    told = explain(text, "en", scorer, occurrences_per_week=1.0)
    weekly = next(one for one in explain(text, "en", scorer).changes if one.code == "weekly")
    assert told.repetitiveness == pytest.approx(weekly.would_be)
    assert not [change for change in told.changes if change.score == "repetitiveness"]


def test_directions_of_frequencies_are_against_the_text() -> None:
    assert [change.direction for change in frequency_changes(60.0, 2.0)] == [1, -1, -1]


def test_held_out_tasks_are_not_measured_on(scorer: Scorer) -> None:
    tasks = read_everyday()
    assert not set(tasks["id"][tasks["split"] == "test"]) & scorer.reference.everyday_codes
