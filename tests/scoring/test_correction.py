"""What people set moves what is alike: locally, never further than they moved it, and not at all once taken back."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.scoring import SCORE_FIELDS, Corrected, apply_override
from analyzer.scoring.correction import correct
from analyzer.scoring.likeness import Pairs
from analyzer.scoring.reasons import CORRECTED_ALIKE
from analyzer.scoring.vocabulary import LEVEL_VALUES, LEVELS

PROBABILITIES = [f"probability_{level.lower()}" for level in LEVELS]
points = st.integers(0, 100).map(float)
shares = st.floats(0.05, 1.0)


def scores_of(automatability: Sequence[float], **columns: Sequence[float]) -> pd.DataFrame:
    """Return a scores frame whose levels are spread over the two around each score."""
    value = np.array(automatability, float)
    spread = np.clip(1.0 - np.abs(value[:, None] - np.array(LEVEL_VALUES)) / 25.0, 0.0, 1.0)
    frame = pd.DataFrame(
        {
            "task": [f"task {i}" for i in range(len(value))],
            "occurrences_per_week": np.nan,
            "repetitiveness": 50.0,
            "automatability": value,
            "automatability_low": np.maximum(value - 15.0, 0.0),
            "automatability_high": np.minimum(value + 15.0, 100.0),
            "level": np.array(LEVELS, object)[spread.argmax(axis=1)],
            **{name: spread[:, i] for i, name in enumerate(PROBABILITIES)},
            "assistance": 50.0,
            "confidence": 0.8,
            "reasons": "alike_high",
            "overridden": False,
        }
    )
    return frame.assign(**columns)


def decisions_of(*moves: tuple[float, float], field: str = "automatability", stated: bool = False) -> pd.DataFrame:
    """Return decisions from (what the model read, what a person set)."""
    return pd.DataFrame(
        {
            "override": [f"d{i}" for i in range(len(moves))],
            "field": field,
            "value": [float(value) for _, value in moves],
            "reading": [float(reading) for reading, _ in moves],
            "stated": stated,
        }
    )


def all_alike(likenesses: Sequence[float], rows: int = 1) -> Pairs:
    """Return that every row is alike to each decision by the given measure."""
    row, decision = np.divmod(np.arange(rows * len(likenesses)), len(likenesses))
    return Pairs(row, decision, np.array(likenesses, float)[decision])


def after(present: float, moves: Sequence[tuple[float, float]], likenesses: Sequence[float]) -> float:
    """Return the automatability of one row after decisions."""
    corrected = correct(scores_of([present]), decisions_of(*moves), all_alike(likenesses))
    return float(corrected.scores["automatability"].iloc[0])


def test_one_decision_about_the_same_work_moves_a_score_four_fifths_of_the_way() -> None:
    assert after(80, [(80, 30)], [1.0]) == 40.0


def test_more_decisions_that_agree_are_followed_further() -> None:
    reached = [after(80, [(80, 30)] * count, [1.0] * count) for count in (1, 2, 4, 16)]
    assert reached == sorted(reached, reverse=True)
    assert reached[0] > reached[-1] > 30.0


def test_the_less_alike_the_less_it_moves() -> None:
    moved = [80 - after(80, [(80, 30)], [likeness]) for likeness in (0.05, 0.2, 0.5, 0.8, 1.0)]
    assert moved == sorted(moved)
    assert moved[0] < 1.0
    assert moved[2] < moved[4] / 2


def test_many_that_are_hardly_alike_do_not_make_up_for_one_that_is() -> None:
    assert 80 - after(80, [(80, 30)] * 50, [0.1] * 50) <= 0.1 * 50


def test_decisions_that_contradict_each_other_leave_a_score_between() -> None:
    assert after(50, [(50, 90), (50, 10)], [1.0, 1.0]) == 50.0


def test_a_score_does_not_go_past_what_people_set_for_its_like() -> None:
    assert after(45, [(80, 50)], [1.0]) == 45.0, "it stands where they meant, already"
    assert after(55, [(80, 50)], [1.0]) == pytest.approx(51.0)


decided = st.lists(st.tuples(points, points, shares), min_size=1, max_size=6)


@given(points, decided)
def test_no_score_moves_further_than_people_moved_theirs(
    present: float, decided: list[tuple[float, float, float]]
) -> None:
    moves = [(reading, value) for reading, value, _ in decided]
    reached = after(present, moves, [likeness for *_, likeness in decided])
    furthest_up = max(0.0, *(value - reading for reading, value in moves))
    furthest_down = min(0.0, *(value - reading for reading, value in moves))
    assert present + furthest_down - 0.05 <= reached <= present + furthest_up + 0.05
    assert 0.0 <= reached <= 100.0
    if reached > present:
        assert reached <= max(value for _, value in moves) + 0.05
    if reached < present:
        assert reached >= min(value for _, value in moves) - 0.05


@given(points, decided, st.data())
def test_a_decision_set_higher_never_lowers_a_score(
    present: float, decided: list[tuple[float, float, float]], data: st.DataObject
) -> None:
    moves = [(reading, value) for reading, value, _ in decided]
    likenesses = [likeness for *_, likeness in decided]
    raised = data.draw(st.integers(0, len(moves) - 1))
    reading, value = moves[raised]
    higher = [*moves[:raised], (reading, data.draw(st.floats(value, 100.0))), *moves[raised + 1 :]]
    assert after(present, higher, likenesses) >= after(present, moves, likenesses)


def test_rows_that_are_not_alike_are_untouched() -> None:
    scores = scores_of([80, 80, 20])
    alike = Pairs(np.array([1]), np.array([0]), np.array([0.9]))
    corrected = correct(scores, decisions_of((80, 30)), alike)
    assert corrected.changes["at"].tolist() == [1]
    pd.testing.assert_frame_equal(corrected.scores.drop(index=1), scores.drop(index=1))


def test_a_row_that_a_person_set_is_untouched() -> None:
    scores = scores_of([80, 80])
    scores = apply_override(scores, scores["task"] == "task 0", "repetitiveness", 10)
    corrected = correct(scores, decisions_of((80, 30)), all_alike([1.0], rows=2))
    assert corrected.changes["task"].tolist() == ["task 1"]
    pd.testing.assert_series_equal(corrected.scores.loc[0], scores.loc[0])


@pytest.mark.parametrize("decisions", [decisions_of(), decisions_of((80, 80)), decisions_of((80, 80.2))])
def test_without_a_decision_that_differs_the_scores_are_exactly_those_given(decisions: pd.DataFrame) -> None:
    scores = scores_of([80, 20])
    corrected = correct(scores, decisions, all_alike([1.0] * len(decisions), rows=2))
    pd.testing.assert_frame_equal(corrected.scores, scores)
    assert corrected.changes.empty


def test_the_scores_given_are_not_changed() -> None:
    scores = scores_of([80])
    before = scores.copy()
    correct(scores, decisions_of((80, 30)), all_alike([1.0]))
    pd.testing.assert_frame_equal(scores, before)


@given(points, points, points, shares)
def test_interval_level_and_probabilities_follow(present: float, reading: float, value: float, likeness: float) -> None:
    scores = scores_of([present])
    corrected = correct(scores, decisions_of((reading, value)), all_alike([likeness])).scores.iloc[0]
    probabilities = corrected[PROBABILITIES].to_numpy(float)
    assert probabilities.sum() == pytest.approx(1.0, abs=1e-3)
    assert probabilities @ np.array(LEVEL_VALUES) == pytest.approx(corrected["automatability"], abs=0.1)
    assert corrected["level"] == LEVELS[int(probabilities.argmax())]
    assert (
        0 <= corrected["automatability_low"] <= corrected["automatability"] <= corrected["automatability_high"] <= 100
    )


def test_a_score_that_moved_is_no_surer_than_before() -> None:
    row = correct(scores_of([60]), decisions_of((60, 40)), all_alike([0.6])).scores.iloc[0]
    assert row["automatability"] < 60
    assert row["automatability_high"] - row["automatability_low"] > 30
    assert row["confidence"] == 0.8


@pytest.mark.parametrize("field", SCORE_FIELDS)
def test_each_score_that_people_set_is_carried_over_by_itself(field: str) -> None:
    scores = scores_of([50])
    corrected = correct(scores, decisions_of((50, 90), field=field), all_alike([1.0])).scores
    for name in SCORE_FIELDS:
        assert corrected[name].iloc[0] == (82.0 if name == field else 50.0)


def test_a_stated_frequency_outweighs_what_was_learned_from_the_text_alone() -> None:
    scores = scores_of([50, 50], occurrences_per_week=[np.nan, 5.0])
    learned = [
        correct(scores, decisions_of((50, 10), field="repetitiveness", stated=stated), all_alike([1.0], rows=2))
        for stated in (False, True)
    ]
    assert [one.scores["repetitiveness"].tolist() for one in learned] == [[18.0, 42.0], [18.0, 18.0]]


def test_what_changed_is_told_with_its_causes_the_most_alike_first() -> None:
    scores = scores_of([80]).set_axis(["a"])
    corrected = correct(scores, decisions_of((80, 30), (80, 80), (70, 40)), all_alike([0.6, 1.0, 0.9]))
    assert isinstance(corrected, Corrected)
    (change,) = corrected.changes.to_dict("records")
    assert (change["at"], change["task"], change["field"]) == ("a", "task 0", "automatability")
    assert change["before"] == 80.0
    assert change["after"] == corrected.scores.loc["a", "automatability"] < 80.0
    assert change["because"] == "d2;d0", "a decision that agrees with the model moved nothing"
    assert corrected.scores.loc["a", "reasons"] == f"{CORRECTED_ALIKE};alike_high"
