"""What is known of this organisation beside its task list: its roles, its teams' readiness, what its pilots measured.

Whoever calls the estimate gathers these (the app from the workspace, the command line from a file); without them the
assumptions hold for everybody.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from analyzer.opportunity.weights import Priorities

EVERYBODY = "*"
"""Stands for all teams together where people are counted."""


Told = tuple[str, str, str]
"""Words of a task, its role and its team; "" where none is stated."""


@dataclass(frozen=True)
class RoleFacts:
    """What the user said of one role; ``None`` where nothing was said.

    ``hours_per_week``: a full working week of one person, in hours. ``working_share``: part-time share of that week,
    0..1. ``cost_per_hour``: full cost of one working hour, in the currency of the project.
    """

    hours_per_week: float | None = None
    working_share: float | None = None
    cost_per_hour: float | None = None


@dataclass(frozen=True)
class TeamReadiness:
    """What a team's readiness changes: factors on adoption (0.5 to 1.2) and on the months of ramp-up (0.8 to 2)."""

    adoption_factor: float = 1.0
    ramp_up_factor: float = 1.0


@dataclass(frozen=True)
class MeasuredFamily:
    """What pilots here found for one family of work, after it was combined with the evidence.

    Shares of the time freed by work that is done the new way, before adoption and checking, 0..1: 5th percentile,
    centre, 95th percentile. ``adoption`` and ``review`` are ``None`` where the pilots say nothing of them.
    """

    low: float
    central: float
    high: float
    pilots: int
    adoption: float | None = None
    review: float | None = None


@dataclass(frozen=True)
class UseCaseDecisions:
    """What people decided about use cases.

    ``joined``: the use case that work was moved to, by its stable key (``work_key``) or by the mark of one row
    (``use_case_keys.row_marks``), which comes first; merge and split alike. ``names``: use-case key to the name it was
    given. ``members``: mark of each row of a use case that was decided on to its work key of that day, so that the
    decision is found again where the key has changed since. ``told``: words, role and team of these rows, so that they
    are found again where they are told in other words. ``apart``: pairs of use-case keys that were said not to be
    the same work.
    """

    joined: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, Told] = field(default_factory=dict)
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class LocalFacts:
    """All of it: by role, by team, by evidence family, by use case, what comes first, and how many people there are:
    by team, and in all under :data:`EVERYBODY`."""

    roles: Mapping[str, RoleFacts] = field(default_factory=dict)
    readiness: Mapping[str, TeamReadiness] = field(default_factory=dict)
    measured: Mapping[str, MeasuredFamily] = field(default_factory=dict)
    use_cases: UseCaseDecisions = field(default_factory=UseCaseDecisions)
    priorities: Priorities = field(default_factory=Priorities)
    people: Mapping[str, float] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """Text that is equal where all of it is equal: mappings cannot be keys of what is remembered."""
        return json.dumps(asdict(self), sort_keys=True)
