"""How repetitive and how automatable each task is, how sure that is, and why.

Each name is imported when it is first asked for: a score needs neither pandas nor what corrects scores.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analyzer.scoring.correction import Corrected
    from analyzer.scoring.explanation import Explanation, WordEffect, explain
    from analyzer.scoring.learning import learn_from_overrides
    from analyzer.scoring.override import SCORE_FIELDS, apply_override, check_override
    from analyzer.scoring.scorer import Scorer, load_scorer, score_tasks

_HOMES = {
    "SCORE_FIELDS": "override",
    "Corrected": "correction",
    "Explanation": "explanation",
    "Scorer": "scorer",
    "WordEffect": "explanation",
    "apply_override": "override",
    "check_override": "override",
    "explain": "explanation",
    "learn_from_overrides": "learning",
    "load_scorer": "scorer",
    "score_tasks": "scorer",
}

__all__ = [
    "SCORE_FIELDS",
    "Corrected",
    "Explanation",
    "Scorer",
    "WordEffect",
    "apply_override",
    "check_override",
    "explain",
    "learn_from_overrides",
    "load_scorer",
    "score_tasks",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"analyzer.scoring.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
