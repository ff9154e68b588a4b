"""The plan of the open project, made beside the page and kept in memory by what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from analyzer.i18n import translate
from analyzer.reallocation import Plan, PlanRules, plan_hours
from analyzer.reallocation.plan import digest_of
from analyzer.ui.jobs import wait_for
from analyzer.ui.memory import memory
from analyzer.ui.roadmap import roadmap_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from analyzer.opportunity.roadmap import Roadmap
    from analyzer.ui.analysis import Analysis


def planned(analysis: Analysis, rules: PlanRules, language: str) -> Plan:
    """Return the plan of an analysis; while it is being made, show so and end this run.

    :raises UsageError: if a decision cannot be meant as it stands, or no plan was found in time.
    :raises ModelError: if the model cannot be used.
    """
    roadmap = roadmap_of(analysis.project.id, analysis.estimate)
    kept, key = memory("plan"), ("plan", *_rests_on(analysis), rules.model_dump_json(), roadmap.steps)
    plan = cast("Plan | None", kept.get(key))
    if plan is None:
        words = translate("Planning what the freed hours become…", language)
        plan = cast("Plan", wait_for(key, lambda _progress: _made(analysis, rules, roadmap), words))
        kept.put(key, plan)
    return plan


def digest(analysis: Analysis) -> str:
    """Return what stands for the hours and the scenario of an analysis."""
    kept, key = memory("digest"), _rests_on(analysis)
    known = cast("str | None", kept.get(key))
    return known if known is not None else str(kept.put(key, digest_of(analysis.estimate)))


def _made(analysis: Analysis, rules: PlanRules, roadmap: Roadmap) -> Plan:
    plan = plan_hours(analysis.estimate, rules, roadmap=roadmap)
    _ = plan.horizons  # also computed beside the page
    return plan


def _rests_on(analysis: Analysis) -> tuple[Hashable, ...]:
    estimate = analysis.estimate
    return (
        analysis.project.id,
        analysis.project.revision,
        estimate.assumptions,
        estimate.facts.fingerprint,
        analysis.teaching,
    )
