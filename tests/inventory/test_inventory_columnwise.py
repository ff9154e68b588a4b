"""Long columns are worked on by number: equal values have equal numbers, and rows are gathered by them in order."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.inventory.columnwise import codes_of, gathered, numbered, texts_at


def test_rows_with_the_same_values_have_the_same_code() -> None:
    owners = pd.DataFrame({"role": ["Aide", "Chef", "Aide", None, "Aide"], "team": ["Nord", "Nord", "Nord", "", None]})
    assert codes_of(owners).tolist() == [0, 1, 0, 2, 3]
    assert codes_of(owners.iloc[:0]).tolist() == []


def test_rows_are_gathered_by_code_in_their_order() -> None:
    places = np.array([10, 20, 30, 40])
    assert [found.tolist() for found in gathered(np.array([0, 1, 0, 1]), places)] == [[10, 30], [20, 40]]
    assert list(gathered(np.array([], dtype="int64"), np.array([], dtype="int64"))) == []


def test_a_value_that_comes_again_is_asked_about_once() -> None:
    asked: list[object] = []

    def lengths(value: object) -> tuple[int, ...]:
        asked.append(value)
        return (len(str(value or "")), 1)

    assert numbered(pd.Series(["ab", "c", "ab"]), lengths).tolist() == [[2, 1], [1, 1], [2, 1]]
    assert asked == [None, "ab", "c"], "None says how many numbers there are"


def test_texts_are_taken_by_position_and_none_is_no_text() -> None:
    assert texts_at(pd.Series(["a", None, "c"], dtype="str", index=[7, 8, 9]), [2, 1]) == ["c", ""]
