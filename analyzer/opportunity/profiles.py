"""Tasks that draw alike, put together so that each is drawn once, and the minutes that stand behind each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_array

from analyzer.opportunity.columns import Codes, FloatArray
from analyzer.opportunity.share import ShareTerms


@dataclass(frozen=True)
class Profiles:
    """Different tasks, sorted by group and work; arrays of one value a profile.

    ``work`` is the place of its name in ``names``, ``family`` the place of its family in ``families``, ``kind`` the
    place of its adoption and checking among :func:`kinds_of`, ``unit`` the role in a team whose week must be watched,
    -1 where none must be; the others are those of :class:`ShareTerms`.
    """

    names: npt.NDArray[np.object_]
    families: tuple[str, ...]
    work: Codes
    family: Codes
    kind: Codes
    unit: Codes
    score: FloatArray
    score_low: FloatArray
    score_high: FloatArray
    weight: FloatArray
    cap: FloatArray

    def __len__(self) -> int:
        return len(self.work)


def profiles_of(terms: ShareTerms, work: pd.Series, group: Codes | None, unit: Codes) -> tuple[Profiles, Codes]:
    """Put tasks together whose draws are the same.

    :param work: name of each task's work.
    :param group: for each task the code of the group that the profiles are sorted by first.
    :param unit: for each task its role in a team, -1 where its week need not be watched.
    :returns: the profiles that can free anything; and for each task the place of its profile, which is one past the
        last where the task frees nothing.
    """
    families = tuple(family.code for family in terms.evidence.values() if family.central > 0)
    family = pd.Index(families).get_indexer(pd.Index(terms.family, dtype="object")).astype(np.intp)
    codes, names = pd.factorize(work, sort=True)
    keys: dict[str, Codes | FloatArray] = {
        "unit": unit,
        "kind": kinds_of(terms)[1],
        "cap": terms.cap,
        "weight": terms.weight,
        "score_high": terms.score_high,
        "score_low": terms.score_low,
        "score": terms.score,
        "family": family,
        "work": codes.astype(np.intp),
        "group": np.zeros(len(codes), dtype=np.intp) if group is None else group,
    }
    frees = np.flatnonzero((family >= 0) & (terms.weight > 0) & (terms.cap > 0) & (terms.score_high > 0))
    order = frees[np.lexsort([values[frees] for values in keys.values()])]
    new = np.zeros(len(order), dtype=bool)
    new[:1] = True
    for values in keys.values():
        new[1:] |= values[order[1:]] != values[order[:-1]]
    first = order[new]
    profile_of = np.full(len(codes), len(first), dtype=np.intp)
    profile_of[order] = np.cumsum(new) - 1
    columns = {name: values[first] for name, values in keys.items() if name != "group"}
    return Profiles(np.asarray(names, dtype=object), families, **columns), profile_of  # type: ignore[arg-type]


def kinds_of(terms: ShareTerms) -> tuple[FloatArray, Codes]:
    """Return the different triples of adoption, checking and part checked, and for each task the place of its own."""
    triples = np.column_stack([terms.adoption, terms.review, terms.checked])
    if not len(triples):
        return triples, np.zeros(0, dtype=np.intp)
    different, kind = np.unique(triples, axis=0, return_inverse=True)
    return different, kind.reshape(-1).astype(np.intp)


def minutes_by(codes: Codes, profile_of: Codes, minutes: FloatArray, profiles: int) -> csr_array:
    """Return minutes by profile (row) and group (column); tasks that free nothing are left out.

    :param codes: for each task the number of its group.
    :param profiles: number of profiles.
    """
    order = np.lexsort((minutes, codes, profile_of))  # the same sums, to the last bit, whatever the order of the rows
    drawn = order[(profile_of[order] < profiles) & (minutes[order] > 0)]
    summed = csr_array((minutes[drawn], (profile_of[drawn], codes[drawn])), shape=(profiles, size_of(codes)))
    summed.sum_duplicates()
    return summed.astype(np.float32)


def size_of(codes: Codes) -> int:
    """Return how many groups the codes 0, 1, … number."""
    return int(codes.max()) + 1 if len(codes) else 0
