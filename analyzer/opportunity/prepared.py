"""What an estimate needs of a task list that no assumption changes: computed once, and used by every scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.opportunity.columns import BoolArray, Coded, FloatArray, counted
from analyzer.opportunity.draws import Work
from analyzer.opportunity.families import NO_FAMILY, choose_rules
from analyzer.opportunity.lanes import WORKFLOW_SOLUTIONS, choose_lanes, uncertain, with_chosen_lanes
from analyzer.opportunity.local_facts import UseCaseDecisions
from analyzer.opportunity.priority import effort, risk
from analyzer.opportunity.safeguards import oversight_needed
from analyzer.opportunity.share import ShareBasis, share_basis
from analyzer.opportunity.staff import Staff, staff_of
from analyzer.opportunity.totals import GROUPINGS, Groups, everything, grouped
from analyzer.opportunity.use_case_keys import use_case_keys
from analyzer.opportunity.usecases import name_use_cases


@dataclass(frozen=True, eq=False)
class PreparedTasks:
    """A task list made ready; not to be changed.

    ``scores``: the scores frame. ``tasks``: the same rows, counted, with ``oversight_needed``, ``uncertain``, ``lane``,
    ``family_rule``, ``family``, ``use_case_key``, ``use_case`` and ``effort``. ``minutes``: a week, 0 where unknown.
    ``basis``: what the share of each is made of. ``risk``: of each, 0..1. ``repeated``: which say the same as an
    earlier one. ``work``: the pieces of work. ``groups``: by grouping, "total" included. ``staff``: the people behind
    the tasks.
    """

    scores: pd.DataFrame
    tasks: pd.DataFrame
    minutes: FloatArray
    basis: ShareBasis
    risk: FloatArray
    repeated: BoolArray
    work: Work
    groups: Mapping[str, Groups]
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
    codes = {by: Coded.of(tasks[by]) for by in GROUPINGS}
    basis = share_basis(tasks, codes["team"])
    tasks["family"] = basis.family.texts({name: name for name in basis.family.names}, NO_FAMILY)
    staff, minutes = staff_of(tasks), tasks["minutes_per_week"]
    return PreparedTasks(
        scores,
        tasks,
        minutes.fillna(0.0).to_numpy(dtype="float64"),
        basis,
        risk(tasks["flags"], np.where(tasks["overridden"], 1.0, tasks["confidence"])),
        _repeated(tasks),
        Work.of(tasks["work_key"]),
        {by: grouped(one, minutes, staff) for by, one in {"total": everything(len(tasks)), **codes}.items()},
        staff,
    )


def _repeated(tasks: pd.DataFrame) -> BoolArray:
    """Tell which rows say the same as an earlier one: same text, role, team, person and time.

    :param tasks: counted frame.
    """
    said = tasks[["role", "team", "person", "minutes_per_week"]].assign(task=tasks["task"].str.strip().str.casefold())
    return (said.duplicated() & tasks["minutes_per_week"].notna()).to_numpy(dtype=bool)
