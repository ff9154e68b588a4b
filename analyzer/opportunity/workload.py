"""Whether a plan adds work faster than it takes away.

In a survey of 2,500 people in 2024, 77 % of those who use AI at work said that it had added to their load: 39 % check
more, 23 % learn, 21 % are asked to do more (Upwork Research Institute). So building, training and checking count as
work here from the day they begin, and hours freed only from the day they are there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from analyzer.errors import UsageError
from analyzer.i18n import mark, translate
from analyzer.numbers import format_duration

ROUNDING = 0.05
"""Hours by which work added may exceed what is freed before it counts: less is not shown either."""

_FOR_GOOD = mark(
    "This plan adds work faster than it takes away: by the end of “{until}” it will have asked {total_added} of people "
    "and given back {total_freed}; the worst quarter is “{worst}”, which asks {added} and gives back {freed}. Take on "
    "less at a time, or begin with what frees most."
)
_AT_FIRST = mark(
    "This plan adds work before it takes any away: the worst quarter is “{worst}”, which asks {added} of people and "
    "gives back {freed}; what the plan took is given back by the end of “{until}”. Keep that time free beforehand."
)


@dataclass(frozen=True)
class WorkloadWarning:
    """That people are asked for more hours than they have got back.

    :ivar code: "adds_at_first" (it evens out within the plan) or "adds_work" (it does not).
    :ivar worst: name of the period that asks most beyond what it gives back, the first of equal ones.
    :ivar added: hours that it asks.
    :ivar freed: hours that it gives back.
    :ivar until: name of the period by whose end it is even, or of the last one.
    :ivar total_added: hours asked from the beginning to the end of ``until``.
    :ivar total_freed: hours given back over the same time.
    """

    code: str
    worst: str
    added: float
    freed: float
    until: str
    total_added: float
    total_freed: float

    def message(self, language: str = "en") -> str:
        """Return the warning as one sentence in ``language`` ("en" or "fr")."""
        names = ("added", "freed", "total_added", "total_freed")
        hours = {name: format_duration(getattr(self, name) * 60, language) for name in names}
        sentence = _AT_FIRST if self.code == "adds_at_first" else _FOR_GOOD
        return translate(sentence, language, worst=self.worst, until=self.until, **hours)


def workload_warning(freed: Sequence[float], added: Sequence[float], periods: Sequence[str]) -> WorkloadWarning | None:
    """Return a warning if, at the end of any period, more hours have been asked of people than given back by then.

    :param freed: hours that the plan gives back in each period, in order: what is done the new way by then, as much of
        it as is adopted.
    :param added: hours that it asks in each period: building, training, pilots, steps of safeguard, new work.
    :param periods: names of the periods, for the sentence ("Q1 2027").
    :returns: ``None`` where the plan never runs into debt.
    :raises UsageError: if the three are not of one length.
    """
    if not len(freed) == len(added) == len(periods):
        raise UsageError("A plan needs hours freed and hours added for each of its periods: complete it.")
    given, asked = list(accumulate(freed)), list(accumulate(added))
    owed = [place for place in range(len(periods)) if asked[place] > given[place] + ROUNDING]
    if not owed:
        return None
    worst = max(range(len(periods)), key=lambda place: added[place] - freed[place])
    until = min(owed[-1] + 1, len(periods) - 1)
    code = "adds_work" if owed[-1] == until else "adds_at_first"
    return WorkloadWarning(code, periods[worst], added[worst], freed[worst], periods[until], asked[until], given[until])
