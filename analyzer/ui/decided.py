"""What a project decided beside its hours, gathered from its pages for the files that leave it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from analyzer.opportunity.balance import next_quarter
from analyzer.report.decision_sheets import Decided
from analyzer.ui import roadmap
from analyzer.ui.components.readiness_survey import answers_of
from analyzer.ui.components.risk_register import registers
from analyzer.ui.moves import use_cases
from analyzer.ui.plan_choices import kept_plan
from analyzer.ui.planning import digest

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.ui.analysis import Analysis

_WITH_RISKS = 40
"""Use cases whose register of risks stands in the workbook, the first of the list."""


def standing_moves(analysis: Analysis) -> pd.DataFrame | None:
    """Return the moves of the plan made last; ``None`` if there is none, or if it rests on other hours than today's."""
    plan = kept_plan(analysis.project.id)
    return plan.moves if plan is not None and plan.digest == digest(analysis) else None


def decided_of(analysis: Analysis, *, in_money: bool) -> Decided:
    """Return what the pages of a project show; a plan that rests on other hours than today's is left out.

    :param in_money: whether money is asked for.
    """
    project_id, estimate, cases = analysis.project.id, analysis.estimate, use_cases(analysis.estimate)
    found = registers(analysis, cases, most=_WITH_RISKS)
    return Decided(
        beginning=next_quarter(datetime.now(tz=UTC).date()),
        roadmap=roadmap.roadmap_of(project_id, estimate),
        pilot=roadmap.pilot_of(project_id, estimate),
        risks={str(cases.loc[key, "use_case"]): risks for key, risks in found.items()},
        answers=answers_of(project_id),
        moves=standing_moves(analysis),
        money=roadmap.money_of(project_id, estimate) if in_money else None,
        cash=roadmap.cash_of(project_id, estimate) if in_money else None,
    )
