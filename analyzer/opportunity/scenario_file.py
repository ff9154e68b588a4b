"""A scenario as a file: its name and every assumption, with the totals that it gave where it was saved.

The file is JSON that a person may read and change. It is read with suspicion: whatever is wrong in it is said in one
sentence, and nothing of it is taken over.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from analyzer.errors import AnalyzerError, InputFileError
from analyzer.i18n import mark, translate
from analyzer.inventory.text import clean
from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.comparison import MEASURES, ChangedAssumption, changed_assumptions
from analyzer.opportunity.scenarios import SCENARIOS
from analyzer.opportunity.totals import ENDS
from analyzer.opportunity.working_time import WORKING_TIME_FIELDS

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate

FORMAT, VERSION = "task-automation-analyzer/scenario", 1
LONGEST_NAME = 80
_MOST_BYTES = 100_000
_IN_FILE = mark("In “{file}”: {what}")


@dataclass(frozen=True)
class ScenarioFile:
    """What stands in a file.

    ``base`` is the ready-made scenario it starts from, ``changes`` what differs from it, and ``working_time`` the
    working time it was reckoned with: a fact of the organisation that saved it, which whoever reads it may not share.
    """

    name: str
    base: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    working_time: Mapping[str, float] = field(default_factory=dict)

    @property
    def assumptions(self) -> Assumptions:
        """All assumptions of the scenario, with the working time of the file."""
        return SCENARIOS[self.base].changed(**self.changes, **self.working_time)

    def other_working_time(self, own: Assumptions) -> tuple[ChangedAssumption, ...]:
        """Return how the working time of the file differs: first what ``own`` holds, then what the file does."""
        return changed_assumptions(own, own.changed(**self.working_time))


def write_scenario(name: str, base: str, assumptions: Assumptions, estimate: HoursEstimate | None = None) -> str:
    """Return a scenario as the text of a file.

    :param name: the name it was given.
    :param base: the ready-made scenario it starts from.
    :param assumptions: all of its assumptions.
    :param estimate: what it gives; its totals are written for readers, and left aside when the file is read.
    """
    held: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "name": name,
        "base": base,
        "assumptions": assumptions.model_dump(),
    }
    if estimate is not None:
        total = estimate.totals("total").iloc[0]
        held["totals"] = {
            measure: {end: round(float(total[f"{measure}_{end}"]), 4) for end in ENDS} for measure in MEASURES
        }
    return json.dumps(held, ensure_ascii=False, indent=2) + "\n"


def read_scenario(content: bytes, filename: str) -> ScenarioFile:
    """Read a scenario from a file.

    :param content: the bytes of the file.
    :param filename: its name, for the sentence.
    :returns: the scenario; an assumption that is left out is that of its base.
    :raises InputFileError: if it is no scenario, or one that this version does not know.
    """
    held = _parsed(content, filename)
    if held.get("format") != FORMAT or not isinstance(held.get("assumptions"), dict):
        raise InputFileError(
            "“{file}” is no scenario file: choose a file that was saved from the scenarios of the hours page.",
            file=filename,
        )
    if type(held.get("version")) is not int or held["version"] != VERSION:  # true would be equal to 1
        raise InputFileError(
            "“{file}” has version {version}, and only version {known} is known: save it again with this program.",
            file=filename,
            version=json.dumps(held.get("version")),
            known=VERSION,
        )
    base = held.get("base", "central")
    if not isinstance(base, str) or base not in SCENARIOS:
        raise InputFileError(
            "“{file}” starts from the scenario “{base}”, which does not exist: write one of {scenarios}.",
            file=filename,
            base=str(base),
            scenarios=", ".join(SCENARIOS),
        )
    name = clean(held["name"]) if isinstance(held.get("name"), str) else ""
    if not 0 < len(name) <= LONGEST_NAME:
        raise InputFileError(
            "The scenario in “{file}” has no name of 1 to {most} characters: write one after “name”.",
            file=filename,
            most=LONGEST_NAME,
        )
    try:
        assumptions = SCENARIOS[base].changed(**held["assumptions"])
    except AnalyzerError as error:
        raise ScenarioValueError(error, filename) from error
    changed = {change.name: change.second for change in changed_assumptions(SCENARIOS[base], assumptions)}
    changes = {code: value for code, value in changed.items() if code not in WORKING_TIME_FIELDS}
    stated = {code: float(getattr(assumptions, code)) for code in WORKING_TIME_FIELDS if code in held["assumptions"]}
    return ScenarioFile(name, base, changes, stated)


class ScenarioValueError(InputFileError):
    """An assumption in a scenario file that cannot be; the sentence names the file, then the assumption."""

    def __init__(self, cause: AnalyzerError, filename: str) -> None:
        super().__init__(_IN_FILE, file=filename)
        self._cause = cause

    def message(self, language: str = "en") -> str:
        """Return the sentence in ``language`` ("en" or "fr")."""
        return translate(self.template, language, file=self.facts["file"], what=self._cause.message(language))


class _GivenTwiceError(Exception):
    """A name that stands twice in one object: which of its values was meant, nobody can tell."""


def _each_once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _GivenTwiceError(name)
        found[name] = value
    return found


def _parsed(content: bytes, filename: str) -> dict[str, Any]:
    """Return the object in a JSON file; one that is too large or too deep is no scenario either."""
    try:
        text = content.decode("utf-8-sig") if len(content) <= _MOST_BYTES else "null"
        held = json.loads(text, object_pairs_hook=_each_once)
    except _GivenTwiceError as error:
        raise InputFileError(
            "“{file}” gives “{name}” twice: keep one of the two lines.", file=filename, name=str(error)
        ) from error
    except json.JSONDecodeError as error:
        raise InputFileError(
            "“{file}” cannot be read: line {line} is no JSON, so correct it or save the scenario again.",
            file=filename,
            line=error.lineno,
        ) from error
    except (ValueError, RecursionError) as error:  # no UTF-8, a number without end, lists within lists within lists
        raise InputFileError(
            "“{file}” cannot be read as text: choose a file that was saved from the scenarios of the hours page.",
            file=filename,
        ) from error
    if not isinstance(held, dict):
        raise InputFileError(
            "“{file}” is no scenario file: choose a file that was saved from the scenarios of the hours page.",
            file=filename,
        )
    return held
