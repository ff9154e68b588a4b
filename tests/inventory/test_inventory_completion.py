"""A frame after a user's edit: times worked out again, sentences kept, dropped or said in another language."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inventory_samples import read

from analyzer.inventory import complete_frame

FILE = """\
Tâche;Poste;Fréquence;Durée;h/sem
Saisie des factures;Comptable;ponctuel;30 min;
Relance;Comptable;bimensuel;environ 2h;
Archivage;Comptable;;;1,5
Archivage;Comptable;hebdo;;
"""


def frame_of(language: str = "fr") -> pd.DataFrame:
    return read(FILE, language=language).frame


def test_nothing_changes_where_nothing_was_edited() -> None:
    frame = frame_of()
    pd.testing.assert_frame_equal(complete_frame(frame, "fr"), frame)


def test_a_value_filled_in_gives_the_time_and_takes_the_sentence_away() -> None:
    frame = frame_of()
    assert "ne donne pas de nombre" in frame["issues"].iloc[0]
    frame.loc[0, "occurrences_per_week"] = 2
    completed = complete_frame(frame, "fr")
    assert completed["minutes_per_week"].iloc[0] == 60
    assert completed["issues"].iloc[0] == ""


def test_how_a_cell_was_read_is_still_said_after_another_edit() -> None:
    frame = frame_of()
    frame.loc[1, "minutes_per_occurrence"] = 60
    completed = complete_frame(frame, "fr")
    assert completed["minutes_per_week"].iloc[1] == pytest.approx(2 * 12 / 52 * 60)
    assert "« bimensuel » a été lu" in completed["issues"].iloc[1].replace("\u00a0", " ")


def test_a_reading_that_was_overwritten_is_no_longer_said_where_the_edit_is_known() -> None:
    frame = frame_of()
    frame.loc[1, "occurrences_per_week"] = 1
    assert "bimensuel" in complete_frame(frame, "fr")["issues"].iloc[1]
    known = frame.assign(edited=["", "notes;occurrences_per_week", "", ""])
    assert complete_frame(known, "fr")["issues"].iloc[1] == ""


def test_a_time_that_the_file_states_is_kept() -> None:
    assert complete_frame(frame_of(), "fr")["minutes_per_week"].iloc[2] == 90


def test_a_value_taken_out_takes_its_time_out() -> None:
    frame = frame_of().assign(edited=["", "minutes_per_occurrence", "", ""])
    frame.loc[1, "minutes_per_occurrence"] = np.nan
    completed = complete_frame(frame, "en")
    assert np.isnan(completed["minutes_per_week"].iloc[1])
    assert "How long is not said" in completed["issues"].iloc[1]


def test_the_sentences_change_their_language() -> None:
    in_english = complete_frame(frame_of("fr"), "en")
    pd.testing.assert_frame_equal(in_english, frame_of("en"))


def test_a_sentence_of_somebody_else_is_kept() -> None:
    frame = frame_of()
    frame.loc[0, "issues"] = "à demander à Paul; " + frame["issues"].iloc[0]
    said = complete_frame(frame, "en")["issues"].iloc[0]
    assert said.startswith("à demander à Paul; “ponctuel” gives no number")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("task", "", "No task is named"),
        ("task", "???", "has no words"),
        ("minutes_per_occurrence", -5.0, "zero or less"),
        ("headcount", 0.0, "zero or less"),
        ("minutes_per_occurrence", 50_000.0, " a week and person"),
    ],
)
def test_an_edit_that_cannot_be_is_told(field: str, value: object, words: str) -> None:
    frame = frame_of()
    frame.loc[1, field] = value
    assert words in complete_frame(frame, "en")["issues"].iloc[1]


def test_duplicates_are_found_anew() -> None:
    frame = frame_of()
    assert "row 4" in complete_frame(frame, "en")["issues"].iloc[3]
    frame.loc[3, "task"] = "Archivage annuel"
    assert "row 4" not in complete_frame(frame, "en")["issues"].iloc[3]


def test_the_frame_given_is_not_changed_and_other_columns_are_kept() -> None:
    frame = frame_of().assign(row_id=list("abcd"))
    untouched = frame.copy()
    frame_completed = complete_frame(frame, "en")
    pd.testing.assert_frame_equal(frame, untouched)
    assert frame_completed["row_id"].tolist() == list("abcd")


def test_an_empty_frame_stays_empty() -> None:
    assert complete_frame(frame_of().head(0), "fr").empty


NUMBERS = st.floats(0.01, 100, allow_nan=False)


@given(NUMBERS, NUMBERS, st.floats(0.5, 10))
def test_the_time_per_week_is_the_product(often: float, long: float, people: float) -> None:
    frame = frame_of().head(1).copy()
    frame[["occurrences_per_week", "minutes_per_occurrence", "headcount"]] = [often, long, people]
    minutes = complete_frame(frame, "en")["minutes_per_week"].iloc[0]
    assert minutes == pytest.approx(often * long * people) or (often * long > 7200 and np.isnan(minutes))
