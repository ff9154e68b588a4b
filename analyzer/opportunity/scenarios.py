"""Named sets of assumptions: cautious, central, ambitious."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from analyzer.errors import UsageError
from analyzer.i18n import mark
from analyzer.opportunity.assumptions import Assumptions

SCENARIOS: Mapping[str, Assumptions] = MappingProxyType(
    {
        # Tools are handed out and no more: only the regular users of the field experiment (about 40 %) change how they
        # work, checking eats half of what is freed, and it takes a year.
        "cautious": Assumptions(adoption=0.4, review=0.5, ramp_up_months=12),
        "central": Assumptions(),
        # People are trained and the way of working is changed with them: the 80 % who used the tool at least some of
        # the time do so for good; with practice checking falls to a quarter, within three months (judgement).
        "ambitious": Assumptions(adoption=0.8, review=0.25, ramp_up_months=3),
    }
)
"""Assumptions by scenario. Evidence and scores are the same in all three: a scenario states what the organisation
does."""

SCENARIO_NAMES: Mapping[str, str] = MappingProxyType(
    {"cautious": mark("Cautious"), "central": mark("Central"), "ambitious": mark("Ambitious")}
)
"""What the ready-made scenarios are called."""


def assumptions_for(scenario: str = "central", values: Mapping[str, object] | None = None) -> Assumptions:
    """Return the assumptions of a scenario, with some of them replaced.

    :param scenario: "cautious", "central" or "ambitious".
    :param values: replacements by name, as :meth:`Assumptions.changed` takes them.
    :raises UsageError: if there is no such scenario or assumption, or a value is out of its range.
    """
    if scenario not in SCENARIOS:
        raise UsageError(
            "There is no scenario “{scenario}”: choose one of {scenarios}.",
            scenario=scenario,
            scenarios=", ".join(SCENARIOS),
        )
    return SCENARIOS[scenario].changed(**dict(values or {}))
