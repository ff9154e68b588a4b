"""Which evidence fits the work that a text names plainly (``named_work.py``), and why."""

from __future__ import annotations

from typing import Literal

from analyzer.i18n import mark
from analyzer.opportunity.family_rule import NO_FAMILY, FamilyRule


def _named(
    code: str,
    family: str,
    why: str,
    driver: Literal["automatability", "assistance"] = "assistance",
    weight: float = 1.0,
) -> FamilyRule:
    return FamilyRule(code, family, frozenset(), driver, why, weight=weight)


NAMED_RULES: tuple[FamilyRule, ...] = (
    _named(
        "named_minutes",
        "meeting_notes",
        mark("The text names notes, minutes or dictation: compared with the notes of a government pilot."),
    ),
    _named(
        "named_email",
        "email",
        mark("The text names e-mail: compared with e-mail time in a field experiment."),
    ),
    _named(
        "named_support",
        "customer_support",
        mark("The text names replies to questions: compared with support agents who were given suggested replies."),
    ),
    _named(
        "named_phone",
        NO_FAMILY,
        mark("The text names talking on the telephone: no study measured time saved there, so nothing is counted."),
    ),
    _named(
        "named_meeting",
        "meetings",
        mark(
            "The text names being in a meeting: a field experiment in 66 firms measured no change, so nothing is "
            "counted."
        ),
    ),
    _named(
        "named_talk",
        NO_FAMILY,
        mark(
            "The text names work with people face to face: no study measured time saved there, so nothing is counted."
        ),
    ),
    _named(
        "named_hand",
        NO_FAMILY,
        mark("The text names work by hand or on the spot: no study of office work fits, so nothing is counted."),
    ),
    _named("named_coding", "coding", mark("The text names programming: compared with studies of developers.")),
    _named(
        "named_slides",
        "spreadsheets_slides",
        mark("The text names slides: a pilot found no time saved on them, so nothing is counted."),
    ),
    _named(
        "named_spreadsheet",
        "spreadsheets_slides",
        mark("The text names analysis in a spreadsheet: a pilot found no time saved on it, so nothing is counted."),
    ),
    _named(
        "named_translation",
        "drafting",
        mark("The text names translation: compared with experiments on mid-level documents, the nearest there are."),
    ),
    _named(
        "named_summary",
        "drafting",
        mark("The text names a summary: compared with consultants whose tasks were to read, sum up and write."),
    ),
    _named(
        "named_search",
        "drafting",
        mark("The text names research: compared with consultants whose tasks were to read, sum up and write."),
    ),
    _named(
        "named_reporting",
        "bookkeeping",
        mark("The text names recurring reports: compared with routine work in accounting firms."),
        "automatability",
    ),
    _named(
        "named_books",
        "bookkeeping",
        mark("The text names bookkeeping or payroll: compared with routine work in accounting firms."),
        "automatability",
    ),
    _named(
        "named_entry",
        "data_entry",
        mark("The text names data entry: compared with vendors’ figures on data entry, which are weak."),
        "automatability",
    ),
    _named(
        "named_scheduling",
        "data_entry",
        mark(
            "The text names scheduling, which no study fits: half of vendors’ figures on data entry is taken, as a "
            "cautious stand-in."
        ),
        "automatability",
        0.5,
    ),
    _named(
        "named_admin",
        "small_firm_admin",
        mark(
            "The text names quotes, orders or invoicing: compared with what owners of small firms report, which is "
            "weak."
        ),
        "automatability",
    ),
    _named(
        "named_drafting",
        "drafting",
        mark("The text names writing: compared with experiments on mid-level documents."),
    ),
)
"""The rules that ``named_work.csv`` leads to. A text outweighs what the model makes of it, not what a person decided:
their scores still say where the task stands in its family."""
