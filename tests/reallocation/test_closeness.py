"""Which roles are close: from what they do alone, explained, and quick for a thousand of them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analyzer.i18n import LANGUAGES
from analyzer.inventory import read_inventory
from analyzer.paths import bundled
from analyzer.reallocation import closeness as closeness_module
from analyzer.reallocation import explain_closeness, read_meaning, role_closeness
from analyzer.reallocation.closeness import ClosenessReasons, able_to_help
from analyzer.reallocation.closeness_words import closeness_words
from analyzer.reallocation.meaning import Meaning
from analyzer.scoring import score_tasks


def roles(**tasks: list[tuple[str, str, float]]) -> pd.DataFrame:
    """Return a list of roles with their tasks: (text, activity, minutes a week)."""
    rows = [
        {"role": role, "team": None, "task": task, "activity": activity, "minutes_per_week": minutes, "headcount": 1.0}
        for role, own in tasks.items()
        for task, activity, minutes in own
    ]
    return pd.DataFrame(rows)


def axes(*places: int, texts: list[str] | None = None) -> Meaning:
    """Return tasks that mean the same where their place is the same, and have nothing in common elsewhere."""
    return Meaning(texts or [f"task {place}" for place in places], np.eye(8, dtype=np.float32)[list(places)])


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


def explained(clerk: str, seller: str, activity: str = KEYING) -> tuple[pd.DataFrame, ClosenessReasons]:
    """Return a clerk and a seller with one task each that mean the same, and why they are close."""
    frame = roles(clerk=[(clerk, KEYING, 60.0)], seller=[(seller, activity, 60.0), ("Visit farms", TALK, 20.0)])
    meaning = axes(0, 0, 2, texts=frame["task"].tolist())
    return frame, explain_closeness(frame, "clerk", "seller", meaning)


def test_a_closeness_is_explained_by_tasks_that_speak_of_the_same() -> None:
    """The clerk could take over the seller's invoices, which mean the same, and has nothing to learn for that."""
    _, reasons = explained("Key invoices", "Enter invoices")
    assert [(pair.task_a, pair.task_b) for pair in reasons.tasks] == [(0, 1)]
    assert reasons.activities == ((KEYING, 1.0, pytest.approx(0.75)),)
    assert reasons.a_could_help_with == (1,) and reasons.a_would_learn == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_meaning_alone_names_no_shared_task(language: str) -> None:
    """The model takes a reading on threats for a recovery test: with no word in common, they are not named together."""
    frame, reasons = explained("Threat intel reading", "DR test")
    assert not reasons.tasks and not reasons.b_could_help_with
    words = closeness_words(frame, "clerk", "seller", reasons, language)
    assert {"en": "No two of their tasks", "fr": "Leurs tâches ne se lisent pas"}[language] in words[0]


def test_an_activity_is_named_only_where_most_of_both_roles_time_goes_to_it() -> None:
    washing, dressing = ("Wash residents", CARE, 60.0), ("Dress residents", CARE, 90.0)
    much = roles(a=[washing, ("File", KEYING, 40.0)], b=[dressing, ("Key", KEYING, 10.0)])
    assert [name for name, *_ in explain_closeness(much, "a", "b", axes(0, 1, 2, 3)).activities] == [CARE]
    less = roles(a=[washing, ("File", KEYING, 70.0)], b=[dressing, ("Key", KEYING, 10.0)])
    assert explain_closeness(less, "a", "b", axes(0, 1, 2, 3)).activities == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_explanation_begins_with_the_tasks_and_says_what_to_be_shown(language: str) -> None:
    frame, reasons = explained("Key invoices", "Enter invoices", TALK)
    words = closeness_words(frame, "clerk", "seller", reasons, language)
    assert "Key invoices" in words[0] and "Enter invoices" in words[0]
    assert any({"en": "would first be shown", "fr": "On montrerait d’abord"}[language] in line for line in words)


def test_bookkeepers_do_not_assist_and_care() -> None:
    scores = score_tasks(read_inventory(bundled("sample_data") / "cabinet-comptable.xlsx").frame)
    meaning = read_meaning(scores)
    for a, b in role_closeness(scores, meaning)[["role_a", "role_b"]].itertuples(index=False, name=None):
        said = " ".join(closeness_words(scores, a, b, explain_closeness(scores, a, b, meaning), "fr"))
        assert "soigner" not in said, said


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


def test_of_very_many_tasks_the_heaviest_of_each_role_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two tasks a role are left of three: the common one takes least time in both roles, so it no longer counts."""
    long = [("own", KEYING, 60.0), ("more", KEYING, 30.0), ("common", KEYING, 20.0)]
    frame = roles(clerk=long, seller=[(f"{name} too", kind, time) for name, kind, time in long])
    meaning = axes(0, 1, 2, 3, 4, 2)
    assert role_closeness(frame, meaning, least=0.0)["tasks"].tolist() == [pytest.approx(20 / 110, abs=1e-3)]
    monkeypatch.setattr(closeness_module, "_MOST_TASKS", 4)
    monkeypatch.setattr(closeness_module, "_FEWEST_A_ROLE", 1)
    assert role_closeness(frame, meaning, least=0.0)["tasks"].tolist() == [0.0]


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
