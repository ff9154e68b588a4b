"""A person's decision wins over the model's reading."""

import pandas as pd
import pytest

from analyzer.errors import UsageError
from analyzer.scoring import apply_override, check_override, score_tasks


@pytest.fixture(scope="module")
def scores() -> pd.DataFrame:
    return score_tasks(pd.DataFrame({"task": ["Saisir les factures", "Former un apprenti"]}))


def test_automatability_set_by_a_person_is_certain(scores: pd.DataFrame) -> None:
    changed = apply_override(scores, scores["task"] == "Saisir les factures", "automatability", 30)
    row = changed.iloc[0]
    assert row[["automatability_low", "automatability", "automatability_high"]].tolist() == [30, 30, 30]
    assert (row["level"], row["probability_t1"], row["confidence"], row["overridden"]) == ("T1", 1.0, 1.0, True)
    pd.testing.assert_series_equal(changed.iloc[1], scores.iloc[1])


def test_the_frame_given_is_not_changed(scores: pd.DataFrame) -> None:
    before = scores.copy()
    apply_override(scores, scores["task"].notna(), "repetitiveness", 90)
    pd.testing.assert_frame_equal(scores, before)


@pytest.mark.parametrize(
    ("field", "value", "reason", "sentence"),
    [
        ("minutes_per_week", 50, "because", "cannot be overridden"),
        ("automatability", 101, "because", "from 0 to 100"),
        ("automatability", float("nan"), "because", "from 0 to 100"),
        ("repetitiveness", 50, "  ", "only with a reason"),
    ],
)
def test_an_override_without_sense_or_reason_is_refused(field: str, value: float, reason: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        check_override(field, value, reason)


@pytest.mark.parametrize(("field", "value"), [("lane", 50), ("automatability", 900), ("assistance", float("nan"))])
def test_a_score_that_cannot_be_is_not_put_in_place(field: str, value: float) -> None:
    scores = pd.DataFrame({"task": ["Saisir les factures"], "automatability": [60.0], "assistance": [50.0]})
    with pytest.raises(UsageError):
        apply_override(scores, scores["task"].notna(), field, value)
    assert scores["automatability"].tolist() == [60.0]
