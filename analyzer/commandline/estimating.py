"""What ``hours`` needs beyond the pipeline: scenarios and roles from files, and its findings in sentences."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analyzer.errors import InputFileError, UsageError
from analyzer.i18n import mark, translate
from analyzer.numbers import format_difference, format_duration, format_number, format_range, labelled, to_the_minute
from analyzer.opportunity import (
    SCENARIOS,
    WORKING_TIMES,
    Assumptions,
    HoursEstimate,
    LocalFacts,
    ScenarioFile,
    assumption_fields,
    assumptions_for,
    checked_role,
    compare,
    ramp_up,
    read_scenario,
    tornado,
)
from analyzer.opportunity.working_time import with_working_time

_MOST_INPUTS = 3


def compared_with(name: str, own: Assumptions, language: str) -> tuple[Assumptions, list[str]]:
    """Return the other scenario of a comparison, with the working time of this one, and what to say of that.

    Working time is a fact of the organisation: were each scenario to bring its own, the comparison would be one of
    contracts.

    :param name: as :func:`scenario_of` takes it.
    :param own: the assumptions of this run.
    :raises UsageError: if there is no such scenario.
    :raises InputFileError: if the file cannot be used.
    """
    if not _is_file(name):
        return with_working_time(assumptions_for(name), own), []
    file = _scenario_file(name)
    labels = {field.name: field.label for field in assumption_fields(language)}
    differs = ", ".join(
        f"{labels[one.name]} {_plain(one.first, language)} → {_plain(one.second, language)}"
        for one in file.other_working_time(own)
    )
    said = translate(
        "“{name}” was saved with another working time, and yours is kept. Taking it over would change: {changes}.",
        language,
        name=file.name,
        changes=differs,
    )
    return with_working_time(file.assumptions, own), [said] if differs else []


def scenario_of(name: str) -> Assumptions:
    """Return the assumptions of a ready-made scenario, or of one in a file.

    :param name: "cautious", "central", "ambitious", or the path of a file that ends in .json.
    :raises UsageError: if there is no such scenario.
    :raises InputFileError: if the file cannot be used.
    """
    return _scenario_file(name).assumptions if _is_file(name) else assumptions_for(name)


def assumptions_from(scenario: str, changes: Mapping[str, str], week: str, currency: str = "") -> Assumptions:
    """Return the assumptions that the options of a command ask for.

    :param scenario: as :func:`scenario_of` takes it.
    :param changes: the user's ``--set``; they win.
    :param week: "fr35", "fr39", "uk", or "" for that of the currency's country, or else of the scenario.
    :param currency: "EUR", "GBP" or "".
    :raises UsageError: if an option cannot be used.
    :raises InputFileError: if the scenario's file cannot be used.
    """
    found = scenario_of(scenario)
    if not week and not _is_file(scenario):
        week = next((code for code, ready in WORKING_TIMES.items() if ready.currency == currency.upper()), "")
    if week:
        if week not in WORKING_TIMES:
            raise UsageError(
                "There is no working week “{name}”: choose {names}.", name=week, names=" / ".join(WORKING_TIMES)
            )
        found = found.changed(**WORKING_TIMES[week].values)
    return found.changed(**changes)


def week_said(assumptions: Assumptions, language: str) -> str:
    """Return the working week and year that the figures of a command go by."""
    return translate(
        "A full-time week is {week} here, with {leave} days of leave and {holidays} public holidays a year (--week, "
        "--set or --roles change it).",
        language,
        week=to_the_minute(assumptions.minutes_per_week, language),
        leave=format_number(assumptions.leave_days, language),
        holidays=format_number(assumptions.public_holidays, language),
    )


def _is_file(name: str) -> bool:
    return name not in SCENARIOS and name.lower().endswith(".json")


def _scenario_file(name: str) -> ScenarioFile:
    return read_scenario(_content(Path(name)), Path(name).name)


def facts_from(roles: Path | None) -> LocalFacts:
    """Return what a file says of roles.

    :param roles: JSON: an object by name of role, each with ``hours_per_week``, ``working_share`` or ``cost_per_hour``.
    :raises InputFileError: if the file cannot be used.
    """
    if roles is None:
        return LocalFacts()
    held = _json(roles, mark("“{file}” is no JSON: write the facts by role."))
    if not isinstance(held, dict) or not all(isinstance(facts, dict) for facts in held.values()):
        raise InputFileError(
            "“{file}” does not say by role what is known of it: write, for example, {example}.",
            file=roles.name,
            example='{"Buyer": {"hours_per_week": 39, "working_share": 0.8}}',
        )
    try:
        return LocalFacts(roles={role: checked_role(role, facts) for role, facts in held.items()})
    except UsageError as error:
        raise InputFileError(error.template, **error.facts) from error


def json_object(path: Path, otherwise: str) -> dict[str, Any]:
    """Return the object that a JSON file holds.

    :param otherwise: what to say of a file that holds none; it may name the ``file``.
    :raises InputFileError: if the file cannot be used.
    """
    held = _json(path, otherwise)
    if not isinstance(held, dict):
        raise InputFileError(otherwise, file=path.name)
    return held


def _json(path: Path, otherwise: str) -> Any:
    content = _content(path)  # outside: the error of a missing file is a ValueError too
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputFileError(otherwise, file=path.name) from error


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputFileError("“{file}” cannot be read: check its name.", file=str(path)) from error


def freed(estimate: HoursEstimate, language: str) -> list[str]:
    """Return the finding in one sentence, then what to know before it is used."""
    total = estimate.totals("total").iloc[0]
    finding = translate(
        "{duration} a week could be freed ({range}), {day} per person per day.",
        language,
        duration=format_duration(total["minutes_freed_central"], language),
        range=format_range(total["minutes_freed_low"], total["minutes_freed_high"], language),
        day=format_duration(total["minutes_per_person_per_day_central"], language),
    )
    return [
        finding,
        *_first_year(estimate, language),
        *_what_moves(estimate, language),
        *(warning.message(language) for warning in estimate.warnings),
    ]


def differing(first: HoursEstimate, second: HoursEstimate, name: str, language: str) -> list[str]:
    """Return what another scenario frees, and the assumptions that differ.

    :param name: what the user called the other scenario.
    """
    comparison = compare(first, second)
    week = next(row for row in comparison.totals.to_dict("records") if row["measure"] == "minutes_freed")
    found = translate(
        "With “{scenario}” instead: {duration} a week ({range}), a difference of {difference}.",
        language,
        scenario=Path(name).name,
        duration=format_duration(float(week["second_central"]), language),
        range=format_range(float(week["second_low"]), float(week["second_high"]), language),
        difference=format_difference(float(week["first_central"]), float(week["second_central"]), language),
    )
    labels = {field.name: field.label for field in assumption_fields(language)}
    changed = [
        "  " + labelled(labels[one.name], f"{_plain(one.first, language)} → {_plain(one.second, language)}", language)
        for one in comparison.assumptions
    ]
    return [found, *(changed or ["  " + translate("No assumption differs.", language)])]


def _plain(value: float, language: str) -> str:
    return format_number(value, language, digits=2)


def _first_year(estimate: HoursEstimate, language: str) -> list[str]:
    ramp = ramp_up(estimate)
    if ramp.full_year[1] <= 0:
        return []
    low, central, high = (hours * 60 for hours in ramp.hours(12))
    return [
        translate(
            "In the first year {duration} ({range}) if everything began on day one: a ceiling, with full use after "
            "{months} months; then {full} a year.",
            language,
            duration=format_duration(central, language),
            range=format_range(low, high, language),
            months=format_number(ramp.months_to_full, language),
            full=format_duration(ramp.full_year[1] * 60, language),
        )
    ]


def _what_moves(estimate: HoursEstimate, language: str) -> list[str]:
    bars = tornado(estimate)[:_MOST_INPUTS]
    if not bars:
        return []
    lines = [translate("What moves the total a week most, and what to ask:", language)]
    for bar in bars:
        span = format_range(bar.low, bar.high, language)
        lines.append("  " + labelled(bar.label(language), f"{span}. {bar.question(language)}", language))
    return lines
