"""Overrides read against the shipped model, and carried over to like tasks of a list."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import analyzer
from analyzer.errors import UsageError
from analyzer.i18n import LANGUAGES
from analyzer.labels import label
from analyzer.scoring import Scorer, apply_override, learn_from_overrides, score_tasks
from analyzer.scoring.reasons import CORRECTED_ALIKE

SET = "Saisir les factures fournisseurs"
LIKE = ["Saisie des factures fournisseurs", "saisir les factures fournisseurs."]
OTHER = ["Mener les entretiens annuels", "Réparer la toiture", "Repair the roof", "asdf qsdf"]


@pytest.fixture(scope="module")
def scores(scorer: Scorer) -> pd.DataFrame:
    scored = score_tasks(pd.DataFrame({"task": [SET, *LIKE, *OTHER]}), scorer)
    return apply_override(scored, scored["task"] == SET, "automatability", _other_end(scored))


def _other_end(scores: pd.DataFrame) -> float:
    """Return the end of the scale that the model does not see the task at."""
    return 0.0 if scores["automatability"].iloc[0] >= 50 else 100.0


def overrides(scores: pd.DataFrame, **columns: object) -> pd.DataFrame:
    return pd.DataFrame(
        {"task": [SET], "field": ["automatability"], "value": [scores["automatability"].iloc[0]]}
    ).assign(**columns)


def test_the_same_work_in_other_words_follows_and_other_work_does_not(scores: pd.DataFrame) -> None:
    learned = learn_from_overrides(scores, overrides(scores))
    assert sorted(learned.changes["task"]) == sorted(LIKE)
    before, now = (frame.set_index("task")["automatability"] for frame in (scores, learned.scores))
    for task in LIKE:
        assert abs(now[task] - scores["automatability"].iloc[0]) < abs(before[task] - scores["automatability"].iloc[0])
    same = scores["task"].isin([SET, *OTHER])
    pd.testing.assert_frame_equal(learned.scores[same], scores[same])


def test_a_score_says_that_it_was_moved_in_both_languages(scores: pd.DataFrame) -> None:
    learned = learn_from_overrides(scores, overrides(scores)).scores
    moved = learned["reasons"].str.split(";").map(lambda codes: CORRECTED_ALIKE in codes)
    assert learned.loc[moved, "task"].tolist() == LIKE
    assert len({label("reason", CORRECTED_ALIKE, language) for language in LANGUAGES}) == len(LANGUAGES)


def test_without_overrides_everything_is_exactly_as_before(scores: pd.DataFrame) -> None:
    none = overrides(scores).iloc[:0]
    learned = learn_from_overrides(scores, none)
    pd.testing.assert_frame_equal(learned.scores, scores)
    assert learned.changes.empty


def test_an_override_left_out_is_as_if_it_had_never_been_made(scores: pd.DataFrame) -> None:
    one = overrides(scores, override="a")
    other = pd.DataFrame(
        {"task": ["Réparer les toitures"], "field": ["assistance"], "value": [100.0], "override": ["b"]}
    )
    both = learn_from_overrides(scores, pd.concat([one, other], ignore_index=True))
    pd.testing.assert_frame_equal(
        learn_from_overrides(scores, one).changes.query("field == 'automatability'"),
        both.changes.query("field == 'automatability'").reset_index(drop=True),
    )
    assert set(both.changes.loc[both.changes["task"].isin(LIKE), "because"]) == {"a"}


def test_the_rows_may_stand_in_any_order(scores: pd.DataFrame) -> None:
    turned = scores.iloc[::-1]
    straight = learn_from_overrides(scores, overrides(scores)).scores
    pd.testing.assert_frame_equal(learn_from_overrides(turned, overrides(scores)).scores.sort_index(), straight)


def test_whose_name_stands_in_a_task_makes_no_difference(scorer: Scorer) -> None:
    called = ["Rappeler Mme Benali pour sa facture", "Rappeler M. Dupont pour sa facture"]
    scored = score_tasks(pd.DataFrame({"task": called}), scorer)
    own = apply_override(scored, scored["task"] == called[0], "automatability", _other_end(scored))
    learned = learn_from_overrides(own, overrides(own).assign(task=called[0]), scorer)
    alone = learn_from_overrides(scored, overrides(own).assign(task=called[0]), scorer)
    assert learned.scores["automatability"].iloc[1] == alone.scores["automatability"].iloc[0]


def test_the_frequency_of_the_overridden_task_is_part_of_what_the_model_said(scorer: Scorer) -> None:
    scored = score_tasks(pd.DataFrame({"task": LIKE}), scorer)
    yearly = score_tasks(pd.DataFrame({"task": [LIKE[0]], "occurrences_per_week": [0.02]}), scorer)
    agrees = pd.DataFrame(
        {
            "task": [LIKE[0]],
            "field": ["repetitiveness"],
            "value": yearly["repetitiveness"],
            "occurrences_per_week": 0.02,
        }
    )
    assert learn_from_overrides(scored, agrees, scorer).changes.empty
    without = agrees.drop(columns="occurrences_per_week")
    assert set(learn_from_overrides(scored, without, scorer).changes["field"]) == {"repetitiveness"}


def test_a_lane_that_someone_chose_teaches_no_score(scores: pd.DataFrame) -> None:
    lane = pd.DataFrame({"task": [SET], "field": ["lane"], "value": ["keep_human"]})
    assert analyzer.learn_from_overrides(scores, lane).changes.empty


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda frame: frame.drop(columns="value"), "no column “value”"),
        (lambda frame: frame.assign(value=101), "from 0 to 100"),
        (lambda frame: frame.assign(value=np.nan), "from 0 to 100"),
        (lambda frame: frame.assign(value="much"), "from 0 to 100"),
    ],
)
def test_overrides_without_sense_are_refused(scores: pd.DataFrame, change: object, sentence: str) -> None:
    assert callable(change)
    with pytest.raises(UsageError, match=sentence):
        learn_from_overrides(scores, change(overrides(scores)))
