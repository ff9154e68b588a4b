"""Small frames of the contract whose figures can be followed by hand, and real estimates made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from analyzer.opportunity import HoursEstimate, estimate_hours
from analyzer.opportunity.columns import NEW_COLUMNS

Row = dict[str, Any]
FrameFactory = Callable[..., pd.DataFrame]
EstimateFactory = Callable[..., HoursEstimate]

INVOICES: Row = {
    "task": "Enter supplier invoices",
    "role": "Accounts clerk",
    "team": "Finance",
    "use_case": "Invoice entry",
    "lane": "automate",
    "activity": "Processing Information",
    "solution": "capture",
    "repetitiveness": 88.0,
    "automatability": 81.0,
    "minutes_per_week": 300.0,
    "minutes_freed": (120.0, 190.0, 230.0),
}
MAIL: Row = {
    "task": "Answer customers' e-mails",
    "role": "Sales assistant",
    "team": "Sales",
    "use_case": "E-mail replies",
    "lane": "assist",
    "activity": "Communicating with People Outside the Organization",
    "solution": "drafting",
    "repetitiveness": 72.0,
    "automatability": 46.0,
    "minutes_per_week": 480.0,
    "minutes_freed": (30.0, 80.0, 140.0),
}
REPORT: Row = {
    "task": "Build the monthly sales report",
    "role": "Sales assistant",
    "team": "Sales",
    "use_case": "Reports",
    "lane": "redesign",
    "activity": "Documenting/Recording Information",
    "solution": "reporting",
    "repetitiveness": 41.0,
    "automatability": 63.0,
    "minutes_per_week": 60.0,
    "minutes_freed": (0.0, 10.0, 25.0),
}
COACHING: Row = {
    "task": "Coach the two trainees",
    "role": "Accounts clerk",
    "team": "Finance",
    "use_case": "Coaching",
    "lane": "keep_human",
    "activity": "Coaching and Developing Others",
    "solution": "none",
    "repetitiveness": 22.0,
    "automatability": 9.0,
    "minutes_per_week": float("nan"),
    "minutes_freed": (0.0, 0.0, 0.0),
}
EXAMPLES = (INVOICES, MAIL, REPORT, COACHING)


def opportunity_row(number: int, given: Row) -> Row:
    """Return all columns of one row of ``HoursEstimate.frame``."""
    row: Row = {**INVOICES, **given}
    low, central, high = row.pop("minutes_freed")
    minutes = row["minutes_per_week"]
    return {
        "row": number + 2,
        "person": None,
        "occurrences_per_week": 5.0,
        "minutes_per_occurrence": minutes / 5,
        "headcount": 1.0,
        "language": "en",
        "notes": None,
        "issues": "",
        "file": "tasks.csv",
        "sheet": None,
        "automatability_low": max(row["automatability"] - 15, 0),
        "automatability_high": min(row["automatability"] + 15, 100),
        "level": "T3",
        **{f"probability_t{level}": 0.2 for level in range(5)},
        "assistance": 60.0,
        "physical": 5.0,
        "interpersonal": 20.0,
        "oversight": "sampling",
        "flags": "personal;money" if number == 0 else "",
        "confidence": 0.7,
        "reasons": "rule_based_high" if number == 0 else "",
        "work_key": str(row["use_case"]).lower(),
        "overridden": False,
        "family": "data_entry",
        "share_freed_low": 0.3,
        "share_freed_central": 0.5,
        "share_freed_high": 0.7,
        "minutes_freed_low": low,
        "minutes_freed_central": central,
        "minutes_freed_high": high,
        "effort": 2,
        "priority": 74.0,
        **row,
    }


@pytest.fixture
def make_frame() -> FrameFactory:
    """Return a maker of opportunity frames: the rows given, or four examples; what a row leaves out is filled."""

    def make(*rows: Row) -> pd.DataFrame:
        return pd.DataFrame([opportunity_row(number, row) for number, row in enumerate(rows or EXAMPLES)])

    return make


@pytest.fixture
def make_estimate(make_frame: FrameFactory) -> EstimateFactory:
    """Return a maker of real estimates: the lanes, shares and use cases are computed, not those of the examples."""

    def make(*rows: Row) -> HoursEstimate:
        frame = make_frame(*rows)
        return estimate_hours(frame.drop(columns=[name for name in NEW_COLUMNS if name in frame]))

    return make
