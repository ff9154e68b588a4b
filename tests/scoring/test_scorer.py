"""The scores frame of the shipped models."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.scoring import Scorer, load_scorer, score_tasks
from analyzer.scoring.reasons import REASONS
from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS, LEVEL_VALUES, LEVELS, OVERSIGHTS, SOLUTIONS

ROUTINE = ["Saisir les factures fournisseurs dans Sage", "Key supplier invoices into Xero", "pointage BL/factures"]
HUMAN = [
    "calm two colleagues who no longer speak",
    "Apaiser deux collègues qui ne se parlent plus",
    "Annoncer à un patient une mauvaise nouvelle",
    "repair the roof",
]
NO_TASKS = ["asdf qsdf wxcv", "Jean Dupont", "???", "lundi", "Rechnungen in das System eingeben", "", "12345", "TOTAL"]


def scored(texts: list[str], **columns: list[float]) -> pd.DataFrame:
    return score_tasks(pd.DataFrame({"task": texts, **columns}))


def test_a_long_list_is_read_in_parts_and_keeps_its_order(scorer: Scorer, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"{text} {number}" for number in range(5) for text in [*ROUTINE, *HUMAN]]
    whole = scorer.read_texts(texts)
    monkeypatch.setattr("analyzer.scoring.scorer._CHUNK", 4)
    seen: list[float] = []
    in_parts = scorer.read_texts(texts, seen.append)
    np.testing.assert_allclose(in_parts.automatability, whole.automatability, atol=0.05)
    np.testing.assert_allclose(in_parts.vectors, whole.vectors, atol=1e-3)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_every_column_of_the_contract_is_filled_and_in_range() -> None:
    frame = scored([*ROUTINE, *HUMAN, *NO_TASKS])
    numbers = ["repetitiveness", "automatability", "automatability_low", "automatability_high"]
    numbers += ["assistance", "physical", "interpersonal"]
    assert frame[numbers].apply(lambda column: column.between(0, 100)).all(axis=None)
    probabilities = frame[[f"probability_{level.lower()}" for level in LEVELS]]
    assert probabilities.sum(axis=1).to_numpy() == pytest.approx(1.0, abs=1e-3)
    assert frame["automatability"].to_numpy() == pytest.approx(probabilities @ list(LEVEL_VALUES), abs=0.1)
    assert (frame["automatability_low"] <= frame["automatability"]).all()
    assert (frame["automatability"] <= frame["automatability_high"]).all()
    assert frame["confidence"].between(0, 1).all()
    for column, codes in (
        ("level", LEVELS),
        ("activity", ACTIVITIES),
        ("solution", SOLUTIONS),
        ("oversight", OVERSIGHTS),
    ):
        assert set(frame[column]) <= set(codes)
    assert {flag for flags in frame["flags"] for flag in flags.split(";") if flag} <= set(FLAGS)
    assert {reason for reasons in frame["reasons"] for reason in reasons.split(";") if reason} <= set(REASONS)
    assert not frame["overridden"].any()


def test_routine_work_is_automatable_and_human_work_is_not() -> None:
    frame = scored([*ROUTINE, *HUMAN]).set_index("task")
    assert frame.loc[ROUTINE, "automatability"].min() > 50
    assert frame.loc[HUMAN, "automatability"].max() < 25


@pytest.mark.parametrize("text", NO_TASKS)
def test_what_matches_nothing_known_is_uncertain_and_never_automatable(text: str) -> None:
    row = scored([text]).iloc[0]
    assert 35 <= row["automatability"] <= 65
    assert row["automatability_high"] - row["automatability_low"] >= 80
    assert row["confidence"] < 0.35
    assert row["solution"] == "none"
    assert row["reasons"] == "unfamiliar"


def test_a_stated_frequency_outweighs_the_text() -> None:
    text = "Send the weekly report"
    frame = scored([text, text, text], occurrences_per_week=[0.02, float("nan"), 50.0])
    seldom, unstated, often = frame["repetitiveness"]
    assert seldom < 35 < often
    assert seldom < unstated < often
    assert "frequency_stated" in frame["reasons"][0]
    assert "frequency_stated" not in frame["reasons"][1]


def test_a_row_has_the_same_scores_alone_and_among_others() -> None:
    alone = scored([ROUTINE[0]]).iloc[0]
    among = scored([*HUMAN, ROUTINE[0], *NO_TASKS]).iloc[len(HUMAN)]
    pd.testing.assert_series_equal(alone, among, check_names=False)


def test_the_inventory_keeps_its_rows_index_and_columns() -> None:
    inventory = pd.DataFrame({"task": ROUTINE, "role": ["a", "b", "c"]}, index=[7, 3, 5])
    frame = score_tasks(inventory)
    pd.testing.assert_frame_equal(frame[["task", "role"]], inventory)


def test_an_empty_inventory_gives_an_empty_frame_with_all_columns() -> None:
    assert list(scored([]).columns) == list(scored(ROUTINE).columns)


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_scored(text: str) -> None:
    row = load_scorer().score(pd.DataFrame({"task": [text]})).iloc[0]
    assert 0 <= row["automatability_low"] <= row["automatability"] <= row["automatability_high"] <= 100


def test_the_scorer_is_loaded_once(scorer: Scorer) -> None:
    assert load_scorer() is scorer


def test_what_the_user_states_stands_for_what_the_text_says_of_the_frequency(scorer: Scorer) -> None:
    text = "Every day, key in yesterday's sales"
    tasks = pd.DataFrame({"task": [text] * 3, "occurrences_per_week": [1 / 52, 5.0, 0.0]})
    yearly, daily, nothing = score_tasks(tasks, scorer).to_dict("records")
    assert yearly["repetitiveness"] < daily["repetitiveness"] - 30.0
    assert "frequency_high" not in yearly["reasons"]
    assert yearly["reasons"].endswith("frequency_stated")
    assert "frequency_stated" not in nothing["reasons"]
