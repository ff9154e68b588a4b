"""Measurements of a project: entered with what the estimate holds of their use case, and set beside it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from analyzer.opportunity.actuals import actuals, standing_of
from analyzer.opportunity.measurement_block import checked_line, read_block
from analyzer.opportunity.value import with_keys
from analyzer.ui.anchors import measurements_today
from analyzer.ui.moves import tasks_of, use_cases, without
from analyzer.ui.work import work
from analyzer.workspace import MeasuredMinutes, add_measurements, list_measurements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.opportunity.actuals import Actual
    from analyzer.opportunity.measurement_block import MeasuredLine
    from analyzer.ui.analysis import Analysis
    from analyzer.workspace import Measurement


_FEWEST_REPEATED = 2
"""Lines that a pasted block must repeat before it is taken for a sheet that was pasted before; judgement: one case may
well take the same minutes as another."""


def names_of(analysis: Analysis) -> dict[str, str]:
    """Return the name of each use case by its key, the one that frees most first; no two are alike."""
    cases = use_cases(analysis.estimate)["use_case"]
    twice = Counter(cases)
    return {
        str(key): str(name) if twice[name] == 1 else f"{name} ({place})"
        for place, (key, name) in enumerate(cases.items(), start=1)
    }


def teams_of(analysis: Analysis) -> list[str]:
    """Return the teams of the task list, by name."""
    return sorted(str(team) for team in analysis.estimate.frame["team"].dropna().unique())


def enter(analysis: Analysis, lines: Sequence[MeasuredLine]) -> None:
    """Keep measurements with what the estimate holds of their use cases: all of them, or none.

    :raises AnalyzerError: if a figure cannot be, or the project is no longer there.
    """
    keys = {name: key for key, name in names_of(analysis).items()}
    estimate = analysis.estimate
    standings = {name: standing_of(tasks_of(estimate, keys[name]), estimate.assumptions) for name in keys_used(lines)}
    rows = []
    for line in map(checked_line, lines):
        standing = standings[line.use_case]
        rows.append(
            MeasuredMinutes(
                use_case_key=keys[line.use_case],
                use_case=line.use_case,
                minutes_before=line.minutes_before,
                minutes_after=line.minutes_after,
                team=line.team,
                period=line.period,
                minutes_checking=line.minutes_checking,
                cases=line.cases,
                cases_new_way=line.cases_new_way,
                family=standing.family,
                place=standing.place,
                checked=standing.checked,
            )
        )
    add_measurements(work(), analysis.project.id, rows)


def enter_block(analysis: Analysis, block: str, chosen: str | None) -> tuple[int, int]:
    """Read a pasted block and keep its measurements: all of them, or none.

    A sheet that grows is pasted whole, week after week: a block that repeats all that was entered of its use cases, or
    nothing else, is not counted again as far as it does. Another block counts whole, for two cases may well take the
    same minutes.

    :param chosen: name of the use case of lines that name none.
    :returns: how many were kept, and how many had been entered before.
    :raises AnalyzerError: with the line that cannot be used.
    """
    names = names_of(analysis)
    lines = read_block(block, list(names.values()), teams=teams_of(analysis), chosen=chosen)
    keys = {name: key for key, name in names.items()}
    used = {keys[line.use_case] for line in lines}
    held = [one for one in measured(analysis) if one.use_case_key in used]
    before = Counter(_said(one.use_case_key, one) for one in held)
    new = []
    for line in lines:
        said = _said(keys[line.use_case], line)
        if before[said] > 0:
            before[said] -= 1
        else:
            new.append(line)
    known = len(lines) - len(new)
    if known < max(_FEWEST_REPEATED, min(len(held), len(lines))):
        new, known = list(lines), 0
    if new:
        enter(analysis, new)
    return len(new), known


def _said(key: str, one: MeasuredLine | Measurement) -> tuple[object, ...]:
    """Return all that somebody said of a measurement."""
    times = one.minutes_before, one.minutes_after, one.minutes_checking
    return key, one.team, one.period, *times, one.cases, one.cases_new_way


def keys_used(lines: Sequence[MeasuredLine]) -> set[str]:
    """Return the names of the use cases that lines speak of."""
    return {line.use_case for line in lines}


def measured(analysis: Analysis) -> list[Measurement]:
    """Return the measurements of a project in the order in which they were entered, under the keys of today."""
    return measurements_today(list_measurements(work(), analysis.project.id), analysis.carried)


def compared(analysis: Analysis, found: Sequence[Measurement]) -> tuple[list[Actual], dict[str, str]]:
    """Return the measured use cases beside what the evidence alone had promised, and their names by key."""
    rows, _ = actuals(found, with_keys(without(analysis.estimate, "measured").frame))
    return rows, {**{one.use_case_key: one.use_case for one in found}, **names_of(analysis)}
