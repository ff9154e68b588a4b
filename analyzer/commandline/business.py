"""What ``cases``, ``roadmap`` and ``hours --money`` need: costs from options, and what the pages say, in lines."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from analyzer.commandline.estimating import json_object
from analyzer.errors import InputFileError, UsageError
from analyzer.i18n import mark, translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, labelled
from analyzer.opportunity import Money, estimate_money
from analyzer.opportunity.balance import next_quarter
from analyzer.opportunity.cash import cash_flow
from analyzer.opportunity.costs import CURRENCIES, amount_of, cost_lines, costs_of
from analyzer.opportunity.money import IN_A_FILE
from analyzer.opportunity.pilot import propose_pilot
from analyzer.opportunity.roadmap import Roadmap, plan_roadmap
from analyzer.opportunity.schedule import Capacity
from analyzer.opportunity.value import use_case_table
from analyzer.report.money_story import money_cautions, money_figures, money_finding, payback_sentence
from analyzer.report.pilot_words import pilot_cautions, pilot_finding, pilot_parts
from analyzer.report.roadmap_words import later_words, story_words, too_dear_words, unpaid_words, waiting_words

if TYPE_CHECKING:
    from analyzer.opportunity import HoursEstimate
    from analyzer.opportunity.costs import Costs
    from analyzer.opportunity.money import BusinessCase

_ENDS = ("low", "central", "high")
_MONEY = ("value", "build", "run", "net", "payback", "three_year_return", "waiting", "break_even")


def costs_from(currency: str, hour: str, path: Path | None) -> Costs | None:
    """Return the costs to reckon with, ``None`` if nobody asked for money.

    :param currency: "EUR", "GBP" or "".
    :param hour: cost of an hour of any role: "40", or "30:40:60" for low, central and high; "" for the usual one.
    :param path: JSON with "currency", "hour" and "cost:<solution>:<item>", each of the last two a number or an object
        of low, central and high, as ``costs.py`` has them.
    :raises UsageError: if an option cannot be used.
    :raises InputFileError: if the file cannot be used.
    """
    if not (currency or hour or path):
        return None
    kept = {} if path is None else _file(path)
    if currency:
        kept["currency"] = currency.upper()
    if str(kept.get("currency", "EUR")) not in CURRENCIES:
        raise UsageError(
            "There are no costs in “{currency}”: choose {currencies}.",
            currency=str(kept["currency"]),
            currencies=" / ".join(CURRENCIES),
        )
    if hour:
        kept["hour"] = _range(hour)
    return costs_of(kept)


def money_said(estimate: HoursEstimate, costs: Costs, language: str) -> list[str]:
    """Return what an estimate is worth and costs, as the page says it."""
    money, cases = estimate_money(estimate, costs), use_case_table(estimate)
    roadmap = plan_roadmap(estimate, cases=cases, costs=costs, paying=money.paying)
    cash = cash_flow(roadmap, estimate, costs, cases=cases)
    figures = money_figures(money, cash, estimate.assumptions.adoption, language)
    cautions = money_cautions(estimate.warnings, language)
    return [*cautions, money_finding(money, cash, language), *("  " + figure.line(language) for figure in figures)]


def cases_table(estimate: HoursEstimate, costs: Costs | None) -> pd.DataFrame:
    """Return the use cases, one a row, for a file, each with its ``standing`` in the roadmap of usual capacity.

    :param costs: adds ``pays`` and the money of those that have figures of their own, low, central and high each.
    """
    table = use_case_table(estimate)
    money = None if costs is None else estimate_money(estimate, costs)
    paying = None if money is None else money.paying
    table["standing"] = table["use_case_key"].map(
        plan_roadmap(estimate, cases=table, costs=costs, paying=paying).standing
    )
    for name in ("teams", "roles"):
        table[name] = table[name].map("; ".join)
    return table if money is None else table.merge(_money_columns(money), how="left")


def cases_said(table: pd.DataFrame, language: str) -> list[str]:
    """Return how many use cases there are of each quadrant."""
    counts = table["quadrant"].value_counts()
    found = translate_plural(
        "{number} use case; {freeing} would free time.",
        "{number} use cases; {freeing} would free time.",
        len(table),
        language,
        number=format_count(len(table), language),
        freeing=format_count(int((table["minutes_freed_central"] > 0).sum()), language),
    )
    return [
        found,
        *(
            "  " + labelled(label("quadrant", str(code), language), format_count(int(count), language), language)
            for code, count in counts.items()
        ),
    ]


def roadmap_of(
    estimate: HoursEstimate, capacity: Capacity, costs: Costs | None, language: str
) -> tuple[pd.DataFrame, list[str]]:
    """Return the steps of the roadmap, one a row, and what to say of pilot, quarters and what does not fit in."""
    cases = use_case_table(estimate)
    paying = None if costs is None else estimate_money(estimate, costs).paying
    pilot = propose_pilot(estimate, cases, costs, paying)
    roadmap = plan_roadmap(estimate, capacity, cases=cases, costs=costs, paying=paying, pilot=pilot)
    beginning = next_quarter(datetime.now(tz=UTC).date())
    names = [beginning.name(quarter.number, language) for quarter in roadmap.quarters]
    lines = [translate("With these assumptions no use case would free time.", language)]
    if pilot is not None:
        lines = [pilot_finding(pilot, language)]
        for part in pilot_parts(pilot, language):
            lines += ["  " + labelled(part.title, " ".join(part.points), language)]
        lines += pilot_cautions(pilot, language)
    if warning := roadmap.workload_warning(names):
        lines.append(warning.message(language))
    lines += _quarters_said(roadmap, names, language) if roadmap.steps else []
    lines += [story] if (story := story_words(roadmap, cases, language)) else []
    lines += [later_words(roadmap, language)] if roadmap.later else []
    lines += [too_dear_words(roadmap, language)] if roadmap.too_dear else []
    lines += [unpaid_words(roadmap, language)] if roadmap.unpaid else []
    if costs is not None and (cash := cash_flow(roadmap, estimate, costs, cases=cases)) is not None:
        lines.append(payback_sentence(cash, language))
    steps = [
        {
            "step": step.name,
            "kind": step.kind,
            "begins": beginning.name(int(step.start + 1e-9), language),
            "ends": beginning.name(max(0, math.ceil(step.finish - 1e-9) - 1), language),
            "start_quarter": round(step.start, 3),
            "finish_quarter": round(step.finish, 3),
            "days": round(step.days, 2),
            "track": step.track + 1,
            "waits_for": waiting_words(step, language),
            "use_case_key": step.key if step.kind != "readiness" else None,
        }
        for step in roadmap.steps
    ]
    return pd.DataFrame(steps, columns=list(_STEP_COLUMNS)), lines


_STEP_COLUMNS = (
    "step",
    "kind",
    "begins",
    "ends",
    "start_quarter",
    "finish_quarter",
    "days",
    "track",
    "waits_for",
    "use_case_key",
)


def _quarters_said(roadmap: Roadmap, names: list[str], language: str) -> list[str]:
    return [
        "  "
        + labelled(
            name,
            translate(
                "{building} of building, {learning} of learning, {freed} freed",
                language,
                building=format_duration(quarter.hours_building * 60, language),
                learning=format_duration(quarter.hours_learning * 60, language),
                freed=format_duration(quarter.hours_freed * 60, language),
            ),
            language,
        )
        for name, quarter in zip(names, roadmap.quarters, strict=True)
    ]


def _money_columns(money: Money) -> pd.DataFrame:
    rows = []
    cases = money.cases.head(IN_A_FILE)
    for key, pays, case in zip(cases["use_case_key"], cases["pays"], money.in_full(cases), strict=True):
        rows.append({"use_case_key": key, "currency": money.costs.currency, "pays": bool(pays), **_figures(case)})
    return pd.DataFrame(rows, columns=["use_case_key", "currency", "pays", *_money_names()])


def _money_names() -> list[str]:
    return [f"{name}_{end}" for name in _MONEY for end in _ENDS]


def _figures(case: BusinessCase) -> dict[str, float | None]:
    """Return each figure; a payback that never comes is left empty, as every file format can hold it."""
    found = {f"{name}_{end}": float(getattr(getattr(case, name), end)) for name in _MONEY for end in _ENDS}
    return {name: round(value, 3) if math.isfinite(value) else None for name, value in found.items()}


def _range(words: str) -> dict[str, float]:
    try:
        parts = [float(part) for part in words.split(":")]
    except ValueError:
        parts = []
    if len(parts) not in (1, 3):
        raise UsageError(
            "“{words}” is no cost of an hour: write one number, or low, central and high as in 30:40:60.", words=words
        )
    found = dict(zip(_ENDS, parts if len(parts) == 3 else parts * 3, strict=True))
    amount_of(found)
    return found


def _file(path: Path) -> dict[str, Any]:
    held = json_object(path, mark("“{file}” is no JSON: write the costs by name."))
    known = {f"cost:{line.solution}:{line.item}" for line in cost_lines()} | {"hour", "currency"}
    for name, value in held.items():
        if name not in known:
            raise InputFileError(
                "“{file}” names no cost with “{name}”: write for example {example}.",
                file=path.name,
                name=str(name),
                example='{"cost:rules:build_days": {"low": 4, "central": 10, "high": 25}}',
            )
        if name != "currency":
            try:
                amount_of(value)
            except UsageError as error:
                raise InputFileError(error.template, **error.facts) from error
    return held
