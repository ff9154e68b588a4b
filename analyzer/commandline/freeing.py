"""The commands that say what time could be freed, and what it becomes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analyzer.commandline.options import (
    AnyList,
    Changes,
    Columns,
    CostPerHour,
    Costs,
    Currency,
    Files,
    KeepPersonalData,
    Language,
    Names,
    NoHidden,
    Out,
    Quiet,
    Roles,
    Scenario,
    Sheets,
    SplitCells,
    Week,
)
from analyzer.commandline.outputs import STDOUT
from analyzer.commandline.terminal import say
from analyzer.i18n import mark


def hours(
    files: Files,
    *,
    output: Out = STDOUT,
    scenario: Scenario = "central",
    compare: Annotated[
        str, typer.Option(metavar="NAME|FILE", help=mark("Say what differs under another set of assumptions."))
    ] = "",
    changes: Changes = None,
    week: Week = "",
    roles: Roles = None,
    money: Currency = "",
    cost_per_hour: CostPerHour = "",
    costs: Costs = None,
    columns: Columns = None,
    sheets: Sheets = None,
    no_hidden: NoHidden = False,
    split_cells: SplitCells = False,
    any_list: AnyList = False,
    keep_personal_data: KeepPersonalData = False,
    names: Names = False,
    language: Language = "",
    quiet: Quiet = False,
) -> None:
    """Write the scores with lanes and hours freed, one row a task, and say what they come to."""
    from analyzer.commandline.analysing import analysed, finish, pairs  # noqa: PLC0415 - imports pandas
    from analyzer.commandline.estimating import assumptions_from, compared_with, facts_from  # noqa: PLC0415
    from analyzer.opportunity import estimate_prepared  # noqa: PLC0415 - imports pandas

    assumptions = assumptions_from(scenario, pairs(changes, "adoption=0.5"), week, money)
    other, other_said = compared_with(compare, assumptions, language) if compare else (None, [])
    facts = facts_from(roles)
    asked = None
    if money or cost_per_hour or costs:
        from analyzer.commandline.business import costs_from  # noqa: PLC0415 - imports pandas

        asked = costs_from(money, cost_per_hour, costs)
    analysis = analysed(
        files,
        output,
        columns=columns,
        sheets=sheets,
        use_hidden=not no_hidden,
        split_cells=split_cells,
        any_list=any_list,
        keep_personal_data=keep_personal_data,
        assumptions=assumptions,
        facts=facts,
        language=language,
        quiet=quiet,
    )
    finish(analysis, analysis.estimate.frame, output, names=names, language=language, quiet=quiet)
    if not quiet:
        from analyzer.commandline.estimating import differing, freed, week_said  # noqa: PLC0415 - imports pandas

        say("\n".join([week_said(assumptions, language), *freed(analysis.estimate, language)]))
        if other is not None:
            compared = estimate_prepared(analysis.estimate.prepared, other, facts)
            say("\n".join([*differing(analysis.estimate, compared, compare, language), *other_said]))
        if asked is not None:
            from analyzer.commandline.business import money_said  # noqa: PLC0415 - imports pandas

            say("\n".join(money_said(analysis.estimate, asked, language)))


def plan(
    files: Files,
    *,
    output: Out = STDOUT,
    scenario: Scenario = "central",
    changes: Changes = None,
    week: Week = "",
    rules: Annotated[
        Path | None,
        typer.Option(
            "--rules",
            metavar="FILE",
            help=mark(
                "JSON file with any of these rules: relief_floor, learning_floor, ambassador_share, change_per_month, "
                "closeness_needed, most_activities, smallest_move, weights, needs, pins, forbidden, rankings, gap, "
                "seconds. A pin has role, team, activity and minutes_per_week."
            ),
        ),
    ] = None,
    columns: Columns = None,
    sheets: Sheets = None,
    no_hidden: NoHidden = False,
    split_cells: SplitCells = False,
    any_list: AnyList = False,
    keep_personal_data: KeepPersonalData = False,
    language: Language = "",
    quiet: Quiet = False,
) -> None:
    """Write the moves of the plan, one row a move; say its budget, its gap and what stands in the way."""
    from analyzer.commandline.analysing import analysed, finish, pairs  # noqa: PLC0415 - imports pandas
    from analyzer.commandline.estimating import assumptions_from, week_said  # noqa: PLC0415 - imports pandas
    from analyzer.commandline.planning import planned, rules_of  # noqa: PLC0415 - imports pandas

    assumptions, asked = assumptions_from(scenario, pairs(changes, "adoption=0.5"), week), rules_of(rules)
    analysis = analysed(
        files,
        output,
        columns=columns,
        sheets=sheets,
        use_hidden=not no_hidden,
        split_cells=split_cells,
        any_list=any_list,
        keep_personal_data=keep_personal_data,
        assumptions=assumptions,
        language=language,
        quiet=quiet,
    )
    moves, sentences = planned(analysis.estimate, asked, language)
    finish(analysis, moves, output, names=True, language=language, quiet=quiet)
    if not quiet:
        say("\n".join([week_said(assumptions, language), *sentences]))
