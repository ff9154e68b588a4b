"""The rules of a plan: floors, ceilings, weights, and what people decided about single moves.

Every rule has a default with its source, and can be changed on screen, in a file (``analyzer plan --rules``) or in
Python. Rules are values: two equal sets give the same plan.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from analyzer.errors import UsageError
from analyzer.i18n import mark
from analyzer.numbers import format_number, format_share
from analyzer.reallocation.closeness import CLOSE
from analyzer.reallocation.kinds import HIGHER_KINDS, KINDS, Ranking

HELP = "help"
"""Kind, and activity, of a move to another role: work that this one takes over."""

AMBASSADOR = "ambassador"
"""Activity of the colleague who shows the others how; it counts as work, of the kind "developing"."""

PLAN_KINDS = (*HIGHER_KINDS, HELP, "learning", "relief")
"""Kinds of a plan's moves, in the order in which they are shown."""

MINUTES_PER_QUARTER_HOUR = 15
MONTHS_PER_YEAR = 12

_STRICT = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

MOST_PINNED = 7 * 24 * 60 * 1_000
"""Most minutes a week that a pin may name: the week of a thousand people, so that a slip of the finger is found."""

MOST_NEEDED = 1_000_000
"""Most minutes a week that a role may ask for: the week of four hundred people, for the same reason."""


class Place(BaseModel):
    """One possible move: what a role of a team does with freed time, and for whom.

    ``activity`` is a code as the plan shows it ("relief-quiet-hour"; "ambassador"); with ``to_role`` it is "help".
    """

    model_config = _STRICT

    role: str | None
    team: str | None = None
    activity: str
    to_role: str | None = None
    to_team: str | None = None


class Pin(Place):
    """A move that people decided: so many minutes a week, in whole quarter-hours."""

    minutes_per_week: int = Field(ge=0, le=MOST_PINNED)

    @property
    def place(self) -> Place:
        """The move, without its amount."""
        return Place(**self.model_dump(exclude={"minutes_per_week"}))


class Need(BaseModel):
    """Minutes a week that a role of a team asks others for; said by people, it replaces what its load tells."""

    model_config = _STRICT

    role: str | None
    team: str | None = None
    minutes_per_week: int = Field(ge=0, le=MOST_NEEDED)


class TeamRanking(BaseModel):
    """What a team says its kinds of work and activities are worth, 0 to 5 (:class:`Ranking`); ``None`` is everybody."""

    model_config = _STRICT

    team: str | None = None
    kinds: dict[str, float] = Field(default_factory=dict)
    activities: dict[str, float] = Field(default_factory=dict)

    @property
    def ranking(self) -> Ranking:
        """The same, as the map takes it."""
        return Ranking(self.kinds, self.activities)


def _rule(default: float, low: float, high: float, step: float, *, label: str, why: str, source: str) -> Any:
    """Declare one rule with a slider; ``description`` holds default, range and source for whoever reads the schema."""
    return Field(
        default=default,
        ge=low,
        le=high,
        title=label,
        description=f"{why} Default {default:g}, from {low:g} to {high:g}. Source: {source}",
        json_schema_extra={"step": step, "why": why, "source": source},
    )


DEFAULT_WEIGHTS: Mapping[str, float] = {
    # Judgement: the five kinds and help count alike until people say otherwise. Learning and relief beyond their
    # floors count less than an activity that fits well, and more than one that fits badly.
    **dict.fromkeys((*HIGHER_KINDS, HELP), 1.0),
    "learning": 0.25,
    "relief": 0.2,
}


class PlanRules(BaseModel):
    """The rules of one plan. Frozen: :meth:`changed` gives another set.

    ``weights``: what each kind counts, 0..1, by kind (:data:`PLAN_KINDS`). ``needs``, ``pins``, ``forbidden`` and
    ``rankings`` are what people said. ``gap`` and ``seconds`` bound the search.
    """

    model_config = _STRICT

    relief_floor: float = _rule(
        0.2,
        0.0,
        1.0,
        0.05,
        label=mark("Time given back"),
        why=mark(
            "Least share of each role’s freed time that is filled with nothing new, rounded up to whole quarter-hours. "
            "A role that frees a single quarter-hour has it back."
        ),
        source=mark(
            "Upwork Research Institute 2024, 2,500 people: 77% of those who use these tools say that their load grew. "
            "The share itself is judgement."
        ),
    )
    learning_floor: float = _rule(
        0.1,
        0.0,
        1.0,
        0.05,
        label=mark("Time to learn"),
        why=mark(
            "Least share of each role’s freed time that goes into learning the tools and the new work, rounded up to "
            "whole quarter-hours. Where both shares do not fit, time given back comes first."
        ),
        source=mark(
            "BCG, AI at Work 2025, 10,600 people: regular use is clearly higher from five hours of training on. A "
            "tenth of half an hour a day makes five hours in twenty weeks."
        ),
    )
    ambassador_share: float = _rule(
        0.0625,
        0.0,
        0.25,
        0.0125,
        label=mark("Ambassadors"),
        why=mark(
            "Time of the colleagues who show the others how, for each hour of new work in a team of three or more."
        ),
        source=mark("Judgement: a quarter-hour for every four hours of new work."),
    )
    change_per_month: float = _rule(
        0.05,
        0.0,
        0.5,
        0.01,
        label=mark("Change per person and month"),
        why=mark("Largest share of a person’s week that may become other work within one month."),
        source=mark("Judgement: one and three quarter hours of a 35-hour week, about one new activity a month."),
    )
    closeness_needed: float = _rule(
        CLOSE,
        0.0,
        1.0,
        0.05,
        label=mark("Closeness needed to help"),
        why=mark(
            "Roles help each other only if their work is at least this close, from 0 (nothing alike) to 1, and only "
            "with tasks that are near to their own."
        ),
        source=mark("Judgement, from reading all pairs of roles of the example lists: neighbours reach it."),
    )
    most_activities: int = _rule(
        4,
        1,
        12,
        1,
        label=mark("New activities per role"),
        why=mark("Most new activities that one role begins, learning and time given back not counted."),
        source=mark("Judgement: more than four beginnings at once are not followed through."),
    )
    smallest_move: int = _rule(
        30,
        15,
        240,
        15,
        label=mark("Smallest activity"),
        why=mark("Least minutes a week for which an activity is begun."),
        source=mark("Judgement: half an hour a week is two hours a month, enough for one useful session."),
    )
    weights: dict[str, float] = Field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    needs: tuple[Need, ...] = ()
    pins: tuple[Pin, ...] = ()
    forbidden: tuple[Place, ...] = ()
    rankings: tuple[TeamRanking, ...] = ()
    gap: float = Field(default=1e-3, ge=0.0, le=0.5)
    seconds: float = Field(default=60.0, gt=0.0, le=3600.0)

    def weight(self, kind: str) -> float:
        """Return what a kind counts, 0..1."""
        return float(self.weights.get(kind, DEFAULT_WEIGHTS[kind]))

    def changed(self, **values: object) -> Self:
        """Return a copy with some rules replaced.

        :raises UsageError: if a name is unknown or a value is none that the rule can have.
        """
        return type(self).read({**self.model_dump(), **values})

    @classmethod
    def read(cls, values: object) -> Self:
        """Return rules from plain values, as JSON holds them; what is not named keeps its default.

        :raises UsageError: if a name is unknown, a value is none that the rule can have, or the rules contradict each
            other.
        """
        try:
            rules = cls.model_validate(values)
        except ValidationError as error:
            first = error.errors()[0]
            raise UsageError(
                "The rule “{name}” cannot be used as it stands ({value}): correct it, or leave it out.",
                name=".".join(str(part) for part in first["loc"]) or "?",
                value=_shown(first.get("input")),
            ) from error
        rules.check()
        return rules

    @classmethod
    def read_text(cls, text: str, file: str) -> Self:
        """Return the rules that a JSON text holds.

        :raises UsageError: as :meth:`read`, or if the text is no JSON.
        """
        try:
            values = json.loads(text)
        except json.JSONDecodeError as error:
            raise UsageError(
                "“{file}” is no JSON (line {line}): correct it, or save the rules again.", file=file, line=error.lineno
            ) from error
        return cls.read(values)

    def check(self) -> None:
        """Check what no single value shows.

        :raises UsageError: if the floors ask for more than all, or a weight or a kind is none.
        """
        if self.relief_floor + self.learning_floor > 1 + 1e-9:
            raise UsageError(
                "Time given back ({relief}) and time to learn ({learning}) ask for more than all the freed time: lower "
                "one of them.",
                relief=partial(format_share, self.relief_floor),
                learning=partial(format_share, self.learning_floor),
            )
        for kind, weight in self.weights.items():
            if kind not in PLAN_KINDS:
                raise UsageError(
                    "There is no kind of work “{kind}”: choose one of {kinds}.", kind=kind, kinds=", ".join(PLAN_KINDS)
                )
            if not 0 <= weight <= 1:
                raise UsageError(
                    "The weight of “{kind}” cannot be {weight}: give a share from 0 to 1.",
                    kind=kind,
                    weight=partial(format_number, weight, digits=3),
                )
        for team in self.rankings:
            if unknown := next((kind for kind in team.kinds if kind not in KINDS), None):
                raise UsageError(
                    "There is no kind of work “{kind}”: choose one of {kinds}.", kind=unknown, kinds=", ".join(KINDS)
                )
            _ = team.ranking  # raises where a rank is out of range


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:59] + "…"
