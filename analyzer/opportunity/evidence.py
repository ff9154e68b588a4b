"""What studies measured: share of time freed by family of work, read from ``evidence.csv`` and checked.

The file is data, not code: a finance director can open it. Its percentages are shares of the *time* of the work
(studies of "more output" are already converted, +x % output frees 1 - 1/(1+x) of the time). ``review_included`` says
whether the study timed finished work, checking included; where it did, no review is taken off again.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from analyzer.errors import InputFileError
from analyzer.i18n import translate

EVIDENCE_FILE = Path(__file__).with_name("evidence.csv")

FAMILY_CODES: Mapping[str, str] = MappingProxyType(
    {
        "customer support replies": "customer_support",
        "drafting documents": "drafting",
        "e-mail handling": "email",
        "attending meetings": "meetings",
        "meeting notes and summaries": "meeting_notes",
        "coding": "coding",
        "spreadsheet analysis and slides": "spreadsheets_slides",
        "routine bookkeeping": "bookkeeping",
        "quotes, invoicing and purchasing admin in small firms": "small_firm_admin",
        "structured data entry and document capture": "data_entry",
    }
)
"""Code of each family, by its name in ``evidence.csv``. The code ``none`` stands for work that no study fits."""

RULER_CODES: Mapping[str, str] = MappingProxyType(
    {
        "ruler: any use of AI at work (self-report)": "any_use",
        "ruler: office copilot (self-report)": "office_copilot",
        "ruler: users of generative AI": "users",
        "ruler: eleven exposed occupations": "exposed_occupations",
        "ruler: rework": "rework",
    }
)
"""Code of each row that compares totals rather than families."""

_COLUMNS = (
    "family",
    "low_pct",
    "central_pct",
    "high_pct",
    "basis",
    "sample",
    "design",
    "grade",
    "review_included",
    "source",
)
_READ_BY_USERS = ("family", "basis", "sample", "design", "grade")


class EvidenceRow(BaseModel):
    """One row of ``evidence.csv``, percentages as they stand there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    family: str = Field(min_length=1)
    low_pct: float | None = Field(ge=-100, le=100)
    central_pct: float = Field(ge=-100, le=100)
    high_pct: float | None = Field(ge=-100, le=100)
    basis: str = Field(min_length=1)
    sample: str = Field(min_length=1)
    design: str = Field(min_length=1)
    grade: Literal["strong", "medium", "weak"]
    review_included: bool | None
    source: str = Field(min_length=1)

    @field_validator("low_pct", "high_pct", "review_included", mode="before")
    @classmethod
    def _empty_is_unknown(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("family")
    @classmethod
    def _family_has_a_code(cls, value: str) -> str:
        if value not in FAMILY_CODES and value not in RULER_CODES:
            raise ValueError("no code is known for this family")
        return value

    @model_validator(mode="after")
    def _ends_are_ordered(self) -> EvidenceRow:
        ends = [value for value in (self.low_pct, self.central_pct, self.high_pct) if value is not None]
        if ends != sorted(ends):
            raise ValueError("low, central and high are out of order")
        if self.family in FAMILY_CODES and (len(ends) < 3 or self.review_included is None):
            raise ValueError("a family of work needs low, central, high and review_included")
        return self


@dataclass(frozen=True)
class Family:
    """Share of time freed in one family of work.

    Evidence that found nothing in the middle of its range gives nothing at all: the ends are then zero too. A negative
    low end (a tool that slowed people) counts as zero, because a team puts such a tool aside: it frees nothing, it
    does not cost for ever. The file keeps the negative figure, and it is shown.
    """

    code: str
    name: str
    low: float
    central: float
    high: float
    grade: str
    review_included: bool
    basis: str
    source: str


def time_freed_by_output(more: float) -> float:
    """Return the share of time that an increase of output frees when the output stays what it was.

    Who does 15 % more in an hour does what took an hour in 1 / 1.15 of it: 1 - 1/1.15 = 13 % are freed, not 15 %.

    :param more: increase of output in the same time, 0.15 for 15 %; below 0 where output fell.
    :raises ValueError: if it is -1 or less: nothing would be left of the output.
    """
    if more <= -1:
        raise ValueError("output cannot fall by all of it or more")
    return 1 - 1 / (1 + more)


def read_evidence(path: Path = EVIDENCE_FILE) -> tuple[EvidenceRow, ...]:
    """Read and check an evidence file.

    :param path: CSV in UTF-8 with the columns of ``evidence.csv``.
    :returns: its rows in their order.
    :raises InputFileError: if the file cannot be read, lacks a column or a family, names one twice, or if a row
        cannot be used.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            columns, records = reader.fieldnames or [], list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputFileError(
            "The evidence file “{file}” cannot be read: put it back in place.", file=path.name
        ) from error
    for column in _COLUMNS:
        if column not in columns:
            raise InputFileError(
                "The evidence file “{file}” has no column “{column}”: put the column back.",
                file=path.name,
                column=column,
            )
    rows: list[EvidenceRow] = []
    for number, record in enumerate(records, start=2):
        try:
            rows.append(EvidenceRow.model_validate(record))
        except ValidationError as error:
            first = error.errors()[0]
            column = str(first["loc"][0]) if first["loc"] else "low_pct, central_pct, high_pct, review_included"
            raise InputFileError(
                "Row {row} of the evidence file “{file}” cannot be used: correct {column}.",
                row=number,
                file=path.name,
                column=column,
            ) from error
    _check_families(rows, path)
    return tuple(rows)


def _check_families(rows: list[EvidenceRow], path: Path) -> None:
    """Every family and every mark of the ruler stands in the file, once."""
    names = [row.family for row in rows]
    for name in (*FAMILY_CODES, *RULER_CODES):
        if names.count(name) != 1:
            raise InputFileError(
                "The evidence file “{file}” must hold “{family}” once: it stands there {count} times.",
                file=path.name,
                family=name,
                count=names.count(name),
            )


@cache
def shipped_evidence() -> tuple[EvidenceRow, ...]:
    """Return the rows of the shipped ``evidence.csv``, read once a process."""
    return read_evidence()


@cache
def families() -> Mapping[str, Family]:
    """Return the families of work by code, shares as 0..1."""
    found = {}
    for row in shipped_evidence():
        if row.family not in FAMILY_CODES or row.low_pct is None or row.high_pct is None:
            continue
        nothing_found = row.central_pct <= 0
        found[FAMILY_CODES[row.family]] = Family(
            code=FAMILY_CODES[row.family],
            name=row.family,
            low=0.0 if nothing_found else row.low_pct / 100,
            central=0.0 if nothing_found else row.central_pct / 100,
            high=0.0 if nothing_found else row.high_pct / 100,
            grade=row.grade,
            review_included=bool(row.review_included),
            basis=row.basis,
            source=row.source,
        )
    return MappingProxyType(found)


def evidence(language: str = "en") -> pd.DataFrame:
    """Return the evidence as a table.

    :param language: "en" or "fr": language of the columns that are read (family, basis, sample, design, grade).
    :returns: one row a family of work or mark of the ruler: ``code``, ``kind`` ("family" or "ruler"), then the
        columns of ``evidence.csv``; percentages of working time, NaN where the study gives none; ``review_included``
        True, False or None.
    """
    records = []
    for row in shipped_evidence():
        record = row.model_dump()
        kind = "family" if row.family in FAMILY_CODES else "ruler"
        code = FAMILY_CODES.get(row.family) or RULER_CODES[row.family]
        record.update({column: translate(record[column], language) for column in _READ_BY_USERS})
        records.append({"code": code, "kind": kind, **record})
    frame = pd.DataFrame(records, columns=["code", "kind", *_COLUMNS])
    return frame.astype({"low_pct": "float64", "central_pct": "float64", "high_pct": "float64"})
