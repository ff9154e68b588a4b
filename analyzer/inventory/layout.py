"""Which rows of a grid are tasks, and what the others are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from analyzer.inventory.columnmatch import ColumnMatch, column_of
from analyzer.inventory.fields import IGNORE, TIME_FIELDS, plain
from analyzer.inventory.frequencies import read_frequency
from analyzer.inventory.grids import Cell, Grid, as_text
from analyzer.inventory.headerline import Header
from analyzer.inventory.headers import LONGEST_HEADER
from analyzer.inventory.roleheaders import names_role
from analyzer.inventory.sections import is_rate
from analyzer.inventory.text import alternatives, fold
from analyzer.inventory.worktime import WorkTime

_TOTAL_WORD = r"(?:(?:sous[- ]?|s/)?tota(?:l|ux)|grand total|sub[- ]?totals?)"
_TOTAL = re.compile(_TOTAL_WORD + r"\b")
_SUBTOTAL = re.compile(r"(?:sous[- ]?|s/|sub[- ]?)tota")
_OF_WHAT = alternatives(
    """general generale global equipe service heures? hours? h minutes? min temps time semaine week hebdo mois month
    team department all etp fte par per de du des d la le of the pour for taches tasks"""
)
_AMOUNT = (
    r"(?:(?:environ|env\.?|ca\.?|approx\.?|about|around|~)\s*)?\d[\d\s.,]*"
    r"(?:h|heures?|hours?|hrs?|min|mn|minutes?|j|jours?|days?|etp|ftes?|%|taches?|tasks?|lignes?|rows?)?(?:\s*\d{1,2})?"
    r"(?:\s*(?:/|par|per|a)\s*(?:semaine|sem|week|mois|month|jour|day|an|year)s?)?"
)
_SUM_WORD = rf"(?:{_TOTAL_WORD}|somme|sum|moyenne|average|cumul|ensemble)"
_TOTAL_ALONE = re.compile(rf"{_SUM_WORD}(?: (?:{_OF_WHAT}))*\s*[:=]?\s*(?:{_AMOUNT})?")
_COUNT_OF_TASKS = re.compile(
    r"(?:soit |ie |i\.e\. )?\d+ (?:taches?|tasks?|lignes?|rows?|activites?|activities|items?)"
    r"(?: (?:au total|en tout|in total|in all|listed|listees))?"
)
""" "60 tâches": what is counted at the foot of a list is no task."""

_AMOUNT_ONLY = re.compile(rf"(?:soit |ie |i\.e\. )?{_AMOUNT}")
_WORK_TIME = WorkTime()

_TOTAL_BEGINS = frozenset("acegimst0123456789")
"""First letters and digits of the above: looked at first, for nearly every row is none."""
_LONGEST_TOTAL = 60
"""Letters of a cell up to which it may be a total; judgement: they are short."""

_NOTE_WORDS = alternatives(
    r"""notes? nota nb n\.b\. remarques? ps p\.s\. sources? legende legend key attention rappel merci please thanks
    updated version confidentiel confidential"""
)
_NOTE_PHRASES = "fait le|mis a jour|mise a jour|maj le|last updated?|rempli par|filled in by|prepared by|etabli par"
_NOTE = re.compile(rf"(?:{_NOTE_WORDS}|{_NOTE_PHRASES})(?:\b|(?<=\.))\s*[:,.-]?|\*+ ?(?=[a-z(])")

_LIST_TITLE = re.compile(r"(?:mes|my|nos|our|les|the)?\s*(?:taches|tasks|to[- ]?do|activites|activities|liste|list)\b")

_SECTION = re.compile(
    r"(?:service|equipe|pole|departement)\b\s*(?:[:n°#-]|\d|[a-z])"
    r"|(?:direction|department|dept|team|section|poste|role|job|fonction|domaine|partie|rubrique)\s*(?::|n°|\d)"
)
"""A heading between tasks that says what it is."""


def is_total(cell: str) -> bool:
    """Say whether a text begins like a total: the foot of a column of persons is nobody."""
    folded = fold(cell) if len(cell) <= _LONGEST_TOTAL and cell[:1].lower() in _TOTAL_BEGINS else ""
    return bool(folded) and (_TOTAL_ALONE.fullmatch(folded) or _TOTAL.match(folded)) is not None


def label_rows(grid: Grid, header: Header, matches: Sequence[ColumnMatch]) -> list[str | None]:
    """Return for each row of the grid None if it is a task, "header", or why it is none (a code of ``NOT_A_TASK``).

    :param grid: one sheet or text file.
    :param header: where its header stands.
    :param matches: its columns; one of them holds the task.
    """
    task = column_of(matches, "task")
    if task is None:
        return ["no_task" if any(cell != "" for cell in row) else "blank" for row in grid.rows]
    labels: list[str | None] = []
    labeller = _Labeller(grid, header, matches, task.position)
    for index, row in enumerate(grid.rows):
        if header.index <= index <= header.last and header.index >= 0:
            labels.append("header")
        elif row.count("") == len(row):
            labels.append("blank")
        elif index in grid.again:
            labels.append("event_again")
        elif index < header.index:
            labels.append("banner")
        else:
            labels.append(labeller.label(index, row))
    labeller.label_notes_below(labels)
    _label_titles(labels, grid)
    _label_first_heading(labels, grid, header)
    if column_of(matches, "role") is None and column_of(matches, "team") is None:
        labeller.label_roles_between(labels)
    labeller.revise_sections(labels)
    return labels


def _label_titles(labels: list[str | None], grid: Grid) -> None:
    """Label the only text of a line right above a header that comes again as a heading: the title of a further table.

    One whose line has nothing else, below a blank line: a list that is printed page by page has no such gap.
    """
    for index, (before, above, below) in enumerate(zip(labels, labels[1:], labels[2:], strict=False), 1):
        if (before, above, below) == ("blank", None, "repeated_header") and sum(map(bool, grid.rows[index])) == 1:
            labels[index] = "section"


def _label_first_heading(labels: list[str | None], grid: Grid, header: Header) -> None:
    """Label the text right above the header as a heading where later headings stand above the header once more."""
    told = [label for label in labels if label != "blank"]
    if not any(pair == ("section", "repeated_header") for pair in pairwise(told)):
        return
    above = header.index - 1
    if above >= 0 and sum(cell != "" for cell in grid.rows[above]) == 1:
        labels[above] = "section"


class _Labeller:
    """Labels the rows below a header."""

    def __init__(self, grid: Grid, header: Header, matches: Sequence[ColumnMatch], task: int) -> None:
        self.grid = grid
        self.task = task
        self.headers = {match.position: plain(match.header) for match in matches if match.field != IGNORE}
        self.timed = [match.position for match in matches if match.field in TIME_FIELDS]
        self.is_table = len(self.headers) > 1
        body = grid.rows[header.last + 1 :]
        tasks = [row[task] for row in body[:500] if task < len(row) and isinstance(row[task], str) and row[task]]
        self.mostly_upper = sum(str(text).isupper() for text in tasks) * 2 > len(tasks)
        self.spanned = {span[0][0] for span in grid.merged if span[1][1] - span[0][1] >= 1 and span[0][0] == span[1][0]}
        self.totals: dict[str, int] = {}
        self.task_header = self.headers.get(task, "")

    def label(self, index: int, row: list[Cell]) -> str | None:
        """Return the label of one row that is not blank."""
        cell = row[self.task] if self.task < len(row) else ""
        filled = len(row) - row.count("")
        if cell == "":
            return self.label_without_task(row, filled)
        ranks = [self.total_rank(other) for other in row]
        if any(ranks) and self.is_total(ranks, row):
            return "total"
        if self.is_header_again(row):
            return "repeated_header"
        if not self.is_table:
            return self.label_in_list(index, cell)
        return "section" if filled == 1 and self.is_section(index, cell) else None

    def label_in_list(self, index: int, cell: Cell) -> str | None:
        """Return "banner" for the title of a list, "section" for a heading in it, else None; what a letter says above
        and below its bullets is no task.
        """
        text = as_text(cell)
        begins, ends = self.grid.listed or (0, len(self.grid.rows))
        if is_rate(text):
            return "section"
        if not text.endswith(":") and not text.startswith("#"):
            return "banner" if index < begins else "note" if index > ends else None
        first = index < begins or not any(any(row) for row in self.grid.rows[:index])
        others = sum(as_text(row[0]).endswith(":") or as_text(row[0]).startswith("#") for row in self.grid.rows if row)
        return "banner" if first and (others == 1 or _LIST_TITLE.match(fold(text).lstrip("# "))) else "section"

    def label_without_task(self, row: list[Cell], filled: int) -> str:
        """Return the label of a row whose task cell is blank and others are not."""
        first = next(other for other in row if other != "")
        if self.total_rank(first):
            return "total"
        words = isinstance(first, str) and any(letter.isalpha() for letter in first)
        return "section" if filled == 1 and words and self.is_table else "no_task"

    def is_total(self, ranks: list[int], row: list[Cell]) -> bool:
        """Say whether a row is a total: its task is nothing but one, or a number behind one, or it begins like a total
        ("Sous-total caisse" even in the column of tasks), or one of its cells is nothing but one ("Anne | |
        Sous-total"), and it does not say how often.

        :param ranks: :meth:`total_rank` of its cells.
        """
        first = next(place for place, cell in enumerate(row) if cell != "")
        if ranks[self.task] == 2 or (ranks[first] == 2 and not any(map(str.isalpha, as_text(row[self.task])))):
            return True
        subtotal = ranks[self.task] > 0 and _SUBTOTAL.match(fold(as_text(row[self.task]))) is not None
        return (ranks[first] > 0 or 2 in ranks or subtotal) and not self.has_frequency(row)

    def total_rank(self, cell: Cell) -> int:
        """Return 2 for a text that is nothing but a total, 1 for one that begins like one ("Total caisse"), else 0."""
        if not isinstance(cell, str) or len(cell) > _LONGEST_TOTAL or cell[:1].lower() not in _TOTAL_BEGINS:
            return 0
        known = self.totals.get(cell)
        if known is None:
            folded = fold(cell)
            known = (
                2
                if _TOTAL_ALONE.fullmatch(folded) or _COUNT_OF_TASKS.fullmatch(folded)
                else 1
                if _TOTAL.match(folded) and len(folded.split()) <= 6
                else 0
            )
            self.totals[cell] = known
        return known

    def has_frequency(self, row: list[Cell]) -> bool:
        """Say whether a time column says how often in words; "environ 280 h / semaine" is what a total comes to."""
        cells = [row[place] for place in self.timed if place < len(row)]
        return any(
            isinstance(cell, str)
            and cell != ""
            and not _AMOUNT_ONLY.fullmatch(fold(cell))
            and read_frequency(cell, _WORK_TIME).status in ("read", "vague")
            for cell in cells
        )

    def is_header_again(self, row: list[Cell]) -> bool:
        """Say whether the cells of the columns in use are their headers."""
        cell = row[self.task]
        if not isinstance(cell, str) or len(cell) > LONGEST_HEADER or fold(cell[:1]) != self.task_header[:1]:
            return False
        cells = [
            (plain(as_text(row[place])), name)
            for place, name in self.headers.items()
            if place < len(row) and row[place] != ""
        ]
        return len(cells) >= min(2, len(self.headers)) and all(
            text and (text == name or name.startswith(f"{text} ")) for text, name in cells
        )

    def is_section(self, index: int, cell: Cell) -> bool:
        """Say whether a single text in the task column is a heading."""
        if not isinstance(cell, str):
            return False
        folded = fold(cell)
        upper = cell.isupper() and sum(letter.isalpha() for letter in cell) >= 3 and not self.mostly_upper
        return (
            index in self.spanned
            or upper
            or folded.endswith(":")
            or is_rate(cell)
            or (_SECTION.match(folded) is not None and len(folded.split()) <= 6)
        )

    def label_notes_below(self, labels: list[str | None]) -> None:
        """Label single texts at the end of a table as notes if they say so or stand below a blank row."""
        if not self.is_table:
            return
        end = len(labels)
        while end > 0 and (labels[end - 1] == "blank" or self.single_text(end - 1, labels) is not None):
            end -= 1
        after_blank = False
        for index in range(end, len(labels)):
            text = self.single_text(index, labels)
            if text is None:
                after_blank = True
            elif after_blank or _NOTE.match(fold(text)):
                labels[index] = "note"

    def single_text(self, index: int, labels: list[str | None]) -> str | None:
        """Return the only text of a row below the header that is a task or heading so far, else None."""
        filled = [cell for cell in self.grid.rows[index] if cell != ""]
        if labels[index] not in (None, "section") or len(filled) != 1 or not isinstance(filled[0], str):
            return None
        return filled[0]

    def label_roles_between(self, labels: list[str | None]) -> None:
        """Label single texts in the task column that name roles or services as headings, where the first task below the
        header is such a text, and rows with more than a text follow each of them.
        """
        tasks = [index for index, label in enumerate(labels) if label is None]
        single = {index for index in tasks if (text := self.single_text(index, labels)) and names_role(text)}
        follows = dict(pairwise(tasks))
        if self.is_table and len(single) > 1 and tasks[0] in single and all(
            follows.get(index) is not None and self.single_text(follows[index], labels) is None for index in single
        ):  # fmt: skip
            for index in single:
                labels[index] = "section"

    def revise_sections(self, labels: list[str | None]) -> None:
        """Take a heading in the task column for a task again where no task follows it."""
        for index in range(len(labels) - 1, -1, -1):
            if labels[index] is None:
                return
            row = self.grid.rows[index]
            if labels[index] == "section" and self.task < len(row) and row[self.task] != "":
                labels[index] = None
