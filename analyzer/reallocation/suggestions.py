"""What each role's freed hours could become: activities of the catalogue that fit its work, and its own best tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.reallocation.catalogue import Activity, catalogue
from analyzer.reallocation.fitting import fit_roles
from analyzer.reallocation.kinds import HIGHER_KINDS, HIGHEST_RANK, Ranking, place_on_map
from analyzer.reallocation.meaning import Meaning, read_meaning
from analyzer.reallocation.roles import role_names, role_people, stated_people
from analyzer.reallocation.sheets import listed
from analyzer.scoring.text import comparison_key

COLUMNS = (
    "role",
    "code",
    "source",
    "kind",
    "title_fr",
    "title_en",
    "fit",
    "value",
    "why",
    "function",
    "near_task",
    "shared",
    "minutes_low",
    "minutes_typical",
    "minutes_most",
)

CATALOGUE = "catalogue"
OWN = "own"
"""Source of a suggestion that is a task of the role's own list; its code is ``own:<work key>``."""

CATALOGUE_VALUE = 0.7
"""Value of a catalogue activity of a kind that the team holds for worth most: the mean value that the map gives to the
everyday tasks which raters held for worth more, so that a known task and a new activity stand on one scale."""

_LEAST_FIT = 0.4
"""Fit below which nothing is suggested: an activity for anybody of which the tasks hardly speak has 0.3, one of a trade
beside the role's own of which they do not speak 0.36 (judgement)."""
ALWAYS = ("relief", "learning")
"""Kinds of which every role has some, however little its tasks speak of it."""
_OWN_VALUE_FROM = 0.75
"""Value from which an own task is worth more time: three in four of its like were rated as worth more."""
_OWN_AUTOMATABILITY_TO = 40.0
"""A task of which nearly half can run by itself needs no more of a person's time (judgement)."""
_OWN_REPETITIVENESS_TO = 70.0
"""More time for what comes back many times a day, such as answering the telephone, is more of the same (judgement)."""
_WITH_PEOPLE_FROM = 45.0
"""Score of relations from which a task can be relations or developing people (judgement)."""
_ENOUGH_OF = re.compile(
    r"^(repondre|answer|reply)\b"
    r"|\b(reunions?|meetings?|comites?|committees?|stand ?ups?|huddles?|handovers?|passations?|moderation|incidents?"
    r"|rearrang\w*|reprogramm\w*|relances?|relancer|chas(?:e|ing)|outages?|pannes?|urgences?|emergenc(?:y|ies)|litiges?|disputes?|reclamations?|complaints?|escalations?)\b"
)
"""Nobody wants more time for meetings, however much trust they may build, for answering, nor for what went wrong."""
_OWN_MOST_PER_PERSON = 60.0
"""Most minutes a person and week by which an own task may grow (judgement)."""
_OWN_GROWTH = 0.5
"""Most minutes by which an own task may grow, as a share of what it takes today (judgement), at least a quarter of an
hour."""
_MOST_OWN = 6
_WITH = "with:"
"""Begins the codes of the functions that an activity is done with, among the reasons for it."""
_QUARTER_HOUR = 15.0


def suggest(
    frame: pd.DataFrame,
    meaning: Meaning | None = None,
    ranking: Ranking | None = None,
    *,
    most_per_kind: int = 3,
) -> pd.DataFrame:
    """Suggest for each role what its freed hours could become.

    :param frame: scores or the estimate's frame, one row a task.
    :param meaning: the frame's tasks as read before; they are read if absent.
    :param ranking: the team's own ranking of kinds and activities; it outweighs the map.
    :param most_per_kind: most activities of the catalogue a role and kind.
    :returns: one row a role and activity, the roles by name, each role's best first: ``role``; ``code`` (of the
        catalogue, or ``own:<work key>``); ``source`` "catalogue" or "own"; ``kind``; ``title_fr``, ``title_en``;
        ``fit`` 0..1 (how well it fits the role's work), ``value`` 0..1 (what it is worth), ``why`` (codes joined by
        ";": see :func:`why_words`), ``function`` (code, or ""), ``near_task`` (the role's task that it is nearest to,
        or ""), ``shared`` (bool: another role can take part), ``minutes_low``, ``minutes_typical``, ``minutes_most``
        per week for the whole role.
    :raises ModelError: if the tasks must be read and the model cannot be used.
    """
    meaning, ranking = meaning or read_meaning(frame), ranking or Ranking()
    rows = [*_from_catalogue(frame, meaning, ranking, most_per_kind), *_own_tasks(frame, ranking)]
    found = pd.DataFrame(rows, columns=list(COLUMNS))
    order = found["fit"] * found["value"]
    found = found.assign(order=order).sort_values(["role", "order", "code"], ascending=[True, False, True])
    return found.drop(columns="order").reset_index(drop=True)


def done_by_others(
    roles: Sequence[str | None], labels: Sequence[str], rows: Mapping[str, Sequence[Mapping[str, Any]]]
) -> dict[tuple[str, int], int]:
    """Return, by activity that one or two do for all and place of a role, how many other roles it fits better.

    Who frees time does not change it, so that more freed time never makes a plan worse. The same role in another team
    is no other role.

    :param roles: the roles' names; ``labels``: the names by which ``rows`` holds their suggestions.
    """
    fits: dict[str, list[tuple[float, int]]] = {}
    for place, name in enumerate(labels):
        for row in rows.get(name, ()):
            activity = catalogue().get(str(row["code"]))
            if activity is not None and activity.done_by == "some":
                fits.setdefault(activity.code, []).append((-float(row["fit"]), place))
    better: dict[tuple[str, int], int] = {}
    for code, found in fits.items():
        ranks: dict[str | None, int] = {}
        for _, place in sorted(found):
            better[code, place] = ranks.setdefault(roles[place], len(ranks))
    return better


def why_words(suggestion: Any, language: str) -> str:
    """Return why an activity was suggested to a role, in words.

    :param suggestion: a row of :func:`suggest` (Series or mapping).
    """
    parts = []
    codes = str(suggestion["why"]).split(";")
    for code in codes:
        if code == "near":
            parts.append(
                translate("it is close to a task on the list: “{task}”", language, task=suggestion["near_task"])
            )
        # A task in the team's own words says more than the name of a trade.
        elif code == "trade" and "near" not in codes:
            trade = label("function", str(suggestion["function"]), language)
            parts.append(translate("it is part of this line of work ({trade})", language, trade=trade))
        elif code == "general" and "near" not in codes:
            parts.append(translate("it helps any team", language))
        elif code == "own":
            parts.append(translate("the role already does it, and it is worth more time", language))
        elif code == "ranked":
            parts.append(translate("your team ranked it", language))
    if partners := [code.removeprefix(_WITH) for code in codes if code.startswith(_WITH)]:
        others = ", ".join(dict.fromkeys(label("function", partner, language) for partner in partners))
        parts.append(translate("it is done with others ({functions})", language, functions=others))
    return listed(parts, language)


def _from_catalogue(
    frame: pd.DataFrame, meaning: Meaning, ranking: Ranking, most_per_kind: int
) -> Iterator[dict[str, object]]:
    """Yield what fits each role best, kind by kind."""
    fits, people = fit_roles(frame, meaning), role_people(frame)
    stated = stated_people(frame)
    activities = list(catalogue().values())
    for role in [str(name) for name in fits.fit.index]:
        row = fits.fit.loc[role]
        taken: dict[str, int] = {}
        said: set[str] = set()
        for at in np.argsort(-row.to_numpy(), kind="stable"):
            activity, fit = activities[at], float(row.iloc[at])
            if fit <= 0.0:
                break
            if fit < _LEAST_FIT and activity.kind not in ALWAYS:
                continue
            if taken.get(activity.kind, 0) >= most_per_kind:
                continue
            if stated[role] < activity.people_from or activity.code in said or not said.isdisjoint(activity.same_as):
                continue
            said |= {activity.code, *activity.same_as}
            taken[activity.kind] = taken.get(activity.kind, 0) + 1
            near = int(fits.near[activity.code][role])
            ranked = activity.code in ranking.activities or activity.kind in ranking.kinds
            reasons = ["trade" if activity.functions else "general"]
            reasons += ["near"] * (near >= 0) + ["ranked"] * ranked
            others = fits.partners.there(role, activity.partners)
            own = fits.function.at[role, activity.code]
            reasons += [f"{_WITH}{partner}" for partner in others if partner != own]
            yield {
                "role": role,
                "code": activity.code,
                "source": CATALOGUE,
                "kind": activity.kind,
                "title_fr": activity.title("fr"),
                "title_en": activity.title("en"),
                "fit": round(fit, 3),
                "value": round(_worth(activity, ranking), 3),
                "why": ";".join(reasons),
                "function": fits.function.at[role, activity.code],
                "near_task": meaning.texts[near] if near >= 0 else "",
                "shared": activity.shared,
                "minutes_low": activity.minutes_low * activity.people(float(people[role])),
                "minutes_typical": activity.minutes_typical * activity.people(float(people[role])),
                "minutes_most": activity.minutes_high * activity.people(float(people[role])),
            }


def _own_tasks(frame: pd.DataFrame, ranking: Ranking) -> Iterator[dict[str, object]]:
    """Yield the tasks of each role that are worth more time than they get."""
    placed = place_on_map(frame, ranking)
    better = placed["kind"].isin(HIGHER_KINDS) & (placed["value"] >= _OWN_VALUE_FROM)
    better &= pd.to_numeric(frame["automatability"], errors="coerce") < _OWN_AUTOMATABILITY_TO
    better &= ~(pd.to_numeric(frame["repetitiveness"], errors="coerce") > _OWN_REPETITIVENESS_TO)
    better &= ~frame["task"].map(lambda task: bool(_ENOUGH_OF.search(comparison_key(str(task)))))
    # "Entretien du matériel" is no talk with anybody: what builds on people must be told to be with people.
    people, hands = (pd.to_numeric(frame[name], errors="coerce").fillna(0.0) for name in ("interpersonal", "physical"))
    alone = (people < _WITH_PEOPLE_FROM) | (people < hands)
    better &= ~(alone & placed["kind"].isin(["relations", "developing"]))
    staff = role_people(frame)
    rows = frame.assign(role=role_names(frame), value=placed["value"], kind=placed["kind"])[better]
    rows = rows.sort_values(["role", "value", "work_key"], ascending=[True, False, True], kind="stable")
    rows = rows.drop_duplicates(["role", "work_key"])
    for _, one in rows.groupby("role").head(_MOST_OWN).iterrows():
        minutes = float(one["minutes_per_week"]) if pd.notna(one["minutes_per_week"]) else 0.0
        most = min(max(_QUARTER_HOUR, _OWN_GROWTH * minutes), _OWN_MOST_PER_PERSON * float(staff[one["role"]]))
        yield {
            "role": one["role"],
            "code": f"{OWN}:{one['work_key']}",
            "source": OWN,
            "kind": one["kind"],
            "title_fr": str(one["task"]),
            "title_en": str(one["task"]),
            "fit": 1.0,
            "value": round(float(one["value"]), 3),
            "why": "own;ranked" if one["activity"] in ranking.activities or one["kind"] in ranking.kinds else "own",
            "function": "",
            "near_task": str(one["task"]),
            "shared": False,
            "minutes_low": _QUARTER_HOUR,
            "minutes_typical": max(_QUARTER_HOUR, most / 2.0),
            "minutes_most": most,
        }


def _worth(activity: Activity, ranking: Ranking) -> float:
    """Return what an activity is worth, 0..1: its own rank if the team gave one, else that of its kind."""
    if activity.code in ranking.activities:
        return float(ranking.activities[activity.code]) / HIGHEST_RANK
    return CATALOGUE_VALUE * ranking.worth(activity.kind)
