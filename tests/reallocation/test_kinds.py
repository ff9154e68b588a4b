"""The map of work worth more: how much of each kind a task is, and how a team's ranking outweighs it."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.errors import UsageError
from analyzer.reallocation import HIGHER_KINDS, KINDS, Ranking, place_on_map
from analyzer.reallocation.activity_map import activity_map
from analyzer.reallocation.kinds import MODEL_FILE, ROUTINE, features
from analyzer.scoring.vocabulary import ACTIVITIES


def scores(**changes: object) -> pd.DataFrame:
    """Return the scores of one task: keying of data, unless said otherwise."""
    usual: dict[str, object] = {
        "automatability": 90.0,
        "assistance": 20.0,
        "physical": 0.0,
        "interpersonal": 5.0,
        "repetitiveness": 90.0,
        "flags": "",
        "activity": "Processing Information",
    }
    return pd.DataFrame([{**usual, **changes}])


def test_keying_is_routine_and_coaching_is_developing_people() -> None:
    keying = place_on_map(scores()).iloc[0]
    assert keying["kind"] == ROUTINE and keying["value"] < 0.1
    coaching = scores(
        automatability=5.0, interpersonal=95.0, repetitiveness=20.0, activity="Training and Teaching Others"
    )
    placed = place_on_map(coaching).iloc[0]
    assert placed["kind"] == "developing" and placed["value"] > 0.8


def test_what_can_only_be_called_ordinary_is_learning_where_the_activity_says_so() -> None:
    reading = place_on_map(scores(activity="Updating and Using Relevant Knowledge")).iloc[0]
    assert reading[ROUTINE] == 0.0 and reading["learning"] > 0.0


def test_a_correction_of_a_score_moves_the_place_on_the_map() -> None:
    before = place_on_map(scores(activity="Thinking Creatively")).iloc[0]
    after = place_on_map(scores(activity="Thinking Creatively", automatability=5.0, repetitiveness=5.0)).iloc[0]
    assert after["value"] > before["value"] + 0.2


def test_the_rank_of_a_kind_outweighs_the_map() -> None:
    """Relations ranked 1 of 5: a fifth of the weight of relations counts, all other kinds in full."""
    visit = scores(automatability=5.0, interpersonal=95.0, activity="Selling or Influencing Others")
    plain, ranked = place_on_map(visit).iloc[0], place_on_map(visit, Ranking(kinds={"relations": 1})).iloc[0]
    assert ranked["value"] == pytest.approx(plain["value"] - 0.8 * plain["relations"])


def test_the_rank_of_an_activity_stands_for_the_value() -> None:
    """Rank 3 of 5 is a value of 0.6, whatever the model says."""
    placed = place_on_map(scores(), Ranking(activities={"Processing Information": 3}))
    assert placed["value"].iloc[0] == pytest.approx(0.6)


def test_a_rank_outside_0_to_5_is_refused() -> None:
    with pytest.raises(UsageError, match="The rank 7 of “relations” is not between 0 and 5"):
        Ranking(kinds={"relations": 7})


def test_a_frame_without_scores_is_refused() -> None:
    with pytest.raises(UsageError, match="no column “automatability”"):
        place_on_map(pd.DataFrame({"task": ["Sort the mail"]}))


def test_an_empty_list_has_no_place_and_no_error() -> None:
    placed = place_on_map(scores().iloc[:0])
    assert placed.empty and [*KINDS, ROUTINE, "value", "kind"] == list(placed.columns)


@settings(deadline=None)
@given(
    st.lists(st.tuples(*(st.floats(0, 100) for _ in range(5)), st.sampled_from(ACTIVITIES)), min_size=1, max_size=8),
    st.dictionaries(st.sampled_from(KINDS), st.floats(0, 5)),
)
def test_weights_add_to_one_and_values_stay_between_0_and_1(
    tasks: list[tuple[float, float, float, float, float, str]], ranks: dict[str, float]
) -> None:
    names = ["automatability", "assistance", "physical", "interpersonal", "repetitiveness", "activity"]
    placed = place_on_map(pd.DataFrame(tasks, columns=names).assign(flags="money"), Ranking(kinds=ranks))
    assert np.allclose(placed[[*KINDS, ROUTINE]].sum(axis=1), 1.0)
    assert placed["value"].between(0.0, 1.0).all()
    assert (placed["relief"] == 0.0).all(), "no task of a list is relief"


def test_the_shipped_model_reads_the_features_of_this_version() -> None:
    table = pd.read_csv(MODEL_FILE, comment="#", index_col="feature")
    assert set(table.index) == set(features(scores()).columns)
    assert set(table.columns) == {*HIGHER_KINDS, ROUTINE}


def test_the_shipped_model_says_how_good_it_is_on_functions_it_never_saw() -> None:
    """Of two held-out tasks, one worth more and one not, the map puts the right one first in 9 of 10 cases or more."""
    said = dict(re.findall(r"^# ([^:]+): ([\d.]+)$", MODEL_FILE.read_text(encoding="utf-8"), re.M))
    assert float(said["worth more or routine, area under the curve"]) >= 0.9
    assert float(said["kind or routine right"]) > float(said["always routine right"]) + 0.1


def test_each_of_the_37_activities_has_a_place_with_its_reason() -> None:
    table = activity_map()
    assert sorted(table["activity"]) == sorted(ACTIVITIES)
    assert set(table["kind"]) <= {*KINDS, ROUTINE}
    assert (table["reason_fr"].str.len() > 15).all() and (table["reason_en"].str.len() > 15).all()
    assert table["share"].between(0, 1).all()


def test_what_raters_held_for_worth_more_agrees_with_the_table() -> None:
    """Activities that the table calls routine have a lower share of tasks worth more than the others, on average."""
    shares = activity_map().groupby(activity_map()["kind"] == ROUTINE)["share"].mean()
    assert shares[False] > shares[True] + 0.25


def test_a_team_ranks_an_activity() -> None:
    table = activity_map(Ranking(activities={"Processing Information": 5})).set_index("activity")
    assert table.loc["Processing Information", "value"] == 1.0
    assert bool(table.loc["Processing Information", "ranked"]) and not bool(table.loc["Getting Information", "ranked"])
