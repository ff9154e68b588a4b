"""The workbook: the whole analysis as sheets in words, for readers who live in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

import pandas as pd

from analyzer.i18n import translate
from analyzer.numbers import format_count, format_duration, format_number, format_range, format_share
from analyzer.opportunity import assumption_fields, evidence
from analyzer.report.sheets import SheetWriter
from analyzer.report.wording import column_title, in_words, titles, with_names

if TYPE_CHECKING:
    from analyzer.inventory import Problem
    from analyzer.opportunity import HoursEstimate

_FIRST_IN_TASKS = (
    "task",
    "role",
    "team",
    "use_case",
    "lane",
    "minutes_per_week",
    "minutes_freed_low",
    "minutes_freed_central",
    "minutes_freed_high",
    "priority",
    "effort",
    "repetitiveness",
    "automatability",
    "automatability_low",
    "automatability_high",
    "level",
    "solution",
    "oversight",
    "flags",
    "confidence",
    "reasons",
)
"""What readers look for first; the other columns follow in the order of the frame."""


def workbook(estimate: HoursEstimate, language: str = "en", *, problems: Iterable[Problem] = ()) -> bytes:
    """Return an estimate as an XLSX workbook, labelled in words.

    Sheets: summary, by role, by team, tasks, use cases, assumptions, sources, problems. Persons stay out of it.

    :param estimate: the estimate to write.
    :param language: "en" or "fr".
    :param problems: what was found in the files beyond the issues of task rows (rows that were no tasks …).
    :returns: the bytes of the file.
    """
    target = BytesIO()
    with SheetWriter(target) as book:
        book.add_facts(
            translate("Summary", language),
            translate("Hours that could be freed", language),
            _summary(estimate, language),
        )
        for name, by in ((translate("By role", language), "role"), (translate("By team", language), "team")):
            _add(book, name, estimate.totals(by), language)  # type: ignore[arg-type]
        _add(book, translate("Tasks", language), _tasks(estimate.frame), language)
        _add(book, translate("Use cases", language), estimate.totals("use_case"), language)
        book.add_table(translate("Assumptions", language), _assumptions(estimate, language), freeze_columns=1)
        book.add_table(translate("Sources", language), _sources(language), freeze_columns=1)
        book.add_table(translate("Problems", language), _problems(estimate.frame, problems, language))
    return target.getvalue()


def _add(book: SheetWriter, name: str, frame: pd.DataFrame, language: str) -> None:
    words = in_words(with_names(frame, language), language)
    book.add_table(name, words, titles=titles(words, language), freeze_columns=1)


def _summary(estimate: HoursEstimate, language: str) -> list[tuple[str, str] | None]:
    total = estimate.totals("total").iloc[0]

    def central(name: str, factor: float = 1.0) -> str:
        low, middle, high = (float(total[f"{name}_{end}"]) * factor for end in ("low", "central", "high"))
        return translate(
            "{duration} ({range})",
            language,
            duration=format_duration(middle, language),
            range=format_range(low, high, language),
        )

    facts: list[tuple[str, str] | None] = [
        (translate("Time that could be freed a week", language), central("minutes_freed")),
        (translate("Per person and day", language), central("minutes_per_person_per_day")),
        (translate("In a year, leave taken off", language), central("hours_per_year", 60)),
        (translate("Share of the time stated", language), format_share(float(total["share_central"]), language, 1)),
        None,
        (translate("Tasks", language), format_count(total["tasks"], language)),
        (translate("Tasks without a time", language), format_count(total["tasks_without_time"], language)),
        (translate("People", language), format_number(float(total["headcount"]), language)),
        (translate("Time stated a week", language), format_duration(float(total["minutes_per_week"]), language)),
        None,
    ]
    facts += [
        (translate("To know before using these figures", language), w.message(language)) for w in estimate.warnings
    ]
    facts += [
        None,
        (
            translate("How to read the ranges", language),
            translate(
                "Low and high are the 5th and 95th percentile of simulated draws; ranges of groups do not add up.",
                language,
            ),
        ),
        (
            translate("What the figures are for", language),
            translate(
                "Tasks are scored, never people. Time freed is for better work and for relief: it is not time to fill.",
                language,
            ),
        ),
    ]
    return facts


def _tasks(frame: pd.DataFrame) -> pd.DataFrame:
    rest = [name for name in frame.columns if name not in _FIRST_IN_TASKS]
    ordered = frame[[*(name for name in _FIRST_IN_TASKS if name in frame.columns), *rest]]
    return ordered.sort_values("minutes_freed_central", ascending=False, kind="stable")


def _assumptions(estimate: HoursEstimate, language: str) -> pd.DataFrame:
    values = estimate.assumptions.model_dump()
    fields = assumption_fields(language)
    return pd.DataFrame(
        {
            translate("Assumption", language): [field.label for field in fields],
            translate("Value", language): [float(values[field.name]) for field in fields],
            translate("Default", language): [float(field.default) for field in fields],
            translate("Unit", language): [field.unit for field in fields],
            translate("Lowest", language): [field.low for field in fields],
            translate("Highest", language): [field.high for field in fields],
            translate("Why it matters", language): [field.why for field in fields],
            translate("Source", language): [field.source for field in fields],
            translate("Name on the command line", language): [field.name for field in fields],
        }
    )


def _sources(language: str) -> pd.DataFrame:
    known = evidence(language)
    yes, no = translate("yes", language), translate("no", language)
    included = [{True: yes, False: no}.get(value) for value in known["review_included"]]
    return pd.DataFrame(
        {
            translate("Kind of work", language): known["family"],
            translate("Time freed, low (%)", language): known["low_pct"],
            translate("Time freed, central (%)", language): known["central_pct"],
            translate("Time freed, high (%)", language): known["high_pct"],
            translate("What was found", language): known["basis"],
            translate("Sample", language): known["sample"],
            translate("Kind of study", language): known["design"],
            translate("Strength of evidence", language): known["grade"],
            translate("Checking included", language): included,
            translate("Source", language): known["source"],
        }
    )


def _problems(frame: pd.DataFrame, problems: Iterable[Problem], language: str) -> pd.DataFrame:
    """Return one row a problem: where it stands, what it is; issues of task rows first."""
    flagged = frame[frame["issues"].fillna("") != ""]
    rows: list[tuple[object, object, object, object, str]] = [
        (file, sheet, row, task, issue)
        for file, sheet, row, task, issues in zip(
            *(_column(flagged, name) for name in ("file", "sheet", "row", "task", "issues")), strict=True
        )
        for issue in str(issues).split("; ")
    ]
    # Issues of task rows are problems of the file too: said once is enough.
    said = {(sheet, row, issue) for _, sheet, row, _, issue in rows}
    for problem in problems:
        message = problem.message(language)
        if (problem.sheet, problem.row, message) not in said:
            rows.append((None, problem.sheet, problem.row, None, message))
    if not rows:
        rows.append((None, None, None, None, translate("Nothing to check.", language)))
    heads = [
        *(column_title(name, language) for name in ("file", "sheet", "row", "task")),
        translate("What to check", language),
    ]
    return pd.DataFrame(rows, columns=heads)


def _column(frame: pd.DataFrame, name: str) -> list[object]:
    if name not in frame:
        return [None] * len(frame)
    return [None if pd.isna(value) else value for value in frame[name]]
