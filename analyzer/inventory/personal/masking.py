"""Masks the personal data in the cells of a file, before anything else is done with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from analyzer.inventory.columns import ColumnMatch, columns_of
from analyzer.inventory.deadline import check_time
from analyzer.inventory.delimited import ROWS_BETWEEN_CHECKS
from analyzer.inventory.grids import MOST_KEPT, Cell, Grid, as_text
from analyzer.inventory.language import detect_language
from analyzer.inventory.personal.detector import find_personal_data
from analyzer.inventory.personal.kinds import LABEL, PERSON, label, label_kind
from analyzer.inventory.personal.lexicon import folded, lexicon
from analyzer.inventory.problems import Problem
from analyzer.inventory.table import Table

MOST_KNOWN = 5_000
"""Different words of the column of persons that are remembered as names."""

_LONG_NUMBER = 10**11
"""Numbers from which on a cell can hold a social security number that the spreadsheet took for a number."""

_NAME_WORD = re.compile(r"[^\W\d_]{4,}")


_Masked = tuple[str, Counter[str] | None]
"""A text with labels in it, and how much of each kind it holds."""


class Masker:
    """Masks texts; the same value has the same label as long as one masker is used, which is for one file.

    :param language: of the labels, "en" or "fr".
    :param known: folded names that are surely persons'.
    :param keep: find and count, but leave the texts as they are.
    """

    def __init__(self, language: str, known: Collection[str] = (), *, keep: bool = False) -> None:
        self.language = language
        self.known = frozenset(known)
        self.keep = keep
        self.masked = 0
        """Values that were masked so far."""
        self._numbers: dict[tuple[str, str], int] = {}
        self._last: Counter[str] = Counter()
        self._done: tuple[dict[str, _Masked], dict[str, _Masked]] = ({}, {})

    def reserve(self, text: str) -> None:
        """Note the labels that stand in a text already, so that no new one is the same."""
        for match in LABEL.finditer(text):
            kind = label_kind(match)
            self._last[kind] = max(self._last[kind], int(match["number"]))

    def mask(self, text: str, *, names: bool = True) -> _Masked:
        """Return a text with labels in the place of personal data, and how much of each kind it holds, None if none.

        :param text: one cell.
        :param names: whether names of persons are masked too.
        """
        known = self._done[names]
        done = known.get(text)
        if done is None:
            done = self._masked(text, names)
            if len(known) < MOST_KEPT:
                known[text] = done
        return done

    def _masked(self, text: str, names: bool) -> _Masked:
        found = [one for one in find_personal_data(text, self.known) if names or one.kind != PERSON]
        if not found and "[" not in text:
            return text, None
        counts = Counter(finding.kind for finding in found)
        counts.update(label_kind(match) for match in LABEL.finditer(text))
        if not found or self.keep:
            return text, counts or None
        pieces, end = [], 0
        for finding in found:
            pieces += [text[end : finding.start], self._label(finding.kind, finding.key)]
            end = finding.end
        self.masked += len(found)
        return "".join([*pieces, text[end:]]), counts

    def _label(self, kind: str, key: str) -> str:
        number = self._numbers.get((kind, key))
        if number is None:
            self._last[kind] += 1
            number = self._numbers[kind, key] = self._last[kind]
        return label(kind, number, self.language)


def mask_personal_data(grids: Iterable[Grid], tables: Sequence[Table], *, keep: bool) -> tuple[list[Problem], bool]:
    """Mask all sheets of a file in place, headers and names in columns of persons left out, and say what was found.

    The column of persons is for itself: it is optional, and its names are shown nowhere unless asked. They help to find
    the same names in the texts.

    :param grids: all sheets, those that are not read included.
    :param tables: the sheets that are read, columns known and rows not read yet.
    :param keep: leave everything as it is written, on the user's word.
    :returns: a problem for each row and kind of the sheets read; whether anything was changed.
    """
    grids = list(grids)
    of_grid = {id(table.grid): table for table in tables}
    texts = (cell for table in tables for row in table.grid.rows[:200] for cell in row if isinstance(cell, str))
    masker = Masker(detect_language(texts), _known_names(tables), keep=keep)
    for grid in grids:
        for row in grid.rows:
            for cell in row:
                if isinstance(cell, str) and "[" in cell:
                    masker.reserve(cell)
    problems: list[Problem] = []
    for grid in grids:
        table = of_grid.get(id(grid))
        found = _mask_grid(grid, table, masker)
        if table is not None:
            code = "personal_data_kept" if keep else "personal_data"
            problems += [
                Problem(code, grid.first_row + index, grid.sheet, {"kind": kind, "count": count})
                for index, counts in found
                for kind, count in sorted(counts.items())
            ]
    return problems, masker.masked > 0


def _mask_grid(grid: Grid, table: Table | None, masker: Masker) -> list[tuple[int, Counter[str]]]:
    """Mask one sheet in place; returns the rows that hold personal data with the counts by kind."""
    header = range(table.header.index, table.header.last + 1) if table and table.header.index >= 0 else range(0)
    persons = {match.position for match in _person_columns(table)}
    found: list[tuple[int, Counter[str]]] = []
    for index, row in enumerate(grid.rows):
        if index % ROWS_BETWEEN_CHECKS == 0:
            check_time(index / len(grid.rows))
        if index in header:
            continue
        in_row: Counter[str] | None = None
        for place, cell in enumerate(row):
            if isinstance(cell, str):
                if not cell:
                    continue
                text = cell
            elif _is_long_number(cell):
                text = as_text(cell)
            else:
                continue
            masked, counts = masker.mask(text, names=place not in persons)
            if counts is not None:
                in_row = counts if in_row is None else in_row + counts
                if masked != text:
                    row[place] = masked
        if in_row:
            found.append((index, in_row))
    return found


def _is_long_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) >= _LONG_NUMBER


def _person_columns(table: Table | None) -> list[ColumnMatch]:
    return columns_of(table.matches, "person") if table is not None else []


def _known_names(tables: Sequence[Table]) -> set[str]:
    """Return the words of the columns of persons, folded, without those that say what somebody is."""
    no_name = lexicon().around["stop"] | lexicon().around["function"]
    known: set[str] = set()
    for table in tables:
        places = [match.position for match in _person_columns(table)]
        for row in table.grid.rows[table.header.last + 1 :] if places else []:
            for place in places:
                if place < len(row) and isinstance(row[place], str) and len(known) < MOST_KNOWN:
                    words = _NAME_WORD.findall(str(row[place]))
                    known.update(low for low in map(folded, words) if low not in no_name)
    return known
