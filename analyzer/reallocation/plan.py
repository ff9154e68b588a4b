"""The plan: what a list's freed hours become, by role and team, and what stands in the way of more."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

import analyzer.reallocation.before_after as spent
from analyzer.opportunity import HoursEstimate, LocalFacts
from analyzer.opportunity.assumptions import DAYS_PER_WEEK
from analyzer.opportunity.balance import MONTHS_A_QUARTER
from analyzer.opportunity.roadmap import Roadmap, plan_roadmap
from analyzer.opportunity.value import use_case_table
from analyzer.reallocation.candidates import POINTS, asked_quarters, candidates_of
from analyzer.reallocation.closeness import able_to_help, role_closeness
from analyzer.reallocation.groups import Group, by_group, groups_of, groups_of_rows
from analyzer.reallocation.handover import Handovers
from analyzer.reallocation.help_asked import PossibleHelp, offers, possible_help
from analyzer.reallocation.horizons import horizons, roadmap_shares
from analyzer.reallocation.infeasible import Shortfall
from analyzer.reallocation.meaning import Meaning, read_meaning
from analyzer.reallocation.moves import difference, moves_of
from analyzer.reallocation.pins import check_decisions
from analyzer.reallocation.rules import MINUTES_PER_QUARTER_HOUR, PlanRules
from analyzer.reallocation.skills import skills_of, skills_plan
from analyzer.reallocation.solve import Solution, solve
from analyzer.reallocation.suggestions import suggest


@dataclass(frozen=True, eq=False)
class Plan:
    """A plan for the freed hours of one list.

    :ivar moves: :data:`analyzer.reallocation.moves.COLUMNS`, one row a move; minutes a week of all people of a role.
    :ivar status: "optimal" (no better plan exists, within ``gap``), "relaxed" (the rules contradict each other: the
        nearest plan, see ``shortfalls``), "stopped" (the best plan found in the time allowed), "empty" (nothing is
        freed, so there is nothing to plan).
    :ivar gap: share of the best possible value that this plan may lack, 0..1.
    :ivar value: worth of the plan: minutes a week x weight x value x fit, plus what rankings add.
    :ivar budget: one row a role of a team: ``role``, ``team``, ``headcount``, ``week``, ``declared``, ``freed`` minutes
        a week, ``budget`` (whole quarter-hours of it, in minutes), ``asked`` (minutes it asks others for) and
        ``tasks_without_time``.
    :ivar before_after: by "role" and "team": see :func:`analyzer.reallocation.before_after.before_after`.
    :ivar shortfalls: rules that had to give way; :func:`analyzer.reallocation.plan_words.shortfall_words` says them.
    :ivar rules: what the plan was made by. ``digest``: stands for the estimate and the scenario it rests on.
    """

    moves: pd.DataFrame
    status: str
    gap: float
    value: float
    budget: pd.DataFrame
    before_after: Mapping[str, pd.DataFrame]
    shortfalls: tuple[Shortfall, ...]
    rules: PlanRules
    digest: str
    closeness: pd.DataFrame = field(repr=False)
    groups: tuple[Group, ...] = field(repr=False)
    _solution: Solution = field(repr=False)
    _estimate: HoursEstimate = field(repr=False)
    _given: Roadmap | None = field(repr=False)
    _titles: Mapping[str, tuple[str, str]] = field(repr=False)
    _handovers: Handovers = field(repr=False)

    @cached_property
    def roadmap(self) -> Roadmap:
        """The roadmap that the horizons follow: the one given, else that of :func:`usual_roadmap`."""
        return usual_roadmap(self._estimate) if self._given is None else self._given

    @property
    def use_cases_freeing(self) -> int:
        """How many use cases free time at all, whether the roadmap builds them or not."""
        return int((self._estimate.totals("use_case")["minutes_freed_central"] > 0).sum())

    @cached_property
    def horizons(self) -> pd.DataFrame:
        """The moves in the first, third and twelfth month of the roadmap: ``horizon``, ``months``, then the columns of
        moves. The moves themselves are for the day on which all of the freed time has come."""
        shares = roadmap_shares(self.groups, self._estimate, self.roadmap)
        return horizons(self._solution, self.groups, self.rules, shares)

    @cached_property
    def lessons(self) -> pd.DataFrame:
        """What each role must learn, in which order, in the months that the roadmap looks ahead:
        :func:`analyzer.reallocation.skills.skills_plan`."""
        begun = self.horizons[self.horizons["horizon"] == "quarter"]
        people = {key: float(row["headcount"]) for key, row in self._budgets.items()}
        weeks = self._estimate.assumptions.working_days_per_year / DAYS_PER_WEEK
        ahead = self.roadmap.capacity.quarters * MONTHS_A_QUARTER
        by_month = roadmap_shares(self.groups, self._estimate, self.roadmap, ahead)
        by_group = zip(*(by_month[month] for month in sorted(by_month)), strict=True)
        pace = {group.key: shares for group, shares in zip(self.groups, by_group, strict=True)}
        return skills_plan(self._estimate.frame, self.moves, first=begun, people=people, weeks=weeks, pace=pace)

    def learned_later(self, role: object, team: object, activity: str) -> list[Mapping[Any, Any]]:
        """Return the rows of :attr:`lessons` that an activity of a role needs and the roadmap frees no time for."""
        needed = {english for _, english in skills_of(activity)}
        waiting = self._waiting.get((_named(role), _named(team)), [])
        return [row for row in waiting if row["what_en"] in needed]

    @cached_property
    def _waiting(self) -> dict[tuple[str | None, str | None], list[Mapping[Any, Any]]]:
        found: dict[tuple[str | None, str | None], list[Mapping[Any, Any]]] = {}
        for row in self.lessons[self.lessons["later"]].to_dict("records"):
            found.setdefault((_named(row["role"]), _named(row["team"])), []).append(row)
        return found

    def help_with(self, role: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the tasks of another role that a role is nearest to, and the activities (O*NET) it would learn first.

        Both are empty for the same role in another team: it knows all of the work.
        """
        return ((), ()) if role == other else self._handovers.named(role, other)

    @cached_property
    def possible_help(self) -> tuple[PossibleHelp, ...]:
        """Which role could take over which tasks of which other if that one asked for it, the closest first."""
        return possible_help(self.groups, self.closeness, self._handovers, self._estimate.frame, self.rules)

    def budget_of(self, role: object, team: object) -> Mapping[Any, Any]:
        """Return the row of :attr:`budget` of a role of a team; a missing name is ``None`` or NaN."""
        return self._budgets[_named(role), _named(team)]

    def said_to_need(self, role: object, team: object) -> bool:
        """Return whether people said what help a role of a team needs; else its listed work tells."""
        return (_named(role), _named(team)) in {(need.role, need.team) for need in self.rules.needs}

    @cached_property
    def _budgets(self) -> dict[tuple[str | None, str | None], Mapping[Any, Any]]:
        return {(_named(row["role"]), _named(row["team"])): row for row in self.budget.to_dict("records")}

    def titles(self, language: str) -> dict[str, str]:
        """Return what each suggested activity is called, by its code, those that the plan leaves out included."""
        return {code: french if language == "fr" else english for code, (french, english) in self._titles.items()}

    def difference(self, other: Plan | pd.DataFrame) -> pd.DataFrame:
        """Return what changed since another plan, or its moves: :func:`analyzer.reallocation.moves.difference`."""
        return difference(self.moves, other.moves if isinstance(other, Plan) else other)


def plan_hours(
    estimate: HoursEstimate,
    rules: PlanRules | None = None,
    *,
    facts: LocalFacts | None = None,
    roadmap: Roadmap | None = None,
) -> Plan:
    """Plan what the freed hours of an estimate become.

    :param estimate: hours freed by task; their central estimate is the budget.
    :param rules: floors, ceilings, weights and what people decided; the defaults if absent.
    :param facts: what people said of roles; the estimate's own if absent.
    :param roadmap: what is built when, of the same estimate; its :func:`usual_roadmap` if absent. Only the horizons
        follow it.
    :returns: the best plan that the rules allow; where they contradict each other the nearest one, with what stood in
        the way. The same input gives the same plan, whatever the order of its rows.
    :raises UsageError: if a pin or another decision cannot be meant as it stands, or no plan was found in time.
    :raises ModelError: if the tasks must be read and the model cannot be used.
    """
    rules, facts = rules or PlanRules(), estimate.facts if facts is None else facts
    groups = groups_of(estimate, facts)
    frame = estimate.frame
    rests_on = digest_of(estimate, groups)
    if any(group.budget for group in groups):
        meaning = read_meaning(frame)
        suggestions = suggest(by_group(frame, groups), meaning)
        least = rules.closeness_needed
        closeness = able_to_help(role_closeness(frame, meaning, least=least), least)
    else:
        meaning, suggestions, closeness = Meaning([], np.zeros((0, 1), np.float32)), pd.DataFrame(), _NOT_CLOSE
    handovers = Handovers(frame if meaning.texts else frame.iloc[:0], meaning)
    candidates = candidates_of(groups, suggestions, closeness, rules, offers(handovers, groups, frame))
    check_decisions(rules, groups, candidates, closeness)
    solution = solve(groups, candidates, rules)
    moves = moves_of(solution, groups, rules)
    return Plan(
        moves=moves,
        status=_status(solution, groups),
        gap=solution.gap,
        value=solution.value * MINUTES_PER_QUARTER_HOUR / POINTS,
        budget=_budget(groups, rules),
        before_after=spent.before_after(frame, groups, groups_of_rows(frame, groups), moves),
        shortfalls=solution.shortfalls,
        rules=rules,
        digest=rests_on,
        closeness=closeness,
        groups=tuple(groups),
        _solution=solution,
        _estimate=estimate,
        _given=roadmap,
        _titles={row["code"]: (row["title_fr"], row["title_en"]) for row in suggestions.to_dict("records")},
        _handovers=handovers,
    )


def usual_roadmap(estimate: HoursEstimate) -> Roadmap:
    """Return the roadmap under the usual capacity, by hours: nobody asked for money."""
    return plan_roadmap(estimate, cases=use_case_table(estimate))


def _named(name: object) -> str | None:
    return name if isinstance(name, str) else None


_NOT_CLOSE = pd.DataFrame({"role_a": pd.Series(dtype="str"), "role_b": pd.Series(dtype="str"), "closeness": 0.0})


def digest_of(estimate: HoursEstimate, groups: list[Group] | None = None) -> str:
    """Return a text that is the same as long as a plan rests on the same hours: roles, their time, tasks and scenario.

    The order of the rows and the language of their notes do not change it.
    """
    groups = groups_of(estimate) if groups is None else groups
    frame = estimate.frame
    work = frame[["task", "minutes_freed_central"]].assign(group=groups_of_rows(frame, groups))
    held = {
        "assumptions": estimate.assumptions.model_dump(),
        "facts": estimate.facts.fingerprint,
        "groups": [[*group.key, group.headcount, group.week, group.declared, group.freed] for group in groups],
        "work": sorted(work.astype("str").itertuples(index=False, name=None)),
    }
    return hashlib.sha256(json.dumps(held, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _status(solution: Solution, groups: list[Group]) -> str:
    if not any(group.budget for group in groups):
        return "empty"
    if solution.shortfalls:
        return "relaxed"
    return "optimal" if solution.complete else "stopped"


def _budget(groups: list[Group], rules: PlanRules) -> pd.DataFrame:
    """Return what each role of a team has to plan with."""
    asked = asked_quarters(groups, rules)
    table = pd.DataFrame(
        {
            "role": pd.Series([group.role for group in groups], dtype="str"),
            "team": pd.Series([group.team for group in groups], dtype="str"),
            "headcount": [group.headcount for group in groups],
            "week": [group.week for group in groups],
            "declared": [group.declared for group in groups],
            "freed": [group.freed for group in groups],
            "budget": [group.budget * MINUTES_PER_QUARTER_HOUR for group in groups],
            "asked": [quarter * MINUTES_PER_QUARTER_HOUR for quarter in asked],
            "tasks_without_time": [group.without_time for group in groups],
        }
    )
    return table
