"""What was found in a file that a user should know: a code, the facts, and one sentence in French or English.

The sentences of task rows also stand in the ``issues`` column of the frame, without their full stops and with "; "
between them; no sentence contains that separator, so that :func:`recognise` can take the column apart again after
an edit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from string import Formatter

from babel.numbers import format_decimal

from analyzer.i18n import LANGUAGES, translate
from analyzer.inventory.durations import parse_duration
from analyzer.inventory.facts import NO_FACTS
from analyzer.inventory.fields import field_label
from analyzer.inventory.personal.kinds import KINDS
from analyzer.inventory.sentences import NOT_A_TASK, PERIODS, READING_SENTENCES, SENTENCES, UNITS, VALUE_SENTENCES
from analyzer.inventory.text import clean, parse_number
from analyzer.numbers import NO_BREAK, to_the_minute

SEPARATOR = "; "
LONGEST_QUOTE = 60
_AMOUNTS = {"hours": 60.0, "week": 60.0, "stated": 1.0, "computed": 1.0}
"""Facts that are amounts of time -> minutes in their unit: they are written "36 h 20 min"."""

_MOST_SPELT_OUT = 1e15
"""Numbers from here on are said with an exponent: nobody counts their zeros."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a file, or about one row of it.

    :param code: what it is; one of :data:`SENTENCES`.
    :param row: row as the spreadsheet shows it, from 1; None if the whole file or sheet is meant.
    :param sheet: sheet it stands on; None for text files.
    :param facts: what fills the sentence.
    """

    code: str
    row: int | None = None
    sheet: str | None = None
    facts: Mapping[str, object] = field(default_factory=lambda: NO_FACTS)

    @property
    def is_row_left_out(self) -> bool:
        """Whether the row is no task."""
        return self.code in NOT_A_TASK

    def message(self, language: str = "en") -> str:
        """Return the sentence in ``language`` ("en" or "fr")."""
        return _sentence(self.code, tuple(self.facts.items()), language)


def issue_words(problems: Iterable[Problem], language: str) -> str:
    """Return the sentences of one row as they stand in the ``issues`` column."""
    return SEPARATOR.join(problem.message(language).removesuffix(".") for problem in problems)


def recognise(words: str) -> list[Problem | str]:
    """Take the ``issues`` of one row apart again.

    :param words: what :func:`issue_words` wrote, in either language.
    :returns: problems with code and facts (facts as text or numbers), and, where a sentence is none of ours, its text.
    """
    return [_recognised(sentence) for sentence in words.split(SEPARATOR) if sentence.strip()]


@lru_cache(maxsize=4096)
def says(words: str, code: str) -> bool:
    """Say whether the ``issues`` of a row hold a sentence of a kind."""
    return any(problem.code == code for problem in recognise(words) if isinstance(problem, Problem))


def _recognised(sentence: str) -> Problem | str:
    for code, pattern in _patterns():
        if match := pattern.fullmatch(sentence.strip().removesuffix(".")):
            facts = {name: _fact(name, text) for name, text in match.groupdict().items()}
            return Problem(code, facts=facts)
    return sentence


def _fact(name: str, text: str) -> object:
    if name in _AMOUNTS and (minutes := parse_duration(text)) is not None:
        return minutes / _AMOUNTS[name]
    number = None if name == "text" else parse_number(text)
    return text if number is None else number


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Return a pattern for each sentence of a task row, in every language."""
    patterns = []
    for code, template in (VALUE_SENTENCES | READING_SENTENCES).items():
        for language in LANGUAGES:
            pieces = [
                re.escape(before) + (f"(?P<{name}>.*?)" if name else "")
                for before, name, _, _ in Formatter().parse(translate(template, language).removesuffix("."))
            ]
            patterns.append((code, re.compile("".join(pieces))))
    return patterns


@lru_cache(maxsize=1 << 14)
def _sentence(code: str, facts: tuple[tuple[str, object], ...], language: str) -> str:
    """Return a sentence with its facts in words; remembered, for the rows of a list share most of theirs."""
    return translate(SENTENCES[code], language, **{name: _shown(name, value, language) for name, value in facts})


@lru_cache(maxsize=4096)
def _spoken_number(value: float, language: str) -> str:
    return format_decimal(value, locale=language) if abs(value) < _MOST_SPELT_OUT else f"{value:.0e}"


def _amount(minutes: float, language: str) -> str:
    """Return an amount of time to the minute, as it is compared with a limit."""
    return to_the_minute(minutes, language) if abs(minutes) < _MOST_SPELT_OUT else f"{minutes / 60:.0e}{NO_BREAK}h"


def _shown(name: str, value: object, language: str) -> str:  # noqa: PLR0911 - one kind of fact a line
    """Return a fact as it stands in a sentence."""
    if name in _AMOUNTS and isinstance(value, int | float):
        return _amount(value * _AMOUNTS[name], language)
    if name == "field":
        return field_label(str(value), language)
    if name == "looks_like":
        return translate(str(value), language)
    if name == "kind":
        return translate(KINDS[str(value)], language)
    if name == "unit":
        return translate(UNITS[str(value)], language)
    if name == "period":
        return translate(PERIODS[str(value)], language)
    if name == "other_row":
        return f"{int(float(str(value)))}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _spoken_number(round(value, 2), language)
    text = clean(str(value)).replace(";", ",")
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
