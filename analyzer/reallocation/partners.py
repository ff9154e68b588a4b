"""With whom something can be done: the trades of the other roles of a list.

An activity of the catalogue may be done with others ("with purchasing"). A list of one team says nothing of the house
around it, which may have anybody; one of several trades shows a whole small firm, and whom it does not name is not
there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

SIDE_TRADE = 0.6
"""Share of its main trade that another trade must reach for a role to work in that, too (judgement)."""
_WHOLE_FROM = 3
"""Main trades of roles from which a list is taken to show a whole firm, if an office is among them (judgement):
support, software and operations may be one department."""
_OFFICES = frozenset({"accounting", "core_finance", "core_office", "hr", "payroll", "secretariat"})


@dataclass(frozen=True)
class Partners:
    """The trades in which the roles of a list work.

    :ivar trades: functions of the everyday set, by role.
    :ivar whole: whether the list shows a whole firm.
    """

    trades: dict[str, frozenset[str]]
    whole: bool

    @cached_property
    def _roles(self) -> Counter[str]:
        """How many roles work in each trade."""
        return Counter(trade for trades in self.trades.values() for trade in trades)

    def there(self, role: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """Return in which of the functions that an activity is done with another role of the list works."""
        return tuple(one for one in wanted if self._roles[one] > (one in self.trades[role]))


def partners_of(shares: pd.DataFrame) -> Partners:
    """Return the trades of the roles of a list.

    :param shares: as :func:`analyzer.reallocation.trade.role_functions` gives them.
    """
    trades: dict[str, frozenset[str]] = {}
    main: set[str] = set()
    for role, row in shares.iterrows():
        greatest = float(row.max())
        if greatest > 0.0:
            main.add(str(row.idxmax()))
        trades[str(role)] = frozenset(str(one) for one, share in row.items() if 0.0 < SIDE_TRADE * greatest <= share)
    return Partners(trades, len(main) >= _WHOLE_FROM and not _OFFICES.isdisjoint(main))
