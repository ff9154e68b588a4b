"""Pay: work that settles what people earn, told by its words, whether or not its score carries a flag.

A score flags payments that leave the house; "entering the variables and calculating the slips" does not sound like one,
and a mistake in it is somebody's rent. The words are judgement, written down from task lists in both languages.
"""

from __future__ import annotations

import pandas as pd

from analyzer.opportunity.columns import BoolArray

# "Salarié" is somebody employed, "payer" and "pay" are what is done to suppliers: none of them is pay.
_PAY = (
    r"\b(?:payrolls?|pay[ -]?(?:slip|stub|run|cheque|check|day|rise|scale|review|adjustment|award)s?|final pay"
    r"|back ?pay|wages?|salary|salaries|severance|r[ée]mun[ée]rations?|acomptes? (?:aux|des|du|d['’]une?) salari[ée]\w*"
    r"|paies?|(?:de|la|les|des) payes?|salaires?|salarial\w*|salariaux|soldes? de tout compte|dsn)\b"
)
"""Words of a task that name pay."""
_PARTS = (
    r"\b(?:variables?|bulletins?|[ée]l[ée]ments?|primes?|heures sup\w*|retenues?|acomptes?|bonus(?:es)?|overtime"
    r"|deductions?|advances?|garnishments?)\b"
)
"""Words of what pay is made of: they mean pay where the role or the team is named after it, and much else elsewhere."""
_PAY_PEOPLE = r"\b(?:payroll|paies?|payes?|p[ôo]le social)\b"


def settles_pay(tasks: pd.DataFrame) -> BoolArray:
    """Tell which tasks settle what people earn.

    :param tasks: rows with ``task``, ``role`` and ``team``.
    """
    by_role = _has(tasks["role"], _PAY_PEOPLE) | _has(tasks["team"], _PAY_PEOPLE)
    named: BoolArray = (_has(tasks["task"], _PAY) | (_has(tasks["task"], _PARTS) & by_role)).to_numpy(dtype=bool)
    return named


def _has(texts: pd.Series, pattern: str) -> pd.Series:
    return texts.fillna("").astype("str").str.contains(pattern, case=False, regex=True)
