"""What each role's freed hours could become: activities of the catalogue that fit its work, and its own better tasks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.reallocation.catalogue import Activity, catalogue
from analyzer.reallocation.kinds import HIGHER_KINDS, HIGHEST_RANK, Ranking, place_on_map
from analyzer.reallocation.meaning import Meaning, read_meaning
from analyzer.reallocation.roles import role_names, role_people
from analyzer.reallocation.trade import role_functions
from analyzer.reallocation.words import everyday_functions, hashed_words

FloatArray = npt.NDArray[np.float64]

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

OWN = "own"
"""Source of a suggestion that is a task of the role's own list; its code is ``own:<work key>``."""

CATALOGUE_VALUE = 0.7
"""Value of a catalogue activity of a kind that the team holds for worth most: the mean value that the map gives to the
everyday tasks which raters held for worth more, so that a known task and a new activity stand on one scale."""

_GENERAL_FIT = 0.5
"""Fit of an activity that is for any function (judgement)."""
_WORDS_SHARE = 0.25
"""Share of a fit that the words of the role's tasks make up; its trade makes up the rest (judgement)."""
_LEAST_FIT = 0.3
_OWN_VALUE_FROM = 0.5
"""Value from which an own task is worth more time: it is more likely one of the five kinds than not."""
_OWN_AUTOMATABILITY_TO = 50.0
"""A task of which half can run by itself needs no more of a person's time."""
_OWN_GROWTH = 0.5
"""Most minutes by which an own task may grow, as a share of what it takes today (judgement), at least a quarter of an
hour."""
_MOST_OWN = 6
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


def why_words(suggestion: Any, language: str) -> str:
    """Return why an activity was suggested to a role, in words.

    :param suggestion: a row of :func:`suggest` (Series or mapping).
    """
    parts = []
    for code in str(suggestion["why"]).split(";"):
        if code == "trade":
            trade = label("function", str(suggestion["function"]), language)
            parts.append(translate("it is work of this trade ({trade})", language, trade=trade))
        elif code == "near":
            parts.append(translate("it is near to a task of the list: “{task}”", language, task=suggestion["near_task"]))
        elif code == "general":
            parts.append(translate("it helps any team", language))
        elif code == "own":
            parts.append(translate("the role already does it, and it is worth more time", language))
        elif code == "ranked":
            parts.append(translate("your team ranked it", language))
    return "; ".join(parts)


def _from_catalogue(
    frame: pd.DataFrame, meaning: Meaning, ranking: Ranking, most_per_kind: int
) -> Iterator[dict[str, object]]:
    """Yield what fits each role best, kind by kind."""
    activities = list(catalogue().values())
    shares = role_functions(frame, meaning)
    people = role_people(frame)
    names = role_names(frame).to_numpy()
    belongs = np.array([[f in activity.functions for f in everyday_functions()] for activity in activities], float)
    general = np.array([not activity.functions for activity in activities])
    said = hashed_words([" ".join(_all_words(activity)) for activity in activities])
    for role in shares.index:
        places = np.flatnonzero(names == role)
        texts = sorted({meaning.texts[place] for place in places})
        near = said @ hashed_words(texts).T
        trade = np.where(general, _GENERAL_FIT, np.minimum(1.0, belongs @ shares.loc[role].to_numpy()))
        words = np.clip(near.max(axis=1) / 0.5, 0.0, 1.0)
        fit = (1.0 - _WORDS_SHARE) * trade + _WORDS_SHARE * words
        taken: dict[str, int] = {}
        for at in np.argsort(-fit, kind="stable"):
            activity = activities[at]
            if fit[at] < _LEAST_FIT or taken.get(activity.kind, 0) >= most_per_kind:
                continue
            taken[activity.kind] = taken.get(activity.kind, 0) + 1
            function = "" if general[at] else _best_function(activity, shares.loc[role])
            close = float(near[at].max()) >= 0.3
            ranked = activity.code in ranking.activities or activity.kind in ranking.kinds
            why = [
                *(["general"] if general[at] else ["trade"]),
                *(["near"] if close else []),
                *(["ranked"] if ranked else []),
            ]
            yield {
                "role": role,
                "code": activity.code,
                "source": "catalogue",
                "kind": activity.kind,
                "title_fr": activity.title("fr"),
                "title_en": activity.title("en"),
                "fit": round(float(fit[at]), 3),
                "value": round(_worth(activity, ranking), 3),
                "why": ";".join(why),
                "function": function,
                "near_task": texts[int(near[at].argmax())] if close else "",
                "shared": activity.shared,
                "minutes_low": activity.minutes_low * float(people[role]),
                "minutes_typical": activity.minutes_typical * float(people[role]),
                "minutes_most": activity.minutes_high * float(people[role]),
            }


def _own_tasks(frame: pd.DataFrame, ranking: Ranking) -> Iterator[dict[str, object]]:
    """Yield the tasks of each role that are worth more time than they get."""
    placed = place_on_map(frame, ranking)
    better = placed["kind"].isin(HIGHER_KINDS) & (placed["value"] >= _OWN_VALUE_FROM)
    better &= pd.to_numeric(frame["automatability"], errors="coerce") < _OWN_AUTOMATABILITY_TO
    rows = frame.assign(role=role_names(frame), value=placed["value"], kind=placed["kind"])[better]
    rows = rows.sort_values(["role", "value", "work_key"], ascending=[True, False, True], kind="stable")
    rows = rows.drop_duplicates(["role", "work_key"])
    for _, one in rows.groupby("role").head(_MOST_OWN).iterrows():
        minutes = float(one["minutes_per_week"]) if pd.notna(one["minutes_per_week"]) else 0.0
        most = max(_QUARTER_HOUR, _OWN_GROWTH * minutes)
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


def _best_function(activity: Activity, shares: pd.Series) -> str:
    return max(activity.functions, key=lambda function: float(shares[function]))


def _all_words(activity: Activity) -> Iterator[str]:
    for language in ("fr", "en"):
        yield activity.title(language)
        yield activity.text("what", language)
