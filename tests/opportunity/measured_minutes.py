"""A measurement to test with, as the workspace hands it over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Minutes:
    """One measurement: 10 minutes before, 5 after, of a task in the middle of data entry."""

    use_case_key: str = "invoices"
    team: str | None = "Finance"
    minutes_before: float = 10.0
    minutes_after: float = 5.0
    minutes_checking: float | None = None
    cases: int | None = None
    cases_new_way: int | None = None
    family: str | None = "data_entry"
    place: float = 1.0
    checked: float = 0.0
