"""Measured minutes pasted as a block from a spreadsheet: columns by their headers in either language.

The first line names the columns; each further line is one measurement. Numbers may have a decimal comma. A block is
taken as a whole or refused with one sentence that names its line.
"""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from analyzer.errors import UsageError
from analyzer.inventory import parse_duration

MOST_MINUTES = 7_200.0
"""Minutes that one case can take: five days and nights, the limit that the task list has for a week."""
MOST_CASES = 1_000_000
MOST_LINES = 2_000
LONGEST_TEXT = 120

HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        field: tuple(names.split(" | "))
        for field, names in {
            "use_case": "use case | task | cas d usage | tache | usage",
            "team": "team | department | equipe | service",
            "period": "period | week | month | date | day | when | periode | semaine | mois | jour | quand",
            "minutes_before": "before | minutes before | time before | baseline | avant | minutes avant | temps avant",
            "minutes_after": "after | minutes after | time after | apres | minutes apres | temps apres",
            "minutes_checking": "checking | of which checking | minutes checking | review | controle | dont controle "
            "| minutes de controle | verification | dont verification | relecture | dont relecture",
            "cases": "cases | number of cases | volume | cas | nombre de cas | dossiers | nombre de dossiers",
            "cases_new_way": "new way | cases new way | done the new way | of which new way | of which the new way "
            "| with the tool | nouvelle facon | cas nouvelle facon | dont nouvelle facon | dont de la nouvelle facon "
            "| avec l outil | dont avec l outil",
        }.items()
    }
)
"""What a column may be called, in English and French, without accents, capitals and signs."""

_ENGLISH = HEADERS["minutes_before"][:4]
"""Headers over which "1,250" is a thousand and some; over the others it is one and a quarter."""

_PERSONS = (
    frozenset({"person", "name", "first name", "last name", "employee", "staff", "user", "agent"})
    | frozenset({"personne", "nom", "prenom", "salarie", "salariee", "employe", "utilisateur", "utilisatrice"})
    | frozenset({"collaborateur", "collaboratrice"})
)


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
    columns = _columns(first, head)
    if not lines:
        raise UsageError("Only the header line was pasted: add the lines with the minutes.")
    if len(lines) > MOST_LINES:
        raise UsageError("At most {most} lines can be pasted at once: paste them in parts.", most=MOST_LINES)
    known = {"use_case": {_fold(name): name for name in use_cases}, "team": {_fold(name): name for name in teams}}
    english = _fold(head[columns["minutes_before"]]) in _ENGLISH
    return [_line(number, cells, columns, known, chosen, english) for number, cells in lines]


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


def _rows(block: str) -> list[list[str]]:
    text = block.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    first = next((line for line in text.split("\n") if line.strip()), "")
    sign = next((sign for sign in ("\t", ";", "|") if sign in first), ",")
    # A cell with a line break would shift every line number after it: each line of the text is a row.
    return [
        [" ".join(cell.split()) for cell in next(csv.reader([line], delimiter=sign), [])] for line in text.split("\n")
    ]


def _columns(number: int, head: Sequence[str]) -> dict[str, int]:
    """Return where each column stands."""
    found: dict[str, int] = {}
    by_name = {name: field for field, names in HEADERS.items() for name in names}
    for place, title in enumerate(head):
        if not title:
            continue
        folded = _fold(title)
        if folded in _PERSONS:
            raise UsageError(
                "Line {line}: the column “{column}” is about persons; minutes are measured of a team’s task: leave the "
                "column out.",
                line=number,
                column=title,
            )
        field = by_name.get(folded)
        if field is None:
            raise UsageError(
                "Line {line}: the column “{column}” is not known: name it as in the example, or leave it out.",
                line=number,
                column=title,
            )
        if field in found:
            raise UsageError(
                "Line {line}: the column “{column}” says the same as one before it: leave one out.",
                line=number,
                column=title,
            )
        found[field] = place
    if "minutes_before" not in found or "minutes_after" not in found:
        raise UsageError(
            "Line {line}: the first line must name the columns, at least “before” and “after”: paste it too.",
            line=number,
        )
    return found


def _line(
    number: int,
    cells: Sequence[str],
    columns: Mapping[str, int],
    known: Mapping[str, Mapping[str, str]],
    chosen: str | None,
    english: bool,
) -> MeasuredLine:
    value = {field: cells[place] if place < len(cells) else "" for field, place in columns.items()}
    use_case = _named(number, value.get("use_case", ""), known["use_case"], "use_case") or chosen
    if use_case is None:
        raise UsageError("Line {line}: the use case is missing: add its name, or choose one above.", line=number)
    period = value.get("period", "")[:LONGEST_TEXT] or None
    return checked_line(
        MeasuredLine(
            use_case=use_case,
            team=_named(number, value.get("team", ""), known["team"], "team"),
            period=period,
            minutes_before=_minutes(number, value["minutes_before"], english),
            minutes_after=_minutes(number, value["minutes_after"], english),
            minutes_checking=_minutes(number, text, english) if (text := value.get("minutes_checking", "")) else None,
            cases=_count(number, value.get("cases", "")),
            cases_new_way=_count(number, value.get("cases_new_way", "")),
        ),
        number,
    )


def _named(number: int, written: str, known: Mapping[str, str], kind: str) -> str | None:
    if not written:
        return None
    name = known.get(_fold(written))
    if name is None:
        near = difflib.get_close_matches(_fold(written), known, n=1, cutoff=0.0)
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


def _minutes(number: int, written: str, english: bool) -> float:
    """Read minutes: a plain number with a decimal comma or point, else a duration in words ("1 h 30")."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", written)
    if english and re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    if re.fullmatch(r"\d+([.,]\d+)?", plain):
        return float(plain.replace(",", "."))
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


def _fold(text: str) -> str:
    """Return a name without accents, capitals, signs and what stands in brackets."""
    bare = unicodedata.normalize("NFKD", re.sub(r"\([^)]*\)|[’']", " ", text)).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare.casefold()).split())
