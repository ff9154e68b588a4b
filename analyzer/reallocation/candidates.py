"""What each role could do with its freed time: activities that suit it, and help for roles that ask for it.

The worth of a minute is an integer of thousandths, so that two machines compute the same plan: weight of the kind x
value x fit. What a team ranked goes by its rank first: a point more in the ranking outweighs any fit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from analyzer.reallocation.floors import quarters, up
from analyzer.reallocation.groups import Group, labels_of
from analyzer.reallocation.handover import Offer
from analyzer.reallocation.kinds import HIGHER_KINDS, Ranking
from analyzer.reallocation.rules import HELP, MINUTES_PER_QUARTER_HOUR, Place, PlanRules
from analyzer.reallocation.suggestions import OWN, done_by_others

POINTS = 1000
"""Worth of a minute of the best activity; a point of a team's ranking counts as much on top."""

BEYOND_TYPICAL = 0.6
"""What a quarter-hour is worth beyond the time that an activity typically takes: two activities done well are worth
more than one stretched to its end (judgement)."""

MOST_LEARNING = 2.0
"""Learning up to this many times its floor comes before more time given back, beyond that after it (judgement)."""

OWN_FIT = 0.4
"""Fit at which a task that the role already does counts at most: it fits by nature, but more of the same is what freed
time silts up with (judgement)."""

MOST_OWN_GROWTH = 30.0
"""Most minutes a week and person by which such a task may grow (judgement)."""

DONE_TWICE = 0.5
"""What an activity that one or two people do for all is still worth to the role that it fits second best, and to the
third of that again, and so on (judgement): three roles that look for the cause of the same mistakes are two too many.
"""

MOST_HELPED = 6
"""A role may help the roles closest to it among those that ask, and be helped by the closest ones, up to so many:
whoever helps everybody a little helps nobody (judgement)."""

Handed = Callable[[int, int], Offer]
"""What one group could take over from another, by their places."""

_ROUNDING = 1e-9
_NO_END = 1_000_000
"""Quarter-hours that no budget reaches."""


@dataclass(frozen=True)
class Candidate:
    """One thing that a group could do with its freed time.

    ``giver`` and ``receiver`` are places in the list of groups (``receiver`` only for help). ``least`` and ``most``:
    quarter-hours a week if it is begun. ``worth``: thousandths a quarter-hour up to ``typical``; beyond that it counts
    for :data:`BEYOND_TYPICAL` of it. ``fit`` and ``value`` are 0..1, as the
    suggestion gave them; ``title_fr``, ``title_en``, ``why``, ``function`` and ``near_task`` likewise.
    """

    giver: int
    activity: str
    kind: str
    fit: float
    value: float
    least: int
    typical: int
    most: int
    worth: int
    receiver: int | None = None
    title_fr: str = ""
    title_en: str = ""
    why: str = ""
    function: str = ""
    near_task: str = ""

    def place(self, groups: Sequence[Group]) -> Place:
        """Return the move that this is, by the names of its roles and teams."""
        giver = groups[self.giver]
        receiver = (None, None) if self.receiver is None else groups[self.receiver].key
        return Place(role=giver.role, team=giver.team, activity=self.activity, to_role=receiver[0], to_team=receiver[1])


def worth(kind: str, activity: str, fit: float, value: float, rules: PlanRules, ranking: Ranking | None) -> int:
    """Return what a quarter-hour is worth, in thousandths; 0 for what the team ranked at nothing.

    :param ranking: the team's own, ``None`` if there is none.
    """
    own = round(POINTS * rules.weight(kind) * min(max(value, 0.0), 1.0) * min(max(fit, 0.0), 1.0))
    if ranking is None:
        return own
    rank = ranking.activities.get(activity, ranking.kinds.get(kind))
    if rank is None:
        return own
    return 0 if rank == 0 else round(POINTS * rank) + own


def candidates_of(
    groups: Sequence[Group],
    suggestions: pd.DataFrame,
    closeness: pd.DataFrame,
    rules: PlanRules,
    handed: Handed | None = None,
) -> list[Candidate]:
    """Return every move that the rules let a group make, those forbidden left out.

    :param groups: as :func:`groups_of` gives them.
    :param suggestions: as ``analyzer.reallocation.suggest`` gives them for ``groups.by_group``.
    :param closeness: as ``analyzer.reallocation.role_closeness`` gives them for the frame itself.
    :param handed: what could be handed over; without it any work could.
    :returns: by giver, then activity code, then receiver: the same whatever the order of the rows was. Each giver has
        exactly one way to learn and one way to have time back, unless more are pinned.
    """
    forbidden, pinned = set(rules.forbidden), {pin.place for pin in rules.pins}
    rankings = {team.team: team.ranking for team in rules.rankings}
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in suggestions.to_dict("records"):
        rows.setdefault(str(row["role"]), []).append({str(name): value for name, value in row.items()})
    others = done_by_others([group.role for group in groups], labels_of(groups), rows)
    asked = asked_quarters(groups, rules)
    helped = _helped(groups, asked, closeness_of(closeness), rules, handed)
    found: list[Candidate] = []
    for giver, (group, label) in enumerate(zip(groups, labels_of(groups), strict=True)):
        if group.budget == 0:
            continue
        ranking = rankings.get(group.team, rankings.get(None))
        options = [_suggested(giver, row, group, rules, ranking) for row in rows.get(label, ())]
        options = [
            replace(option, worth=round(DONE_TWICE ** others.get((option.activity, giver), 0) * option.worth))
            for option in options
        ]
        options += [
            _help(giver, receiver, how_near, fit, most, rules, ranking)
            for receiver, how_near, fit, most in helped.get(giver, ())
        ]
        options = [option for option in options if option.place(groups) not in forbidden]
        kept = [option for option in options if option.place(groups) in pinned or option.kind == HELP]
        free = [option for option in options if option not in kept]
        usual = [option for option in free if option.kind in HIGHER_KINDS and option.worth > 0]
        found += [*kept, *not_dominated(usual, rules.most_activities)]
        for kind in ("learning", "relief"):
            own = [option for option in free if option.kind == kind]
            best = max(own, key=lambda c: (c.fit, c.activity), default=_plain(giver, kind, rules, ranking))
            enough = up(MOST_LEARNING * rules.learning_floor * group.budget)
            found.append(replace(best, typical=enough) if kind == "learning" else best)
    return sorted(found, key=lambda c: (c.giver, c.activity, -1 if c.receiver is None else c.receiver))


def _suggested(
    giver: int, row: Mapping[str, Any], group: Group, rules: PlanRules, ranking: Ranking | None
) -> Candidate:
    """Return a suggestion as a candidate.

    Learning and time given back have no end but the budget, and what they are worth does not depend on how well one
    form of them fits. An activity is begun with what one person needs for it; a task that the role has is not begun.
    """
    activity, kind, own = str(row["code"]), str(row["kind"]), row["source"] == OWN
    fit, value = round(float(row["fit"]), 3), round(float(row["value"]), 3)
    open_end = kind in ("learning", "relief")
    most = float(row["minutes_most"])
    if own:
        fit, most = min(fit, OWN_FIT), min(most, MOST_OWN_GROWTH * group.headcount)
    least = max(float(rules.smallest_move), float(row["minutes_low"]) / max(group.headcount, 1.0))
    return Candidate(
        giver=giver,
        activity=activity,
        kind=kind,
        fit=fit,
        value=value,
        least=1 if open_end else quarters(least),
        typical=_NO_END if open_end else quarters(min(float(row["minutes_typical"]), most)),
        most=_NO_END if open_end else quarters(most),
        worth=worth(kind, activity, 1.0 if open_end else fit, 1.0 if open_end else value, rules, ranking),
        title_fr=str(row["title_fr"]),
        title_en=str(row["title_en"]),
        why=";".join([*str(row["why"]).split(";"), *(["ranked"] if _is_ranked(activity, kind, ranking) else [])]),
        function=str(row["function"]),
        near_task=str(row["near_task"]),
    )


def _plain(giver: int, kind: str, rules: PlanRules, ranking: Ranking | None) -> Candidate:
    """Return learning or relief for a role that has no suggestion of it."""
    return Candidate(giver, kind, kind, 1.0, 1.0, 1, _NO_END, _NO_END, worth(kind, kind, 1.0, 1.0, rules, ranking))


def _help(
    giver: int, receiver: int, close: float, fit: float, most: int, rules: PlanRules, ranking: Ranking | None
) -> Candidate:
    """Return help for a role that asks for it: the closer the work, the more it is worth."""
    least = min(quarters(rules.smallest_move), most)
    return Candidate(
        giver, HELP, HELP, close, 1.0, least, most, most, worth(HELP, HELP, fit, 1.0, rules, ranking), receiver
    )


def _helped(
    groups: Sequence[Group],
    asked: Sequence[int],
    close: Mapping[frozenset[str], float],
    rules: PlanRules,
    handed: Handed | None,
) -> dict[int, list[tuple[int, float, float, int]]]:
    """Return whom each group could help, with how close they are, how well the help fits and its most quarter-hours.

    Help is with some tasks: it fits by how near these are as well as by how close the roles are.

    Groups are close enough by the rules, who asks for time gives none, there is work to hand over, and of many only the
    :data:`MOST_HELPED` closest on either side count; what people pinned is always possible. Who frees time does not
    change it.
    """
    pinned = {(pin.role, pin.team, pin.to_role, pin.to_team) for pin in rules.pins if pin.activity == HELP}
    pairs, kept = [], set()
    for receiver in (place for place, size in enumerate(asked) if size > 0):
        for giver, group in enumerate(groups):
            how_near = how_close(group, groups[receiver], close) if giver != receiver else 0.0
            if how_near > 0 and how_near >= rules.closeness_needed - _ROUNDING:
                if (*group.key, *groups[receiver].key) in pinned:
                    kept.add((giver, receiver, how_near, how_near, asked[receiver]))
                elif asked[giver] == 0:
                    pairs.append((giver, receiver, how_near))
    pairs.sort(key=lambda pair: (-pair[2], pair[0], pair[1]))
    counted: Counter[tuple[str, int]] = Counter()
    for giver, receiver, how_near in pairs:
        if min(counted["gives", giver], counted["asks", receiver]) >= MOST_HELPED:
            continue
        most, fit = asked[receiver], how_near
        if handed is not None:
            offer = handed(giver, receiver)
            most = quarters(min(offer.minutes, most * MINUTES_PER_QUARTER_HOUR))
            fit = (how_near + offer.likeness) / 2.0
        if most > 0:
            counted["gives", giver] += 1
            counted["asks", receiver] += 1
            kept.add((giver, receiver, how_near, fit, most))
    found: dict[int, list[tuple[int, float, float, int]]] = {}
    for giver, receiver, how_near, fit, most in sorted(kept):
        found.setdefault(giver, []).append((receiver, how_near, fit, most))
    return found


def _is_ranked(activity: str, kind: str, ranking: Ranking | None) -> bool:
    return ranking is not None and (activity in ranking.activities or kind in ranking.kinds)


def asked_quarters(groups: Sequence[Group], rules: PlanRules) -> list[int]:
    """Return what each group asks others for: what people said it needs, else its declared load above its week."""
    said = {(need.role, need.team): need.minutes_per_week for need in rules.needs}
    return [quarters(said.get(group.key, group.above_week)) for group in groups]


def closeness_of(frame: pd.DataFrame) -> dict[frozenset[str], float]:
    """Return the closeness of two roles by their names, 0..1."""
    pairs = zip(frame["role_a"], frame["role_b"], frame["closeness"], strict=True)
    return {frozenset((str(a), str(b))): round(float(value), 4) for a, b, value in pairs}


def how_close(one: Group, other: Group, close: Mapping[frozenset[str], float]) -> float:
    """Return how close the work of two groups is; the same role in two teams is as close as can be."""
    if one.role is None or other.role is None:
        return 0.0
    return 1.0 if one.role == other.role else close.get(frozenset((one.role, other.role)), 0.0)


def not_dominated(options: Sequence[Candidate], keep: int) -> list[Candidate]:
    """Leave out what no plan needs: activities with ``keep`` others that are worth as much for as wide a range of time.

    A role begins at most ``keep`` activities; where it begins one although ``keep`` better ones exist, one of those is
    left and can take its place, quarter-hour by quarter-hour. Exact, and it makes long lists short.
    """
    kept, ordered = [], sorted(options, key=lambda c: (-c.worth, -c.most, -c.typical, c.least, c.activity))
    for place, one in enumerate(ordered):
        better = (
            other.least <= one.least and other.typical >= one.typical and other.most >= one.most
            for other in ordered[:place]
        )
        if sum(better) < keep:
            kept.append(one)
    return kept
