"""How many people stand behind tasks: each is counted once, however many tasks and roles they have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.opportunity.columns import Codes, FloatArray


@dataclass(frozen=True)
class Staff:
    """Who does each task.

    The people of a role in a team are as many as the largest headcount of its rows, or the different people named in
    them where these are more. The same role in another team is other people, unless they are named: who is named in
    several roles is one person. A role that names nobody, of a headcount of one at most, is no further person where
    others of its team are named: its tasks are theirs.

    ``units``: the roles in teams, columns ``role`` and ``team``; ``unit``: for each task the place of its role;
    ``person``: for each task the number of the person named, -1 where none is; ``headcount``: people stated for each
    task.
    """

    units: pd.DataFrame
    unit: Codes
    person: Codes
    headcount: FloatArray

    def headcounts(self, groups: Codes, size: int) -> FloatArray:
        """Count the people of groups of tasks.

        :param groups: for each task the code 0, 1, … of its group.
        :param size: number of groups.
        :returns: people by group; a role in a team counts once in each group that it has a task in.
        """
        named, others = self.found(groups, size)
        return named + others

    def found(self, groups: Codes, size: int) -> tuple[FloatArray, FloatArray]:
        """Tell how the people of groups of tasks are known: how many are named, and how many headcounts add.

        For the parameters see :meth:`headcounts`.
        """
        units = max(len(self.units), 1)
        pairs, pair = np.unique(groups * units + self.unit, return_inverse=True)
        stated = np.zeros(len(pairs))
        np.maximum.at(stated, pair, self.headcount)
        named = self.person >= 0
        people = int(self.person.max(initial=0)) + 1
        different = np.unique(pair[named] * people + self.person[named]) // people
        here = np.bincount(different, minlength=len(pairs)).astype("float64")
        group, team = pairs // units, self.team[pairs % units] if len(self.units) else pairs
        teams = int(self.team.max(initial=0)) + 1
        team_named = np.isin(group * teams + team, (group * teams + team)[here > 0])
        theirs = (here == 0) & (stated <= 1) & team_named
        others = np.bincount(group, weights=np.where(theirs, 0.0, np.maximum(stated - here, 0.0)), minlength=size)
        once = np.unique(groups[named] * people + self.person[named]) // people
        return np.bincount(once, minlength=size).astype("float64"), others.astype("float64")

    @property
    def team(self) -> Codes:
        """For each unit the number of its team; those without a team are one."""
        codes, _ = pd.factorize(self.units["team"], use_na_sentinel=False)
        return codes.astype(np.intp)

    def by_unit(self) -> FloatArray:
        """Count the people of each role in a team, in the order of ``units``."""
        return self.headcounts(self.unit, len(self.units))


def staff_of(tasks: pd.DataFrame) -> Staff:
    """Return the people behind tasks.

    :param tasks: counted frame (``role``, ``team``, ``person``, ``headcount``).
    """
    grouped = tasks.groupby(["role", "team"], dropna=False, sort=True)
    people = tasks["person"].str.strip().str.casefold()
    person, _ = pd.factorize(people.where(people != ""))
    return Staff(
        units=grouped.size().reset_index()[["role", "team"]],
        unit=grouped.ngroup().to_numpy().astype(np.intp),
        person=person.astype(np.intp),
        headcount=tasks["headcount"].to_numpy(dtype="float64"),
    )
