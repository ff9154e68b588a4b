"""Measured minutes pasted as a block from a spreadsheet: columns by their headers in either language.

The first line names the columns and their units (``measurement_headers.py``); each further line is one measurement.
Numbers may have a decimal comma. Without such a line each says its two times in words (``measurement_words.py``). A
block is taken as a whole or refused with one sentence that names its line.
"""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analyzer.errors import UsageError
from analyzer.inventory import parse_duration
from analyzer.opportunity.measurement_headers import ENGLISH, columns_of, field_of, fold, minutes_per_unit
from analyzer.opportunity.measurement_words import joined_lines, said_pair

MOST_MINUTES = 7_200.0
"""Minutes that one case can take: five days and nights, the limit that the task list has for a week."""
MOST_CASES = 1_000_000
MOST_LINES = 2_000
LONGEST_TEXT = 120


@dataclass(frozen=True)
class MeasuredLine:
    """One measurement of a block.

    ``use_case`` is one of the names that were offered; ``minutes_*`` are minutes of one case.
    """

    use_case: str
    minutes_before: float
    minutes_after: float
    team: str | None = None
    period: str | None = None
    minutes_checking: float | None = None
    cases: int | None = None
    cases_new_way: int | None = None


def read_block(
    block: str, use_cases: Sequence[str], *, teams: Sequence[str] = (), chosen: str | None = None
) -> list[MeasuredLine]:
    """Read a block of measurements.

    :param block: the text, tab, semicolon or comma between columns; blank lines are skipped.
    :param use_cases: names of the use cases that there are.
    :param teams: names of the teams that there are.
    :param chosen: use case of lines that name none.
    :raises UsageError: if a column, a name or a number cannot be used; nothing is read then.
    """
    rows = [(number, cells) for number, cells in enumerate(_rows(block), start=1) if any(cells)]
    if not rows:
        raise UsageError("There is nothing to read: paste the lines with their header line.")
    (first, head), *lines = rows
    known = {"use_case": {fold(name): name for name in use_cases}, "team": {fold(name): name for name in teams}}
    if any(character.isdigit() for cell in head for character in cell) and not any(map(field_of, head)):
        return _read_words(block, known["use_case"], chosen)
    columns = columns_of(first, head)
    if not lines:
        raise UsageError("Only the header line was pasted: add the lines with the minutes.")
    if len(lines) > MOST_LINES:
        raise UsageError("At most {most} lines can be pasted at once: paste them in parts.", most=MOST_LINES)
    english = fold(head[columns["minutes_before"]]) in ENGLISH
    units = {field: minutes_per_unit(head[place]) for field, place in columns.items()}
    for number, cells in lines:
        if any(cells[len(head) :]):
            raise UsageError(
                "Line {line}: there are more values than columns: write decimals with a point, or put tabs between.",
                line=number,
            )
    return [_line(number, cells, columns, known, chosen, english, units) for number, cells in lines]


def columns_not_used(block: str) -> list[str]:
    """Return the names of the columns of a block that :func:`read_block` reads without using them."""
    head = next((cells for cells in _rows(block) if any(cells)), [])
    return [title for title in head if title and field_of(title) is None] if any(map(field_of, head)) else []


def _read_words(block: str, known: Mapping[str, str], chosen: str | None) -> list[MeasuredLine]:
    """Read lines that say their two times in words, each of the use case that it names, or of the chosen one."""
    lines = [(number, line) for number, line in enumerate(_lines(block), start=1) if line.strip()]
    if len(lines) > MOST_LINES:
        raise UsageError("At most {most} lines can be pasted at once: paste them in parts.", most=MOST_LINES)
    found = []
    for number, line in joined_lines(lines):
        folded = f" {fold(line)} "
        name = max((key for key in known if f" {key} " in folded), key=len, default=None)
        # Numbers in the name of a use case ("1:1s with agents") are no times.
        bare = line if name is None else _without(line, name)
        pair = said_pair(number, bare)
        use_case = chosen if name is None else known[name]
        if use_case is None:
            raise UsageError("Line {line}: the use case is missing: add its name, or choose one above.", line=number)
        before, after = _minutes(number, pair.before, False), _minutes(number, pair.after, False)
        found.append(checked_line(MeasuredLine(use_case, before, after, period=pair.period), number))
    return found


def _without(line: str, name: str) -> str:
    """Return a line without the part that folds to a name."""
    bare = "".join(unicodedata.normalize("NFKD", sign)[0] for sign in line)
    found = re.search(r"[^a-zA-Z0-9]+".join(name.split()), bare, re.IGNORECASE)
    return line if found is None else f"{line[: found.start()]} ; {line[found.end() :]}"


def checked_line(line: MeasuredLine, number: int | None = None) -> MeasuredLine:
    """Return a measurement whose figures can be.

    :param number: its line in a block; without one the sentence speaks of the form.
    :raises UsageError: if minutes or cases cannot be.
    """
    where = {"line": number} if number else {}
    if not 0 < line.minutes_before <= MOST_MINUTES or not 0 <= line.minutes_after <= MOST_MINUTES:
        raise _refused(
            "Line {line}: a case takes more than 0 minutes before, and at most 7,200 before and after: correct it.",
            "A case takes more than 0 minutes before, and at most 7,200 before and after: correct it.",
            where,
        )
    if line.minutes_checking is not None and not 0 <= line.minutes_checking <= line.minutes_after:
        raise _refused(
            "Line {line}: checking is a part of the minutes after and cannot exceed them: correct one of the two.",
            "Checking is a part of the minutes after and cannot exceed them: correct one of the two.",
            where,
        )
    if (line.cases is None) != (line.cases_new_way is None):
        raise _refused(
            "Line {line}: give both the cases and how many of them were done the new way, or neither.",
            "Give both the cases and how many of them were done the new way, or neither.",
            where,
        )
    cases, new_way = line.cases or 0, line.cases_new_way or 0
    if line.cases is not None and not (0 < cases <= MOST_CASES and 0 <= new_way <= cases):
        raise _refused(
            "Line {line}: cases done the new way cannot exceed all cases, of which there is at least one.",
            "Cases done the new way cannot exceed all cases, of which there is at least one.",
            where,
        )
    return line


def _refused(in_block: str, in_form: str, where: Mapping[str, int]) -> UsageError:
    return UsageError(in_block, **where) if where else UsageError(in_form)


def _lines(block: str) -> list[str]:
    """Return the lines of a block; a rule between head and lines, as notes draw it, is blank."""
    text = block.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    return ["" if re.fullmatch(r"[\s|:+-]+", line) else line for line in text.split("\n")]


def _rows(block: str) -> list[list[str]]:
    lines = _lines(block)
    first = next((line for line in lines if line.strip()), "")
    sign = next((sign for sign in ("\t", ";", "|") if sign in first), ",")
    # A cell with a line break would shift every line number after it: each line of the text is a row.
    return [
        [" ".join(cell.split()) for cell in next(csv.reader([line], delimiter=sign, skipinitialspace=True), [])]
        for line in lines
    ]


def _line(
    number: int,
    cells: Sequence[str],
    columns: Mapping[str, int],
    known: Mapping[str, Mapping[str, str]],
    chosen: str | None,
    english: bool,
    units: Mapping[str, float],
) -> MeasuredLine:
    value = {field: cells[place] if place < len(cells) else "" for field, place in columns.items()}
    use_case = _named(number, value.get("use_case", ""), known["use_case"], "use_case") or chosen
    if use_case is None:
        raise UsageError("Line {line}: the use case is missing: add its name, or choose one above.", line=number)

    def timed(field: str) -> float:
        return _minutes(number, value[field], english, units[field])

    period = value.get("period", "")[:LONGEST_TEXT] or None
    return checked_line(
        MeasuredLine(
            use_case=use_case,
            team=_named(number, value.get("team", ""), known["team"], "team"),
            period=period,
            minutes_before=timed("minutes_before"),
            minutes_after=timed("minutes_after"),
            minutes_checking=timed("minutes_checking") if value.get("minutes_checking") else None,
            cases=_count(number, value.get("cases", "")),
            cases_new_way=_count(number, value.get("cases_new_way", "")),
        ),
        number,
    )


def _named(number: int, written: str, known: Mapping[str, str], kind: str) -> str | None:
    if not written:
        return None
    name = known.get(fold(written))
    if name is None:
        near = difflib.get_close_matches(fold(written), known, n=1, cutoff=0.0)
        facts = {"line": number, "name": written, "near": known[near[0]] if near else ""}
        if kind == "use_case":
            raise UsageError(
                "Line {line}: there is no use case “{name}”: write it as in the list, such as “{near}”.", **facts
            )
        raise UsageError(
            "Line {line}: there is no team “{name}”: write it as in the task list, such as “{near}”, or leave it out.",
            **facts,
        )
    return name


def _minutes(number: int, written: str, english: bool, unit: float = 1.0) -> float:
    """Read minutes: a plain number of units, with a decimal comma or point, else a duration in words ("1 h 30")."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", written)
    if english and re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    if re.fullmatch(r"\d+([.,]\d+)?", plain):
        return float(plain.replace(",", ".")) * unit
    minutes = parse_duration(written) if re.search(r"\d", written) else None
    if minutes is None or minutes < 0:
        raise UsageError(
            "Line {line}: “{value}” is no number of minutes: write minutes such as 12 or 12.5.",
            line=number,
            value=written,
        )
    return minutes


def _count(number: int, written: str) -> int | None:
    if not written:
        return None
    plain = re.sub(r"[\s\u00a0\u202f]", "", written)
    whole = re.fullmatch(r"(\d{1,9})([.,]0+)?", plain)
    if whole is None:
        raise UsageError(
            "Line {line}: “{value}” is no number of cases: write a whole number.", line=number, value=written
        )
    return int(whole.group(1))
