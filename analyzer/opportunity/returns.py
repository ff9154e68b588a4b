"""What comes back, and when: payback, three-year return, the cost of waiting, and the adoption that pays for itself.

    monthly saving = value of the time freed in a year / 12 x pace of the month - running cost of a year / 12
    payback        = months until the monthly savings add up to what building costs
    return         = (savings of 36 months - building) / building
    waiting        = monthly saving at full pace, or nothing where running costs more than is freed
    break-even     = adoption x (building + running for 36 months) / value of the time freed in 36 months

The *pace* is the ramp-up: the share of the full saving that each month after the start brings. With a pace of 1 from
the first month these are the formulas that everybody knows: cost / monthly saving, and (3 x yearly saving - cost) /
cost.
"""

from __future__ import annotations

import numpy as np

from analyzer.opportunity.columns import FloatArray

MONTHS = 36
"""Three years: the life that such a tool is given before it is replaced (what peers reckon with)."""

LONGEST_PAYBACK = 120
"""Months looked ahead; what does not pay back in ten years does not pay back."""


def net_after_three_years(value: FloatArray, run: FloatArray, build: FloatArray, pace: FloatArray) -> FloatArray:
    """Return what is left after 36 months.

    :param value: value of the time freed in a year at full pace; one value a draw, as all of these.
    :param run: running cost of a year.
    :param build: cost to build, once.
    :param pace: share of the full saving by month, 0..1; its last value goes on.
    """
    return value / 12 * paced_months(pace, MONTHS) - run / 12 * MONTHS - build


def three_year_return(value: FloatArray, run: FloatArray, build: FloatArray, pace: FloatArray) -> FloatArray:
    """Return what is left after 36 months as a share of what building costs; infinite where building costs nothing.

    For the parameters see :func:`net_after_three_years`.
    """
    net = net_after_three_years(value, run, build, pace)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = net / build
    return np.where(build > 0, shares, np.where(net > 0, np.inf, np.where(net < 0, -np.inf, 0.0)))


def payback_months(value: FloatArray, run: FloatArray, build: FloatArray, pace: FloatArray) -> FloatArray:
    """Return the months until the savings have paid for building, within the month in proportion; infinite beyond ten
    years.

    For the parameters see :func:`net_after_three_years`.
    """
    monthly = value / 12
    left = build.astype("float64").copy()
    months = np.where(left <= 0, 0.0, np.inf)
    for month in range(1, LONGEST_PAYBACK + 1):
        saved = monthly * pace[min(month, len(pace)) - 1] - run / 12
        paid = np.isinf(months) & (saved >= left) & (saved > 0)
        months = np.where(paid, month - 1 + left / np.where(paid, saved, 1.0), months)
        left = left - saved
    return months


def waiting_per_month(value: FloatArray, run: FloatArray) -> FloatArray:
    """Return what each month of doing nothing costs: the saving that is not made."""
    return np.maximum((value - run) / 12, 0.0)


def break_even_adoption(
    adoption: FloatArray, value: FloatArray, run: FloatArray, build: FloatArray, pace: FloatArray
) -> FloatArray:
    """Return the adoption at which 36 months bring exactly what they cost; above 1 it cannot be reached.

    :param adoption: the adoption that ``value`` was reckoned with, 0..1; what is freed grows in proportion to it.
    """
    freed = value / 12 * paced_months(pace, MONTHS)
    cost = build + run / 12 * MONTHS
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = adoption * cost / freed
    return np.where(freed > 0, needed, np.inf)


def paced_months(pace: FloatArray, months: int) -> float:
    """Return how many months at full pace the first ``months`` months are worth."""
    return float(sum(pace[min(month, len(pace)) - 1] for month in range(1, months + 1)))
