"""What is proposed beside the hours where nobody has decided anything yet: for reports made without the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.opportunity import estimate_money, propose_pilot, use_case_table
from analyzer.opportunity.balance import next_quarter
from analyzer.opportunity.cash import cash_flow
from analyzer.opportunity.risks import risks_of
from analyzer.opportunity.roadmap import plan_roadmap
from analyzer.opportunity.value import with_keys
from analyzer.reallocation.plan import plan_hours
from analyzer.report.decision_sheets import Decided

if TYPE_CHECKING:
    from datetime import date

    from analyzer.opportunity import Capacity, HoursEstimate
    from analyzer.opportunity.costs import Costs
    from analyzer.reallocation.rules import PlanRules

_WITH_RISKS = 40
"""Use cases whose register of risks is drawn up, those that free most."""


def usual_decisions(
    estimate: HoursEstimate,
    *,
    day: date,
    capacity: Capacity | None = None,
    costs: Costs | None = None,
    rules: PlanRules | None = None,
) -> Decided:
    """Return pilot, roadmap, risks and plan as the tool proposes them, and money where costs are given.

    :param day: the roadmap begins in the quarter after it.
    :param capacity: what the organisation can take on; the usual one unless given.
    :param costs: puts the hours into money.
    :param rules: of the plan; the usual ones unless given.
    :raises UsageError: if the rules cannot be meant as they stand, or no plan was found in time.
    :raises ModelError: if the model cannot be used.
    """
    cases = use_case_table(estimate)
    money = None if costs is None else estimate_money(estimate, costs)
    paying = None if money is None else money.paying
    pilot = propose_pilot(estimate, cases, costs, paying)
    roadmap = plan_roadmap(estimate, capacity, cases=cases, costs=costs, paying=paying, pilot=pilot)
    frame = with_keys(estimate.frame)
    freeing = cases[cases["minutes_freed_central"] > 0].nlargest(_WITH_RISKS, "minutes_freed_central")
    risks = {
        str(row["use_case"]): risks_of(frame[frame["use_case_key"] == row["use_case_key"]])
        for row in freeing.to_dict("records")
    }
    return Decided(
        beginning=next_quarter(day),
        roadmap=roadmap,
        pilot=pilot,
        risks=risks,
        moves=plan_hours(estimate, rules, roadmap=roadmap).moves,
        money=money,
        cash=None if costs is None else cash_flow(roadmap, estimate, costs, cases=cases),
    )
