"""What freed hours become: the map of work worth more, what suits each role, and which roles can help which.

A stage after :mod:`analyzer.opportunity`: it reads the estimate's frame (or the scores) and imports no page.
"""

from analyzer.reallocation.catalogue import Activity, catalogue
from analyzer.reallocation.closeness import CLOSE, explain_closeness, role_closeness
from analyzer.reallocation.kinds import HIGHER_KINDS, KINDS, Ranking, place_on_map
from analyzer.reallocation.meaning import Meaning, read_meaning
from analyzer.reallocation.plan import Plan, plan_hours
from analyzer.reallocation.roles import role_names
from analyzer.reallocation.rules import PlanRules
from analyzer.reallocation.suggestions import suggest, why_words

__all__ = [
    "CLOSE",
    "HIGHER_KINDS",
    "KINDS",
    "Activity",
    "Meaning",
    "Plan",
    "PlanRules",
    "Ranking",
    "catalogue",
    "explain_closeness",
    "place_on_map",
    "plan_hours",
    "read_meaning",
    "role_closeness",
    "role_names",
    "suggest",
    "why_words",
]
