"""What a project chose for its roadmap and its money, and what is reckoned from it, kept while it holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from analyzer.errors import UsageError
from analyzer.opportunity.cash import CashFlow, cash_flow
from analyzer.opportunity.costs import Costs, amount_of, costs_of
from analyzer.opportunity.money import Money, estimate_money
from analyzer.opportunity.pilot import Pilot, propose_pilot
from analyzer.opportunity.roadmap import Roadmap, plan_roadmap
from analyzer.opportunity.schedule import Capacity
from analyzer.opportunity.value import use_case_table
from analyzer.opportunity.weights import BEST_ANSWER, CASE, PriorityWeights, priorities_of
from analyzer.opportunity.working_time import checked_role
from analyzer.ui.anchors import PRIORITY
from analyzer.ui.local_facts import ROLE
from analyzer.ui.memory import memory
from analyzer.ui.work import work
from analyzer.workspace import choices, drop_choices, keep_choice, keep_choices

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from analyzer.opportunity import HoursEstimate
    from analyzer.opportunity.weights import Priorities

MONEY = "money"
"""Kind of choice that holds the currency, the cost of an hour and the costs of solutions."""
_CAPACITY, _WEIGHTS, _UNPAID = "capacity", "weights", "unpaid"


def cases_of(estimate: HoursEstimate) -> pd.DataFrame:
    """Return the table of use cases of an estimate; not to be changed."""
    kept = memory("cases")
    table = kept.get(estimate)
    return cast("pd.DataFrame", kept.put(estimate, use_case_table(estimate)) if table is None else table)


def priorities(project_id: str) -> Priorities:
    """Return the weights and the answers of a project."""
    return priorities_of(choices(work(), project_id, PRIORITY))


def keep_weights(project_id: str, **values: float) -> None:
    """Keep some weights.

    :raises UsageError: if they cannot be; then nothing is kept.
    """
    weights = priorities(project_id).weights.changed(**values)
    keep_choice(work(), project_id, PRIORITY, _WEIGHTS, dict(vars(weights)))


def reset_weights(project_id: str) -> None:
    """Go back to the usual weights."""
    drop_choices(work(), project_id, PRIORITY, [_WEIGHTS])


def usual_weights() -> PriorityWeights:
    """Return the weights that hold where nobody changed them."""
    return PriorityWeights()


def keep_appeal(project_id: str, use_case_key: str, **answers: object) -> None:
    """Keep what a team says of a use case: ``wish`` and ``pain``, 0..5, ``None`` to take an answer back.

    :raises UsageError: if an answer is no number from 0 to 5; then nothing is kept.
    """
    key = f"{CASE}{use_case_key}"
    held = choices(work(), project_id, PRIORITY).get(key)
    said: dict[str, Any] = dict(held) if isinstance(held, dict) else {}
    for name, answer in answers.items():
        number = isinstance(answer, int | float) and not isinstance(answer, bool)
        if answer is not None and not (number and 0 <= cast("float", answer) <= BEST_ANSWER):
            raise UsageError("“{value}” is no answer: give a number from 0 to 5, or leave it empty.", value=str(answer))
        said[name] = answer
    keep_choice(work(), project_id, PRIORITY, key, said)


def keep_first_pilot(project_id: str, use_case_key: str | None) -> None:
    """Keep which use case is the first pilot, whatever would be proposed; ``None`` goes back to the proposal."""
    held = choices(work(), project_id, PRIORITY)
    said = {key: dict(answers) for key, answers in held.items() if key.startswith(CASE) and isinstance(answers, dict)}
    changed = {key: {**answers, "begins": False} for key, answers in said.items() if answers.get("begins")}
    if use_case_key is not None:
        key = f"{CASE}{use_case_key}"
        changed[key] = {**said.get(key, {}), "begins": True}
    keep_choices(work(), project_id, PRIORITY, changed)


def capacity_of(project_id: str) -> Capacity:
    """Return what a project can take on; what cannot be used of it is left aside."""
    held = choices(work(), project_id, PRIORITY).get(_CAPACITY)
    try:
        return Capacity(float(held["days_per_quarter"]), int(held["at_once"])) if isinstance(held, dict) else Capacity()
    except (KeyError, TypeError, ValueError, UsageError):
        return Capacity()


def keep_capacity(project_id: str, days_per_quarter: float, at_once: int) -> None:
    """Keep what a project can take on.

    :raises UsageError: if it cannot be; then nothing is kept.
    """
    capacity = Capacity(days_per_quarter, at_once)
    values = {"days_per_quarter": capacity.days_per_quarter, "at_once": capacity.at_once}
    keep_choice(work(), project_id, PRIORITY, _CAPACITY, values)


def builds_unpaid(project_id: str) -> bool:
    """Whether the roadmap also takes use cases that do not pay for themselves in money: as was chosen, or else as long
    as nobody entered a cost; until then it goes by hours."""
    chosen = decided_unpaid(project_id)
    return not has_costs(project_id) if chosen is None else chosen


def decided_unpaid(project_id: str) -> bool | None:
    """Return what was chosen of use cases that do not pay for themselves: built, left out, or nothing yet."""
    chosen = choices(work(), project_id, PRIORITY).get(_UNPAID)
    return chosen if isinstance(chosen, bool) else None


def keep_builds_unpaid(project_id: str, wanted: bool) -> None:
    """Keep whether the roadmap also takes use cases that do not pay for themselves in money."""
    keep_choice(work(), project_id, PRIORITY, _UNPAID, wanted)


def roadmap_of(project_id: str, estimate: HoursEstimate) -> Roadmap:
    """Return the roadmap of a project: the one story that all its pages tell."""
    return _laid_out(project_id, estimate, builds_unpaid(project_id))


def _laid_out(project_id: str, estimate: HoursEstimate, unpaid: bool) -> Roadmap:
    kept, capacity = memory("roadmap"), capacity_of(project_id)
    key = estimate, capacity, unpaid, json.dumps(choices(work(), project_id, MONEY), sort_keys=True)
    roadmap = cast("Roadmap | None", kept.get(key))
    if roadmap is None:
        paying = None if unpaid else money_of(project_id, estimate).paying
        cases, costs = cases_of(estimate), costs_for(project_id)
        pilot = pilot_of(project_id, estimate)
        roadmap = plan_roadmap(estimate, capacity, cases=cases, costs=costs, paying=paying, pilot=pilot)
        kept.put(key, roadmap)
    return roadmap


def pilot_of(project_id: str, estimate: HoursEstimate) -> Pilot | None:
    """Return the first pilot of a project: one that pays for itself, where somebody entered a cost and there is one."""
    paying = money_of(project_id, estimate).paying if has_costs(project_id) else None
    return propose_pilot(estimate, cases_of(estimate), costs_for(project_id), paying)


def costs_for(project_id: str) -> Costs:
    """Return the costs of a project."""
    return costs_of(choices(work(), project_id, MONEY))


def has_costs(project_id: str) -> bool:
    """Whether somebody entered a cost; a currency comes with every new project."""
    return not choices(work(), project_id, MONEY).keys() <= {"currency"}


def money_of(project_id: str, estimate: HoursEstimate) -> Money:
    """Return an estimate in money, with the costs of a project."""
    kept, chosen = memory("money"), choices(work(), project_id, MONEY)
    key = estimate, json.dumps(chosen, sort_keys=True)
    money = kept.get(key)
    return cast("Money", kept.put(key, estimate_money(estimate, costs_of(chosen))) if money is None else money)


def cash_of(project_id: str, estimate: HoursEstimate) -> CashFlow | None:
    """Return the money by month of a project's roadmap; ``None`` if it builds nothing.

    As long as the roadmap goes by hours, that of what pays for itself in it: nobody decided to spend on the rest.
    """
    roadmap = _laid_out(project_id, estimate, decided_unpaid(project_id) is True)
    kept, key = memory("cash"), (roadmap, json.dumps(choices(work(), project_id, MONEY), sort_keys=True))
    if (found := kept.get(key)) is None:
        # In a tuple: nothing found is worth keeping too.
        flow = cash_flow(roadmap, estimate, costs_for(project_id), cases=cases_of(estimate))
        found = kept.put(key, (flow,))
    return cast("tuple[CashFlow | None]", found)[0]


def keep_role_cost(project_id: str, role: str, cost: object) -> None:
    """Keep what an hour of a role costs beside what else was said of the role; ``None`` takes it back.

    :raises UsageError: if it cannot cost that; then nothing is kept.
    """
    checked_role(role, {"cost_per_hour": cost})
    held = choices(work(), project_id, ROLE).get(role)
    keep_choice(work(), project_id, ROLE, role, {**(held if isinstance(held, dict) else {}), "cost_per_hour": cost})


def keep_currency(project_id: str, currency: str) -> None:
    """Reckon in another currency; costs that were entered in the one before are forgotten."""
    drop_choices(work(), project_id, MONEY)
    keep_choice(work(), project_id, MONEY, "currency", currency)


def keep_amount(project_id: str, key: str, value: Mapping[str, object]) -> None:
    """Keep a range: "hour", or "cost:<solution>:<item>".

    :raises UsageError: if it is no range; then nothing is kept.
    """
    amount = amount_of(value)
    keep_choice(work(), project_id, MONEY, key, {"low": amount.low, "central": amount.central, "high": amount.high})


def reset_costs(project_id: str) -> None:
    """Forget all costs that were entered; the currency stays."""
    kept = choices(work(), project_id, MONEY)
    drop_choices(work(), project_id, MONEY, [key for key in kept if key != "currency"])
