"""Safeguards: what is delicate is watched more closely and counts for fewer hours.

Nothing here is cut twice: of several reasons only the strictest lowers a task's share.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from analyzer.opportunity.columns import BoolArray, FloatArray

OVERSIGHT_ORDER = ("none", "sampling", "each", "human")
"""How closely a person watches, from not at all to doing the work."""

LEAST_OVERSIGHT: Mapping[str, str] = MappingProxyType(
    {
        "decision": "human",  # no decision about a person by machine alone: GDPR article 22, EU AI Act annex III
        "safety": "each",  # an error hurts somebody
        "money": "sampling",
        "personal": "sampling",
        "customer": "sampling",
        "regulated": "sampling",
    }
)
"""The least oversight that each flag asks for."""

FLAG_FACTOR: Mapping[str, float] = MappingProxyType(
    {
        # Judgement: only the preparation around the delicate act is freed, taken as half of the work.
        "decision": 0.5,
        "safety": 0.5,
        # Judgement: records, proofs and sign-offs that the rules ask for stay, taken as a fifth.
        "regulated": 0.8,
        # Judgement: a tenth goes into masking and access rules, a second pair of eyes on each run of payments, and
        # reading what leaves the house.
        "personal": 0.9,
        "money": 0.9,
        "customer": 0.9,
    }
)
"""What is left of the share freed when a flag stands."""

STUDIED_WITH: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "customer_support": frozenset({"customer"}),
        "email": frozenset({"customer"}),
        "bookkeeping": frozenset({"money"}),
        "small_firm_admin": frozenset({"customer", "money"}),
    }
)
"""Flags that the studied work of a family carried itself, by family: what care costs there is in the study's figure
already, and is not taken off a second time."""

HUMAN_ONLY_FACTOR = 0.5
"""Human-only work gets at most drafting help, and half of it: the person still reads everything and decides alone."""

UNCERTAIN_FACTOR = 0.5
"""Until somebody has looked at a task whose score is uncertain, half is counted."""

LARGEST_SHARE: Mapping[str, float] = MappingProxyType(
    {
        "none": 0.95,  # exceptions stay even where work runs alone
        "sampling": 0.9,  # and somebody looks at samples
        "each": 0.75,  # opening, reading and passing each result takes about a quarter of doing it (judgement)
        "human": 0.4,  # the most that any experiment found for drafting help
    }
)
"""The most that can be freed of a task under each oversight."""


def oversight_needed(oversight: pd.Series, flags: pd.Series) -> pd.Series:
    """Raise the oversight of a task to what its flags ask for, whoever set its scores.

    :param oversight: codes none, sampling, each, human.
    :param flags: flag codes joined by ";".
    :returns: codes of the same index, never lower than ``oversight``.
    """
    rank = oversight.map({code: place for place, code in enumerate(OVERSIGHT_ORDER)}).fillna(len(OVERSIGHT_ORDER) - 1)
    needed = rank.to_numpy(dtype="int64", copy=True)
    for flag, least in LEAST_OVERSIGHT.items():
        raised = has_flag(flags, flag)
        needed[raised] = np.maximum(needed[raised], OVERSIGHT_ORDER.index(least))
    return pd.Series(np.array(OVERSIGHT_ORDER)[needed], index=oversight.index, dtype="str")


def has_flag(flags: pd.Series, flag: str) -> BoolArray:
    """Tell which rows carry a flag among their codes joined by ";"."""
    return (";" + flags + ";").str.contains(f";{flag};", regex=False).to_numpy(dtype=bool)


def share_factor(flags: pd.Series, needed: pd.Series, family: pd.Series) -> FloatArray:
    """Return what the strictest safeguard leaves of a task's share freed, 0..1.

    :param flags: flag codes joined by ";".
    :param needed: oversight codes of :func:`oversight_needed`.
    :param family: evidence family that each task is compared with; see :data:`STUDIED_WITH`.
    """
    factor = np.where(needed == "human", HUMAN_ONLY_FACTOR, 1.0)
    for flag, left in FLAG_FACTOR.items():
        studied = family.isin([code for code, carried in STUDIED_WITH.items() if flag in carried])
        cuts = has_flag(flags, flag) & ~studied.to_numpy(dtype=bool)
        factor = np.where(cuts, np.minimum(factor, left), factor)
    return factor


def largest_share(needed: pd.Series, physical: pd.Series) -> FloatArray:
    """Return the most that can be freed of each task, 0..1.

    :param needed: oversight codes of :func:`oversight_needed`.
    :param physical: 0..100, how much of the work is done by hand or by being there; no software frees that part.
    """
    by_oversight = needed.map(dict(LARGEST_SHARE)).to_numpy(dtype="float64")
    return np.minimum(by_oversight, 1 - physical.to_numpy(dtype="float64") / 100)
