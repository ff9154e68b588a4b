"""Which tasks are repetitive and automatable, how many hours a day that could free, and where to begin.

The public API is the handful of names below; each is imported when it is first asked for, so that ``analyzer --help``
does not wait for pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from analyzer._version import __version__

if TYPE_CHECKING:
    from analyzer.batch import Analysis, analyze
    from analyzer.inventory import Inventory, ReadingOptions, read_inventory
    from analyzer.opportunity import Assumptions, HoursEstimate, assumptions_for, estimate_hours
    from analyzer.reallocation import Plan, PlanRules, plan_hours
    from analyzer.scoring import Scorer, apply_override, explain, learn_from_overrides, load_scorer, score_tasks

_HOMES = {
    "Analysis": "analyzer.batch",
    "Assumptions": "analyzer.opportunity",
    "HoursEstimate": "analyzer.opportunity",
    "Inventory": "analyzer.inventory",
    "Plan": "analyzer.reallocation",
    "PlanRules": "analyzer.reallocation",
    "ReadingOptions": "analyzer.inventory",
    "Scorer": "analyzer.scoring",
    "analyze": "analyzer.batch",
    "apply_override": "analyzer.scoring",
    "assumptions_for": "analyzer.opportunity",
    "estimate_hours": "analyzer.opportunity",
    "explain": "analyzer.scoring",
    "learn_from_overrides": "analyzer.scoring",
    "load_scorer": "analyzer.scoring",
    "plan_hours": "analyzer.reallocation",
    "read_inventory": "analyzer.inventory",
    "score_tasks": "analyzer.scoring",
}

__all__ = [
    "Analysis",
    "Assumptions",
    "HoursEstimate",
    "Inventory",
    "Plan",
    "PlanRules",
    "ReadingOptions",
    "Scorer",
    "__version__",
    "analyze",
    "apply_override",
    "assumptions_for",
    "estimate_hours",
    "explain",
    "learn_from_overrides",
    "load_scorer",
    "plan_hours",
    "read_inventory",
    "score_tasks",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
