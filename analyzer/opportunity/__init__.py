"""Hours freed: which evidence fits a task, what share of its time could be freed, in which lane, and with what range.

This room reads the scores frame and nothing after it. Start with :func:`estimate_hours`; every rule and constant
stands in the docstring of its module: ``families`` (task to study), ``share`` (place in the family), ``safeguards``
(oversight and flags), ``lanes``, ``priority``, ``simulate`` (ranges), ``totals`` and ``ruler``.
"""

from analyzer.opportunity.assumption_fields import AssumptionField, assumption_fields
from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.evidence import evidence
from analyzer.opportunity.families import explain_family, family_name
from analyzer.opportunity.hours import HoursEstimate, estimate_hours
from analyzer.opportunity.local_facts import LocalFacts, MeasuredFamily, RoleFacts, TeamReadiness, UseCaseDecisions
from analyzer.opportunity.notices import HoursWarning
from analyzer.opportunity.ruler import RulerMark, measured_range, ruler
from analyzer.opportunity.scenarios import SCENARIOS, assumptions_for

__all__ = [
    "SCENARIOS",
    "AssumptionField",
    "Assumptions",
    "HoursEstimate",
    "HoursWarning",
    "LocalFacts",
    "MeasuredFamily",
    "RoleFacts",
    "RulerMark",
    "TeamReadiness",
    "UseCaseDecisions",
    "assumption_fields",
    "assumptions_for",
    "estimate_hours",
    "evidence",
    "explain_family",
    "family_name",
    "measured_range",
    "ruler",
]
