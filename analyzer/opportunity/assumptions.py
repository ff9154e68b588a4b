"""What the estimate takes for granted: every assumption with its default, unit, range and source."""

from __future__ import annotations

from typing import Any, Self

from annotated_types import Ge, Le
from babel.numbers import format_decimal
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from analyzer.errors import UsageError
from analyzer.i18n import mark, translate

SHARE, HOURS, DAYS = mark("share, 0 to 1"), mark("hours a day"), mark("days a year")
MONTHS, DRAWS, COUNT = mark("months"), mark("draws"), mark("number")
WEEKS_PER_YEAR = 52
DAYS_PER_WEEK = 5
"""A week is 5 days and a year 52 weeks throughout the analyzer."""


class AssumptionError(UsageError):
    """An assumption that does not exist or cannot have this value; its numbers are written in the reader's language."""

    def message(self, language: str = "en") -> str:
        """Return the sentence in ``language`` ("en" or "fr")."""
        facts = {
            name: format_decimal(fact, locale=language) if isinstance(fact, int | float) else fact
            for name, fact in self.facts.items()
        }
        return translate(self.template, language, **facts)


def _assumption(
    default: float, low: float, high: float, step: float, *, unit: str, label: str, why: str, source: str
) -> Any:
    """Declare one assumption; ``description`` holds default, unit, range and source for whoever reads the schema."""
    return Field(
        default=default,
        ge=low,
        le=high,
        title=label,
        description=f"{why} Default {default:g}, from {low:g} to {high:g} ({unit}). Source: {source}",
        json_schema_extra={"unit": unit, "step": step, "why": why, "source": source},
    )


class Assumptions(BaseModel):
    """The assumptions of one estimate. Frozen: :meth:`changed` gives another set.

    :raises pydantic.ValidationError: when built directly with a value out of range; :meth:`changed` and
        :func:`analyzer.opportunity.assumptions_for` raise one readable sentence instead.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    adoption: float = _assumption(
        0.6,
        0.0,
        1.0,
        0.05,
        unit=SHARE,
        label=mark("Adoption"),
        why=mark("Share of the work that is really done the new way once it is in place."),
        source=mark(
            "Dillon et al., 7,137 workers in 66 firms: about 40% used the tool regularly, 80% at least some of "
            "the time; 60% lies between."
        ),
    )
    adoption_margin: float = _assumption(
        0.15,
        0.0,
        0.5,
        0.05,
        unit=SHARE,
        label=mark("Margin of adoption"),
        why=mark("Adoption will lie within this much of its value nine times in ten."),
        source=mark("Judgement: firms in the same study ranged far more widely, from 6% to 75%."),
    )
    review: float = _assumption(
        0.37,
        0.0,
        0.9,
        0.01,
        unit=SHARE,
        label=mark("Checking of results"),
        why=mark(
            "Share of the time freed that goes back into checking each result; taken off only where the study "
            "did not include it."
        ),
        source=mark("Workday 2025, 3,200 users: 37% of the time saved goes into checking and redoing."),
    )
    review_margin: float = _assumption(
        0.12,
        0.0,
        0.4,
        0.01,
        unit=SHARE,
        label=mark("Margin of checking"),
        why=mark("Checking will lie within this much of its value nine times in ten."),
        source=mark("Judgement: the survey gives no range."),
    )
    checked_by_sampling: float = _assumption(
        0.25,
        0.0,
        1.0,
        0.05,
        unit=SHARE,
        label=mark("Results checked by sampling"),
        why=mark(
            "Share of the results that a person looks at when work is checked by sampling or runs alone with "
            "exceptions."
        ),
        source=mark("Judgement: one result in four, exceptions included."),
    )
    ramp_up_months: float = _assumption(
        6,
        0,
        24,
        1,
        unit=MONTHS,
        label=mark("Months to full use"),
        why=mark("Use grows evenly over these months until all who will work the new way do; it moves the first year."),
        source=mark("Judgement: a pilot of four to eight weeks, then one team after the other."),
    )
    hours_per_day: float = _assumption(
        7.0,
        1.0,
        12.0,
        0.1,
        unit=HOURS,
        label=mark("Hours in a working day"),
        why=mark("Length of one person's working day, five days a week."),
        source=mark(
            "France: 35 hours a week (Code du travail, L3121-27); 7.8 for 39 hours, 7.5 in many British contracts."
        ),
    )
    leave_days: float = _assumption(
        25,
        0,
        60,
        1,
        unit=DAYS,
        label=mark("Paid leave"),
        why=mark("Days of paid leave a year, public holidays left out."),
        source=mark("France: five weeks (Code du travail, L3141-3); United Kingdom: 20 days beside 8 bank holidays."),
    )
    public_holidays: float = _assumption(
        9,
        0,
        20,
        1,
        unit=DAYS,
        label=mark("Public holidays"),
        why=mark("Public holidays a year that fall on a working day."),
        source=mark("France: 11, of which about two fall on a weekend; England and Wales: 8."),
    )
    family_correlation: float = _assumption(
        0.3,
        0.0,
        1.0,
        0.1,
        unit=SHARE,
        label=mark("Errors shared within a family"),
        why=mark("How far the scores of one family of work err together: 0 each on its own, 1 all alike."),
        source=mark("Judgement: scores are read from each text, by one model for all."),
    )
    draws: int = _assumption(
        10_000,
        200,
        20_000,
        200,
        unit=DRAWS,
        label=mark("Number of draws"),
        why=mark("Most draws from which ranges are taken; very large files use fewer."),
        source=mark("Arithmetic: with 10,000 draws chance moves the ends of a range by less than 1% of the total."),
    )
    seed: int = _assumption(
        2026,
        0,
        999_999,
        1,
        unit=COUNT,
        label=mark("Start of the random numbers"),
        why=mark("The same start gives the same ranges."),
        source=mark("Any number will do."),
    )

    @property
    def minutes_per_day(self) -> float:
        """Minutes in one person's working day."""
        return self.hours_per_day * 60

    @property
    def minutes_per_week(self) -> float:
        """Minutes in one person's working week of five days."""
        return self.minutes_per_day * DAYS_PER_WEEK

    @property
    def working_days_per_year(self) -> float:
        """Days worked in a year: 52 weeks of 5 days, less leave and public holidays."""
        return WEEKS_PER_YEAR * DAYS_PER_WEEK - self.leave_days - self.public_holidays

    def changed(self, /, **values: object) -> Self:
        """Return a copy with some assumptions replaced.

        :param values: assumptions by name; a number, or a number as text ("0.6", "0,6", "60 %").
        :raises AssumptionError: (a ``UsageError``) if a name is unknown or a value is no number within its range.
        """
        numbers = {name: _number(name, value) for name, value in values.items()}
        try:
            return type(self).model_validate({**self.model_dump(), **numbers})
        except ValidationError as error:
            name = str(error.errors()[0]["loc"][0])
            raise _out_of_range(name, values.get(name)) from error


def range_of(name: str) -> tuple[float, float]:
    """Return the least and the greatest value of an assumption, as pydantic enforces them."""
    limits = Assumptions.model_fields[name].metadata
    low = next(limit.ge for limit in limits if isinstance(limit, Ge))
    high = next(limit.le for limit in limits if isinstance(limit, Le))
    return float(low), float(high)  # type: ignore[arg-type]


def _unit(name: str) -> str:
    extra = Assumptions.model_fields[name].json_schema_extra
    return str(extra["unit"]) if isinstance(extra, dict) else ""


def _number(name: str, value: object) -> float:
    """Read a number as a person types it, decimal comma and percent sign included."""
    if name not in Assumptions.model_fields:
        raise AssumptionError(
            "There is no assumption “{name}”: choose one of {names}.",
            name=name,
            names=", ".join(Assumptions.model_fields),
        )
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise _out_of_range(name, value)
    if isinstance(value, str):
        text = "".join(value.split()).replace(",", ".")
        percent = text.endswith("%") and _unit(name) == SHARE
        try:
            value = float(text.removesuffix("%") if percent else text)
        except ValueError as error:
            raise _out_of_range(name, value) from error
        value = value / 100 if percent else value
    return value


def _out_of_range(name: str, value: object) -> AssumptionError:
    low, high = range_of(name)
    if _unit(name) == SHARE:
        return AssumptionError(
            "The assumption “{name}” cannot be “{value}”: give a share from {low} to {high}, for example 0.4 or 40%.",
            name=name,
            value=str(value),
            low=low,
            high=high,
        )
    if Assumptions.model_fields[name].annotation is int:
        return AssumptionError(
            "The assumption “{name}” cannot be “{value}”: give a whole number from {low} to {high}.",
            name=name,
            value=str(value),
            low=int(low),
            high=int(high),
        )
    return AssumptionError(
        "The assumption “{name}” cannot be “{value}”: give a number from {low} to {high}.",
        name=name,
        value=str(value),
        low=low,
        high=high,
    )
