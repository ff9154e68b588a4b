"""The view across roles: the same use case in several teams, and whom to bring to one table for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analyzer.reallocation.groups import Group, groups_of_rows
from analyzer.reallocation.roles import role_names


@dataclass(frozen=True)
class Part:
    """What one role of one team has in a use case.

    :ivar place: its place among the groups.
    :ivar tasks: how its list words the work, the longest first.
    :ivar minutes: a week, for all its people; 0 where no time is stated. ``freed``: central estimate.
    """

    place: int
    role: str | None
    team: str | None
    people: float
    tasks: tuple[str, ...]
    minutes: float
    freed: float


@dataclass(frozen=True)
class SharedUseCase:
    """A use case that several roles have, and who has it.

    :ivar teams: number of teams (rows without a team count for none).
    :ivar parts: one a role of a team, the most time first.
    :ivar certain: whether it is one use case; else two that may be the same work, to be looked at together.
    """

    key: str
    name: str
    solution: str
    teams: int
    parts: tuple[Part, ...]
    certain: bool = True

    @property
    def minutes(self) -> float:
        """Minutes a week in all."""
        return sum(part.minutes for part in self.parts)

    @property
    def freed(self) -> float:
        """Minutes a week that could be freed in all, central estimate."""
        return sum(part.freed for part in self.parts)


def shared_use_cases(
    frame: pd.DataFrame, groups: Sequence[Group], perhaps: Sequence[tuple[str, str]] = ()
) -> list[SharedUseCase]:
    """Return the use cases that at least two roles have: the certain ones first, then by teams and freed minutes.

    :param frame: the estimate's frame.
    :param groups: the roles of teams (:func:`analyzer.reallocation.groups.groups_of`).
    :param perhaps: keys of two use cases that may be the same work; they are looked at as one where two roles then have
        it, and are not certain. Those that would free nothing are left out: nobody meets over a guess for that.
    """
    found = _shared_by_key(frame, groups)
    seen = {case.key for case in found}
    for one, other in perhaps:
        pair = frame[_keys(frame).isin([one, other])]
        joined = _shared_by_key(pair.assign(use_case_key=f"{one}+{other}"), groups) if len(pair) else []
        found += [replace(case, certain=False) for case in joined if case.freed > 0 and not {one, other} <= seen]
    return sorted(found, key=lambda case: (not case.certain, -case.teams, -case.freed, -case.minutes, case.key))


def _keys(frame: pd.DataFrame) -> pd.Series:
    return frame["use_case_key" if "use_case_key" in frame.columns else "use_case"].astype("str")


def _shared_by_key(frame: pd.DataFrame, groups: Sequence[Group]) -> list[SharedUseCase]:
    work = pd.DataFrame(
        {
            "key": _keys(frame),
            "name": frame["use_case"].astype("str"),
            "solution": frame["solution"].astype("str"),
            "task": frame["task"].astype("str"),
            "minutes": frame["minutes_per_week"].fillna(0.0).astype("float64"),
            "freed": frame["minutes_freed_central"].fillna(0.0).astype("float64"),
            "group": groups_of_rows(frame, groups),
        }
    )
    spread = work.groupby("key")["group"].transform("nunique")
    return [_shared(str(name), rows, groups) for name, rows in work[spread > 1].groupby("key")]


def _shared(key: str, rows: pd.DataFrame, groups: Sequence[Group]) -> SharedUseCase:
    parts = []
    for place, own in rows.groupby("group"):
        group = groups[int(str(place))]
        by_time = own.sort_values(["minutes", "task"], ascending=[False, True], kind="stable")
        parts.append(
            Part(
                place=int(str(place)),
                role=group.role,
                team=group.team,
                people=group.headcount,
                tasks=tuple(dict.fromkeys(by_time["task"])),
                minutes=float(own["minutes"].sum()),
                freed=float(own["freed"].sum()),
            )
        )
    parts.sort(key=lambda part: (-part.minutes, part.place))
    usual = rows.groupby("solution")["minutes"].sum().sort_values(ascending=False, kind="stable")
    return SharedUseCase(
        key=key,
        name=str(rows["name"].iloc[0]),
        solution=str(usual.index[0]),
        teams=len({part.team for part in parts if part.team is not None}),
        parts=tuple(parts),
    )


def who_to_bring(case: SharedUseCase, closeness: pd.DataFrame, frame: pd.DataFrame) -> Mapping[str, tuple[str, ...]]:
    """Return whom to bring to the table for a use case.

    :returns: ``do``: roles that do the work; ``near``: up to two roles that are close to one of them and do not have
        the use case themselves: they see it with other eyes, and could take part later.
    """
    doing = tuple(dict.fromkeys((part.role or part.team or "") for part in case.parts))
    known = set(role_names(frame))
    near = [
        (other, how_close)
        for a, b, how_close in _pairs(closeness)
        for mine, other in ((a, b), (b, a))
        if mine in doing and other not in doing and other in known
    ]
    near.sort(key=lambda pair: (-pair[1], pair[0]))
    return {"do": doing, "near": tuple(dict.fromkeys(name for name, _ in near))[:2]}


def _pairs(closeness: pd.DataFrame) -> list[tuple[str, str, float]]:
    names = ["role_a", "role_b", "closeness"]
    return [(str(a), str(b), float(c)) for a, b, c in closeness[names].itertuples(index=False, name=None)]
