"""Work that a text names plainly, in French or English: the model need not guess which study it is compared with.

``named_work.csv`` (judgement, written from task lists in both languages) holds one rule a line, read from top to
bottom: ``acts`` that a clause begins with, ``objects`` of which one must follow soon (none asked for where the column
is empty), and words ``unless`` one of which stands in the clause. Entries are in small letters, without accents and
small words; "*" stands for any ending, "_" for a space. What is done and what it is done to count together: "prepare
the minutes" is no meeting, "answer the telephone" no e-mail. A text that names two works of different families is not
plain, and stays with the model.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from analyzer.opportunity.family_rule import NO_FAMILY
from analyzer.opportunity.named_rules import NAMED_RULES
from analyzer.scoring.shorthand import written_out
from analyzer.scoring.text import comparison_key

_FILE = Path(__file__).with_name("named_work.csv")
_STOPS = re.compile(r"[,;:+(/)]|\.\s|\s[-–—]\s")
"""What ends a sentence part: an object is not looked for beyond."""
_ALSO = re.compile(r" (?:and|or|then|et|ou|puis) ")
_SMALL = frozenset(
    """a an the of to our your their my his her its this that these those all each every any some i we
    de du des d la le les l un une au aux mes nos vos ses mon ton son leur leurs notre votre ce cet cette ces tous tout
    toute toutes chaque je j nous on s se""".split()  # noqa: SIM905
)
"""Words that stand between an act and its object and change neither; "by", "par", "up", "off" do."""
_LEAD = re.compile(
    r"(?:fai(?:re|s|t|sons)|realis\w+|effectu\w+|assur\w+|gerer|gestion|occup\w+|do|doing|carry|out|perform\w*|daily"
    r"|weekly|monthly|yearly|annual|regular|quotidien\w*|hebdo\w*|mensuel\w*|annuel\w*|regulier\w*|help|aider|first"
    r"|take|care|travaux|tache\w*|task\w*|activit\w+|physical\w*|manual\w*|manuel\w*)"
)
"""Words before the act that say nothing of it."""
_AFTER = 5
"""Words after the act among which its object is looked for."""
_HEAD = 4
"""Words that an act may take."""


@dataclass(frozen=True)
class NamedWork:
    """One line of the file.

    :ivar rule: code of the family rule that the work has.
    """

    rule: str
    acts: re.Pattern[str]
    objects: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def fits(self, after: str, part: str) -> bool:
        """Tell whether a part of a text whose act fits is this work.

        :param after: the words that follow the act.
        :param part: the part, from the act on.
        """
        if self.objects is not None and not self.objects.search(after):
            return False
        return self.unless is None or not self.unless.search(part)


@lru_cache(maxsize=100_000)
def named_rule(text: str) -> str | None:
    """Return the code of the family rule for the work that a text names plainly; ``None`` where its first part names
    none, or its parts name several that differ.

    :param text: a task in French or English.
    """
    first, *others = _parts(written_out(text))
    said = list(filter(None, map(_named_in, first)))
    found = [*said, *(code for part in others for code in map(_named_in, part) if code is not None)]
    return said[0] if said and len({_family(code) for code in found}) == 1 else None


def named_rules(texts: Iterable[str]) -> dict[str, str]:
    """Return the code for each of some different texts that name their work plainly."""
    codes = {text: named_rule(text) for text in texts}
    return {text: code for text, code in codes.items() if code is not None}


def _parts(text: str) -> list[list[str]]:
    """Return the beginnings of what each sentence part says, each with what follows it there, small words left out."""
    parts = []
    for part in _STOPS.split(text):
        words = f" {comparison_key(part)} "
        starts = [0, *(also.end() - 1 for also in _ALSO.finditer(words))]
        parts.append([" ".join(word for word in words[start:].split() if word not in _SMALL) for start in starts])
    return parts


def _named_in(clause: str) -> str | None:
    words = clause.split()
    for place in range(min(len(words), _HEAD)):
        for number, length in _acting(" ".join(words[place : place + _HEAD])):
            after = " ".join(words[place + length : place + length + _AFTER])
            if _works()[number].fits(after, " ".join(words[place:])):
                return _works()[number].rule
        if not _LEAD.fullmatch(words[place]):
            return None
    return None


@lru_cache(maxsize=50_000)
def _acting(head: str) -> tuple[tuple[int, int], ...]:
    """Return the places of the lines whose act some words begin with, and how many words it takes."""
    found = ((number, work.acts.match(head)) for number, work in enumerate(_works()))
    return tuple((number, len(act[0].split())) for number, act in found if act)


@cache
def _families() -> dict[str, str]:
    return {rule.code: rule.family for rule in NAMED_RULES}


def _family(code: str) -> str:
    """Return the family that all the works of a text must have; meetings free as little as what no study fits."""
    family = _families()[code]
    return NO_FAMILY if family == "meetings" else family


@cache
def _works() -> tuple[NamedWork, ...]:
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return tuple(
        NamedWork(
            row["rule"],
            re.compile(rf"(?:{_pattern(row['acts'])})(?= |$)"),
            _anywhere(row["objects"]),
            _anywhere(row["unless"]),
        )
        for row in rows
    )


def _anywhere(entries: str | None) -> re.Pattern[str] | None:
    return re.compile(rf"(?:^| )(?:{_pattern(entries)})(?= |$)") if entries else None


def _pattern(entries: str) -> str:
    """Return the alternatives that entries stand for, small words left out as in texts; the longest first."""
    plain = [" ".join(word for word in entry.split("_") if word not in _SMALL) for entry in entries.split()]
    longest = sorted(set(filter(None, plain)), key=lambda entry: (-len(entry.split()), -len(entry), entry))
    return "|".join(entry.replace("*", r"\w*") for entry in longest)
