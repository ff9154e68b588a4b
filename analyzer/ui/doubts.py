"""What is in doubt in a list, kind by kind, and which three kinds are asked about.

A list is settled in two minutes: of all that is in doubt the three kinds that move the total most are put as questions,
chosen once for a reading of the files, so that an answer brings no new question forward. Everything else, and what
moves nothing, is taken as it was read; that is said, and can be changed.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from analyzer.inventory import ReadingOptions, find_questions
from analyzer.inventory.frequencies import once_in_period
from analyzer.inventory.problems import recognise
from analyzer.inventory.questions import PROPOSALS, Question
from analyzer.inventory.sentences import READING_SENTENCES
from analyzer.inventory.stakes import minutes_asked_about, minutes_missing, minutes_moved, usual
from analyzer.inventory.worktime import WorkTime
from analyzer.ui.listed_ideas import ideas_file
from analyzer.ui.memory import memory
from analyzer.ui.reading import options_of
from analyzer.ui.work import work
from analyzer.workspace import choices, keep_choice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from analyzer.workspace import Project, Source

MOST_ASKED = 3
"""Kinds of questions that are put in all: "three questions at most" is the promise of the page."""

UNCOUNTED, SEVERAL = "frequency_uncounted", 3.0
"""Kind of rows that name a period without a number, and what "several times" or "a few times" in it mostly are
(judgement)."""

WITHOUT_TIME = (
    "time_missing",
    "frequency_missing",
    "frequency_vague",
    UNCOUNTED,
    "frequency_unreadable",
    "duration_missing",
    "duration_vague",
    "duration_unreadable",
    "date_unreadable",
)
"""Kinds of rows whose time is unknown because something was not said or could not be read."""

NUMBERS_SET_ASIDE = ("week_exceeded", "not_positive")
"""Kinds of rows whose time was set aside because it cannot be."""

INCOMPLETE = (*NUMBERS_SET_ASIDE, *WITHOUT_TIME, "duplicate", "task_missing", "task_without_words")
"""Kinds of rows that lack something or repeat another, the gravest first."""

_LEFT = "left_as_is"
_ASKED = "asked_first"
"""Kinds of the choices kept with a project: rows left as they are, by kind of doubt; kinds asked, by reading."""


@dataclass(frozen=True)
class Doubt:
    """Rows that are in doubt for the same reason.

    :param code: the reason: a kind of question, of a row that lacks something, or of a reading that was taken.
    :param places: positions of the rows among the counted rows of the project.
    :param questions: what is asked about them; empty where the rows' own sentences (``issues``) say it.
    """

    code: str
    places: tuple[int, ...]
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Doubts:
    """All that is in doubt in a list.

    :param asked: the kinds put as questions, at most :data:`MOST_ASKED`, the one that moves most first.
    :param taken: the kinds taken as they were read, without asking.
    :param left: the kinds that the reader has answered with "leave it as it is".
    :param readings: what could be read two ways, and was read one way.
    """

    asked: tuple[Doubt, ...]
    taken: tuple[Doubt, ...]
    left: tuple[Doubt, ...]
    readings: tuple[Doubt, ...]

    def beside(self, others: int, *, twice: bool = False) -> Doubts:
        """Return the doubts where so many questions about the files are asked first: three in all, the rest is taken.

        :param twice: whether one of these asks which of two versions of a list counts: until then their tasks, which
            stand there twice, are not asked about one by one.
        """
        asked = tuple(doubt for doubt in self.asked if not (twice and doubt.code in ("duplicate", "near_duplicate")))
        first = asked[: max(MOST_ASKED - others, 0)]
        return replace(self, asked=first, taken=(*(one for one in self.asked if one not in first), *self.taken))


def doubts_of(
    project: Project, sources: Sequence[Source], rows: pd.DataFrame, hours_per_day: float, language: str
) -> Doubts:
    """Return what is in doubt in a project; which kinds are asked is kept with it.

    :param sources: the files of the project.
    :param rows: the counted rows of the project, numbered from 0.
    """
    key = (work().name, project.id, project.revision, hours_per_day, language)
    found = cast("list[Doubt] | None", memory("doubts").get(key))
    if found is None:
        found = _found(rows, hours_per_day)
        memory("doubts").put(key, found)
    still_open, left = _parted(project.id, found, rows)
    first = _asked_first(project.id, sources, still_open, rows)
    by_code = {doubt.code: doubt for doubt in still_open}
    return Doubts(
        tuple(by_code[code] for code in first if code in by_code),
        tuple(doubt for doubt in still_open if doubt.code not in first),
        tuple(left),
        tuple(doubt for doubt in found if doubt.code in READING_SENTENCES and doubt.code not in INCOMPLETE),
    )


def minutes_at_stake(doubt: Doubt, rows: pd.DataFrame) -> float:
    """Return the minutes a week that hang on the answer."""
    if doubt.questions:
        return minutes_asked_about(rows, doubt.questions)
    if doubt.code == UNCOUNTED:
        part = rows.iloc[list(doubt.places)].copy()
        once = [once_named(issues, WorkTime()) for issues in part["issues"]]
        part["occurrences_per_week"] = [math.nan if rate is None else SEVERAL * rate for rate in once]
        return minutes_missing(part.fillna({"minutes_per_occurrence": usual(rows["minutes_per_occurrence"])}),
                               range(len(part)))  # fmt: skip
    if doubt.code in (*WITHOUT_TIME, *NUMBERS_SET_ASIDE):
        return minutes_missing(rows, doubt.places)
    return minutes_moved(rows, {place: {} for place in doubt.places})


def once_named(issues: str, work_time: WorkTime) -> float | None:
    """Return how often a week once is in the period that a row names without a number, from its ``issues``."""
    said = (one.facts["text"] for one in recognise(issues) if not isinstance(one, str) and one.code == UNCOUNTED)
    return once_in_period(str(next(said, "")), work_time)


def leave_as_it_is(project_id: str, doubt: Doubt, rows: pd.DataFrame) -> None:
    """Keep with the project that this is answered: other rows of the kind may still be asked about."""
    before = set(choices(work(), project_id, _LEFT).get(doubt.code) or ())
    ids = set(rows["row_id"].iloc[list(doubt.places)])
    keep_choice(work(), project_id, _LEFT, doubt.code, sorted(before | ids))


def _found(rows: pd.DataFrame, hours_per_day: float) -> list[Doubt]:
    """Return all doubts, questions before rows that lack something; a row asked about is in no doubt for its numbers
    besides."""
    asked: dict[str, list[Question]] = defaultdict(list)
    for question in find_questions(rows, hours_per_day):
        asked[question.code].append(question)
    in_question = {place for part in asked.values() for question in part for place in question.places}
    places: dict[str, list[int]] = defaultdict(list)
    codes_of: dict[str, tuple[str, ...]] = {}
    for place, issues in enumerate(rows["issues"].fillna("")):
        if issues not in codes_of:
            codes_of[issues] = tuple(p.code for p in recognise(issues) if not isinstance(p, str))
        for code in dict.fromkeys(codes_of[issues]):
            if code not in NUMBERS_SET_ASIDE or place not in in_question:
                places[code].append(place)
    questions = [
        Doubt(code, tuple(sorted({place for question in asked[code] for place in question.places})), tuple(asked[code]))
        for code in PROPOSALS
        if code in asked
    ]
    return [
        *questions,
        *(Doubt(code, tuple(places[code])) for code in INCOMPLETE if code in places),
        *(Doubt(code, tuple(places[code])) for code in READING_SENTENCES if code in places and code not in INCOMPLETE),
    ]


def _parted(project_id: str, found: Sequence[Doubt], rows: pd.DataFrame) -> tuple[list[Doubt], list[Doubt]]:
    """Return what is open, and what the reader has left as it is."""
    kept: Mapping[str, list[str]] = choices(work(), project_id, _LEFT)
    still_open: list[Doubt] = []
    left: list[Doubt] = []
    for doubt in found:
        if doubt.code not in PROPOSALS and doubt.code not in INCOMPLETE:
            continue
        settled = set(kept.get(doubt.code) or ())
        is_left = set(rows.index[rows["row_id"].isin(settled)]) if settled else set()
        for into, wanted in ((still_open, False), (left, True)):
            if part := _part(doubt, is_left, settled=wanted):
                into.append(part)
    return still_open, left


def _part(doubt: Doubt, is_left: set[int], *, settled: bool) -> Doubt | None:
    """Return the part of a doubt that is settled, or the part that is not; a question is when all its rows are."""
    if doubt.questions:
        questions = tuple(q for q in doubt.questions if (set(q.places) <= is_left) is settled)
        places = tuple(sorted({place for question in questions for place in question.places}))
        return Doubt(doubt.code, places, questions) if questions else None
    places = tuple(place for place in doubt.places if (place in is_left) is settled)
    return Doubt(doubt.code, places) if places else None


def _asked_first(project_id: str, sources: Sequence[Source], doubts: Sequence[Doubt], rows: pd.DataFrame) -> list[str]:
    """Return the kinds asked about this reading of the files, chosen when it is first looked at."""
    ideas = ideas_file(project_id)
    reading = _reading_of([source for source in sources if source.id != ideas])
    kept = choices(work(), project_id, _ASKED).get(reading)
    if kept is None:
        at_stake = {doubt.code: minutes_at_stake(doubt, rows) for doubt in doubts}
        kept = sorted((code for code in at_stake if at_stake[code] > 0), key=lambda code: -at_stake[code])[:MOST_ASKED]
        keep_choice(work(), project_id, _ASKED, reading, kept)
    return list(kept)


def _reading_of(sources: Sequence[Source]) -> str:
    """Return what stands for the files and the way they are read; masking what is personal changes no time.

    :param sources: without the file of ideas: one that joins the list later brings no new question forward.
    """
    as_found = ReadingOptions()
    options = (replace(options_of(source), personal_data=as_found.personal_data) for source in sources)
    read = sorted((source.sha256, one.to_json()) for source, one in zip(sources, options, strict=True))
    return hashlib.sha256(json.dumps(read).encode()).hexdigest()[:32]
