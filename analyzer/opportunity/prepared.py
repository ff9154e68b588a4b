"""What an estimate needs of a task list that no assumption changes: computed once, and used by every scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analyzer.opportunity.columns import Codes, counted
from analyzer.opportunity.families import choose_rules
from analyzer.opportunity.lanes import WORKFLOW_SOLUTIONS, choose_lanes, uncertain, with_chosen_lanes
from analyzer.opportunity.local_facts import UseCaseDecisions
from analyzer.opportunity.priority import effort
from analyzer.opportunity.safeguards import oversight_needed
from analyzer.opportunity.staff import Staff, staff_of
from analyzer.opportunity.totals import GROUPINGS, group_codes
from analyzer.opportunity.use_case_keys import use_case_keys
from analyzer.opportunity.usecases import name_use_cases


@dataclass(frozen=True, eq=False)
class PreparedTasks:
    """A task list made ready; not to be changed.

    ``scores``: the scores frame. ``tasks``: the same rows, counted, with ``oversight_needed``, ``uncertain``, ``lane``,
    ``family_rule``, ``use_case_key``, ``use_case`` and ``effort``. ``codes`` and ``keys``: for each grouping the number
    of each task's group, and the names of the groups. ``staff``: the people behind the tasks.
    """

    scores: pd.DataFrame
    tasks: pd.DataFrame
    codes: Mapping[str, Codes]
    keys: Mapping[str, pd.Index]
    staff: Staff


def prepare_tasks(scores: pd.DataFrame, use_cases: UseCaseDecisions | None = None) -> PreparedTasks:
    """Make a task list ready for estimates; the frame itself is left alone.

    :param scores: the scores frame, one row a task line (``analyzer.scoring.score_tasks``); a ``lane`` that stands in
        an overridden row is a person's choice and is kept.
    :param use_cases: what people decided about use cases.
    :raises UsageError: if a column is missing.
    """
    tasks = counted(scores)
    tasks["oversight_needed"] = oversight_needed(tasks["oversight"], tasks["flags"])
    tasks["uncertain"] = uncertain(tasks)
    tasks["lane"] = with_chosen_lanes(choose_lanes(tasks), scores)
    tasks["family_rule"] = choose_rules(tasks)
    tasks["use_case_key"] = use_case_keys(tasks, use_cases)
    tasks["use_case"] = name_use_cases(tasks, use_cases)
    tasks["effort"] = effort(tasks, WORKFLOW_SOLUTIONS)
    grouped = {by: group_codes(tasks, by) for by in GROUPINGS}
    return PreparedTasks(
        scores,
        tasks,
        {by: codes for by, (codes, _keys) in grouped.items()},
        {by: keys for by, (_codes, keys) in grouped.items()},
        staff_of(tasks),
    )
