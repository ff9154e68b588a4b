"""What an hour of work and a solution cost: ranges with their sources, and what a project has put in their place.

``solution_costs.csv`` is data, not code, as ``evidence.csv`` is: days to build, money to buy, days a year to keep it
running, licence a person and year, and hours of training a person, by kind of solution. Where no source is public the
file says "judgement": such a range is there to be replaced.
"""

from __future__ import annotations

import csv
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from analyzer.errors import UsageError
from analyzer.i18n import mark

_logger = logging.getLogger(__name__)

COSTS_FILE = Path(__file__).with_name("solution_costs.csv")

ITEMS: Mapping[str, str] = MappingProxyType(
    {
        "build_days": mark("Days to build"),
        "purchase": mark("To buy, once"),
        "run_days": mark("Days a year to keep it running"),
        "licence": mark("Licence, a person and year"),
        "training_hours": mark("Hours of training, a person"),
    }
)
"""What a kind of solution costs, in words."""

GENERAL: Mapping[str, str] = MappingProxyType(
    {
        "day_rate": mark("A day of the people who build it"),
        "safeguards_factor": mark("Days of safeguards: times those stated with each step"),
        "follow_up_share": mark("Part of the build that a second use of the same kind still takes"),
    }
)
"""What holds for every kind of solution, in words."""

ANY = "any"
"""Stands for every kind of solution in the file."""

_MONEY_ITEMS = ("purchase", "licence", "day_rate")
MOST = 10_000_000.0
"""No cost is larger: a larger number is a slip of the keyboard."""


@dataclass(frozen=True)
class Amount:
    """A range: low <= central <= high."""

    low: float
    central: float
    high: float

    def times(self, factor: float) -> Amount:
        """Return the range in another unit; ``factor`` is 0 or more."""
        return Amount(self.low * factor, self.central * factor, self.high * factor)


@dataclass(frozen=True)
class Currency:
    """A currency, what a euro is worth in it, and what an hour of work costs there, with the source of each."""

    code: str
    per_euro: float
    hour: Amount
    hour_source: str


CURRENCIES: Mapping[str, Currency] = MappingProxyType(
    {
        "EUR": Currency(
            "EUR",
            1.0,
            Amount(28.0, 38.7, 60.3),
            mark(
                "France, firms of ten people or more: 38.7 euros an hour worked on average, 28 in administrative "
                "and support services, 60.3 in finance, charges and leave included (Insee Focus 283, 2020)."
            ),
        ),
        # 728 x 52 = 37,856 a year, + 15 % of what is above 5,000, + 3 % of pension on 6,240 to 37,856 = 43,733;
        # 232 days of 7.5 h are worked: 43,733 / 1,740 = 25.1.
        "GBP": Currency(
            "GBP",
            0.85,
            Amount(18.0, 25.0, 38.0),
            mark(
                "United Kingdom: median full-time pay of £728 a week (ONS, April 2024) with employer’s National "
                "Insurance (15% above £5,000) and 3% of pension, over 232 days of 7.5 hours; the ends are judgement."
            ),
        ),
    }
)
"""Currencies offered, the first being that of the file. A euro was worth 0.85 pounds in 2024 (European Central Bank,
average of the year, rounded)."""


@dataclass(frozen=True)
class CostLine:
    """One cost as the file has it, in the currency asked for."""

    solution: str
    item: str
    amount: Amount
    source: str

    @property
    def judged(self) -> bool:
        """Whether the figure, or part of its range, rests on judgement rather than on a source."""
        return "judgement" in self.source


@dataclass(frozen=True)
class Costs:
    """All costs of a project.

    ``hour``: what an hour of a role costs about which nothing was said. ``lines``: by kind of solution and item.
    ``own``: the lines that the project has put in the place of the file's.
    """

    currency: str
    hour: Amount
    lines: Mapping[tuple[str, str], Amount] = field(repr=False)
    own: frozenset[tuple[str, str]] = frozenset()

    def of(self, solution: str, item: str) -> Amount:
        """Return one cost; nothing for a kind of solution that has none."""
        return self.lines.get((solution, item), Amount(0.0, 0.0, 0.0))

    def general(self, item: str) -> Amount:
        """Return a cost that holds for every kind of solution."""
        return self.lines[ANY, item]


def cost_lines(currency: str = "EUR") -> list[CostLine]:
    """Return the shipped costs, money in ``currency``, in the order of the file."""
    rate = CURRENCIES[currency].per_euro
    return [
        CostLine(solution, item, amount.times(rate if item in _MONEY_ITEMS else 1.0), source)
        for solution, item, amount, source in _shipped()
    ]


def costs_of(kept: Mapping[str, Any] | None = None) -> Costs:
    """Return the costs of a project.

    :param kept: what it chose: "currency" to "EUR" or "GBP", "hour" and "cost:<solution>:<item>" to low, central and
        high. What cannot be used is left aside.
    """
    kept = kept or {}
    currency = str(kept.get("currency", "EUR"))
    known = CURRENCIES.get(currency, CURRENCIES["EUR"])
    lines = {(line.solution, line.item): line.amount for line in cost_lines(known.code)}
    own = set()
    for key, value in kept.items():
        kind, _, name = key.partition(":")
        place = tuple(name.split(":"))
        if kind == "cost" and len(place) == 2 and place in lines:
            try:
                lines[place] = amount_of(value)
                own.add(place)
            except UsageError as error:
                _logger.warning("the cost %s that was kept is left aside: %s", key, error)
    try:
        hour = amount_of(kept["hour"]) if "hour" in kept else known.hour
    except UsageError as error:
        _logger.warning("the cost of an hour that was kept is left aside: %s", error)
        hour = known.hour
    return Costs(known.code, hour, MappingProxyType(lines), frozenset(own))


def amount_of(value: object) -> Amount:
    """Read a range as it is kept or entered.

    :param value: ``{"low": …, "central": …, "high": …}``, or a single number.
    :raises UsageError: if it holds no numbers from 0 on in rising order.
    """
    parts = [value.get(end) for end in ("low", "central", "high")] if isinstance(value, Mapping) else [value] * 3
    numbers = [float(part) for part in parts if isinstance(part, int | float) and not isinstance(part, bool)]
    if len(numbers) < 3 or not all(0 <= number <= MOST for number in numbers) or numbers != sorted(numbers):
        shown = ", ".join("?" if part is None else str(part) for part in parts)
        raise UsageError(
            "“{value}” is no range: give three numbers from 0 on, the low, the central and the high one in rising "
            "order.",
            value=shown,
        )
    return Amount(*numbers)


@cache
def _shipped() -> tuple[tuple[str, str, Amount, str], ...]:
    with COSTS_FILE.open(encoding="utf-8", newline="") as handle:
        return tuple(
            (
                row["solution"],
                row["item"],
                Amount(*(float(row[end]) for end in ("low", "central", "high"))),
                row["source"],
            )
            for row in csv.DictReader(handle)
        )
