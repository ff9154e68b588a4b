"""Sheets of what a project decided: pilot, roadmap, risks, readiness and plan, from the objects that its pages show."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from analyzer.i18n import mark, translate
from analyzer.labels import label
from analyzer.opportunity.readiness import ANSWERS, CONDITIONS, STATEMENTS, condition_scores, readiness_of
from analyzer.opportunity.safeguard_steps import owner_name
from analyzer.reallocation.reasons import kind_name, title
from analyzer.report.pilot_words import pilot_cautions, pilot_finding, pilot_parts
from analyzer.report.roadmap_words import waiting_words

if TYPE_CHECKING:
    from analyzer.opportunity import Money, Pilot, Roadmap
    from analyzer.opportunity.balance import QuarterDate
    from analyzer.opportunity.cash import CashFlow
    from analyzer.opportunity.readiness import Answers
    from analyzer.opportunity.risks import Risk
    from analyzer.report.sheets import SheetWriter

RISK_LEVELS = {"high": mark("High risk"), "medium": mark("Medium risk"), "low": mark("Low risk")}


@dataclass(frozen=True, eq=False)
class Decided:
    """What stands beside the hours of a project; what is empty has no sheet.

    ``beginning``: the quarter in which the roadmap begins. ``risks``: register by name of the use case. ``answers``: of
    the readiness survey, by team. ``moves``: of the plan made last. ``money`` and ``cash``: where money was asked for.
    """

    beginning: QuarterDate
    roadmap: Roadmap
    pilot: Pilot | None = None
    risks: Mapping[str, tuple[Risk, ...]] = field(default_factory=dict)
    answers: Mapping[str, Answers] = field(default_factory=dict)
    moves: pd.DataFrame | None = None
    money: Money | None = None
    cash: CashFlow | None = None


def add_pilot(book: SheetWriter, pilot: Pilot, language: str) -> None:
    """Add the card of the first pilot."""
    facts = [
        (part.title if not place else "", point)
        for part in pilot_parts(pilot, language)
        for place, point in enumerate(part.points)
    ]
    facts += [(translate("To keep in mind", language), words) for words in pilot_cautions(pilot, language)]
    book.add_facts(translate("First pilot", language), pilot_finding(pilot, language), facts)


def add_roadmap(book: SheetWriter, roadmap: Roadmap, beginning: QuarterDate, language: str) -> None:
    """Add the steps of a roadmap, and what each of its quarters adds and takes away."""
    rows = [
        (
            step.name,
            label("step", step.kind, language),
            beginning.name(int(step.start + 1e-9), language),
            beginning.name(max(0, math.ceil(step.finish - 1e-9) - 1), language),
            step.days or None,
            waiting_words(step, language),
        )
        for step in roadmap.steps
    ]
    days = translate("Work (days)", language)
    heads = [
        translate("Step", language),
        translate("Kind of step", language),
        translate("Begins", language),
        translate("Ends", language),
        days,
        translate("Waits for", language),
    ]
    steps = pd.DataFrame(rows, columns=heads)
    book.add_table(translate("Roadmap", language), steps, formats={days: "#,##0.0"}, freeze_columns=1)
    in_hours = {
        translate("Building (hours)", language): [one.hours_building for one in roadmap.quarters],
        translate("Learning (hours)", language): [one.hours_learning for one in roadmap.quarters],
        translate("Freed (hours)", language): [one.hours_freed for one in roadmap.quarters],
    }
    named = [beginning.name(one.number, language) for one in roadmap.quarters]
    quarters = pd.DataFrame({translate("Quarter", language): named, **in_hours})
    formats = dict.fromkeys(in_hours, "#,##0.0")
    book.add_table(translate("Quarter by quarter", language), quarters, formats=formats, freeze_columns=1)


def add_risks(book: SheetWriter, risks: Mapping[str, tuple[Risk, ...]], language: str) -> None:
    """Add the risk register of each use case, one row a risk."""
    yes, no = translate("yes", language), translate("no", language)
    likelihood, impact = translate("Likelihood (1 to 5)", language), translate("Impact (1 to 5)", language)
    rows = [
        {
            translate("Use case", language): name,
            translate("Level", language): translate(RISK_LEVELS[risk.level], language),
            translate("What could happen", language): risk.words(language)[0],
            likelihood: risk.likelihood,
            impact: risk.impact,
            translate("What is done about it", language): risk.words(language)[1],
            translate("Who sees to it", language): owner_name(risk.owner, language),
            translate("Counts", language): no if risk.aside else yes,
        }
        for name, register in risks.items()
        for risk in register
    ]
    formats = {likelihood: "0", impact: "0"}
    book.add_table(translate("Risk register", language), pd.DataFrame(rows), formats=formats, freeze_columns=1)


def add_readiness(book: SheetWriter, answers: Mapping[str, Answers], language: str) -> None:
    """Add the answers of each team, with the score of each condition and what they change."""
    answer, score = translate("Answer (0 to 4)", language), translate("Score of the condition", language)
    adoption, ramp_up = translate("Adoption, times", language), translate("Months of ramp-up, times", language)
    rows = []
    for team, given in sorted(answers.items()):
        scores, moved = condition_scores(given), readiness_of(given)
        for one in STATEMENTS:
            said = given.get(one.code)
            rows.append(
                {
                    translate("Team", language): team or translate("Everybody", language),
                    translate("Condition", language): translate(CONDITIONS[one.condition], language),
                    translate("Statement", language): one.text(language),
                    answer: None if said is None else float(said),
                    translate("In words", language): translate(
                        "not answered" if said is None else ANSWERS[said], language
                    ),
                    score: scores[one.condition],
                    adoption: moved.adoption_factor,
                    ramp_up: moved.ramp_up_factor,
                }
            )
    formats = {answer: "0", score: "0%", adoption: "0.00", ramp_up: "0.00"}
    book.add_table(translate("Readiness", language), pd.DataFrame(rows), formats=formats, freeze_columns=1)


def add_moves(book: SheetWriter, moves: pd.DataFrame, language: str) -> None:
    """Add the moves of a plan, one row a move, in hours a week of all people of a role."""
    hours = translate("Hours a week", language)
    missing = {name: translate(words, language) for name, words in _NOT_STATED.items()}
    rows = [
        {
            **{translate(_HEADS[name], language): _stated(move[name], missing[name]) for name in _HEADS},
            translate("What it becomes", language): title(move, language),
            translate("Kind of work", language): kind_name(str(move["kind"]), language),
            hours: float(move["minutes_per_week"]) / 60,
        }
        for move in moves.to_dict("records")
    ]
    book.add_table(translate("Plan", language), pd.DataFrame(rows), formats={hours: "#,##0.00"}, freeze_columns=2)


_HEADS = {"team": mark("Team"), "role": mark("Role")}
_NOT_STATED = {"team": mark("Team not stated"), "role": mark("Role not stated")}


def _stated(value: object, missing: str) -> str:
    return value if isinstance(value, str) and value else missing
