"""Sentences and tables of the offline page, each escaped where it is made."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_number, format_range, format_share, labelled
from analyzer.opportunity import assumption_fields
from analyzer.report.charts.common import leading_lanes
from analyzer.report.theme import LANES
from analyzer.report.wording import named

if TYPE_CHECKING:
    from analyzer.opportunity import AssumptionField, HoursEstimate

MOST_USE_CASES = 200
"""Use cases listed on the page; the rest is in the workbook."""
_MOST_ROLES = 4
_SIGNS = {"automate": "●", "assist": "◆", "redesign": "■", "keep_human": "▲"}
_SHOWN_ASSUMPTIONS = ("adoption", "review", "hours_per_day")


def lead(estimate: HoursEstimate, language: str) -> str:
    """Return the one sentence that sums the estimate up."""
    total = estimate.totals("total").iloc[0]
    if total["minutes_per_week"] <= 0:
        return translate("No time is stated for these tasks: the map shows their scores alone.", language)
    return translate(
        "{duration} a week could be freed ({range}): {day} per person per day, out of {stated} a week stated.",
        language,
        duration=format_duration(total["minutes_freed_central"], language),
        range=format_range(total["minutes_freed_low"], total["minutes_freed_high"], language),
        day=format_duration(total["minutes_per_person_per_day_central"], language),
        stated=format_duration(total["minutes_per_week"], language),
    )


def notices(estimate: HoursEstimate, language: str) -> str:
    """Return the warnings of the estimate as a section; "" if there is nothing to warn of."""
    if not estimate.warnings:
        return ""
    title = html.escape(translate("To know before using these figures", language))
    items = "".join(f'<p class="notice">{html.escape(w.message(language))}</p>' for w in estimate.warnings)
    return f"<section><h2>{title}</h2>{items}</section>"


def how_to_read(language: str) -> str:
    """Return the note that explains place, size, colour and range."""
    sentences = [
        translate(
            "To the right: done often, and much the same each time. Upwards: more of it can run by itself.", language
        ),
        translate(
            "The larger the mark, the more time the task takes a week; a hollow mark has no time stated.", language
        ),
        translate(
            "Point at a mark for its task, role, minutes a week and the range that could be freed: nine times in ten "
            "the true value should lie in it.",
            language,
        ),
    ]
    lanes = "".join(
        f"<dt>{_lane_cell(lane, language)}</dt><dd>{html.escape(label('lane_help', lane, language))}</dd>"
        for lane in LANES
    )
    return "<ul>" + "".join(f"<li>{html.escape(s)}</li>" for s in sentences) + f"</ul>\n<dl>{lanes}</dl>"


def use_case_table(estimate: HoursEstimate, language: str) -> str:
    """Return the use cases as an HTML table, at most :data:`MOST_USE_CASES`, the one that frees most first."""
    totals = estimate.totals("use_case").head(MOST_USE_CASES)
    roles = estimate.frame.groupby("use_case", sort=False)["role"].agg(_names)
    lanes = leading_lanes(estimate.frame, ["use_case"])
    heads = [
        ("", translate("Use case", language)),
        ("", translate("Path", language)),
        ("", translate("Roles", language)),
        ("number", translate("Tasks", language)),
        ("number", translate("Time a week", language)),
        ("number", translate("Freed a week", language)),
        ("number", translate("Low to high", language)),
    ]
    head = "".join(f'<th scope="col" class="{kind}">{html.escape(text)}</th>' for kind, text in heads)
    rows = []
    for row in totals.to_dict("records"):
        case = row["use_case"]
        lane, names = (str(lanes[case]), roles[case]) if case in lanes.index else ("", [])
        timed = row["tasks"] > row["tasks_without_time"]
        cells = [
            ("", _lane_cell(lane, language)),
            ("", html.escape(_role_words(names, language))),
            ("number", html.escape(format_count(row["tasks"], language))),
            ("number", html.escape(format_duration(row["minutes_per_week"] if timed else None, language))),
            ("number", html.escape(format_duration(row["minutes_freed_central"] if timed else None, language))),
            (
                "number",
                html.escape(format_range(row["minutes_freed_low"], row["minutes_freed_high"], language))
                if timed
                else "",
            ),
        ]
        title = html.escape(named(case, translate("Use case not named", language)))
        body = "".join(f'<td class="{kind}">{text}</td>' for kind, text in cells)
        rows.append(f'<tr><th scope="row">{title}</th>{body}</tr>')
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def use_cases_note(estimate: HoursEstimate, language: str) -> str:
    """Return what the table leaves out."""
    rest = len(estimate.totals("use_case")) - MOST_USE_CASES
    note = translate("Ranges of use cases do not add up: not everything goes badly, or well, at once.", language)
    if rest <= 0:
        return note
    more = translate_plural(
        "{number} smaller use case is not listed.",
        "{number} smaller use cases are not listed.",
        rest,
        language,
        number=format_count(rest, language),
    )
    return f"{more} {note}"


def basis(estimate: HoursEstimate, language: str) -> str:
    """Return the formula, the assumptions that matter most, and where the evidence comes from."""
    formula = translate("Time freed = minutes a week × share freed × adoption × (1 − checking).", language)
    sources = translate(
        "The share freed comes from published studies for each kind of work; where no study fits, nothing is counted.",
        language,
    )
    position = translate(
        "Tasks are scored, never people. Time freed is for better work and for relief: it is not time to fill.",
        language,
    )
    fields = {field.name: field for field in assumption_fields(language)}
    values = estimate.assumptions.model_dump()
    shown = {name: assumption_value(fields[name], values[name], language) for name in _SHOWN_ASSUMPTIONS}
    facts = "".join(
        f"<dt>{html.escape(labelled(fields[name].label, value, language))}</dt>"
        f"<dd>{html.escape(fields[name].why)} {html.escape(fields[name].source)}</dd>"
        for name, value in shown.items()
    )
    return f"<p>{html.escape(formula)} {html.escape(sources)}</p>\n<dl>{facts}</dl>\n<p>{html.escape(position)}</p>"


def assumption_value(field: AssumptionField, value: float, language: str) -> str:
    """Return the value of an assumption with its unit; shares as percentages."""
    return format_share(value, language) if field.high <= 1 else f"{format_number(value, language)} {field.unit}"


def _lane_cell(lane: str, language: str) -> str:
    if not lane:
        return ""
    sign = f'<span class="sign" style="color:var(--{lane.replace("_", "-")})" aria-hidden="true">{_SIGNS[lane]}</span>'
    return f"{sign} {html.escape(label('lane', lane, language))}"


def _names(roles: object) -> list[str]:
    return [str(role) for role in dict.fromkeys(roles) if isinstance(role, str)]  # type: ignore[call-overload]


def _role_words(names: list[str], language: str) -> str:
    words = ", ".join(names[:_MOST_ROLES])
    rest = len(names) - _MOST_ROLES
    return words if rest <= 0 else translate("{names} and {count} more", language, names=words, count=rest)
