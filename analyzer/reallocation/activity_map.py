"""The 37 generalized work activities on the map: the kind each is taken for, why, and what the raters said of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd

from analyzer.reallocation.kinds import HIGHEST_RANK, Ranking

TABLE_FILE = Path(__file__).with_name("activities.csv")
"""Kind and reason of each activity, written by hand (judgement): a reader can argue with it, a team can rank it."""

SHARES_FILE = Path(__file__).with_name("activity_shares.csv")
"""Measured beside it (:mod:`analyzer.training.kinds_of_work`): of the everyday tasks that are read as an activity, the
share that raters held for worth more, and how many tasks that are."""


def activity_map(ranking: Ranking | None = None) -> pd.DataFrame:
    """Return all activities with their place on the map, those worth most first.

    :param ranking: the team's own; it outweighs the table.
    :returns: ``activity``, ``kind`` (code, "routine" for none), ``reason_en``, ``reason_fr``, ``share`` (of its
        everyday tasks that raters held for worth more, 0..1), ``tasks`` (number), ``value`` 0..1 (the team's rank of
        the activity, else the share) and ``ranked`` (whether the team ranked it).
    """
    table = _table().copy()
    ranks = (ranking or Ranking()).activities
    own = table["activity"].map({name: rank / HIGHEST_RANK for name, rank in ranks.items()}).astype("float64")
    table["value"] = own.fillna(table["share"])
    table["ranked"] = own.notna()
    return table.sort_values(["value", "activity"], ascending=[False, True], ignore_index=True)


@cache
def _table() -> pd.DataFrame:
    shares = pd.read_csv(SHARES_FILE, comment="#")
    return pd.read_csv(TABLE_FILE).merge(shares, on="activity", how="left", validate="one_to_one")
