"""How well each activity of the catalogue fits the work of each role.

The trade decides first (:mod:`analyzer.reallocation.trade`), then the words: an activity that speaks of what the role
does comes before one that only belongs to its trade. Activities for another seat, or without any of their cues in the
role's words, are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from analyzer.reallocation.catalogue import Activity, catalogue
from analyzer.reallocation.cues import RoleWords
from analyzer.reallocation.meaning import Meaning
from analyzer.reallocation.partners import SIDE_TRADE, Partners, partners_of
from analyzer.reallocation.roles import role_names, task_weights
from analyzer.reallocation.trade import LEADING, role_functions, trade_named
from analyzer.reallocation.words import SAY_NOTHING, everyday_functions, rarity, stems

FloatArray = npt.NDArray[np.float64]

GENERAL_FIT = 0.5
"""What an activity for any function has of a trade (judgement)."""
CUED_FIT = 0.75
"""The same where the role's words hold one of its cues: what it does every week says more than the name of a trade
(judgement)."""
_WORDS_SHARE = 0.4
"""Share of a fit that the words of the role's tasks make up; its trade makes up the rest (judgement)."""
PUBLIC, FIRM = "public_office", "audit_advisory"
_NO_BUSINESS = ("association", "education", PUBLIC)
"""Houses without margins, known by the trade that most of their work belongs to."""
_NO_TRADE = (*_NO_BUSINESS, "arts_media", "health_care", "legal", "medical_practice", "real_estate", "social_work")
"""Houses without buyers and salespeople, known likewise: a notary's bookkeeper reviews no margins with sales."""
BUSINESS, TRADING, OWN_STAFF, HANDS, DESK = "business", "trading", "own", "hands", "desk"
_MOSTLY = 0.5
"""A list where a role works mostly in a public office, or in a firm of accountants, is taken to be one's
(judgement)."""
_HANDS_FROM, _DESK_TO = 40.0, 60.0
"""Mean bodily work of a role, 0..100, weighed by time, from which it works with its hands, and up to which at a desk
(judgement): between them it does both."""
_NEAR, _NEAR_WORDS = 0.25, 2
"""A task is named as a reason from this cosine of its words and those of the activity on, and if they have two words in
common, one of them in the activity's title, of which each stands in fewer than one everyday text in a hundred
(judgement: one word alone misleads, and so do two by the way)."""
_RARE = np.log(100.0)
_BY_THE_WAY = 0.8
"""What is left of a fit where one task by the way is all that calls for an activity (judgement): of 19 such suggestions
to six teams a rater held 8 for serious, of 33 that more words called for 21."""
_NO_TRADE_OF_ITS_OWN = ("", "core_office", "core_operations", "secretariat")
"""Functions in which nothing but words tells what a role's subject is: one by the way is none. A designer who looks for
stock images has no stock, and an exams officer who books rooms no guests."""
_OF_ANY_TRADE = 0.85
"""What is left of a fit of what anybody who leads could do, so that what is of the trade comes first (judgement)."""
_ALONE = 0.9
"""What is left of a fit in a whole firm where nobody works in a trade that the activity is done with (judgement);
nothing of what needs buyers or salespeople."""


@dataclass(frozen=True, eq=False)
class Fits:
    """Fits of roles and activities.

    :ivar fit: 0..1, one row a role (in the order of the names), one column an activity (by code); 0 where it is not
        for this role.
    :ivar function: the function of each activity that the role works in most; "" for an activity for any function.
    :ivar near: place in the frame of the role's task that speaks most of the activity; -1 where none does.
    :ivar partners: with whom something can be done.
    """

    fit: pd.DataFrame
    function: pd.DataFrame
    near: pd.DataFrame
    partners: Partners


def fit_roles(frame: pd.DataFrame, meaning: Meaning) -> Fits:
    """Return how well each activity fits each role.

    :param frame: scores or any later frame, one row a task.
    :param meaning: the frame's tasks as read.
    """
    activities = list(catalogue().values())
    codes = [activity.code for activity in activities]
    shares, names = role_functions(frame, meaning), role_names(frame).to_numpy()
    belongs = np.array([[f in one.functions for f in everyday_functions()] for one in activities], float)
    general = ~belongs.any(axis=1)
    # A role's greatest trade counts in full, so that one with two trades is not held for half of each.
    relative = shares.to_numpy("float64") / np.maximum(shares.to_numpy("float64").max(axis=1, keepdims=True), 1e-9)
    # Where no name tells the trade, the tasks must: a trade that only leads by a little is a guess.
    relative = np.where(trade_named(frame, shares).to_numpy()[:, None], relative, shares.to_numpy("float64"))
    relative = np.where(relative >= SIDE_TRADE, relative, 0.0)
    cued = np.array([bool(one.cues) for one in activities])
    trade = np.where(general, np.where(cued, CUED_FIT, GENERAL_FIT), np.minimum(1.0, relative @ belongs.T))
    spoken = _spoken_of(names, meaning.texts, list(shares.index))
    fit = (1.0 - _WORDS_SHARE) * trade + _WORDS_SHARE * spoken
    public, firm = (bool((shares[house] >= _MOSTLY).any()) for house in (PUBLIC, FIRM))
    house = shares.mean().idxmax()
    public = public or house in _NO_BUSINESS
    useless = {BUSINESS: public, TRADING: public or firm or house in _NO_TRADE, OWN_STAFF: firm}
    fit *= np.array([not useless.get(one.house, False) for one in activities])
    fit *= _bodily(frame, names, list(shares.index), activities)
    words = RoleWords(frame, meaning.texts, names, list(shares.index))
    fit *= (trade > 0.0) & words.called_for(activities)
    near = _nearest_tasks(names, meaning.texts, list(shares.index))
    functions = np.array(everyday_functions(), object)
    best = (relative[:, None, :] * belongs[None, :, :]).argmax(axis=2)
    function = np.where(general, "", functions[best])
    passing = words.by_the_way(activities, (fit > 0.0) & (near < 0))
    fit *= np.where(passing, np.where(np.isin(function, _NO_TRADE_OF_ITS_OWN), 0.0, _BY_THE_WAY), 1.0)
    fit *= np.where(function == LEADING, _OF_ANY_TRADE, 1.0)
    partners = partners_of(shares)
    fit *= _with_others(partners, activities)
    return Fits(
        pd.DataFrame(fit, shares.index, codes),
        pd.DataFrame(function, shares.index, codes),
        pd.DataFrame(near, shares.index, codes),
        partners,
    )


def _with_others(partners: Partners, activities: list[Activity]) -> FloatArray:
    """Return what is left of the fits where nobody is there to do an activity with, shape (roles, activities)."""
    left = np.ones((len(partners.trades), len(activities)))
    for column, one in enumerate(activities):
        if partners.whole and one.partners:
            alone = [not partners.there(role, one.partners) for role in partners.trades]
            left[alone, column] = 0.0 if one.house == TRADING else _ALONE
    return left


def _spoken_of(names: npt.NDArray[np.object_], texts: list[str], roles: list[str]) -> FloatArray:
    """Return how much each role's tasks speak of each activity, 0..1, shape (roles, activities): the share of an
    activity's words, weighed by rarity, that the tasks hold; 1 for the activity that is spoken of most."""
    wording = _wording()
    held = sparse.csr_matrix(_by_role(names, roles) @ _stem_matrix(texts, wording.place) > 0, dtype=float)
    covered = np.maximum.reduce([(held @ words.T).toarray() for words in wording.shares])
    result: FloatArray = covered / np.maximum(covered.max(axis=1, keepdims=True), 1e-9)
    return result


def _nearest_tasks(names: npt.NDArray[np.object_], texts: list[str], roles: list[str]) -> npt.NDArray[np.int64]:
    """Return for each role and activity the place of the task that speaks most of it, or -1."""
    wording = _wording()
    holds = _stem_matrix(texts, wording.place)
    tasks = _unit(holds.multiply(wording.rarity[None, :]).tocsr())
    rare = holds.multiply(wording.rarity[None, :] >= _RARE).tocsr()
    sides = []
    for words in wording.shares:
        near = (tasks @ _unit(words).T).toarray()
        common = (rare @ (words > 0).T.astype(float)).toarray()
        in_title = (rare @ wording.titles.T).toarray() > 0
        sides.append(np.where((common >= _NEAR_WORDS) & in_title, near, 0.0))
    cosine = np.maximum.reduce(sides)
    places = np.full((len(roles), cosine.shape[1]), -1)
    for row, role in enumerate(roles):
        own = np.flatnonzero(names == role)
        best = cosine[own].argmax(axis=0)
        near = cosine[own[best], np.arange(cosine.shape[1])] >= _NEAR
        places[row, near] = own[best][near]
    return places


def _bodily(
    frame: pd.DataFrame, names: npt.NDArray[np.object_], roles: list[str], activities: list[Activity]
) -> npt.NDArray[np.bool_]:
    """Return which activities suit how bodily the work of each role is, shape (roles, activities)."""
    physical = pd.to_numeric(frame["physical"], errors="coerce").fillna(0.0).to_numpy("float64")
    mean = pd.Series(physical * task_weights(frame)).groupby(names).sum().loc[roles].to_numpy()[:, None]
    wanted = np.array([one.work for one in activities])
    suited: npt.NDArray[np.bool_] = ((wanted != HANDS) | (mean >= _HANDS_FROM)) & ((wanted != DESK) | (mean < _DESK_TO))
    return suited


@dataclass(frozen=True, eq=False)
class _Wording:
    """The catalogue's words: place of each stem, its rarity, which stand in each activity's title, and for each
    language the share of each activity's words (weighed by rarity, rows add to 1) that each stem makes up."""

    place: dict[str, int]
    rarity: FloatArray
    titles: sparse.csr_matrix
    shares: tuple[sparse.csr_matrix, ...]


@cache
def _wording() -> _Wording:
    activities = list(catalogue().values())
    texts = {
        language: [f"{one.title(language)} {one.text('what', language)}" for one in activities]
        for language in ("fr", "en")
    }
    vocabulary = sorted({stem for side in texts.values() for text in side for stem in stems(text)} - SAY_NOTHING)
    place = {stem: i for i, stem in enumerate(vocabulary)}
    weight = rarity(vocabulary)
    shares = []
    for side in texts.values():
        words = _stem_matrix(side, place).multiply(weight[None, :]).tocsr()
        shares.append(sparse.diags(1.0 / np.asarray(words.sum(axis=1)).ravel()) @ words)
    titles = _stem_matrix([f"{one.title('fr')} {one.title('en')}" for one in activities], place)
    return _Wording(place, weight, titles, tuple(shares))


def _stem_matrix(texts: list[str], place: dict[str, int]) -> sparse.csr_matrix:
    """Return which texts hold which stems, 1 or 0, shape (texts, stems)."""
    found = [(row, place[stem]) for row, text in enumerate(texts) for stem in set(stems(text)) if stem in place]
    rows, columns = zip(*found, strict=True) if found else ((), ())
    return sparse.csr_matrix((np.ones(len(found)), (rows, columns)), shape=(len(texts), len(place)))


def _by_role(names: npt.NDArray[np.object_], roles: list[str]) -> sparse.csr_matrix:
    """Return which rows are of which role, shape (roles, rows)."""
    place = {role: i for i, role in enumerate(roles)}
    rows = [place[str(name)] for name in names]
    return sparse.csr_matrix((np.ones(len(rows)), (rows, np.arange(len(rows)))), shape=(len(roles), len(rows)))


def _unit(words: sparse.csr_matrix) -> sparse.csr_matrix:
    length = np.sqrt(np.asarray(words.multiply(words).sum(axis=1)).ravel())
    return sparse.diags(1.0 / np.maximum(length, 1e-9)) @ words
