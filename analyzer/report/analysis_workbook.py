"""The workbook: the whole analysis as sheets in words, for readers who live in a spreadsheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from io import BytesIO
from typing import TYPE_CHECKING

import pandas as pd

from analyzer.i18n import mark, translate
from analyzer.opportunity import assumption_fields, evidence, use_case_table
from analyzer.report.decision_sheets import Decided, add_moves, add_pilot, add_readiness, add_risks, add_roadmap
from analyzer.report.money_sheets import add_money
from analyzer.report.sheets import Cell, Quantity, SheetWriter
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
"""What readers look for first, and what is printed; the other columns follow in the order of the frame."""
_FIRST_IN_USE_CASES = (
    "use_case",
    "quadrant",
    "priority",
    "minutes_freed_low",
    "minutes_freed_central",
    "minutes_freed_high",
    "minutes_per_week",
    "teams",
    "roles",
    "solution",
    "effort",
    "oversight_needed",
    "flags",
)
_HEADS = (mark("Low"), mark("Central"), mark("High"), mark("Unit"))
_HOURS = "#,##0.0"


def workbook(
    estimate: HoursEstimate,
    language: str = "en",
    *,
    decided: Decided | None = None,
    problems: Iterable[Problem] = (),
) -> bytes:
    """Return an estimate as an XLSX workbook, labelled in words.

    Sheets: summary, by role, by team, use cases; first pilot, roadmap, quarters, money, risks, readiness and plan where
    they were decided; tasks, assumptions, sources, problems. Persons stay out of it.

    :param estimate: the estimate to write.
    :param language: "en" or "fr".
    :param decided: what stands beside the hours.
    :param problems: what was found in the files beyond the issues of task rows (rows that were no tasks …).
    :returns: the bytes of the file.
    """
    target = BytesIO()
    with SheetWriter(target) as book:
        book.add_facts(
            translate("Summary", language),
            translate("Hours that could be freed", language),
            _summary(estimate, language),
            [translate(head, language) for head in _HEADS],
        )
        for name, by in ((translate("By role", language), "role"), (translate("By team", language), "team")):
            _add(book, name, estimate.totals(by), language)  # type: ignore[arg-type]
        _add(book, translate("Use cases", language), _use_cases(estimate), language, printed=_FIRST_IN_USE_CASES)
        if decided is not None:
            _add_decided(book, decided, estimate, language)
        _add(book, translate("Tasks", language), _tasks(estimate.frame), language, printed=_FIRST_IN_TASKS)
        book.add_table(translate("Assumptions", language), _assumptions(estimate, language), freeze_columns=1)
        book.add_table(translate("Sources", language), _sources(language), freeze_columns=1)
        book.add_table(translate("Problems", language), _problems(estimate.frame, problems, language))
    return target.getvalue()


def _add(
    book: SheetWriter, name: str, frame: pd.DataFrame, language: str, printed: Collection[str] | None = None
) -> None:
    """Add a frame in words; on paper only columns of those ``printed``, which stand first, or all."""
    words = in_words(with_names(frame, language), language)
    count = None if printed is None else sum(column in printed for column in words.columns)
    book.add_table(name, words, titles=titles(words, language), freeze_columns=1, printed=count)


def _add_decided(book: SheetWriter, decided: Decided, estimate: HoursEstimate, language: str) -> None:
    if decided.pilot is not None:
        add_pilot(book, decided.pilot, language)
    if decided.roadmap.steps:
        add_roadmap(book, decided.roadmap, decided.beginning, language)
    if decided.money is not None:
        adoption = estimate.assumptions.adoption
        add_money(book, decided.money, decided.cash, adoption, decided.beginning, language)
    if any(decided.risks.values()):
        add_risks(book, decided.risks, language)
    if decided.answers:
        add_readiness(book, decided.answers, language)
    if decided.moves is not None and not decided.moves.empty:
        add_moves(book, decided.moves, language)


def _summary(estimate: HoursEstimate, language: str) -> list[tuple[str, str | Quantity] | None]:
    total = estimate.totals("total").iloc[0]

    def ranged(name: str, unit: str, code: str, per: float = 1.0) -> Quantity:
        low, central, high = (float(total[f"{name}_{end}"]) / per for end in ("low", "central", "high"))
        return Quantity(central, unit, code, low, high)

    facts: list[tuple[str, str | Quantity] | None] = [
        (
            translate("Time that could be freed a week", language),
            ranged("minutes_freed", translate("hours a week, of all people", language), _HOURS, 60),
        ),
        (
            translate("Per person per day", language),
            ranged("minutes_per_person_per_day", translate("minutes a day", language), "0.0"),
        ),
        (
            translate("In a year, leave taken off", language),
            ranged("hours_per_year", translate("hours a year, of all people", language), "#,##0"),
        ),
        (
            translate("Share of the time stated", language),
            ranged("share", translate("of the time stated", language), "0.0%"),
        ),
        None,
        (translate("Tasks", language), Quantity(float(total["tasks"]), translate("rows of the list", language))),
        (
            translate("Tasks without a time", language),
            Quantity(float(total["tasks_without_time"]), translate("rows of the list", language)),
        ),
        (
            translate("People", language),
            Quantity(
                float(total["headcount"]),
                translate("people", language),
                "#,##0.0" if total["headcount"] % 1 else "#,##0",
            ),
        ),
        (
            translate("Time stated a week", language),
            Quantity(float(total["minutes_per_week"]) / 60, translate("hours a week, of all people", language), _HOURS),
        ),
        None,
    ]
    facts += [
        ("" if place else translate("To know before using these figures", language), warning.message(language))
        for place, warning in enumerate(estimate.warnings)
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


def _use_cases(estimate: HoursEstimate) -> pd.DataFrame:
    """Return the use cases in the order in which to take them up."""
    table = use_case_table(estimate)
    rest = [name for name in table.columns if name not in _FIRST_IN_USE_CASES]
    return table[[*_FIRST_IN_USE_CASES, *rest]]


def _tasks(frame: pd.DataFrame) -> pd.DataFrame:
    rest = [name for name in frame.columns if name not in _FIRST_IN_TASKS]
    ordered = frame[[*(name for name in _FIRST_IN_TASKS if name in frame.columns), *rest]]
    return ordered.sort_values("minutes_freed_central", ascending=False, kind="stable")


def _assumptions(estimate: HoursEstimate, language: str) -> pd.DataFrame:
    values = estimate.assumptions.model_dump()
    fields = assumption_fields(language)

    def cells(numbers: Iterable[float]) -> list[Cell]:
        """Write shares as percentages, as the pages do; the start of the draws is a name rather than a number."""
        codes = (
            "0%" if field.high <= 1 else "#,##0.0" if field.step % 1 else "0" if field.name == "seed" else "#,##0"
            for field in fields
        )
        return [Cell(float(number), code) for number, code in zip(numbers, codes, strict=True)]

    return pd.DataFrame(
        {
            translate("Assumption", language): [field.label for field in fields],
            translate("Value", language): cells(values[field.name] for field in fields),
            translate("Default", language): cells(field.default for field in fields),
            translate("Unit", language): [field.unit for field in fields],
            translate("Lowest", language): cells(field.low for field in fields),
            translate("Highest", language): cells(field.high for field in fields),
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
