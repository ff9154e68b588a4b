"""What tests ask of suggestions: the scores of a small house, and what one of its roles is offered."""

from __future__ import annotations

import pandas as pd

from analyzer.inventory import read_inventory
from analyzer.scoring import score_tasks


def offered(found: pd.DataFrame, role: str) -> set[str]:
    return set(found.loc[found["role"] == role, "code"])


def tasks_of(role: str, *tasks: str, beside: tuple[str, str]) -> pd.DataFrame:
    """Return the scores of a role's tasks, an hour a week each, in a house with one other role."""
    lines = [(role, task) for task in tasks] + [beside]
    text = "Role,Task,Frequency,Duration\n" + "\n".join(f'"{name}","{task}",weekly,1 h' for name, task in lines)
    return score_tasks(read_inventory(text.encode(), filename="team.csv").frame)
