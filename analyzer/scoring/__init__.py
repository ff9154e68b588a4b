"""How repetitive and how automatable each task is, how sure that is, and why."""

from analyzer.scoring.correction import Corrected
from analyzer.scoring.explanation import Explanation, WordEffect, explain
from analyzer.scoring.learning import learn_from_overrides
from analyzer.scoring.override import SCORE_FIELDS, apply_override, check_override
from analyzer.scoring.scorer import Scorer, load_scorer, score_tasks

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
