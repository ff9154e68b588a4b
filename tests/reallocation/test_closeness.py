"""Which roles are close: from what they do alone, explained, and quick for a thousand of them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analyzer.i18n import LANGUAGES
from analyzer.reallocation import explain_closeness, role_closeness
from analyzer.reallocation.closeness import able_to_help
from analyzer.reallocation.closeness_words import closeness_words
from analyzer.reallocation.meaning import Meaning


def roles(**tasks: list[tuple[str, str, float]]) -> pd.DataFrame:
    """Return a list of roles with their tasks: (text, activity, minutes a week)."""
    rows = [
        {"role": role, "team": None, "task": task, "activity": activity, "minutes_per_week": minutes, "headcount": 1.0}
        for role, own in tasks.items()
        for task, activity, minutes in own
    ]
    return pd.DataFrame(rows)


def axes(*places: int) -> Meaning:
    """Return tasks that mean the same where their place is the same, and have nothing in common elsewhere."""
    return Meaning([f"task {place}" for place in places], np.eye(8, dtype=np.float32)[list(places)])


KEYING, CARE, TALK = "Processing Information", "Assisting and Caring for Others", "Selling or Influencing Others"


def test_closeness_is_half_shared_activities_and_half_near_tasks() -> None:
    """Clerk: 60 of 100 minutes keying, 40 talking; seller: 20 keying, 80 talking. Shared: min 20 + min 40 = 0.60.

    The clerk's keying and the seller's mean the same; each finds its like: 60 of 100 minutes one way, 20 the other, the
    mean is 0.40. Closeness = (0.60 + 0.40) / 2 = 0.50.
    """
    frame = roles(
        clerk=[("Key orders", KEYING, 60.0), ("Calm callers", TALK, 40.0)],
        seller=[("Enter quotes", KEYING, 20.0), ("Visit customers", TALK, 80.0)],
    )
    pair = role_closeness(frame, axes(0, 1, 0, 2), least=0.0).iloc[0]
    assert (pair["activities"], pair["tasks"], pair["closeness"]) == (0.6, 0.4, 0.5)


def test_the_same_work_is_as_close_as_can_be_and_other_work_is_not_close() -> None:
    frame = roles(
        a=[("Key orders", KEYING, 60.0)], b=[("Enter orders", KEYING, 90.0)], nurse=[("Dress wounds", CARE, 60.0)]
    )
    pairs = role_closeness(frame, axes(0, 0, 1), least=0.0).set_index(["role_a", "role_b"])["closeness"]
    assert pairs[("a", "b")] == 1.0
    assert pairs[("a", "nurse")] == pairs[("b", "nurse")] == 0.0


def test_a_pair_stands_once_and_below_the_least_not_at_all() -> None:
    frame = roles(b=[("x", KEYING, 1.0)], a=[("y", KEYING, 1.0)], c=[("z", CARE, 1.0)])
    found = role_closeness(frame, axes(0, 0, 1))
    assert found[["role_a", "role_b"]].values.tolist() == [["a", "b"]]


def test_a_closeness_is_explained_by_activities_tasks_and_what_to_learn() -> None:
    """The clerk could take over the seller's quotes, which mean the same, and has no talking to learn for that."""
    frame = roles(
        clerk=[("Key orders", KEYING, 60.0)],
        seller=[("Enter quotes", KEYING, 20.0), ("Visit customers", TALK, 80.0)],
    )
    reasons = explain_closeness(frame, "clerk", "seller", axes(0, 0, 2))
    assert reasons.activities == ((KEYING, 1.0, pytest.approx(0.2)),)
    assert [(pair.task_a, pair.task_b) for pair in reasons.tasks] == [(0, 1)]
    assert reasons.a_could_help_with == (1,) and reasons.a_would_learn == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_explanation_is_said_in_words(language: str) -> None:
    frame = roles(
        clerk=[("Key orders", KEYING, 60.0)], seller=[("Enter quotes", TALK, 20.0), ("Visit customers", TALK, 80.0)]
    )
    reasons = explain_closeness(frame, "clerk", "seller", axes(0, 0, 2))
    words = "\n".join(closeness_words(frame, "clerk", "seller", reasons, language))
    assert "Enter quotes" in words and "Key orders" in words
    assert {"en": "would first learn", "fr": "apprendrait d’abord"}[language] in words


def test_one_role_has_no_pair_and_an_empty_list_neither() -> None:
    assert role_closeness(roles(a=[("x", KEYING, 1.0)]), axes(0)).empty
    assert role_closeness(roles(a=[("x", KEYING, 1.0)]).iloc[:0], axes()).empty


def test_the_order_of_the_rows_and_persons_change_nothing() -> None:
    frame = roles(a=[("x", KEYING, 3.0), ("y", CARE, 1.0)], b=[("z", KEYING, 2.0)])
    turned = frame.iloc[::-1].reset_index(drop=True).assign(person="Ada")
    first, second = role_closeness(frame, axes(0, 1, 0), least=0.0), role_closeness(turned, axes(0, 1, 0), least=0.0)
    pd.testing.assert_frame_equal(first, second)


def test_a_thousand_roles_are_compared_at_once() -> None:
    """Every tenth role does the same work: 100 roles of each kind give 10 x 100 x 99 / 2 = 49,500 close pairs."""
    frame = roles(**{f"role {i:04d}": [(f"task {i % 8}", ACTIVITY[i % 10], 60.0)] for i in range(1000)})
    vectors = np.eye(16, dtype=np.float32)[np.arange(1000) % 10]
    pairs = role_closeness(frame, Meaning([f"task {i}" for i in range(1000)], vectors))
    assert len(pairs) == 49_500 and pairs["closeness"].eq(1.0).all()


ACTIVITY = [
    "Analyzing Data or Information",
    "Assisting and Caring for Others",
    "Coaching and Developing Others",
    "Controlling Machines and Processes",
    "Getting Information",
    "Handling and Moving Objects",
    "Processing Information",
    "Selling or Influencing Others",
    "Thinking Creatively",
    "Working with Computers",
]


def test_roles_help_each_other_only_where_their_tasks_are_near() -> None:
    """A writer and a graphic designer spend their time alike, and neither does the other's tasks."""
    pairs = pd.DataFrame(
        [("Designer", "Writer", 0.53, 0.64, 0.42), ("Clerk", "Planner", 0.51, 0.46, 0.56)],
        columns=["role_a", "role_b", "closeness", "activities", "tasks"],
    )
    assert able_to_help(pairs, 0.5)["role_a"].tolist() == ["Clerk"]
    assert len(able_to_help(pairs, 0.4)) == 2
