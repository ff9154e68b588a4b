"""Assumptions as a form shows them: in words, with range, step and source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from analyzer.i18n import translate
from analyzer.opportunity.assumptions import Assumptions, range_of


@dataclass(frozen=True)
class AssumptionField:
    """One assumption as a form shows it, in words of one language."""

    name: str
    label: str
    unit: str
    why: str
    source: str
    default: float
    low: float
    high: float
    step: float


def assumption_fields(language: str = "en") -> list[AssumptionField]:
    """Return every assumption with label, unit, range, step and source in ``language`` ("en" or "fr")."""
    fields = []
    for name, field in Assumptions.model_fields.items():
        extra: dict[str, Any] = dict(field.json_schema_extra) if isinstance(field.json_schema_extra, dict) else {}
        low, high = range_of(name)
        fields.append(
            AssumptionField(
                name=name,
                label=translate(field.title or name, language),
                unit=translate(extra["unit"], language),
                why=translate(extra["why"], language),
                source=translate(extra["source"], language),
                default=field.default,
                low=low,
                high=high,
                step=extra["step"],
            )
        )
    return fields
