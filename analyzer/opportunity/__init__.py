"""Hours freed: which evidence fits a task, what share of its time could be freed, in which lane, and with what range.

This room reads the scores frame and nothing after it. Start with :func:`estimate_hours`; every rule and constant
stands in the docstring of its module: ``families`` (task to study), ``share`` (place in the family), ``safeguards``
(oversight and flags), ``lanes``, ``priority``, ``simulate`` (ranges), ``totals``, ``ruler``, ``ramp`` (first year),
``tornado`` (what moves the total), ``comparison`` (two scenarios) and ``here`` (what was measured in the organisation).
"""

from analyzer.opportunity.assumption_fields import AssumptionField, assumption_fields
from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.comparison import Comparison, compare
from analyzer.opportunity.evidence import evidence, time_freed_by_output
from analyzer.opportunity.family_words import explain_family, family_name
from analyzer.opportunity.hours import HoursEstimate, estimate_hours, estimate_prepared
from analyzer.opportunity.local_facts import LocalFacts, MeasuredFamily, RoleFacts, TeamReadiness, UseCaseDecisions
from analyzer.opportunity.money import Money, estimate_money
from analyzer.opportunity.notices import HoursWarning
from analyzer.opportunity.pilot import Pilot, propose_pilot
from analyzer.opportunity.prepared import PreparedTasks, prepare_tasks
from analyzer.opportunity.ramp import RampUp, ramp_up
from analyzer.opportunity.roadmap import Roadmap, plan_roadmap
from analyzer.opportunity.rounding import rounded_parts
from analyzer.opportunity.ruler import RulerMark, measured_range, ruler
from analyzer.opportunity.scenario_file import ScenarioFile, read_scenario, write_scenario
from analyzer.opportunity.scenarios import SCENARIOS, assumptions_for
from analyzer.opportunity.schedule import Capacity
from analyzer.opportunity.tornado import TornadoBar, tornado
from analyzer.opportunity.value import use_case_table
from analyzer.opportunity.working_time import WORKING_TIMES, WorkingTime, checked_role, working_time_of

__all__ = [
    "SCENARIOS",
    "WORKING_TIMES",
    "AssumptionField",
    "Assumptions",
    "Capacity",
    "Comparison",
    "HoursEstimate",
    "HoursWarning",
    "LocalFacts",
    "MeasuredFamily",
    "Money",
    "Pilot",
    "PreparedTasks",
    "RampUp",
    "Roadmap",
    "RoleFacts",
    "RulerMark",
    "ScenarioFile",
    "TeamReadiness",
    "TornadoBar",
    "UseCaseDecisions",
    "WorkingTime",
    "assumption_fields",
    "assumptions_for",
    "checked_role",
    "compare",
    "estimate_hours",
    "estimate_money",
    "estimate_prepared",
    "evidence",
    "explain_family",
    "family_name",
    "measured_range",
    "plan_roadmap",
    "prepare_tasks",
    "propose_pilot",
    "ramp_up",
    "read_scenario",
    "rounded_parts",
    "ruler",
    "time_freed_by_output",
    "tornado",
    "use_case_table",
    "working_time_of",
    "write_scenario",
]
