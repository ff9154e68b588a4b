"""Long columns worked on without a second copy of them, and rows gathered by number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pandas as pd

from analyzer.inventory.grids import MOST_KEPT

_ROWS_AT_ONCE = 10_000


def one_by_one(values: pd.Series) -> Iterator[object]:
    """Yield the values of a long column without a second copy of it."""
    for start in range(0, len(values), _ROWS_AT_ONCE):
        yield from values.iloc[start : start + _ROWS_AT_ONCE].tolist()


def numbered(values: pd.Series, numbers_of: Callable[[object], tuple[int, ...]]) -> np.ndarray:
    """Return the numbers that a function gives for each value, one row a value; it is asked once for most of them.

    :param values: a column.
    :param numbers_of: gives as many numbers for each value.
    """
    known: dict[object, tuple[int, ...]] = {}
    found = np.zeros((len(values), len(numbers_of(None))), dtype="int64")
    for start in range(0, len(values), _ROWS_AT_ONCE):
        part = []
        for value in values.iloc[start : start + _ROWS_AT_ONCE].tolist():
            numbers = known.get(value)
            if numbers is None:
                numbers = numbers_of(value)
                if len(known) < MOST_KEPT:
                    known[value] = numbers
            part.append(numbers)
        found[start : start + len(part)] = part  # all at once: row by row it takes as long as the numbers themselves
    return found


def texts_at(values: pd.Series, places: Sequence[int]) -> list[str]:
    """Return the texts of a column at some positions, "" for none."""
    found: list[str] = values.take(np.asarray(places, dtype="int64")).fillna("").tolist()
    return found


def codes_of(values: pd.DataFrame) -> np.ndarray:
    """Return a number for each row, from 0 in the order of the rows, the same for rows with the same values.

    None and "" are the same.
    """
    codes = np.zeros(len(values), dtype="int64")
    for name in values.columns:
        column = values[name]
        own, different = pd.factorize(column if pd.api.types.is_numeric_dtype(column) else column.fillna(""))
        codes = pd.factorize(codes * max(len(different), 1) + own)[0]
    return codes


def gathered(codes: np.ndarray, places: np.ndarray) -> Iterator[np.ndarray]:
    """Yield the places that have one code, ascending, for each code in turn.

    :param codes: a code for each place, from 0 without gaps.
    :param places: ascending.
    """
    order = np.argsort(codes, kind="stable")
    ends = np.cumsum(np.bincount(codes)) if len(codes) else np.array([], dtype="int64")
    begin = 0
    for end in ends.tolist():
        yield places[order[begin:end]]
        begin = end
