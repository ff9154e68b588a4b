"""Tasks that draw alike, put together so that each is drawn once, and the minutes that stand behind each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from analyzer.opportunity.columns import Codes, FloatArray
from analyzer.opportunity.share import ShareTerms


@dataclass(frozen=True)
class Profiles:
    """Different tasks, sorted by group and work; arrays of one value a profile.

    ``work`` is the place of its name among all, ``family`` the place of its family in ``families``, ``kind`` the place
    of its adoption and checking among ``ShareTerms.kinds``; the others are those of :class:`ShareTerms`.
    """

    families: tuple[str, ...]
    work: Codes
    family: Codes
    kind: Codes
    score: FloatArray
    score_low: FloatArray
    score_high: FloatArray
    weight: FloatArray
    cap: FloatArray

    def __len__(self) -> int:
        return len(self.work)


def profiles_of(terms: ShareTerms, work: Codes, group: Codes | None) -> tuple[Profiles, Codes]:
    """Put tasks together whose draws are the same.

    :param work: for each task the place of its work among all names.
    :param group: for each task the code of the group that the profiles are sorted by first.
    :returns: the profiles that can free anything; and for each task the place of its profile, which is one past the
        last where the task frees nothing.
    """
    families = tuple(family.code for family in terms.evidence.values() if family.central > 0)
    places = {code: place for place, code in enumerate(families)}
    family = np.array([places.get(name, -1) for name in terms.family.names], dtype=np.intp)[terms.family.codes]
    keys: dict[str, Codes | FloatArray] = {
        "kind": terms.kinds[1],
        "cap": terms.cap,
        "weight": terms.weight,
        "score_high": terms.score_high,
        "score_low": terms.score_low,
        "score": terms.score,
        "family": family,
        "work": work,
        "group": np.zeros(len(work), dtype=np.intp) if group is None else group,
    }
    frees = np.flatnonzero((family >= 0) & (terms.weight > 0) & (terms.cap > 0) & (terms.score_high > 0))
    order = frees[np.lexsort([values[frees] for values in keys.values()])]
    new = np.zeros(len(order), dtype=bool)
    new[:1] = True
    for values in keys.values():
        new[1:] |= values[order[1:]] != values[order[:-1]]
    first = order[new]
    profile_of = np.full(len(work), len(first), dtype=np.intp)
    profile_of[order] = np.cumsum(new) - 1
    columns = {name: values[first] for name, values in keys.items() if name != "group"}
    return Profiles(families, **columns), profile_of  # type: ignore[arg-type]


def minutes_by(codes: Codes, profile_of: Codes, minutes: FloatArray, profiles: int) -> csr_array:
    """Return minutes by profile (row) and group (column); tasks that free nothing are left out.

    :param codes: for each task the number of its group.
    :param profiles: number of profiles.
    """
    order = np.lexsort((minutes, codes, profile_of))  # the same sums, to the last bit, whatever the order of the rows
    drawn = order[(profile_of[order] < profiles) & (minutes[order] > 0)]
    summed = csr_array((minutes[drawn], (profile_of[drawn], codes[drawn])), shape=(profiles, max(1, size_of(codes))))
    summed.sum_duplicates()
    return summed.astype(np.float32)


def size_of(codes: Codes) -> int:
    """Return how many groups the codes 0, 1, … number."""
    return int(codes.max()) + 1 if len(codes) else 0
