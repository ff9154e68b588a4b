"""One line of the tables that say which evidence fits which task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

NO_FAMILY = "none"
"""Family of work that no study fits."""


@dataclass(frozen=True)
class FamilyRule:
    """One line of the table.

    :param code: name of the rule, kept with each task so that the choice can be explained.
    :param family: family of ``evidence.csv`` that fits, or "none".
    :param solutions: solution codes the rule is for (empty: all).
    :param driver: score that says where a task stands in its family.
    :param why: the reason, for readers.
    :param activities: O*NET activities the rule is for (empty: all).
    :param condition: what else must hold, on the counted frame with ``oversight_needed``.
    :param weight: part of the evidence that is taken: below 1 where it is borrowed from work that is only akin.
    """

    code: str
    family: str
    solutions: frozenset[str]
    driver: Literal["automatability", "assistance"]
    why: str
    activities: frozenset[str] = frozenset()
    condition: Callable[[pd.DataFrame], pd.Series] | None = field(default=None, repr=False)
    weight: float = 1.0
